package model

import (
	"slices"
	"strings"
)

// Change is what is said with a step of an agreement.
type Change struct {
	Today  Date
	Reason string // why a step is taken that goes back or ends
	// SignDate, SignPlace and how each party signed go with the signatures; Number is our own where none was issued.
	SignDate   Date
	SignPlace  string
	Number     string
	Signatures []Signature
	// ResumeDate is when an agreement that is suspended is expected to bind again.
	ResumeDate Date
	// NoticeOn is when notice was given, Cause why in one word, and TerminatesOn the first day on which the agreement binds no more.
	NoticeOn     Date
	Cause        string
	TerminatesOn Date
	// WaitsOn is the party that a stage waits for, WaitsName somebody by name, WaitsSince since when.
	WaitsOn, WaitsName string
	WaitsSince         Date
	// Followed says that the successor was signed.
	Followed bool
}

// Steps of an agreement that other steps and papers take.
const (
	StepSubmit StepName = "submit"
	StepIssue  StepName = "issue"
	StepNotify StepName = "notify"
)

// AgreementFlow is the life of an agreement (brief section 4.4.1).
//
// An agreement without a model text is written and signed outside the program: it becomes active as soon as that is known.
func AgreementFlow() Flow[Agreement, AgreementStatus, Change] {
	type step = Step[Agreement, AgreementStatus, Change]
	type states = []AgreementStatus
	written := func(r Agreement) bool { return r.Paper() != "" }
	unnoticed := func(r Agreement) bool { return !r.Noticed() }
	unwritten := func(r Agreement) bool { return r.Paper() == "" }

	return Flow[Agreement, AgreementStatus, Change]{
		State: func(r *Agreement) *AgreementStatus { return &r.Status },
		Noted: (*Agreement).noted,
		Steps: slices.Concat([]step{
			{Name: StepSubmit, From: states{StatusDraft}, To: StatusReview,
				Guard: func(r Agreement, _ Change) Problems { return r.Incomplete() }},
			{Name: "return", From: states{StatusReview}, To: StatusDraft,
				Guard: reasoned, Asks: []Ask[Agreement, Change]{agreementReason()}},
			// The issue of a draft submits it, too.
			{Name: StepIssue, From: states{StatusDraft, StatusReview}, To: StatusAwaiting, By: ByPaper, For: written, Main: always[Agreement],
				Guard: func(r Agreement, _ Change) Problems { return unissued(r) }},
			{Name: "sign", From: states{StatusDraft, StatusReview}, To: StatusActive, For: unwritten, Main: always[Agreement],
				Do: (*Agreement).sign, Guard: unsigned, Asks: signatureAsks(), Variant: func(Agreement) string { return "unwritten" }},
			{Name: "sign", From: states{StatusAwaiting}, To: StatusActive, Main: always[Agreement],
				Do: (*Agreement).sign, Guard: unsigned, Asks: signatureAsks()},
			{Name: "revise", From: states{StatusAwaiting}, To: StatusReview},
			{Name: "suspend", From: states{StatusActive}, To: StatusSuspended, Guard: unsuspendable,
				Asks: []Ask[Agreement, Change]{agreementReason(),
					{Name: "resume-date", Field: "resume_date", Of: func(c *Change) any { return &c.ResumeDate }, Must: always[Agreement]}}},
			{Name: "resume", From: states{StatusSuspended}, To: StatusActive, Main: always[Agreement], Guard: unresumable},
			// Notice is given by a letter of ours, or otherwise: by the partner, or by both. The day that it names ends the agreement.
			{Name: StepNotify, From: states{StatusActive, StatusSuspended}, By: ByPaper, For: unnoticed, Do: giveNotice, Guard: unterminable},
			{Name: "terminate", From: states{StatusActive, StatusSuspended}, For: unnoticed, Danger: true, Do: giveNotice,
				Guard: unterminable, Asks: terminationAsks()},
			{Name: "withdraw", From: states{StatusActive, StatusSuspended, StatusEnded}, For: recallable, Do: recall},
		}, stageSteps(), []step{
			{Name: "cancel", From: states{StatusDraft, StatusReview, StatusAwaiting}, To: StatusCancelled, Danger: true,
				Guard: reasoned, Asks: []Ask[Agreement, Change]{agreementReason()}},

			{Name: "end", From: states{StatusActive, StatusSuspended}, To: StatusEnded, By: ByClock,
				When: func(r Agreement, now Change) bool { return r.comes(now.Today) }, Do: terminate},
			{Name: "extend", From: states{StatusActive}, To: StatusActive, By: ByClock,
				When: func(r Agreement, now Change) bool { return !now.Followed && r.goesOn(now.Today) }, Do: (*Agreement).extend},
			{Name: "supersede", From: states{StatusExpired}, To: StatusRenewed, By: ByClock,
				When: func(_ Agreement, now Change) bool { return now.Followed },
				Do:   func(r *Agreement, now Change) { r.StatusSince, r.Notice = now.Today, "" }},
			{Name: "supersede", From: states{StatusActive, StatusSuspended}, To: StatusRenewed, By: ByClock,
				When: func(r Agreement, now Change) bool { return now.Followed && r.over(now.Today) },
				Do:   func(r *Agreement, _ Change) { r.end("") }},
			{Name: "expire", From: states{StatusActive, StatusSuspended}, To: StatusExpired, By: ByClock,
				When: func(r Agreement, now Change) bool { return r.over(now.Today) },
				Do:   func(r *Agreement, _ Change) { r.end(NoticeExpired) }},
		}),
	}
}

// agreementReason asks why.
func agreementReason() Ask[Agreement, Change] {
	return Ask[Agreement, Change]{Name: "reason", Field: "status_reason", Of: func(c *Change) any { return &c.Reason }, Must: always[Agreement], Long: true}
}

// signatureAsks ask what is known of every signature.
func signatureAsks() []Ask[Agreement, Change] {
	unnumbered := func(r Agreement) bool { return r.NumberOwn == "" }
	return []Ask[Agreement, Change]{
		{Name: "number", Field: "number_own", Of: func(c *Change) any { return &c.Number }, For: unnumbered, Must: always[Agreement]},
		{Name: "date", Field: "sign_date", Of: func(c *Change) any { return &c.SignDate }, Must: always[Agreement]},
		{Name: "place", Field: "sign_place", Of: func(c *Change) any { return &c.SignPlace }},
	}
}

// reasoned is the guard of a step that needs a reason.
func reasoned(_ Agreement, ch Change) Problems {
	var c checker
	c.required("status_reason", ch.Reason)
	return c.found
}

// unsuspendable asks why an agreement is suspended, and until which of its days.
func unsuspendable(r Agreement, ch Change) Problems {
	c := checker{reasoned(r, ch)}
	switch {
	case ch.ResumeDate.IsZero():
		c.add("resume_date", CodeRequired)
	case !ch.ResumeDate.After(ch.Today) || ch.ResumeDate.After(r.EndDate):
		c.add("resume_date", "outside_term")
	}
	return c.found
}

// unresumable keeps an agreement suspended whose end has passed.
func unresumable(r Agreement, ch Change) Problems {
	var c checker
	if r.over(ch.Today) {
		c.add("end_date", "term_over")
	}
	return c.found
}

// noted writes since when the state holds, and the reason that belongs to it.
func (r *Agreement) noted(ch Change) {
	r.StatusSince = ch.Today
	r.StatusReason = strings.TrimSpace(ch.Reason)
	r.StatusDate = Date{}
	r.ResumeDate = ch.ResumeDate
	if ch.Reason != "" {
		r.StatusDate = ch.Today
	}
	enterStage(r, ch.Today)
}

// Apply takes a step of the agreement's flow.
func (r *Agreement) Apply(step StepName, ch Change) error { return AgreementFlow().Take(r, step, ch) }
