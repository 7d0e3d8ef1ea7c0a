package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/addendum"
	"jejaring/ui/agreement"
	"jejaring/ui/evaluation"
	"jejaring/ui/home"
	"jejaring/ui/letter"
	"jejaring/ui/obstacle"
	"jejaring/ui/paper"
	"jejaring/ui/partner"
	"jejaring/ui/referral"
	"jejaring/ui/register"
	"jejaring/ui/reminder"
	"jejaring/ui/report"
	"jejaring/ui/room"
	"jejaring/ui/settings"
	"jejaring/ui/training"
)

// rooms are the rooms of an open register. Those that other rooms ask for something have a name besides.
type rooms struct {
	places   []room.Place
	settings *settings.Room
	paper    *paper.Room
	reminder *reminder.Room
}

// furnish makes the rooms of a register, in the order of the navigation: a new place is one line here.
func (a *App) furnish(s *Session) *rooms {
	r := &rooms{}
	h := &host{app: a, session: s}
	h.rooms = r
	r.settings = settings.New(h, s.Settings)
	r.reminder = reminder.New(s.Reminder)
	r.paper = paper.New(s.Paper, func(v *paper.Viewer) { a.viewer = v })

	r.places = []room.Place{
		home.New(h, s.Home),
		partner.New(h, s.Partner),
		agreement.New(h, s.Agreement),
		addendum.New(h, s.Addendum),
		letter.New(h, s.Letter),
		referral.New(h, s.Referral),
		training.New(h, s.Training),
		obstacle.New(h, s.Obstacle),
		evaluation.New(h, s.Evaluation),
		report.New(s.Report),
		r.settings.Place(),
		r.reminder.Place(),
	}

	for name, list := range r.lists() {
		for _, w := range a.App.Preferences().FloatList("widths." + name) {
			list.Widths = append(list.Widths, float32(w))
		}
	}

	return r
}

// listed are the places of the navigation, in its order.
func (r *rooms) listed() []room.Place {
	return slices.DeleteFunc(slices.Clone(r.places), func(p room.Place) bool { return p.Under != "" })
}

// place is the one with a name, the first one where there is none.
func (r *rooms) place(name string) room.Place {
	at := slices.IndexFunc(r.places, func(p room.Place) bool { return p.Name == name })
	return r.places[max(at, 0)]
}

// entry is what is known of a record type, and the place that shows it.
func (r *rooms) entry(entity model.Entity) (e room.Entry, place string) {
	for _, p := range r.places {
		for _, e := range p.Entries {
			if e.Entity == entity {
				return e, p.Name
			}
		}
	}
	return room.Entry{}, ""
}

// beside are the pages that the records of a type have for those of other types, in their order.
func (r *rooms) beside(of model.Entity) []room.Beside {
	var pages []room.Beside
	for _, p := range r.places {
		for _, e := range p.Entries {
			for _, b := range e.Beside {
				if b.Of == of {
					b.Listed = e.Entity
					b.Number = e.Number
					pages = append(pages, b)
				}
			}
		}
	}

	slices.SortStableFunc(pages, func(a, b room.Beside) int { return a.Rank - b.Rank })
	return pages
}

// referred is the type of record that a field refers to by its name, or "".
func (r *rooms) referred(field string) model.Entity {
	field, ok := strings.CutSuffix(strings.TrimSuffix(field, "s"), "_id")
	if !ok {
		return ""
	}

	for _, p := range r.places {
		for _, e := range p.Entries {
			name := string(e.Entity)
			if field == name || strings.HasSuffix(field, "_"+name) || slices.Contains(e.Fields, field) {
				return e.Entity
			}
		}
	}

	return ""
}

// lists are those whose columns can be made wider, by the name under which the settings keep them.
func (r *rooms) lists() map[string]*register.ListState {
	all := map[string]*register.ListState{}
	for _, p := range r.places {
		for name, list := range p.Lists {
			all[name] = list
		}
	}
	return all
}

// remember keeps the widths of columns for the next start; while no register was open there is nothing to keep.
func (r *rooms) remember(p fyne.Preferences) {
	if r == nil {
		return
	}
	for name, list := range r.lists() {
		widths := make([]float64, len(list.Widths))
		for i, w := range list.Widths {
			widths[i] = float64(w)
		}
		p.SetFloatList("widths."+name, widths)
	}
}

// named is what a record is called, or "".
func (r *rooms) named(ctx context.Context, entity model.Entity, id model.ID) string {
	if e, _ := r.entry(entity); e.Name != nil {
		return e.Name(ctx, id)
	}
	return ""
}

// openRecord shows a record of any type in its place.
func (a *App) openRecord(entity model.Entity, id model.ID) {
	e, place := a.rooms.entry(entity)
	if place == "" || e.Hidden {
		return
	}

	a.leave(func() {
		switch s := a.show(place).(type) {
		case interface{ OpenID(model.ID) }:
			s.OpenID(id)
		case interface {
			OpenRecord(model.Entity, model.ID)
		}:
			s.OpenRecord(entity, id)
		}
	})
}

// openRecordAt shows a record at the page with a title and at an input, where its place knows them.
func (a *App) openRecordAt(entity model.Entity, id model.ID, page, field string) {
	_, place := a.rooms.entry(entity)

	a.leave(func() {
		switch s := a.show(place).(type) {
		case interface {
			OpenAt(id model.ID, page, field string)
		}:
			s.OpenAt(id, page, field)
		case interface {
			OpenRecordAt(entity model.Entity, id model.ID, page, field string)
		}:
			s.OpenRecordAt(entity, id, page, field)
		default:
			a.openRecord(entity, id)
		}
	})
}
