package agreement

import (
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

// read is the page of an agreement that is read: what is waited for, whom one calls, its numbers, papers and letters.
func (g *Agreements) read(r agreement) fyne.CanvasObject {
	d := g.desk
	w := d.Words
	waits := container.New(&look.Lines{Gap: 8}, g.waited(r))
	if begins(r) {
		waits.Add(d.lessons(r))
	}
	left := []room.Section{{Title: w.Say("summary.waits"), Content: waits}}
	if len(model.GoalsOf(r, "")) > 0 {
		left = append(left, room.Section{Title: w.Say("summary.goals"), Content: g.goals(r)})
	}
	if !r.Over() {
		left = append(left, room.Section{Title: w.Say("summary.journey"), Content: g.desk.journey(r)})
	}
	if len(r.Contributions) > 0 {
		left = append(left, room.Section{Title: w.Say("group.contributions"), Content: d.contributed(r)})
	}
	left = append(left, notes(g, r)...)
	if len(r.LegalBasisIDs) > 0 && !r.Over() {
		left = append(left, room.Section{Title: w.Say("law.title"), Content: d.repealed(r)})
	}
	if r.Ran() {
		left = append(left, room.Section{Title: w.Say("addendum.in_force"), Content: d.wording(r)})
	}
	left = append(left, room.Section{Title: w.Say("summary.papers"), Content: container.New(&look.Lines{Gap: -2}, g.scanned(r),
		d.Latest(model.EntityDocument, model.ByAgreement, r.ID, shownLast, w.Say("papers.none")))})

	right := []room.Section{
		{Title: w.Say("summary.contacts"), Content: d.People(g.people(r))},
		{Title: w.Say("summary.numbers"), Content: g.facts(r)},
		{Title: w.Say("summary.letters"), Content: d.Latest(model.EntityMessage, model.ByAgreement, r.ID, shownLast, w.Say("letters.none_linked"))},
	}
	if r.Status == model.StatusDraft {
		right = slices.Insert(right, 2, room.Section{Title: w.Say("group.ready"), Content: checklist(g, &r)})
	}

	return room.Summary(left, right)
}

// waited is what an agreement waits for: its end or its next state, and what is owed next under it.
func (g *Agreements) waited(r agreement) fyne.CanvasObject {
	box := container.New(&look.Lines{Gap: 2})
	if chip, tone, text := g.stands(r); text != "" {
		box.Add(room.WaitRow(chip, tone, text))
	}

	due := g.openDues(r)
	for _, x := range due[:min(shownDue, len(due))] {
		box.Add(g.dueRow(&r, x.of, x.on, true))
	}

	if len(box.Objects) == 0 {
		box.Add(look.Paragraph(g.desk.Words.Say("summary.nothing"), look.ColorMuted, theme.SizeNameText, false))
	}
	return box
}

// stands is the state of an agreement with the day that belongs to it: its end, its beginning, or since when it is so.
func (g *Agreements) stands(r agreement) (chip string, tone look.Tone, text string) {
	w := g.desk.Words
	today := g.desk.Today()
	chip, tone = g.desk.statusChip(r)
	on := func(key string, day model.Date) string {
		if day.IsZero() {
			return ""
		}
		return w.Say(key, w.Day(day.Time()))
	}

	switch {
	case r.Terminating():
		return chip, tone, on("summary.terminates", r.TerminatesOn)
	case r.Status == model.StatusActive && r.InForce(today):
		if !r.Expiring(today) {
			tone = look.Good
		}
		return w.Say("chip.left", r.DaysLeft(today)), tone, on("summary.ends", r.EndDate)
	case r.NotYetEffective(today):
		return chip, tone, on("summary.begins", r.StartDate)
	case r.Status == model.StatusExpired || r.Status == model.StatusRenewed:
		return chip, tone, on("summary.ended", r.EndDate)
	case !r.StatusDate.IsZero():
		return chip, tone, on("summary.since", r.StatusDate)
	}

	return chip, tone, on("summary.since", r.StatusSince)
}

// openDue is an occurrence of an obligation that is still to be met.
type openDue struct {
	of model.Obligation
	on model.Occurrence
}

// openDues are what is still owed under an agreement that binds, the earliest first. What would fall due after an early end
// is owed no more.
func (g *Agreements) openDues(r agreement) []openDue {
	var open []openDue
	for _, o := range r.Obligations {
		for _, x := range o.Occurrences {
			if r.Owed(o, x, g.desk.Today()) {
				open = append(open, openDue{o, x})
			}
		}
	}

	slices.SortStableFunc(open, func(a, b openDue) int { return a.on.Due.Time().Compare(b.on.Due.Time()) })
	return open
}

func (g *Agreements) goals(r agreement) fyne.CanvasObject {
	box := container.New(&look.Lines{Gap: -12})
	shared := model.GoalsOf(r, "")
	for _, goal := range shared[:min(shownGoals, len(shared))] {
		box.Add(look.Text("• "+room.Sentence(goal.Text.ID), theme.ColorNameForeground, theme.SizeNameText, false))
		if goal.Baseline != "" {
			box.Add(look.Muted(g.desk.measured(goal.Indicator, goal.Baseline, r.Terms.Shown(goal.Target))))
		}
	}
	if more := len(shared) - shownGoals; more > 0 {
		box.Add(look.Muted(g.desk.Words.Say("summary.more", more)))
	}

	for _, k := range r.KPIs {
		if k.Baseline != "" {
			box.Add(look.Muted(g.desk.measured(k.Name, k.Baseline, r.Terms.Shown(k.Target))))
		}
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
		all = append(all, room.Reached{Name: p.Name, Role: room.Joined(p.Position, name), Phone: p.Phone, Email: p.Email,
			Routine: g.desk.routine(p.Channel, p.Rhythm)})
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
		room.Fact{Label: w.Say("summary.model"), Text: w.Label("cooperation_model", r.CooperationModel)},
		room.Fact{Label: w.Say("summary.secrecy"), Text: w.Label("confidentiality", r.Confidentiality)})

	return g.desk.Facts(w.Say("summary.no_number"), facts...)
}
