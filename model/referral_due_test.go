package model_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jejaring/model"
)

// anyReferral draws a referral in any state whose times lie behind the morning of the sample's day.
func anyReferral() *rapid.Generator[model.Referral] {
	return rapid.Custom(func(t *rapid.T) model.Referral {
		r := model.Referral{Direction: rapid.SampledFrom([]string{"out", "in"}).Draw(t, "direction"),
			ServiceType: rapid.SampledFrom(model.ServiceTypes()).Draw(t, "service"),
			Status:      rapid.SampledFrom(model.ReferralStatuses()).Draw(t, "status")}
		at := clockAt().Add(-time.Duration(rapid.IntRange(0, 60*24*60).Draw(t, "minutes ago")) * time.Minute)
		r.IssuedAt, r.SentAt, r.DecidedAt, r.DepartedAt, r.ArrivedAt, r.BackReferredAt = at, at, at, at, at, at
		if rapid.Bool().Draw(t, "planned") {
			r.PlannedVisit = dayNear(dateOf(2026, 11, 10), 40).Draw(t, "visit")
		}
		if rapid.Bool().Draw(t, "control") {
			r.Reply.ControlDate = dayNear(dateOf(2026, 11, 20), 40).Draw(t, "control on")
		}

		return r
	})
}

func TestReferral_WaitsForOneOfTheKnownThingsOrForNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyReferral().Draw(t, "referral")
		what, since := r.Waiting()
		if what != "" && (!slices.Contains(model.Waits(), what) || since.IsZero()) {
			t.Fatalf("it waits for %q since %s", what, since)
		}

		ours := what == model.WaitOurDecision || what == model.WaitOurReply
		if ours && r.Direction != "in" || (what == model.WaitDecision || what == model.WaitReply || what == model.WaitReturn) && r.Direction != "out" {
			t.Fatalf("a referral %s waits for %s", r.Direction, what)
		}
	})
}

// TestReferral_WhatIsOverdueStaysSoUntilItComes: waiting longer makes nothing less late.
func TestReferral_WhatIsOverdueStaysSoUntilItComes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyReferral().Draw(t, "referral")
		later := clockAt().Add(time.Duration(rapid.IntRange(0, 60*24*60).Draw(t, "minutes later")) * time.Minute)
		if r.Overdue(clockAt()) && !r.Overdue(later) {
			t.Fatalf("late now, and not at %s", later)
		}
		if what, _ := r.Waiting(); what == "" && r.Overdue(later) {
			t.Fatal("late, and waiting for nothing")
		}
	})
}

// TestReferral_AnOutpatientNeedsNoDecision: confirmation is required for emergencies and inpatients alone (brief 4.11).
func TestReferral_AnOutpatientNeedsNoDecision(t *testing.T) {
	for service, minutes := range map[string]int{"gawat_darurat": 15, "rawat_inap": 60, "rawat_jalan": 0} {
		r := model.Referral{ServiceType: service, SentAt: clockAt()}
		due := r.DecisionDue()
		if minutes == 0 != due.IsZero() || minutes > 0 && due.Sub(clockAt()) != time.Duration(minutes)*time.Minute {
			t.Errorf("%s, sent at %s: the decision is due at %s", service, clockAt(), due)
		}

		r.SentAt = time.Time{}
		if !r.DecisionDue().IsZero() {
			t.Errorf("%s: a decision is due before it was sent", service)
		}
	}
}

// TestReferral_TheReplyIsMissedTwoWeeksAfterThePlannedVisit (brief section 4.14).
func TestReferral_TheReplyIsMissedTwoWeeksAfterThePlannedVisit(t *testing.T) {
	for visit, late := range map[string]bool{"2026-11-06": true, "2026-11-07": false, "2026-11-20": false} {
		r := model.Referral{Direction: "out", ServiceType: "rawat_jalan", Status: model.ReferralArrived, ArrivedAt: clockAt().AddDate(0, -6, 0),
			PlannedVisit: day(t, visit)}
		if got := r.Overdue(clockAt()); got != late { // 21 November
			t.Errorf("visit of %s: the reply is late: %v", visit, got)
		}
	}
}

func TestReferral_WithoutAnAgreedDayTwoWeeksAreLong(t *testing.T) {
	r := model.Referral{Direction: "out", ServiceType: "rawat_inap", Status: model.ReferralInCare}
	for days, late := range map[int]bool{14: false, 15: true} {
		if r.ArrivedAt = clockAt().AddDate(0, 0, -days); r.Overdue(clockAt()) != late {
			t.Errorf("after %d days the reply is late: %v", days, !late)
		}
	}
}

func TestReferral_ABackReferredPatientIsMissedAfterTheAgreedDay(t *testing.T) {
	for control, late := range map[string]bool{"2026-11-20": true, "2026-11-21": false} {
		r := model.Referral{Direction: "out", Status: model.ReferralBackReferred, BackReferredAt: clockAt().AddDate(0, -1, 0)}
		r.Reply.ControlDate = day(t, control)
		if got := r.Overdue(clockAt()); got != late {
			t.Errorf("expected on %s, the patient is missed: %v", control, got)
		}
	}

	theirs := model.Referral{Direction: "in", Status: model.ReferralBackReferred, BackReferredAt: clockAt()}
	if what, _ := theirs.Waiting(); what != "" {
		t.Errorf("whom we sent back does not come to us, and yet we wait for %s", what)
	}
}

// TestReferral_ARefusedPatientWaitsUntilAnotherReferralIsWritten.
func TestReferral_ARefusedPatientWaitsUntilAnotherReferralIsWritten(t *testing.T) {
	r := model.Referral{Direction: "out", Status: model.ReferralRedirected, DecidedAt: clockAt()}
	if what, _ := r.Waiting(); what != model.WaitNext {
		t.Errorf("redirected, it waits for %q", what)
	}
	r.NextReferralID = 8
	if what, _ := r.Waiting(); what != "" {
		t.Errorf("with a new referral it waits for %q", what)
	}
}

func TestReferral_TimesThatAreNotKnownMakeNoFigure(t *testing.T) {
	zone := model.Clinic{}.Zone()
	for name, r := range map[string]model.Referral{"nothing": {}, "only begun": {SentAt: clockAt(), DepartedAt: clockAt(), ArrivedAt: time.Time{}},
		"only ended": {DecidedAt: clockAt(), RepliedAt: clockAt()}} {
		_, response := r.ResponseMinutes()
		_, transfer := r.TransferMinutes()
		_, reply := r.ReplyDays(zone)
		if response || transfer || reply {
			t.Errorf("%s: %v %v %v", name, response, transfer, reply)
		}
	}
}

// TestReferral_BPJSValidityIsForOutgoingOutpatientsWithADay: planned + 90 days (brief section 4.11).
func TestReferral_BPJSValidityIsForOutgoingOutpatientsWithADay(t *testing.T) {
	for _, payer := range model.Insurances() {
		for _, service := range model.ServiceTypes() {
			for _, direction := range []string{"out", "in"} {
				r := model.Referral{Insurance: payer, ServiceType: service, Direction: direction, PlannedVisit: dateOf(2026, 12, 1)}
				has90 := r.BPJS() && service == "rawat_jalan" && direction == "out"
				if got := r.Validity(); got.IsZero() == has90 || has90 && got != dateOf(2027, 3, 1) {
					t.Errorf("%s, %s, %s: valid until %q", payer, service, direction, got)
				}
			}
		}
	}

	undated := model.Referral{Insurance: "bpjs_pbi", ServiceType: "rawat_jalan", Direction: "out"}
	if got := undated.Validity(); !got.IsZero() {
		t.Errorf("without a visit it is valid until %s", got)
	}
}
