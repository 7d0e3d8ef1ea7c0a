package model

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// NumberKey is what all ways of writing one letter number have in common: 003/PKS/KLN-SM/XII/2024, "3 / pks / kln–sm /
// xii / 2024" and 003_PKS_KLN-SM_XII_2024 have one key. Zeros in front, the kind of line between the parts, blanks and the
// case of letters say nothing. A text without a letter or digit has no key.
func NumberKey(number string) string { return strings.Join(NumberWords(number), "/") }

// NumberWords are the parts that NumberKey compares: runs of letters and runs of digits.
func NumberWords(number string) []string {
	var words []string
	letters, last := false, ' '
	for _, r := range strings.ToUpper(Narrow(Plain(number))) {
		letter := unicode.IsLetter(r) || unicode.IsMark(r)
		digit := unicode.IsDigit(r)
		switch {
		case !letter && !digit:
		case last == ' ' || letter != letters:
			words = append(words, string(r))
		default:
			words[len(words)-1] += string(r)
		}

		last, letters = ' ', letter
		if letter || digit {
			last = r
		}
	}

	for i, word := range words {
		words[i] = withoutZeros(word)
	}

	return words
}

// withoutZeros takes the zeros off the front of a number; of nothing but zeros one stays.
func withoutZeros(word string) string {
	if strings.Trim(word, "0123456789") != "" {
		return word
	}
	return max("0", strings.TrimLeft(word, "0"))
}

// PaperKey is the key of one of our papers as its file is named: the type in front, then the number without its type
// (PKS-003-KLN-SM-XII-2024.pdf), by which a paper that comes back is known.
func PaperKey(docType DocumentCode, number string) string {
	return paperKey(NumberWords(string(docType)), NumberWords(number))
}

// paperKey leaves every word of the type out of the number, as the name of a file does.
func paperKey(kind, words []string) string {
	rest := slices.DeleteFunc(slices.Clone(words), func(word string) bool { return slices.Contains(kind, word) })
	return strings.Join(kind, "/") + ":" + strings.Join(rest, "/")
}

// PaperKeys are the keys of our papers that the name of a file can stand for, the longest first. What people and programs
// add to a name (Scan …, … (1), … ttd, -rangkap-2) does no harm: every run of words in it is tried.
func PaperKeys(name string) []string {
	const most = 24 // words of a name; the longest of our own have about twelve
	words := NumberWords(name)
	words = words[:min(len(words), most)]
	var keys []string
	for size := len(words); size >= 3; size-- {
		for from := 0; from+size <= len(words); from++ {
			kind := words[from : from+1]
			if !unicode.IsLetter([]rune(kind[0])[0]) {
				continue
			}
			keys = append(keys, paperKey(kind, words[from+1:from+size]))
			if kind := words[from : from+2]; size > 3 && unicode.IsLetter([]rune(kind[1])[0]) { // SPB-AKH
				keys = append(keys, paperKey(kind, words[from+2:from+size]))
			}
		}
	}

	return keys
}

// ReadInt reads a whole number as it is typed: 1250, 1.250 and 1 250 are one; a percent sign behind it says nothing new.
// Empty text is 0.
func ReadInt(text string) (int, bool) {
	text = bareNumber(text)
	if matches(`^-?\d{1,3}(\.\d{3})+$`, text) {
		text = strings.ReplaceAll(text, ".", "")
	}
	if text == "" {
		return 0, true
	}
	if !matches(`^-?\d+$`, text) {
		return 0, false
	}

	n, err := strconv.Atoi(text)
	return n, err == nil
}

// ReadDecimal reads a number with a decimal comma or point: 12,5, 12.5 and 1.250,75. Points alone that stand before each
// three digits divide thousands, as in all amounts here: 1.250 is one thousand two hundred and fifty. Empty text is 0.
func ReadDecimal(text string) (float64, bool) {
	text = bareNumber(text)
	switch {
	case text == "":
		return 0, true
	case matches(`^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$`, text):
		text = strings.ReplaceAll(text, ".", "")
	case !matches(`^-?\d+([.,]\d+)?$`, text):
		return 0, false
	}

	n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	return n, err == nil && !math.IsInf(n, 0)
}

// bareNumber takes out what only goes with a number: blanks between digits, a percent sign.
func bareNumber(text string) string {
	return strings.Join(strings.Fields(strings.TrimSuffix(strings.TrimSpace(Plain(text)), "%")), "")
}
