package conditions

import "jejaring/model"

// Owing is an occurrence of an obligation of an agreement.
type Owing struct {
	Agreement  model.Agreement
	Obligation model.Obligation
	Occurrence model.Occurrence
}

const (
	// Owed are the occurrences that are open on the day, of agreements that bind or did. What would have fallen due after an
	// early end is not owed. The plus keeps SQLite from the index of the states: of what falls due on some days there is less.
	Owed = `(x.done IS NULL OR x.done > :today) AND (x.waived IS NULL OR x.waived > :today)
		AND o.status NOT IN ('done', 'waived') AND +` + Binds + `
		AND NOT (agreement.status = 'terminated' AND agreement.status_date IS NOT NULL AND coalesce(x.due, '') > agreement.status_date)
		AND NOT (agreement.terminates_on IS NOT NULL AND coalesce(x.due, '') >= agreement.terminates_on)`
	Overdue = Owed + " AND x.due < :today"
	DueSoon = Owed + " AND x.due BETWEEN :today AND :week"
)

// Giving is information that flows under an agreement.
type Giving struct {
	Agreement model.Agreement
	Exchange  model.Exchange
}

const (
	given = "coalesce(json_extract(x.value, '$.last_sent'), agreement.start_date)"
	// ExchangeDay is the day on which information is due next; the 31st of a short month is its last day.
	ExchangeDay = `CASE json_extract(x.value, '$.rhythm') WHEN 'weekly' THEN date(` + given + `, '+7 days')
		WHEN 'monthly' THEN date(` + given + `, '+1 months', 'floor') WHEN 'quarterly' THEN date(` + given + `, '+3 months', 'floor')
		WHEN 'semester' THEN date(` + given + `, '+6 months', 'floor') WHEN 'yearly' THEN date(` + given + `, '+12 months', 'floor') END`
	// ExchangeDue is information to be sent on the day, or before.
	ExchangeDue = InForce + " AND " + ExchangeDay + " <= :today"
)

// GivingRules are what is asked of information that flows.
func GivingRules() []Rule[Giving] {
	return []Rule[Giving]{{"information due", ExchangeDue, func(r Giving, at Moment) bool {
		return model.InformationDue(r.Agreement, r.Exchange, at.Today)
	}}}
}

// OwingRules are what is asked of occurrences.
func OwingRules() []Rule[Owing] {
	open := func(r Owing, at Moment) bool { return r.Agreement.Owed(r.Obligation, r.Occurrence, at.Today) }
	return []Rule[Owing]{
		{"owed", Owed, open},
		{"overdue", Overdue, func(r Owing, at Moment) bool { return open(r, at) && r.Occurrence.Late(at.Today) }},
		{"due soon", DueSoon, func(r Owing, at Moment) bool { return open(r, at) && r.Occurrence.Soon(at.Today) }},
	}
}
