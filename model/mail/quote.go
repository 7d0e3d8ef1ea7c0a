package mail

import "strings"

// Quoted splits the text of a mail into what is new and what it repeats of earlier mails. The view folds the second
// part; numbers in it count less. Both parts together are the text.
func Quoted(body string) (fresh, quoted string) {
	quotes := trailingQuotes(body)
	for at := 0; at < len(body); {
		end := lineEnd(body, at)
		line, next := strings.TrimSpace(body[at:end]), strings.TrimSpace(body[end:lineEnd(body, end)])
		if separator(line) || introduces(line) || introduces(line+" "+next) && !introduces(next) ||
			at >= quotes && strings.HasPrefix(line, ">") {
			return body[:at], body[at:]
		}
		at = end
	}
	return body, ""
}

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

// introduces reports whether a line announces a quotation: "Pada … menulis:", "On … wrote:".
func introduces(line string) bool {
	if len(line) > 400 || !strings.HasSuffix(line, ":") {
		return false
	}
	line = strings.ToLower(strings.TrimSpace(strings.TrimSuffix(line, ":")))
	return strings.HasPrefix(line, "pada ") && (strings.HasSuffix(line, " menulis") || strings.HasSuffix(line, " menuliskan")) ||
		strings.HasPrefix(line, "on ") && strings.HasSuffix(line, " wrote")
}

// separator reports whether a line is one that mail programs put above the mail they repeat.
func separator(line string) bool {
	if len(line) >= 8 && strings.Trim(line, "_") == "" {
		return true
	}
	if len(line) > 100 || !strings.HasPrefix(line, "--") || !strings.HasSuffix(line, "--") {
		return false
	}
	switch strings.ToLower(strings.Trim(line, "- ")) {
	case "original message", "pesan asli", "forwarded message", "pesan terusan", "pesan yang diteruskan":
		return true
	}
	return false
}
