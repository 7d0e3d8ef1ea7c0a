package translations

import "time"

// AgreementDay returns the date as the opening of an agreement has it: in words as DateInWords, or in English with the day of
// the week, Thursday, 12 December 2024.
func (w Words) AgreementDay(t time.Time) string {
	if w.lang == "en" {
		return w.Weekday(t) + ", " + w.Day(t)
	}
	return w.DateInWords(t)
}

// PositionBelowName reports whether letters name the position of who signs below the name. Indonesian ones name it above the
// room to sign, with a comma.
func (w Words) PositionBelowName() bool { return w.lang == "en" }
