package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"time"

	"jejaring/model"
)

// KPIs returns the key figures K01 to K17 of brief section 5.2 as of a day: agreements as they stand on it, and the flows
// of its calendar year up to its end. What happened later does not count, but states are those of now. K12 is nil while
// the register is locked, because it looks into what is sealed.
func (s *Store) KPIs(ctx context.Context, asOf model.Date) (k model.KPIs, err error) {
	k = model.KPIs{AsOf: asOf, Year: asOf.Year}
	err = s.view(ctx, func(tx *sql.Tx) error {
		zone, err := clinicZone(ctx, tx)
		if err != nil {
			return err
		}
		codes, err := codesOf(ctx, tx, "partner")
		if err != nil {
			return err
		}
		if err := s.agreementFigures(ctx, tx, &k); err != nil {
			return err
		}
		p := period{from: midnight(model.Date{Year: asOf.Year, Month: time.January, Day: 1}, zone), to: midnight(asOf.AddDays(1), zone),
			zone: zone}
		if err := s.referralFigures(ctx, tx, &k, p, codes); err != nil {
			return err
		}
		return s.trainingFigures(ctx, tx, &k)
	})
	return k, err
}

// period is the part of a year that figures speak of, with the instant after its end.
type period struct {
	from, to time.Time
	zone     *time.Location
}

// past reports whether something happened before the end.
func (p period) past(at time.Time) bool { return !at.IsZero() && at.Before(p.to) }

func midnight(d model.Date, zone *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone).UTC()
}

// codesOf names the records of a table by their codes, else by their identifiers.
func codesOf(ctx context.Context, q querier, table string) (map[model.ID]string, error) {
	codes := map[model.ID]string{}
	return codes, each(ctx, q, "SELECT id, code FROM "+table, nil, func(scan func(...any) error) error {
		var id model.ID
		var code string
		err := scan(&id, &code)
		codes[id] = codeOr(code, id)
		return err
	})
}

func codeOr(code string, id model.ID) string {
	if code == "" {
		return fmt.Sprint(id)
	}
	return code
}

// agreementFigures are K01 to K04.
func (s *Store) agreementFigures(ctx context.Context, q querier, k *model.KPIs) error {
	sectors := map[model.ID]string{}
	err := each(ctx, q, "SELECT id, sector FROM partner", nil, func(scan func(...any) error) error {
		var id model.ID
		var sector string
		err := scan(&id, &sector)
		sectors[id] = sector
		return err
	})
	if err != nil {
		return err
	}
	all, err := s.agreements().fetch(ctx, q, false, "deleted_at IS NULL AND status = 'active' ORDER BY end_date, code, id")
	k.ActiveIDs, k.DaysLeft = []string{}, map[string]int{}
	k.Expiring = map[string][]string{"30": {}, "60": {}, "90": {}}
	k.ByModel, k.BySector, k.ByField = map[string]int{}, map[string]int{}, map[string]int{}
	for _, a := range all {
		if !a.InForce(k.AsOf) {
			continue
		}
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
		if partners := a.Partners(); len(partners) > 0 {
			k.BySector[sectors[partners[0].PartnerID]]++
		}
		k.Scans[1]++
		if a.HasFile("signed_scan") {
			k.Scans[0]++
		}
	}
	slices.Sort(k.ActiveIDs)
	return err
}

// percent is a part of a whole in per cent with one decimal; nil for a part of nothing.
func percent(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	return rounded(float64(part)/float64(whole)*100, 10)
}

func rounded(v, steps float64) *float64 {
	v = math.Round(v*steps) / steps
	return &v
}

// median is the middle value, or the mean of the two middle ones; nil of nothing.
func median(values []float64) *float64 {
	n := len(values)
	if n == 0 {
		return nil
	}
	slices.Sort(values)
	return rounded((values[(n-1)/2]+values[n/2])/2, 100)
}

// p90 is the smallest value that nine of ten do not exceed; nil of nothing.
func p90(values []float64) *float64 {
	if len(values) == 0 {
		return nil
	}
	slices.Sort(values)
	return rounded(values[(len(values)*9+9)/10-1], 100)
}
