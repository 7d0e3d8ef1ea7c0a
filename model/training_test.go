package model_test

import (
	"slices"
	"testing"

	"jejaring/model"
)

func TestTraining_BadInput(t *testing.T) {
	day := model.Date{Year: 2026, Month: 11, Day: 21}
	for field, spoil := range map[string]func(*model.Training){
		"sessions[0].end":   func(r *model.Training) { r.Sessions[0].Start, r.Sessions[0].End = "10:00", "09:00" },
		"sessions[0].start": func(r *model.Training) { r.Sessions[0].Start = "25:00" },
		"sessions[0].date":  func(r *model.Training) { r.Sessions[0].Date = day.AddDays(9) },
		"end":               func(r *model.Training) { r.End = day.AddDays(-1) },
		"skp_value":         func(r *model.Training) { r.SKPValue = 4 },
		"skp_reference":     func(r *model.Training) { r.SKPStatus, r.SKPValue, r.SKPDomain = "approved", 4, "pembelajaran" },
		"participants[1].name": func(r *model.Training) {
			r.Participants = append(r.Participants, r.Participants[0])
		},
		"participants[0].post_test": func(r *model.Training) { n := 101; r.Participants[0].PostTest = &n },
		"passing_score":             func(r *model.Training) { r.PassingScore = 101 },
		"min_attendance_pct":        func(r *model.Training) { r.MinAttendancePct = -1 },
		"title":                     func(r *model.Training) { r.Title = " " },
		"training_code":             func(r *model.Training) { r.Number = "" },
		"start":                     func(r *model.Training) { r.Start = model.Date{} },
		"type":                      func(r *model.Training) { r.Type = "kursus" },
		"fee":                       func(r *model.Training) { r.Fee = -1 },
		"budget":                    func(r *model.Training) { r.Budget = -1 },
		"evaluation":                func(r *model.Training) { r.Evaluation = 4.1 },
		"partner_ids":               func(r *model.Training) { r.Organizer = "joint" },
		"sessions[0].jpl":           func(r *model.Training) { r.Sessions[0].JPL = -2 },
		"participants[0].role":      func(r *model.Training) { r.Participants[0].Role = "tamu" },
		"participants[0].email":     func(r *model.Training) { r.Participants[0].Email = "kader" },
		"participants[0].result":    func(r *model.Training) { r.Participants[0].Result = "bagus" },
		"participants[0].attendance": func(r *model.Training) {
			r.Participants[0].Attendance = []string{"tidur"}
		},
		"participants[0].skp_awarded": func(r *model.Training) { r.Participants[0].SKPAwarded = 2 },
	} {
		r := model.NewTraining(day)
		r.Number, r.Title, r.Start, r.End = "TR-2026-011", "Pelatihan", day, day
		r.Sessions = []model.Session{{Date: day, Start: "08:00", End: "09:30", Topic: "Teori"}}
		r.Participants = []model.Participant{{Name: "Kader", Role: "peserta"}}
		if err := r.Validate(); err != nil || r.Sessions[0].JPL != 2 || r.JPL != 2 {
			t.Fatalf("%v, %v JPL", err, r.JPL)
		}

		spoil(&r)
		if err := r.Validate(); !slices.ContainsFunc(model.AsProblems(err), func(p model.Problem) bool { return p.Field == field }) {
			t.Errorf("%s: %v", field, err)
		}
	}
}
