package store

import (
	"context"
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// firstSector is the sector of an agreement: where several partners sign, that of the first one.
const firstSector = `coalesce((SELECT p.sector FROM agreement_party y
		JOIN partner p ON p.id = y.partner_id WHERE y.agreement_id = agreement.id ORDER BY y.position LIMIT 1), '')`

// agreementFigures are K01 to K04. Where several partners sign, the first one's sector counts.
func agreementFigures(ctx context.Context, q sqlite.Querier, k *model.KPIs) error {
	const query = `SELECT id, code, ` + conditions.BindsUntil + `, cooperation_model, cooperation_field, ` + firstSector + `, ` + conditions.Scanned + `
		FROM agreement WHERE deleted_at IS NULL AND ` + conditions.InForce + ` ORDER BY ` + conditions.BindsUntil + `, code, id`
	k.ActiveIDs = []string{}
	k.DaysLeft = map[string]int{}
	k.Expiring = map[string][]string{"30": {}, "60": {}, "90": {}}
	k.ByModel = map[string]int{}
	k.BySector = map[string]int{}
	k.ByField = map[string]int{}
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
	code := codeOr(a.Code, a.ID)
	left := a.DaysLeft(k.AsOf)
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

// obligationFigures are K18: what was due before the day and is open on it, by agreement and day.
func obligationFigures(ctx context.Context, q sqlite.Querier, k *model.KPIs) error {
	const query = `SELECT coalesce(nullif(o.code, ''), o.id), o.party, x.due, agreement.id, agreement.title, o.text_id,
		coalesce((SELECT p.name FROM agreement_party y JOIN partner p ON p.id = y.partner_id
			WHERE y.agreement_id = agreement.id AND y.role = o.party), '') FROM ` + occurrences + ` AND ` + conditions.Overdue + `
		ORDER BY agreement.code, agreement.id, o.position, x.due`
	k.OverdueList = []model.Owed{}
	k.OverdueByParty = map[string]int{}

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

// percent is a part of a whole in per cent with one decimal; nil for a part of nothing.
func percent(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	share := model.Percent(part, whole)
	return &share
}

// mean is the mean of values with so many decimals; nil of nothing.
func mean(places int, values ...float64) *float64 {
	if len(values) == 0 {
		return nil
	}
	m := model.Mean(places, values...)
	return &m
}

// median is the middle value, or the mean of the two middle ones; nil of nothing.
func median(values []float64) *float64 {
	n := len(values)
	if n == 0 {
		return nil
	}
	slices.Sort(values)
	return mean(2, values[(n-1)/2], values[n/2])
}

// p90 is the smallest value that nine of ten do not exceed; nil of nothing.
func p90(values []float64) *float64 {
	if len(values) == 0 {
		return nil
	}
	slices.Sort(values)
	return mean(2, values[(len(values)*9+9)/10-1])
}
