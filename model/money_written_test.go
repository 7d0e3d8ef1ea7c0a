package model_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// TestMoney_AnAmountIsReadBackAsOurPapersWriteIt: Rp1.250.000,00 in Indonesian and IDR 1,250,000.00 in English (brief 2.1).
func TestMoney_AnAmountIsReadBackAsOurPapersWriteIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rupiah := rapid.Int64Range(0, 9_000_000_000_000).Draw(t, "rupiah")
		sen := rapid.Int64Range(0, 99).Draw(t, "sen")
		want := model.Money(rupiah*100 + sen)

		for _, text := range []string{
			fmt.Sprintf("Rp%s,%02d", dotted(rupiah), sen),
			fmt.Sprintf("rp. %s,%02d", dotted(rupiah), sen),
			fmt.Sprintf("%d,%02d", rupiah, sen),
			fmt.Sprintf("IDR %s,%02d", dotted(rupiah), sen),
		} {
			if got, ok := model.ParseMoney(text); got != want || !ok {
				t.Fatalf("%q is read as %d sen, not %d", text, got, want)
			}
		}

		english := fmt.Sprintf("IDR %s.%02d", strings.ReplaceAll(dotted(rupiah), ".", ","), sen)
		if got, ok := model.ParseMoney(english); rupiah >= 1000 && (got != want || !ok) {
			t.Fatalf("%q is read as %d sen, not %d", english, got, want)
		}
	})
}

func TestMoney_WithoutSenTheCommaMayBeLeftOutOrStruckThrough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rupiah := rapid.Int64Range(0, 9_000_000_000_000).Draw(t, "rupiah")
		for _, text := range []string{fmt.Sprint(rupiah), dotted(rupiah), "Rp " + dotted(rupiah) + ",-", "Rp" + dotted(rupiah) + ",--"} {
			if got, ok := model.ParseMoney(text); got != model.Money(rupiah*100) || !ok {
				t.Fatalf("%q is read as %d sen", text, got)
			}
		}
	})
}

func TestMoney_SizesInWordsStandForTheirZeros(t *testing.T) {
	zeros := map[string]int64{"ribu": 1_000, "rb": 1_000, "juta": 1_000_000, "jt": 1_000_000, "miliar": 1_000_000_000, "milyar": 1_000_000_000}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 999).Draw(t, "n")
		tenths := rapid.Int64Range(0, 9).Draw(t, "tenths")
		for word, size := range zeros {
			text := fmt.Sprintf("%d,%d %s", n, tenths, word)
			want := model.Money((n*10 + tenths) * size / 10 * 100)
			if got, ok := model.ParseMoney(text); got != want || !ok {
				t.Fatalf("%q is read as %d sen, not %d", text, got, want)
			}
		}
	})
}

// TestMoney_AnAmountOfAnotherGroupingIsNeverTakenForSmaller: 1,250 could be one and a quarter, or a thousand.
func TestMoney_AnAmountOfAnotherGroupingIsNeverTakenForSmaller(t *testing.T) {
	for _, text := range []string{"1,250", "1,250,000", "Rp1,250,000.00", "1.250,000", "1'250'000", "1.25.000"} {
		if got, ok := model.ParseMoney(text); ok {
			t.Errorf("%q is read as %d sen", text, got)
		}
	}
}

func TestNumbers_WholeOnesAreReadBackWithAndWithoutPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.Int64Range(0, 1<<50).Draw(t, "n")
		for _, text := range []string{fmt.Sprint(want), dotted(want), strings.ReplaceAll(dotted(want), ".", " "), dotted(want) + " %"} {
			if got, ok := model.ReadInt(text); int64(got) != want || !ok {
				t.Fatalf("%q is read as %d", text, got)
			}
		}
	})
}

func TestNumbers_DecimalsAreReadBackWithTheCommaAsDecimalMark(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hundredths := rapid.Int64Range(0, 1<<40).Draw(t, "hundredths")
		want := float64(hundredths) / 100
		for _, text := range []string{
			fmt.Sprintf("%d,%02d", hundredths/100, hundredths%100),
			fmt.Sprintf("%s,%02d", dotted(hundredths/100), hundredths%100),
			fmt.Sprintf("%d.%02d", hundredths/100, hundredths%100),
			fmt.Sprintf("%d,%02d %%", hundredths/100, hundredths%100),
		} {
			if got, ok := model.ReadDecimal(text); got != want || !ok {
				t.Fatalf("%q is read as %v, not %v", text, got, want)
			}
		}
	})
}
