package home

import (
	"context"

	"jejaring/model"
)

// waiting are the rows of the home screen: what a person should do now, and what was put off.
type waiting struct{ awake, asleep []model.Attention }

// withUpkeep is what needs attention: what keeps the register itself safe among what its records ask for.
func withUpkeep(ctx context.Context, s *desk) (waiting, error) {
	awake, asleep, err := s.Overview.Waiting(ctx, s.Today(), attentionShown+1)
	if err != nil {
		return waiting{}, err
	}

	u, err := s.Copies.Upkeep(ctx)
	if err != nil {
		return waiting{}, err
	}

	now := s.Now()
	all := append(u.Attention(model.DateOf(now), now.Location()), awake...)
	model.ByWeight(all)
	return waiting{all, asleep}, nil
}
