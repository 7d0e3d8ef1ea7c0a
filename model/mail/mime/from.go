package mime

import (
	"slices"
	"strings"

	"jejaring/model"
)

// readSender takes the first address of the header; whatever else could pass for the sender is named in a warning.
func readSender(m *model.Message, h header) {
	from := addresses(strings.Join(h.all("From"), ", "))
	if len(from) == 0 {
		from = addresses(h.get("Sender"))
	}
	if len(from) == 0 {
		return
	}

	if !slices.ContainsFunc(from, func(a address) bool { return a.email != "" }) {
		// No address at all: whatever stands there is the name, with its commas.
		m.SenderName = strings.Trim(readAddress(h.get("From")).name, " ,;")
		return
	}

	sender := from[max(0, slices.IndexFunc(from, func(a address) bool { return a.email != "" }))]
	m.SenderName = sender.name
	m.SenderEmail = sender.email

	var others []string
	add := func(email string) {
		if differs(email, m.SenderEmail) && !slices.Contains(others, email) && len(others) < 10 {
			others = append(others, email)
		}
	}

	for _, a := range from {
		add(a.email)
		for _, other := range a.others {
			add(other)
		}
	}

	// A name that is an address of somebody else deceives, except where a mailing list writes in the name of its members.
	for _, word := range strings.Fields(strings.Map(unbracketed, sender.name)) {
		if named := emailOf(word); strings.Contains(Domain(named), ".") && !strings.Contains(sender.name, " via ") {
			add(named)
		}
	}

	warn(m, len(others) > 0, model.WarnSenderOther, strings.Join(others, ", "))
	warn(m, sender.hidden, model.WarnSenderHidden)
}

// unbracketed makes the signs around an address blanks.
func unbracketed(r rune) rune {
	if strings.ContainsRune("<>()[]\"',;:|/", r) {
		return ' '
	}
	return r
}
