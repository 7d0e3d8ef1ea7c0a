package store

import (
	"context"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// obligationFigures are K18: what was due before the day and is open on it, by agreement and day.
func obligationFigures(ctx context.Context, q sqlite.Querier, k *model.KPIs) error {
	const query = `SELECT coalesce(nullif(o.code, ''), o.id), o.party, x.due, agreement.id, agreement.title, o.text_id,
		coalesce((SELECT p.name FROM agreement_party y JOIN partner p ON p.id = y.partner_id
			WHERE y.agreement_id = agreement.id AND y.role = o.party), '') FROM ` + occurrences + ` AND ` + conditions.Overdue + `
		ORDER BY agreement.code, agreement.id, o.position, x.due`
	k.OverdueList, k.OverdueByParty = []model.Owed{}, map[string]int{}
	return sqlite.Each(ctx, q, query, conditions.Moment{Today: k.AsOf}.Named(), func(scan func(...any) error) error {
		var o model.Owed
		if err := scan(&o.Obligation, &o.Party, sqlite.Day(&o.Due), &o.AgreementID, &o.Title, &o.Text, &o.PartyName); err != nil {
			return err
		}
		k.OverdueList = append(k.OverdueList, o)
		k.OverdueByParty[o.Party]++
		k.Overdue++
		return nil
	})
}
