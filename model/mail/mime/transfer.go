package mime

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf8"
)

// decodeTransfer decodes a body from its transfer encoding. What stands behind the end of base64 is kept when it is text that
// belongs to text, such as the line of a virus scanner.
func decodeTransfer(body []byte, encoding string, text bool) []byte {
	switch transferName(encoding) {
	case "base64":
		if readable(body) {
			return body
		}

		decoded, tail := base64Body(body)
		if tail = bytes.TrimSpace(tail); text && len(tail) > 0 && utf8.Valid(tail) {
			decoded = append(append(bytes.TrimRight(decoded, "\r\n"), "\n\n"...), tail...)
		}

		return decoded
	case "quoted-printable":
		return looseQuoted(body)
	case "uuencode":
		if files, _ := uufiles(string(body)); len(files) > 0 {
			return files[0].content
		}
	}

	return body
}

// transferName is a transfer encoding by its right name; one that nobody knows is as it is.
func transferName(encoding string) string {
	name := strings.ToLower(strings.Trim(encoding, " \t\"';"))
	switch name {
	case "x-uuencode", "uuencode", "x-uue", "uue":
		return "uuencode"
	case "", "7bit", "8bit", "binary", "7-bit", "8-bit", "7 bit", "8 bit", "7bits", "8bits", "none", "utf-8", "utf8", "ascii", "us-ascii":
		return ""
	case "quoted", "quoted_printable", "quoted printable", "quotedprintable", "qp":
		return "quoted-printable"
	case "base-64", "b64":
		return "base64"
	}

	return name
}

// base64Body decodes base64 to its padding and returns what follows, unless that is base64 again.
func base64Body(body []byte) (decoded, tail []byte) {
	for {
		end := bytes.IndexByte(body, '=')
		for end >= 0 && end+1 < len(body) && body[end+1] == '=' {
			end++
		}

		if end < 0 {
			return append(decoded, looseBase64(body)...), nil
		}

		decoded = append(decoded, looseBase64(body[:end+1])...)
		body = body[end+1:]

		line, _ := nextLine(bytes.TrimLeft(body, "= \t\r\n"))
		if line = bytes.TrimSpace(line); len(line) == 0 || bytes.ContainsAny(line, " \t") || !onlyBase64(line) || len(line)%4 != 0 && !onlyBase64(body) {
			return decoded, bytes.TrimLeft(body, "=")
		}
	}
}

// onlyBase64 reports whether there are no other signs than those of base64.
func onlyBase64(text []byte) bool {
	return bytes.IndexFunc(text, func(r rune) bool {
		return r >= utf8.RuneSelf || !base64Letter(byte(r)) && r != '=' && r != ' ' && r != '\t' && r != '\r' && r != '\n'
	}) < 0
}

// readable reports whether text that calls itself base64 is plain text: words with blanks between them.
func readable(body []byte) bool {
	line, _ := nextLine(bytes.TrimSpace(body))
	return bytes.Count(line, []byte(" ")) > 2
}

// looseBase64 decodes what can be decoded and leaves out foreign characters. It never returns nil.
func looseBase64(text []byte) []byte {
	letters := make([]byte, 0, len(text))
	decoded := make([]byte, 0, len(text))
	flush := func() {
		part := make([]byte, base64.RawStdEncoding.DecodedLen(len(letters)))
		if len(letters)%4 == 1 {
			letters = letters[:len(letters)-1] // a single letter is no byte
		}

		n, _ := base64.RawStdEncoding.Decode(part, letters)
		decoded = append(decoded, part[:n]...)
		letters = letters[:0]
	}

	for _, c := range text {
		switch {
		case base64Letter(c):
			letters = append(letters, c)
		case c == '=':
			flush()
		}
	}

	flush()
	return decoded
}

// looseQuoted decodes quoted-printable text and keeps what is no valid escape. It never returns nil.
func looseQuoted(text []byte) []byte {
	decoded := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if text[i] != '=' {
			decoded = append(decoded, text[i])
			continue
		}

		if i+2 < len(text) && hexDigit(text[i+1]) >= 0 && hexDigit(text[i+2]) >= 0 {
			decoded = append(decoded, byte(hexDigit(text[i+1])<<4|hexDigit(text[i+2])))
			i += 2
			continue
		}

		// At the end of a line it means that the line goes on.
		j := i + 1
		for j < len(text) && (text[j] == ' ' || text[j] == '\t' || text[j] == '\r') {
			j++
		}

		if j < len(text) && text[j] == '\n' || j == len(text) {
			i = j
			continue
		}

		decoded = append(decoded, '=')
	}

	return decoded
}

// hexDigit is the value of a figure of sixteen, or -1.
func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}

	return -1
}
