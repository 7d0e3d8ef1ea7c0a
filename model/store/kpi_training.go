package store

import (
	"context"
	"fmt"

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
	if err := one(ctx, q, "SELECT coalesce(sum(jpl), 0.0) FROM training WHERE "+finished, of, &k.TrainingJPL); err != nil {
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
		k.MeanGain = rounded(float64(gain)/float64(k.GainN), 100)
	}
	return creditFigures(ctx, q, k)
}

// creditFigures are K16: the credits that each person earned by the day, here and elsewhere, in the running period of
// their licence.
func creditFigures(ctx context.Context, q querier, k *model.KPIs) error {
	const query = `SELECT s.id, s.code, c.domain, sum(c.value) FROM (
		SELECT p.staff_id, t."end" AS date, t.skp_domain AS domain, p.skp_awarded AS value FROM participant p
			JOIN training t ON t.id = p.training_id WHERE t.deleted_at IS NULL AND t.status IN ('finished', 'reported')
			AND p.skp_awarded > 0
		UNION ALL SELECT staff_id, date, domain, value FROM skp_record WHERE deleted_at IS NULL) c
		JOIN staff s ON s.id = c.staff_id AND s.deleted_at IS NULL
		WHERE s.skp_period_start <= ?1 AND coalesce(s.skp_period_end >= c.date, TRUE)
		AND c.date BETWEEN s.skp_period_start AND ?1 GROUP BY s.id, c.domain`
	k.SKP = map[string]map[string]float64{}
	return each(ctx, q, query, []any{k.AsOf.String()}, func(scan func(...any) error) error {
		var id model.ID
		var code, domain string
		var value float64
		if err := scan(&id, &code, &domain, &value); err != nil {
			return err
		}
		code = codeOr(code, id)
		if k.SKP[code] == nil {
			k.SKP[code] = map[string]float64{}
		}
		k.SKP[code][domain] += value
		k.SKP[code]["total"] += value
		return nil
	})
}
