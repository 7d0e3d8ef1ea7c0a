package ui

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

// maxPasted is the number of rows that can be taken over at once.
const maxPasted = 2000

// pasted is a row of a spreadsheet, and what is wrong with it.
type pasted struct {
	row    int // from 0
	person model.Participant
	wrong  model.Problems
}

// readPasted reads the cells that a spreadsheet puts into the clipboard: name, profession, institution, phone, e-mail.
// A first row of headings names the columns in another order, and may name one of NIKs. More than maxPasted rows are an error.
func readPasted(text string, there []model.Participant) ([]pasted, error) {
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	in.Comma, in.LazyQuotes, in.FieldsPerRecord = separator(text), true, -1
	var rows []pasted
	columns := []string{"name", "profession", "institution", "phone", "email"}
	for first := true; ; first = false {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, model.Problems{{Field: "participants", Code: "paste"}}
		}
		if named := headings(cells); first && named != nil {
			columns = named
			continue
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		if len(rows) == maxPasted {
			return nil, model.Problems{{Field: "participants", Code: "paste_too_many", Args: []string{"2000"}}}
		}
		rows = append(rows, pasted{row: len(rows), person: personOf(cells, columns)})
	}
	judge(rows, there)
	return rows, nil
}

func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	for _, r := range "\t;" {
		if strings.ContainsRune(line, r) {
			return r
		}
	}
	return '\t'
}

// headings returns the fields that a row of headings names, or nil when it is a row of data.
func headings(cells []string) []string {
	words := map[string]string{"nama": "name", "name": "name", "nama lengkap": "name", "profesi": "profession", "profession": "profession",
		"jabatan": "profession", "instansi": "institution", "institution": "institution", "lembaga": "institution", "telepon": "phone",
		"phone": "phone", "hp": "phone", "no. hp": "phone", "wa": "phone", "nik": "nik", "no. nik": "nik", "ktp": "nik", "no. ktp": "nik",
		"no ktp": "nik", "nomor induk kependudukan": "nik", "national id": "nik", "surel": "email", "email": "email", "e-mail": "email"}
	fields, known := make([]string, len(cells)), false
	for i, c := range cells {
		fields[i] = words[strings.ToLower(strings.TrimSpace(c))]
		known = known || fields[i] == "name"
	}
	if !known {
		return nil
	}
	return fields
}

func personOf(cells, columns []string) model.Participant {
	p := model.Participant{Role: "peserta", AttendancePct: -1}
	for i, c := range cells {
		if i >= len(columns) {
			break
		}
		at := map[string]*string{"name": &p.Name, "profession": &p.Profession, "institution": &p.Institution, "phone": &p.Phone, "email": &p.Email, "nik": &p.NIK}[columns[i]]
		if at != nil {
			*at = strings.Join(strings.Fields(form.Written(strings.TrimPrefix(c, "'"))), " ")
		}
	}
	return p
}

// judge applies the rules of a training to the rows, also against those who are there already.
func judge(rows []pasted, there []model.Participant) {
	probe := model.Training{Participants: slices.Clone(there)}
	for _, r := range rows {
		probe.Participants = append(probe.Participants, r.person)
	}
	problems := map[int]model.Problems{}
	for _, p := range probe.Check() {
		if i, field, ok := participantAt(p.Field); ok && !p.Warning && i >= len(there) {
			p.Field = field
			problems[i-len(there)] = append(problems[i-len(there)], p)
		}
	}
	for i := range rows {
		rows[i].wrong = problems[i]
		rows[i].person = probe.Participants[len(there)+i]
	}
}

// paste shows what the clipboard holds, the wrong rows first, and takes over the others when the user says so.
func (p *peoplePart) paste() {
	a := p.app.app
	w := a.words
	rows, err := readPasted(fyne.CurrentApp().Clipboard().Content(), p.rec.Participants)
	if err == nil && len(rows) == 0 {
		err = model.Problems{{Field: "participants", Code: "paste"}}
	}
	if ps := model.AsProblems(err); ps != nil {
		look.SetText(p.wrong, form.Sentence(w, ps[0]), theme.ColorNameError, theme.SizeNameText, false)
		p.wrong.Show()
		return
	}
	p.wrong.Hide()
	good := slices.DeleteFunc(slices.Clone(rows), func(r pasted) bool { return r.wrong != nil })
	slices.SortStableFunc(rows, func(a, b pasted) int { return min(len(b.wrong), 1) - min(len(a.wrong), 1) })
	var popup *widget.PopUp
	list := widget.NewList(func() int { return len(rows) }, newPersonRow, func(i int, o fyne.CanvasObject) { p.showPasted(o, rows[i]) })
	take := look.NewMainButton(w.Say("people.take_rows", len(good)), nil, func() {
		popup.Hide()
		before, people := slices.Clone(p.rec.Participants), make([]model.Participant, len(good))
		for i, r := range good {
			people[i] = r.person
			people[i].Registration = ""
		}
		p.rec.Register(people...)
		p.edited(w.Say("people.added", len(good)), before)
	})
	if len(good) == 0 {
		take.Disable()
	}
	cancel := newEscapeButton(w.Say("action.back"), func() { popup.Hide() })
	head := container.NewVBox(look.Text(w.Say("people.paste"), theme.ColorNameForeground, theme.SizeNameSubHeadingText, true),
		look.Hint(w.Say("people.paste_text", len(good), len(rows)-len(good))))
	body := container.NewBorder(head, container.NewHBox(layout.NewSpacer(), take, cancel), nil, nil, list)
	popup = widget.NewModalPopUp(look.Pad(12, body), a.window.Canvas())
	popup.Show()
	size := a.window.Canvas().Size()
	popup.Resize(fyne.NewSize(min(size.Width-60, 760), min(size.Height-60, 560)))
	a.window.Canvas().Focus(cancel)
}

// showPasted shows a row that can be taken with what it holds, and one that cannot with the whole reason.
func (p *peoplePart) showPasted(o fyne.CanvasObject, r pasted) {
	w := p.app.app.words
	name, holds := dash(r.person.Name), joined(r.person.Profession, r.person.Institution, r.person.Phone, r.person.Email, model.MaskNIK(r.person.NIK))
	if r.wrong == nil {
		showPersonRow(o, r.row, name, holds, w.Say("people.row_ok"), look.Good)
		return
	}
	reason := form.Sentence(w, r.wrong[0])
	showPersonRow(o, r.row, joined(name, holds), reason, w.Say("people.row_wrong"), look.Late)
	below := o.(*fyne.Container).Objects[1].(*fyne.Container).Objects[1].(*widget.RichText)
	look.SetText(below, reason, theme.ColorNameError, theme.SizeNameCaptionText, false)
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
