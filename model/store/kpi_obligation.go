package store

import (
	"context"

	"jejaring/model"
)

// obligationFigures are K18: what was due before the day and is open on it, by agreement and day.
func obligationFigures(ctx context.Context, q querier, k *model.KPIs) error {
	const query = `SELECT coalesce(nullif(o.code, ''), o.id), o.party, x.due, agreement.id, agreement.title, o.text_id,
		coalesce((SELECT p.name FROM agreement_party y JOIN partner p ON p.id = y.partner_id
			WHERE y.agreement_id = agreement.id AND y.role = o.party), '') FROM ` + occurrences + ` AND ` + overdue + `
		ORDER BY agreement.code, agreement.id, o.position, x.due`
	k.OverdueList, k.OverdueByParty = []model.Owed{}, map[string]int{}
	return each(ctx, q, query, moment{today: k.AsOf}.named(), func(scan func(...any) error) error {
		var o model.Owed
		if err := scan(&o.Obligation, &o.Party, day{&o.Due}, &o.AgreementID, &o.Title, &o.Text, &o.PartyName); err != nil {
			return err
		}
		k.OverdueList = append(k.OverdueList, o)
		k.OverdueByParty[o.Party]++
		k.Overdue++
		return nil
	})
}
