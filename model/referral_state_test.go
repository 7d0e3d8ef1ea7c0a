package model_test

import (
	"slices"
	"testing"
	"time"

	"jejaring/model"
)

// clockAt is the morning of the sample's day in the clinic's zone.
func clockAt() time.Time { return time.Date(2026, 11, 21, 2, 0, 0, 0, time.UTC) }

// referralIn returns a referral in a state, with everything that any next step may ask for.
func referralIn(direction, service string, status model.ReferralStatus) model.Referral {
	at := clockAt().Add(-10 * time.Hour)
	return model.Referral{Direction: direction, ServiceType: service, Status: status, ReferralNo: "033/RJK/KLN-SM/XI/2026", ReferralAt: at,
		ContactLog:   []model.ContactAttempt{{At: at, Channel: "telepon"}},
		PlannedVisit: model.Date{Year: 2026, Month: 11, Day: 1}, ValidUntil: model.Date{Year: 2026, Month: 11, Day: 20}, Outcome: "membaik"}
}

// wish is a change with everything that any step of a referral asks for.
func wish() model.ReferralChange {
	return model.ReferralChange{At: clockAt(), Now: clockAt(), Reason: "keluarga menolak", DecisionReason: "tempat_tidur_penuh",
		RedirectedTo: 2, Transport: "ambulans_klinik", ReceivedBy: "dr. Jaga", Reply: &model.Reply{Summary: "baik", FollowUp: "selesai"}}
}

func TestReferral_EveryGuard(t *testing.T) {
	for name, x := range map[string]struct {
		from           model.ReferralStatus
		step           model.StepName
		field, service string
		spoil          func(*model.Referral, *model.ReferralChange)
	}{
		"issued without a number": {"draft", "issue", "referral_no", "", func(r *model.Referral, _ *model.ReferralChange) { r.ReferralNo = "" }},
		"sent without a call": {"issued", "send", "contact.channel", "rawat_inap", func(r *model.Referral, _ *model.ReferralChange) {
			r.ContactLog = nil
		}},
		"rejected without reason":    {"sent", "reject", "decision_reason", "", func(_ *model.Referral, c *model.ReferralChange) { c.DecisionReason = "" }},
		"rejected for an odd one":    {"sent", "reject", "decision_reason", "", func(_ *model.Referral, c *model.ReferralChange) { c.DecisionReason = "malas" }},
		"redirected to nobody":       {"sent", "redirect", "redirected_to_partner_id", "", func(_ *model.Referral, c *model.ReferralChange) { c.RedirectedTo = 0 }},
		"departed by nothing":        {"accepted", "depart", "transport", "", func(_ *model.Referral, c *model.ReferralChange) { c.Transport = "" }},
		"emergency handed to nobody": {"in_transit", "arrive", "received_by", "gawat_darurat", func(_ *model.Referral, c *model.ReferralChange) { c.ReceivedBy = "" }},
		"an empty reply":             {"in_care", "reply", "reply.summary", "", func(_ *model.Referral, c *model.ReferralChange) { c.Reply = nil }},
		"a reply of spaces":          {"in_care", "reply", "reply.summary", "", func(_ *model.Referral, c *model.ReferralChange) { c.Reply.Summary = " " }},
		"a reply without follow-up":  {"in_care", "reply", "reply.follow_up", "", func(_ *model.Referral, c *model.ReferralChange) { c.Reply.FollowUp = "" }},
		"an odd disease group":       {"replied", "refer_back", "prb_group", "", func(_ *model.Referral, c *model.ReferralChange) { c.PRBGroup = "flu" }},
		"rejected, closed, no next":  {"rejected", "close", "outcome", "", func(r *model.Referral, _ *model.ReferralChange) { r.Outcome = "" }},
		"closed without an outcome":  {"replied", "close", "outcome", "", func(r *model.Referral, _ *model.ReferralChange) { r.Outcome = "" }},
		"control on no day": {"in_care", "reply", "reply.control_date", "", func(_ *model.Referral, c *model.ReferralChange) {
			c.Reply.FollowUp = "kontrol_kembali"
		}},
		"referred on to nowhere": {"in_care", "reply", "reply.next_facility", "", func(_ *model.Referral, c *model.ReferralChange) {
			c.Reply.FollowUp = "rujuk_lanjut"
		}},
		"a final diagnosis of nonsense": {"in_care", "reply", "reply.final_dx.code", "", func(_ *model.Referral, c *model.ReferralChange) {
			c.Reply.FinalDx.Code = "sakit"
		}},
		"handed over before it arrived": {"in_transit", "arrive", "handed_over_at", "", func(_ *model.Referral, c *model.ReferralChange) {
			c.HandedOverAt = c.At.Add(-time.Minute)
		}},
		"cancelled without reason": {"sent", "cancel", "status_reason", "", func(_ *model.Referral, c *model.ReferralChange) { c.Reason = " " }},
		"lapsed on the last day": {"sent", "lapse", "valid_until", "", func(r *model.Referral, _ *model.ReferralChange) {
			r.ValidUntil = model.Date{Year: 2026, Month: 11, Day: 21}
		}},
		"no show after 13 days": {"sent", "no_show", "planned_visit_date", "", func(r *model.Referral, _ *model.ReferralChange) {
			r.PlannedVisit = model.Date{Year: 2026, Month: 11, Day: 8}
		}},
		"in the future":    {"issued", "send", "sent_at", "", func(_ *model.Referral, c *model.ReferralChange) { c.At = c.Now.Add(time.Minute) }},
		"before the issue": {"issued", "send", "sent_at", "", func(r *model.Referral, c *model.ReferralChange) { r.IssuedAt = c.At.Add(time.Second) }},
		"at no time":       {"issued", "send", "at", "", func(_ *model.Referral, c *model.ReferralChange) { c.At = time.Time{} }},
	} {
		if x.service == "" {
			x.service = "rawat_jalan"
		}

		r := referralIn("out", x.service, x.from)
		ch := wish()
		x.spoil(&r, &ch)
		err := r.Apply(x.step, ch)
		if !slices.ContainsFunc(model.AsProblems(err), func(p model.Problem) bool { return p.Field == x.field }) || r.Status != x.from {
			t.Errorf("%s: %v, %s", name, err, r.Status)
		}
	}
}

func TestReferral_MinutesAreCountedAsTheClocksShowThem(t *testing.T) {
	clock := func(minute, second int) time.Time { return time.Date(2026, 11, 21, 14, minute, second, 0, time.UTC) }
	for want, r := range map[int]model.Referral{0: {SentAt: clock(26, 2), DecidedAt: clock(26, 58)}, 1: {SentAt: clock(26, 58), DecidedAt: clock(27, 2)},
		5: {SentAt: clock(26, 0), DecidedAt: clock(31, 59)}} {
		if got, ok := r.ResponseMinutes(); got != want || !ok {
			t.Errorf("sent %s, decided %s: %d minutes", r.SentAt.Format("15.04.05"), r.DecidedAt.Format("15.04.05"), got)
		}
	}
}

func TestReferral_TimersAcrossMidnightMonthAndZones(t *testing.T) {
	for name, hours := range map[string]int{"WIB": 7, "WITA": 8, "WIT": 9} {
		zone := time.FixedZone(name, hours*3600)
		r := model.Referral{SentAt: time.Date(2026, 1, 31, 23, 50, 0, 0, zone), DecidedAt: time.Date(2026, 2, 1, 0, 5, 0, 0, zone),
			DepartedAt: time.Date(2026, 2, 28, 23, 30, 0, 0, zone), ArrivedAt: time.Date(2026, 3, 1, 0, 15, 0, 0, zone).UTC(),
			RepliedAt: time.Date(2026, 3, 2, 0, 10, 0, 0, zone)}
		response, ok1 := r.ResponseMinutes()
		transfer, ok2 := r.TransferMinutes()
		days, ok3 := r.ReplyDays(zone)
		if response != 15 || transfer != 45 || days != 1 || !ok1 || !ok2 || !ok3 {
			t.Errorf("%s: %d, %d minutes, %d days", name, response, transfer, days)
		}

		r.ServiceType = "gawat_darurat"
		if due := r.DecisionDue(); !due.Equal(r.DecidedAt) {
			t.Errorf("%s: due %s", name, due)
		}

		last := model.Date{Year: 2026, Month: 11, Day: 30}
		x := referralIn("out", "rawat_jalan", "sent")
		x.ValidUntil = last
		for _, try := range []struct {
			now  time.Time
			want bool
		}{{time.Date(2026, 11, 30, 23, 59, 0, 0, zone), false}, {time.Date(2026, 12, 1, 0, 0, 0, 0, zone), true}} {
			y := x
			ch := wish()
			ch.At, ch.Now, ch.Zone = try.now, try.now, zone
			if err := y.Apply("lapse", ch); (err == nil) != try.want {
				t.Errorf("%s: lapsed at %s: %v", name, try.now, err)
			}
		}
	}
}

func TestReferral_WaitsForSomebodySinceAMoment(t *testing.T) {
	at := clockAt()
	for _, x := range []struct {
		r    model.Referral
		want string
	}{
		{model.Referral{Direction: "out", Status: "issued", IssuedAt: at}, model.WaitSending},
		{model.Referral{Direction: "out", Status: "sent", SentAt: at, ServiceType: "rawat_inap"}, model.WaitDecision},
		{model.Referral{Direction: "out", Status: "sent", SentAt: at, ServiceType: "rawat_jalan"}, model.WaitVisit},
		{model.Referral{Direction: "in", Status: "sent", SentAt: at, ServiceType: "rawat_jalan"}, model.WaitOurDecision},
		{model.Referral{Direction: "out", Status: "accepted", DecidedAt: at, ServiceType: "gawat_darurat"}, model.WaitDeparture},
		{model.Referral{Direction: "out", Status: "in_transit", DepartedAt: at}, model.WaitArrival},
		{model.Referral{Direction: "out", Status: "in_care", ArrivedAt: at}, model.WaitReply},
		{model.Referral{Direction: "in", Status: "arrived", ArrivedAt: at}, model.WaitOurReply},
		{model.Referral{Direction: "out", Status: "back_referred", BackReferredAt: at}, model.WaitReturn},
		{model.Referral{Direction: "out", Status: "rejected", DecidedAt: at}, model.WaitNext},
	} {
		if what, since := x.r.Waiting(); what != x.want || !since.Equal(at) {
			t.Errorf("%s %s waits for %q since %s", x.r.Direction, x.r.Status, what, since)
		}
	}

	for _, status := range []model.ReferralStatus{"draft", "replied", "closed", "cancelled", "no_show", "lapsed"} {
		if what, _ := (model.Referral{Direction: "out", Status: status}).Waiting(); what != "" {
			t.Errorf("%s waits for %s", status, what)
		}
	}
}
