package store

import (
	"context"
	"database/sql"
	"time"

	"jejaring/model"
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
			(SELECT count(*) FROM agreement WHERE deleted_at IS NULL), (SELECT count(*) FROM agreement WHERE deleted_at IS NULL AND `+inForce+`),
			(SELECT count(*) FROM agreement WHERE deleted_at IS NULL AND `+wasInForce+`),
			(SELECT count(*) FROM agreement WHERE deleted_at IS NULL AND `+isExpiring+`),
			coalesce((SELECT CAST(julianday(min(end_date)) - julianday(:today) AS INTEGER) FROM agreement
				WHERE deleted_at IS NULL AND `+inForce+`), -1),
			(SELECT count(*) FROM agreement WHERE deleted_at IS NULL AND `+isAwaiting+`),
			(SELECT count(*) FROM agreement WHERE deleted_at IS NULL AND `+endUnseen+`),
			(SELECT count(*) FROM `+occurrences+` AND `+overdue+`), (SELECT count(*) FROM message WHERE deleted_at IS NULL AND `+unlinked+`),
			(SELECT min(date) FROM message WHERE deleted_at IS NULL AND `+unlinked+`),
			(SELECT count(*) FROM message WHERE deleted_at IS NULL AND `+isOpen+`),
			(SELECT count(*) FROM document WHERE deleted_at IS NULL), (SELECT count(*) FROM staff WHERE deleted_at IS NULL),
			(SELECT count(*) FROM mailbox WHERE deleted_at IS NULL), (SELECT count(*) FROM referral WHERE deleted_at IS NULL),
			(SELECT count(*) FROM referral WHERE deleted_at IS NULL AND `+waits+`),
			(SELECT count(*) FROM referral WHERE deleted_at IS NULL AND `+waitsForReply+`),
			(SELECT count(*) FROM training WHERE deleted_at IS NULL),
			(SELECT count(*) FROM training WHERE deleted_at IS NULL AND `+certificates+`), `+bin,
			moment{today: today, past: today.AddMonths(-12)}.named(),
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
