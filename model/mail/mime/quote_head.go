package mime

import "strings"

// repeatsHeader reports whether a line begins the head of an earlier mail as Outlook writes it: the sender, and in the
// next lines when it was sent and two of to whom and what about.
func repeatsHeader(line, rest string) bool {
	const lines = 12 // in which the rest of the head must stand

	if headLabel(line) != "from" {
		return false
	}

	found := map[string]bool{}
	for range lines {
		var next string
		var more bool
		next, rest, more = strings.Cut(rest, "\n")
		if label := headLabel(strings.TrimSpace(next)); label != "" {
			found[label] = true
		}

		if !more {
			break
		}
	}

	return found["sent"] && (found["to"] || found["subject"])
}

// headLabel is what a line of a repeated head is about, or "".
func headLabel(line string) string {
	name, _, ok := strings.Cut(line[:min(len(line), 60)], ":")
	if !ok {
		return ""
	}

	switch strings.ToLower(strings.Trim(name, "*_>| \t\u00a0")) {
	case "dari", "from", "pengirim", "sender":
		return "from"
	case "dikirim", "terkirim", "sent", "tanggal", "tgl", "date", "waktu", "hari/tanggal", "hari, tanggal":
		return "sent"
	case "kepada", "ke", "untuk", "to", "penerima", "yth":
		return "to"
	case "subjek", "subject", "perihal", "hal", "judul":
		return "subject"
	}

	return ""
}
