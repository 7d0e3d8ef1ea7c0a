package partner

import (
	"context"
	"slices"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/task"
)

// facilityFinder looks partners up for a referral: active health facilities stand before all others.
type facilityFinder struct{ partnerFinder }

// Find looks for partners by their words, active health facilities first.
func (f facilityFinder) Find(text string, show func([]form.Option)) {
	partners := f.desk.Partners
	task.Run(f.desk.Tasks, func(ctx context.Context) ([]model.Partner, error) {
		q := model.Query{Text: text, Sort: "name", Limit: 50}
		others, err := partners.Find(ctx, q)
		if err != nil {
			return nil, err
		}
		q.Filter = model.Filters{model.BySector: "health_facility", model.ByStatus: "active"}
		first, err := partners.Find(ctx, q)
		return append(first, slices.DeleteFunc(others, activeFacility)...), err
	}, func(list []model.Partner, _ error) { show(f.options(list)) })
}

func activeFacility(p model.Partner) bool {
	return p.Sector == "health_facility" && p.Status == "active"
}
