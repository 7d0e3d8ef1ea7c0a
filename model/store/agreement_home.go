package store

import (
	"context"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// exchanges are the agreements with the information that flows under each of them.
const exchanges = "agreement INDEXED BY agreement_tells JOIN json_each(agreement.exchanges) x"

// agreementAsks are the rows of the agreements, and of what is owed under them.
func agreementAsks() []attentionQuery {
	const (
		from = "FROM agreement WHERE deleted_at IS NULL AND "
		owes = "SELECT agreement.id, agreement.title, o.text_id || iif(o.owner = '', '', ' · ' || o.owner), x.due, o.id FROM " + occurrences + " AND "
	)
	signed := conditions.After("coalesce(sign_date, status_since, :today)", model.PaperDays)
	row := func(kind, due, condition string) attentionQuery {
		return attentionQuery{kind: kind, rank: rankAgreement, query: "SELECT id, title, partner_names, " + due + " " + from + condition}
	}

	extended := row(model.AttentionExtended, "end_date", conditions.ExtendedUnseen)
	extended.undated = true
	ended := row(model.AttentionTerminated, "terminates_on", conditions.TerminatedUnseen)
	ended.undated = true
	return []attentionQuery{
		row(model.AttentionTerminating, "terminates_on", conditions.Leaving),
		ended,
		row(model.AttentionExpiring, "end_date", conditions.IsExpiring+" AND NOT ("+conditions.Terminating+") AND NOT "+conditions.Prepared+" AND NOT ("+conditions.Renews+")"),
		row(model.AttentionExpired, "end_date", conditions.EndUnseen),
		extended,
		row(model.AttentionSignature, conditions.After("coalesce(status_since, :today)", model.StaleSignature), conditions.IsAwaiting),
		row(model.AttentionResume, "resume_date", conditions.ResumeDue),
		row(model.AttentionFullDue, "full_due", conditions.FullDue+" AND NOT "+conditions.Completed),
		row(model.AttentionSignedScan, signed, conditions.IsActive+" AND NOT "+conditions.Scanned),
		row(model.AttentionPartnerNumber, signed, conditions.Unnumbered),
		row(model.AttentionEvaluation, conditions.EvaluationDay, conditions.EvaluationDue),
		{kind: model.AttentionObligation, rank: rankObligation, query: owes + conditions.Overdue, part: true},
		{kind: model.AttentionInformation, rank: rankObligation, part: true, query: "SELECT agreement.id, agreement.title, json_extract(x.value, '$.what'), " +
			conditions.ExchangeDay + ", x.key + 1 FROM " + exchanges + " WHERE agreement.exchanges BETWEEN '[{' AND '[|' AND agreement.deleted_at IS NULL AND " + conditions.ExchangeDue},
		{kind: model.AttentionObligationDue, rank: rankObligation, query: owes + conditions.DueSoon, part: true},
		promised(model.AttentionContribution, "k.value ->> 'due_date'", conditions.ContributionDue),
		promised(model.AttentionLoan, "k.value ->> 'return_by'", conditions.LoanDue),
		{kind: model.AttentionGoods, rank: rankObligation, query: "SELECT agreement.id, agreement.title, k.value ->> 'description', x.value ->> 'expiry', k.value ->> 'no' FROM " +
			batches + " AND " + conditions.GoodsExpiring, part: true},
	}
}

// promised asks about the contributions to agreements by a day of theirs.
func promised(kind, day, condition string) attentionQuery {
	return attentionQuery{kind: kind, rank: rankObligation, part: true,
		query: "SELECT agreement.id, agreement.title, k.value ->> 'description', " + day + ", k.value ->> 'no' FROM " + contributions + " AND " + condition}
}

// agreementDates are the first and last days of agreements, and what is owed under them.
func agreementDates() []upcomingQuery {
	const from = "agreement WHERE deleted_at IS NULL AND "
	return []upcomingQuery{
		// The plus keeps the index of the ends, which helps the next query, out of this one.
		{"agreement_starts", "start_date", "id", "title", from + "+(" + conditions.IsActive + ")"},
		{"agreement_ends", "end_date", "id", "title", from + conditions.IsActive + " AND NOT (" + conditions.Terminating + ")"},
		{"agreement_terminates", "terminates_on", "id", "title", from + conditions.Terminating},
		{"agreement_resumes", "resume_date", "id", "title", from + conditions.IsSuspended},
		{"full_agreement_due", "full_due", "id", "title", from + conditions.AnnouncesFull + " AND NOT " + conditions.Completed},
		{"obligation_due", "x.due", "agreement.id", "o.text_id", occurrences + " AND " + conditions.Owed},
		{"contribution_due", "k.value ->> 'due_date'", "agreement.id", "k.value ->> 'description'", contributions + " AND " + conditions.ContributionOpen},
		{"loan_return", "k.value ->> 'return_by'", "agreement.id", "k.value ->> 'description'", contributions + " AND " + conditions.OnLoan},
	}
}

func agreementCounts(c *model.Counts) []countQuery {
	return []countQuery{
		{living("agreement", ""), &c.Agreements},
		{living("agreement", conditions.InForce), &c.Active},
		{living("agreement", conditions.WasInForce), &c.ActiveYear},
		{living("agreement", conditions.IsExpiring), &c.Expiring},
		{`SELECT coalesce((SELECT CAST(julianday(min(` + conditions.BindsUntil + `)) - julianday(:today) AS INTEGER) FROM agreement
			WHERE deleted_at IS NULL AND ` + conditions.InForce + "), -1)", &c.NextExpiry},
		{living("agreement", conditions.IsAwaiting), &c.Awaiting},
		{living("agreement", conditions.EndUnseen), &c.Ended},
		{"SELECT count(*) FROM " + occurrences + " AND " + conditions.Overdue, &c.Overdue},
	}
}

// agreementKPIs are K01 to K04, and K18.
func agreementKPIs(ctx context.Context, q sqlite.Querier, k *model.KPIs, _ period) error {
	if err := agreementFigures(ctx, q, k); err != nil {
		return err
	}
	if err := stageFigures(ctx, q, k); err != nil {
		return err
	}
	return obligationFigures(ctx, q, k)
}
