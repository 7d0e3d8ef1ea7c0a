package mime

import (
	"slices"
	"strings"
)

// Quoted splits the text of a mail into what is new and what it repeats of earlier mails. The view folds the second
// part; numbers in it count less. Both parts together are the text.
func Quoted(body string) (fresh, quoted string) {
	quotes := trailingQuotes(body)
	for at := 0; at < len(body); {
		end := lineEnd(body, at)
		line := strings.TrimSpace(body[at:end])
		if separator(line) || announces(line, body[end:]) || at >= quotes && strings.HasPrefix(line, ">") ||
			repeatsHeader(line, body[end:]) && strings.TrimSpace(body[:at]) != "" {
			return body[:at], body[at:]
		}

		at = end
	}

	return body, ""
}

// lineEnd is where the line ends that begins at a place, behind its line break.
func lineEnd(s string, at int) int {
	if end := strings.IndexByte(s[at:], '\n'); end >= 0 {
		return at + end + 1
	}
	return len(s)
}

// trailingQuotes returns the place behind which nothing but quoted and empty lines follow; answers between quotes stay
// with the new text.
func trailingQuotes(body string) int {
	end := len(body)
	for end > 0 {
		start := strings.LastIndexByte(body[:end-1], '\n') + 1
		if line := strings.TrimSpace(body[start:end]); line != "" && !strings.HasPrefix(line, ">") {
			return end
		}
		end = start
	}

	return 0
}

// announces reports whether a line, which may be broken into three, announces the quotation behind it.
func announces(line, rest string) bool {
	if len(line) < 2 || len(line) > 400 || !introduction(line[:2]) && !strings.HasSuffix(line, ":") {
		return false
	}

	for range 3 {
		next, after, _ := strings.Cut(rest, "\n")
		next = strings.TrimSpace(next)

		if introduces(line) || writes(line) && strings.HasPrefix(firstLine(rest), ">") {
			return true
		}
		if next == "" || introduces(next) || len(line)+len(next) > 400 {
			return false
		}

		line += " " + next
		rest = after
	}

	return false
}

// introduction reports whether a line begins as an announcement does: it is cheaper than to look at all of it.
func introduction(start string) bool {
	return strings.EqualFold(start, "pa") || strings.EqualFold(start, "on")
}

// introduces reports whether a line announces a quotation by itself: "Pada … menulis:", "On … wrote:", and the older
// "2026-11-02 8:30 GMT+07:00 Ani <ani@x.example>:".
func introduces(line string) bool {
	if len(line) > 400 || !strings.HasSuffix(line, ":") {
		return false
	}

	lower := strings.ToLower(line)
	if line[0] >= '0' && line[0] <= '9' && strings.HasSuffix(line, ">:") && strings.Contains(line, "@") {
		return true
	}

	return (strings.HasPrefix(lower, "pada ") || strings.HasPrefix(lower, "on ")) && writes(line)
}

// writes reports whether a line ends in what people call the words of somebody else.
func writes(line string) bool {
	lower := strings.ToLower(strings.TrimSpace(strings.TrimSuffix(line, ":")))
	return strings.HasSuffix(line, ":") && slices.ContainsFunc([]string{" menulis", " menuliskan", " wrote", " berkata", " writes"},
		func(word string) bool { return strings.HasSuffix(lower, word) })
}

// firstLine is the first line with something in it.
func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimLeft(s[:min(len(s), 500)], " \t\r\n"), "\n")
	return strings.TrimSpace(line)
}

// separator reports whether a line is one that mail programs put above the mail they repeat.
func separator(line string) bool {
	if len(line) >= 8 && strings.Trim(line, "_") == "" {
		return true
	}
	if len(line) > 100 {
		return false
	}

	lower := strings.ToLower(strings.Trim(line, "-*> "))

	if strings.HasPrefix(strings.Trim(line, "*> "), "--") && strings.HasSuffix(strings.Trim(line, "*> "), "--") {
		switch lower {
		case "original message", "original appointment", "pesan asli", "pesan semula", "surel asli", "email asli", "forwarded message",
			"pesan terusan", "pesan diteruskan", "pesan yang diteruskan", "surel terusan", "email yang diteruskan", "reply message",
			"pesan balasan", "forwarded by", "janji temu asli":
			return true
		}
	}

	switch strings.TrimSuffix(lower, ":") {
	case "begin forwarded message", "mulai meneruskan pesan", "mulai pesan terusan", "mulai pesan yang diteruskan", "awal pesan terusan",
		"awal pesan yang diteruskan":
		return strings.HasSuffix(lower, ":")
	}

	return false
}
