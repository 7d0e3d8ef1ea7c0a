package model_test

import (
	"cmp"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"jejaring/model"
)

func TestPlain_OnceIsEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if once := model.Plain(text); model.Plain(once) != once {
			t.Fatalf("%q becomes %q and then %q", text, once, model.Plain(once))
		}
	})
}

func TestPlain_LeavesLettersAndDigitsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom(nil, unicode.Letter, unicode.Digit)).Draw(t, "text")
		text = strings.ReplaceAll(text, "\u3164", "") // a letter of Hangul that fills a blank
		for _, r := range "ʹʻʼʽˈˊ" {                  // letters by name, apostrophes by their looks
			text = strings.ReplaceAll(text, string(r), "")
		}
		if got := model.Plain(text); got != text {
			t.Fatalf("%q becomes %q", text, got)
		}
	})
}

func TestNarrow_FullWidthSignsAreThoseOfTheKeyboard(t *testing.T) {
	for wide, want := range map[string]string{"ＡＢＣ１２３": "ABC123", "００３／ＰＫＳ": "003/PKS", "Klinik": "Klinik", "！～": "!~", "漢字": "漢字"} {
		if got := model.Narrow(wide); got != want {
			t.Errorf("%q becomes %q", wide, got)
		}
	}
}

// TestCompareNames_IsAnOrder: a sorting that contradicts itself loses rows of a list.
func TestCompareNames_IsAnOrder(t *testing.T) {
	names := rapid.StringOfN(rapid.SampledFrom([]rune("abAB éÉ019.'-ñß")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		a := names.Draw(t, "a")
		b := names.Draw(t, "b")
		c := names.Draw(t, "c")
		if x, y := model.CompareNames(a, b), model.CompareNames(b, a); cmp.Compare(x, 0) != -cmp.Compare(y, 0) {
			t.Fatalf("%q and %q stand before each other: %d, %d", a, b, x, y)
		}
		if model.CompareNames(a, b) <= 0 && model.CompareNames(b, c) <= 0 && model.CompareNames(a, c) > 0 {
			t.Fatalf("%q, %q, %q go round in a circle", a, b, c)
		}
		if (model.CompareNames(a, b) == 0) != (a == b) {
			t.Fatalf("%q and %q have one place", a, b)
		}
	})
}

func TestSortKey_NumbersStandInTheOrderOfTheirSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Int64Range(0, 1<<62).Draw(t, "a")
		b := rapid.Int64Range(0, 1<<62).Draw(t, "b")
		x := "Puskesmas " + strings.ReplaceAll(dotted(a), ".", "")
		y := "Puskesmas " + strings.ReplaceAll(dotted(b), ".", "")
		if got := cmp.Compare(model.SortKey(x), model.SortKey(y)); got != cmp.Compare(a, b) {
			t.Fatalf("%s and %s: %d", x, y, got)
		}
	})
}

func TestSortKey_LettersThatAreWrittenTwoWaysStandTogether(t *testing.T) {
	for a, b := range map[string]string{"Großmann": "Grossmann", "Æsop": "Aesop", "Œuvre": "Oeuvre", "Þór": "Thor", "ÑANDÚ": "nandu",
		"Jum’at": "JUMAT", "R.S. Bunda": "r s bunda", "００7": "7"} {
		if x, y := model.SortKey(a), model.SortKey(b); x != y {
			t.Errorf("%s is sorted by %q, %s by %q", a, x, b, y)
		}
	}
}
