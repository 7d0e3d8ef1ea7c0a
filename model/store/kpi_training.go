package store

import (
	"context"

	"jejaring/model"
)

// trainingFigures are K15 to K17.
func (s *Store) trainingFigures(ctx context.Context, q querier, k *model.KPIs) error {
	all, err := s.trainings().fetch(ctx, q, false, `deleted_at IS NULL AND status IN ('finished', 'reported') AND "end" <= ?`, k.AsOf.String())
	if err != nil {
		return err
	}
	k.TrainingsByType = map[string]int{}
	gain := 0
	for _, t := range all {
		if t.End.Year != k.Year {
			continue
		}
		k.TrainingsDone++
		k.TrainingsByType[t.Type]++
		k.TrainingJPL += t.JPL
		for _, p := range t.Participants {
			if p.Registration == "cancelled" || p.Registration == "waitlist" || p.Registration == "invited" {
				continue
			}
			k.TrainingPeople++
			if p.CertificateNo != "" {
				k.Certificates++
			}
			if g, ok := p.Gain(); ok {
				gain, k.GainN = gain+g, k.GainN+1
			}
		}
	}
	if k.GainN > 0 {
		k.MeanGain = rounded(float64(gain)/float64(k.GainN), 100)
	}
	return s.creditFigures(ctx, q, k, all)
}

// creditFigures are K16: the credits of each person in the period that their licence runs in, from trainings here and
// elsewhere.
func (s *Store) creditFigures(ctx context.Context, q querier, k *model.KPIs, trainings []model.Training) error {
	staff, err := s.staff().fetch(ctx, q, false, "TRUE")
	if err != nil {
		return err
	}
	people := map[model.ID]model.Staff{}
	for _, p := range staff {
		people[p.ID] = p
	}
	k.SKP = map[string]map[string]float64{}
	credit := func(id model.ID, on model.Date, domain string, value float64) {
		p := people[id]
		if value == 0 || p.SKPPeriodStart.IsZero() || on.After(k.AsOf) || on.Before(p.SKPPeriodStart) || k.AsOf.Before(p.SKPPeriodStart) ||
			!p.SKPPeriodEnd.IsZero() && on.After(p.SKPPeriodEnd) {
			return
		}
		code := codeOr(p.Code, p.ID)
		if k.SKP[code] == nil {
			k.SKP[code] = map[string]float64{}
		}
		k.SKP[code][domain] += value
		k.SKP[code]["total"] += value
	}
	for _, t := range trainings {
		for _, p := range t.Participants {
			credit(p.StaffID, t.End, t.SKPDomain, p.SKPAwarded)
		}
	}
	records, err := s.skpRecords().fetch(ctx, q, false, "deleted_at IS NULL")
	for _, r := range records {
		credit(r.StaffID, r.Date, r.Domain, r.Value)
	}
	return err
}
