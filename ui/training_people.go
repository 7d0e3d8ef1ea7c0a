package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

// peoplePart is the list of the participants.
type peoplePart struct {
	roll
	list  *rowsOfPeople
	seats *widget.RichText
}

// rowsOfPeople opens a row with a click, Enter or the space bar.
type rowsOfPeople struct {
	widget.List
}

// TypedKey opens the marked row with Enter as well as with the space bar.
func (l *rowsOfPeople) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter {
		k = &fyne.KeyEvent{Name: fyne.KeySpace}
	}
	l.List.TypedKey(k)
}

func newPeoplePart(g *trainings, changed func()) *peoplePart {
	p := &peoplePart{roll: newRoll(g, changed), seats: look.Paragraph("", theme.ColorNameForeground, theme.SizeNameText, true)}
	w := g.app.words
	p.list = &rowsOfPeople{}
	p.list.List = widget.List{Length: func() int { return len(p.rec.Participants) }, CreateItem: newPersonRow, UpdateItem: p.showRow}
	p.list.OnSelected = func(i int) { p.list.UnselectAll(); p.edit(i) }
	p.list.ExtendBaseWidget(p.list)
	staff := widget.NewButtonWithIcon(w.Say("people.add_staff"), theme.AccountIcon(), p.addStaff)
	outside := widget.NewButtonWithIcon(w.Say("people.add"), theme.ContentAddIcon(), p.add)
	paste := widget.NewButtonWithIcon(w.Say("people.paste"), theme.ContentPasteIcon(), p.paste)
	tools := container.New(&look.Flow{Gap: 6}, staff, outside, paste)
	p.box.Objects = []fyne.CanvasObject{container.NewBorder(container.NewVBox(tools, p.seats, p.wrong), nil, nil, nil, p.list)}
	return p
}

// Load shows the participants of a training.
func (p *peoplePart) Load(rec *model.Training) {
	p.load(rec)
	p.show()
}

func (p *peoplePart) show() {
	text := p.app.seats(p.rec)
	if len(p.rec.Participants) == 0 {
		text = p.app.app.words.Say("people.empty")
	}
	look.SetText(p.seats, text, theme.ColorNameForeground, theme.SizeNameText, len(p.rec.Participants) > 0)
	p.list.Refresh()
}

func (p *peoplePart) showRow(i int, o fyne.CanvasObject) {
	w, x := p.app.app.words, p.rec.Participants[i]
	name, profession, institution := p.app.person(x)
	role := ""
	if x.Role != "peserta" {
		role = w.Label("training_role", x.Role)
	}
	tone := map[string]look.Tone{"confirmed": look.Good, "waitlist": look.Soon, "invited": look.Busy}[x.Registration]
	showPersonRow(o, i, name, joined(role, profession, institution), w.Label("registration", x.Registration), tone)
}

// edited shows the list after a change and tells the form.
func (p *peoplePart) edited() {
	p.show()
	p.changed()
}

// addStaff ticks the clinic's own people.
func (p *peoplePart) addStaff() {
	w, g := p.app.app.words, p.app
	var options []form.Option
	for id, s := range g.people {
		taken := slices.ContainsFunc(p.rec.Participants, func(x model.Participant) bool { return x.StaffID == id })
		if s.Active && !taken {
			options = append(options, form.Option{ID: id, Title: joined(s.FullName(), w.Label("profession", s.Profession))})
		}
	}
	slices.SortFunc(options, func(a, b form.Option) int { return int(a.ID - b.ID) })
	type ids = []model.ID
	ask(g.app, ids{}, question[ids]{entity: "training", title: w.Say("people.add_staff"), do: w.Say("people.take"),
		groups: []form.Group[ids]{{Lines: []form.Line[ids]{form.Ticks("staff", func() []form.Option { return options }, func(x *ids) *[]model.ID { return x })}}},
		submit: func(chosen ids, done func(error)) {
			for _, id := range chosen {
				p.rec.Register(model.Participant{StaffID: id, Role: "peserta", AttendancePct: -1})
			}
			done(nil)
			p.edited()
		}})
}

// add types a person from outside.
func (p *peoplePart) add() {
	x := model.Participant{Role: "peserta", AttendancePct: -1}
	p.askPerson(x, p.app.app.words.Say("people.add"), func(x model.Participant) { p.rec.Register(x) })
}

// edit changes or removes a participant.
func (p *peoplePart) edit(i int) {
	p.askPerson(p.rec.Participants[i], p.app.app.words.Say("people.edit"), func(x model.Participant) { p.rec.Participants[i] = x })
}

// personAnswer is what the form of a person edits.
type personAnswer struct {
	model.Participant
	remove bool
}

func (p *peoplePart) askPerson(x model.Participant, title string, take func(model.Participant)) {
	type P = personAnswer
	var lines []form.Line[P]
	if x.StaffID == 0 {
		lines = append(lines, form.Text("name", func(r *P) *string { return &r.Name }).Must().Label("field.participant.name"),
			form.Text("profession", func(r *P) *string { return &r.Profession }), form.Text("institution", func(r *P) *string { return &r.Institution }),
			form.Beside(form.Text("phone", func(r *P) *string { return &r.Phone }), form.Text("email", func(r *P) *string { return &r.Email })))
	}
	lines = append(lines, form.Beside(form.Choice("role", "training_role", model.ParticipantRoles, func(r *P) *string { return &r.Role }).Must(),
		form.Choice("registration", "registration", model.Registrations, func(r *P) *string { return &r.Registration })))
	if x.RecordID != 0 || x.Registration != "" {
		lines = append(lines, form.Check("remove", func(r *P) *bool { return &r.remove }).Label("people.remove"))
	}
	name, _, _ := p.app.person(x)
	ask(p.app.app, personAnswer{Participant: x}, question[P]{entity: "participant", title: title, text: name, do: p.app.app.words.Say("people.take"),
		groups: []form.Group[P]{{Lines: lines}}, submit: func(r P, done func(error)) { done(p.takePerson(r, x, take)) }})
}

// takePerson puts an answer into the list, unless a rule of the training forbids it.
func (p *peoplePart) takePerson(r personAnswer, before model.Participant, take func(model.Participant)) error {
	if r.remove {
		p.rec.Participants = slices.DeleteFunc(p.rec.Participants, func(x model.Participant) bool {
			return x.RecordID == before.RecordID && x.StaffID == before.StaffID && x.Name == before.Name && x.Role == before.Role
		})
		p.edited()
		return nil
	}
	kept := slices.Clone(p.rec.Participants)
	take(r.Participant)
	probe := p.rec
	probe.Participants = slices.Clone(p.rec.Participants)
	if ps := personProblems(probe.Check()); ps != nil {
		p.rec.Participants = kept
		return ps
	}
	p.rec.Participants = probe.Participants
	p.edited()
	return nil
}

// personProblems keeps the errors about participants, at the fields of one person.
func personProblems(all model.Problems) model.Problems {
	var found model.Problems
	for _, x := range all {
		if _, field, ok := participantAt(x.Field); ok && !x.Warning {
			x.Field = field
			found = append(found, x)
		}
	}
	return found
}
