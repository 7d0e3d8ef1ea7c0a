package model

import (
	"cmp"
	"slices"
	"strings"
)

// Journey is the way of an agreement until it binds and beyond, stage by stage, and what a short one still owes.
type Journey struct {
	Stages []Stage `json:"stages,omitempty"`
	// FullDue is the day until which the full agreement should bind that a short one on the fast track announces; zero without one.
	FullDue Date `json:"full_due,omitzero"`
}

// Stage is one state on the way of an agreement.
type Stage struct {
	Status AgreementStatus `json:"status"`
	Since  Date            `json:"since"`
	// Until is the day on which the next one began; zero while this one runs.
	Until Date `json:"until,omitzero"`
	// WaitsOn is the party that is waited for, and WaitsName somebody by name; without both it is who usually has to act.
	WaitsOn    string  `json:"waits_on,omitempty"`
	WaitsName  string  `json:"waits_name,omitempty"`
	WaitsSince Date    `json:"waits_since,omitzero"`
	Pauses     []Pause `json:"pauses,omitempty"`
}

// Pause is a time in which a stage rests: its days do not count.
type Pause struct {
	From   Date   `json:"from"`
	To     Date   `json:"to,omitzero"` // the first day that counts again
	Reason string `json:"reason"`
}

// WayStatuses are the states before an agreement binds, in which days are lost.
func WayStatuses() []AgreementStatus {
	return []AgreementStatus{StatusDraft, StatusReview, StatusAwaiting}
}

// Stage is the present one of an agreement; false when none is known.
func (j Journey) Stage() (Stage, bool) {
	if len(j.Stages) == 0 {
		return Stage{}, false
	}
	return j.Stages[len(j.Stages)-1], true
}

// Paused reports whether the stage rests.
func (s Stage) Paused() bool {
	return len(s.Pauses) > 0 && s.Pauses[len(s.Pauses)-1].To.IsZero() && s.Until.IsZero()
}

// Days are the days of a stage until it ended, or until today, without its pauses.
func (s Stage) Days(today Date) int { return s.count(today, Date.DaysUntil) }

// WorkingDays are its days of work.
func (s Stage) WorkingDays(today Date, w WorkWeek) int { return s.count(today, w.WorkingDays) }

// count counts the days of a stage without its pauses; count says how many there are from a day until another one.
func (s Stage) count(today Date, count func(from, to Date) int) int {
	end := s.Until
	if end.IsZero() {
		end = today
	}
	if s.Since.IsZero() || !s.Since.Before(end) {
		return 0
	}

	n := count(s.Since, end)
	for _, p := range s.Pauses {
		to := p.To
		if to.IsZero() || to.After(end) {
			to = end
		}
		if p.From.Before(to) {
			n -= count(p.From, to)
		}
	}

	return n
}

// SignedWithin are the days from the first stage to the signature; false where the way before it is not known.
func (j Journey) SignedWithin(w WorkWeek) (days, working int, known bool) {
	for _, s := range j.Stages {
		if !slices.Contains(WayStatuses(), s.Status) {
			return days, working, known && s.Status == StatusActive
		}
		known = true
		days += s.Days(s.Until)
		working += s.WorkingDays(s.Until, w)
	}
	return 0, 0, false
}

// enterStage closes the last stage and begins that of the state which an agreement is in. What the day did too early leaves no stage.
func enterStage(r *Agreement, today Date) {
	stages := slices.Clone(r.Stages)
	for n := len(stages) - 1; n >= 0 && !r.Over() && (Agreement{Status: stages[n].Status}).Over(); n-- {
		if stages = stages[:n]; n > 0 {
			stages[n-1].Until = Date{}
		}
	}

	n := len(stages)
	if n == 0 || stages[n-1].Status != r.Status {
		since := beginsStage(*r, stages, today)
		if n > 0 {
			stages[n-1].end(since)
		}
		stages = append(stages, Stage{Status: r.Status, Since: since})
	}
	r.Stages = stages
}

// beginsStage is the day on which the state of an agreement began. Signatures were waited for until they were given, whenever that is
// noted, and no stage begins before the last one.
func beginsStage(r Agreement, before []Stage, today Date) Date {
	since := r.StatusSince
	if since.IsZero() {
		since = today
	}
	if len(before) == 0 {
		return since
	}

	last := before[len(before)-1]
	if r.Status == StatusActive && last.Status != StatusSuspended && !r.SignDate.IsZero() && r.SignDate.Before(since) {
		since = r.SignDate
	}
	if since.Before(last.Since) {
		return last.Since
	}
	return since
}

// end closes a stage, and the pause that it rests in.
func (s *Stage) end(on Date) {
	s.Until = on
	s.Pauses = slices.Clone(s.Pauses)
	if n := len(s.Pauses); n > 0 && s.Pauses[n-1].To.IsZero() {
		s.Pauses[n-1].To = on
		if s.Pauses[n-1].From.After(on) { // it began after the signature that was noted late
			s.Pauses = s.Pauses[:n-1]
		}
	}
}

// stageSteps keep the state of an agreement that does not bind yet: on whom its stage waits, and when it rests.
func stageSteps() []Step[Agreement, AgreementStatus, Change] {
	paused := func(r Agreement) bool {
		s, known := r.Stage()
		return known && s.Paused()
	}
	running := func(r Agreement) bool { return !paused(r) }
	reason := agreementReason()
	reason.Field = "pause_reason"

	return []Step[Agreement, AgreementStatus, Change]{
		{Name: "wait", From: WayStatuses(), Guard: unwaited, Asks: []Ask[Agreement, Change]{
			{Name: "party", Field: "waits_on", Of: func(c *Change) any { return &c.WaitsOn }, Codes: PartyRoles, List: "party"},
			{Name: "whom", Field: "waits_name", Of: func(c *Change) any { return &c.WaitsName }, Hint: "hint.waits_name"},
			{Name: "since", Field: "waits_since", Of: func(c *Change) any { return &c.WaitsSince }},
		}, Do: onStage(func(s *Stage, ch Change) {
			s.WaitsOn, s.WaitsName, s.WaitsSince = ch.WaitsOn, strings.TrimSpace(ch.WaitsName), cmp.Or(ch.WaitsSince, ch.Today)
		})},
		{Name: "pause", From: WayStatuses(), For: running, Asks: []Ask[Agreement, Change]{reason},
			Guard: func(_ Agreement, ch Change) Problems {
				var c checker
				c.text("pause_reason", ch.Reason, 500)
				return c.found
			},
			Do: onStage(func(s *Stage, ch Change) {
				s.Pauses = append(slices.Clone(s.Pauses), Pause{From: ch.Today, Reason: strings.TrimSpace(ch.Reason)})
			})},
		{Name: "go_on", From: WayStatuses(), For: paused, Do: onStage(func(s *Stage, ch Change) {
			s.Pauses = slices.Clone(s.Pauses)
			s.Pauses[len(s.Pauses)-1].To = ch.Today
		})},
	}
}

// onStage changes the present stage of an agreement.
func onStage(do func(*Stage, Change)) func(*Agreement, Change) {
	return func(r *Agreement, ch Change) {
		enterStage(r, ch.Today)
		do(&r.Stages[len(r.Stages)-1], ch)
	}
}

// unwaited says what speaks against what is noted of whom a stage waits for.
func unwaited(r Agreement, ch Change) Problems {
	var c checker
	switch {
	case ch.WaitsOn == "" && strings.TrimSpace(ch.WaitsName) == "":
		c.add("waits_on", CodeRequired)
	case ch.WaitsOn != "" && r.Party(ch.WaitsOn) == nil:
		c.add("waits_on", CodeUnknownValue)
	}
	c.length("waits_name", ch.WaitsName, 200)

	switch s, _ := r.Stage(); {
	case s.WaitsSince.After(ch.Today):
		c.add("waits_since", "future_date")
	case s.WaitsSince.Before(s.Since):
		c.add("waits_since", "before_stage", s.Since.String())
	}
	return c.found
}

// WaitedFor are the party and the name that a stage waits for. Where nobody said it, the clinic writes and reviews, and the partner
// has to sign.
func WaitedFor(r Agreement, s Stage) (role, name string) {
	if s.WaitsOn != "" || s.WaitsName != "" {
		return s.WaitsOn, s.WaitsName
	}
	for _, p := range r.Parties {
		if (p.PartnerID != 0) == (s.Status == StatusAwaiting) {
			return p.Role, ""
		}
	}
	return "", ""
}

// RunsOn reports whether a stage ran at the end of a day.
func (s Stage) RunsOn(day Date) bool {
	return !s.Since.IsZero() && !s.Since.After(day) && (s.Until.IsZero() || s.Until.After(day))
}

// EndedIn reports whether a stage ended in a time whose last day counts.
func (s Stage) EndedIn(from, to Date) bool { return s.Until.within(from, to) }
