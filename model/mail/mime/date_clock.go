package mime

import (
	"strconv"
	"strings"
)

// parseClock reads 8:30, 08.30.15 and 08:30:15.250 at the beginning of a word and returns what follows them.
func parseClock(word string) (parts [3]int, rest string, ok bool) {
	for i := range parts {
		end := 0
		for end < len(word) && word[end] >= '0' && word[end] <= '9' {
			end++
		}

		if end == 0 || end > 2 || i > 0 && end != 2 {
			return parts, "", false
		}

		parts[i] = number(word[:end])
		word = word[end:]
		if i == 2 || word == "" || word[0] != ':' && word[0] != '.' {
			word = fraction(word)
			return parts, word, i > 0 && (word == "" || strings.ContainsRune("apz+-", rune(word[0])))
		}

		word = word[1:]
	}

	return parts, "", false
}

// fraction takes the parts of a second off.
func fraction(word string) string {
	if word == "" || word[0] != '.' && word[0] != ',' {
		return word
	}
	return strings.TrimLeft(word[1:], "0123456789")
}

// fullYear completes a year of two figures, or of three as programs of the year 2000 wrote it.
func fullYear(n, digits int) int {
	switch {
	case digits <= 2 && n < 50:
		return n + 2000
	case digits <= 3:
		return n + 1900
	}

	return n
}

// number is a figure's value; what is none has one that no date can have.
func number(digits string) int {
	if digits == "" {
		return 0
	}

	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}

	return n
}
