package terms

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Match turns typed text into a full-text query: every word, or beginning of a word, must occur. A number of a letter is
// one thing, with or without its zeros; a telephone is found as it is shown, and a paper by the name of its file.
// Text without a letter or digit asks for nothing.
func Match(text string) string {
	text = strings.TrimSpace(model.Narrow(model.Plain(strings.ToValidUTF8(text, " "))))
	pieces := withoutLabels(chunks(strings.ReplaceAll(text, "\n", " ")))
	var all []string
	for _, piece := range pieces {
		if m := matchPiece(piece); m != "" {
			all = append(all, m)
		}
	}

	query := strings.Join(all, " AND ")
	if query == "" {
		return ""
	}

	var other []string
	for _, n := range typedPhones(text) {
		other = append(other, quoted(n)+"*")
	}

	return strings.Join(append([]string{query}, append(other, matchFile(text)...)...), " OR ")
}

// withoutLabels leaves out what people write before a number: "No. 5/PKS".
func withoutLabels(pieces []string) []string {
	if len(pieces) > 1 && numbered(pieces[1]) && slices.Contains([]string{"no", "nomor", "nomer", "number"}, strings.ToLower(strings.TrimRight(pieces[0], ".:"))) {
		return pieces[1:]
	}
	return pieces
}

// matchPiece looks for one piece of text between blanks.
func matchPiece(piece string) string {
	words := wordsOf(piece)
	if len(words) == 0 {
		return ""
	}

	if numbered(piece) {
		for _, label := range []string{"no", "nomor", "nomer"} {
			if n := len(label); len(piece) > n && strings.EqualFold(piece[:n], label) && strings.ContainsAny(piece[n:n+1], ".:") {
				piece = piece[n+1:]
			}
		}

		plain := model.NumberWords(piece)
		return oneOf(quoted(strings.Join(words, " "))+"*", quoted(strings.Join(plain, " "))+"*")
	}

	begin := make([]string, len(words))
	for i, word := range words {
		begin[i] = quoted(word) + "*"
	}

	if joined := joinedWord(piece); joined != "" {
		return oneOf(strings.Join(begin, " AND "), quoted(joined)+"*")
	}
	return strings.Join(begin, " AND ")
}

func quoted(words string) string { return `"` + words + `"` }

func oneOf(a, b string) string {
	if a == b {
		return a
	}
	return "((" + a + ") OR (" + b + "))"
}

// typedPhones are the telephone numbers that a typed text is, as the index has them: whole ones as they are shown, or the
// first five digits or more of one.
func typedPhones(text string) (found []string) {
	digits := func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}
	if utf8.RuneCountInString(strings.Map(digits, text)) < 5 {
		return nil // most texts: the expressions are slow to build
	}

	if stored, ps := model.Phone(text); ps.Errors() == nil {
		for part := range strings.SplitSeq(stored, " / ") {
			number, _, _ := strings.Cut(part, " ")
			if n := dialled(number); len(n) >= 5 {
				found = append(found, n)
			}
		}
		return found
	}

	if regexp.MustCompile(`^[+(]*\d[\d .()-]*$`).MatchString(text) {
		if n := dialled(text); len(n) >= 5 {
			found = append(found, n)
		}
	}

	return found
}

// matchFile looks for the number in the name of one of our papers: PKS-003-KLN-SM-XII-2024-rangkap-1.pdf. The type stands
// in front there; in the number it may stand anywhere.
func matchFile(text string) (found []string) {
	if !namesFile(text) {
		return nil
	}

	m := paperFile().FindStringSubmatch(text)
	if m == nil {
		return nil
	}

	kind := strings.Join(model.NumberWords(m[1]), " ")
	rest := model.NumberWords(m[2])
	if len(rest) < 3 || len(rest) > 12 {
		return nil
	}

	for i := range len(rest) + 1 {
		words := append(append(append([]string{}, rest[:i]...), kind), rest[i:]...)
		found = append(found, quoted(strings.Join(words, " ")))
	}

	return found
}

// paperFile is the name of a file of a paper: its type, its number, and what may stand behind.
func paperFile() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:.*[/\\])?([a-z]{2,4}(?:[-_](?:akh|pgk))?)[-_ ]([^\s/]*?\d[^/]*?)(?:[-_ ](?:rangkap|sesi)[-_ ]\d+)?(?: ?\(\d+\))?(?:\.[a-z]{3,4})?$`)
}

// namesFile reports whether a text can be the name of a paper: it has a digit, and somewhere begins with two to four letters and a
// line. It saves most texts the expression, which is slow to build.
func namesFile(text string) bool {
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}

	letters := 0 // since the beginning or the last slash; below 0 where something else has come
	for _, r := range text {
		switch {
		case r == '/' || r == '\\':
			letters = 0
		case r > unicode.MaxASCII:
			return true
		case strings.ContainsRune("-_ ", r) && letters >= 2 && letters <= 4:
			return true
		case letters >= 0 && unicode.IsLetter(r):
			letters++
		default:
			letters = -1
		}
	}
	return false
}

// mostEndings is how many whole words may stand for the beginning of one.
const mostEndings = 3

// Sharper puts whole words for the beginnings in a query of Match, where there are few. The index knows at once in which records
// a whole word occurs, but has to join the lists of all words with the same beginning, however rare the other words of the query.
func Sharper(ctx context.Context, q sqlite.Querier, table, match string) (string, error) {
	var failed error
	match = regexp.MustCompile(`"([^"]* )?([a-zA-Z0-9]{3,})"\*`).ReplaceAllStringFunc(match, func(phrase string) string {
		words := strings.Trim(phrase, `"*`)
		begin := strings.ToLower(words[strings.LastIndexByte(words, ' ')+1:])
		found, err := endings(ctx, q, table, begin)
		failed = errors.Join(failed, err)
		if len(found) == 0 || len(found) > mostEndings {
			return phrase
		}

		for i, word := range found {
			found[i] = quoted(words[:len(words)-len(begin)] + word)
		}
		return "(" + strings.Join(found, " OR ") + ")"
	})

	return match, failed
}

// endings are the words of the index that begin with some letters and digits, or one more than there may be. The next word is found
// from the one before with the least letter behind it, because the index would read all places of that one to go on.
func endings(ctx context.Context, q sqlite.Querier, table, begin string) (words []string, err error) {
	beyond := begin[:len(begin)-1] + string(begin[len(begin)-1]+1)
	for from := begin; len(words) <= mostEndings; {
		var word string
		err := sqlite.One(ctx, q, "SELECT term FROM "+table+"_terms WHERE term >= ? AND term < ? LIMIT 1", []any{from, beyond}, &word)
		if errors.Is(err, model.ErrNotFound) {
			return words, nil
		}
		if err != nil {
			return nil, err
		}
		words, from = append(words, word), word+"0"
	}
	return words, nil
}
