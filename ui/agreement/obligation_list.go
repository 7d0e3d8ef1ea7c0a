package agreement

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// shownAhead and shownBehind are how many occurrences of an obligation are listed at first: the next ones, and the last
// ones that were recorded. What is late is always listed.
const shownAhead, shownBehind = 2, 2

// shownUndated is how many obligations without a date are named.
const shownUndated = 2

// dueList lists what an agreement's obligations make due, each with its state and the way to record it.
func (g *Agreements) dueList(r *model.Agreement) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: 2})
	hidden := 0
	var undated []string
	all := g.desk.state.allDue == r.ID

	for _, o := range r.Obligations {
		listed := 0
		for i, x := range o.Occurrences {
			if !all && !g.near(o, i) {
				hidden++
				continue
			}
			listed++
			box.Add(g.dueRow(r, o, x, false))
		}

		if listed == 0 && len(o.Occurrences) == 0 && o.Text.ID != "" {
			undated = append(undated, room.Sentence(room.Short(o.Text.ID, 80)))
		}
	}

	g.addUndated(box, undated)
	if hidden > 0 {
		box.Add(container.NewHBox(look.NewButton(w.Say("obligation.show_all", hidden), func() {
			g.desk.state.allDue = r.ID
			g.Redraw()
		})))
	}

	if len(box.Objects) == 0 {
		box.Add(look.Hint(w.Say("obligation.none")))
	}
	return box
}

// addUndated says which obligations have no date. The many of an example text are counted: named one by one they would
// push the obligations themselves out of view.
func (g *Agreements) addUndated(box *fyne.Container, undated []string) {
	w := g.desk.Words
	if len(undated) > shownUndated {
		box.Add(look.Hint(w.Say("obligation.undated_many", len(undated))))
		return
	}
	for _, text := range undated {
		box.Add(look.Hint(w.Say("obligation.undated", text)))
	}
}

// near reports whether an occurrence is listed at first.
func (g *Agreements) near(o model.Obligation, i int) bool {
	x := o.Occurrences[i]
	today := g.desk.Today()
	between := 0
	if !x.Open() {
		for _, later := range o.Occurrences[i+1:] {
			if !later.Open() {
				between++
			}
		}
		return between < shownBehind
	}

	for _, sooner := range o.Occurrences[:i] {
		if sooner.Open() && !sooner.Due.Before(today) {
			between++
		}
	}

	return between < shownAhead
}

// dueRow is an occurrence with its state and the way to record it. In the narrow column of a summary its text wraps: two duties
// may begin with the same words.
func (g *Agreements) dueRow(r *model.Agreement, o model.Obligation, x model.Occurrence, narrow bool) fyne.CanvasObject {
	w := g.desk.Words
	text, tone := g.dueState(*r, o, x)
	width := float32(140)
	duty := look.Text(room.Sentence(o.Text.ID), theme.ColorNameForeground, theme.SizeNameText, false)
	if narrow {
		width = room.ChipWidth
		duty = look.Paragraph(room.Sentence(o.Text.ID), theme.ColorNameForeground, theme.SizeNameText, false)
	}

	chip := look.Fixed(look.Scaled(width), 0, container.NewHBox(look.NewChip(text, tone)))
	note := room.Joined(w.ShortDay(x.Due.Time()), w.Label("party", o.Party), o.Owner, o.Clause, x.Note, x.Evidence)
	what := container.New(&look.Lines{Gap: -14}, duty,
		look.Text(note, look.ColorMuted, theme.SizeNameCaptionText, false))
	buttons := container.NewHBox()

	if x.Evidence != "" {
		id := r.ID
		buttons.Add(g.desk.FileButtons(x.Evidence, func(ctx context.Context) ([]byte, error) {
			return g.desk.Changes.FileBytes(ctx, id, x.Evidence)
		}))
	}

	if r.Binds() {
		label := "obligation.settle"
		if !x.Open() {
			label = "obligation.change"
			buttons.Add(g.desk.Busy(look.NewButton(w.Say("obligation.reopen"), func() {
				g.Settled(func(r model.Agreement) { g.desk.reopen(r.ID, o.RecordID, x.Due) })
			})))
		}

		buttons.Add(look.NewButton(w.Say(label), func() {
			g.Settled(func(r model.Agreement) { g.desk.askSettled(r.ID, r.Title, o, x) })
		}))
	}

	return container.NewVBox(container.NewBorder(nil, nil, container.NewCenter(chip), container.NewCenter(buttons), what), widget.NewSeparator())
}

// dueState is the state of an occurrence: met, waived, late, or how many days are left.
func (g *Agreements) dueState(r model.Agreement, o model.Obligation, x model.Occurrence) (string, look.Tone) {
	w := g.desk.Words
	left := g.desk.Today().DaysUntil(x.Due)
	switch {
	case !x.Waived.IsZero():
		return w.Say("obligation.is_waived", w.ShortDay(x.Waived.Time())), look.Plain
	case !x.Done.IsZero():
		return w.Say("obligation.is_met", w.ShortDay(x.Done.Time())), look.Good
	case o.Status == "done" || o.Status == "waived":
		return w.Label("obligation_status", o.Status), look.Plain
	case !r.Binds():
		return w.Say("obligation.planned"), look.Plain
	case r.Status == model.StatusEnded && !r.StatusDate.IsZero() && x.Due.After(r.StatusDate):
		return w.Say("obligation.lapsed"), look.Plain
	case left < 0:
		return w.Say("chip.late", -left), look.Late
	case left == 0:
		return w.Say("chip.today"), look.Soon
	}

	return w.Say("chip.left", left), look.Busy
}
