package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// score is a mark of a test.
func score(n int) *int { return &n }

// course is a training of four sessions: 80 % attendance and 70 points earn its certificate (brief section 2.14, the customary values).
func course() model.Training {
	r := model.NewTraining(dateOf(2026, 11, 21))
	r.Number, r.Title, r.UsesTests = "TR-2026-004", "Bantuan Hidup Dasar", true
	r.Start = dateOf(2026, 11, 20)
	r.End = dateOf(2026, 11, 21)
	for _, d := range []model.Date{r.Start, r.Start, r.End, r.End} {
		r.Sessions = append(r.Sessions, model.Session{Date: d, Start: "08:00", End: "09:30", Topic: "Teori"})
	}
	return r
}

func attended(marks ...string) model.Participant {
	return model.Participant{Name: "Ani", Role: "peserta", Registration: "registered", Attendance: marks, AttendancePct: -1, PostTest: score(80)}
}

func TestCertificate_AttendanceAndPassingScoreEarnIt(t *testing.T) {
	r := course()
	for name, c := range map[string]struct {
		p      model.Participant
		reason string
	}{
		"all sessions":               {attended("present", "present", "present", "present"), ""},
		"late is there":              {attended("late", "present", "late", "present"), ""},
		"three of four are 75 %":     {attended("present", "present", "present", "absent"), "attendance_low"},
		"an excuse is no attendance": {attended("present", "present", "present", "excused"), "attendance_low"},
		"not marked to the end":      {attended("present", "present"), "attendance_low"},
		"never marked":               {attended(), "attendance_low"},
	} {
		ok, reason := r.Earned(c.p)
		if ok != (c.reason == "") || reason != c.reason {
			t.Errorf("%s: %v %s", name, ok, reason)
		}
	}

	for points, want := range map[int]bool{69: false, 70: true, 100: true} {
		p := attended("present", "present", "present", "present")
		p.PostTest = score(points)
		if ok, reason := r.Earned(p); ok != want || !ok && reason != "score_low" {
			t.Errorf("%d points: %v %s", points, ok, reason)
		}
	}

	untested := attended("present", "present", "present", "present")
	untested.PostTest = nil
	if ok, reason := r.Earned(untested); ok || reason != "score_low" {
		t.Errorf("without a test: %v %s", ok, reason)
	}

	r.UsesTests = false
	if ok, _ := r.Earned(untested); !ok {
		t.Error("where no tests are used, one is asked for")
	}
}

func TestCertificate_EightyPercentAreEnough(t *testing.T) {
	r := course()
	r.Sessions, r.UsesTests = append(r.Sessions, r.Sessions[0]), false // five sessions: four of them are 80 %
	if ok, _ := r.Earned(attended("present", "present", "present", "present", "absent")); !ok {
		t.Error("four of five sessions do not suffice")
	}
}

// TestCertificate_SpeakersAndCommitteeNeedNoAttendance (brief section 4.10).
func TestCertificate_SpeakersAndCommitteeNeedNoAttendance(t *testing.T) {
	r := course()
	for _, role := range model.ParticipantRoles() {
		p := model.Participant{Name: "Ani", Role: role, Registration: "registered", AttendancePct: 0}
		if ok, _ := r.Earned(p); ok != (role != "peserta") {
			t.Errorf("%s who was never there has earned one: %v", role, ok)
		}
	}
}

func TestCertificate_OnlyForThoseWhoCame(t *testing.T) {
	r := course()
	for _, registration := range model.Registrations() {
		p := attended("present", "present", "present", "present")
		p.Registration = registration
		came := registration == "registered" || registration == "confirmed"
		if ok, _ := r.Earned(p); ok != came {
			t.Errorf("%s has earned one: %v", registration, ok)
		}
	}
}

func TestParticipant_AttendanceIsTheShareOfSessions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks := rapid.SliceOfN(rapid.SampledFrom(model.AttendanceMarks()), 1, 12).Draw(t, "marks")
		p := attended(marks...)
		there := 0
		for _, mark := range marks {
			if mark == "present" || mark == "late" {
				there++
			}
		}

		got := p.Attended(len(marks))
		if got < 0 || got > 100 || (got == 100) != (there == len(marks)) || (got == 0) != (100*there < len(marks)) {
			t.Fatalf("%d of %d sessions are %d %%", there, len(marks), got)
		}
	})
	told := model.Participant{AttendancePct: 85}
	if got := told.Attended(0); got != 85 {
		t.Errorf("without sessions the share that was told is %d", got)
	}
}

// TestParticipant_TheGainIsPostMinusPre, and may be a loss; of one test alone there is none (K17).
func TestParticipant_TheGainIsPostMinusPre(t *testing.T) {
	for _, c := range []struct {
		pre, post *int
		want      int
		ok        bool
	}{
		{score(40), score(85), 45, true}, {score(80), score(70), -10, true}, {score(0), score(0), 0, true},
		{nil, score(85), 0, false}, {score(40), nil, 0, false},
	} {
		p := model.Participant{PreTest: c.pre, PostTest: c.post}
		if got, ok := p.Gain(); got != c.want || ok != c.ok {
			t.Errorf("gain %d %v, want %d %v", got, ok, c.want, c.ok)
		}
	}
}

func TestTraining_IsOverOnceItsLastDayCameAndSomebodyEarnedACertificate(t *testing.T) {
	r := course()
	r.Status = model.TrainingOngoing
	r.Participants = []model.Participant{attended("present", "present", "present", "present")}
	if r.Over(r.End.AddDays(-1)) || !r.Over(r.End) || !r.Over(r.End.AddDays(30)) {
		t.Error("it is over on another day than its last")
	}

	r.Participants[0].PostTest = nil
	if r.Over(r.End) {
		t.Error("it is over and nobody has earned a certificate")
	}

	r.Participants[0].PostTest, r.Status = score(80), model.TrainingFinished
	if r.Over(r.End) {
		t.Error("what is finished in the register is asked about again")
	}
}
