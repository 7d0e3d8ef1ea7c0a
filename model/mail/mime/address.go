package mime

import "strings"

// address is a mail address with the name that the sender gave it.
type address struct {
	name, email string
	others      []string // further addresses beside it, where there may be one
	hidden      bool     // the address stood in an encoded word, where none may be
}

// addresses reads an address list, well-formed or not. Groups lose their name, a comment behind an address becomes its
// name, and a name with commas ("dr. Sari, Sp.PD <sari@…>") is one name, though it should have been quoted.
func addresses(value string) []address {
	const most = 1000

	var list []address
	name := ""
	items := splitList(value)
	for i, item := range items {
		if beginsName(items[i:]) {
			name += item.text + item.sep
			continue
		}

		if a := readAddress(name + item.text); (a.email != "" || a.name != "") && len(list) < most {
			list = append(list, a)
		}

		name = ""
	}

	return list
}

// beginsName reports whether a list begins with a name or a degree that belongs to an address behind it.
func beginsName(items []listItem) bool {
	const degrees = 8

	for i := 0; i < min(len(items), degrees); i++ {
		if strings.Contains(items[i].text, "@") {
			return i > 0
		}
		if items[i].sep == "" || !nameOnly(items[i].text) {
			return false
		}
	}

	return false
}

// nameOnly reports whether there is something that is part of no address.
func nameOnly(item string) bool {
	return strings.TrimSpace(item) != "" && !strings.ContainsAny(item, "@<>")
}

// emailsOf are the addresses of a list without their names.
func emailsOf(value string) []string {
	var list []string
	for _, a := range addresses(value) {
		if a.email != "" {
			list = append(list, a.email)
		}
	}

	return list
}

// listItem is a part of a list and the sign that ends it.
type listItem struct{ text, sep string }

// splitList cuts at commas and semicolons outside of quotes, comments and angle brackets. What is opened and never
// closed is a sign like others.
func splitList(value string) []listItem {
	var items []listItem
	start := 0
	angle := false
	addressed := false
	groups := strings.LastIndexByte(value, ';') // what a colon begins ends here at the latest

	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == '"' || c == '(' && !angle:
			i += closing(value[i:])
		case c == '<':
			angle = strings.IndexByte(value[i:], '>') > 0
		case c == '>':
			angle = false
		case c == '@':
			addressed = true // a colon behind it begins no group
		case (c == ',' || c == ';') && !angle:
			items = append(items, listItem{value[start:i], string(c)})
			start = i + 1
			addressed = false
		case c == ':' && !angle && !addressed && i < groups:
			start = i + 1
		}
	}

	return append(items, listItem{text: value[start:]})
}

// closing returns the place of the sign that closes the quote or the comment at the beginning of s, or 0. It looks no
// further than a name may reach.
func closing(s string) int {
	const most = 2000

	depth := 0
	for i := 0; i < min(len(s), most); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case s[0] == '"':
			if c == '"' && i > 0 {
				return i
			}
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}

	return 0
}
