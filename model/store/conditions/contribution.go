package conditions

import "jejaring/model"

// Promised is a contribution to an agreement, Batch a delivery of one.
type (
	Promised struct {
		Agreement    model.Agreement
		Contribution model.Contribution
	}
	Batch struct {
		Agreement model.Agreement
		Receipt   model.Receipt
	}
)

const (
	some = "EXISTS (SELECT 1 FROM json_each(k.value, '$.received'))"
	// unmet holds for contributions k of which something is still to come.
	unmet = `CASE WHEN k.value ->> 'kind' = 'money' AND coalesce(k.value ->> 'amount', 0) > 0
		THEN (SELECT coalesce(sum(y.value ->> 'amount'), 0) FROM json_each(k.value, '$.received') y) < k.value ->> 'amount'
		WHEN k.value ->> 'kind' <> 'money' AND coalesce(k.value ->> 'quantity', 0) > 0
		THEN (SELECT coalesce(sum(y.value ->> 'quantity'), 0) FROM json_each(k.value, '$.received') y) < k.value ->> 'quantity'
		ELSE NOT ` + some + ` END`

	ContributionOpen = InForce + " AND " + unmet + " AND k.value ->> 'due_date' IS NOT NULL"
	ContributionDue  = InForce + " AND " + unmet + " AND k.value ->> 'due_date' <= :week"
	// OnLoan are the loans that came and are to go back on a day.
	OnLoan  = Binds + " AND k.value ->> 'loan' AND " + some + " AND k.value ->> 'returned_on' IS NULL AND k.value ->> 'return_by' IS NOT NULL"
	LoanDue = OnLoan + " AND k.value ->> 'return_by' <= :lent"
	// GoodsExpiring are the batches x of which something may be left.
	GoodsExpiring = Binds + " AND x.value ->> 'used_on' IS NULL AND x.value ->> 'expiry' <= :window"
)

// PromisedRules are what is asked of contributions.
func PromisedRules() []Rule[Promised] {
	return []Rule[Promised]{
		{"contribution open", ContributionOpen, func(r Promised, at Moment) bool {
			return r.Agreement.InForce(at.Today) && !r.Contribution.Whole() && !r.Contribution.DueDate.IsZero()
		}},
		{"contribution due", ContributionDue, func(r Promised, at Moment) bool {
			return model.ContributionDue(r.Agreement, r.Contribution, at.Today)
		}},
		{"on loan", OnLoan, func(r Promised, _ Moment) bool {
			return r.Agreement.Binds() && r.Contribution.Lent() && !r.Contribution.ReturnBy.IsZero()
		}},
		{"loan due", LoanDue, func(r Promised, at Moment) bool { return model.LoanDue(r.Agreement, r.Contribution, at.Today) }},
	}
}

// BatchRules are what is asked of what came.
func BatchRules() []Rule[Batch] {
	return []Rule[Batch]{{"goods expiring", GoodsExpiring, func(r Batch, at Moment) bool {
		return model.GoodsExpiring(r.Agreement, r.Receipt, at.Today)
	}}}
}
