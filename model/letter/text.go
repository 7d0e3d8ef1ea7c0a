package letter

import (
	"strings"
	"unicode"
)

// Marks inside composed text. Values of records are cleaned of control characters, so they can never contain them.
const (
	valueMark = "\x1f" // begins a value: what follows is text, never layout
	gapMark   = "\x1e" // encloses the field of a missing value
	barMark   = "\x1c" // a bar in a value
)

// gapText is what a missing value looks like on paper.
const gapText = "................"

// clean makes one line of printable text out of whatever stands in a record.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u2800' || r == '\u3164':
			return ' '
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == '\u034f':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(substituted(s)), " ")
}

// literal protects a cleaned value from being read as layout.
func literal(s string) string {
	if s == "" {
		return ""
	}
	return valueMark + strings.NewReplacer("**", "*"+valueMark+"*", "[[", "["+valueMark+"[", "|", barMark).Replace(s)
}

// gap stands for the missing value of a field.
func gap(field string) string { return gapMark + field + gapMark }

// plain takes the marks out of composed text and reports the fields of its gaps.
func plain(s string) (text string, gaps []string) {
	parts := strings.Split(s, gapMark)
	var b strings.Builder
	for i, p := range parts {
		if i%2 == 1 {
			gaps = append(gaps, p)
			p = gapText
		}
		b.WriteString(p)
	}
	return strings.NewReplacer(valueMark, "", barMark, "|").Replace(b.String()), gaps
}

// outsideGaps changes the text between the gaps.
func outsideGaps(s string, change func(string) string) string {
	parts := strings.Split(s, gapMark)
	for i := 0; i < len(parts); i += 2 {
		parts[i] = change(parts[i])
	}
	return strings.Join(parts, gapMark)
}

func upper(s string) string { return outsideGaps(s, strings.ToUpper) }

// title writes every word but the small ones with a capital, as the subject of a letter has it.
func title(s string) string {
	return outsideGaps(s, func(s string) string {
		words := strings.Split(s, " ")
		for i, word := range words {
			if i > 0 && strings.Contains(" dan di ke dari untuk and of the for ", " "+word+" ") {
				continue
			}
			r := []rune(word)
			for j := range r {
				if unicode.IsLetter(r[j]) {
					r[j] = unicode.ToUpper(r[j])
					break
				}
			}
			words[i] = string(r)
		}
		return strings.Join(words, " ")
	})
}

// inSentence writes a label as it stands inside a sentence: "Rujukan pasien" becomes "rujukan pasien", "CSR support" stays.
func inSentence(label string) string {
	r := []rune(label)
	if len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1]) {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
}

// office joins a position and an institution; a word that ends the one and begins the other is written once:
// "Penanggung Jawab Klinik" and "Klinik Pratama X" give "Penanggung Jawab Klinik Pratama X".
func office(position, institution string) string {
	name := strings.TrimPrefix(institution, valueMark)
	first, _, more := strings.Cut(name, " ")
	if more && strings.HasSuffix(position, " "+first) {
		return strings.TrimSuffix(position, first) + name
	}
	return position + " " + institution
}

// inList takes the mark off the end of a list item; the list sets its own.
func inList(s string) string { return strings.TrimSpace(strings.TrimRight(s, ";,. ")) }
