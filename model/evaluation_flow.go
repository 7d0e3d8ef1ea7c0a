package model

import (
	"fmt"
	"strings"
)

// EvaluationStatus is the state of an evaluation.
type EvaluationStatus string

// The states of an evaluation: prepared, and recorded by both sides.
const (
	EvaluationDraft EvaluationStatus = "draft"
	EvaluationHeld  EvaluationStatus = "held"
)

// EvaluationStatuses lists the states in the order of an evaluation's life.
func EvaluationStatuses() []EvaluationStatus {
	return []EvaluationStatus{EvaluationDraft, EvaluationHeld}
}

// EvaluationChange is what is said with a step of an evaluation.
type EvaluationChange struct {
	Today  Date
	Reason string // why what was recorded is open again
}

// EvaluationFlow is the life of an evaluation. The issue of its minutes records it, too; one that was recorded wrongly is opened again
// with a reason, and its minutes are then issued again under their number.
func EvaluationFlow() Flow[Evaluation, EvaluationStatus, EvaluationChange] {
	type (
		step   = Step[Evaluation, EvaluationStatus, EvaluationChange]
		ask    = Ask[Evaluation, EvaluationChange]
		states = []EvaluationStatus
	)
	reason := ask{Name: "reason", Field: "status_reason", Of: func(c *EvaluationChange) any { return &c.Reason }, Must: always[Evaluation], Long: true}

	return Flow[Evaluation, EvaluationStatus, EvaluationChange]{
		State: func(r *Evaluation) *EvaluationStatus { return &r.Status },
		Check: func(r Evaluation, _ EvaluationChange) Problems { return r.Check() },
		Steps: []step{
			{Name: "hold", From: states{EvaluationDraft}, To: EvaluationHeld, Main: always[Evaluation], Guard: unheld,
				Do: func(r *Evaluation, _ EvaluationChange) { r.StatusReason = "" }},
			{Name: StepIssue, From: states{EvaluationDraft, EvaluationHeld}, To: EvaluationHeld, By: ByPaper, Guard: unheld,
				Main: func(r Evaluation) bool { return r.Held() && r.RecordNo == "" },
				Do:   func(r *Evaluation, _ EvaluationChange) { r.StatusReason = "" }},
			{Name: "reopen", From: states{EvaluationHeld}, To: EvaluationDraft, Asks: []ask{reason},
				Do: func(r *Evaluation, said EvaluationChange) { r.StatusReason = strings.TrimSpace(said.Reason) },
				Guard: func(r Evaluation, _ EvaluationChange) Problems {
					var c checker
					c.required("status_reason", r.StatusReason)
					return c.found
				}},
		},
	}
}

// unheld is what is missing before an evaluation is recorded: a day that has come, a score of every item, and how it goes on.
func unheld(r Evaluation, said EvaluationChange) Problems {
	found := r.Unfinished()
	if r.Date.After(said.Today) {
		found = append(found, Problem{Field: "date", Code: "future_date"})
	}
	return found
}

// Unfinished lists what an evaluation must have before it is recorded.
func (r Evaluation) Unfinished() Problems {
	var c checker
	if r.Date.IsZero() {
		c.add("date", CodeRequired)
	}
	if len(r.Items) == 0 {
		c.add("items", CodeRequired)
	}

	for i, item := range r.Items {
		if _, scored := item.Value(); !scored {
			c.add(fmt.Sprintf("items[%d].own_score", i), CodeRequired)
		}
	}

	c.required("recommendation", r.Recommendation)
	return c.found
}

// Held reports whether both sides have recorded the evaluation.
func (r Evaluation) Held() bool { return r.Status == EvaluationHeld }

// HeldBy reports whether the evaluation was recorded and took place by the end of a day.
func (r Evaluation) HeldBy(day Date) bool { return r.Held() && !r.Date.IsZero() && !r.Date.After(day) }

// HeldBetween reports whether the evaluation was recorded and took place between two days.
func (r Evaluation) HeldBetween(first, last Date) bool { return r.Held() && r.Date.within(first, last) }
