package store

import (
	"context"
	"slices"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// stageFigures tell how long agreements stayed in each stage before they bound.
func stageFigures(ctx context.Context, q sqlite.Querier, k *model.KPIs) error {
	chosen, err := settings(ctx, q)
	if err != nil {
		return err
	}

	took := map[model.AgreementStatus][]float64{}
	running := map[model.AgreementStatus]int{}
	var stages []model.Stage
	err = sqlite.Each(ctx, q, "SELECT stages FROM agreement WHERE deleted_at IS NULL", nil, func(scan func(...any) error) error {
		stages = nil
		if err := scan(sqlite.JSON(&stages)); err != nil {
			return err
		}

		days := map[model.AgreementStatus]int{}
		for _, s := range stages {
			switch {
			case s.RunsOn(k.AsOf):
				running[s.Status]++
			case s.EndedIn(k.From, k.AsOf):
				days[s.Status] += s.WorkingDays(k.AsOf, chosen.WorkWeek)
			}
		}

		for status, n := range days {
			took[status] = append(took[status], float64(n))
		}
		return nil
	})
	if err != nil {
		return err
	}

	for _, status := range model.WayStatuses() {
		f := model.StageFigure{Status: status, Agreements: len(took[status]), Median: median(took[status]), Running: running[status]}
		if f.Agreements > 0 {
			f.Longest = int(slices.Max(took[status]))
		}
		if f.Agreements+f.Running > 0 {
			k.Stages = append(k.Stages, f)
		}
	}
	k.MarkSlowest()

	return nil
}
