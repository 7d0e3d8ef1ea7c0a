package agreement

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

// repealed lists the rules that an agreement cites and that count no more, with what took their place.
func (d *desk) repealed(r agreement) fyne.CanvasObject {
	fetch := func(ctx context.Context) ([]model.LegalBasis, error) {
		all, err := d.LegalBases.Find(ctx, model.Query{})
		return slices.DeleteFunc(all, func(b model.LegalBasis) bool { return !slices.Contains(r.LegalBasisIDs, b.ID) || !b.Repealed() }), err
	}
	return room.ListOf(d.Desk, fetch, "law.all_in_force", func(b model.LegalBasis) fyne.CanvasObject { return d.repealedRow(r, b) })
}

// repealedRow is one of them. A draft exchanges it, an agreement in force needs an addendum.
func (d *desk) repealedRow(r agreement, b model.LegalBasis) fyne.CanvasObject {
	w := d.Words
	text := w.Say("law.repealed", b.Citation)
	if b.ReplacedBy != 0 {
		text = w.Say("law.replaced", b.Citation, b.Replacement, w.Day(b.ReplacedSince.Time()))
	}

	buttons := container.NewHBox()
	switch {
	case !r.Standing() && b.ReplacedBy != 0:
		buttons.Add(look.NewButton(w.Say("law.exchange"), func() { d.exchange(r.ID, b) }))
	case model.MainOf(r).Amendable():
		buttons.Add(look.NewButton(w.Say("agreement.amend"), func() { d.amend(r) }))
	}
	return container.NewBorder(nil, nil, nil, container.NewCenter(buttons), look.Paragraph(text, theme.ColorNameWarning, theme.SizeNameText, false))
}

// exchange cites what took the place of a rule instead of it.
func (d *desk) exchange(agreement model.ID, old model.LegalBasis) {
	task.Run(d.Tasks, func(ctx context.Context) (model.Agreement, error) {
		r, err := d.Agreements.Get(ctx, agreement)
		if err != nil {
			return r, err
		}
		model.CiteInstead(&r, old.ID, old.ReplacedBy)
		return r, d.Agreements.Save(ctx, &r)
	}, func(r model.Agreement, err error) {
		if err != nil {
			d.Report(err)
			return
		}
		d.agreementChanged(r)
		d.Notify(d.Words.Say("law.exchanged"), "", nil)
	})
}
