package store_test

import (
	"testing"

	"jejaring/model"
)

// TestYearOn_WhatIsOverIsNotComing: a year later the home screen tells of what nobody finished as what it is, and of today
// as it did today.
func TestYearOn_WhatIsOverIsNotComing(t *testing.T) {
	s := sampleStore(t)
	now := must(s.Overview().Counts(t.Context(), asOf()))(t)
	later := day(2027, 11, 21)
	must(s.AgreementChanges().PassDay(t.Context(), later))(t)
	kinds := map[string]int{}

	for _, a := range must(s.Overview().Attention(t.Context(), later, 0))(t) {
		kinds[a.Kind]++
		if a.Kind == model.AttentionTrainingPassed && (a.Days >= 0 || a.Due.IsZero()) {
			t.Errorf("%+v", a)
		}
	}

	if kinds[model.AttentionTraining] != 0 || kinds[model.AttentionTrainingPassed] != 2 { // T08 and T09
		t.Errorf("trainings: %v", kinds)
	}

	then := must(s.Overview().Counts(t.Context(), later))(t)
	if then.ActiveYear != now.Active || then.Ended != kinds[model.AttentionExpired] || then.Ended == 0 {
		t.Errorf("today %d in force, said a year on %d; %d ended, %d rows", now.Active, then.ActiveYear, then.Ended, kinds[model.AttentionExpired])
	}
}
