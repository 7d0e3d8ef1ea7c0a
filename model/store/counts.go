package store

import (
	"context"
	"database/sql"
	"time"

	"jejaring/model"
)

const (
	// ran holds for agreements that are active, or were until the day ended them: what is said of a day that has passed
	// stays the same.
	ran     = "(status = 'active' OR status IN ('expired', 'renewed') AND expired_from = 'active')"
	inForce = "deleted_at IS NULL AND " + ran + " AND start_date <= :today AND end_date >= :today"
	// wasInForce holds for agreements that have ended since, too.
	wasInForce = `deleted_at IS NULL AND status IN ('active', 'suspended', 'renewed', 'expired', 'terminated')
		AND start_date <= :before AND end_date >= :before
		AND NOT (status = 'terminated' AND status_date IS NOT NULL AND status_date <= :before)
		AND NOT (status = 'suspended' AND coalesce(status_since, '9999') <= :before)
		AND NOT (expired_from = 'suspended' AND coalesce(expired_since, '9999') <= :before)`
	// bound are the agreements whose obligations are owed.
	bound = "a.deleted_at IS NULL AND a.status IN ('active', 'suspended', 'renewed', 'expired', 'terminated')"
	// owed are the occurrences of obligations that are open on the day, of agreements that bind or did. What would have
	// fallen due after an early end is not owed.
	owed = `obligation_occurrence x JOIN obligation o ON o.id = x.obligation_id JOIN agreement a ON a.id = o.agreement_id
		WHERE (x.done IS NULL OR x.done > :today) AND (x.waived IS NULL OR x.waived > :today)
		AND o.status NOT IN ('done', 'waived') AND ` + bound + `
		AND NOT (a.status = 'terminated' AND a.status_date IS NOT NULL AND x.due > a.status_date)`
	dangerous = "(warnings LIKE '%\"" + model.WarnSpoof + "\"%' OR warnings LIKE '%\"" + model.WarnExecutable + "\"%')"
	unlinked  = "deleted_at IS NULL AND direction = 'in' AND linked = 0 AND auto_submitted = 0 AND status = 'unregistered'"
	// waitingLetters are linked mails that are urgent, or ask for an answer by what they are about, until somebody answers,
	// files or ignores them.
	waitingLetters = `deleted_at IS NULL AND direction = 'in' AND linked = 1 AND auto_submitted = 0
		AND status IN ('unregistered', 'registered', 'routed', 'in_progress') AND (urgent = 1 OR category IN ('permohonan',
		'penawaran', 'undangan', 'perpanjangan', 'pengakhiran', 'tagihan', 'keluhan'))`
)

// Counts returns the figures of the home screen on that day. NextExpiry is -1 when no agreement is in force.
func (s *Store) Counts(ctx context.Context, today model.Date) (model.Counts, error) {
	var c model.Counts
	bin := "0"
	for table := range s.trashed() {
		bin += " + (SELECT count(*) FROM " + table + " WHERE deleted_at IS NOT NULL)"
	}
	var oldest time.Time
	err := s.view(ctx, func(tx *sql.Tx) error {
		zone, err := clinicZone(ctx, tx)
		if err != nil {
			return err
		}
		err = one(ctx, tx, `SELECT (SELECT count(*) FROM partner WHERE deleted_at IS NULL),
			(SELECT count(*) FROM agreement WHERE deleted_at IS NULL), (SELECT count(*) FROM agreement WHERE `+inForce+`),
			(SELECT count(*) FROM agreement WHERE `+wasInForce+`),
			(SELECT count(*) FROM agreement WHERE `+inForce+` AND end_date <= :window),
			coalesce((SELECT CAST(julianday(min(end_date)) - julianday(:today) AS INTEGER) FROM agreement WHERE `+inForce+`), -1),
			(SELECT count(*) FROM agreement WHERE deleted_at IS NULL AND status = 'awaiting_signature'),
			(SELECT count(*) FROM agreement WHERE deleted_at IS NULL AND notice = 'expired' AND status = 'expired'),
			(SELECT count(*) FROM `+owed+` AND x.due < :today), (SELECT count(*) FROM message WHERE `+unlinked+`),
			(SELECT min(date) FROM message WHERE `+unlinked+`),
			(SELECT count(*) FROM message WHERE deleted_at IS NULL AND direction = 'in'
				AND status IN ('registered', 'routed', 'in_progress')),
			(SELECT count(*) FROM document WHERE deleted_at IS NULL), (SELECT count(*) FROM staff WHERE deleted_at IS NULL),
			(SELECT count(*) FROM mailbox WHERE deleted_at IS NULL), (SELECT count(*) FROM referral WHERE deleted_at IS NULL),
			(SELECT count(*) FROM referral WHERE deleted_at IS NULL AND waiting_for <> ''),
			(SELECT count(*) FROM referral WHERE deleted_at IS NULL AND waiting_for = 'reply'),
			(SELECT count(*) FROM training WHERE deleted_at IS NULL),
			(SELECT count(*) FROM training WHERE deleted_at IS NULL AND pending > 0), `+bin,
			[]any{sql.Named("today", today.String()), sql.Named("before", today.AddMonths(-12).String()),
				sql.Named("window", today.AddDays(model.ExpiryWindow).String())},
			&c.Partners, &c.Agreements, &c.Active, &c.ActiveYear, &c.Expiring, &c.NextExpiry, &c.Awaiting, &c.Ended, &c.Overdue,
			&c.Unlinked, instant{&oldest}, &c.Unanswered, &c.Documents, &c.Staff, &c.Mailboxes, &c.Referrals,
			&c.Waiting, &c.Replies, &c.Trainings, &c.Certificates, &c.InTheTrash)
		if err == nil && !oldest.IsZero() {
			c.OldestSince = max(0, model.DateOf(oldest.In(zone)).DaysUntil(today))
		}
		return err
	})
	return c, err
}

// clinicZone is the clinic's time zone: WIB, WITA or WIT. None of them has summer time.
func clinicZone(ctx context.Context, q querier) (*time.Location, error) {
	name := ""
	err := each(ctx, q, "SELECT timezone FROM clinic", nil, func(scan func(...any) error) error { return scan(&name) })
	switch name {
	case "Asia/Makassar":
		return time.FixedZone("WITA", 8*3600), err
	case "Asia/Jayapura":
		return time.FixedZone("WIT", 9*3600), err
	}
	return wib(), err
}

// wib is the zone of a clinic that has said none.
func wib() *time.Location { return time.FixedZone("WIB", 7*3600) }
