package model_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

func TestSharesRoundHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want        float64
	}{{23, 80, 28.8}, {11, 80, 13.8}, {1, 80, 1.3}, {57, 80, 71.3}, {1, 3, 33.3}, {2, 3, 66.7}, {1, 1, 100}, {0, 7, 0}, {1, 2000, 0.1}, {1, 2001, 0}, {-23, 80, -28.8}, {5, 0, 0}} {
		if got := model.Percent(c.part, c.whole); got != c.want {
			t.Errorf("%d of %d: %v, want %v", c.part, c.whole, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.IntRange(0, 100_000).Draw(t, "part")
		whole := rapid.IntRange(1, 100_000).Draw(t, "whole")
		tenths := (part*2000 + whole) / (2 * whole) // by whole numbers: half goes up
		if got := model.Percent(part, whole); got != float64(tenths)/10 {
			t.Fatalf("%d of %d: %v, want %v", part, whole, got, float64(tenths)/10)
		}
	})
}

func TestSumsAndMeansAreThoseOfDecimals(t *testing.T) {
	if got := model.Sum(0.1, 0.2, 0.7); got != 1 {
		t.Error(got)
	}
	if got := model.Sum(1.1, 2.2, 3.3); got != 6.6 {
		t.Error(got)
	}
	if got := model.Sum(); got != 0 {
		t.Error(got)
	}
	if got := model.Mean(2, 1.005); got != 1.01 {
		t.Error(got)
	}
	if got := model.Mean(1, 0.1, 0.2); got != 0.2 { // 0.15
		t.Error(got)
	}
	if got := model.Mean(1, -0.1, -0.2); got != -0.2 {
		t.Error(got)
	}

	rapid.Check(t, func(t *rapid.T) {
		want := new(big.Rat)
		var values []float64
		for _, cents := range rapid.SliceOfN(rapid.IntRange(0, 100_000), 0, 30).Draw(t, "cents") {
			values = append(values, float64(cents)/100)
			want.Add(want, big.NewRat(int64(cents), 100))
		}

		sum, _ := want.Float64()
		if got := model.Sum(values...); got != sum {
			t.Fatalf("%v: %v, want %v", values, got, sum)
		}
	})
}
