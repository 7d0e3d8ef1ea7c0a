package store

import (
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
	"jejaring/model/store/conditions"
)

// randomTraining is a training in any state with a few participants, as a register may hold one.
func randomTraining(rt *rapid.T, pivot model.Date, n int) model.Training {
	r := model.NewTraining(pivot)
	r.Number = code("TR", n)
	r.Title = "Pelatihan"
	r.Status = chance(rt, "status", model.TrainingStatuses()...)
	r.Start = near(rt, "start", pivot)
	r.End = near(rt, "end", pivot)
	r.UsesTests = chance(rt, "uses_tests", false, true)

	for range chance(rt, "participants", 0, 1, 2, 3) {
		p := model.Participant{Name: "Kader", Role: chance(rt, "role", "peserta", "panitia"), Registration: chance(rt, "registration", model.Registrations()...),
			AttendancePct: chance(rt, "attendance", -1, 79, 80, 100), CertificateNo: chance(rt, "certificate", "", "", "1/SRT")}
		p.PreTest = score(rt, "pre_test")
		p.PostTest = score(rt, "post_test")
		r.Participants = append(r.Participants, p)
	}

	return r
}

func score(rt *rapid.T, name string) *int {
	points := chance(rt, name, -1, 0, 69, 70, 100)
	if points < 0 {
		return nil
	}
	return &points
}

func TestConditions_OfTrainingsAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	x := newTrial(t, s, "training WHERE training.id = :id", conditions.TrainingRules())
	people := newTrial(t, s, "participant WHERE participant.id = :id", conditions.ParticipantRules())
	tell(t, func(rt *rapid.T, pivot model.Date, n int) {
		rec := randomTraining(rt, pivot, n)
		put(t.Context(), rt, trainings(s), &rec)
		for range moments {
			x.compare(rt, rec, rec.ID, asked(rt, pivot))
		}
		for _, p := range rec.Participants {
			people.compare(rt, p, p.RecordID, asked(rt, pivot))
		}
	})
	x.both()
	people.both()
}
