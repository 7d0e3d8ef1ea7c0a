package form_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejaring/ui/form"
	"jejaring/ui/look"
)

// writer types into an input of several lines and knows what must stand in it then, letter by letter.
type writer struct {
	t      *testing.T
	rnd    *rand.Rand
	entry  *form.Entry
	window fyne.Window
	text   []rune
	at     int
	story  []string // what was done, for a failure
}

func newWriter(t *testing.T, seed int64) *writer {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	w := &writer{t: t, rnd: rand.New(rand.NewSource(seed)), entry: form.NewEntry(true), window: test.NewTempWindow(t, nil)}
	w.window.SetContent(w.entry)
	w.window.SetPadded(false)
	w.widen()
	w.window.Canvas().Focus(w.entry)
	return w
}

func (w *writer) widen() {
	width := 150 + w.rnd.Intn(350)
	w.note("width %d", width)
	w.window.Resize(fyne.NewSize(float32(width), 300))
}

func (w *writer) note(format string, args ...any) {
	w.story = append(w.story, fmt.Sprintf(format, args...))
}

// must is what every act is followed by: the text is what was typed, and the cursor is where it was put.
func (w *writer) must() {
	w.t.Helper()
	if w.entry.Text == string(w.text) && w.entry.CursorTextOffset() == w.at && w.shown() {
		return
	}
	w.t.Fatalf("after %s\nstands %q with the cursor at %d (drawn in row %d, column %d)\nwant   %q with the cursor at %d",
		strings.Join(w.story, ", "), w.entry.Text, w.entry.CursorTextOffset(), w.entry.CursorRow, w.entry.CursorColumn, string(w.text), w.at)
}

// shown reports whether the cursor is drawn where it is, or before the one blank at the end of a line that is not shown.
func (w *writer) shown() bool {
	drawn := w.entry.Entry.CursorTextOffset()
	return drawn == w.at || drawn == w.at-1 && unicode.IsSpace(w.text[drawn]) && (w.at == len(w.text) || w.text[w.at] == '\n')
}

func (w *writer) write(text string) {
	for _, r := range text {
		w.note("%q", r)
		if r == '\n' {
			w.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		} else {
			w.entry.TypedRune(r)
		}

		if r == ' ' && len(w.text) == 0 {
			continue // see TypedRune
		}

		w.text = slices.Insert(w.text, w.at, r)
		w.at++
		w.must()
	}
}

func (w *writer) press(key fyne.KeyName) {
	w.note("%s", key)
	w.entry.TypedKey(&fyne.KeyEvent{Name: key})
}

func (w *writer) erase(from, to int) {
	w.text = slices.Delete(w.text, from, to)
	w.at = from
}

// goes presses a key that goes somewhere in what is seen. Where it leads depends on how the lines are wrapped; that the
// text stays and the cursor stands in it is seen at once, that letters go there by those that follow.
func (w *writer) goes(key fyne.KeyName) {
	w.press(key)
	w.at = w.entry.CursorTextOffset()
	switch rest := string(w.text[w.at:]); {
	case key == fyne.KeyPageDown && rest != "":
		w.t.Errorf("the last page ends before %q", rest)
	case key == fyne.KeyEnd && rest != "" && !unicode.IsSpace([]rune(rest)[0]) && strings.ContainsRune(string(w.text), ' ') && !w.long():
		w.t.Errorf("a row ends before %q", rest)
	}

	w.must()
}

// long reports whether the text has a word that may be wider than the input; it is broken anywhere.
func (w *writer) long() bool {
	return slices.ContainsFunc(strings.Fields(string(w.text)), func(word string) bool { return len([]rune(word)) > 12 })
}

func (w *writer) click() {
	p := fyne.NewPos(w.rnd.Float32()*w.entry.Size().Width, w.rnd.Float32()*w.entry.Size().Height)
	w.note("click %v", p)
	event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary}
	w.entry.MouseDown(event)
	w.entry.MouseUp(event)
	w.at = w.entry.CursorTextOffset()
	w.must()
}

func (w *writer) paste(text string) {
	w.note("paste %q", text)
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(text)
	w.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	w.text = slices.Insert(w.text, w.at, []rune(text)...)
	w.at += len([]rune(text))
}

// markAndWrite marks some letters with Shift and the arrows and writes over them.
func (w *writer) markAndWrite() {
	from := w.at
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	w.note("Shift")
	w.entry.KeyDown(shift)
	for range 1 + w.rnd.Intn(8) {
		w.press([]fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown}[w.rnd.Intn(4)])
	}

	w.entry.KeyUp(shift)
	marked := []rune(w.entry.SelectedText())
	to := w.entry.CursorTextOffset()
	if len(marked) == 0 {
		w.at = to
		return
	}

	// a blank that is not shown at either end is marked with the rest, or not
	w.entry.TypedRune('x')
	w.at = w.entry.CursorTextOffset()
	first := min(from, to)
	last := max(from, to)
	now := []rune(w.entry.Text)
	lost := len(w.text) - len(now) + 1
	if lost < len(marked) || lost > len(marked)+1 || w.at > first+1 || w.at < first || now[w.at-1] != 'x' ||
		string(now[:w.at-1]) != string(w.text[:w.at-1]) || string(now[w.at:]) != string(w.text[w.at-1+lost:]) || w.at-1+lost > last {
		w.t.Fatalf("after %s\n%q is written over in\n%q, now\n%q", strings.Join(w.story, ", "), string(marked), string(w.text), string(now))
	}

	w.text = now
}

// sentence is some words as they are written, with second blanks, signs and, now and then, a new line.
func (w *writer) sentence() string {
	parts := strings.Fields("dan yang Klinik Utama Sehat Mandiri pelayanan rujukan; keselamatan pasien, RSUD Tirtasana 12 bulan (dua belas) " +
		"Ma'arif perjanjian pertanggungjawaban ketidaksinambungan agreement shall remain in force – é 契約 a b")
	var s strings.Builder
	for range 1 + w.rnd.Intn(9) {
		s.WriteString(parts[w.rnd.Intn(len(parts))])
		s.WriteString([]string{" ", " ", " ", " ", "  ", "   ", "\n", " \n", "\t", ""}[w.rnd.Intn(10)])
	}
	return s.String()
}

func (w *writer) act() {
	w.t.Helper()
	switch n := w.rnd.Intn(20); {
	case n < 6:
		w.write(w.sentence())
	case n < 7:
		w.write(" ")
	case n < 9 && w.at > 0:
		w.press(fyne.KeyBackspace)
		w.erase(w.at-1, w.at)
	case n < 10 && w.at < len(w.text):
		w.press(fyne.KeyDelete)
		w.erase(w.at, w.at+1)
	case n < 12 && w.at > 0:
		w.press(fyne.KeyLeft)
		w.at--
	case n < 13 && w.at < len(w.text):
		w.press(fyne.KeyRight)
		w.at++
	case n < 15:
		w.goes([]fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown}[w.rnd.Intn(6)])
	case n < 16:
		w.click()
	case n < 18:
		w.widen()
	case n < 19:
		w.markAndWrite()
	default:
		w.paste(w.sentence())
	}

	w.must()
}

func (w *writer) word(key fyne.KeyName) {
	w.note("Ctrl+%s", key)
	w.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
}
