package training

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/model/sheet"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// maxPasted is the number of rows that can be taken over at once.
const maxPasted = 2000

// pasted is a row of a spreadsheet, and what is wrong with it.
type pasted struct {
	row    int // from 0
	person model.Participant
	wrong  model.Problems
	// aside rows are no people: a title, a sum. They are shown and not counted.
	aside bool
}

// sheetOf reads a pasted table. A text without a row, and more rows than can be taken at once, are errors.
func sheetOf(text string) (sheet.People, error) {
	people := sheet.ReadPeople(text)
	found := 0
	for i := range people.Rows {
		switch _, code := people.Person(i); code {
		case sheet.RowBlank, sheet.RowHeading, sheet.RowTitle, sheet.RowFooter:
		default:
			found++
		}
	}

	switch {
	case found == 0:
		return people, model.Problems{{Field: "participants", Code: "paste"}}
	case found > maxPasted:
		return people, model.Problems{{Field: "participants", Code: "paste_too_many", Args: []string{strconv.Itoa(maxPasted)}}}
	}

	return people, nil
}

// rowsOf makes people of the rows of a table, and says what is wrong with each, also against those who are there already.
func rowsOf(people *sheet.People, there []model.Participant) []pasted {
	var rows []pasted
	for i := range people.Rows {
		values, code := people.Person(i)
		if code == sheet.RowBlank || code == sheet.RowHeading {
			continue
		}

		r := pasted{row: i, person: personOf(values), aside: code == sheet.RowTitle || code == sheet.RowFooter}
		if r.aside {
			r.person.Name = room.OneLine(strings.Join(people.Rows[i], " "))
		}
		if code != "" {
			r.wrong = model.Problems{{Field: "name", Code: code}}
		}

		rows = append(rows, r)
	}

	judge(rows, there)
	return rows
}

func personOf(values map[string]string) model.Participant {
	of := func(column string) string { return room.OneLine(values[column]) }
	return model.Participant{Role: "peserta", AttendancePct: -1, Name: of(sheet.ColumnName), Profession: of(sheet.ColumnProfession),
		Institution: of(sheet.ColumnInstitution), Phone: of(sheet.ColumnPhone), Email: of(sheet.ColumnEmail), NIK: of(sheet.ColumnNIK)}
}

// judge applies the rules of a training to the rows that could be read.
func judge(rows []pasted, there []model.Participant) {
	probe := model.Training{Participants: slices.Clone(there)}
	var place []int // of each new participant among the rows
	for i, r := range rows {
		if r.wrong == nil {
			probe.Participants = append(probe.Participants, r.person)
			place = append(place, i)
		}
	}

	for _, p := range probe.Check() {
		if i, field, ok := participantAt(p.Field); ok && !p.Warning && i >= len(there) {
			p.Field = field
			r := &rows[place[i-len(there)]]
			r.wrong = append(r.wrong, p)
		}
	}

	for i, at := range place {
		rows[at].person = probe.Participants[len(there)+i]
	}
}

// paste shows what the clipboard holds.
func (p *peoplePart) paste() { p.preview(fyne.CurrentApp().Clipboard().Content()) }

// peopleFiles are how the names of lists of people end.
func peopleFiles() []string { return []string{".xlsx", ".csv", ".tsv", ".txt"} }

// fromFile shows what a file holds.
func (p *peoplePart) fromFile() {
	p.app.desk.PickFile(peopleFiles(), func(f model.File, err error) {
		switch {
		case err != nil:
			p.refuse(err)
		case f.Name == "":
		case strings.EqualFold(path.Ext(f.Name), ".xlsx"):
			text, err := sheet.Workbook(f.Body)
			if err != nil {
				p.refuse(model.Problems{{Field: "participants", Code: "paste_workbook"}})
				return
			}
			p.preview(text)
		default:
			p.preview(sheet.Text(f.Body))
		}
	})
}

// preview opens the table, unless there is none.
func (p *peoplePart) preview(text string) {
	people, err := sheetOf(text)
	if err != nil {
		p.refuse(err)
		return
	}
	p.wrong.Hide()
	newPeoplePreview(p, text, people)
}

func (p *peoplePart) refuse(err error) {
	ps := model.AsProblems(err)
	if ps == nil {
		ps = model.Problems{{Field: "participants", Code: "paste"}}
	}
	look.SetText(p.wrong, form.Sentence(p.app.desk.Words, ps[0]), theme.ColorNameError, theme.SizeNameText, false)
	p.wrong.Show()
}

// takePasted takes over the rows that are people.
func (p *peoplePart) takePasted(rows []pasted) {
	before := slices.Clone(p.rec.Participants)
	var people []model.Participant
	for _, r := range rows {
		if r.wrong == nil {
			r.person.Registration = ""
			people = append(people, r.person)
		}
	}

	p.rec.Register(people...)
	p.edited(p.app.desk.Words.Say("people.added", len(people)), before)
}

// showPasted shows a row that can be taken with what it holds, and one that cannot with the whole reason.
func (p *peoplePart) showPasted(o fyne.CanvasObject, r pasted) {
	w := p.app.desk.Words
	name := room.Dash(r.person.Name)
	holds := room.Joined(r.person.Profession, r.person.Institution, model.ShowPhone(r.person.Phone), r.person.Email, model.MaskNIK(r.person.NIK))
	if r.wrong == nil {
		room.ShowPersonRow(o, r.row, name, holds, w.Say("people.row_ok"), look.Good)
		return
	}

	reason := form.Sentence(w, r.wrong[0])
	chip := "people.row_wrong"
	tone := look.Late
	colour := theme.ColorNameError
	if r.aside {
		chip, tone, colour = "people.row_aside", look.Plain, look.ColorMuted
	}

	room.ShowPersonRow(o, r.row, room.Joined(name, holds), reason, w.Say(chip), tone)
	below := o.(*fyne.Container).Objects[1].(*fyne.Container).Objects[1].(*widget.RichText)
	look.SetText(below, reason, colour, theme.SizeNameCaptionText, false)
}

// participantAt reads the place of a problem: the position of the participant and the field.
func participantAt(field string) (i int, rest string, ok bool) {
	at, rest, ok := strings.Cut(strings.TrimPrefix(field, "participants["), "].")
	if !ok || !strings.HasPrefix(field, "participants[") {
		return 0, "", false
	}

	for _, r := range at {
		if r < '0' || r > '9' {
			return 0, "", false
		}
		i = i*10 + int(r-'0')
	}

	return i, rest, true
}
