package mail

import (
	"slices"
	"strings"
	"unicode"

	"jejaring/model"
)

// find returns what the numbers of the first passage stand for that has any.
func (x numberIndex) find(in []passage) []model.NumberTarget {
	for _, p := range in {
		hits := x.written(p.text)
		for _, short := range p.short {
			hits = append(hits, x.spoken(short)...)
		}

		var found []model.NumberTarget
		for _, t := range hits {
			if !slices.ContainsFunc(found, func(old model.NumberTarget) bool { return old.Number == t.Number }) {
				found = append(found, t)
			}
		}

		if len(found) > 0 {
			return found
		}
	}

	return nil
}

func invisible(r rune) bool { return r == '\u200b' || r == '\u2060' || r == '\ufeff' }

// candidates returns the letter numbers of a text: what the finder of the brief matches, and every word with a slash for
// clinics with a pattern of their own.
func (x numberIndex) candidates(text string) []string {
	if !strings.Contains(text, "/") {
		return nil
	}

	var found []string
	if strings.Contains(text, "/20") {
		found = x.finder.FindAllString(text, 200)
	}

	for word := range strings.FieldsSeq(text) {
		if word = strings.Trim(word, ".,;:()[]<>\"'!?“”‘’*"); strings.Contains(word, "/") && len(word) <= 100 {
			found = append(found, word)
		}
	}

	return found
}

// findTheirs looks for a number that a partner gave to an agreement. Such numbers have no fixed shape, so each is searched
// for as it is, blanks apart.
func (x numberIndex) findTheirs(in []passage) (model.NumberTarget, bool) {
	if len(x.packed) == 0 {
		return model.NumberTarget{}, false
	}

	for _, p := range in {
		for _, number := range x.candidates(p.text) {
			if target, ok := x.keys[model.NumberKey(number)]; ok {
				return target, true
			}
		}

		packed, starts := pack(p.text)
		for _, n := range x.packed {
			if len(n.text) >= 6 && strings.ContainsFunc(n.text, unicode.IsDigit) && standsAlone(packed, starts, n.text) {
				return n.target, true
			}
		}

		for _, short := range p.short {
			if hits := x.spoken(short); len(hits) > 0 {
				return hits[0], true
			}
		}
	}

	return model.NumberTarget{}, false
}

// pack returns a text in capitals without blanks, and for each byte whether a word begins there.
func pack(text string) (string, []bool) {
	var packed strings.Builder
	var starts []bool
	start := true
	for _, r := range strings.ToUpper(text) {
		if unicode.IsSpace(r) || invisible(r) {
			start = true
			continue
		}

		plain := !unicode.IsLetter(r) && !unicode.IsDigit(r)
		n, _ := packed.WriteRune(r)
		for i := range n {
			starts = append(starts, i == 0 && (start || plain))
		}

		start = plain
	}

	return packed.String(), append(starts, true) // behind the end a word may begin, too
}

// standsAlone reports whether a number occurs as a word of its own.
func standsAlone(packed string, starts []bool, key string) bool {
	for at := 0; ; at++ {
		found := strings.Index(packed[at:], key)
		if found < 0 {
			return false
		}

		if at += found; starts[at] && starts[at+len(key)] {
			return true
		}
	}
}
