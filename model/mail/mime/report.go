package mime

import (
	"bytes"
	"strings"
)

// delivery tells for each recipient what became of a mail (RFC 3464).
func (t teller) delivery(raw []byte) string {
	const most = 100

	var lines []string
	for _, block := range paragraphs(raw) {
		h, _ := splitHeader(block)
		recipient := withoutType(h.get("Original-Recipient"))
		if final := withoutType(h.get("Final-Recipient")); final != "" {
			recipient = final
		}

		if recipient == "" || len(lines) >= most {
			continue
		}

		action := strings.ToLower(strings.TrimSpace(h.get("Action")))

		status, _, _ := strings.Cut(strings.TrimSpace(h.get("Status")), " ")
		if status = t.Label("delivery_status", status); status == "" {
			status = "?"
		}

		lines = append(lines, t.Say("mail.report."+oneOf(action, "delayed", "delivered", "relayed", "expanded", "failed"), recipient, status))
		if why := withoutType(h.get("Diagnostic-Code")); why != "" {
			lines = append(lines, why)
		}
	}

	return strings.Join(lines, "\n")
}

// disposition tells what became of a mail at its reader (RFC 8098).
func (t teller) disposition(raw []byte) string {
	h, _ := splitHeader(bytes.TrimLeft(raw, "\r\n"))
	reader := withoutType(h.get("Final-Recipient"))
	if reader == "" {
		return ""
	}

	_, what, _ := strings.Cut(strings.ToLower(h.get("Disposition")), ";")
	what, _, _ = strings.Cut(strings.TrimSpace(what), "/")

	return t.Say("mail.report."+oneOf(strings.TrimSpace(what), "displayed", "deleted", "processed"), reader, "")
}

// oneOf is a word of a list, or the last of them.
func oneOf(word string, list ...string) string {
	for _, w := range list {
		if w == word {
			return w
		}
	}

	return list[len(list)-1]
}

// withoutType is a value without the kind before it: "rfc822; a@b" is a@b.
func withoutType(value string) string {
	if _, after, ok := strings.Cut(value, ";"); ok {
		value = after
	}
	return oneLine(HeaderText(value), 300)
}

// paragraphs are the parts of a text between empty lines.
func paragraphs(raw []byte) [][]byte {
	raw = bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))
	return bytes.Split(bytes.TrimSpace(raw), []byte("\n\n"))
}
