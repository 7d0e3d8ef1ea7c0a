package model

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
)

// keys are where the record that a paper is about stands in JSON, beside the agreement under which the paper was made: lists and the
// history had one key for each type of record before a paper could be about any.
type keys struct {
	AgreementID  ID `json:"agreement_id,omitempty"`
	ReferralID   ID `json:"referral_id,omitempty"`
	TrainingID   ID `json:"training_id,omitempty"`
	AddendumID   ID `json:"addendum_id,omitempty"`
	ObstacleID   ID `json:"obstacle_id,omitempty"`
	EvaluationID ID `json:"evaluation_id,omitempty"`
}

// about returns the record that keys name. What is about a referral or a training may stand under an agreement.
func (k keys) about() Subject {
	switch {
	case k.ReferralID != 0:
		return About(EntityReferral, k.ReferralID)
	case k.TrainingID != 0:
		return About(EntityTraining, k.TrainingID)
	case k.AddendumID != 0:
		return About(EntityAddendum, k.AddendumID)
	case k.ObstacleID != 0:
		return About(EntityObstacle, k.ObstacleID)
	case k.EvaluationID != 0:
		return About(EntityEvaluation, k.EvaluationID)
	}
	return About(EntityAgreement, k.AgreementID)
}

// MarshalJSON writes the paper with the keys agreement_id, referral_id, training_id, addendum_id, obstacle_id and evaluation_id in the place of
// what it is about.
func (d Document) MarshalJSON() ([]byte, error) {
	type plain Document
	whole, err := json.Marshal(plain(d))
	if err != nil {
		return nil, err
	}

	subject, err := json.Marshal(d.About)
	if err != nil {
		return nil, err
	}

	named, err := json.Marshal(keys{AgreementID: cmp.Or(d.About.Of(EntityAgreement), d.AgreementID), ReferralID: d.About.Of(EntityReferral),
		TrainingID: d.About.Of(EntityTraining), AddendumID: d.About.Of(EntityAddendum), ObstacleID: d.About.Of(EntityObstacle), EvaluationID: d.About.Of(EntityEvaluation)})
	if err != nil {
		return nil, err
	}

	fields := strings.Trim(string(named), "{}")
	if fields != "" {
		fields += ","
	}

	// The mark cannot stand in a text, whose quotes are escaped.
	mark := fmt.Sprintf(`"about":%s,`, subject)
	return bytes.Replace(whole, []byte(mark), []byte(fields), 1), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Document) UnmarshalJSON(text []byte) error {
	type plain Document
	if err := json.Unmarshal(text, (*plain)(d)); err != nil {
		return err
	}

	var named keys
	if err := json.Unmarshal(text, &named); err != nil {
		return err
	}

	d.About = named.about()
	d.AgreementID = named.AgreementID
	return nil
}

// About is the record that the paper is made for.
func (d LetterData) About() Subject {
	switch {
	case d.Referral != nil:
		return About(EntityReferral, d.Referral.ID)
	case d.Training != nil:
		return About(EntityTraining, d.Training.ID)
	case d.Addendum != nil:
		return About(EntityAddendum, d.Addendum.ID)
	case d.Obstacle != nil:
		return About(EntityObstacle, d.Obstacle.ID)
	case d.Evaluation != nil:
		return About(EntityEvaluation, d.Evaluation.ID)
	}
	return About(EntityAgreement, d.Agreement.ID)
}

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

// Notice is what a letter says that ends an agreement early.
func (i Issue) Notice() Change {
	return Change{Today: i.Today, NoticeOn: i.Date, TerminatesOn: i.Said.TerminatesOn, Cause: i.Said.Cause, Reason: i.Said.Reason}
}

// saidInWords are the answers that are typed in the language of the letter: a letter that differs in nothing else says the same.
func saidInWords() []string {
	return []string{"renewal_changes", "evaluation_summary", "termination_reason", "clause_ref", "outstanding", "continuity", "closeout_place"}
}
