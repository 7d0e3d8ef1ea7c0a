package store

import "jejaring/model"

const (
	ahead = "training.status IN ('planned', 'open')"
	// lastDay is model.Training.LastDay.
	lastDay   = `coalesce(training."end", training.start)`
	announced = ahead + " AND training.start <= :month AND " + lastDay + " >= :today"
	passed    = "training.status IN ('planned', 'open', 'ongoing') AND " + lastDay + " < :today"
	tookPlace = "training.status IN ('finished', 'reported')"
	// tookPlaceThen are the trainings that ended in a period.
	tookPlaceThen = tookPlace + ` AND training."end" BETWEEN :first AND :last`
	// certificates are to be issued of these.
	certificates = "training.pending > 0"

	// takes holds for a participant who takes part, tested for one with both tests.
	takes  = "participant.registration NOT IN ('cancelled', 'waitlist', 'invited')"
	tested = "participant.pre_test IS NOT NULL AND participant.post_test IS NOT NULL"
)

// trainingRules are what is asked of trainings.
func trainingRules() []rule[model.Training] {
	type T = model.Training
	return []rule[T]{
		{"ahead", ahead, func(r T, _ moment) bool { return r.Ahead() }},
		{"announced", announced, func(r T, at moment) bool { return r.Announced(at.today) }},
		{"passed", passed, func(r T, at moment) bool { return r.Passed(at.today) }},
		{"held", tookPlace, func(r T, _ moment) bool { return r.Held() }},
		{"held then", tookPlaceThen, func(r T, at moment) bool { return r.HeldBetween(at.first, at.last) }},
		{"certificates to be issued", certificates, func(r T, _ moment) bool { return r.Pending() > 0 }},
	}
}

// participantRules are what is asked of participants.
func participantRules() []rule[model.Participant] {
	type P = model.Participant
	return []rule[P]{
		{"takes part", takes, func(p P, _ moment) bool { return p.Takes() }},
		{"tested", tested, func(p P, _ moment) bool { return p.Tested() }},
	}
}
