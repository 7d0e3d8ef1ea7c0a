package mail

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"jejaring/model"
)

// findNumbers returns what our own letter numbers in the message stand for: those of the new text, or else of the
// quoted text, or else of the attachments' names, in which a slash is written as a line.
func findNumbers(m model.Message, d model.Directory) []model.NumberTarget {
	for _, text := range searched(m) {
		var found []model.NumberTarget
		for _, number := range candidates(text) {
			target, ok := d.Numbers[number]
			if ok && !slices.ContainsFunc(found, func(t model.NumberTarget) bool { return t.Number == target.Number }) {
				found = append(found, target)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// searched returns the texts of a message in which numbers count, the weightiest first.
func searched(m model.Message) []string {
	fresh, quoted := Quoted(m.Body)
	var names []string
	for _, a := range m.Attachments {
		name := a.Name[strings.LastIndexAny(a.Name, `/\`)+1:]
		names = append(names, strings.ReplaceAll(strings.TrimSuffix(name, extensionOf(name)), "_", "/"))
	}
	return []string{collapse(m.Subject + "\n" + fresh), collapse(quoted), collapse(strings.Join(names, "\n"))}
}

func extensionOf(name string) string {
	if dot := strings.LastIndexByte(name, '.'); dot > 0 && len(name)-dot <= 6 {
		return name[dot:]
	}
	return ""
}

// collapse removes the blanks around slashes, also those that do not look like blanks.
func collapse(text string) string {
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

// candidates returns the normalised letter numbers of a text: what the finder of the brief matches, and every word
// with a slash for clinics with a pattern of their own.
func candidates(text string) []string {
	if !strings.Contains(text, "/") {
		return nil
	}
	var found []string
	if strings.Contains(text, "/20") {
		for _, hit := range regexp.MustCompile(model.NumberFinder).FindAllString(text, 200) {
			found = append(found, model.NormalNumber(hit))
		}
	}
	for _, word := range strings.Fields(text) {
		if word = strings.Trim(word, ".,;:()[]<>\"'!?“”‘’*"); strings.Contains(word, "/") && len(word) <= 100 {
			found = append(found, model.NormalNumber(word))
		}
	}
	return found
}

// findPartnerNumber looks for a number that a partner gave to an agreement. Such numbers have no fixed shape, so each
// is searched for as it is, blanks apart.
func findPartnerNumber(m model.Message, d model.Directory) (model.NumberTarget, bool) {
	if len(d.PartnerNumbers) == 0 {
		return model.NumberTarget{}, false
	}
	keys := slices.Sorted(maps.Keys(d.PartnerNumbers))
	for _, text := range searched(m) {
		for _, number := range candidates(text) {
			if target, ok := d.PartnerNumbers[number]; ok {
				return target, true
			}
		}
		packed, starts := pack(text)
		for _, key := range keys {
			if len(key) >= 6 && strings.ContainsFunc(key, unicode.IsDigit) && contains(packed, starts, key) {
				return d.PartnerNumbers[key], true
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

// contains reports whether a number occurs as a word of its own.
func contains(packed string, starts []bool, key string) bool {
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
