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

// attentionQueries speak of the day that is asked about, by the names of moment. Of a referral they show number and partner,
// and nothing of the patient.
func attentionQueries() []attentionQuery {
	return slices.Concat(attentionAgreements(), attentionLicences(), attentionReferrals(), attentionTrainings(), attentionObligations(),
		attentionMails())
}

func attentionAgreements() []attentionQuery {
	const from = "FROM agreement WHERE deleted_at IS NULL AND "
	signed := after("coalesce(sign_date, status_since, :today)", model.PaperDays)
	return []attentionQuery{
		{model.AttentionExpiring, "agreement", "SELECT id, title, partner_names, end_date " + from + isExpiring + " AND NOT " + followed},
		{model.AttentionExpired, "agreement", "SELECT id, title, partner_names, end_date " + from + endUnseen},
		{model.AttentionExtended, "agreement", "SELECT id, title, partner_names, end_date " + from + extendedUnseen},
		{model.AttentionSignature, "agreement", "SELECT id, title, partner_names, " +
			after("coalesce(status_since, :today)", model.StaleSignature) + " " + from + isAwaiting},
		{model.AttentionSignedScan, "agreement", "SELECT id, title, partner_names, " + signed + " " + from + isActive + " AND NOT " + scanned},
		{model.AttentionPartnerNumber, "agreement", "SELECT id, title, partner_names, " + signed + " " + from + unnumbered},
	}
}

func attentionLicences() []attentionQuery {
	return []attentionQuery{
		{model.AttentionLicence, "partner", "SELECT id, name, license_no, license_expiry FROM partner WHERE deleted_at IS NULL AND " + licenceDue},
		{model.AttentionLicence, "clinic", "SELECT id, name, license_no, license_expiry FROM clinic WHERE license_expiry <= :window"},
		{model.AttentionSIP, "staff", "SELECT id, name, sip_no, sip_expiry FROM staff WHERE deleted_at IS NULL AND " + sipDue},
		{model.AttentionSTR, "staff", "SELECT id, name, str_no, str_expiry FROM staff WHERE deleted_at IS NULL AND " + strDue},
	}
}

func attentionReferrals() []attentionQuery {
	const (
		number = "SELECT id, coalesce(nullif(referral_no, ''), code), "
		place  = "trim(partner_name || ' ' || dest_unit), "
		from   = " FROM referral WHERE deleted_at IS NULL AND "
	)
	return []attentionQuery{
		{model.AttentionDecision, "referral", number + place + "sent_at" + from + decisionLate},
		{model.AttentionReply, "referral", number + place + after("planned_visit_date", model.ReplyDays) + from + replyDue},
		{model.AttentionBackReferred, "referral", number + "partner_name, control_date" + from + returnDue},
	}
}

func attentionTrainings() []attentionQuery {
	const from = " FROM training WHERE deleted_at IS NULL AND "
	return []attentionQuery{
		{model.AttentionTraining, "training", "SELECT id, title, number, start" + from + announced},
		{model.AttentionTrainingPassed, "training", "SELECT id, title, number, " + lastDay + from + passed},
		{model.AttentionCertificate, "training", `SELECT id, title, number, "end"` + from + certificates},
	}
}

func attentionObligations() []attentionQuery {
	const from = "SELECT agreement.id, agreement.title, o.text_id, x.due, o.id FROM " + occurrences + " AND "
	return []attentionQuery{
		{model.AttentionObligation, "agreement", from + overdue},
		{model.AttentionObligationDue, "agreement", from + dueSoon},
	}
}

func attentionMails() []attentionQuery {
	const (
		mails  = "SELECT id, subject, from_whom, date FROM (SELECT id, subject, "
		sender = "coalesce(nullif(sender, ''), sender_email) AS from_whom, date FROM message WHERE deleted_at IS NULL AND "
	)
	return []attentionQuery{
		{model.AttentionLetter, "message", mails + sender + waitsForAnswer + " AND NOT " + dangerous +
			" ORDER BY urgent DESC, date DESC LIMIT " + lettersShown + ")"},
		{model.AttentionUnlinked, "message", mails + sender + unlinked + " AND NOT " + dangerous + " ORDER BY date DESC LIMIT 3)"},
		{model.AttentionDanger, "message", mails + `sender_email AS from_whom, date FROM message WHERE deleted_at IS NULL AND ` +
			unlinked + " AND " + dangerous + " ORDER BY date DESC LIMIT 3)"},
		{model.AttentionMailboxFailing, "mailbox", `SELECT id, name, last_sync ->> '$.error', last_sync ->> '$.at' FROM mailbox
			WHERE deleted_at IS NULL AND ` + failing},
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
	args := moment{today: today, now: now}.named(sql.Named("limit", limit))
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
