package model_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

func TestTraining_EveryTransition(t *testing.T) {
	table := map[model.TrainingStatus]string{"planned": "open cancelled finished", "open": "ongoing planned cancelled finished", "ongoing": "finished cancelled", "finished": "reported"}
	day := model.Date{Year: 2026, Month: 11, Day: 21}
	for _, from := range model.TrainingStatuses() {
		for _, to := range model.TrainingStatuses() {
			r := model.Training{Status: from, Place: "Aula", Start: day, End: day, Participants: []model.Participant{{Name: "A", Role: "peserta"}}}
			err := r.Apply(to, "hujan", day)
			allowed := slices.Contains(strings.Fields(table[from]), string(to))
			if allowed && (err != nil || r.Status != to) || !allowed && (!errors.Is(err, model.ErrTransition) || r.Status != from) {
				t.Errorf("%s to %s: %v, now %s", from, to, err, r.Status)
			}
		}
	}
	for name, x := range map[string]struct {
		r     model.Training
		to    model.TrainingStatus
		field string
	}{
		"opened nowhere":      {model.Training{Status: "planned"}, "open", "place"},
		"online without link": {model.Training{Status: "planned", Method: "daring", Place: "Aula"}, "open", "link"},
		"hybrid without link": {model.Training{Status: "planned", Method: "hibrida", Place: "Aula"}, "open", "link"},
		"begun too early":     {model.Training{Status: "open", Start: day.AddDays(1), Participants: []model.Participant{{Role: "peserta"}}}, "ongoing", "start"},
		"begun with nobody":   {model.Training{Status: "open", Start: day}, "ongoing", "participants"},
		"over before its end": {model.Training{Status: "ongoing", End: day.AddDays(1)}, "finished", "end"},
		"cancelled for free":  {model.Training{Status: "open"}, "cancelled", "status_reason"},
	} {
		before := x.r.Status
		err := x.r.Apply(x.to, "", day)
		if !slices.ContainsFunc(model.AsProblems(err), func(p model.Problem) bool { return p.Field == x.field }) || x.r.Status != before {
			t.Errorf("%s: %v", name, err)
		}
	}
}

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
