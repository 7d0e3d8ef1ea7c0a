package model_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// TestTraining_ALessonIsFortyFiveMinutes, rounded to halves (brief section 4.10: JPL = minutes/45 rounded to 0,5).
func TestTraining_ALessonIsFortyFiveMinutes(t *testing.T) {
	for times, want := range map[[2]string]float64{
		{"08:00", "08:45"}: 1, {"08:00", "09:30"}: 2, {"08:00", "09:00"}: 1.5, {"08:00", "08:30"}: 0.5, {"08:00", "16:00"}: 10.5,
		{"08:00", "08:10"}: 0, {"13:00", "14:40"}: 2,
	} {
		r := course()
		r.Sessions = []model.Session{{Date: r.Start, Start: times[0], End: times[1], Topic: "Teori"}}
		has(t, r.Check())
		if got := r.Sessions[0].JPL; got != want || r.JPL != want {
			t.Errorf("%s to %s are %v lessons, and %v in all", times[0], times[1], got, r.JPL)
		}
	}
}

// TestTraining_TheLessonsAreTheSumOfItsSessions, each as it was set or as its minutes say.
func TestTraining_TheLessonsAreTheSumOfItsSessions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := course()
		tenths := 0
		r.Sessions, r.JPL = nil, 99
		for range rapid.IntRange(1, 12).Draw(t, "sessions") {
			n := rapid.IntRange(1, 60).Draw(t, "tenths of a lesson")
			tenths += n
			r.Sessions = append(r.Sessions, model.Session{Date: r.Start, Start: "08:00", End: "12:00", Topic: "Teori", JPL: float64(n) / 10})
		}

		if err := r.Validate(); err != nil {
			t.Fatal(err)
		}
		if want := float64(tenths) / 10; r.JPL != want {
			t.Fatalf("%d sessions have %v lessons, not %v", len(r.Sessions), r.JPL, want)
		}
	})
	told := course()
	told.Sessions, told.JPL = nil, 12
	if has(t, told.Check()); told.JPL != 12 {
		t.Errorf("without sessions the lessons that were told are %v", told.JPL)
	}
}

// TestTraining_CreditsAreEnteredOnlyWhenApproved (brief sections 2.14 and 4.10), with reference, domain and value.
func TestTraining_CreditsAreEnteredOnlyWhenApproved(t *testing.T) {
	for _, status := range model.SKPStatuses() {
		r := course()
		r.SKPStatus, r.SKPValue, r.SKPReference, r.SKPDomain = status, 4, "PL.02.03/F/1117/2026", "pembelajaran"
		r.Participants = []model.Participant{{Name: "Ani", Role: "peserta", SKPAwarded: 4}}
		found := r.Check()
		refused := found.Has("skp_value", "skp_unapproved") && found.Has("participants[0].skp_awarded", "skp_unapproved")
		if approved := status == "approved"; refused == approved || approved && found.Errors() != nil {
			t.Errorf("%s: %v", status, found)
		}
	}
	for field, spoil := range map[string]func(*model.Training){
		"skp_value":     func(r *model.Training) { r.SKPValue = 0 },
		"skp_reference": func(r *model.Training) { r.SKPReference = " " },
		"skp_domain":    func(r *model.Training) { r.SKPDomain = "" },
	} {
		r := course()
		r.SKPStatus, r.SKPValue, r.SKPReference, r.SKPDomain = "approved", 4, "PL.02.03/F/1117/2026", "pembelajaran"
		spoil(&r)
		has(t, r.Check(), field+": required")
	}
}

// TestTraining_OnePersonOncePerRole: one certificate per person and role (brief section 2.14).
func TestTraining_OnePersonOncePerRole(t *testing.T) {
	r := course()
	r.Participants = []model.Participant{{Name: "Ani", Institution: "RSUD", Role: "peserta"}, {Name: "Ani", Institution: "RSUD", Role: "moderator"},
		{Name: "Ani", Institution: "RS Bunda", Role: "peserta"}, {StaffID: 1, Role: "peserta"}, {StaffID: 2, Role: "peserta"}}
	has(t, r.Check())
	r.Participants = append(r.Participants, model.Participant{Name: " ani", Institution: "rsud", Role: "peserta"}, model.Participant{StaffID: 2, Role: "peserta"})
	has(t, r.Check(), "participants[5].name: participant_twice", "participants[6].name: participant_twice")
}

func TestTraining_OurOwnPeopleAreKnownByTheStaffList(t *testing.T) {
	r := course()
	r.Participants = []model.Participant{{StaffID: 1, Role: "narasumber", NIK: "3374010101850001"}}
	has(t, r.Check())
	if r.Participants[0].NIK != "" {
		t.Error("a NIK is kept a second time")
	}
}

func TestTraining_TestsAreMarkedFromZeroToAHundred(t *testing.T) {
	for points, right := range map[int]bool{-1: false, 0: true, 100: true, 101: false} {
		r := course()
		r.Participants = []model.Participant{{Name: "Ani", Role: "peserta", PreTest: score(points), PostTest: score(points)}}
		found := r.Check()
		if found.Has("participants[0].pre_test", model.CodeRange) == right || found.Has("participants[0].post_test", model.CodeRange) == right {
			t.Errorf("%d points: %v", points, found)
		}
	}
}

// TestTraining_SessionsLieInItsDaysAndHours.
func TestTraining_SessionsLieInItsDaysAndHours(t *testing.T) {
	for problem, s := range map[string]model.Session{
		"start: clock":       {Date: dateOf(2026, 11, 20), Start: "8 pagi", End: "09:00", Topic: "Teori"},
		"end: clock":         {Date: dateOf(2026, 11, 20), Start: "08:00", End: "24:30", Topic: "Teori"},
		"end: session_order": {Date: dateOf(2026, 11, 20), Start: "08:00", End: "08:00", Topic: "Teori"},
		"date: session_date": {Date: dateOf(2026, 11, 22), Start: "08:00", End: "09:00", Topic: "Teori"},
		"topic: required":    {Date: dateOf(2026, 11, 21), Start: "08:00", End: "09:00"},
		"jpl: range":         {Date: dateOf(2026, 11, 21), Start: "08:00", End: "09:00", Topic: "Teori", JPL: 24.5},
	} {
		r := course()
		r.Sessions = []model.Session{s}
		has(t, r.Check(), "sessions[0]."+problem)
	}
}

// TestTraining_ALateAnswerIsOnlyWarnedOf: the last day to answer an invitation lies before the training.
func TestTraining_ALateAnswerIsOnlyWarnedOf(t *testing.T) {
	r := course()
	r.RSVPDate = r.Start
	has(t, r.Check())
	r.RSVPDate = r.Start.AddDays(1)
	has(t, r.Check(), "rsvp_date: rsvp_late?")
}

// TestSeats_NobodyIsLostAndTheQuotaHolds registers random people one after the other.
func TestSeats_NobodyIsLostAndTheQuotaHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := model.Training{Quota: rapid.IntRange(0, 6).Draw(t, "quota")}
		came := rapid.IntRange(0, 12).Draw(t, "people")
		for i := range came {
			p := applicant(fmt.Sprint("Peserta ", i))
			p.Role = rapid.SampledFrom([]string{"peserta", "peserta", "peserta", "narasumber"}).Draw(t, "role")
			r.Register(p)
		}

		taken, waiting := r.Seats()
		speakers := 0
		for _, p := range r.Participants {
			if p.Role == "narasumber" {
				speakers++
			}
		}

		if len(r.Participants) != came || taken+waiting+speakers != came {
			t.Fatalf("%d came: %d have a place, %d wait, %d speak", came, taken, waiting, speakers)
		}
		if r.Quota > 0 && taken > r.Quota || r.Quota == 0 && waiting > 0 || waiting > 0 && taken < r.Quota {
			t.Fatalf("of %d places %d are taken, and %d wait", r.Quota, taken, waiting)
		}
	})
}

// TestSeats_WhoeverMovesUpFillsTheFreePlaces, and no more than those.
func TestSeats_WhoeverMovesUpFillsTheFreePlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := model.Training{Quota: rapid.IntRange(1, 6).Draw(t, "quota")}
		for i := range rapid.IntRange(0, 12).Draw(t, "people") {
			r.Register(applicant(fmt.Sprint("Peserta ", i)))
		}

		for i := range r.Participants {
			if rapid.IntRange(0, 3).Draw(t, "withdraws") == 0 {
				r.Participants[i].Registration = "cancelled"
			}
		}

		taken, waiting := r.Seats()
		up := r.Promote()
		if want := min(waiting, r.Quota-taken); len(up) != want {
			t.Fatalf("of %d places %d were taken: %d of %d moved up", r.Quota, taken, len(up), waiting)
		}

		for i := 1; i < len(up); i++ {
			if up[i] <= up[i-1] {
				t.Fatalf("they moved up out of turn: %v", up)
			}
		}

		if again := r.Offer(); len(again) > 0 {
			t.Fatalf("places are offered once more: %v", again)
		}
	})
}
