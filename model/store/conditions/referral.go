package conditions

import "jejaring/model"

const (
	Waits         = "referral.waiting_for <> ''"
	WaitsForReply = "referral.waiting_for = 'reply'"
	DecisionLate  = Waits + ` AND referral.status = 'sent' AND (referral.service_type = 'gawat_darurat' AND referral.sent_at <= :emergency
		OR referral.service_type = 'rawat_inap' AND referral.sent_at <= :inpatient)`
	// ReplyDue holds for outpatients of ours whose planned visit lies so far back that the reply should be there.
	ReplyDue = Waits + ` AND referral.direction = 'out' AND referral.service_type = 'rawat_jalan'
		AND referral.status IN ('sent', 'accepted', 'in_transit', 'arrived', 'in_care') AND referral.planned_visit_date <= :visited`
	Returning = Waits + " AND referral.direction = 'out' AND referral.status = 'back_referred'"
	ReturnDue = Returning + " AND referral.control_date <= :week"
	Visiting  = Waits + " AND referral.status IN ('issued', 'sent', 'accepted')"
	HasLetter = "referral.direction = 'out' AND referral.referral_no <> '' AND referral.status <> 'draft'"
	// Counted are the outgoing referrals that the figures K05 to K14 are of; in a period they are of it.
	Counted  = "referral.direction = 'out' AND referral.status NOT IN ('draft', 'cancelled')"
	OfPeriod = "referral.referral_at >= :from AND referral.referral_at < :to"
	Decided  = "referral.decision <> '' AND referral.decided_at < :to"
	arrived  = "referral.arrived_at < :to"
	// bpjsVisits are the outpatients of the national insurance.
	bpjsVisits = "referral.insurance IN ('bpjs_pbi', 'bpjs_nonpbi') AND referral.service_type = 'rawat_jalan'"
)

// ReferralRules are what is asked of referrals.
func ReferralRules() []Rule[model.Referral] {
	type R = model.Referral
	return append(ReferralSets(), []Rule[R]{
		{"waits", Waits, func(r R, _ Moment) bool { return r.Waits() }},
		{"waits for a reply", WaitsForReply, func(r R, _ Moment) bool { return r.WaitsFor(model.WaitReply) }},
		{"decision late", DecisionLate, func(r R, at Moment) bool { return r.DecisionLate(at.Now) }},
		{"reply due", ReplyDue, func(r R, at Moment) bool { return r.ReplyDue(at.Today) }},
		{"returning", Returning, func(r R, _ Moment) bool { return r.WaitsFor(model.WaitReturn) }},
		{"return due", ReturnDue, func(r R, at Moment) bool { return r.ReturnDue(at.Today) }},
		{"visiting", Visiting, func(r R, _ Moment) bool { return r.Visiting() }},
		{"lettered", HasLetter, func(r R, _ Moment) bool { return r.Lettered() }},
		{"counted", Counted, func(r R, _ Moment) bool { return r.Counted() }},
		{"of the period", OfPeriod, func(r R, at Moment) bool { return !r.ReferralAt.Before(at.From) && r.ReferralAt.Before(at.To) }},
	}...)
}

// ReferralSets are the parts of the counted referrals that figures speak of, and that lists show behind them. What happens
// after the period does not count.
func ReferralSets() []Rule[model.Referral] {
	type R = model.Referral
	decision := func(is func(model.ReferralStatus) bool) func(R, Moment) bool {
		return func(r R, at Moment) bool { return r.DecidedBefore(at.To) && is(r.Decision) }
	}
	same := func(d model.ReferralStatus) func(model.ReferralStatus) bool {
		return func(x model.ReferralStatus) bool { return x == d }
	}

	return []Rule[R]{
		{"outgoing", "TRUE", func(R, Moment) bool { return true }},
		{"decided", Decided, func(r R, at Moment) bool { return r.DecidedBefore(at.To) }},
		{"accepted", Decided + " AND referral.decision = 'accepted'", decision(same(model.ReferralAccepted))},
		{"rejected", Decided + " AND referral.decision = 'rejected'", decision(same(model.ReferralRejected))},
		{"redirected", Decided + " AND referral.decision = 'redirected'", decision(same(model.ReferralRedirected))},
		{"refused", Decided + " AND referral.decision <> 'accepted'",
			decision(func(x model.ReferralStatus) bool { return x != model.ReferralAccepted })},
		{"arrived", arrived, func(r R, at Moment) bool { return r.ArrivedBefore(at.To) }},
		{"replied", arrived + " AND referral.replied_at < :to", func(r R, at Moment) bool { return r.RepliedBefore(at.To) }},
		{"unreplied", arrived + " AND coalesce(referral.replied_at >= :to, TRUE)",
			func(r R, at Moment) bool { return r.ArrivedBefore(at.To) && !r.RepliedBefore(at.To) }},
		{"returned", arrived + " AND referral.back_referred_at < :to", func(r R, at Moment) bool { return r.ReturnedBefore(at.To) }},
		{"covered", "referral.agreement_id IS NOT NULL", func(r R, _ Moment) bool { return r.AgreementID != 0 }},
		{"uncovered", "referral.agreement_id IS NULL", func(r R, _ Moment) bool { return r.AgreementID == 0 }},
		{"bpjs", bpjsVisits, func(r R, _ Moment) bool { return r.BPJSOutpatient() }},
		{"rrns", bpjsVisits + " AND referral.non_specialist = 1 AND referral.tacc = ''", func(r R, _ Moment) bool { return r.Needless() }},
	}
}
