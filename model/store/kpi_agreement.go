package store

import (
	"context"
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// agreementFigures are K01 to K04. Where several partners sign, the first one's sector counts.
func agreementFigures(ctx context.Context, q sqlite.Querier, k *model.KPIs) error {
	const query = `SELECT id, code, end_date, cooperation_model, cooperation_field, coalesce((SELECT p.sector FROM agreement_party y
		JOIN partner p ON p.id = y.partner_id WHERE y.agreement_id = agreement.id ORDER BY y.position LIMIT 1), ''), ` + conditions.Scanned + `
		FROM agreement WHERE deleted_at IS NULL AND ` + conditions.InForce + ` ORDER BY end_date, code, id`
	k.ActiveIDs, k.DaysLeft = []string{}, map[string]int{}
	k.Expiring = map[string][]string{"30": {}, "60": {}, "90": {}}
	k.ByModel, k.BySector, k.ByField = map[string]int{}, map[string]int{}, map[string]int{}
	err := sqlite.Each(ctx, q, query, conditions.Moment{Today: k.AsOf}.Named(), func(scan func(...any) error) error {
		var a model.Agreement
		var sector string
		var scans bool
		if err := scan(&a.ID, &a.Code, sqlite.Day(&a.EndDate), &a.CooperationModel, &a.CooperationField, &sector, &scans); err != nil {
			return err
		}
		countAgreement(k, a, sector, scans)
		return nil
	})
	slices.Sort(k.ActiveIDs)
	return err
}

func countAgreement(k *model.KPIs, a model.Agreement, sector string, scans bool) {
	code, left := codeOr(a.Code, a.ID), a.DaysLeft(k.AsOf)
	k.Active++
	k.ActiveIDs, k.DaysLeft[code] = append(k.ActiveIDs, code), left
	for _, days := range []int{30, 60, 90} {
		if left <= days {
			k.Expiring[fmt.Sprint(days)] = append(k.Expiring[fmt.Sprint(days)], code)
		}
	}
	k.ByModel[a.CooperationModel]++
	k.ByField[a.CooperationField]++
	if sector != "" {
		k.BySector[sector]++
	}
	k.Scans[1]++
	if scans {
		k.Scans[0]++
	}
}
