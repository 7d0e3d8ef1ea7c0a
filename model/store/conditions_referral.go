package store

import "jejaring/model"

const (
	waits         = "referral.waiting_for <> ''"
	waitsForReply = "referral.waiting_for = 'reply'"
	decisionLate  = waits + ` AND referral.status = 'sent' AND (referral.service_type = 'gawat_darurat' AND referral.sent_at <= :emergency
		OR referral.service_type = 'rawat_inap' AND referral.sent_at <= :inpatient)`
	// replyDue holds for outpatients of ours whose planned visit lies so far back that the reply should be there.
	replyDue = waits + ` AND referral.direction = 'out' AND referral.service_type = 'rawat_jalan'
		AND referral.status IN ('sent', 'accepted', 'in_transit', 'arrived', 'in_care') AND referral.planned_visit_date <= :visited`
	returning = waits + " AND referral.direction = 'out' AND referral.status = 'back_referred'"
	returnDue = returning + " AND referral.control_date <= :week"
	visiting  = waits + " AND referral.status IN ('issued', 'sent', 'accepted')"
	hasLetter = "referral.direction = 'out' AND referral.referral_no <> '' AND referral.status <> 'draft'"
	// counted are the outgoing referrals that the figures K05 to K14 are of; in a period they are of it.
	counted  = "referral.direction = 'out' AND referral.status NOT IN ('draft', 'cancelled')"
	ofPeriod = "referral.referral_at >= :from AND referral.referral_at < :to"
	decided  = "referral.decision <> '' AND referral.decided_at < :to"
	arrived  = "referral.arrived_at < :to"
	// bpjsVisits are the outpatients of the national insurance.
	bpjsVisits = "referral.insurance IN ('bpjs_pbi', 'bpjs_nonpbi') AND referral.service_type = 'rawat_jalan'"
)

// referralRules are what is asked of referrals.
func referralRules() []rule[model.Referral] {
	type R = model.Referral
	return append(referralSets(), []rule[R]{
		{"waits", waits, func(r R, _ moment) bool { return r.Waits() }},
		{"waits for a reply", waitsForReply, func(r R, _ moment) bool { return r.WaitsFor(model.WaitReply) }},
		{"decision late", decisionLate, func(r R, at moment) bool { return r.DecisionLate(at.now) }},
		{"reply due", replyDue, func(r R, at moment) bool { return r.ReplyDue(at.today) }},
		{"returning", returning, func(r R, _ moment) bool { return r.WaitsFor(model.WaitReturn) }},
		{"return due", returnDue, func(r R, at moment) bool { return r.ReturnDue(at.today) }},
		{"visiting", visiting, func(r R, _ moment) bool { return r.Visiting() }},
		{"lettered", hasLetter, func(r R, _ moment) bool { return r.Lettered() }},
		{"counted", counted, func(r R, _ moment) bool { return r.Counted() }},
		{"of the period", ofPeriod, func(r R, at moment) bool { return !r.ReferralAt.Before(at.from) && r.ReferralAt.Before(at.to) }},
	}...)
}

// referralSets are the parts of the counted referrals that figures speak of, and that lists show behind them. What happens
// after the period does not count.
func referralSets() []rule[model.Referral] {
	type R = model.Referral
	decision := func(is func(model.ReferralStatus) bool) func(R, moment) bool {
		return func(r R, at moment) bool { return r.DecidedBefore(at.to) && is(r.Decision) }
	}
	same := func(d model.ReferralStatus) func(model.ReferralStatus) bool {
		return func(x model.ReferralStatus) bool { return x == d }
	}
	return []rule[R]{
		{"outgoing", "TRUE", func(R, moment) bool { return true }},
		{"decided", decided, func(r R, at moment) bool { return r.DecidedBefore(at.to) }},
		{"accepted", decided + " AND referral.decision = 'accepted'", decision(same(model.ReferralAccepted))},
		{"rejected", decided + " AND referral.decision = 'rejected'", decision(same(model.ReferralRejected))},
		{"redirected", decided + " AND referral.decision = 'redirected'", decision(same(model.ReferralRedirected))},
		{"refused", decided + " AND referral.decision <> 'accepted'",
			decision(func(x model.ReferralStatus) bool { return x != model.ReferralAccepted })},
		{"arrived", arrived, func(r R, at moment) bool { return r.ArrivedBefore(at.to) }},
		{"replied", arrived + " AND referral.replied_at < :to", func(r R, at moment) bool { return r.RepliedBefore(at.to) }},
		{"unreplied", arrived + " AND coalesce(referral.replied_at >= :to, TRUE)",
			func(r R, at moment) bool { return r.ArrivedBefore(at.to) && !r.RepliedBefore(at.to) }},
		{"returned", arrived + " AND referral.back_referred_at < :to", func(r R, at moment) bool { return r.ReturnedBefore(at.to) }},
		{"covered", "referral.agreement_id IS NOT NULL", func(r R, _ moment) bool { return r.AgreementID != 0 }},
		{"uncovered", "referral.agreement_id IS NULL", func(r R, _ moment) bool { return r.AgreementID == 0 }},
		{"bpjs", bpjsVisits, func(r R, _ moment) bool { return r.BPJSOutpatient() }},
		{"rrns", bpjsVisits + " AND referral.non_specialist = 1 AND referral.tacc = ''", func(r R, _ moment) bool { return r.Needless() }},
	}
}
