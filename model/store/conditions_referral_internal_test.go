package store

import (
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
	"jejaring/model/store/conditions"
)

// randomReferral is a referral in any state, with any of its times, as a register may hold one.
func randomReferral(rt *rapid.T, pivot model.Date) model.Referral {
	now := pivot.Time()
	return model.Referral{Direction: chance(rt, "direction", "out", "in"), ServiceType: chance(rt, "service_type", model.ServiceTypes()...),
		Urgency: "urgent", PartnerID: 1, PatientID: 1, Status: chance(rt, "status", model.ReferralStatuses()...),
		ReferralNo: chance(rt, "referral_no", "", "001/RJK/KLN-SM/XI/2026"), Insurance: chance(rt, "insurance", model.Insurances()...),
		NonSpecialist: chance(rt, "non_specialist", false, true), TACC: chance(rt, "tacc", "", "age"),
		AgreementID: chance(rt, "agreement", model.ID(0), 1), NextReferralID: 0,
		PlannedVisit: near(rt, "planned_visit_date", pivot), Reply: model.Reply{ControlDate: near(rt, "control_date", pivot)},
		ReferralAt: nearly(rt, "referral_at", now), SentAt: nearly(rt, "sent_at", now), DecidedAt: nearly(rt, "decided_at", now),
		ArrivedAt: nearly(rt, "arrived_at", now), RepliedAt: nearly(rt, "replied_at", now), BackReferredAt: nearly(rt, "back_referred_at", now),
		Decision: chance(rt, "decision", "", model.ReferralAccepted, model.ReferralRejected, model.ReferralRedirected)}
}

func TestConditions_OfReferralsAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	x := newTrial(t, s, "referral WHERE referral.id = :id", conditions.ReferralRules())
	tell(t, func(rt *rapid.T, pivot model.Date, _ int) {
		rec := randomReferral(rt, pivot)
		put(t.Context(), rt, referrals(s), &rec)
		for range moments {
			x.compare(rt, rec, rec.ID, asked(rt, pivot))
		}
	})
	x.both()
}
