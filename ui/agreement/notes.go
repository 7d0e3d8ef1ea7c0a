package agreement

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// notes are the parts of a summary about who must know, and what information flows.
func notes(g *Agreements, r agreement) (all []room.Section) {
	w := g.desk.Words
	if len(r.MustKnow) > 0 {
		all = append(all, room.Section{Title: w.Say("group.must_know"), Content: untold(g, r)})
	}

	if len(r.Exchanges) > 0 {
		box := container.New(&look.Lines{Gap: 4})
		for _, x := range r.Exchanges {
			box.Add(exchange(g, r, x))
		}
		all = append(all, room.Section{Title: w.Say("group.exchanges"), Content: box})
	}
	return all
}

// untold counts who was not told of the agreement yet, and notes for each of them that it was done today.
func untold(g *Agreements, r agreement) fyne.CanvasObject {
	w := g.desk.Words
	left := model.Untold(r)
	if len(left) == 0 {
		return look.Muted(w.Say("must_know.all", len(r.MustKnow)))
	}

	box := container.New(&look.Lines{Gap: 4}, look.Text(w.Say("must_know.left", len(left), len(r.MustKnow)), theme.ColorNameForeground, theme.SizeNameText, false))
	for _, who := range left {
		note := look.NewButton(w.Say("must_know.note"), func() { g.Settled(func(r model.Agreement) { g.desk.tell(r.ID, who) }) })
		box.Add(row("", look.Plain, who.Name, named(w, "contact_channel", who.How), note))
	}
	return box
}

// exchange is information that flows, with the day on which it is due next, and the way to note that it was sent.
func exchange(g *Agreements, r agreement, x model.Exchange) fyne.CanvasObject {
	w := g.desk.Words
	detail := room.Joined(w.Label("party", x.Party), w.Label("rhythm", x.Rhythm), named(w, "contact_channel", x.Channel))
	if !x.LastSent.IsZero() {
		detail = room.Joined(detail, w.Say("exchange.last", w.ShortDay(x.LastSent.Time())))
	}

	if !r.InForce(g.desk.Today()) {
		return row("", look.Plain, x.What, detail, nil)
	}

	chip, tone := w.Label("rhythm", x.Rhythm), look.Plain
	if next := x.Next(r.StartDate); !next.IsZero() {
		chip, tone = nextChip(w, g.desk.Today().DaysUntil(next))
	}
	sent := look.NewButton(w.Say("exchange.note"), func() { g.Settled(func(r model.Agreement) { g.desk.send(r.ID, x) }) })
	return row(chip, tone, x.What, detail, sent)
}

// nextChip says how late something is, or how many days are left.
func nextChip(w translations.Words, left int) (string, look.Tone) {
	switch {
	case left < 0:
		return w.Say("chip.late", -left), look.Late
	case left == 0:
		return w.Say("chip.today"), look.Soon
	}
	return w.Say("chip.left", left), look.Busy
}

// row is a line of the summary: its chip, what it is about, and a button.
func row(chip string, tone look.Tone, text, detail string, button fyne.CanvasObject) fyne.CanvasObject {
	what := container.New(&look.Lines{Gap: -14}, look.Paragraph(text, theme.ColorNameForeground, theme.SizeNameText, false))
	if detail != "" {
		what.Add(look.Paragraph(detail, look.ColorMuted, theme.SizeNameCaptionText, false))
	}

	var mark, do fyne.CanvasObject
	if chip != "" {
		mark = container.NewCenter(look.Fixed(look.Scaled(room.ChipWidth), 0, container.NewHBox(look.NewChip(chip, tone))))
	}
	if button != nil {
		do = container.NewCenter(button)
	}
	return container.NewBorder(nil, nil, mark, do, what)
}

// tell notes that somebody was told today, with a way back.
func (d *desk) tell(id model.ID, who model.MustKnow) {
	today := d.Today()
	changeAgreement(d, func(ctx context.Context, s *desk) (model.Agreement, error) {
		return s.Changes.Tell(ctx, id, who, today)
	}, func(r model.Agreement) {
		d.agreementChanged(r)
		told := who
		told.ToldOn = today
		d.Notify(d.Words.Say("must_know.noted", room.Short(who.Name, 48)), d.Words.Say("action.undo"), func() {
			changeAgreement(d, func(ctx context.Context, s *desk) (model.Agreement, error) {
				return s.Changes.Tell(ctx, id, told, who.ToldOn)
			}, d.agreementChanged)
		})
	})
}

// send notes that information was sent today, with a way back.
func (d *desk) send(id model.ID, x model.Exchange) {
	today := d.Today()
	changeAgreement(d, func(ctx context.Context, s *desk) (model.Agreement, error) { return s.Changes.Send(ctx, id, x, today) }, func(r model.Agreement) {
		d.agreementChanged(r)
		sent := x
		sent.LastSent = today
		d.Notify(d.Words.Say("exchange.noted", room.Short(x.What, 48)), d.Words.Say("action.undo"), func() {
			changeAgreement(d, func(ctx context.Context, s *desk) (model.Agreement, error) {
				return s.Changes.Send(ctx, id, sent, x.LastSent)
			}, d.agreementChanged)
		})
	})
}

// sendRow notes for a row of the home screen that its information was sent.
func (d *desk) sendRow(a model.Attention) {
	task.Run(d.Tasks, func(ctx context.Context) (model.Agreement, error) { return d.Agreements.Get(ctx, a.Record) },
		func(r model.Agreement, err error) {
			at := int(a.Part) - 1
			switch {
			case err != nil:
				d.Report(err)
			case at < 0 || at >= len(r.Exchanges) || r.Exchanges[at].Next(r.StartDate) != a.Due: // somebody else changed it meanwhile
				d.Shown().Reload()
			case d.Current():
				d.send(r.ID, r.Exchanges[at])
			}
		})
}

// named is the label of a code, or nothing where none was chosen.
func named(w translations.Words, group, code string) string {
	if code == "" {
		return ""
	}
	return w.Label(group, code)
}

// routine says how one speaks with a contact person, and how often.
func (d *desk) routine(channel, rhythm string) string {
	return room.Joined(named(d.Words, "contact_channel", channel), named(d.Words, "rhythm", rhythm))
}

// measured is an indicator with what it was before the cooperation and what it is to become, as far as they are known.
func (d *desk) measured(indicator, baseline, target string) string {
	switch {
	case baseline != "" && target != "":
		return d.Words.Say("ready.measured", indicator, baseline, target)
	case baseline != "":
		return d.Words.Say("ready.before", indicator, baseline)
	case target != "":
		return d.Words.Say("ready.target", indicator, target)
	}
	return indicator
}

// secrecyTone is the colour of how secret an agreement is.
func secrecyTone(level string) look.Tone {
	switch level {
	case "confidential":
		return look.Soon
	case "strictly_confidential":
		return look.Late
	}
	return look.Plain
}
