package translations

import (
	"strconv"
	"strings"
)

// Field returns the label of a field by its JSON name. Field("partner.name") takes the label of a partner's name when
// there is one of its own, else that of any name. A position in a list is counted from 1: "contacts[0].email" becomes
// "Narahubung 1: Surel". An unknown name comes back as it is.
func (w Words) Field(name string) string {
	if text, ok := w.field(name); ok {
		return text
	}
	return name
}

func (w Words) field(name string) (string, bool) {
	if text, ok := w.texts["field."+name]; ok {
		return text, true
	}
	if list, rest, ok := strings.Cut(name, "["); ok {
		return w.item(list, rest)
	}

	group, rest, ok := strings.Cut(name, ".")
	if !ok {
		return "", false
	}
	if text, ok := w.field(rest); ok {
		return text, true
	}
	if text, ok := w.field(group); ok {
		return text + ": " + rest, true
	}

	return "", false
}

func (w Words) item(list, rest string) (string, bool) {
	label, ok := w.field(list)
	at, tail, closed := strings.Cut(rest, "]")
	n, err := strconv.Atoi(at)
	if !ok || !closed || err != nil || n < 0 {
		return "", false
	}

	label += " " + strconv.Itoa(n+1)
	if tail = strings.TrimPrefix(tail, "."); tail == "" {
		return label, true
	}
	if text, ok := w.field(list + "." + tail); ok {
		return label + ": " + text, true
	}

	return label + ": " + tail, true
}
