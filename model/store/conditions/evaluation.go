package conditions

import "jejaring/model"

const (
	Unheld = "evaluation.status = 'draft'"
	Held   = "evaluation.status = 'held'"
	// HeldThen are those that were held by the end of a period.
	HeldThen = Held + " AND evaluation.date <= :last"
	// LastOf puts the evaluations of an agreement in order, the last one first.
	LastOf = "evaluation.date DESC, evaluation.id DESC"
	// ofAgreement are the evaluations of an agreement that were held.
	ofAgreement = "FROM evaluation WHERE evaluation.agreement_id = agreement.id AND evaluation.deleted_at IS NULL AND " + Held
	// EvaluationDay is the day on which an agreement is to be evaluated next, or NULL: model.EvaluationDueOn.
	EvaluationDay = "CASE WHEN EXISTS (SELECT 1 " + ofAgreement + `)
		THEN (SELECT evaluation.next_evaluation_date ` + ofAgreement + " ORDER BY " + LastOf + ` LIMIT 1)
		ELSE date(agreement.start_date, '+12 months', 'floor') END`
	// EvaluationDue are the agreements in force whose day has come.
	EvaluationDue = InForce + " AND " + EvaluationDay + " <= :today"
)

// EvaluationRules are what is asked of evaluations.
func EvaluationRules() []Rule[model.Evaluation] {
	type E = model.Evaluation
	return []Rule[E]{
		{"unheld", Unheld, func(r E, _ Moment) bool { return !r.Held() }},
		{"held", Held, func(r E, _ Moment) bool { return r.Held() }},
		{"held then", HeldThen, func(r E, at Moment) bool { return r.HeldBy(at.Last) }},
	}
}

// Evaluated is an agreement with the last of its evaluations that was held, if any: when the next is due hangs on both.
type Evaluated struct {
	model.Agreement
	Last *model.Evaluation
}

// EvaluatedRules are what is asked of agreements about their evaluations.
func EvaluatedRules() []Rule[Evaluated] {
	return []Rule[Evaluated]{{"evaluation due", EvaluationDue, func(r Evaluated, at Moment) bool {
		due := model.EvaluationDueOn(r.Agreement, r.Last)
		return r.InForce(at.Today) && !due.IsZero() && !due.After(at.Today)
	}}}
}
