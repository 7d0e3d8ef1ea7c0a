package model

import "strings"

// AddendumChange is what is said with a step of an addendum.
type AddendumChange struct {
	Today         Date
	Reason        string
	Number        string // our own, where none was issued
	NumberPartner string
	SignDate      Date
	SignPlace     string
}

// AddendumFlow is the life of an addendum (brief section 4.4.1). One that was written outside the program is signed as it is.
func AddendumFlow() Flow[Addendum, AddendumStatus, AddendumChange] {
	type (
		step   = Step[Addendum, AddendumStatus, AddendumChange]
		ask    = Ask[Addendum, AddendumChange]
		states = []AddendumStatus
		change = AddendumChange
	)
	unwritten := func(r Addendum) bool { return r.Main.Paper == "" }
	written := func(r Addendum) bool { return !unwritten(r) }
	reason := ask{Name: "reason", Field: "status_reason", Of: func(c *change) any { return &c.Reason }, Must: always[Addendum], Long: true}
	signed := []ask{
		{Name: "number", Field: "number_own", Of: func(c *change) any { return &c.Number }, Must: always[Addendum],
			For: func(r Addendum) bool { return r.NumberOwn == "" }},
		{Name: "partner-number", Field: "number_partner", Of: func(c *change) any { return &c.NumberPartner }, Hint: "hint.addendum_number",
			For: func(r Addendum) bool { return r.NumberPartner == "" }},
		{Name: "date", Field: "sign_date", Of: func(c *change) any { return &c.SignDate }, Must: always[Addendum]},
		{Name: "place", Field: "sign_place", Of: func(c *change) any { return &c.SignPlace }},
	}

	return Flow[Addendum, AddendumStatus, AddendumChange]{
		State: func(r *Addendum) *AddendumStatus { return &r.Status },
		Steps: []step{
			{Name: StepIssue, From: states{AddendumDraft}, To: AddendumAwaiting, By: ByPaper, For: written, Main: always[Addendum],
				Guard: func(r Addendum, _ change) Problems { return r.Incomplete() }},
			{Name: "sign", From: states{AddendumAwaiting}, To: AddendumActive, Main: always[Addendum], Asks: signed, Do: signAddendum, Guard: unsignedAddendum},
			{Name: "sign", From: states{AddendumDraft}, To: AddendumActive, Main: unwritten, Asks: signed, Do: signAddendum, Guard: unsignedAddendum,
				Variant: func(Addendum) string { return "unwritten" }},
			{Name: "revise", From: states{AddendumAwaiting}, To: AddendumDraft},
			{Name: "cancel", From: states{AddendumDraft, AddendumAwaiting}, To: AddendumCancelled, Danger: true, Asks: []ask{reason},
				Do: func(r *Addendum, said change) { r.StatusReason = strings.TrimSpace(said.Reason) },
				Guard: func(r Addendum, _ change) Problems {
					var c checker
					c.required("status_reason", r.StatusReason)
					return c.found
				}},
		},
	}
}

func signAddendum(r *Addendum, said AddendumChange) {
	r.NumberOwn = firstText(r.NumberOwn, strings.TrimSpace(said.Number))
	r.NumberPartner = firstText(r.NumberPartner, strings.TrimSpace(said.NumberPartner))
	r.SignPlace = firstText(strings.TrimSpace(said.SignPlace), r.SignPlace)
	r.SignDate = said.SignDate
}

// unsignedAddendum says what speaks against the signatures: a gap, and a day on which its agreement could not be changed. After its
// end only a new agreement helps (brief section 2.10).
func unsignedAddendum(r Addendum, said AddendumChange) Problems {
	c := checker{found: r.Incomplete()}
	c.required("number_own", r.NumberOwn)
	switch day := r.SignDate; {
	case day.IsZero():
		c.add("sign_date", CodeRequired)
	case day.After(said.Today):
		c.add("sign_date", "future_date")
	case day.After(r.Main.EndDate):
		c.add("sign_date", "addendum_late", r.Main.EndDate.String())
	case day.Before(r.Main.SignDate):
		c.add("sign_date", "addendum_early", r.Main.SignDate.String())
	}
	return c.found
}

// Amended is what addenda did to the term of an agreement.
type Amended struct {
	// FirstEndDate is the end for which the agreement was signed, and AgreedEndDate the last one that an addendum agreed; zero while
	// none moved it.
	FirstEndDate  Date `json:"first_end_date,omitzero"`
	AgreedEndDate Date `json:"agreed_end_date,omitzero"`
}

// Amend moves the end of an agreement as a signed addendum says, and reports whether it did. An agreement that the day had ended binds
// again. Terms by which it goes on by itself count from the new end.
func Amend(a *Agreement, by Addendum, today Date) bool {
	if by.Status != AddendumActive || !MainOf(*a).Amendable() || !by.Extends() || !by.NewEndDate.After(a.EndDate) {
		return false
	}

	first := a.EndDate
	if !a.OriginalEndDate.IsZero() {
		first = a.OriginalEndDate
	}
	if a.FirstEndDate.IsZero() {
		a.FirstEndDate = first
	}

	a.EndDate, a.AgreedEndDate = by.NewEndDate, by.NewEndDate
	a.OriginalEndDate = Date{}
	a.PassDay(today, false)
	return true
}

// FirstEnd is the end of the term for which an agreement was signed, whatever moved it since.
func FirstEnd(a Agreement) Date {
	for _, end := range []Date{a.FirstEndDate, a.OriginalEndDate} {
		if !end.IsZero() {
			return end
		}
	}
	return a.EndDate
}
