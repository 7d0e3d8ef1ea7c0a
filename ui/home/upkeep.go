package home

import (
	"context"

	"jejaring/model"
)

// withUpkeep is what needs attention: what keeps the register itself safe among what its records ask for.
func withUpkeep(ctx context.Context, s *desk) ([]model.Attention, error) {
	rows, err := s.Overview.Attention(ctx, s.Today(), attentionShown+1)
	if err != nil {
		return nil, err
	}

	u, err := s.Copies.Upkeep(ctx)
	if err != nil {
		return nil, err
	}

	now := s.Now()
	all := append(u.Attention(model.DateOf(now), now.Location()), rows...)
	model.ByWeight(all)
	return all, nil
}
