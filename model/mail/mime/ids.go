package mime

import "strings"

// ids returns the identifiers of a header without their angle brackets.
func ids(value string) []string {
	var list []string
	seen := map[string]bool{}
	add := func(id string) {
		if id = oneLine(strings.Join(strings.Fields(id), ""), 998); id != "" && !seen[id] {
			list = append(list, id)
			seen[id] = true
		}
	}

	rest := value
	for {
		_, after, ok := strings.Cut(rest, "<")
		if !ok {
			break
		}

		id, behind, closed := strings.Cut(after, ">")
		if !closed {
			break
		}

		add(id)
		rest = behind
	}

	// Without brackets whatever has an @ in it is one.
	if len(list) == 0 {
		for _, word := range strings.Fields(rest) {
			if strings.Contains(word, "@") {
				add(strings.Trim(word, "<>,;"))
			}
		}
	}

	return list
}

// firstOf is the first of a list, or "".
func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
