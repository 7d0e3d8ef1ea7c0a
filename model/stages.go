package model

import "slices"

// Never is the day of what does not come up again.
func Never() Date { return Date{Year: 9999, Month: 12, Day: 31} }

// stages are how many days before its end a matter comes up, by the kind of its row (brief section 4.14). Between two stages it
// stays until somebody has taken note of it; after the end it comes up once more, and then its state alone tells of it.
func stages() map[string][]int {
	agreements := []int{ExpiryWindow, 60, 30, 7}
	licences := []int{LicenceWindow, 90, 30}

	return map[string][]int{AttentionExpiring: agreements, AttentionLicence: licences, AttentionSIP: licences, AttentionSTR: licences}
}

// Staged reports whether a row comes up in stages, so that somebody can take note of one of them.
func (a Attention) Staged() bool { return stages()[a.Kind] != nil && !a.Due.IsZero() }

// Again is the first day after another one on which a staged row comes up anew: its next stage, or the day after its end. Once
// that is over it is Never.
func (a Attention) Again(after Date) Date {
	for _, before := range append(slices.Clone(stages()[a.Kind]), -1) {
		if day := a.Due.AddDays(-before); day.After(after) {
			return day
		}
	}
	return Never()
}

// Rest is until when a row rests that is put off: a staged one not beyond its next stage.
func (a Attention) Rest(until, today Date) Date {
	if a.Staged() && !until.IsZero() && until.After(a.Again(today)) {
		return a.Again(today)
	}
	return until
}

// Matter is what a row is about whether it is late or not: who was given one keeps it when it becomes the other.
func (a Attention) Matter() string {
	matters := map[string]string{AttentionObligation: AttentionObligationDue, AttentionExpired: AttentionExpiring,
		AttentionTerminated: AttentionTerminating}
	if m := matters[a.Kind]; m != "" {
		return m
	}
	return a.Kind
}

// NewSince reports whether a row is due today or late, and was not yet on a day before: what a person is told of once.
func (a Attention) NewSince(last, today Date) bool {
	return a.Weight() <= WeightToday && a.Due.After(last) && !a.Due.After(today)
}
