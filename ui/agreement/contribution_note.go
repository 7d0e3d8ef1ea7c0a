package agreement

import (
	"context"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// delivery is what the form of a receipt asks: the delivery and its proof.
type delivery struct {
	model.Receipt
	file *model.File
}

// askReceived notes that some of a contribution came: all that is open, today. At is a receipt that is changed, from 1.
func (d *desk) askReceived(r agreement, k model.Contribution, at int) {
	w := d.Words
	s := delivery{file: new(model.File), Receipt: model.Receipt{Date: d.Today()}}
	s.Amount, s.Quantity = k.Open()
	q := room.Question[delivery]{Entity: "receipt", Title: w.Say("contribution.receive"), Do: w.Say("action.save"),
		Text: w.Say("contribution.receive_text", d.itemOf(k), d.partyName(r, k.Party), r.Title)}
	if at > 0 {
		s.Receipt = k.Received[at-1]
		q.Aside, q.AsideDo = w.Say("contribution.undo"), func() {
			d.handOver(r.ID, model.Handover{What: model.HandoverReceived, Contribution: k.No, At: at, Undo: true}, "contribution.undone", nil)
		}
	}

	var curtain func(shown bool)
	q.Groups = []form.Group[delivery]{{Lines: receiptLines(k)}, {Lines: []form.Line[delivery]{
		form.LongText("note", func(s *delivery) *string { return &s.Note }),
		form.Note(func(s *delivery) fyne.CanvasObject {
			return d.FileLine("obligation.no_evidence", "obligation.pick_evidence", s.file, func(shown bool) { curtain(shown) },
				func(picked func(model.File, error)) { d.PickFile(evidenceEnds(), picked) })
		})}}}
	q.Submit = func(s delivery, done func(error)) {
		by := model.Handover{What: model.HandoverReceived, Contribution: k.No, At: at, Receipt: s.Receipt}
		if s.file.Name != "" {
			by.Evidence = s.file
		}
		d.handOver(r.ID, by, "contribution.noted", done)
	}
	curtain = room.Ask(d.Desk, s, q)
}

// receiptLines are the questions about a delivery that fit its kind.
func receiptLines(k model.Contribution) []form.Line[delivery] {
	type D = delivery
	lines := []form.Line[D]{form.PastDay("date", func(s *D) *model.Date { return &s.Date }).Must()}
	switch {
	case k.Kind == "money":
		lines = append(lines, form.Money("amount", func(s *D) *model.Money { return &s.Amount }).Must())
	case model.Counted(k.Kind):
		lines = append(lines, form.Number("quantity", func(s *D) *int { return &s.Quantity }))
	}

	if model.Perishable(k.Kind) {
		lines = append(lines, form.Day("expiry", func(s *D) *model.Date { return &s.Expiry }).Hint("hint.expiry"))
	}
	if k.Kind != "money" {
		lines = append(lines, form.Text("condition", func(s *D) *string { return &s.Condition }).Hint("hint.condition"))
	}
	return lines
}

// askReturned notes that a loan went back.
func (d *desk) askReturned(r agreement, k model.Contribution) {
	w := d.Words
	room.Ask(d.Desk, delivery{Receipt: model.Receipt{Date: d.Today()}}, room.Question[delivery]{Entity: "receipt",
		Title: w.Say("contribution.return"), Text: w.Say("contribution.return_text", d.itemOf(k), w.Day(k.ReturnBy.Time()), r.Title), Do: w.Say("action.save"),
		Groups: []form.Group[delivery]{{Lines: []form.Line[delivery]{
			form.PastDay("date", func(s *delivery) *model.Date { return &s.Date }).Must(),
			form.Text("condition", func(s *delivery) *string { return &s.Condition }).Must().Label("field.return_condition")}}},
		Submit: func(s delivery, done func(error)) {
			d.handOver(r.ID, model.Handover{What: model.HandoverReturned, Contribution: k.No, Receipt: s.Receipt}, "contribution.is_returned", done)
		}})
}

// askUsedUp notes that nothing is left of a batch.
func (d *desk) askUsedUp(r agreement, k model.Contribution, at int) {
	w := d.Words
	room.Ask(d.Desk, delivery{Receipt: model.Receipt{Date: d.Today()}}, room.Question[delivery]{Entity: "receipt",
		Title: w.Say("contribution.use_up"), Text: w.Say("contribution.use_up_text", d.itemOf(k), w.Day(k.Received[at-1].Expiry.Time()), r.Title), Do: w.Say("action.save"),
		Groups: []form.Group[delivery]{{Lines: []form.Line[delivery]{form.PastDay("date", func(s *delivery) *model.Date { return &s.Date }).Must()}}},
		Submit: func(s delivery, done func(error)) {
			d.handOver(r.ID, model.Handover{What: model.HandoverUsedUp, Contribution: k.No, At: at, Receipt: s.Receipt}, "contribution.is_used_up", done)
		}})
}

// handOver writes a note, and offers to take back what can be. Done is told how it ended; nil reports it.
func (d *desk) handOver(agreement model.ID, by model.Handover, said string, done func(error)) {
	by.Today = d.Today()
	task.Run(d.Tasks, func(ctx context.Context) (model.Agreement, error) { return d.Changes.Handover(ctx, agreement, by) },
		func(r model.Agreement, err error) {
			switch {
			case done != nil:
				done(err)
			case err != nil:
				d.Report(err)
			}
			if err != nil || !d.Current() {
				return
			}

			d.agreementChanged(r)
			if by.Undo || by.What == model.HandoverReceived {
				d.Notify(d.Words.Say(said), "", nil)
				return
			}
			back := by
			back.Undo, back.Evidence = true, nil
			d.Notify(d.Words.Say(said), d.Words.Say("action.undo"), func() { d.handOver(agreement, back, "contribution.undone", nil) })
		})
}

// lastHandover is what the record of the latest handover says, with the contact persons of both sides; false where nothing was handed over.
func lastHandover(r agreement) (model.Said, bool) {
	said := model.Said{HandedAt: r.SignPlace}
	for _, k := range r.Contributions {
		for _, x := range k.Received {
			if !x.Date.Before(said.HandedOn) {
				said.HandedOn, said.Handed, said.Provider = x.Date, model.HandoverReceived, k.Party
			}
		}
		if !k.ReturnedOn.IsZero() && !k.ReturnedOn.Before(said.HandedOn) {
			said.HandedOn, said.Handed, said.Provider = k.ReturnedOn, model.HandoverReturned, k.Party
		}
	}

	for _, p := range r.Parties {
		pic, _ := r.PICOf(p.Role)
		name := &said.TakenBy
		if (p.Role == said.Provider) == (said.Handed == model.HandoverReceived) {
			name = &said.HandedBy
		}
		if *name == "" {
			*name = pic.Name
		}
	}
	return said, !said.HandedOn.IsZero() && r.Binds()
}

// handoverRow opens the form for a row of the home screen.
func (d *desk) handoverRow(row model.Attention) {
	task.Run(d.Tasks, func(ctx context.Context) (model.Agreement, error) { return d.Agreements.Get(ctx, row.Record) },
		func(r model.Agreement, err error) {
			if err != nil {
				d.Report(err)
				return
			}

			for _, k := range r.Contributions {
				if model.ID(k.No) == row.Part && d.Current() && d.askAbout(r, k, row) {
					return
				}
			}
			d.Shown().Reload() // somebody else changed it meanwhile
		})
}

// askAbout opens the form that a row asks for, and reports whether it still asks.
func (d *desk) askAbout(r agreement, k model.Contribution, row model.Attention) bool {
	switch row.Kind {
	case model.AttentionContribution:
		d.askReceived(r, k, 0)
		return true
	case model.AttentionLoan:
		d.askReturned(r, k)
		return true
	}

	for n, x := range k.Received {
		if x.Left() && x.Expiry == row.Due {
			d.askUsedUp(r, k, n+1)
			return true
		}
	}
	return false
}
