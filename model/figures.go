package model

import (
	"math/big"
	"strconv"
)

// Percent is a part of a whole in per cent with one decimal, rounded half away from zero by whole numbers alone: 23 of 80
// are 28.8, where floating point gives 28.7. Of nothing there is no part: 0.
func Percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return Quotient(int64(part)*100, int64(whole), 1)
}

// Quotient is a divided by b, rounded half away from zero to so many decimals; b is not 0.
func Quotient(a, b int64, places int) float64 { return RoundRat(big.NewRat(a, b), places) }

// RoundRat rounds an exact number half away from zero to so many decimals.
func RoundRat(r *big.Rat, places int) float64 {
	f, _ := strconv.ParseFloat(r.FloatString(places), 64) // FloatString rounds so
	return f
}

// Exact is the decimal number that a float64 was read from: 0.1 is a tenth.
func Exact(f float64) *big.Rat {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'f', -1, 64))
	if !ok {
		return new(big.Rat)
	}
	return r
}

// Sum adds decimals up as on paper: 0.1 and 0.2 are 0.3.
func Sum(values ...float64) float64 {
	sum := new(big.Rat)
	for _, v := range values {
		sum.Add(sum, Exact(v))
	}
	f, _ := sum.Float64()
	return f
}

// Mean is the mean of decimals, rounded half away from zero; of nothing it is 0.
func Mean(places int, values ...float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sum := new(big.Rat)
	for _, v := range values {
		sum.Add(sum, Exact(v))
	}
	return RoundRat(sum.Quo(sum, big.NewRat(int64(len(values)), 1)), places)
}

// Report is a plain document of tables in words: figures for a meeting, or a sheet to lock away. It is not numbered and
// not stored.
type Report struct {
	Language string
	Title    string
	Subtitle string
	Parts    []ReportPart
	// Signed is the day on which the head of the clinic signs; without a day there is no place for a signature.
	Signed Date
}

// ReportPart is a table with a title, or a paragraph of text.
type ReportPart struct {
	Title string
	Text  string
	Heads []string
	Rows  [][]string
	// Bars are the parts of the largest value, from 0 to 1, that are drawn behind the rows; none draws nothing.
	Bars []float64
}
