package translations_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// readIndonesian and readEnglish read numbers in words; they know nothing of how the package writes them.
func readIndonesian(text string) int64 {
	digit := map[string]int64{"nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
		"delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11}
	power := map[string]int64{"ribu": 1e3, "juta": 1e6, "miliar": 1e9, "triliun": 1e12}
	var total, below, last int64
	for _, word := range strings.Fields(text) {
		switch {
		case word == "belas":
			last += 10
		case word == "puluh":
			below, last = below+last*10, 0
		case word == "ratus":
			below, last = below+last*100, 0
		case word == "seratus":
			below += 100
		case word == "seribu":
			total += 1000
		case power[word] > 0:
			total, below, last = total+(below+last)*power[word], 0, 0
		default:
			last = digit[word]
		}
	}

	return total + below + last
}

func readEnglish(text string) int64 {
	value := map[string]int64{}
	for i, word := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
		"fifteen sixteen seventeen eighteen nineteen") {
		value[word] = int64(i)
	}

	for i, word := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		value[word] = int64(i+2) * 10
	}

	power := map[string]int64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
	var total, below int64
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' }) {
		switch {
		case word == "hundred":
			below *= 100
		case power[word] > 0:
			total, below = total+below*power[word], 0
		default:
			below += value[word]
		}
	}

	return total + below
}

func TestNumbersInWordsReadBack(t *testing.T) {
	id := words(t, "id")
	en := words(t, "en")
	whole := func(t interface{ Fatalf(string, ...any) }, n int64) {
		a := id.Number(n)
		b := en.Number(n)
		if readIndonesian(a) != n || readEnglish(b) != n {
			t.Fatalf("%d: %q, %q", n, a, b)
		}
		if strings.Contains(" "+a, " satu ribu") && n < 2000 || strings.Contains(a, "sejuta") || strings.Contains(a, "  ") {
			t.Fatalf("%d: %q", n, a)
		}
	}
	for n := range int64(20_000) {
		whole(t, n)
	}

	rapid.Check(t, func(t *rapid.T) { whole(t, rapid.Int64Range(0, 1e15-1).Draw(t, "n")) })
}

func TestNumbersBelowZeroAndBeyondTrillions(t *testing.T) {
	id := words(t, "id")
	en := words(t, "en")
	for _, c := range []struct{ got, want string }{
		{id.Number(-7), "minus tujuh"}, {en.Number(-21), "minus twenty-one"},
		{id.Number(1e15), "satu kuadriliun"}, {en.Number(1e18), "one quintillion"},
		{id.Number(-1 << 63), "minus sembilan kuintiliun dua ratus dua puluh tiga kuadriliun tiga ratus tujuh puluh dua triliun " +
			"tiga puluh enam miliar delapan ratus lima puluh empat juta tujuh ratus tujuh puluh lima ribu delapan ratus delapan"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestMoneyIsGroupedInThrees(t *testing.T) {
	id := words(t, "id")
	rapid.Check(t, func(t *rapid.T) {
		sen := rapid.Int64Range(0, 1e17).Draw(t, "sen")
		text := id.Money(sen)
		if digits := strings.NewReplacer("Rp", "", ".", "", ",", "").Replace(text); digits != fmt.Sprintf("%03d", sen) {
			t.Fatalf("%d: %q", sen, text)
		}
	})
}
