package chart

import (
	"fmt"

	"jejaring/model"
	"jejaring/translations"
)

// YearBack is the first day of the month eleven months before.
func YearBack(day model.Date) model.Date {
	back := day.AddMonths(-11)
	return model.Date{Year: back.Year, Month: back.Month, Day: 1}
}

// Months are bars for the months from one day to another, the last one in the accent; none where no month has a value. Open
// is the list behind a month.
func Months(w translations.Words, counts map[string]int, from, to model.Date, open func(model.Period) func()) []Bar {
	if len(counts) == 0 {
		return nil
	}

	var bars []Bar
	for m := from; !m.After(to); m = m.AddMonths(1) {
		month := model.PeriodOf("month", m).Shift(0)
		n := counts[fmt.Sprintf("%04d-%02d", m.Year, int(m.Month))]

		b := Bar{Label: string([]rune(w.Month(m.Time()))[:3]), Value: float64(n), Text: w.Count(n)}
		b.Strong = month.Holds(to)
		b.Open = open(month)
		bars = append(bars, b)
	}

	return bars
}
