package training

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// shownSessions and shownPapers are how many lessons and papers a summary names.
const shownSessions, shownPapers = 6, 4

// read is the page of a training that is read: what is to be done for it, who takes part, when what is taught, and its papers.
func (g *trainings) read(r model.Training) fyne.CanvasObject {
	d := g.desk
	w := d.Words
	left := []room.Section{
		{Title: w.Say("summary.waits"), Content: g.waited(r)},
		{Title: w.Say("tab.participants"), Content: g.counted(r)},
		{Title: w.Say("summary.papers"), Content: d.Latest(model.EntityDocument, model.ByTraining, r.ID, shownPapers, w.Say("papers.none"))},
	}

	right := []room.Section{
		{Title: w.Say("summary.numbers"), Content: g.facts(r)},
		{Title: w.Say("tab.sessions"), Content: g.taught(r)},
	}

	return room.Summary(left, right)
}

// waited is how a training stands, and what is still to be done for it.
func (g *trainings) waited(r model.Training) fyne.CanvasObject {
	w := g.desk.Words
	today := g.desk.Today()
	on := func(key string, day model.Date) string {
		if day.IsZero() {
			return ""
		}
		return w.Say(key, w.Day(day.Time()))
	}

	text := on("summary.ended", r.LastDay())
	switch {
	case r.Status == model.TrainingCancelled:
		text = r.StatusReason
	case r.Start.After(today):
		text = on("training.begins", r.Start)
	case !r.LastDay().Before(today):
		text = on("summary.ends", r.LastDay())
	}

	box := container.New(&look.Lines{Gap: 2}, room.WaitRow(w.Label("training_status", string(r.Status)), trainingTone(r.Status), text))
	if r.Ahead() && !r.RSVPDate.IsZero() && !r.RSVPDate.Before(today) {
		box.Add(room.WaitRow(w.Say("chip.left", today.DaysUntil(r.RSVPDate)), look.Busy, on("training.rsvp", r.RSVPDate)))
	}
	if r.Passed(today) {
		box.Add(room.WaitRow(w.Say("chip.late", r.LastDay().DaysUntil(today)), look.Late, w.Say("training.unfinished")))
	}
	if n := r.Pending(); n > 0 {
		box.Add(room.WaitRow(w.Say("training.count", n), look.Soon, w.Say("training.pending", n)))
	}
	if n := len(r.Offer()); n > 0 && r.Status != model.TrainingCancelled {
		box.Add(room.WaitRow(w.Say("training.count", n), look.Soon, w.Say("training.offer", n)))
	}

	return box
}

// counted says how many take part, and how many have earned what.
func (g *trainings) counted(r model.Training) fyne.CanvasObject {
	w := g.desk.Words
	r.Realign()
	earned, issued, present, known, others := 0, 0, 0, 0, 0
	for _, p := range r.Participants {
		if p.Role != "peserta" {
			others++ // they earn certificates too
		}
		if ok, _ := r.Earned(p); ok {
			earned++
		}
		if p.CertificateNo != "" {
			issued++
		}
		if n := p.Attended(len(r.Sessions)); n >= 0 && p.Role == "peserta" && r.Held() {
			present += n
			known++
		}
	}

	lines := []string{g.seats(r)}
	if others > 0 {
		lines[0] = room.Joined(lines[0], w.Say("training.others", others))
	}
	if known > 0 {
		lines = append(lines, w.Say("training.present", (present+known/2)/known))
	}
	if earned+issued > 0 {
		lines = append(lines, w.Say("training.earned", earned, issued))
	}

	box := container.New(&look.Lines{Gap: -12})
	for _, line := range lines {
		box.Add(look.Paragraph(line, theme.ColorNameForeground, theme.SizeNameText, false))
	}
	return box
}

func (g *trainings) facts(r model.Training) fyne.CanvasObject {
	w := g.desk.Words
	skp := w.Label("skp_status", r.SKPStatus)
	if r.SKPStatus == "none" {
		skp = ""
	}
	if r.SKPValue > 0 {
		skp = room.Joined(skp, w.Decimal(r.SKPValue, 2), r.SKPReference)
	}

	return g.desk.Facts(w.Say("summary.no_number"),
		room.Fact{Label: w.Field("training_code"), Text: r.Number, Copy: true},
		room.Fact{Label: w.Field("date"), Text: g.desk.Days(r.Start, r.End)},
		room.Fact{Label: w.Field("place"), Text: room.Joined(r.Place, w.Label("training_method", r.Method))},
		room.Fact{Label: w.Field("link"), Text: r.Link, Copy: true},
		room.Fact{Label: w.Field("organizer"), Text: w.Label("organizer", r.Organizer)},
		room.Fact{Label: w.Field("jpl"), Text: w.Say("training.jpl", r.JPL)},
		room.Fact{Label: "SKP", Text: skp})
}

// taught are the lessons, in the order in which they stand.
func (g *trainings) taught(r model.Training) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: -4})
	for _, s := range r.Sessions[:min(shownSessions, len(r.Sessions))] {
		when := look.Fixed(look.Scaled(128), 0, look.Muted(w.ShortDay(s.Date.Time())+", "+s.Start+"–"+s.End))
		about := s.Topic
		for _, name := range s.Speakers {
			about = room.Joined(about, name)
		}
		box.Add(container.NewBorder(nil, nil, when, nil, look.Paragraph(about, theme.ColorNameForeground, theme.SizeNameText, false)))
	}

	if more := len(r.Sessions) - shownSessions; more > 0 {
		box.Add(look.Muted(w.Say("summary.more", more)))
	}
	if len(r.Sessions) == 0 {
		box.Add(look.Paragraph(w.Say("training.no_sessions"), look.ColorMuted, theme.SizeNameText, false))
	}
	return box
}
