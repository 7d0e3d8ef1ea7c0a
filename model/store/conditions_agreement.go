package store

import "jejaring/model"

const (
	isDraft    = "agreement.status = 'draft'"
	isAwaiting = "agreement.status = 'awaiting_signature'"
	isActive   = "agreement.status = 'active'"
	isExpired  = "agreement.status = 'expired'"
	// binds holds for agreements that bind the parties, or did.
	binds = "agreement.status IN ('active', 'suspended', 'renewed', 'expired', 'terminated')"
	// ran holds for agreements that are active, or were until the day ended them.
	ran             = "(agreement.status = 'active' OR agreement.status IN ('expired', 'renewed') AND agreement.expired_from = 'active')"
	inForce         = ran + " AND agreement.start_date <= :today AND agreement.end_date >= :today"
	isExpiring      = inForce + " AND agreement.end_date <= :window"
	notYetEffective = isActive + " AND agreement.start_date > :today"
	signatureLate   = isAwaiting + " AND agreement.status_since < :stale"
	endUnseen       = "agreement.notice = 'expired' AND agreement.status = 'expired'"
	extendedUnseen  = "agreement.notice = 'extended' AND agreement.status = 'active'"
	// wasInForce holds for agreements that have ended since, too.
	wasInForce = binds + ` AND agreement.start_date <= :past AND agreement.end_date >= :past
		AND NOT (agreement.status = 'terminated' AND agreement.status_date IS NOT NULL AND agreement.status_date <= :past)
		AND NOT (agreement.status = 'suspended' AND coalesce(agreement.status_since, '9999') <= :past)
		AND NOT (agreement.expired_from = 'suspended' AND coalesce(agreement.expired_since, '9999') <= :past)`
	// followed holds for an agreement whose successor is active.
	followed = `EXISTS (SELECT 1 FROM agreement n WHERE n.id = agreement.successor_id AND n.status = 'active' AND n.deleted_at IS NULL)`
	scanned  = `EXISTS (SELECT 1 FROM agreement_file f WHERE f.agreement_id = agreement.id AND f.kind = 'signed_scan')`
	// unnumbered are the agreements of which a partner's own number is not known.
	unnumbered = `agreement.status IN ('active', 'awaiting_signature') AND EXISTS (SELECT 1 FROM agreement_party y
		WHERE y.agreement_id = agreement.id AND y.partner_id IS NOT NULL AND y.own_number = '')`
	holdsNumber = "agreement.number_own <> '' AND agreement.status NOT IN ('draft', 'cancelled')"
	// mayTurn are the agreements that a day may change.
	mayTurn = `(agreement.status IN ('active', 'suspended') AND agreement.end_date < :today
		OR agreement.expired_from <> '' AND agreement.end_date >= :today OR agreement.notice = 'extended'
		OR agreement.status = 'expired' AND agreement.successor_id IS NOT NULL)`
	// covers are the agreements that cover a referral to a partner. The plus keeps SQLite from the index of the fields: a partner
	// has few agreements.
	covers = `+agreement.cooperation_field IN ('referral', 'laboratory', 'diagnostics', 'tb_dppm')
		AND agreement.status IN ('active', 'renewed', 'expired', 'terminated') AND agreement.start_date <= :today
		AND agreement.end_date >= :today AND (agreement.status <> 'terminated' OR coalesce(agreement.status_date, '9999') >= :today)
		AND agreement.id IN (SELECT agreement_id FROM agreement_party WHERE partner_id = :partner)`
)

// agreementRules are what is asked of agreements.
func agreementRules() []rule[model.Agreement] {
	type A = model.Agreement
	in := func(status model.AgreementStatus) func(A, moment) bool {
		return func(r A, _ moment) bool { return r.Status == status }
	}
	return []rule[A]{
		{"draft", isDraft, in(model.StatusDraft)},
		{"awaiting", isAwaiting, in(model.StatusAwaiting)},
		{"active", isActive, in(model.StatusActive)},
		{"expired", isExpired, in(model.StatusExpired)},
		{"binds", binds, func(r A, _ moment) bool { return r.Binds() }},
		{"ran", ran, func(r A, _ moment) bool { return r.Ran() }},
		{"in force", inForce, func(r A, at moment) bool { return r.InForce(at.today) }},
		{"expiring", isExpiring, func(r A, at moment) bool { return r.Expiring(at.today) }},
		{"not yet effective", notYetEffective, func(r A, at moment) bool { return r.NotYetEffective(at.today) }},
		{"signature late", signatureLate, func(r A, at moment) bool { return r.SignatureLate(at.today) }},
		{"end unseen", endUnseen, func(r A, _ moment) bool { return r.EndUnseen() }},
		{"extended unseen", extendedUnseen, func(r A, _ moment) bool { return r.ExtendedUnseen() }},
		{"was in force", wasInForce, func(r A, at moment) bool { return r.WasInForce(at.past) }},
		{"scanned", scanned, func(r A, _ moment) bool { return r.Scanned() }},
		{"unnumbered", unnumbered, func(r A, _ moment) bool { return r.Unnumbered() }},
		{"holds its number", holdsNumber, func(r A, _ moment) bool { return r.HoldsNumber() }},
		{"may turn", mayTurn, func(r A, at moment) bool { return r.MayTurn(at.today) }},
		{"covers", covers, func(r A, at moment) bool { return r.Covers(at.partner, at.today) }},
	}
}

// following is an agreement with the one that follows it, as far as there is one.
type following struct{ agreement, successor model.Agreement }

// followingRules are what is asked of an agreement and its successor.
func followingRules() []rule[following] {
	return []rule[following]{{"followed", followed, func(r following, _ moment) bool {
		return r.successor.Status == model.StatusActive && r.agreement.SuccessorID != 0 && r.agreement.SuccessorID == r.successor.ID
	}}}
}
