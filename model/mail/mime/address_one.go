package mime

import "strings"

// readAddress reads one address with its name. Of several in one place it takes the first and names the others.
func readAddress(item string) address {
	item = strings.TrimSpace(item)
	if a, ok := angled(item); ok {
		return a
	}

	text, behind := withoutComments(item)
	if strings.Contains(text, "@") {
		a := bareAddress(text)
		if a.name == "" {
			a.name = personName(behind)
		}
		return a
	}

	// The address may stand in an encoded word, where it must not: it is taken, and told.
	if plain := HeaderText(item); plain != item && strings.Contains(plain, "@") && !strings.Contains(plain, "=?") {
		a := readAddress(plain)
		a.hidden = a.email != ""
		return a
	}

	// <MAILER-DAEMON> and the like name somebody without an address.
	if open := strings.IndexByte(item, '<'); open >= 0 {
		name := personName(item[:open])
		if name == "" {
			name = personName(strings.Trim(item[open:], "<> "))
		}
		return address{name: name}
	}

	return address{name: personName(item)}
}

// angled reads an item with an address in angle brackets.
func angled(item string) (a address, ok bool) {
	rest := item
	at := 0 // where rest begins in item
	for !ok || rest != "" {
		open := unquotedAngle(rest)
		if open < 0 {
			break
		}

		inside := rest[open+1:]
		if shut := strings.IndexAny(inside, "<>"); shut >= 0 {
			inside = inside[:shut]
		}

		found := ""
		if strings.Contains(inside, "@") {
			found = emailOf(inside)
		}

		switch {
		case found == "":
		case !ok:
			a = address{name: personName(strings.TrimRight(item[:at+open], "< ")), email: found}
			ok = true
		default:
			a.others = append(a.others, found)
		}

		next := open + 1 + len(inside)
		rest = rest[next:]
		at += next
	}

	return a, ok
}

// unquotedAngle returns the place of the first angle bracket outside of quotes, or -1.
func unquotedAngle(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			i += closing(s[i:])
		case '<':
			return i
		}
	}

	return -1
}

// withoutComments takes the comments out of an address and returns the last of them when it stands behind it.
func withoutComments(s string) (text, behind string) {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '"' || s[i] == '(' {
			if end := closing(s[i:]); end > 0 {
				if s[i] == '"' {
					out.WriteString(s[i : i+end+1])
				} else if strings.TrimSpace(s[i+end+1:]) == "" {
					behind = s[i+1 : i+end]
				}

				i += end
				continue
			}
		}

		// A comment that nobody closed goes on to the end.
		if s[i] == '(' {
			return out.String(), s[i+1:]
		}

		out.WriteByte(s[i])
	}

	return out.String(), behind
}

// bareAddress reads an address without angle brackets, with a name before or behind it or with none.
func bareAddress(text string) address {
	text = strings.ReplaceAll(strings.ReplaceAll(strings.Join(strings.Fields(text), " "), " @", "@"), "@ ", "@")
	var a address
	var name []string
	for _, word := range strings.Fields(text) {
		found := ""
		if strings.Contains(word, "@") {
			found = emailOf(word)
		}

		switch {
		case found == "":
			name = append(name, word)
		case a.email == "":
			a.email = found
		default:
			a.others = append(a.others, found)
		}
	}

	a.name = personName(strings.Trim(strings.Join(name, " "), ", "))
	return a
}
