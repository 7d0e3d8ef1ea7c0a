package model

// Said is what a letter says of its own, which no record holds: it is asked for before the letter is made (DocumentKind.Asks), and
// kept with it. Each kind of letter asks for a part of it.
type Said struct {
	AnswerBy   Date   `json:"answer_deadline"`
	RenewBy    string `json:"renewal_paper,omitempty"` // the draft that is enclosed: RenewalPapers
	Changes    string `json:"renewal_changes,omitempty"`
	Evaluation string `json:"evaluation_summary,omitempty"`

	TerminatesOn  Date   `json:"terminates_on,omitzero"`
	Cause         string `json:"termination_cause,omitempty"` // TerminationCauses
	Reason        string `json:"termination_reason,omitempty"`
	Clause        string `json:"clause_ref,omitempty"`
	Outstanding   string `json:"outstanding,omitempty"`
	Continuity    string `json:"continuity,omitempty"`
	CloseoutOn    Date   `json:"closeout_date,omitzero"`
	CloseoutPlace string `json:"closeout_place,omitempty"`

	HandedOn Date   `json:"handover_date,omitzero"`
	Handed   string `json:"handover_kind,omitempty"` // HandoverReceived or HandoverReturned
	Provider string `json:"provider,omitempty"`      // p1 … p4: whose contributions they are
	HandedAt string `json:"handover_place,omitempty"`
	HandedBy string `json:"handed_by,omitempty"`
	TakenBy  string `json:"taken_by,omitempty"`
}

// RenewalPapers lists the papers by which an agreement may go on.
func RenewalPapers() []string { return []string{"new", "addendum"} }

// renewalAsks are what an offer to renew asks (brief section 2.11).
func renewalAsks() []Ask[Agreement, Issue] {
	return []Ask[Agreement, Issue]{
		{Name: "answer-by", Field: "answer_deadline", Of: func(i *Issue) any { return &i.Said.AnswerBy }, Must: always[Agreement]},
		{Name: "renew-by", Field: "renewal_paper", Of: func(i *Issue) any { return &i.Said.RenewBy }, Must: always[Agreement],
			Codes: RenewalPapers, List: "renewal_paper"},
		{Name: "changes", Field: "renewal_changes", Of: func(i *Issue) any { return &i.Said.Changes }, Long: true, Hint: "hint.renewal_changes"},
		{Name: "evaluation", Field: "evaluation_summary", Of: func(i *Issue) any { return &i.Said.Evaluation }, Long: true,
			Hint: "hint.evaluation_summary"},
	}
}

// noticeAsks are what a notice of termination asks (brief section 2.12).
func noticeAsks() []Ask[Agreement, Issue] {
	return []Ask[Agreement, Issue]{
		{Name: "cause", Field: "termination_cause", Of: func(i *Issue) any { return &i.Said.Cause }, Must: always[Agreement],
			Codes: TerminationCauses, List: "termination_cause"},
		{Name: "effective", Field: "terminates_on", Of: func(i *Issue) any { return &i.Said.TerminatesOn }, Must: always[Agreement], Hint: "hint.terminates_on"},
		{Name: "reason", Field: "termination_reason", Of: func(i *Issue) any { return &i.Said.Reason }, Must: always[Agreement], Long: true,
			Hint: "hint.termination_reason"},
		{Name: "clause", Field: "clause_ref", Of: func(i *Issue) any { return &i.Said.Clause }, Hint: "hint.clause_ref"},
		{Name: "outstanding", Field: "outstanding", Of: func(i *Issue) any { return &i.Said.Outstanding }, Long: true, Hint: "hint.outstanding"},
		{Name: "continuity", Field: "continuity", Of: func(i *Issue) any { return &i.Said.Continuity }, Long: true, Hint: "hint.continuity"},
		{Name: "closeout", Field: "closeout_date", Of: func(i *Issue) any { return &i.Said.CloseoutOn }},
		{Name: "closeout-place", Field: "closeout_place", Of: func(i *Issue) any { return &i.Said.CloseoutPlace }},
	}
}

// HandoversOnPaper lists what a handover record can be about.
func HandoversOnPaper() []string { return []string{HandoverReceived, HandoverReturned} }

// handoverAsks are what a handover record asks: all that came from a party on a day, or went back to it, stands on one paper.
func handoverAsks() []Ask[Agreement, Issue] {
	return []Ask[Agreement, Issue]{
		{Name: "handed-on", Field: "handover_date", Of: func(i *Issue) any { return &i.Said.HandedOn }, Must: always[Agreement], Hint: "hint.handover_date"},
		{Name: "handed", Field: "handover_kind", Of: func(i *Issue) any { return &i.Said.Handed }, Must: always[Agreement],
			Codes: HandoversOnPaper, List: "handover_kind"},
		{Name: "provider", Field: "provider", Of: func(i *Issue) any { return &i.Said.Provider }, Must: always[Agreement], Codes: PartyRoles, List: "party"},
		{Name: "handed-by", Field: "handed_by", Of: func(i *Issue) any { return &i.Said.HandedBy }, Must: always[Agreement]},
		{Name: "received-by", Field: "taken_by", Of: func(i *Issue) any { return &i.Said.TakenBy }, Must: always[Agreement]},
		{Name: "place", Field: "handover_place", Of: func(i *Issue) any { return &i.Said.HandedAt }},
	}
}

// Notice is what a letter says that ends an agreement early.
func (i Issue) Notice() Change {
	return Change{Today: i.Today, NoticeOn: i.Date, TerminatesOn: i.Said.TerminatesOn, Cause: i.Said.Cause, Reason: i.Said.Reason}
}

// saidInWords are the answers that are typed in the language of the letter: a letter that differs in nothing else says the same.
func saidInWords() []string {
	return []string{"renewal_changes", "evaluation_summary", "termination_reason", "clause_ref", "outstanding", "continuity", "closeout_place", "handover_place"}
}
