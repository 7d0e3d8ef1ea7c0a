package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// dial turns the computer's clock into the time of the register. A register that stands on a day of its own, as the
// sample does, keeps that day: there it is the same time of the day, but never earlier than what the register already
// tells of that day, so that what was recorded yesterday afternoon does not lie ahead this morning.
type dial struct {
	day   model.Date // zero: the real day
	zone  *time.Location
	floor time.Time
}

func (d dial) at(real time.Time) time.Time {
	at := onDay(real, d.day, d.zone)
	if at.Before(d.floor) {
		at = d.floor
	}
	return at.In(d.zone)
}

// Now is the present instant of the register in the clinic's zone: the one clock of everything that is asked, entered
// or judged. A register that stands on a day of its own stays on it (model.Settings.Today).
func (s *Store) Now() time.Time {
	if s.dial.Load() == nil {
		return s.now().In(disk.Wib())
	}
	return s.dial.Load().at(s.now())
}

// Today is the day on which the register lives, in the clinic's zone.
func (s *Store) Today() model.Date { return model.DateOf(s.Now()) }

// turn reads the dial anew, after whatever it depends on may have changed.
func (s *Store) turn(ctx context.Context, q sqlite.Querier) (dial, error) {
	chosen, err := settings(ctx, q)
	if err != nil {
		return dial{}, err
	}

	next := dial{day: chosen.Today}
	if next.zone, err = disk.ClinicZone(ctx, q); err != nil {
		return dial{}, err
	}

	switch before := s.dial.Load(); {
	case !s.asOf.IsZero() && s.asOf != model.DateOf(s.now().In(next.zone)):
		next.day, next.floor = s.asOf, endOf(s.asOf, next.zone).Add(-time.Second) // a question about a day that is over
	case before != nil && before.day == next.day:
		next.floor = before.floor
	case !next.day.IsZero():
		next.floor, err = newest(ctx, q, next.day, next.zone)
	}

	if err == nil {
		s.dial.Store(&next)
	}
	return next, err
}

// newest is the last instant of a day that the register tells of, or the zero time.
func newest(ctx context.Context, q sqlite.Querier, day model.Date, zone *time.Location) (at time.Time, err error) {
	var parts []string
	for _, column := range []string{"referral_at", "issued_at", "sent_at", "decided_at", "departed_at", "arrived_at", "handed_over_at",
		"replied_at", "back_referred_at", "closed_at"} {
		parts = append(parts, "SELECT max("+column+") AS at FROM referral WHERE "+column+" < :end")
	}
	end := sql.Named("end", endOf(day, zone).Format(sqlite.InstantLayout))
	err = sqlite.One(ctx, q, "SELECT max(at) FROM ("+strings.Join(parts, " UNION ALL ")+")", []any{end}, sqlite.Instant(&at))
	return at, err
}

// endOf is the first instant after a day in a zone.
func endOf(day model.Date, zone *time.Location) time.Time {
	next := day.AddDays(1)
	return time.Date(next.Year, next.Month, next.Day, 0, 0, 0, 0, zone).UTC()
}

// present is the instant on which the register lives, read within a transaction.
func (s *Store) present(ctx context.Context, q sqlite.Querier) (time.Time, *time.Location, error) {
	d, err := s.turn(ctx, q)
	if err != nil {
		return time.Time{}, nil, err
	}
	return d.at(s.now()).UTC(), d.zone, nil
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

// during is the instant for questions about a day: now when it is that day, else its end.
func (s *Store) during(ctx context.Context, q sqlite.Querier, day model.Date) (time.Time, *time.Location, error) {
	now, zone, err := s.present(ctx, q)
	if err != nil || model.DateOf(now.In(zone)) == day {
		return now, zone, err
	}
	return endOf(day, zone), zone, nil
}
