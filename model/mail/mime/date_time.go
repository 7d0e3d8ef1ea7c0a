package mime

import "time"

// nearer reports whether a day lies clearly nearer to the arrival than another.
func (s *stamp) nearer(other, near time.Time) bool {
	t, ok := s.date(time.UTC)
	return ok && !near.IsZero() && t.Sub(near).Abs()+72*time.Hour < other.Sub(near).Abs()
}

// date is the moment in a zone, and whether there is such a day and time.
func (s *stamp) date(zone *time.Location) (time.Time, bool) {
	hour := s.hour
	switch {
	case s.afternoon && hour < 12:
		hour += 12
	case s.morning && hour == 12:
		hour = 0
	}

	t := time.Date(s.year, time.Month(s.month), s.day, hour, s.minute, min(s.second, 59), 0, zone)
	midnight := hour == 24 && s.minute == 0 && s.second == 0 // of the day that ends then
	possible := s.year >= 1980 && s.year <= 2100 && s.month >= 1 && s.month <= 12 && s.day >= 1 &&
		time.Date(s.year, time.Month(s.month), s.day, 0, 0, 0, 0, time.UTC).Day() == s.day && (hour <= 23 || midnight) && s.minute <= 59 && s.second <= 60

	return t, possible
}

// time is the moment in its own zone, or in the local one where it names none.
func (s *stamp) time(local *time.Location) (time.Time, written) {
	if s.how == zoned {
		local = time.FixedZone("", s.offset)
	} else if local == nil {
		local = time.FixedZone("WIB", 7*3600)
	}

	t, ok := s.date(local)
	if !ok {
		return time.Time{}, undated
	}

	return t, s.how
}
