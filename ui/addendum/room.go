// Package addendum is the room of the addenda, which is reached from their agreements. It knows no other room.
package addendum

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// Records are what this room reads and writes of the register.
type Records struct {
	Addenda    Addenda
	Agreements model.Register[model.Agreement]
}

// Addenda is a register whose records have steps. It is implemented by the store.
type Addenda interface {
	model.Register[model.Addendum]
	Apply(ctx context.Context, id model.ID, step model.StepName, said model.AddendumChange) (model.Addendum, error)
}

// Host is what this room asks of the window beyond what every room does.
type Host interface {
	// ShowPaper shows a paper before it is issued, and calls done once it was.
	ShowPaper(job room.PaperJob, done func(model.ID))
}

type desk struct {
	room.Desk
	Host
	Records
	// state is what survives when the window is built anew.
	state *register.State[model.Addendum]
}

// place is the name of the room.
const place = "addenda"

// New is the room of an open register; its list begins with the newest.
func New(host Host, r Records) room.Place {
	s := &register.State[model.Addendum]{}
	at := func(d room.Desk) *desk { return &desk{d, host, r, s} }

	e := room.EntryOf[model.Addendum](model.EntityAddendum, r.Addenda, func(a model.Addendum) string { return room.Joined(a.NumberOwn, room.Short(a.Main.Title, 60)) })
	e.Beside = []room.Beside{{Of: model.EntityAgreement, Field: model.ByAgreement, Title: "tab.addenda", Rank: 5}}
	e.Related = func(d room.Desk, _ model.FilterName, id model.ID) fyne.CanvasObject { return at(d).related(id) }
	e.Reminders = map[string]room.Reminder{model.AttentionAddendum: {Do: signRow}}

	return room.Place{Name: place, Icon: theme.DocumentIcon(), Under: "agreements", Entries: []room.Entry{e},
		Screen: func(d room.Desk) room.Screen { return newScreen(at(d)) }, Lists: map[string]*register.ListState{place: &s.List}}
}

// related lists the addenda of an agreement, and begins one.
func (d *desk) related(agreement model.ID) fyne.CanvasObject {
	q := model.Query{Filter: model.Filters{model.ByAgreement: room.IDText(agreement)}, Sort: "ordinal", Limit: 300}
	list := room.ListOf(d.Desk, func(ctx context.Context) ([]model.Addendum, error) { return d.Addenda.Find(ctx, q) },
		"addendum.none_here", func(r model.Addendum) fyne.CanvasObject {
			return d.LinkRow(d.title(r), d.detail(r), d.Words.Label("addendum_status", string(r.Status)), tone(r), model.EntityAddendum, r.ID)
		})

	begin := look.NewButtonWithIcon(d.Words.Say("addendum.new"), theme.ContentAddIcon(), func() { d.begin(agreement) })
	return container.NewBorder(look.PadXY(4, 8, container.NewHBox(begin)), nil, nil, nil, list)
}

// begin opens the form of an addendum to an agreement.
func (d *desk) begin(agreement model.ID) {
	task.Run(d.Tasks, func(ctx context.Context) (model.Agreement, error) { return d.Agreements.Get(ctx, agreement) },
		func(a model.Agreement, err error) {
			if err != nil {
				d.Report(err)
				return
			}
			d.Leave(func() { d.Show(place).(*screen).CreateFrom(model.NewAddendum(a, d.Today())) })
		})
}

// signRow opens an addendum for a row of the home screen, and over it the form of its signatures.
func signRow(d room.Desk, a model.Attention) {
	d.Leave(func() {
		g := d.Show(place).(*screen)
		register.OpenThen(g.Screen, a.Record, func() { g.steps().Do("sign") })
	})
}

// title is what an addendum is called: the how-manieth it is.
func (d *desk) title(r model.Addendum) string {
	if r.Ordinal == 0 {
		return d.Words.Say("addendum.new")
	}
	return d.Words.Say("addendum.called", d.Words.Ordinal(r.Ordinal))
}

// detail says what an addendum changes: the end, and how many articles.
func (d *desk) detail(r model.Addendum) string {
	text := r.NumberOwn
	if r.Extends() {
		text = room.Joined(text, d.Words.Say("addendum.until", d.Words.ShortDay(r.NewEndDate.Time())))
	}
	if n := len(r.Changes); n > 0 {
		text = room.Joined(text, d.Words.Say("addendum.articles", n))
	}
	return text
}

// tone is the meaning of a state's colour.
func tone(r model.Addendum) look.Tone {
	return map[model.AddendumStatus]look.Tone{model.AddendumAwaiting: look.Soon, model.AddendumActive: look.Good}[r.Status]
}
