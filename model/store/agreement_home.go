package store

import (
	"context"

	"jejaring/model"
)

// agreementAsks are the rows of the agreements, and of what is owed under them.
func agreementAsks() []attentionQuery {
	const (
		from = "FROM agreement WHERE deleted_at IS NULL AND "
		owes = "SELECT agreement.id, agreement.title, o.text_id, x.due, o.id FROM " + occurrences + " AND "
	)
	signed := after("coalesce(sign_date, status_since, :today)", model.PaperDays)
	row := func(kind, due, condition string) attentionQuery {
		return attentionQuery{kind: kind, rank: rankAgreement, query: "SELECT id, title, partner_names, " + due + " " + from + condition}
	}

	extended := row(model.AttentionExtended, "end_date", extendedUnseen)
	extended.undated = true
	return []attentionQuery{
		row(model.AttentionExpiring, "end_date", isExpiring+" AND NOT "+followed),
		row(model.AttentionExpired, "end_date", endUnseen),
		extended,
		row(model.AttentionSignature, after("coalesce(status_since, :today)", model.StaleSignature), isAwaiting),
		row(model.AttentionSignedScan, signed, isActive+" AND NOT "+scanned),
		row(model.AttentionPartnerNumber, signed, unnumbered),
		{kind: model.AttentionObligation, rank: rankObligation, query: owes + overdue, part: true},
		{kind: model.AttentionObligationDue, rank: rankObligation, query: owes + dueSoon, part: true},
	}
}

// agreementDates are the first and last days of agreements, and what is owed under them.
func agreementDates() []upcomingQuery {
	const from = "agreement WHERE deleted_at IS NULL AND "
	return []upcomingQuery{
		// The plus keeps the index of the ends, which helps the next query, out of this one.
		{"agreement_starts", "start_date", "id", "title", from + "+(" + isActive + ")"},
		{"agreement_ends", "end_date", "id", "title", from + isActive},
		{"obligation_due", "x.due", "agreement.id", "o.text_id", occurrences + " AND " + owed},
	}
}

func agreementCounts(c *model.Counts) []countQuery {
	return []countQuery{
		{living("agreement", ""), &c.Agreements},
		{living("agreement", inForce), &c.Active},
		{living("agreement", wasInForce), &c.ActiveYear},
		{living("agreement", isExpiring), &c.Expiring},
		{`SELECT coalesce((SELECT CAST(julianday(min(end_date)) - julianday(:today) AS INTEGER) FROM agreement
			WHERE deleted_at IS NULL AND ` + inForce + "), -1)", &c.NextExpiry},
		{living("agreement", isAwaiting), &c.Awaiting},
		{living("agreement", endUnseen), &c.Ended},
		{"SELECT count(*) FROM " + occurrences + " AND " + overdue, &c.Overdue},
	}
}

// agreementKPIs are K01 to K04, and K18.
func agreementKPIs(ctx context.Context, q querier, k *model.KPIs, _ period) error {
	if err := agreementFigures(ctx, q, k); err != nil {
		return err
	}
	return obligationFigures(ctx, q, k)
}
