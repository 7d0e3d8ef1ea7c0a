package mail

import (
	"slices"
	"strings"
	"unicode"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// passagesOf are the texts of a mail in which numbers count, the weightiest first: what is new, what is quoted, what the mail
// carries, and the names of its files.
func passagesOf(m model.Message) []passage {
	fresh, quoted := mime.Quoted(m.Body)
	var names []string
	for _, a := range m.Attachments {
		name := a.Name[strings.LastIndexAny(a.Name, `/\`)+1:]
		names = append(names, strings.TrimSuffix(name, extensionOf(name)))
	}
	return []passage{{[]string{m.Subject}, collapse(m.Subject + "\n" + fresh)}, {nil, collapse(quoted)}, {nil, collapse(m.Enclosed)},
		{names, collapse(strings.ReplaceAll(strings.Join(names, "\n"), "_", "/"))}}
}

// passage is a text with the short ones in which the parts of a number may be divided by anything.
type passage struct {
	short []string
	text  string
}

// find returns what the numbers of the first place stand for that has any.
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

func extensionOf(name string) string {
	if dot := strings.LastIndexByte(name, '.'); dot > 0 && len(name)-dot <= 6 {
		return name[dot:]
	}
	return ""
}

// collapse removes the blanks around slashes, also those that do not look like blanks, and writes every dash and slash as
// the keyboard has it.
func collapse(text string) string {
	text = model.Plain(text)
	if !strings.Contains(text, "/") {
		return text
	}
	parts := strings.Split(text, "/")
	blank := func(r rune) bool { return unicode.IsSpace(r) || invisible(r) }
	for i := range parts {
		if i > 0 {
			parts[i] = strings.TrimLeftFunc(parts[i], blank)
		}
		if i < len(parts)-1 {
			parts[i] = strings.TrimRightFunc(parts[i], blank)
		}
	}
	return strings.Join(parts, "/")
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
	return packed.String(), append(starts, true)
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
