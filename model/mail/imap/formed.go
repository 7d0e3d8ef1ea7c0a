package imap

import (
	"bytes"
	"slices"
	"strings"
)

// wellFormed reports whether the library can read a response without harm: numbers where it expects them, quotes and
// parentheses closed, nothing nested too deep.
func wellFormed(resp []byte) bool {
	first, _, _ := bytes.Cut(resp, []byte("\n"))
	if bytes.HasPrefix(first, []byte("+")) {
		return true
	}

	words := strings.Fields(strings.ToUpper(string(first[:min(len(first), 64)])))
	if len(words) < 2 {
		return false
	}

	switch words[1] {
	case "EXISTS", "RECENT", "EXPUNGE", "FETCH":
		return false
	}

	if isStatus(words[1]) {
		return statusFormed(first)
	}
	if len(words) > 2 && words[2] == "FETCH" && (len(words) < 4 || words[3][0] != '(') {
		return false
	}

	return balanced(resp)
}

// isStatus reports whether a word begins a status response.
func isStatus(word string) bool {
	return slices.Contains([]string{"OK", "NO", "BAD", "BYE", "PREAUTH"}, word)
}

// chatter reports whether a line is one that a server may send at any time, whatever was asked.
func chatter(line []byte) bool {
	words := strings.Fields(strings.ToUpper(string(line[:min(len(line), 64)])))
	return len(words) > 1 && words[0] == "*" && isStatus(words[1])
}

// spoken returns the sentence of an untagged status response of a kind, without its code.
func spoken(resp []byte, kind string) (string, bool) {
	word, rest, _ := strings.Cut(strings.TrimLeft(strings.TrimPrefix(string(resp[:min(len(resp), 1000)]), "*"), " "), " ")
	if resp[0] != '*' || !strings.EqualFold(strings.TrimSpace(word), kind) {
		return "", false
	}

	if code, after, ok := strings.Cut(rest, "]"); ok && strings.HasPrefix(code, "[") {
		rest = after
	}

	return strings.TrimSpace(rest), true
}

// noText stands where a server said nothing.
const noText = "-"

// withText gives a status response without a text one, since the library waits for it.
func withText(resp []byte) []byte {
	words := strings.Fields(strings.ToUpper(string(resp[:min(len(resp), 64)])))
	if len(words) != 2 || !isStatus(words[1]) {
		return resp
	}
	return append(bytes.TrimRight(resp, " \r\n"), " "+noText+"\r\n"...)
}

// statusFormed looks at the response code only; the text after it is free.
func statusFormed(line []byte) bool {
	open := bytes.IndexByte(line, '[')
	if open < 0 {
		return true
	}

	if before := bytes.Fields(line[:open]); len(before) != 2 {
		return true
	}

	shut := bytes.IndexByte(line[open:], ']')
	return shut > 1 && balanced(line[open+1:open+shut])
}

// balanced reports whether quotes and parentheses are closed, with nothing nested deeper and no word longer than the library
// can bear. What a literal holds is not looked at.
func balanced(resp []byte) bool {
	depth := 0
	token := 0
	for i := 0; i < len(resp); i++ {
		token++
		switch resp[i] {
		case '(':
			depth++
			token = 0
		case ')':
			depth--
			token = 0
		case ' ', '\r', '\n':
			token = 0
		case '"':
			end := endOfQuote(resp[i:])
			if end < 0 {
				return false
			}

			i += end
			token = 0
		case '{':
			line := resp[i : i+1+max(0, bytes.IndexByte(resp[i:], '\n'))]
			if size, ok := announced(line); ok {
				i += len(line) - 1 + size
				token = 0
			}
		}

		if depth < 0 || depth > maxDepth || token > maxToken {
			return false
		}
	}

	return depth == 0
}

// endOfQuote returns the place of the quote that ends a quoted string, or -1.
func endOfQuote(text []byte) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i
		case '\r', '\n':
			return -1
		}
	}

	return -1
}
