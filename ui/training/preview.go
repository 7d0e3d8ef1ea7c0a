package training

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model/sheet"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// peoplePreview shows a pasted table before anything is taken: what each column is taken for, and what becomes of each row.
// The person can say otherwise; the rows follow at once.
type peoplePreview struct {
	part    *peoplePart
	text    string
	sheet   sheet.People
	rows    []pasted
	good    int
	count   *widget.RichText
	columns *fyne.Container
	heading *widget.Check
	list    *widget.List
	take    *look.Button
	popup   *widget.PopUp
	// quiet is set while the inputs are filled by the program.
	quiet bool
}

func newPeoplePreview(p *peoplePart, text string, people sheet.People) {
	w := p.app.desk.Words
	v := &peoplePreview{part: p, text: text, sheet: people, count: look.Hint(""), columns: container.NewHBox()}
	v.list = widget.NewList(func() int { return len(v.rows) }, room.NewPersonRow, func(i int, o fyne.CanvasObject) { p.showPasted(o, v.rows[i]) })
	v.take = look.NewMainButton("", nil, func() { look.Close(v.popup); p.takePasted(v.rows) })
	cancel := room.NewEscapeButton(w.Say("action.back"), func() { look.Close(v.popup) })
	v.heading = widget.NewCheck("", v.setHeading)
	head := container.NewVBox(look.Text(w.Say("people.paste"), theme.ColorNameForeground, theme.SizeNameSubHeadingText, true), v.count,
		container.NewHBox(look.Fixed(look.Scaled(130), 0, look.Muted(w.Say("people.separator"))), v.separators(), v.heading),
		container.NewHScroll(v.columns))
	v.show()
	body := container.NewBorder(head, container.NewHBox(layout.NewSpacer(), cancel, v.take), nil, nil, v.list)
	canvas := p.app.desk.Window.Canvas()
	v.popup = widget.NewModalPopUp(look.Pad(12, body), canvas)
	v.popup.Show()
	size := canvas.Size()
	v.popup.Resize(fyne.NewSize(min(size.Width-60, 960), min(size.Height-60, 640)))
	canvas.Focus(cancel)
}

// separators says what stands between the cells.
func (v *peoplePreview) separators() fyne.CanvasObject {
	w := v.part.app.desk.Words
	var labels []string
	for _, r := range sheet.Separators() {
		labels = append(labels, w.Say("people.separator_"+map[rune]string{'\t': "tab", ';': "semicolon", '|': "bar", ',': "comma", 0: "none"}[r]))
	}

	in := widget.NewSelect(labels, nil)
	in.SetSelectedIndex(slices.Index(sheet.Separators(), v.sheet.Separator))
	in.OnChanged = func(string) {
		v.sheet = sheet.People{Separator: sheet.Separators()[in.SelectedIndex()]}
		v.sheet.Rows = sheet.Cells(v.text, v.sheet.Separator)
		v.sheet.Guess()
		v.show()
	}

	return in
}

// setHeading says whether the row that may name the columns does.
func (v *peoplePreview) setHeading(is bool) {
	if v.quiet {
		return
	}

	row := -1
	if is {
		row = v.mayHead()
	}

	v.sheet.SetHeading(row)
	v.show()
}

// mayHead is the row of headings, or the one that would be: the first with more than a title.
func (v *peoplePreview) mayHead() int {
	if v.sheet.Heading >= 0 {
		return v.sheet.Heading
	}
	return v.sheet.Begin
}

// show works the table out anew and draws it, the wrong rows first.
func (v *peoplePreview) show() {
	w := v.part.app.desk.Words
	v.rows = rowsOf(&v.sheet, v.part.rec.Participants)
	v.quiet = true
	v.heading.SetText(w.Say("people.heading_row", v.mayHead()+1))
	v.heading.SetChecked(v.sheet.Heading >= 0)
	v.quiet = false
	v.showColumns()
	v.showRows()
}

// showRows counts and lists the rows.
func (v *peoplePreview) showRows() {
	w := v.part.app.desk.Words
	wrong := 0
	v.good = 0
	for _, r := range v.rows {
		switch {
		case r.wrong == nil:
			v.good++
		case !r.aside:
			wrong++
		}
	}

	rank := func(r pasted) int {
		switch {
		case r.wrong == nil:
			return 1
		case r.aside:
			return 2
		}
		return 0
	}
	slices.SortStableFunc(v.rows, func(a, b pasted) int { return rank(a) - rank(b) })
	text := w.Say("people.paste_text", v.good, wrong)
	if !slices.Contains(v.sheet.Columns, sheet.ColumnName) {
		text = w.Say("people.no_name_column")
	}

	look.SetText(v.count, text, look.ColorMuted, theme.SizeNameCaptionText, false)
	v.take.SetText(w.Say("people.take_rows", v.good))
	if v.take.Enable(); v.good == 0 {
		v.take.Disable()
	}

	v.list.Refresh()
}

// columnLabel says what a column can be taken for.
func (v *peoplePreview) columnLabel(column string) string {
	w := v.part.app.desk.Words
	switch column {
	case "":
		return w.Say("people.column_none")
	case sheet.ColumnName:
		return w.Say("field.participant.name")
	case sheet.ColumnSurname:
		return w.Say("people.column_surname")
	}

	return w.Say("field." + column)
}

// showColumns shows each column with its heading, its first cells, and what it is taken for.
func (v *peoplePreview) showColumns() {
	kinds := append([]string{""}, sheet.Columns()...)
	var labels []string
	for _, k := range kinds {
		labels = append(labels, v.columnLabel(k))
	}

	v.columns.RemoveAll()
	for i := range v.sheet.Columns {
		heading, cells := v.sample(i)
		in := widget.NewSelect(labels, nil)
		in.SetSelectedIndex(slices.Index(kinds, v.sheet.Columns[i]))
		in.OnChanged = func(string) {
			v.sheet.Take(i, kinds[in.SelectedIndex()])
			v.rows = rowsOf(&v.sheet, v.part.rec.Participants)
			v.showColumns()
			v.showRows()
			v.focusColumn(i)
		}
		v.columns.Add(look.Fixed(look.Scaled(170), 0, container.NewVBox(look.Text(heading, theme.ColorNameForeground, theme.SizeNameCaptionText, false),
			look.Text(cells, look.ColorMuted, theme.SizeNameCaptionText, false), in)))
	}

	v.columns.Refresh()
}

// focusColumn puts the cursor back where the person was.
func (v *peoplePreview) focusColumn(i int) {
	content := v.columns.Objects[i].(*fyne.Container).Objects[0].(*fyne.Container).Objects
	v.part.app.desk.Window.Canvas().Focus(content[len(content)-1].(*widget.Select))
}

// sample is the heading of a column and what its first people have there.
func (v *peoplePreview) sample(column int) (heading, cells string) {
	heading = v.part.app.desk.Words.Say("people.column", column+1)
	cell := func(row int) string {
		if column < len(v.sheet.Rows[row]) {
			return v.sheet.Rows[row][column]
		}
		return ""
	}
	if v.sheet.Heading >= 0 && cell(v.sheet.Heading) != "" {
		heading = cell(v.sheet.Heading)
	}

	var first []string
	for i := v.sheet.Begin; i < len(v.sheet.Rows) && len(first) < 2; i++ {
		if text := cell(i); text != "" {
			first = append(first, text)
		}
	}

	return room.OneLine(heading), room.OneLine(room.Joined(first...))
}
