package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// ReferralChanges is what becomes of referrals beyond a save: their steps, their patients and replies.
type ReferralChanges struct{ s *Store }

// ReferralChanges are those of the register.
func (s *Store) ReferralChanges() ReferralChanges { return ReferralChanges{s} }

// Apply lets a referral take a step of its flow. Now and Zone of the change are filled in when they are left open.
// Cancelling an issued referral annuls its number and its papers; the reason, which may speak of the patient, is sealed and
// not in the ledger.
func (rc ReferralChanges) Apply(ctx context.Context, id model.ID, step model.StepName, ch model.ReferralChange) (model.Referral, error) {
	return rc.life().take(ctx, id, step, ch)
}

func (rc ReferralChanges) life() life[model.Referral, model.ReferralStatus, model.ReferralChange] {
	return life[model.Referral, model.ReferralStatus, model.ReferralChange]{flow: model.ReferralFlow(), table: referrals(rc.s),
		complete: func(ctx context.Context, tx *sql.Tx, ch *model.ReferralChange) error { return rc.complete(ctx, tx, ch) },
		follow: func(ctx context.Context, tx *sql.Tx, _ model.StepName, rec *model.Referral, _ model.ReferralChange) error {
			if rec.Status != model.ReferralCancelled || rec.Direction != "out" || rec.ReferralNo == "" {
				return nil
			}
			papers := model.LetterData{Type: rec.Paper(), Number: rec.ReferralNo, Referral: rec}
			return rc.s.AgreementChanges().annul(ctx, tx, string(model.ReferralCancelled), &papers)
		}}
}

// complete fills in the instants and the zone of a change.
func (rc ReferralChanges) complete(ctx context.Context, q sqlite.Querier, ch *model.ReferralChange) error {
	at, zone, err := rc.s.present(ctx, q)
	if err != nil {
		return err
	}
	if ch.Zone == nil {
		ch.Zone = zone
	}
	if ch.Now.IsZero() {
		ch.Now = at
	}
	if ch.At.IsZero() {
		ch.At = ch.Now
	}

	return nil
}

// Next makes the draft that follows a rejected or redirected referral, to another partner, and links the two.
// Partner 0 means the one it was redirected to. A referral that has a next one already returns that one.
func (rc ReferralChanges) Next(ctx context.Context, id, partner model.ID) (next model.Referral, err error) {
	err = rc.s.change(ctx, func(tx *sql.Tx) error {
		rec, err := referrals(rc.s).living(ctx, tx, id)
		if err != nil {
			return err
		}

		if rec.NextReferralID != 0 {
			next, err = referrals(rc.s).get(ctx, tx, rec.NextReferralID)
			return err
		}

		if rec.Status != model.ReferralRejected && rec.Status != model.ReferralRedirected {
			return fmt.Errorf("next of a referral that is %s: %w", rec.Status, model.ErrTransition)
		}
		if partner == 0 {
			partner = rec.RedirectedTo
		}

		at, _, err := rc.s.present(ctx, tx)
		if err != nil {
			return err
		}

		next = follow(rec, partner, at)
		if err := referrals(rc.s).put(ctx, tx, &next, ""); err != nil {
			return err
		}

		rec.NextReferralID = next.ID
		return referrals(rc.s).put(ctx, tx, &rec, "update")
	})
	if err != nil {
		return model.Referral{}, err
	}

	return next, nil
}

// follow copies what stays true of a patient who has to go elsewhere.
func follow(r model.Referral, partner model.ID, at time.Time) model.Referral {
	return model.Referral{Direction: "out", ReferralAt: at, ServiceType: r.ServiceType, Orientation: r.Orientation, Urgency: r.Urgency,
		PartnerID: partner, DestUnit: r.DestUnit, PatientID: r.PatientID, Insurance: r.Insurance, InsuranceNo: r.InsuranceNo,
		InsurerReferralNo: r.InsurerReferralNo, DxPrimary: r.DxPrimary, DxSecondary: r.DxSecondary,
		ReasonCategory: r.ReasonCategory, ReasonText: r.ReasonText, NonSpecialist: r.NonSpecialist, TACC: r.TACC,
		TACCReason: r.TACCReason, Anamnesis: r.Anamnesis, Physical: r.Physical, Vitals: r.Vitals, Supporting: r.Supporting,
		Therapy: r.Therapy, EmergencyCriteria: r.EmergencyCriteria, RequestedService: r.RequestedService, Transport: r.Transport,
		EscortStaffID: r.EscortStaffID, Companion: r.Companion, DoctorStaffID: r.DoctorStaffID, Consent: r.Consent,
		Status: model.ReferralDraft, OriginReferralID: r.ID}
}

// theWaiting are the referrals that wait, few among all, by their own index: SQLite would read along another one.
const theWaiting = "referral INDEXED BY referral_waiting"

// referralNumber names a referral where nothing of the patient is shown.
const referralNumber = "coalesce(nullif(referral_no, ''), code)"

// referralAsks are the rows of the referrals. They show number and partner, and nothing of the patient.
func referralAsks() []attentionQuery {
	const place = "trim(partner_name || ' ' || dest_unit)"
	row := func(kind, who, due, condition string) attentionQuery {
		return attentionQuery{kind: kind, rank: rankReferral, query: "SELECT id, " + referralNumber + ", " + who + ", " + due +
			" FROM " + theWaiting + " WHERE deleted_at IS NULL AND " + condition}
	}

	return []attentionQuery{
		row(model.AttentionDecision, place, "sent_at", conditions.DecisionLate),
		row(model.AttentionReply, place, conditions.After("planned_visit_date", model.ReplyDays), conditions.ReplyDue),
		row(model.AttentionBackReferred, "partner_name", "control_date", conditions.ReturnDue),
	}
}

// referralDates are the days on which patients visit, and come back.
func referralDates() []upcomingQuery {
	const from = theWaiting + " WHERE deleted_at IS NULL AND "
	return []upcomingQuery{
		{"back_referral_due", "control_date", "id", referralNumber, from + conditions.Returning},
		{"planned_visit", "planned_visit_date", "id", referralNumber, from + conditions.Visiting},
	}
}

func referralCounts(c *model.Counts) []countQuery {
	return []countQuery{{allLiving("referral"), &c.Referrals}, {living(theWaiting, conditions.Waits), &c.Waiting},
		{living("referral", conditions.WaitsForReply), &c.Replies}}
}

// referralKPIs are K05 to K14.
func (rc ReferralChanges) referralKPIs(ctx context.Context, q sqlite.Querier, k *model.KPIs, p period) error {
	if err := referralFigures(ctx, q, k, p); err != nil {
		return err
	}
	return completeness(rc.s, ctx, q, k, p)
}
