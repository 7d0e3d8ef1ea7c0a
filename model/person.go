package model

import (
	"slices"
	"strings"
)

// SplitName divides a name as it is written into title, name and degrees: "dr. Ani Lestari, Sp.A".
func SplitName(full string) (prefix, name, suffix string) {
	name, suffix, _ = strings.Cut(strings.TrimSpace(full), ",")
	words := strings.Fields(name)
	for len(words) > 1 && isTitle(words[0]) {
		prefix, words = strings.TrimSpace(prefix+" "+words[0]), words[1:]
	}
	return prefix, strings.Join(words, " "), strings.TrimSpace(suffix)
}

// isTitle reports whether a word stands before names: it ends in a dot and is more than an initial, or is a customary one.
func isTitle(word string) bool {
	low := strings.ToLower(word)
	if slices.Contains([]string{"dr", "drg", "prof", "h.", "hj.", "ns", "apt", "ir"}, low) {
		return true
	}
	return strings.HasSuffix(word, ".") && len(word) > 2
}

// ProfessionOf guesses a profession by title and degrees; "lainnya" when they tell nothing.
func ProfessionOf(prefix, suffix string) string {
	words := strings.Fields(strings.ToLower(prefix))
	has := func(titles ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(titles, w) })
	}
	specialist := strings.Contains(strings.ReplaceAll(strings.ToLower(suffix), " ", ""), "sp.")
	degrees := strings.ToLower(suffix)

	switch {
	case has("drg.", "drg"):
		return "dokter_gigi"
	case has("dr.", "dr") && specialist:
		return "dokter_spesialis"
	case strings.HasPrefix(prefix, "dr"):
		return "dokter"
	case has("apt.", "apt"), strings.Contains(degrees, "apt"):
		return "apoteker"
	case has("ns.", "ns"), strings.Contains(degrees, "kep"):
		return "perawat"
	case strings.Contains(degrees, "keb"):
		return "bidan"
	}

	return "lainnya"
}

// SamePerson reports whether two ways of writing a name are one: case, blanks and dots make no difference.
func SamePerson(a, b string) bool {
	plain := func(s string) string {
		return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" .,\u00a0", r) }), " "))
	}
	return plain(a) == plain(b)
}
