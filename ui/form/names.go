package form

import (
	"slices"
	"strings"
)

// Names edits a list of names that somebody else chose, such as folders of a mail server: separated by commas, and in
// quotation marks where a name holds a comma itself. A name stays as it is, blanks included.
func Names[T any](name string, at func(*T) *[]string) *Field[T] {
	return &Field[T]{name: name,
		make: func(c *context) input { return newTextInput(c, true, name, nil) },
		get: func(rec *T) string {
			var shown []string
			for _, n := range *at(rec) {
				if n != strings.TrimSpace(n) || strings.ContainsAny(n, ",;\"\n") {
					n = `"` + strings.ReplaceAll(n, `"`, `""`) + `"`
				}
				shown = append(shown, n)
			}
			return strings.Join(shown, ", ")
		},
		set: func(rec *T, text string) string {
			*at(rec) = splitNames(text)
			return ""
		}}
}

// splitNames is the list that was typed. Quotation marks inside a name are typed twice.
func splitNames(text string) []string {
	var names []string
	var name strings.Builder
	inside, quoted := false, false
	end := func() {
		n := name.String()
		if !quoted {
			n = strings.TrimSpace(n)
		}
		if strings.TrimSpace(n) != "" && !slices.Contains(names, n) {
			names = append(names, n)
		}

		name.Reset()
		quoted = false
	}
	letters := []rune(text)

	for i := 0; i < len(letters); i++ {
		r := letters[i]
		switch {
		case inside && r == '"' && i+1 < len(letters) && letters[i+1] == '"':
			name.WriteRune(r)
			i++
		case r == '"' && (inside || strings.TrimSpace(name.String()) == ""):
			if !inside {
				name.Reset()
			}
			inside, quoted = !inside, true
		case !inside && (r == ',' || r == ';' || r == '\n'):
			end()
		case inside || !quoted:
			name.WriteRune(r)
		}
	}

	end()
	return names
}
