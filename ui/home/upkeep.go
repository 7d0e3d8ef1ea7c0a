package home

import (
	"context"
	"slices"

	"jejaring/model"
)

// waiting are the rows of the home screen: what a person should do now, and what was put off. Owners are those of the staff whom
// something was given to.
type waiting struct {
	awake, asleep []model.Attention
	owners        []model.Hit
}

// withUpkeep is what needs attention: what keeps the register itself safe among what its records ask for. Of a person it is what that
// one was given.
func withUpkeep(ctx context.Context, s *desk, owner model.ID) (waiting, error) {
	limit := attentionShown + 1
	if owner != 0 {
		limit = 0 // the first rows may all be somebody else's
	}

	awake, asleep, err := s.Overview.Waiting(ctx, s.Today(), limit)
	if err != nil {
		return waiting{}, err
	}

	owners, err := s.Overview.Owners(ctx, s.Today())
	if err != nil {
		return waiting{}, err
	}
	if owner != 0 {
		return waiting{owned(awake, owner), owned(asleep, owner), owners}, nil
	}

	u, err := s.Copies.Upkeep(ctx)
	if err != nil {
		return waiting{}, err
	}

	now := s.Now()
	all := append(u.Attention(model.DateOf(now), now.Location()), awake...)
	model.ByWeight(all)
	return waiting{all, asleep, owners}, nil
}

// owned are the rows of a person.
func owned(rows []model.Attention, owner model.ID) []model.Attention {
	return slices.DeleteFunc(rows, func(a model.Attention) bool { return a.Assignee != owner })
}
