package conditions

import "jejaring/model"

const (
	Ahead = "training.status IN ('planned', 'open')"
	// LastDay is model.Training.LastDay.
	LastDay   = `coalesce(training."end", training.start)`
	Announced = Ahead + " AND training.start <= :month AND " + LastDay + " >= :today"
	Passed    = "training.status IN ('planned', 'open', 'ongoing') AND " + LastDay + " < :today"
	TookPlace = "training.status IN ('finished', 'reported')"
	// TookPlaceThen are the trainings that ended in a period.
	TookPlaceThen = TookPlace + ` AND training."end" BETWEEN :first AND :last`
	// Certificates are to be issued of these.
	Certificates = "training.pending > 0"

	// Takes holds for a participant who takes part, tested for one with both tests.
	Takes  = "participant.registration NOT IN ('cancelled', 'waitlist', 'invited')"
	Tested = "participant.pre_test IS NOT NULL AND participant.post_test IS NOT NULL"
)

// TrainingRules are what is asked of trainings.
func TrainingRules() []Rule[model.Training] {
	type T = model.Training
	return []Rule[T]{
		{"ahead", Ahead, func(r T, _ Moment) bool { return r.Ahead() }},
		{"announced", Announced, func(r T, at Moment) bool { return r.Announced(at.Today) }},
		{"passed", Passed, func(r T, at Moment) bool { return r.Passed(at.Today) }},
		{"held", TookPlace, func(r T, _ Moment) bool { return r.Held() }},
		{"held then", TookPlaceThen, func(r T, at Moment) bool { return r.HeldBetween(at.First, at.Last) }},
		{"certificates to be issued", Certificates, func(r T, _ Moment) bool { return r.Pending() > 0 }},
	}
}

// ParticipantRules are what is asked of participants.
func ParticipantRules() []Rule[model.Participant] {
	type P = model.Participant
	return []Rule[P]{
		{"takes part", Takes, func(p P, _ Moment) bool { return p.Takes() }},
		{"tested", Tested, func(p P, _ Moment) bool { return p.Tested() }},
	}
}
