package store

import (
	"context"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// theWaiting are the referrals that wait, few among all, by their own index: SQLite would read along another one.
const theWaiting = "referral INDEXED BY referral_waiting"

// referralNumber names a referral where nothing of the patient is shown.
const referralNumber = "coalesce(nullif(referral_no, ''), code)"

// referralAsks are the rows of the referrals. They show number and partner, and nothing of the patient.
func referralAsks() []attentionQuery {
	const place = "trim(partner_name || ' ' || dest_unit)"
	row := func(kind, who, due, condition string) attentionQuery {
		return attentionQuery{kind: kind, rank: rankReferral, query: "SELECT id, " + referralNumber + ", " + who + ", " + due +
			" FROM " + theWaiting + " WHERE deleted_at IS NULL AND " + condition}
	}

	return []attentionQuery{
		row(model.AttentionDecision, place, "sent_at", conditions.DecisionLate),
		row(model.AttentionReply, place, conditions.After("planned_visit_date", model.ReplyDays), conditions.ReplyDue),
		row(model.AttentionBackReferred, "partner_name", "control_date", conditions.ReturnDue),
	}
}

// referralDates are the days on which patients visit, and come back.
func referralDates() []upcomingQuery {
	const from = theWaiting + " WHERE deleted_at IS NULL AND "
	return []upcomingQuery{
		{"back_referral_due", "control_date", "id", referralNumber, from + conditions.Returning},
		{"planned_visit", "planned_visit_date", "id", referralNumber, from + conditions.Visiting},
	}
}

func referralCounts(c *model.Counts) []countQuery {
	return []countQuery{{allLiving("referral"), &c.Referrals}, {living(theWaiting, conditions.Waits), &c.Waiting},
		{living("referral", conditions.WaitsForReply), &c.Replies}}
}

// referralKPIs are K05 to K14.
func (rc ReferralChanges) referralKPIs(ctx context.Context, q sqlite.Querier, k *model.KPIs, p period) error {
	if err := referralFigures(ctx, q, k, p); err != nil {
		return err
	}
	return completeness(rc.s, ctx, q, k, p)
}
