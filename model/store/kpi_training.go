package store

import (
	"context"
	"fmt"
	"maps"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// filterTrainings shows the trainings behind a figure: the finished ones, or those of them with tests, of the days in the
// filters "from" and "to".
func filterTrainings(set string, all model.Filters) (string, []any, error) {
	var days conditions.Moment
	if (sqlite.Day(&days.First)).Scan(all[model.ByFrom]) != nil || (sqlite.Day(&days.Last)).Scan(all[model.ByTo]) != nil {
		return "", nil, fmt.Errorf("no trainings from %q to %q", all[model.ByFrom], all[model.ByTo])
	}

	condition, args := days.Placed(conditions.TookPlaceThen)
	switch set {
	case "finished":
		return condition, args, nil
	case "tested":
		return condition + " AND id IN (SELECT training_id FROM participant WHERE " + conditions.Tested + " AND " + conditions.Takes + ")", args, nil
	}

	return "", nil, fmt.Errorf("no trainings %q", set)
}

// trainingFigures are K15 to K17.
func trainingFigures(ctx context.Context, q sqlite.Querier, k *model.KPIs, _ period) error {
	of := conditions.Moment{First: k.From, Last: k.AsOf}.Named()
	var err error
	if k.TrainingsByType, err = tally(ctx, q, "SELECT type, count(*) FROM training WHERE deleted_at IS NULL AND "+conditions.TookPlaceThen+" GROUP BY 1", of...); err != nil {
		return err
	}

	for _, n := range k.TrainingsByType {
		k.TrainingsDone += n
	}

	err = sqlite.Each(ctx, q, "SELECT jpl FROM training WHERE deleted_at IS NULL AND "+conditions.TookPlaceThen, of, func(scan func(...any) error) error {
		var jpl float64
		err := scan(&jpl)
		k.TrainingJPL = model.Sum(k.TrainingJPL, jpl)
		return err
	})
	if err != nil {
		return err
	}

	var gain int
	err = sqlite.One(ctx, q, `SELECT count(*), count(*) FILTER (WHERE certificate_no <> ''), count(*) FILTER (WHERE `+conditions.Tested+`),
		coalesce(sum(post_test - pre_test) FILTER (WHERE `+conditions.Tested+`), 0) FROM participant
		WHERE `+conditions.Takes+` AND training_id IN (SELECT id FROM training WHERE deleted_at IS NULL AND `+conditions.TookPlaceThen+`)`, of,
		&k.TrainingPeople, &k.Certificates, &k.GainN, &gain)
	if err != nil {
		return err
	}

	if k.GainN > 0 {
		m := model.Quotient(int64(gain), int64(k.GainN), 2)
		k.MeanGain = &m
	}

	return creditFigures(ctx, q, k)
}

// creditFigures are K16: the credits that each person earned by the day, here and elsewhere, in the running period of
// their licence, or without one in the five years before: the same that the page of the person shows.
func creditFigures(ctx context.Context, q sqlite.Querier, k *model.KPIs) error {
	credits := map[model.ID][]model.Credit{}
	const earned = `SELECT p.staff_id, training."end", training.skp_domain, p.skp_awarded
		FROM participant p JOIN training ON training.id = p.training_id
		WHERE p.staff_id IS NOT NULL AND training.deleted_at IS NULL AND ` + conditions.TookPlace + ` AND p.skp_awarded > 0
		UNION ALL SELECT staff_id, date, domain, value FROM skp_record WHERE deleted_at IS NULL`
	err := sqlite.Each(ctx, q, earned, nil, func(scan func(...any) error) error {
		var id model.ID
		var c model.Credit
		err := scan(&id, sqlite.Day(&c.Date), &c.Domain, &c.Value)
		credits[id] = append(credits[id], c)
		return err
	})
	if err != nil {
		return err
	}

	k.SKP = map[string]map[string]float64{}
	return sqlite.Each(ctx, q, "SELECT id, code, skp_period_start, skp_period_end FROM staff WHERE deleted_at IS NULL", nil,
		func(scan func(...any) error) error {
			var s model.Staff
			if err := scan(&s.ID, &s.Code, sqlite.Day(&s.SKPPeriodStart), sqlite.Day(&s.SKPPeriodEnd)); err != nil {
				return err
			}

			o := s.Overview(credits[s.ID], k.AsOf)
			if len(o.Domains) == 0 {
				return nil
			}

			sums := maps.Clone(o.Domains)
			sums["total"] = o.Total
			k.SKP[codeOr(s.Code, s.ID)] = sums
			return nil
		})
}
