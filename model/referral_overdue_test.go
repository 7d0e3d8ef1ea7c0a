package model_test

import (
	"testing"
	"time"

	"jejaring/model"
)

func TestReferral_WhatWaitsTooLongIsOverdue(t *testing.T) {
	now := time.Date(2026, 11, 21, 14, 0, 0, 0, time.UTC)
	ago := func(d time.Duration) time.Time { return now.Add(-d) }
	for name, x := range map[string]struct {
		r    model.Referral
		late bool
	}{
		"an emergency 16 minutes without decision": {model.Referral{Status: "sent", ServiceType: "gawat_darurat", SentAt: ago(16 * time.Minute)}, true},
		"an emergency 14 minutes without decision": {model.Referral{Status: "sent", ServiceType: "gawat_darurat", SentAt: ago(14 * time.Minute)}, false},
		"an admission 59 minutes without decision": {model.Referral{Status: "sent", ServiceType: "rawat_inap", SentAt: ago(59 * time.Minute)}, false},
		"an emergency on the way for 17 hours":     {model.Referral{Status: "in_transit", ServiceType: "gawat_darurat", DepartedAt: ago(17 * time.Hour)}, true},
		"an emergency on the way for 45 minutes":   {model.Referral{Status: "in_transit", ServiceType: "gawat_darurat", DepartedAt: ago(45 * time.Minute)}, false},
		"an admission on the way for 17 hours":     {model.Referral{Status: "in_transit", ServiceType: "rawat_inap", DepartedAt: ago(17 * time.Hour)}, false},
		"an emergency that has not departed":       {model.Referral{Status: "accepted", Direction: "out", ServiceType: "gawat_darurat", DecidedAt: ago(2 * time.Hour)}, true},
		"an emergency that ended":                  {model.Referral{Status: "closed", ServiceType: "gawat_darurat", DepartedAt: ago(17 * time.Hour)}, false},
		"an emergency treated for a day":           {model.Referral{Status: "in_care", ServiceType: "gawat_darurat", ArrivedAt: ago(24 * time.Hour)}, false},
	} {
		if got := x.r.Overdue(now); got != x.late {
			t.Errorf("%s: overdue %v", name, got)
		}
	}
}
