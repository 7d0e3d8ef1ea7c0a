package model

import (
	"regexp"
	"strings"
)

// Phone reads a telephone number into E.164 (+62…), or keeps a short code such as 119 as typed. What people write beside a
// number stays: an extension (+62274512345 ext. 12), who or what is reached (+6281200000001 (WA)), a further number behind a
// slash (+62274512345 / +6281200000001). A mobile number without its leading zero is accepted with a warning.
func Phone(text string) (string, Problems) {
	var numbers []string
	var warned Problems
	area := ""
	parts, ok := phoneParts(text)
	for _, part := range parts {
		number, ps := part.read(area, numbers)
		if number == "" {
			return "", wrong(CodePhone)
		}
		if ps != nil {
			warned = ps
		}
		if area == "" {
			area = areaOf(number)
		}

		numbers = append(numbers, strings.TrimSpace(number+part.extension()+part.note()))
	}

	if !ok || len(numbers) == 0 || len(numbers) > 4 {
		return "", wrong(CodePhone)
	}
	return strings.Join(numbers, " / "), warned
}

// phonePart is one number with what stands beside it.
type phonePart struct{ number, ext, beside string }

func (p phonePart) extension() string {
	if p.ext == "" {
		return ""
	}
	return " ext. " + p.ext
}

func (p phonePart) note() string {
	if p.beside == "" {
		return ""
	}
	return " (" + p.beside + ")"
}

// phoneParts divides what was typed into numbers; false when something in it is neither a number nor a word about one.
func phoneParts(text string) ([]phonePart, bool) {
	text = strings.Join(strings.Fields(strings.ReplaceAll(Plain(text), "\n", " / ")), " ")
	if oneNumber(text) { // 0274/512345
		text = strings.ReplaceAll(text, "/", " ")
	}

	text = regexp.MustCompile(`(?i)\b(?:hp|telp|tlp)\.?\s*/\s*(wa|whatsapp)\b`).ReplaceAllString(text, "$1")
	apart := regexp.MustCompile(`(?i)\s*(?:[/;,&|]|\b(?:dan|atau|and|or)\b)\s*`)
	var parts []phonePart
	for _, piece := range apart.Split(text, -1) {
		if piece == "" {
			continue
		}

		part, ok := onePhone(piece)
		if !ok {
			return nil, false
		}

		if n := len(parts); n > 0 && parts[n-1].ext != "" && matches(`^\d{1,5}$`, part.number) && part.ext == "" {
			parts[n-1].ext += "/" + part.number
			parts[n-1].beside = max(parts[n-1].beside, part.beside)
			continue
		}

		parts = append(parts, part)
	}

	return parts, true
}

// oneNumber reports whether a slash stands between the area and the number.
func oneNumber(text string) bool { return matches(`^\(?0\d{2,4}\)?\s*/\s*\d{3,4}[ .-]?\d{2,5}$`, text) }

// onePhone reads one number, what is called before it (Telp., HP, WA:), its extension and its note in brackets.
func onePhone(text string) (p phonePart, ok bool) {
	shape := regexp.MustCompile(`(?i)^(?:(no\.?\s*)?(telp|telepon|tlp|tel|phone|fax|faks|faksimile|hp|handphone|mobile|ponsel|wa|whatsapp)\b[.: ]*)?` +
		`([+(]*\d[\d .()+-]*?)\s*` +
		`(?:(?:ext|extension|ekst|eks|ekstensi|pes|pesawat|psw|x|#)\b?\s*[.:]?\s*(\d{1,6}))?\s*` +
		`(?:\(([\p{L}][\p{L}\d .'-]{0,39})\)|\b(wa|whatsapp|hp|fax|faks)\b)?\.?$`)
	m := shape.FindStringSubmatch(text)
	if m == nil {
		return p, false
	}

	p = phonePart{number: m[3], ext: m[4], beside: strings.TrimSpace(m[5] + m[6])}
	if p.beside == "" && matches(`(?i)^(wa|whatsapp|fax|faks|faksimile)$`, m[2]) {
		p.beside = m[2]
	}
	if matches(`(?i)^(wa|whatsapp)$`, p.beside) {
		p.beside = "WA"
	}

	return p, true
}

// read makes E.164 of a number. area is that of the numbers before, for one written without.
func (p phonePart) read(area string, before []string) (string, Problems) {
	n := strings.NewReplacer("(0)", "", " ", "", ".", "", "-", "", "(", "", ")", "").Replace(p.number)
	if matches(`^(1\d{2}|14\d{3}|1500\d{3})$`, n) && len(before) == 0 {
		return n, nil
	}

	var ps Problems
	switch {
	case strings.HasPrefix(n, "00"):
		n = "+" + n[2:]
	case strings.HasPrefix(n, "0"):
		n = "+62" + n[1:]
	case strings.HasPrefix(n, "62"):
		n = "+" + n
	case len(before) > 0 && matches(`^\d{1,3}$`, n): // 512345/46
		return shortened(before[len(before)-1], n), nil
	case area != "" && matches(`^[2-9]\d{4,7}$`, n): // (021) 5551234/5551235
		n = area + n
	case strings.HasPrefix(n, "8"):
		n = "+62" + n
		ps = caution(CodePhonePrefix)
	}

	if strings.HasPrefix(n, "+620") {
		n = "+62" + n[4:]
	}
	if matches(`^(\+628[1-9]\d{6,10}|\+6280[0479]\d{6,8}|\+62[2-79]\d{6,11}|\+(?:[1-57-9]\d|6[0-13-9])\d{5,13})$`, n) {
		return n, ps
	}

	return "", nil
}

// shortened writes out a number of which only the last digits were typed.
func shortened(before, end string) string {
	number, _, _ := strings.Cut(before, " ")
	if !strings.HasPrefix(number, "+62") || len(number) < 9+len(end) {
		return ""
	}
	return number[:len(number)-len(end)] + end
}

// areaOf is the country and area of a landline number: +62274.
func areaOf(number string) string {
	if !strings.HasPrefix(number, "+62") || strings.HasPrefix(number, "+628") {
		return ""
	}
	return number[:min(len(number), 2+areaLength(number))]
}

// areaLength is the length of an area with its zero: 3 for the largest cities, else 4.
func areaLength(number string) int {
	if matches(`^\+62(21|22|24|31|61)`, number) {
		return 3
	}
	return 4
}

// ShowPhone writes a stored number as people read it: 0812-3456-7890, (0274) 123456 ext. 12.
func ShowPhone(n string) string {
	parts := strings.Split(n, " / ")
	for i, part := range parts {
		number, beside, more := strings.Cut(part, " ")
		parts[i] = showNumber(number)
		if more {
			parts[i] += " " + beside
		}
	}

	return strings.Join(parts, " / ")
}

func showNumber(n string) string {
	if !strings.HasPrefix(n, "+62") {
		return n
	}

	local := "0" + n[3:]
	switch {
	case strings.HasPrefix(local, "08") && len(local) > 8:
		return local[:4] + "-" + local[4:8] + "-" + local[8:]
	case len(local) > 5:
		area := areaLength(n)
		return "(" + local[:area] + ") " + local[area:]
	}

	return local
}

// KeepPhone is what a number becomes that was shown and typed over: the stored one when nothing was changed.
func KeepPhone(before, typed string) string {
	if strings.TrimSpace(typed) == ShowPhone(before) {
		return before
	}
	return typed
}
