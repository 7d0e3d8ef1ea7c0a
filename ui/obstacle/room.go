// Package obstacle is the room of what stands in the way of a cooperation. It knows no other room.
package obstacle

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

// Records are what this room reads and writes of the register.
type Records struct{ Obstacles Obstacles }

// Obstacles is a register whose records have steps. It is implemented by the store.
type Obstacles interface {
	model.Register[model.Obstacle]
	Apply(ctx context.Context, id model.ID, step model.StepName, said model.ObstacleChange) (model.Obstacle, error)
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
	state *register.State[model.Obstacle]
}

// place is the name of the room in the navigation.
const place = "obstacles"

// New is the room of an open register; its list begins with what stands in the way still, the newest first.
func New(host Host, r Records) room.Place {
	s := &register.State[model.Obstacle]{}
	at := func(d room.Desk) *desk { return &desk{d, host, r, s} }

	e := room.EntryOf[model.Obstacle](model.EntityObstacle, r.Obstacles, func(o model.Obstacle) string { return room.Short(o.Title, 60) })
	for _, of := range []model.Entity{model.EntityPartner, model.EntityAgreement, model.EntityReferral, model.EntityTraining} {
		e.Beside = append(e.Beside, room.Beside{Of: of, Field: model.FilterName(of + "_id"), Title: "tab.obstacles", Rank: 35})
	}

	e.Finder = func(d room.Desk, _ model.Filters) form.Finder {
		return room.FinderOf(d, r.Obstacles, model.Query{Sort: "raised_on", Desc: true}, func(o model.Obstacle) form.Option {
			return form.Option{ID: o.ID, Title: o.Title, Detail: room.Joined(o.About, d.Words.ShortDay(o.RaisedOn.Time()))}
		})
	}
	e.Related = func(d room.Desk, field model.FilterName, id model.ID) fyne.CanvasObject {
		return at(d).related(field, id)
	}
	e.Reminders = map[string]room.Reminder{model.AttentionObstacle: {Do: resolveRow},
		model.AttentionObstacleGrave: {Chip: room.Waits("chip.grave", look.Late), Do: takeUpRow}}
	e.Dates = map[string]look.Tone{"obstacle_due": look.Busy}
	e.Figures, e.Parts = figures, parts

	return room.Place{Name: place, Icon: theme.WarningIcon(), Screen: func(d room.Desk) room.Screen { return newObstacles(at(d)) },
		Waiting: func(c model.Counts) int { return c.Waits[model.EntityObstacle] }, Entries: []room.Entry{e},
		Lists: map[string]*register.ListState{place: &s.List}}
}

// related lists the obstacles of another record, the newest first, and begins one for it.
func (d *desk) related(field model.FilterName, id model.ID) fyne.CanvasObject {
	q := model.Query{Filter: model.Filters{field: room.IDText(id)}, Sort: "raised_on", Desc: true, Limit: 300}
	list := room.ListOf(d.Desk, func(ctx context.Context) ([]model.Obstacle, error) { return d.Obstacles.Find(ctx, q) },
		"obstacle.none_here", func(r model.Obstacle) fyne.CanvasObject {
			detail := room.Joined(d.Words.ShortDay(r.RaisedOn.Time()), d.Words.Label("obstacle_category", r.Category))
			return d.LinkRow(r.Title, detail, d.Words.Label("obstacle_status", string(r.Status)), tone(r), model.EntityObstacle, r.ID)
		})

	begin := look.NewButtonWithIcon(d.Words.Say("obstacle.new"), theme.ContentAddIcon(), func() {
		d.Leave(func() { d.Show(place).(*obstacles).createFor(field, id) })
	})
	return container.NewBorder(look.PadXY(4, 8, container.NewHBox(begin)), nil, nil, nil, list)
}
