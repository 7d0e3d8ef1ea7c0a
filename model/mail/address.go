package mail

import "strings"

// address is a mail address with the name that the sender gave it.
type address struct{ name, email string }

// addresses reads an address list, well-formed or not. Groups lose their name, comments become names.
func addresses(value string) []address {
	const most = 1000
	var list []address
	for _, item := range splitList(value) {
		if a := readAddress(item); (a.email != "" || a.name != "") && len(list) < most {
			list = append(list, a)
		}
	}
	return list
}

func emails(value string) []string {
	var list []string
	for _, a := range addresses(value) {
		if a.email != "" {
			list = append(list, a.email)
		}
	}
	return list
}

// splitList cuts at commas and semicolons outside of quotes, comments and angle brackets.
func splitList(value string) []string {
	var items []string
	start, quote, angle, comment := 0, false, false, 0
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == '\\' && (quote || comment > 0):
			i++
		case c == '"' && comment == 0:
			quote = !quote
		case quote:
		case c == '(':
			comment++
		case c == ')' && comment > 0:
			comment--
		case c == '<':
			angle = true
		case c == '>':
			angle = false
		case (c == ',' || c == ';') && !angle && comment == 0:
			items, start = append(items, value[start:i]), i+1
		case c == ':' && !angle && comment == 0 && !strings.Contains(value[start:i], "@"):
			start = i + 1
		}
	}
	return append(items, value[start:])
}

func readAddress(item string) address {
	item = strings.TrimSpace(item)
	if open := strings.LastIndexByte(item, '<'); open >= 0 {
		inside, _, _ := strings.Cut(item[open+1:], ">")
		return address{personName(item[:open]), email(inside)}
	}
	comment := ""
	if open := strings.IndexByte(item, '('); open >= 0 {
		comment = strings.TrimSuffix(item[open+1:], ")")
		item = item[:open]
	}
	if strings.Contains(item, "@") {
		return address{personName(comment), email(item)}
	}
	return address{name: personName(item)}
}

// email returns an address without blanks, or "" when it cannot be one.
func email(s string) string {
	s = oneLine(headerText(strings.Join(strings.Fields(s), "")), 254)
	s = strings.TrimPrefix(s, "mailto:")
	if at := strings.LastIndexByte(s, '@'); at <= 0 || at == len(s)-1 || strings.ContainsAny(s, "<> \"") {
		if at < 0 {
			return ""
		}
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("<> \"", r) {
				return -1
			}
			return r
		}, s)
	}
	return s
}

func personName(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		s = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(s[1 : len(s)-1])
	}
	return oneLine(headerText(s), 300)
}
