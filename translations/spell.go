package translations

import "strings"

// Number returns n in words: "dua puluh satu", "twenty-one". Indonesian follows the customary rules for contracts:
// seratus, seribu, but never sejuta.
func (w Words) Number(n int64) string {
	size := uint64(n)
	sign := ""
	if n < 0 {
		size, sign = -size, "minus "
	}

	switch {
	case size == 0 && w.lang == "en":
		return "zero"
	case size == 0:
		return "nol"
	case w.lang == "en":
		return sign + english(size)
	}

	return sign + indonesian(size)
}

func indonesian(n uint64) string {
	const digits = ". satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
	switch {
	case n < 12:
		return strings.Fields(digits)[n]
	case n < 20:
		return indonesian(n-10) + " belas"
	case n < 100:
		return indonesian(n/10) + " puluh" + rest(n%10, indonesian)
	case n < 200:
		return "seratus" + rest(n-100, indonesian)
	case n < 1000:
		return indonesian(n/100) + " ratus" + rest(n%100, indonesian)
	case n < 2000:
		return "seribu" + rest(n-1000, indonesian)
	}

	unit, name := power(n, "ribu juta miliar triliun kuadriliun kuintiliun")
	return indonesian(n/unit) + " " + name + rest(n%unit, indonesian)
}

func english(n uint64) string {
	const digits = ". one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
		"seventeen eighteen nineteen"
	const tens = ". . twenty thirty forty fifty sixty seventy eighty ninety"
	switch {
	case n < 20:
		return strings.Fields(digits)[n]
	case n < 100 && n%10 == 0:
		return strings.Fields(tens)[n/10]
	case n < 100:
		return strings.Fields(tens)[n/10] + "-" + english(n%10)
	case n < 1000:
		return english(n/100) + " hundred" + rest(n%100, english)
	}

	unit, name := power(n, "thousand million billion trillion quadrillion quintillion")
	return english(n/unit) + " " + name + rest(n%unit, english)
}

func rest(n uint64, spell func(uint64) string) string {
	if n == 0 {
		return ""
	}
	return " " + spell(n)
}

// power returns the largest power of a thousand in n, with its name.
func power(n uint64, names string) (uint64, string) {
	unit := uint64(1000)
	name := strings.Fields(names)
	for len(name) > 1 && n/unit >= 1000 {
		unit = unit * 1000
		name = name[1:]
	}
	return unit, name[0]
}

// Ordinal returns the place in a series in words, as a title has it: "Pertama", "Kedua", "First", "Second". It counts from 1 to 99.
func (w Words) Ordinal(n int) string {
	word := "pertama"
	switch {
	case w.lang == "en":
		word = englishOrdinal(n)
	case n > 1:
		word = "ke" + indonesian(uint64(n))
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// englishOrdinal counts from 1 to 99.
func englishOrdinal(n int) string {
	const first = ". first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth " +
		"fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
	switch {
	case n <= 20:
		return strings.Fields(first)[n]
	case n%10 == 0:
		return strings.TrimSuffix(english(uint64(n)), "y") + "ieth"
	}

	return english(uint64(n/10*10)) + "-" + strings.Fields(first)[n%10]
}
