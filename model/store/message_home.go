package store

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/store/conditions"
)

// lettersShown is how many linked mails have a row at most, and unlinkedShown how many that no rule linked: a full mailbox
// hides nothing that is dated.
const lettersShown, unlinkedShown = 8, 3

// messageAsks are the rows of the mails. Of a dangerous one they show the address of the sender and not the name.
func messageAsks() []attentionQuery {
	const sender = "coalesce(nullif(sender, ''), sender_email)"
	row := func(kind, who, condition, order string, most int) attentionQuery {
		return attentionQuery{kind: kind, rank: rankMessage, undated: true, query: fmt.Sprintf(`SELECT id, subject, from_whom, date
			FROM (SELECT id, subject, %s AS from_whom, date FROM message WHERE deleted_at IS NULL AND %s ORDER BY %s LIMIT %d)`,
			who, condition, order, most)}
	}
	return []attentionQuery{
		row(model.AttentionLetter, sender, conditions.WaitsForAnswer+" AND NOT "+conditions.Dangerous, "urgent DESC, date DESC", lettersShown),
		row(model.AttentionUnlinked, sender, conditions.Unlinked+" AND NOT "+conditions.Dangerous, "date DESC", unlinkedShown),
		row(model.AttentionDanger, "sender_email", conditions.Unlinked+" AND "+conditions.Dangerous, "date DESC", unlinkedShown),
	}
}

func messageCounts(c *model.Counts) []countQuery {
	return []countQuery{{living("message", conditions.Unlinked), &c.Unlinked}, {living("message", conditions.IsOpen), &c.Unanswered},
		{`SELECT coalesce(max(0, CAST(julianday(:today) - julianday(date(min(date), :offset)) AS INTEGER)), 0) FROM message
			WHERE deleted_at IS NULL AND ` + conditions.Unlinked, &c.OldestSince}}
}
