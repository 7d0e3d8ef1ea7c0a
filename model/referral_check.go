package model

import (
	"fmt"
	"time"
)

// times lists the points of a referral's life in their order.
func (r Referral) times() []struct {
	field string
	at    time.Time
} {
	return []struct {
		field string
		at    time.Time
	}{{"referral_datetime", r.ReferralAt}, {"issued_at", r.IssuedAt}, {"sent_at", r.SentAt}, {"decided_at", r.DecidedAt},
		{"departed_at", r.DepartedAt}, {"arrived_at", r.ArrivedAt}, {"handed_over_at", r.HandedOverAt},
		{"replied_at", r.RepliedAt}, {"back_referred_at", r.BackReferredAt}, {"closed_at", r.ClosedAt}}
}

// Check normalises codes and returns every broken rule and warning that matters for saving; now bounds the times.
func (r *Referral) Check(now time.Time) Problems {
	var c checker
	c.oneOf("direction", r.Direction, []string{"out", "in"})
	c.oneOf("service_type", r.ServiceType, ServiceTypes())
	c.oneOf("orientation", r.Orientation, Orientations())
	c.oneOf("urgency", r.Urgency, Urgencies())
	c.oneOf("insurance", r.Insurance, Insurances())
	c.oneOf("status", string(r.Status), texts(ReferralStatuses()))
	if r.PartnerID == 0 {
		c.add("partner_id", CodeRequired)
	}
	if (r.Urgency == "emergency") != r.Emergency() {
		c.warn("urgency", "urgency_service")
	}

	if r.BPJS() {
		c.required("insurance_no", r.InsuranceNo)
		c.normal("insurance_no", &r.InsuranceNo, BPJSCard)
	}

	c.normal("insurer_referral_no", &r.InsurerReferralNo, BPJSReferral)
	checkClinical(r, &c)
	checkConsent(r, &c, now)
	checkReply(r, &c)
	checkReferralTexts(r, &c)
	checkVisit(r, &c)
	checkReferralTimes(r, &c, now)
	c.limits(r)

	return c.found
}

func checkClinical(r *Referral, c *checker) {
	c.required("dx_primary.code", r.DxPrimary.Code)
	c.required("dx_primary.text_id", r.DxPrimary.Text.ID)
	c.normal("dx_primary.code", &r.DxPrimary.Code, ICD10)
	if len(r.DxSecondary) > 5 {
		c.add("dx_secondary", CodeTooLong, "5")
	}

	for i := range r.DxSecondary {
		c.normal(fmt.Sprintf("dx_secondary[%d].code", i), &r.DxSecondary[i].Code, ICD10)
	}

	c.oneOf("reason_category", r.ReasonCategory, ReasonCategories())
	c.text("reason_text", r.ReasonText, 1000)
	c.optional("tacc", r.TACC, TACCs())
	if r.NeedsTACC() && r.TACC == "" {
		c.warn("tacc", "tacc_missing")
	}

	c.optional("transport", r.Transport, Transports())
	c.optional("outcome", r.Outcome, Outcomes())
	c.optional("prb_group", r.PRBGroup, PRBGroups())
	checkVitals(r, c)
}

// checkConsent covers the people: who agreed, and who was called.
func checkConsent(r *Referral, c *checker, now time.Time) {
	c.optional("consent.relation", r.Consent.Relation, ConsentRelations())
	c.optional("consent.method", r.Consent.Method, ConsentMethods())
	if r.Consent.At.After(now) {
		c.add("consent.time", "future_date")
	}

	for i, try := range r.ContactLog {
		field := fmt.Sprintf("contact_log[%d]", i)
		c.oneOf(field+".channel", try.Channel, Channels())
		if try.At.After(now) {
			c.add(field+".time", "future_date")
		}
	}
}

// checkReferralTexts bounds what is written by hand.
func checkReferralTexts(r *Referral, c *checker) {
	for _, f := range []struct {
		name, value string
		limit       int
	}{{"referral_no", r.ReferralNo, 80}, {"dest_unit", r.DestUnit, 120}, {"dest_doctor", r.DestDoctor, 120}, {"doctor_name", r.DoctorName, 120},
		{"dx_primary.text_id", r.DxPrimary.Text.ID, 300}, {"companion", r.Companion, 120}, {"consent.person", r.Consent.Person, 120},
		{"consent.unobtainable", r.Consent.Unobtainable, 300}, {"requested_service", r.RequestedService, 300}, {"tacc_reason", r.TACCReason, 300},
		{"anamnesis", r.Anamnesis, 4000}, {"physical", r.Physical, 4000}, {"supporting", r.Supporting, 4000}, {"therapy", r.Therapy, 4000},
		{"decision_by", r.DecisionBy, 120}, {"received_by", r.ReceivedBy, 120}, {"arrival_condition", r.ArrivalCondition, 1000},
		{"status_reason", r.StatusReason, 1000}, {"note", r.Note, 4000}, {"reply.reply_no", r.Reply.Number, 80}, {"reply.summary", r.Reply.Summary, 4000},
		{"reply.next_facility", r.Reply.NextPlace, 160}, {"reply.advice", r.Reply.Advice, 4000}, {"reply.doctor", r.Reply.Doctor, 120}} {
		c.length(f.name, f.value, f.limit)
	}
	for i, try := range r.ContactLog {
		c.length(fmt.Sprintf("contact_log[%d].person", i), try.Person, 120)
		c.length(fmt.Sprintf("contact_log[%d].outcome", i), try.Outcome, 1000)
	}
}

// checkReply covers what was answered, as far as it is known.
func checkReply(r *Referral, c *checker) {
	a := &r.Reply
	c.optional("reply.follow_up", a.FollowUp, FollowUps())
	c.normal("reply.final_dx.code", &a.FinalDx.Code, ICD10)
	if a.FollowUp == "kontrol_kembali" && a.ControlDate.IsZero() {
		c.add("reply.control_date", CodeRequired)
	}
	if a.FollowUp == "rujuk_lanjut" {
		c.required("reply.next_facility", a.NextPlace)
	}
	if !a.ControlDate.IsZero() && a.ControlDate.Before(a.CareDate) {
		c.add("reply.control_date", "control_order")
	}

	c.found = append(c.found, a.File.Check()...)
}

func checkVitals(r *Referral, c *checker) {
	v := r.Vitals
	for _, f := range []struct {
		name            string
		value, low, top float64
	}{{"bp_s", float64(v.BPSystolic), 0, 300}, {"bp_d", float64(v.BPDiastolic), 0, 300}, {"hr", float64(v.HR), 0, 300},
		{"rr", float64(v.RR), 0, 120}, {"temp", v.Temp, 25, 45}, {"spo2", float64(v.SpO2), 0, 100}, {"gcs", float64(v.GCS), 3, 15},
		{"weight", v.Weight, 0, 400}, {"pain", float64(v.Pain), 0, 10}} {
		if f.value != 0 && (f.value < f.low || f.value > f.top) {
			c.add("vitals."+f.name, CodeRange, fmt.Sprint(f.low), fmt.Sprint(f.top))
		}
	}
}

func checkReferralTimes(r *Referral, c *checker, now time.Time) {
	if r.ReferralAt.IsZero() {
		c.add("referral_datetime", CodeRequired)
	}

	var last time.Time
	for _, t := range r.times() {
		if t.at.IsZero() {
			continue
		}
		if t.at.Before(last) {
			c.add(t.field, "time_order")
		}
		if t.at.After(now) {
			c.add(t.field, "future_date")
		}

		last = t.at
	}
}

func checkVisit(r *Referral, c *checker) {
	if !r.ValidUntil.IsZero() && !r.PlannedVisit.IsZero() && r.ValidUntil.Before(r.PlannedVisit) {
		c.add("valid_until", "valid_order")
	}
	if !r.PlannedVisit.IsZero() && r.PlannedVisit.Before(DateOf(r.ReferralAt.UTC())) {
		c.add("planned_visit_date", "visit_order")
	}
}
