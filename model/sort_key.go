package model

import (
	"fmt"
	"strings"
	"unicode"
)

// SortKey is what names are sorted by: case, accents and signs say nothing, and numbers count as such, so that 2 stands
// before 10 and É beside E.
func SortKey(name string) string {
	var b strings.Builder
	runes := []rune(strings.ToLower(Narrow(Plain(name))))
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case r >= '0' && r <= '9':
			end := i
			for end < len(runes) && runes[end] >= '0' && runes[end] <= '9' {
				end++
			}
			digits := strings.TrimLeft(string(runes[i:end]), "0")
			fmt.Fprintf(&b, "%02d%s", min(len(digits), 99), digits)
			i = end - 1
		case r == '\'' || r == '"' || unicode.IsMark(r):
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			b.WriteString(withoutAccent(r))
		default:
			b.WriteByte(' ')
		}
	}

	return strings.Join(strings.Fields(b.String()), " ")
}

// CompareNames orders two names as SortKey does; names that differ in accents alone keep an order too.
func CompareNames(a, b string) int {
	if c := strings.Compare(SortKey(a), SortKey(b)); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

// withoutAccent is the letter that a Latin letter with an accent is sorted beside.
func withoutAccent(r rune) string {
	if r < 0x80 {
		return string(r)
	}

	const plain = "aàáâãäåāăąǎạảấầẩẫậắằẳẵặ cçćĉċč dďđ eèéêëēĕėęěẹẻẽếềểễệ gĝğġģ hĥħ iìíîïĩīĭįıǐỉị jĵ kķ lĺļľŀł nñńņňŉ oòóôõöøōŏőǒọỏốồổỗộớờởỡợơ " +
		"rŕŗř sśŝşšș tţťŧț uùúûüũūŭůűųưǔụủứừửữự wŵẁẃẅ yýÿŷỳỵỷỹ zźżž"
	for group := range strings.FieldsSeq(plain) {
		if strings.ContainsRune(group[1:], r) {
			return group[:1]
		}
	}

	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	}

	return string(r)
}
