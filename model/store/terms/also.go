// Package terms says by which words a record is found, and turns what is typed into a full-text query. It knows no record.
package terms

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"jejaring/model"
)

// Also adds to a text what it is looked for by as well: its numbers without zeros in front, its telephones as they are
// dialled here, and words that a sign stands in (Ma'arif, e-mail) without it.
func Also(text string) string {
	plain := model.Narrow(model.Plain(text))
	more := []string{text}
	if plain != text {
		more = append(more, plain)
	}

	for _, chunk := range chunks(plain) {
		if !strings.ContainsAny(chunk, "'-./_") {
			continue
		}
		if word := joinedWord(chunk); word != "" {
			more = append(more, word)
		}
		if words := model.NumberWords(chunk); numbered(chunk) && !slices.Equal(words, fold(chunk)) {
			more = append(more, strings.Join(words, " "))
		}
	}

	return strings.Join(append(more, phones(plain)...), "\n")
}

// chunks are the pieces of a text between blanks; a number with blanks around its slashes is one.
func chunks(text string) []string {
	if strings.Contains(text, " /") || strings.Contains(text, "/ ") || strings.Contains(text, "\n/") || strings.Contains(text, "/\n") {
		text = regexp.MustCompile(`[ \n]*/[ \n]*`).ReplaceAllString(text, "/")
	}
	return strings.Fields(text)
}

// fold are the words that the index makes of a piece of text.
func fold(chunk string) []string {
	return strings.Fields(strings.ToUpper(strings.Join(wordsOf(chunk), " ")))
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) })
}

// numbered reports whether a piece of text can be a number of a letter: parts with a line between, one of them of digits.
func numbered(chunk string) bool {
	return len(chunk) <= 100 && strings.ContainsAny(chunk, "/-_.") && strings.ContainsAny(chunk, "0123456789") && len(wordsOf(chunk)) > 1
}

// joinedWord is a word of letters without the signs inside it, or "" when there are none.
func joinedWord(chunk string) string {
	chunk = strings.TrimFunc(chunk, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	joined := strings.NewReplacer("'", "", "-", "", ".", "").Replace(chunk)
	if joined == chunk || len(joined) > 60 || strings.ContainsFunc(joined, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		return ""
	}
	return joined
}

// phones are the telephone numbers in a text as they are dialled without the zero in front.
func phones(text string) (found []string) {
	if !dialling(text) {
		return nil
	}

	for _, hit := range telephone().FindAllString(text, 50) {
		if n := dialled(hit); len(n) >= 7 && len(n) <= 13 {
			found = append(found, n)
		}
	}

	return found
}

// telephone is a number as it is written here.
func telephone() *regexp.Regexp { return regexp.MustCompile(`(?:\+62|\b62|\(?\b0)[\d .()-]{6,22}\d`) }

// dialling reports whether a text can have a telephone number in it: enough digits with nothing but blanks and signs between. It saves
// most texts the expression, which is slow to build.
func dialling(text string) bool {
	const least = 7
	digits := 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune(" .()-+", r):
			digits = 0
		}
		if digits >= least {
			return true
		}
	}
	return false
}

// dialled is a telephone number without country and zero: 81200010101 of 0812-0001-0101 and of +62 812 0001 0101.
func dialled(text string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, strings.Replace(text, "(0)", "", 1))
	digits = strings.TrimPrefix(digits, "00")
	if strings.HasPrefix(strings.TrimLeft(text, " ("), "+") || strings.HasPrefix(digits, "62") && len(digits) > 8 {
		digits = strings.TrimPrefix(digits, "62")
	}

	return strings.TrimLeft(digits, "0")
}
