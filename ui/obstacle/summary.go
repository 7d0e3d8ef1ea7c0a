package obstacle

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// shownActions is how many of the last actions a summary names.
const shownActions = 4

// named are the names of the records that an obstacle refers to.
type named struct {
	owner string
	about []subject
}

type subject struct {
	entity model.Entity
	id     model.ID
	name   string
}

// read is the page of an obstacle that is read: how it stands and until when, what was done, and what it stands in the way of.
func (g *obstacles) read(r model.Obstacle) fyne.CanvasObject {
	w := g.desk.Words
	about, care := container.New(&look.Lines{Gap: -2}), container.New(&look.Lines{})
	left := []room.Section{{Title: w.Say("summary.waits"), Content: g.waited(r)}, {Title: w.Say("tab.actions"), Content: g.done(r)}}
	if r.Resolution != "" {
		left = append(left, room.Section{Title: w.Field("resolution"), Content: paragraph(r.Resolution)})
	}

	right := []room.Section{{Title: w.Say("obstacle.about"), Content: about}, {Title: w.Say("group.obstacle_care"), Content: care}}
	if r.Description != "" {
		right = append(right, room.Section{Title: w.Field("description"), Content: paragraph(r.Description)})
	}

	task.Run(g.desk.Tasks, func(ctx context.Context) (named, error) { return g.names(ctx, r), nil }, func(n named, _ error) {
		for _, s := range n.about {
			about.Add(g.desk.LinkRow(s.name, w.Label("entity", string(s.entity)), "", look.Plain, s.entity, s.id))
		}
		if len(n.about) == 0 {
			about.Add(look.Paragraph(w.Say("obstacle.about_none"), look.ColorMuted, theme.SizeNameText, false))
		}

		care.Add(g.desk.Facts(w.Say("obstacle.care_none"), room.Fact{Label: w.Field("owner_staff_id"), Text: n.owner},
			room.Fact{Label: w.Field("escalated_to"), Text: r.EscalatedTo}, room.Fact{Label: w.Field("raised_by"), Text: r.RaisedBy},
			room.Fact{Label: w.Field("root_cause"), Text: r.RootCause}))
		about.Refresh()
		care.Refresh()
	})

	return room.Summary(left, right)
}

// names looks up what the records are called that an obstacle refers to.
func (g *obstacles) names(ctx context.Context, r model.Obstacle) (n named) {
	if r.OwnerStaffID != 0 {
		n.owner = g.desk.Named(ctx, model.EntityStaff, r.OwnerStaffID)
	}
	for _, s := range []subject{{entity: model.EntityPartner, id: r.PartnerID}, {entity: model.EntityAgreement, id: r.AgreementID},
		{entity: model.EntityReferral, id: r.ReferralID}, {entity: model.EntityTraining, id: r.TrainingID}} {
		if s.id == 0 {
			continue
		}
		if s.name = g.desk.Named(ctx, s.entity, s.id); s.name != "" {
			n.about = append(n.about, s)
		}
	}

	return n
}

// waited is how an obstacle stands, and by when it is to be settled.
func (g *obstacles) waited(r model.Obstacle) fyne.CanvasObject {
	w := g.desk.Words
	text := w.Say("summary.since", w.Day(r.RaisedOn.Time()))
	switch {
	case !r.ResolvedOn.IsZero():
		text = w.Say("obstacle.settled", w.Day(r.ResolvedOn.Time()))
	case !r.Unsettled():
		text = "" // it is not pursued, and nobody says since when
	}

	box := container.New(&look.Lines{Gap: 2}, room.WaitRow(w.Label("obstacle_status", string(r.Status)), tone(r), text))
	if !r.Unsettled() || r.DueDate.IsZero() {
		return box
	}

	chip, mark := w.Say("chip.left", g.desk.Today().DaysUntil(r.DueDate)), look.Busy
	if left := g.desk.Today().DaysUntil(r.DueDate); left < 0 {
		chip, mark = w.Say("chip.late", -left), look.Late
	} else if left <= 7 {
		mark = look.Soon
	}
	box.Add(room.WaitRow(chip, mark, w.Say("obstacle.due", w.Day(r.DueDate.Time()))))

	return box
}

// done are the last actions, the newest first.
func (g *obstacles) done(r model.Obstacle) fyne.CanvasObject {
	w := g.desk.Words
	all := slices.Clone(r.Actions)
	slices.SortStableFunc(all, func(a, b model.ObstacleAction) int { return b.Date.Time().Compare(a.Date.Time()) })
	box := container.New(&look.Lines{Gap: -6})
	for _, a := range all[:min(shownActions, len(all))] {
		when := look.Fixed(look.Scaled(92), 0, look.Muted(w.ShortDay(a.Date.Time())))
		box.Add(container.NewBorder(nil, nil, when, nil, paragraph(room.Joined(a.Text, a.By))))
	}

	if more := len(all) - shownActions; more > 0 {
		box.Add(look.Muted(w.Say("summary.more", more)))
	}
	if len(all) == 0 {
		box.Add(look.Paragraph(w.Say("obstacle.no_actions"), look.ColorMuted, theme.SizeNameText, false))
	}
	return box
}

func paragraph(text string) fyne.CanvasObject {
	return look.Paragraph(text, theme.ColorNameForeground, theme.SizeNameText, false)
}
