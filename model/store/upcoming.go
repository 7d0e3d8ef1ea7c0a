package store

import (
	"context"
	"database/sql"

	"jejaring/model"
)

// Upcoming returns the dates from today until that many days later, the soonest first. Limit 0 means no limit.
func (s *Store) Upcoming(ctx context.Context, today model.Date, days, limit int) ([]model.Upcoming, error) {
	if limit <= 0 {
		limit = -1
	}
	const query = `SELECT date, kind, entity, record, title FROM (
		SELECT start_date AS date, 'agreement_starts' AS kind, 'agreement' AS entity, id AS record, title FROM agreement
			WHERE deleted_at IS NULL AND +(` + isActive + `)
		UNION ALL SELECT end_date, 'agreement_ends', 'agreement', id, title FROM agreement WHERE deleted_at IS NULL AND ` + isActive + `
		UNION ALL SELECT x.due, 'obligation_due', 'agreement', agreement.id, o.text_id FROM ` + occurrences + ` AND ` + owed + `
		UNION ALL SELECT sip_expiry, 'sip_expiry', 'staff', id, name FROM staff WHERE deleted_at IS NULL AND active = 1
		UNION ALL SELECT str_expiry, 'str_expiry', 'staff', id, name FROM staff
			WHERE deleted_at IS NULL AND active = 1 AND str_lifetime = 0
		UNION ALL SELECT start, 'training_starts', 'training', id, title FROM training WHERE deleted_at IS NULL AND ` + ahead + `
		UNION ALL SELECT control_date, 'back_referral_due', 'referral', id, coalesce(nullif(referral_no, ''), code) FROM referral
			WHERE deleted_at IS NULL AND ` + returning + `
		UNION ALL SELECT planned_visit_date, 'planned_visit', 'referral', id, coalesce(nullif(referral_no, ''), code) FROM referral
			WHERE deleted_at IS NULL AND ` + visiting + `
		UNION ALL SELECT license_expiry, 'license_expiry', 'partner', id, name FROM partner
			WHERE deleted_at IS NULL AND ` + knownPartner + `
		UNION ALL SELECT license_expiry, 'license_expiry', 'clinic', id, name FROM clinic)
		WHERE date BETWEEN :today AND :until ORDER BY date, kind, record LIMIT :limit`
	found := []model.Upcoming{}
	err := s.view(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, query, moment{today: today}.named(sql.Named("until", today.AddDays(days).String()),
			sql.Named("limit", limit)), func(scan func(...any) error) error {
			var u model.Upcoming
			err := scan(day{&u.Date}, &u.Kind, &u.Entity, &u.Record, &u.Title)
			found = append(found, u)
			return err
		})
	})
	return found, err
}
