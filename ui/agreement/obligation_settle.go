package agreement

import (
	"context"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// settlement is what the form of an obligation asks: whether it was met or is waived, when, what is to be said about it, and
// the proof.
type settlement struct {
	outcome string
	on      model.Date
	note    string
	file    *model.File
}

// outcomes are the two ends of what is owed.
func outcomes() []string { return []string{"met", "waived"} }

// askSettled records one occurrence of an obligation, from the home screen or from its agreement.
func (d *desk) askSettled(agreement model.ID, title string, o model.Obligation, x model.Occurrence) {
	w := d.Words
	s := settlement{outcome: "met", on: d.Today(), note: x.Note, file: new(model.File)}
	switch {
	case !x.Waived.IsZero():
		s.outcome, s.on = "waived", x.Waived
	case !x.Done.IsZero():
		s.on = x.Done
	}

	var curtain func(shown bool)
	groups := []form.Group[settlement]{{Lines: []form.Line[settlement]{
		form.Choice("outcome", "obligation_outcome", outcomes, func(s *settlement) *string { return &s.outcome }).Must(),
		form.Day("on", func(s *settlement) *model.Date { return &s.on }).Must(),
		form.LongText("note", func(s *settlement) *string { return &s.note }).Hint("hint.obligation_note"),
		form.Note(func(s *settlement) fyne.CanvasObject {
			return d.FileLine("obligation.no_evidence", "obligation.pick_evidence", s.file, func(shown bool) { curtain(shown) },
				func(picked func(model.File, error)) { d.PickFile(evidenceEnds(), picked) })
		}),
	}}}
	text := w.Say("obligation.settle_text", room.Sentence(o.Text.ID), w.Day(x.Due.Time()), title)
	if who := room.Joined(w.Label("party", o.Party), o.Owner, o.Clause); o.Owner+o.Clause != "" {
		text += "\n" + who
	}
	curtain = room.Ask(d.Desk, s, room.Question[settlement]{Entity: "obligation", Title: w.Say("obligation.settle"), Text: text, Do: w.Say("action.save"),
		Groups: groups, Submit: func(s settlement, done func(error)) { d.settle(agreement, o, x, s, done) }})
}

// evidenceEnds are how the names of files end that prove something.
func evidenceEnds() []string {
	return append(room.ScanEnds(), ".docx", ".xlsx", ".odt", ".ods", ".txt", ".csv", ".eml")
}

func (d *desk) settle(agreement model.ID, o model.Obligation, x model.Occurrence, s settlement, done func(error)) {
	by := model.Settlement{Obligation: o.RecordID, Due: x.Due, Waive: s.outcome == "waived", On: s.on, Note: s.note, Today: d.Today()}
	if s.file.Name != "" {
		by.Evidence = s.file
	}

	task.Run(d.Tasks, func(ctx context.Context) (model.Agreement, error) {
		return d.Changes.Settle(ctx, agreement, by)
	}, func(r model.Agreement, err error) {
		done(err)
		if err != nil || !d.Current() {
			return
		}

		d.agreementChanged(r)
		key := "obligation.met"
		if by.Waive {
			key = "obligation.waived"
		}

		d.Notify(d.Words.Say(key, room.Short(room.Sentence(o.Text.ID), 48), d.Words.ShortDay(x.Due.Time())), d.Words.Say("action.undo"),
			func() { d.reopen(agreement, o.RecordID, x.Due) })
	})
}

// reopen takes back that an occurrence was recorded.
func (d *desk) reopen(agreement, obligation model.ID, due model.Date) {
	changeAgreement(d, func(ctx context.Context, s *desk) (model.Agreement, error) {
		return s.Changes.Reopen(ctx, agreement, obligation, due)
	}, d.agreementChanged)
}

// agreementChanged shows what became of an agreement, where it is shown.
func (d *desk) agreementChanged(r model.Agreement) {
	if g, ok := d.Shown().(*Agreements); ok {
		g.paperDone(r.ID)
		return
	}
	d.Shown().Reload()
	d.Recount()
}

// settleRow opens the form for a row of the home screen.
func (d *desk) settleRow(row model.Attention) {
	task.Run(d.Tasks, func(ctx context.Context) (model.Agreement, error) { return d.Agreements.Get(ctx, row.Record) },
		func(r model.Agreement, err error) {
			if err != nil {
				d.Report(err)
				return
			}

			for _, o := range r.Obligations {
				for _, x := range o.Occurrences {
					if o.RecordID == row.Part && x.Due == row.Due && d.Current() {
						d.askSettled(r.ID, r.Title, o, x)
						return
					}
				}
			}

			d.Shown().Reload() // somebody else changed it meanwhile
		})
}
