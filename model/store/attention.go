package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"

	"jejaring/model"
)

// attentionQuery finds one kind of row: record, title, detail and the day it is due, and of an obligation which one.
type attentionQuery struct{ kind, entity, query string }

// lettersShown is how many linked mails have a row at most: a full mailbox hides nothing that is dated.
const lettersShown = "8"

// attentionQueries speak of :today, and of :window, the last day of the expiry window. A signature is late after 30
// days, a scan or a partner's number after 14. A plus keeps SQLite from an index that narrows less than that of the date. Of a referral they show number and partner, and nothing of the patient.
func attentionQueries() []attentionQuery {
	return []attentionQuery{
		{model.AttentionExpiring, "agreement", `SELECT id, title, partner_names, end_date FROM agreement a WHERE ` + inForce + `
			AND end_date <= :window AND NOT EXISTS (SELECT 1 FROM agreement n WHERE n.id = a.successor_id
			AND n.status = 'active' AND n.deleted_at IS NULL)`},
		{model.AttentionExpired, "agreement", `SELECT id, title, partner_names, end_date FROM agreement
			WHERE deleted_at IS NULL AND notice = 'expired' AND status = 'expired'`},
		{model.AttentionExtended, "agreement", `SELECT id, title, partner_names, end_date FROM agreement
			WHERE deleted_at IS NULL AND notice = 'extended' AND status = 'active'`},
		{model.AttentionSignature, "agreement", `SELECT id, title, partner_names, date(coalesce(status_since, :today), '+30 days')
			FROM agreement WHERE deleted_at IS NULL AND status = 'awaiting_signature'`},
		{model.AttentionSignedScan, "agreement", `SELECT id, title, partner_names,
			date(coalesce(sign_date, status_since, :today), '+14 days') FROM agreement a WHERE deleted_at IS NULL AND status = 'active'
			AND NOT EXISTS (SELECT 1 FROM agreement_file f WHERE f.agreement_id = a.id AND f.kind = 'signed_scan')`},
		{model.AttentionPartnerNumber, "agreement", `SELECT id, title, partner_names,
			date(coalesce(sign_date, status_since, :today), '+14 days') FROM agreement a
			WHERE deleted_at IS NULL AND status IN ('active', 'awaiting_signature') AND EXISTS (SELECT 1 FROM agreement_party y
			WHERE y.agreement_id = a.id AND y.partner_id IS NOT NULL AND y.own_number = '')`},
		{model.AttentionLicence, "partner", `SELECT id, name, license_no, license_expiry FROM partner
			WHERE deleted_at IS NULL AND +status IN ('active', 'prospect') AND license_expiry <= :window`},
		{model.AttentionLicence, "clinic", `SELECT id, name, license_no, license_expiry FROM clinic WHERE license_expiry <= :window`},
		{model.AttentionSIP, "staff", `SELECT id, name, sip_no, sip_expiry FROM staff
			WHERE deleted_at IS NULL AND active = 1 AND sip_expiry <= :window`},
		{model.AttentionSTR, "staff", `SELECT id, name, str_no, str_expiry FROM staff
			WHERE deleted_at IS NULL AND active = 1 AND str_lifetime = 0 AND str_expiry <= :window`},
		{model.AttentionDecision, "referral", `SELECT id, coalesce(nullif(referral_no, ''), code), trim(partner_name || ' ' || dest_unit),
			sent_at FROM referral WHERE deleted_at IS NULL AND waiting_for <> '' AND status = 'sent' AND (service_type = 'gawat_darurat'
			AND sent_at <= :emergency OR service_type = 'rawat_inap' AND sent_at <= :inpatient)`},
		{model.AttentionReply, "referral", `SELECT id, coalesce(nullif(referral_no, ''), code), trim(partner_name || ' ' || dest_unit),
			date(planned_visit_date, '+14 days') FROM referral WHERE deleted_at IS NULL AND waiting_for <> '' AND direction = 'out'
			AND service_type = 'rawat_jalan' AND status IN ('sent', 'accepted', 'in_transit', 'arrived', 'in_care')
			AND date(planned_visit_date, '+14 days') <= :today`},
		{model.AttentionBackReferred, "referral", `SELECT id, coalesce(nullif(referral_no, ''), code), partner_name, control_date
			FROM referral WHERE deleted_at IS NULL AND waiting_for <> '' AND direction = 'out' AND status = 'back_referred' AND control_date <= :week`},
		{model.AttentionTraining, "training", `SELECT id, title, number, start FROM training WHERE deleted_at IS NULL
			AND status IN ('planned', 'open') AND start <= :month AND coalesce("end", start) >= :today`},
		{model.AttentionTrainingPassed, "training", `SELECT id, title, number, coalesce("end", start) FROM training
			WHERE deleted_at IS NULL AND status IN ('planned', 'open', 'ongoing') AND coalesce("end", start) < :today`},
		{model.AttentionCertificate, "training", `SELECT id, title, number, "end" FROM training WHERE deleted_at IS NULL
			AND pending > 0`},
		{model.AttentionObligation, "agreement", `SELECT a.id, a.title, o.text_id, x.due, o.id FROM ` + owed + ` AND x.due < :today`},
		{model.AttentionObligationDue, "agreement", `SELECT a.id, a.title, o.text_id, x.due, o.id FROM ` + owed + `
			AND x.due BETWEEN :today AND :week`},
		{model.AttentionLetter, "message", `SELECT id, subject, from_whom, date FROM (SELECT id, subject,
			coalesce(nullif(sender, ''), sender_email) AS from_whom, date FROM message WHERE ` + waitingLetters + ` AND NOT ` + dangerous + `
			ORDER BY urgent DESC, date DESC LIMIT ` + lettersShown + `)`},
		{model.AttentionUnlinked, "message", `SELECT id, subject, from_whom, date FROM (SELECT id, subject,
			coalesce(nullif(sender, ''), sender_email) AS from_whom, date FROM message WHERE ` + unlinked + ` AND NOT ` + dangerous + `
			ORDER BY date DESC LIMIT 3)`},
		{model.AttentionDanger, "message", `SELECT id, subject, sender_email, date FROM (SELECT id, subject, sender_email, date
			FROM message WHERE ` + unlinked + ` AND ` + dangerous + ` ORDER BY date DESC LIMIT 3)`},
		{model.AttentionMailboxFailing, "mailbox", `SELECT id, name, last_sync ->> '$.error', last_sync ->> '$.at' FROM mailbox
			WHERE deleted_at IS NULL AND active = 1 AND coalesce(last_sync ->> '$.error', '') <> '' AND NOT (last_sync ->> '$.error'
			= 'mail_incomplete' AND last_sync ->> '$.fetched' + last_sync ->> '$.known' > 0)`},
	}
}

// Attention returns what a person should do, the most urgent first: what is late, then what is due soonest. An overdue
// obligation has a row for every period; of the mails that no rule linked the newest three have one, so that a full
// mailbox hides nothing that is dated. Limit 0 means no limit.
func (s *Store) Attention(ctx context.Context, today model.Date, limit int) ([]model.Attention, error) {
	found := []model.Attention{}
	err := s.view(ctx, func(tx *sql.Tx) error {
		now, zone, err := s.during(ctx, tx, today)
		if err != nil {
			return err
		}
		for _, kind := range attentionQueries() {
			rows, err := attention(ctx, tx, kind, today, now, zone, limit)
			if err != nil {
				return err
			}
			found = append(found, rows...)
		}
		return nil
	})
	slices.SortStableFunc(found, func(a, b model.Attention) int { return cmp.Compare(a.Days, b.Days) })
	if limit > 0 && len(found) > limit {
		found = found[:limit]
	}
	return found, err
}

func attention(ctx context.Context, q querier, kind attentionQuery, today model.Date, now time.Time, zone *time.Location, limit int) ([]model.Attention, error) {
	if limit <= 0 {
		limit = -1
	}
	var found []model.Attention
	args := []any{sql.Named("limit", limit)}
	for name, value := range map[string]model.Date{"today": today, "window": today.AddDays(model.ExpiryWindow),
		"week": today.AddDays(7), "month": today.AddDays(model.TrainingWindow)} {
		args = append(args, sql.Named(name, value.String()))
	}
	for name, limit := range map[string]time.Duration{"emergency": model.EmergencyDecision, "inpatient": model.InpatientDecision} {
		args = append(args, sql.Named(name, now.Add(-limit).Format(instantLayout)))
	}
	err := each(ctx, q, kind.query+" ORDER BY 4, 1 LIMIT :limit", args, func(scan func(...any) error) error {
		row := model.Attention{Kind: kind.kind, Entity: model.Entity(kind.entity)}
		var due sql.NullString
		at := []any{&row.Record, &row.Title, &row.Detail, &due}
		if kind.kind == model.AttentionObligation || kind.kind == model.AttentionObligationDue {
			at = append(at, &row.Part)
		}
		if err := scan(at...); err != nil {
			return err
		}
		row.Due = dayOf(due.String, zone)
		row.Days = today.DaysUntil(row.Due)
		if row.Due.IsZero() || kind.entity == "message" || kind.kind == model.AttentionExtended {
			row.Days = 0 // a mail has no date by which it must be done
		}
		found = append(found, row)
		return nil
	})
	return found, err
}

// dayOf reads a date or an instant as a day in a zone.
func dayOf(text string, zone *time.Location) model.Date {
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return model.DateOf(at.In(zone))
	}
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return model.Date{}
	}
	return model.DateOf(at)
}
