package store

import "jejaring/model"

// owing is an occurrence of an obligation of an agreement.
type owing struct {
	agreement  model.Agreement
	obligation model.Obligation
	occurrence model.Occurrence
}

const (
	// owed are the occurrences that are open on the day, of agreements that bind or did. What would have fallen due after an
	// early end is not owed.
	owed = `(x.done IS NULL OR x.done > :today) AND (x.waived IS NULL OR x.waived > :today)
		AND o.status NOT IN ('done', 'waived') AND ` + binds + `
		AND NOT (agreement.status = 'terminated' AND agreement.status_date IS NOT NULL AND coalesce(x.due, '') > agreement.status_date)`
	overdue = owed + " AND x.due < :today"
	dueSoon = owed + " AND x.due BETWEEN :today AND :week"
)

// owingRules are what is asked of occurrences.
func owingRules() []rule[owing] {
	open := func(r owing, at moment) bool { return r.agreement.Owed(r.obligation, r.occurrence, at.today) }
	return []rule[owing]{
		{"owed", owed, open},
		{"overdue", overdue, func(r owing, at moment) bool { return open(r, at) && r.occurrence.Late(at.today) }},
		{"due soon", dueSoon, func(r owing, at moment) bool { return open(r, at) && r.occurrence.Soon(at.today) }},
	}
}
