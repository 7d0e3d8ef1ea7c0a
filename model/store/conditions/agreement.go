package conditions

import "jejaring/model"

const (
	IsDraft    = "agreement.status = 'draft'"
	IsAwaiting = "agreement.status = 'awaiting_signature'"
	IsActive   = "agreement.status = 'active'"
	IsExpired  = "agreement.status = 'expired'"
	// IsOver holds for agreements that have come to their end, or will never begin.
	IsOver = "agreement.status IN ('expired', 'renewed', 'terminated', 'cancelled')"
	// Binds holds for agreements that bind the parties, or did.
	Binds = "agreement.status IN ('active', 'suspended', 'renewed', 'expired', 'terminated')"
	// ran holds for agreements that are active, or were until the day ended them.
	ran = "(agreement.status = 'active' OR agreement.status IN ('expired', 'renewed', 'terminated') AND agreement.expired_from = 'active')"
	// BindsUntil is the last day on which an agreement binds.
	BindsUntil      = "min(agreement.end_date, coalesce(date(agreement.terminates_on, '-1 day'), agreement.end_date))"
	InForce         = ran + " AND agreement.start_date <= :today AND agreement.end_date >= :today AND coalesce(agreement.terminates_on, '9999') > :today"
	IsExpiring      = InForce + " AND " + BindsUntil + " <= :window"
	NotYetEffective = IsActive + " AND agreement.start_date > :today"
	SignatureLate   = IsAwaiting + " AND agreement.status_since < :stale"
	IsSuspended     = "agreement.status = 'suspended'"
	ResumeDue       = IsSuspended + " AND agreement.resume_date <= :today"
	// The few of which nobody has taken note are found by the index of the notices, which is asked for by its own words.
	noticed        = "agreement.notice <> '' AND +agreement.status = "
	EndUnseen      = noticed + "'expired' AND agreement.notice = 'expired'"
	ExtendedUnseen = noticed + "'active' AND agreement.notice = 'extended'"
	// Terminating holds for agreements that bind still though notice was given, Leaving for those that end within model.EndingDays.
	Terminating      = "+agreement.status IN ('active', 'suspended') AND agreement.terminates_on IS NOT NULL"
	Leaving          = Terminating + " AND agreement.terminates_on <= :leaving"
	TerminatedUnseen = noticed + "'terminated' AND agreement.notice = 'terminated'"
	// WasInForce holds for agreements that have ended since, too.
	WasInForce = Binds + ` AND agreement.start_date <= :past AND agreement.end_date >= :past
		AND NOT (agreement.status = 'terminated' AND agreement.status_date IS NOT NULL AND agreement.status_date <= :past)
		AND NOT (agreement.status = 'suspended' AND coalesce(agreement.status_since, '9999') <= :past)
		AND NOT (agreement.expired_from = 'suspended' AND coalesce(agreement.expired_since, '9999') <= :past)`
	// Followed holds for an agreement whose successor is active.
	Followed = `EXISTS (SELECT 1 FROM agreement n WHERE n.id = agreement.successor_id AND n.status = 'active' AND n.deleted_at IS NULL)`
	// AnnouncesFull holds for short agreements that a full one should follow, FullDue for those where it is due soon, Completed for those
	// whose full one, or successor, binds.
	AnnouncesFull = "agreement.full_due IS NOT NULL AND agreement.status NOT IN ('cancelled', 'terminated')"
	FullDue       = AnnouncesFull + " AND agreement.full_due <= :full"
	Completed     = `EXISTS (SELECT 1 FROM agreement n WHERE (n.parent_id = agreement.id OR n.id = agreement.successor_id) AND n.deleted_at IS NULL
		AND n.status IN ('active', 'suspended', 'renewed', 'expired', 'terminated'))`
	// Prepared holds for an agreement whose successor is there, signed or not; Renews for one that goes on by itself.
	Prepared = `EXISTS (SELECT 1 FROM agreement n WHERE n.id = agreement.successor_id AND n.status <> 'cancelled' AND n.deleted_at IS NULL)`
	Renews   = "agreement.auto_renew = 1 AND (agreement.renew_max = 0 OR agreement.renew_count < agreement.renew_max)"
	Scanned  = `EXISTS (SELECT 1 FROM agreement_file f WHERE f.agreement_id = agreement.id AND f.kind = 'signed_scan')`
	// Unnumbered are the agreements of which a partner's own number is not known.
	Unnumbered = `agreement.status IN ('active', 'awaiting_signature') AND EXISTS (SELECT 1 FROM agreement_party y
		WHERE y.agreement_id = agreement.id AND y.partner_id IS NOT NULL AND y.own_number = '')`
	HoldsNumber = "agreement.number_own <> '' AND agreement.status NOT IN ('draft', 'cancelled')"
	// MayTurn are the agreements that a day may change.
	MayTurn = `(agreement.status IN ('active', 'suspended') AND (agreement.end_date < :today OR agreement.terminates_on <= :today)
		OR agreement.status = 'terminated' AND agreement.expired_from <> '' AND coalesce(agreement.terminates_on, '9999') > :today
		OR agreement.status <> 'terminated' AND (agreement.expired_from <> '' AND agreement.end_date >= :today OR agreement.notice = 'extended')
		OR agreement.status = 'expired' AND agreement.successor_id IS NOT NULL)`
	// Covers are the agreements that cover a referral to a partner. The plus keeps SQLite from the index of the fields: a partner
	// has few agreements.
	Covers = `+agreement.cooperation_field IN ('referral', 'laboratory', 'diagnostics', 'tb_dppm')
		AND agreement.status IN ('active', 'renewed', 'expired', 'terminated') AND agreement.start_date <= :today
		AND agreement.end_date >= :today AND (agreement.status <> 'terminated' OR coalesce(agreement.status_date, '9999') > :today)
		AND agreement.id IN (SELECT agreement_id FROM agreement_party WHERE partner_id = :partner)`
)

// AgreementRules are what is asked of agreements.
func AgreementRules() []Rule[model.Agreement] {
	type A = model.Agreement
	in := func(status model.AgreementStatus) func(A, Moment) bool {
		return func(r A, _ Moment) bool { return r.Status == status }
	}

	return []Rule[A]{
		{"draft", IsDraft, in(model.StatusDraft)},
		{"awaiting", IsAwaiting, in(model.StatusAwaiting)},
		{"active", IsActive, in(model.StatusActive)},
		{"expired", IsExpired, in(model.StatusExpired)},
		{"over", IsOver, func(r A, _ Moment) bool { return r.Over() }},
		{"binds", Binds, func(r A, _ Moment) bool { return r.Binds() }},
		{"ran", ran, func(r A, _ Moment) bool { return r.Ran() }},
		{"in force", InForce, func(r A, at Moment) bool { return r.InForce(at.Today) }},
		{"expiring", IsExpiring, func(r A, at Moment) bool { return r.Expiring(at.Today) }},
		{"not yet effective", NotYetEffective, func(r A, at Moment) bool { return r.NotYetEffective(at.Today) }},
		{"signature late", SignatureLate, func(r A, at Moment) bool { return r.SignatureLate(at.Today) }},
		{"suspended", IsSuspended, in(model.StatusSuspended)},
		{"resume due", ResumeDue, func(r A, at Moment) bool { return r.ResumeDue(at.Today) }},
		{"end unseen", EndUnseen, func(r A, _ Moment) bool { return r.EndUnseen() }},
		{"renews", Renews, func(r A, _ Moment) bool { return model.Renews(r) }},
		{"extended unseen", ExtendedUnseen, func(r A, _ Moment) bool { return r.ExtendedUnseen() }},
		{"terminating", Terminating, func(r A, _ Moment) bool { return r.Terminating() }},
		{"leaving", Leaving, func(r A, at Moment) bool {
			return r.Terminating() && !r.TerminatesOn.After(at.Today.AddDays(model.EndingDays))
		}},
		{"terminated unseen", TerminatedUnseen, func(r A, _ Moment) bool {
			return r.Status == model.StatusEnded && r.Notice == model.NoticeTerminated
		}},
		{"was in force", WasInForce, func(r A, at Moment) bool { return r.WasInForce(at.Past) }},
		{"scanned", Scanned, func(r A, _ Moment) bool { return r.Scanned() }},
		{"unnumbered", Unnumbered, func(r A, _ Moment) bool { return r.Unnumbered() }},
		{"holds its number", HoldsNumber, func(r A, _ Moment) bool { return r.HoldsNumber() }},
		{"announces a full agreement", AnnouncesFull, func(r A, _ Moment) bool { return r.AnnouncesFull(r.Status) }},
		{"full agreement due", FullDue, func(r A, at Moment) bool { return r.OwesFull(r.Status, at.Today) }},
		{"may turn", MayTurn, func(r A, at Moment) bool { return r.MayTurn(at.Today) }},
		{"covers", Covers, func(r A, at Moment) bool { return r.Covers(at.Partner, at.Today) }},
	}
}

// Following is an agreement with the one that follows it, as far as there is one.
type Following struct{ Agreement, Successor model.Agreement }

// FollowingRules are what is asked of an agreement and its successor.
func FollowingRules() []Rule[Following] {
	linked := func(r Following) bool {
		return r.Agreement.SuccessorID != 0 && r.Agreement.SuccessorID == r.Successor.ID
	}

	return []Rule[Following]{
		{"followed", Followed, func(r Following, _ Moment) bool { return linked(r) && r.Successor.Status == model.StatusActive }},
		{"completed", Completed, func(r Following, _ Moment) bool {
			return r.Successor.Binds() && (linked(r) || r.Agreement.ID == r.Successor.ParentID)
		}},
		{"prepared", Prepared, func(r Following, _ Moment) bool { return linked(r) && r.Successor.Status != model.StatusCancelled }},
	}
}
