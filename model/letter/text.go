package letter

import (
	"strings"
	"unicode"

	"jejaring/model/letter/typeset"
)

// title writes every word but the small ones with a capital, as the subject of a letter has it.
func title(s string) string {
	return typeset.OutsideGaps(s, func(s string) string {
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
	name := typeset.Bare(institution)
	first, _, more := strings.Cut(name, " ")
	if more && strings.HasSuffix(position, " "+first) {
		return strings.TrimSuffix(position, first) + name
	}
	return position + " " + institution
}

// inList takes the mark off the end of a list item; the list sets its own.
func inList(s string) string { return strings.TrimSpace(strings.TrimRight(s, ";,. ")) }
