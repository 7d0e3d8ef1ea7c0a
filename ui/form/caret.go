package form

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// caret is the place of the cursor in the text of an input, counted in characters, and what the input showed when it stood there.
//
// Fyne (2.8.1) knows the cursor by row and column alone, and it leaves out one blank where it wraps a line. A blank that does
// not fit at the end of a line stands in no row: the place behind it cannot be said, the cursor falls back before the blank,
// and the next letter joins the word before. What the library would need: a wrapped row that keeps its trailing blank
// (wrapWordLines in richtext.go ends a row before the blank and starts the next one behind it, which does not exist at the
// end of a line), or a cursor that is kept as a position in the text and turned into row and column only to be drawn. The
// latter would mend the kin as well: Enter adds one to the row, which need not be the row where the new line begins; Delete
// and Ctrl+Delete keep row and column although the rows before them are wrapped anew; a letter over a marked last word is
// put by the column of a row that is gone.
//
// So the place is kept here. Before each key Fyne is given a column that may lie behind the end of its row, which it takes
// as it is until it draws again; after each key the cursor is put where it belongs.
type caret struct {
	at       int
	text     string
	row, col int
	set      bool
}

// CursorTextOffset returns how many characters stand before the cursor.
func (e *Entry) CursorTextOffset() int {
	drawn := min(e.Entry.CursorTextOffset(), e.length())
	if c := e.caret; c.set && c.row == e.CursorRow && c.col == e.CursorColumn && c.at-drawn <= 1 && c.at >= drawn && c.text == e.Text {
		return c.at
	}
	return drawn
}

func (e *Entry) length() int { return utf8.RuneCountInString(e.Text) }

// place puts the cursor behind so many characters and draws it there.
func (e *Entry) place(at int) {
	at = max(0, min(at, e.length()))
	if row, col := e.rowCol(at); row != e.CursorRow || col != e.CursorColumn {
		e.CursorRow, e.CursorColumn = row, col
		e.Entry.Refresh() // draws the cursor at the end of its row where it stands behind that
	}
	e.caret = caret{at: at, text: e.Text, row: e.CursorRow, col: e.CursorColumn, set: true}
}

// aim makes Fyne's next key act behind so many characters, also where no row has such a place.
func (e *Entry) aim(at int) { e.CursorRow, e.CursorColumn = e.rowCol(at) }

// rowCol returns the row that a place in the text belongs to; the column may lie behind what the row shows.
func (e *Entry) rowCol(at int) (row, col int) {
	begin := 0
	for next := 1; e.MultiLine; next++ {
		b, ok := e.rowBegin(next)
		if !ok || b > at {
			break
		}
		row, begin = next, b
	}

	return row, at - begin
}

// rowBegin returns how many characters stand before a row behind the first, and whether there is such a row. Fyne tells it
// only through the cursor: for a row that does not exist its answer is the column alone.
func (e *Entry) rowBegin(row int) (begin int, ok bool) {
	r, c := e.CursorRow, e.CursorColumn
	e.CursorRow, e.CursorColumn = row, -1
	begin = e.Entry.CursorTextOffset() + 1
	e.CursorRow, e.CursorColumn = r, c
	return begin, begin > 0
}

// toLineEnd puts a cursor at the end of what its line shows behind the blank that is not shown: whoever goes to the end of a
// line goes on writing there.
func (e *Entry) toLineEnd() {
	if !e.MultiLine {
		return
	}

	at := e.CursorTextOffset()
	text := []rune(e.Text)
	if at >= len(text) || text[at] == '\n' || !unicode.IsSpace(text[at]) || at+1 < len(text) && text[at+1] != '\n' {
		return
	}

	row, col := e.CursorRow, e.CursorColumn
	e.place(at + 1)
	if e.CursorRow != row || e.CursorColumn != col { // the blank is shown
		e.place(at)
	}
}

// Resize keeps the cursor at its place in the text while the lines are wrapped anew, and cuts the hint to the room that there is.
func (e *Entry) Resize(size fyne.Size) {
	at := e.CursorTextOffset()
	if shown := e.fitting(size.Width); e.hint != "" && shown != e.PlaceHolder {
		e.Entry.SetPlaceHolder(shown)
	}
	e.Entry.Resize(size)
	e.place(at) // also where it is already: row and column mean something else now
}
