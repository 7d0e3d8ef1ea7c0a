package model_test

import (
	"fmt"
	"slices"
	"testing"

	"jejaring/model"
)

// applicant is a participant from outside.
func applicant(name string) model.Participant {
	return model.Participant{Name: name, Role: "peserta", AttendancePct: -1}
}

// registrations are the names of the participants with how far they are.
func registrations(r model.Training) []string {
	var all []string
	for _, p := range r.Participants {
		all = append(all, p.Name+" "+p.Registration)
	}
	return all
}

func TestTraining_ThoseWhoComeLateWaitAndMoveUpInTheirOrder(t *testing.T) {
	r := model.Training{Quota: 2}
	speaker := applicant("dr. Tamu")
	speaker.Role = "narasumber"
	r.Register(applicant("Ani"), speaker, applicant("Budi"), applicant("Citra"))
	r.Register(applicant("Dedi"))
	want := []string{"Ani registered", "dr. Tamu registered", "Budi registered", "Citra waitlist", "Dedi waitlist"}
	if got := registrations(r); !slices.Equal(got, want) {
		t.Fatalf("%v", got)
	}
	if next := r.Offer(); next != nil {
		t.Errorf("a place is offered while all are taken: %v", next)
	}

	r.Participants[0].Registration = "cancelled"
	if next := r.Offer(); !slices.Equal(next, []int{3}) {
		t.Errorf("somebody withdrew, and the place is offered to %v", next)
	}

	r.Register(applicant("Eko"))
	if got := r.Participants[5].Registration; got != "waitlist" {
		t.Errorf("somebody new passes those who wait: %s", got)
	}

	before := slices.Clone(r.Participants)
	r.Quota = 3
	if up := r.Promote(); !slices.Equal(up, []int{3, 4}) || r.Participants[3].Registration != "registered" || r.Participants[5].Registration != "waitlist" {
		t.Errorf("%v: %v", up, registrations(r))
	}

	r.Participants = before
	r.Quota = 0
	if next := r.Offer(); !slices.Equal(next, []int{3, 4, 5}) {
		t.Errorf("without a quota the places are offered to %v", next)
	}
}

func TestTraining_TheQuotaIsNotPassed(t *testing.T) {
	r := model.NewTraining(model.Date{Year: 2026, Month: 11, Day: 21})
	r.Number, r.Title, r.Quota = "TR-2026-011", "Pelatihan", 1
	r.Register(applicant("Ani"), applicant("Budi"))
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}

	r.Participants[1].Registration = "confirmed"
	if err := r.Validate(); !model.AsProblems(err).Has("quota", "quota_full") {
		t.Errorf("two on one place: %v", err)
	}
}

// TestTraining_MarksFollowTheirSession takes the first of three sessions out and moves the others.
func TestTraining_MarksFollowTheirSession(t *testing.T) {
	r := model.Training{Participants: []model.Participant{applicant("Ani"), applicant("Budi")}}
	for i := range 3 {
		r.Sessions = append(r.Sessions, model.Session{Topic: fmt.Sprintf("Materi %d", i+1), Was: i + 1})
	}

	r.Participants[0].Attendance, r.Participants[1].Attendance = []string{"present", "late", "absent"}, []string{"absent"}
	fresh := model.Session{Topic: "Baru", Was: model.NoMarks}
	r.Sessions = []model.Session{r.Sessions[2], fresh, r.Sessions[1]}
	for range 2 {
		r.Realign()
		if got := fmt.Sprint(r.Participants[0].Attendance, r.Participants[1].Attendance); got != "[absent  late] []" {
			t.Errorf("marks %s", got)
		}
	}

	r.Sessions = nil
	if r.Realign(); r.Participants[0].Attendance != nil {
		t.Errorf("marks without sessions: %v", r.Participants[0].Attendance)
	}
}
