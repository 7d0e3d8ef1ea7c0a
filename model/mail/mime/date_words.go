package mime

import (
	"strconv"
	"strings"
)

// uncommented takes the comments out of a header value and returns the first one too.
func uncommented(value string) (text, comment string) {
	var out, first strings.Builder
	depth := 0
	closed := false
	for _, r := range value {
		switch {
		case r == '(':
			depth++
			out.WriteByte(' ')
		case r == ')' && depth > 0:
			if depth--; depth == 0 {
				closed = true
			}
		case depth == 0:
			out.WriteRune(r)
		case !closed:
			first.WriteRune(r)
		}
	}

	return out.String(), strings.TrimSpace(first.String())
}

// months are the beginnings of the months' names in English and Indonesian and their customary short forms.
func months() []string {
	return []string{"jan", "feb peb", "mar", "apr", "may mei", "jun", "jul", "aug agu agt ags agst", "sep", "oct okt", "nov nop", "dec des"}
}

// monthOf returns the number of a month's name in lower case, or 0.
func monthOf(word string) int {
	word = strings.TrimRight(word, ".")
	if len(word) < 3 || len(word) > 9 || strings.ContainsAny(word, "0123456789:+-") || weekday(word) {
		return 0
	}

	for i, forms := range months() {
		for _, form := range strings.Fields(forms) {
			if strings.HasPrefix(word, form) {
				return i + 1
			}
		}
	}

	return 0
}

// monthName is the short name of a month in figures; what is none has a name that is none.
func monthName(figures string) string {
	n := number(figures)
	if n < 1 || n > 12 {
		return "0"
	}
	return strings.Fields(months()[n-1])[0]
}

// weekday reports whether a word in lower case is a weekday in English or Indonesian, whole or short.
func weekday(word string) bool {
	word = strings.NewReplacer("'", "", "’", "", ".", "").Replace(word)
	for day := range strings.FieldsSeq("monday tuesday wednesday thursday friday saturday sunday " +
		"senin selasa rabu kamis jumat sabtu minggu ahad") {
		if len(word) >= 2 && strings.HasPrefix(day, word) && word != "mar" {
			return true
		}
	}

	return false
}

// zones are the offsets from Greenwich in hours of the zones whose names mean one thing: those of RFC 5322, of Indonesia
// and of its neighbours.
func zones() map[string]int {
	return map[string]int{"ut": 0, "utc": 0, "gmt": 0, "z": 0, "wib": 7, "wita": 8, "wit": 9, "sgt": 8, "myt": 8, "hkt": 8, "pht": 8, "awst": 8,
		"ict": 7, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "wet": 0, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
		"msk": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
		"asia/jakarta": 7, "asia/pontianak": 7, "asia/makassar": 8, "asia/ujung_pandang": 8, "asia/jayapura": 9, "asia/singapore": 8,
		"asia/kuala_lumpur": 8}
}

// zoneOf returns the seconds east of Greenwich that a word in lower case means: an offset, a name, both, or the letter of
// a military zone.
func zoneOf(word string) (seconds int, ok bool) {
	if before, _, more := strings.Cut(word, "["); more && before != "" {
		word = before
	}

	if sign := strings.IndexAny(word, "+-"); sign >= 0 {
		if _, known := zones()[word[:sign]]; sign > 0 && !known {
			return 0, false
		}
		return parseOffset(word[sign:])
	}

	if hours, known := zones()[word]; known {
		return hours * 3600, true
	}

	if len(word) == 1 {
		// J is the watcher's own zone, which says nothing.
		if at := strings.IndexByte("yxwvutsrqponzabcdefghiklm", word[0]); at >= 0 {
			return (at - 12) * 3600, true
		}
	}

	return 0, false
}

// parseOffset reads +0700, +07:00, +07.00, +07, +7 and -0330.
func parseOffset(text string) (seconds int, ok bool) {
	digits := strings.NewReplacer(":", "", ".", "").Replace(text[1:])
	if len(digits) == 1 || len(digits) == 2 {
		digits += "00"
	}

	n, err := strconv.Atoi(digits)
	if err != nil || digits[0] < '0' || digits[0] > '9' || len(digits) > 4 || n%100 > 59 || n > 1400 {
		return 0, false
	}

	seconds = (n/100*60 + n%100) * 60
	if text[0] == '-' {
		seconds = -seconds
	}

	return seconds, true
}
