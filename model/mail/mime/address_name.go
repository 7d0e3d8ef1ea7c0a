package mime

import "strings"

// emailOf returns an address without blanks, route and scheme, or "" when it cannot be one.
func emailOf(s string) string {
	s, _ = withoutComments(s)
	s = oneLine(HeaderText(strings.Join(strings.Fields(s), "")), 254)
	if len(s) > 7 && strings.EqualFold(s[:7], "mailto:") {
		s = s[7:]
	}

	if strings.HasPrefix(s, "@") {
		_, s, _ = strings.Cut(s, ":")
	}

	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("<> \"", r) {
			return -1
		}
		return r
	}, s)

	s = strings.Trim(s, ".,;:'[]")
	if at := strings.LastIndexByte(s, '@'); at <= 0 || at == len(s)-1 {
		return ""
	}

	return s
}

// personName is a name without the quotes around it or its parts.
func personName(s string) string {
	s = oneLine(HeaderText(unquoted(strings.TrimSpace(s))), 300)
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	return s
}

// unquoted takes the quotes off that have an end, and the signs that protect others inside of them.
func unquoted(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		end := 0
		if s[i] == '"' {
			end = closing(s[i:])
		}

		if end == 0 {
			out.WriteByte(s[i])
			continue
		}

		for j := i + 1; j < i+end; j++ {
			if s[j] == '\\' && j+1 < i+end {
				j++
			}
			out.WriteByte(s[j])
		}

		i += end
	}

	return out.String()
}
