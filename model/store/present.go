package store

import (
	"context"
	"time"

	"jejaring/model"
)

// today is the day on which the register lives: its own, or the real one in the clinic's zone.
func (s *Store) today(ctx context.Context) (model.Date, error) {
	at, zone, err := s.present(ctx, s.read)
	return model.DateOf(at.In(zone)), err
}

// present is the instant on which the register lives: now, or the same time of the day that it was set to.
func (s *Store) present(ctx context.Context, q querier) (time.Time, *time.Location, error) {
	zone, err := clinicZone(ctx, q)
	if err != nil {
		return time.Time{}, nil, err
	}
	chosen, err := settings(ctx, q)
	if err != nil {
		return time.Time{}, nil, err
	}
	return onDay(s.now(), chosen.Today, zone), zone, nil
}

// onDay moves an instant to another day in a zone; no day leaves it.
func onDay(at time.Time, day model.Date, zone *time.Location) time.Time {
	if day.IsZero() {
		return at
	}
	local := at.In(zone)
	h, m, sec := local.Clock()
	return time.Date(day.Year, day.Month, day.Day, h, m, sec, 0, zone).UTC()
}

// latest is the last instant that is not in the future: the real or the register's own, whichever is later.
func (s *Store) latest(ctx context.Context, q querier) (time.Time, error) {
	at, _, err := s.present(ctx, q)
	if real := s.now(); real.After(at) {
		at = real
	}
	return at, err
}

// during is the instant for questions about a day: now when it is that day, else its end.
func (s *Store) during(day model.Date, zone *time.Location) time.Time {
	now := s.now()
	if model.DateOf(now.In(zone)) == day {
		return now
	}
	next := day.AddDays(1)
	return time.Date(next.Year, next.Month, next.Day, 0, 0, 0, 0, zone).UTC()
}
