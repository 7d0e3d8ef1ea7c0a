package training

import (
	"context"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/room"
)

// trainingsOf lists the trainings with a partner or under an agreement, newest first.
func (d *desk) trainingsOf(field model.FilterName, id model.ID) fyne.CanvasObject {
	return room.ListOf(d.Desk, func(ctx context.Context) ([]model.Training, error) {
		return d.Trainings.Find(ctx, model.Query{Filter: model.Filters{field: room.IDText(id)}, Sort: "start", Desc: true, Limit: 300})
	}, "training.none_here", func(r model.Training) fyne.CanvasObject {
		detail := room.Joined(r.Number, d.Days(r.Start, r.End), r.Place)
		return d.LinkRow(r.Title, detail, d.Words.Label("training_status", string(r.Status)), trainingTone(r.Status), "training", r.ID)
	})
}
