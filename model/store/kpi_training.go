package store

import (
	"context"
	"fmt"
	"maps"

	"jejaring/model"
)

// finished are the trainings that ended in a period.
const finished = `deleted_at IS NULL AND status IN ('finished', 'reported') AND "end" BETWEEN ? AND ?`

// tested holds for a participant with both tests; takes for one who takes part.
const (
	tested = "pre_test IS NOT NULL AND post_test IS NOT NULL"
	takes  = "registration NOT IN ('cancelled', 'waitlist', 'invited')"
)

// filterTrainings shows the trainings behind a figure: the finished ones, or those of them with tests, of the days in the
// filters "from" and "to".
func filterTrainings(set string, all map[string]string) (string, []any, error) {
	args := []any{all["from"], all["to"]}
	switch set {
	case "finished":
		return finished, args, nil
	case "tested":
		return finished + " AND id IN (SELECT training_id FROM participant WHERE " + tested + " AND " + takes + ")", args, nil
	}
	return "", nil, fmt.Errorf("no trainings %q", set)
}

// trainingFigures are K15 to K17.
func (s *Store) trainingFigures(ctx context.Context, q querier, k *model.KPIs) error {
	of := []any{k.From.String(), k.AsOf.String()}
	var err error
	if k.TrainingsByType, err = tally(ctx, q, "SELECT type, count(*) FROM training WHERE "+finished+" GROUP BY 1", of...); err != nil {
		return err
	}
	for _, n := range k.TrainingsByType {
		k.TrainingsDone += n
	}
	err = each(ctx, q, "SELECT jpl FROM training WHERE "+finished, of, func(scan func(...any) error) error {
		var jpl float64
		err := scan(&jpl)
		k.TrainingJPL = model.Sum(k.TrainingJPL, jpl)
		return err
	})
	if err != nil {
		return err
	}
	var gain int
	err = one(ctx, q, `SELECT count(*), count(*) FILTER (WHERE certificate_no <> ''), count(*) FILTER (WHERE `+tested+`),
		coalesce(sum(post_test - pre_test) FILTER (WHERE `+tested+`), 0) FROM participant
		WHERE `+takes+` AND training_id IN (SELECT id FROM training WHERE `+finished+`)`, of,
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
func creditFigures(ctx context.Context, q querier, k *model.KPIs) error {
	credits := map[model.ID][]model.Credit{}
	const earned = `SELECT p.staff_id, t."end", t.skp_domain, p.skp_awarded FROM participant p JOIN training t ON t.id = p.training_id
		WHERE p.staff_id IS NOT NULL AND t.deleted_at IS NULL AND t.status IN ('finished', 'reported') AND p.skp_awarded > 0
		UNION ALL SELECT staff_id, date, domain, value FROM skp_record WHERE deleted_at IS NULL`
	err := each(ctx, q, earned, nil, func(scan func(...any) error) error {
		var id model.ID
		var c model.Credit
		err := scan(&id, day{&c.Date}, &c.Domain, &c.Value)
		credits[id] = append(credits[id], c)
		return err
	})
	if err != nil {
		return err
	}
	k.SKP = map[string]map[string]float64{}
	return each(ctx, q, "SELECT id, code, skp_period_start, skp_period_end FROM staff WHERE deleted_at IS NULL", nil,
		func(scan func(...any) error) error {
			var s model.Staff
			if err := scan(&s.ID, &s.Code, day{&s.SKPPeriodStart}, day{&s.SKPPeriodEnd}); err != nil {
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
