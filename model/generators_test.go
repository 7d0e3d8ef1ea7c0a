package model_test

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"jejaring/model"
)

// anyDay draws a day of the calendar from 1900 to 2199.
func anyDay() *rapid.Generator[model.Date] {
	return rapid.Custom(func(t *rapid.T) model.Date {
		day := rapid.IntRange(1, 109_572).Draw(t, "day since 1900")
		return model.DateOf(time.Date(1900, time.January, day, 0, 0, 0, 0, time.UTC))
	})
}

// dayNear draws a day at most so many days away from another.
func dayNear(around model.Date, days int) *rapid.Generator[model.Date] {
	return rapid.Custom(func(t *rapid.T) model.Date {
		return around.AddDays(rapid.IntRange(-days, days).Draw(t, "days away"))
	})
}

// dateOf makes a day of three numbers.
func dateOf(year int, month time.Month, day int) model.Date {
	return model.Date{Year: year, Month: month, Day: day}
}

// lengthOf is how many days a month has.
func lengthOf(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// dotted writes a whole number with a point for the thousands.
func dotted(n int64) string {
	text := fmt.Sprint(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "." + text[at:]
	}
	return text
}
