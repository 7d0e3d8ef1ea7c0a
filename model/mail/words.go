package mail

import (
	"encoding/base64"
	"strings"
)

// word is one RFC 2047 encoded word; raw holds its bytes before the charset is applied.
type word struct {
	charset string
	raw     []byte
}

// headerText decodes a header value: encoded words, also those that were split inside a character, and raw 8-bit text.
func headerText(value string) string {
	var text strings.Builder
	var pending word
	flush := func() {
		if pending.raw != nil {
			text.WriteString(decode(pending.raw, pending.charset))
		}
		pending = word{}
	}
	for value != "" {
		start := strings.Index(value, "=?")
		if start < 0 {
			break
		}
		w, rest, ok := encodedWord(value[start:])
		if !ok {
			flush()
			text.WriteString(guess([]byte(value[:start+2])))
			value = value[start+2:]
			continue
		}
		if between := value[:start]; pending.raw == nil || strings.Trim(between, " \t\r\n") != "" {
			flush()
			text.WriteString(guess([]byte(between)))
		} else if !strings.EqualFold(pending.charset, w.charset) {
			flush()
		}
		pending.charset, pending.raw = w.charset, append(pending.raw, w.raw...)
		value = rest
	}
	flush()
	text.WriteString(guess([]byte(value)))
	return text.String()
}

// encodedWord reads "=?charset?B?text?=" at the beginning of s. It looks no further than a word is allowed to reach, with
// much room for senders who do not know the limit of 75 characters.
func encodedWord(s string) (w word, rest string, ok bool) {
	const most = 10_000
	whole := s
	s = s[:min(len(s), most)]
	charset, s, ok := strings.Cut(s[2:], "?")
	if !ok || charset == "" || strings.ContainsAny(charset, " \t\r\n=") {
		return word{}, "", false
	}
	kind, s, ok := strings.Cut(s, "?")
	if !ok || len(kind) != 1 {
		return word{}, "", false
	}
	text, rest, ok := strings.Cut(s, "?=")
	if !ok {
		return word{}, "", false
	}
	rest = whole[min(len(whole), most)-len(rest):]
	charset, _, _ = strings.Cut(charset, "*")
	switch kind {
	case "B", "b":
		return word{charset, looseBase64([]byte(text))}, rest, true
	case "Q", "q":
		return word{charset, looseQuoted([]byte(strings.ReplaceAll(text, "_", " ")))}, rest, true
	}
	return word{}, "", false
}

// looseBase64 decodes what can be decoded and leaves out foreign characters. It never returns nil.
func looseBase64(text []byte) []byte {
	letters := make([]byte, 0, len(text))
	decoded := make([]byte, 0, len(text))
	flush := func() {
		part := make([]byte, base64.RawStdEncoding.DecodedLen(len(letters)))
		if len(letters)%4 == 1 {
			letters = letters[:len(letters)-1]
		}
		n, _ := base64.RawStdEncoding.Decode(part, letters)
		decoded, letters = append(decoded, part[:n]...), letters[:0]
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
