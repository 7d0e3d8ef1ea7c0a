package mail

import (
	"strings"
	"unicode"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// passagesOf are the texts of a mail in which numbers count, the weightiest first: what is new, what is quoted, what the mail
// carries, and the names of its files.
func passagesOf(m model.Message) []passage {
	fresh, quoted := mime.Quoted(m.Body)

	var names []string
	for _, a := range m.Attachments {
		name := a.Name[strings.LastIndexAny(a.Name, `/\`)+1:]
		names = append(names, strings.TrimSuffix(name, extensionOf(name)))
	}

	return []passage{{[]string{m.Subject}, collapse(m.Subject + "\n" + fresh)}, {nil, collapse(quoted)}, {nil, collapse(m.Enclosed)},
		{names, collapse(strings.ReplaceAll(strings.Join(names, "\n"), "_", "/"))}}
}

// passage is a text with the short ones in which the parts of a number may be divided by anything.
type passage struct {
	short []string
	text  string
}

func extensionOf(name string) string {
	if dot := strings.LastIndexByte(name, '.'); dot > 0 && len(name)-dot <= 6 {
		return name[dot:]
	}
	return ""
}

// collapse removes the blanks around slashes, also those that do not look like blanks, and writes every dash and slash as
// the keyboard has it.
func collapse(text string) string {
	text = model.Plain(text)
	if !strings.Contains(text, "/") {
		return text
	}

	parts := strings.Split(text, "/")
	blank := func(r rune) bool { return unicode.IsSpace(r) || invisible(r) }
	for i := range parts {
		if i > 0 {
			parts[i] = strings.TrimLeftFunc(parts[i], blank)
		}

		if i < len(parts)-1 {
			parts[i] = strings.TrimRightFunc(parts[i], blank)
		}
	}

	return strings.Join(parts, "/")
}
