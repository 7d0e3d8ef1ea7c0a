package model

// Said is what a letter says of its own, which no record holds: it is asked for before the letter is made (DocumentKind.Asks), and
// kept with it. Each kind of letter asks for a part of it.
type Said struct {
	AnswerBy   Date   `json:"answer_deadline"`
	RenewBy    string `json:"renewal_paper,omitempty"` // the draft that is enclosed: RenewalPapers
	Changes    string `json:"renewal_changes,omitempty"`
	Evaluation string `json:"evaluation_summary,omitempty"`
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

// saidInWords are the answers that are typed in the language of the letter: a letter that differs in nothing else says the same.
func saidInWords() []string { return []string{"renewal_changes", "evaluation_summary"} }
