package agreement

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// shownDue, shownLast and shownGoals are how many dues, letters and papers, and goals a summary names.
const shownDue, shownLast, shownGoals = 4, 3, 3

// chipWidth is the room for the state of what is waited for.
const chipWidth = 108

// read is the page of an agreement that is read: what is waited for, whom one calls, its numbers, papers and letters.
func (g *Agreements) read(r agreement) fyne.CanvasObject {
	d := g.desk
	w := d.Words
	left := []room.Section{{Title: w.Say("summary.waits"), Content: g.waited(r)}}
	if len(r.Goals) > 0 {
		left = append(left, room.Section{Title: w.Say("summary.goals"), Content: g.goals(r)})
	}
	left = append(left, room.Section{Title: w.Say("summary.papers"), Content: container.New(&look.Lines{Gap: -2}, g.scanned(r),
		d.Latest(model.EntityDocument, model.ByAgreement, r.ID, shownLast, w.Say("papers.none")))})

	right := []room.Section{
		{Title: w.Say("summary.contacts"), Content: d.People(g.people(r))},
		{Title: w.Say("summary.numbers"), Content: g.facts(r)},
		{Title: w.Say("summary.letters"), Content: d.Latest(model.EntityMessage, model.ByAgreement, r.ID, shownLast, w.Say("letters.none_linked"))},
	}

	return room.Summary(left, right)
}

// waited is what an agreement waits for: its end or its next state, and what is owed next under it.
func (g *Agreements) waited(r agreement) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: 2})
	today := g.desk.Today()
	switch {
	case r.InForce(today):
		tone := look.Good
		if r.Expiring(today) {
			tone = look.Soon
		}
		box.Add(g.waitRow(w.Say("chip.left", r.DaysLeft(today)), tone, w.Say("summary.ends", w.Day(r.EndDate.Time()))))
	case !r.StatusSince.IsZero():
		text, tone := g.desk.statusChip(r)
		box.Add(g.waitRow(text, tone, w.Say("summary.since", w.Day(r.StatusSince.Time()))))
	}

	type due struct {
		of model.Obligation
		on model.Occurrence
	}
	var open []due
	for _, o := range r.Obligations {
		for _, x := range o.Occurrences {
			if x.Open() && o.Status != "done" && o.Status != "waived" {
				open = append(open, due{o, x})
			}
		}
	}

	slices.SortStableFunc(open, func(a, b due) int { return cmp.Compare(b.on.Due.DaysUntil(a.on.Due), 0) })
	for _, x := range open[:min(shownDue, len(open))] {
		box.Add(g.dueRow(&r, x.of, x.on, chipWidth))
	}

	if len(box.Objects) == 0 {
		box.Add(look.Paragraph(w.Say("summary.nothing"), look.ColorMuted, theme.SizeNameText, false))
	}
	return box
}

func (g *Agreements) waitRow(chip string, tone look.Tone, text string) fyne.CanvasObject {
	return container.NewBorder(nil, nil, container.NewCenter(look.Fixed(look.Scaled(chipWidth), 0, container.NewHBox(look.NewChip(chip, tone)))), nil,
		look.Paragraph(text, theme.ColorNameForeground, theme.SizeNameText, false))
}

func (g *Agreements) goals(r agreement) fyne.CanvasObject {
	box := container.New(&look.Lines{Gap: -12})
	for _, goal := range r.Goals[:min(shownGoals, len(r.Goals))] {
		box.Add(look.Text("• "+room.Sentence(goal.Text.ID), theme.ColorNameForeground, theme.SizeNameText, false))
	}
	if more := len(r.Goals) - shownGoals; more > 0 {
		box.Add(look.Muted(g.desk.Words.Say("summary.more", more)))
	}
	return box
}

// scanned says whether the signed paper is there.
func (g *Agreements) scanned(r agreement) fyne.CanvasObject {
	w := g.desk.Words
	switch {
	case r.Scanned():
		return look.Text(w.Say("summary.scan"), theme.ColorNameForeground, theme.SizeNameText, false)
	case r.Ran():
		return look.Text(w.Say("summary.no_scan"), theme.ColorNameWarning, theme.SizeNameText, false)
	}
	return container.NewWithoutLayout()
}

// people are whom both sides named for this agreement.
func (g *Agreements) people(r agreement) []room.Reached {
	var all []room.Reached
	for _, p := range r.PICs {
		party := r.Party(p.Party)
		name := g.desk.Clinic().Name
		if party.PartnerID != 0 {
			name = party.PartnerName
		}
		all = append(all, room.Reached{Name: p.Name, Role: room.Joined(p.Position, name), Phone: p.Phone, Email: p.Email})
	}
	return all
}

func (g *Agreements) facts(r agreement) fyne.CanvasObject {
	w := g.desk.Words
	facts := []room.Fact{{Label: w.Say("summary.ours"), Text: r.NumberOwn, Copy: true}}
	for _, p := range r.Partners() {
		facts = append(facts, room.Fact{Label: w.Say("summary.theirs"), Text: p.OwnNumber, Copy: true})
	}

	signed := ""
	if !r.SignDate.IsZero() {
		signed = w.ShortDay(r.SignDate.Time())
	}
	facts = append(facts, room.Fact{Label: w.Say("summary.signed"), Text: signed}, room.Fact{Label: w.Say("summary.term"), Text: g.desk.period(r)},
		room.Fact{Label: w.Say("summary.model"), Text: w.Label("cooperation_model", r.CooperationModel)})

	return g.desk.Facts(w.Say("summary.no_number"), facts...)
}
