package training

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// peoplePart is the list of the participants.
type peoplePart struct {
	roll
	list  *rowsOfPeople
	seats *widget.RichText
	offer *fyne.Container // who moves up, and what can be undone
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
	p := &peoplePart{roll: newRoll(g, changed), seats: look.Paragraph("", theme.ColorNameForeground, theme.SizeNameText, true), offer: container.NewVBox()}
	w := g.desk.Words
	p.list = &rowsOfPeople{}
	p.list.List = widget.List{Length: func() int { return len(p.rec.Participants) }, CreateItem: room.NewPersonRow, UpdateItem: p.showRow}
	p.list.OnSelected = func(i int) { p.list.UnselectAll(); p.edit(i) }
	p.list.ExtendBaseWidget(p.list)
	staff := look.NewButtonWithIcon(w.Say("people.add_staff"), theme.AccountIcon(), p.addStaff)
	outside := look.NewButtonWithIcon(w.Say("people.add"), theme.ContentAddIcon(), p.add)
	paste := look.NewButtonWithIcon(w.Say("people.paste"), theme.ContentPasteIcon(), p.paste)
	file := p.app.desk.FileButton(w.Say("people.from_file"), p.fromFile)
	tools := container.New(&look.Flow{Gap: 6}, staff, outside, paste, file)
	p.box.Objects = []fyne.CanvasObject{container.NewBorder(container.NewVBox(tools, p.seats, p.offer, p.wrong), nil, nil, nil, p.list)}

	return p
}

// Load shows the participants of a training.
func (p *peoplePart) Load(rec *model.Training) {
	p.load(rec)
	p.show("", nil)
}

// show draws the list. What was done just now, if anything, can be undone: before are the participants as they were.
func (p *peoplePart) show(done string, before []model.Participant) {
	text := p.app.seats(p.rec)
	if len(p.rec.Participants) == 0 {
		text = p.app.desk.Words.Say("people.empty")
	}
	look.SetText(p.seats, text, theme.ColorNameForeground, theme.SizeNameText, len(p.rec.Participants) > 0)
	p.showOffer(done, before)
	p.list.Refresh()
}

func (p *peoplePart) showRow(i int, o fyne.CanvasObject) {
	w := p.app.desk.Words
	x := p.rec.Participants[i]
	name, profession, institution := p.app.person(x)
	role := ""
	if x.Role != "peserta" {
		role = w.Label("training_role", x.Role)
	}

	tone := map[string]look.Tone{"confirmed": look.Good, "waitlist": look.Soon, "invited": look.Busy}[x.Registration]
	room.ShowPersonRow(o, i, name, room.Joined(role, profession, institution), w.Label("registration", x.Registration), tone)
}

// edited shows the list after a change and tells the form; done says what can be undone.
func (p *peoplePart) edited(done string, before []model.Participant) {
	p.show(done, before)
	p.changed()
}

// addStaff ticks the clinic's own people.
func (p *peoplePart) addStaff() {
	w, g := p.app.desk.Words, p.app
	var options []form.Option
	for id, s := range g.people {
		taken := slices.ContainsFunc(p.rec.Participants, func(x model.Participant) bool { return x.StaffID == id })
		if s.Active && !taken {
			options = append(options, form.Option{ID: id, Title: room.Joined(s.FullName(), w.Label("profession", s.Profession))})
		}
	}

	if len(options) == 0 {
		p.app.desk.Notify(w.Say("people.all_staff"), "", nil)
		return
	}

	slices.SortFunc(options, func(a, b form.Option) int { return model.CompareNames(g.people[a.ID].Name, g.people[b.ID].Name) })
	type ids = []model.ID
	room.Ask(g.desk.Desk, ids{}, room.Question[ids]{Entity: "training", Title: w.Say("people.add_staff"), Do: w.Say("people.take"),
		Groups: []form.Group[ids]{{Lines: []form.Line[ids]{form.Ticks("staff", func() []form.Option { return options }, func(x *ids) *[]model.ID { return x })}}},
		Submit: func(chosen ids, done func(error)) {
			before := slices.Clone(p.rec.Participants)
			for _, id := range chosen {
				p.rec.Register(model.Participant{StaffID: id, Role: "peserta", AttendancePct: -1})
			}
			done(nil)
			if len(chosen) > 0 {
				p.edited(w.Say("people.added", len(chosen)), before)
			}
		}})
}

// add types a person from outside.
func (p *peoplePart) add() {
	x := model.Participant{Role: "peserta", AttendancePct: -1}
	p.askPerson(x, p.app.desk.Words.Say("people.add"), func(x model.Participant) { p.rec.Register(x) }, false)
}

// edit changes or removes a participant.
func (p *peoplePart) edit(i int) {
	p.askPerson(p.rec.Participants[i], p.app.desk.Words.Say("people.edit"), func(x model.Participant) { p.rec.Participants[i] = x }, true)
}
