package store

import (
	"slices"

	"jejaring/model"
)

// percent is a part of a whole in per cent with one decimal; nil for a part of nothing.
func percent(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	share := model.Percent(part, whole)
	return &share
}

// mean is the mean of values with so many decimals; nil of nothing.
func mean(places int, values ...float64) *float64 {
	if len(values) == 0 {
		return nil
	}
	m := model.Mean(places, values...)
	return &m
}

// median is the middle value, or the mean of the two middle ones; nil of nothing.
func median(values []float64) *float64 {
	n := len(values)
	if n == 0 {
		return nil
	}
	slices.Sort(values)
	return mean(2, values[(n-1)/2], values[n/2])
}

// p90 is the smallest value that nine of ten do not exceed; nil of nothing.
func p90(values []float64) *float64 {
	if len(values) == 0 {
		return nil
	}
	slices.Sort(values)
	return mean(2, values[(len(values)*9+9)/10-1])
}
