package store

import (
	"context"
	"database/sql"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

func loadParties(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Agreement) error {
	return sqlite.Each(ctx, q, `SELECT y.agreement_id, y.role, y.partner_id, coalesce(p.name, ''), y.rep_name, y.rep_position, y.authority,
		y.undertaking, y.own_number, y.signed_on, y.signed_by FROM agreement_party y LEFT JOIN partner p ON p.id = y.partner_id
		WHERE y.agreement_id IN (SELECT value FROM json_each(?)) ORDER BY y.agreement_id, y.position`, []any{ids},
		func(scan func(...any) error) error {
			var id model.ID
			var p model.Party
			err := scan(&id, &p.Role, sqlite.Ref(&p.PartnerID), &p.PartnerName, &p.RepName, &p.RepPosition, &p.Authority,
				sqlite.JSON(&p.Undertaking), &p.OwnNumber, sqlite.Day(&p.SignedOn), &p.SignedBy)
			if err == nil {
				byID[id].Parties = append(byID[id].Parties, p)
			}
			return err
		})
}

func loadObligations(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Agreement) error {
	return sqlite.Each(ctx, q, `SELECT o.agreement_id, o.id, o.code, o.party, o.text_id, o.text_en, o.kind, o.recurrence, o.due_date,
		o.due_day, o.due_text, o.status, o.amount, x.position, x.due, x.done, x.waived, coalesce(x.note, ''), coalesce(x.evidence, '') FROM obligation o
		LEFT JOIN obligation_occurrence x ON x.obligation_id = o.id WHERE o.agreement_id IN (SELECT value FROM json_each(?))
		ORDER BY o.agreement_id, o.position, x.position`, []any{ids},
		func(scan func(...any) error) error {
			var id model.ID
			var o model.Obligation
			var x model.Occurrence
			var at sql.NullInt64
			err := scan(&id, &o.RecordID, &o.Code, &o.Party, &o.Text.ID, &o.Text.EN, &o.Kind, &o.Recurrence, sqlite.Day(&o.DueDate),
				&o.DueDay, &o.DueText, &o.Status, &o.Amount, &at, sqlite.Day(&x.Due), sqlite.Day(&x.Done), sqlite.Day(&x.Waived), &x.Note, &x.Evidence)
			if err != nil {
				return err
			}
			all := &byID[id].Obligations
			if n := len(*all); n == 0 || (*all)[n-1].RecordID != o.RecordID {
				*all = append(*all, o)
			}
			if last := &(*all)[len(*all)-1]; at.Valid {
				last.Occurrences = append(last.Occurrences, x)
			}
			return nil
		})
}
