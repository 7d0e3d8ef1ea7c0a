// Package training is the room of the trainings: their people, attendance, scores and certificates. It knows no other room.
package training

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Records are what this room reads and writes of the register.
type Records struct {
	Trainings model.Register[model.Training]
	Staff     model.Register[model.Staff]
	Documents model.Register[model.Document]
	Changes   Changes
	Papers    Papers
}

// Papers are the papers of trainings.
type Papers interface {
	room.Papers
	room.Gaps
}

// Changes are what becomes of a training beyond a save. It is implemented by the store.
type Changes interface {
	Apply(ctx context.Context, id model.ID, step model.StepName, ch model.TrainingChange) (model.Training, error)
	AttachFile(ctx context.Context, training model.ID, f model.File) (model.Training, error)
	DetachFile(ctx context.Context, training model.ID, name string) (model.Training, error)
	FileBytes(ctx context.Context, training model.ID, name string) ([]byte, error)
}

// Host is what this room asks of the window beyond what every room does.
type Host interface {
	// ShowPaper shows a paper before it is issued, and calls done once it was.
	ShowPaper(job room.PaperJob, done func(model.ID))
}

// state is what survives when the window is built anew.
type state struct {
	trainings register.State[model.Training]
}

type desk struct {
	room.Desk
	Host
	Records
	state *state
}

// New is the room of an open register; its list begins with the newest.
func New(host Host, r Records) room.Place {
	s := &state{}
	s.trainings.List.Sort, s.trainings.List.Desc = "start", true
	at := func(d room.Desk) *desk { return &desk{d, host, r, s} }

	trainings := room.EntryOf(model.EntityTraining, r.Trainings, func(t model.Training) string { return room.Short(t.Title, 60) })
	trainings.Beside = []room.Beside{{Of: model.EntityPartner, Field: model.ByPartner, Title: "tab.trainings", Rank: 30},
		{Of: model.EntityAgreement, Field: model.ByAgreement, Title: "tab.trainings", Rank: 30},
		{Of: model.EntityStaff, Field: "staff_id", Title: "tab.trainings", Rank: 30}}
	trainings.Finder = func(d room.Desk, _ model.Filters) form.Finder {
		return room.FinderOf(d, r.Trainings, model.Query{Sort: "start", Desc: true}, func(t model.Training) form.Option {
			return form.Option{ID: t.ID, Title: t.Title, Detail: room.Joined(t.Number, d.Days(t.Start, t.End))}
		})
	}
	trainings.Related = func(d room.Desk, field model.FilterName, id model.ID) fyne.CanvasObject {
		return at(d).trainingsOf(field, id)
	}
	trainings.Reminders = map[string]room.Reminder{model.AttentionCertificate: {Page: "tab.certificates"},
		model.AttentionTrainingPassed: {Do: func(d room.Desk, a model.Attention) { finishRow(d, a.Record) }}}
	trainings.Dates = map[string]look.Tone{"training_starts": look.Good}

	return room.Place{Name: "trainings", Icon: theme.ListIcon(), Screen: func(d room.Desk) room.Screen { return newTrainings(at(d)) },
		Waiting: func(c model.Counts) int { return c.Certificates }, Entries: []room.Entry{trainings},
		Lists: map[string]*register.ListState{"trainings": &s.trainings.List}}
}
