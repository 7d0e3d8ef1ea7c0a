package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
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
func (a *App) askSettled(agreement model.ID, title string, o model.Obligation, x model.Occurrence) {
	w := a.words
	s := settlement{outcome: "met", on: a.session.Today(), note: x.Note, file: new(model.File)}
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
			return a.fileLine("obligation.no_evidence", "obligation.pick_evidence", s.file, func(shown bool) { curtain(shown) },
				func(picked func(model.File, error)) { a.pickFile(evidenceEnds(), picked) })
		}),
	}}}
	text := w.Say("obligation.settle_text", sentence(o.Text.ID), w.Day(x.Due.Time()), title)
	curtain = ask(a, s, question[settlement]{entity: "obligation", title: w.Say("obligation.settle"), text: text, do: w.Say("action.save"),
		groups: groups, submit: func(s settlement, done func(error)) { a.settle(agreement, o, x, s, done) }})
}

// evidenceEnds are how the names of files end that prove something.
func evidenceEnds() []string {
	return append(scanEnds(), ".docx", ".xlsx", ".odt", ".ods", ".txt", ".csv", ".eml")
}

func (a *App) settle(agreement model.ID, o model.Obligation, x model.Occurrence, s settlement, done func(error)) {
	session := a.session
	by := model.Settlement{Obligation: o.RecordID, Due: x.Due, Waive: s.outcome == "waived", On: s.on, Note: s.note, Today: session.Today()}
	if s.file.Name != "" {
		by.Evidence = s.file
	}
	task.Run(a.Tasks, func(ctx context.Context) (model.Agreement, error) {
		return session.Cooperation.Settle(ctx, agreement, by)
	}, func(r model.Agreement, err error) {
		done(err)
		if err != nil || session != a.session {
			return
		}
		a.agreementChanged(r)
		key := "obligation.met"
		if by.Waive {
			key = "obligation.waived"
		}
		a.notify(a.words.Say(key, short(sentence(o.Text.ID), 48), a.words.ShortDay(x.Due.Time())), a.words.Say("action.undo"),
			func() { a.reopen(agreement, o.RecordID, x.Due) })
	})
}

// reopen takes back that an occurrence was recorded.
func (a *App) reopen(agreement, obligation model.ID, due model.Date) {
	changeAgreement(a, func(ctx context.Context, s *Session) (model.Agreement, error) {
		return s.Cooperation.Reopen(ctx, agreement, obligation, due)
	}, a.agreementChanged)
}

// agreementChanged shows what became of an agreement, where it is shown.
func (a *App) agreementChanged(r model.Agreement) {
	if g, ok := a.places[a.place].(*agreements); ok {
		g.paperDone(r.ID)
		return
	}
	a.places[a.place].Reload()
	a.refreshCounts()
}

// settleRow opens the form for a row of the home screen.
func (a *App) settleRow(row model.Attention) {
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) (model.Agreement, error) { return session.Agreements.Get(ctx, row.Record) },
		func(r model.Agreement, err error) {
			if err != nil {
				a.report(err)
				return
			}
			for _, o := range r.Obligations {
				for _, x := range o.Occurrences {
					if o.RecordID == row.Part && x.Due == row.Due && session == a.session {
						a.askSettled(r.ID, r.Title, o, x)
						return
					}
				}
			}
			a.places[a.place].Reload() // somebody else changed it meanwhile
		})
}
