package store

import (
	"math"
	"slices"
)

// percent is a part of a whole in per cent with one decimal; nil for a part of nothing.
func percent(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	return rounded(float64(part)/float64(whole)*100, 10)
}

func rounded(v, steps float64) *float64 {
	v = math.Round(v*steps) / steps
	return &v
}

// median is the middle value, or the mean of the two middle ones; nil of nothing.
func median(values []float64) *float64 {
	n := len(values)
	if n == 0 {
		return nil
	}
	slices.Sort(values)
	return rounded((values[(n-1)/2]+values[n/2])/2, 100)
}

// p90 is the smallest value that nine of ten do not exceed; nil of nothing.
func p90(values []float64) *float64 {
	if len(values) == 0 {
		return nil
	}
	slices.Sort(values)
	return rounded(values[(len(values)*9+9)/10-1], 100)
}
