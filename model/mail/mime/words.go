package mime

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"
)

// codedWord is one RFC 2047 encoded word; raw holds its bytes before the charset is applied. A sender who cut base64 in the
// middle of four letters left the last of them in half.
type codedWord struct {
	charset string
	raw     []byte
	half    string
	base64  string // as it is written
}

// join takes the next word of the same charset to those before.
func (w *codedWord) join(next codedWord) {
	switch {
	case w.half != "" && next.base64 != "":
		next = base64Word(next.charset, w.half+next.base64)
	case w.half != "":
		w.raw = append(w.raw, looseBase64([]byte(w.half))...)
	}

	if w.raw == nil {
		w.raw = []byte{}
	}

	w.charset = next.charset
	w.raw = append(w.raw, next.raw...)
	w.half = next.half
	w.base64 = next.base64
}

// bytes are all bytes of a word.
func (w codedWord) bytes() []byte { return append(w.raw, looseBase64([]byte(w.half))...) }

// base64Word decodes the text of a word in base64 as far as it stands for whole bytes.
func base64Word(charset, text string) codedWord {
	half := ""
	whole := text
	if !strings.Contains(text, "=") {
		letters := strings.Map(func(r rune) rune {
			if r < utf8.RuneSelf && base64Letter(byte(r)) {
				return r
			}
			return -1
		}, text)

		// Letters that stand for whole bytes are no half, though the signs that fill them up are missing.
		if _, err := base64.RawStdEncoding.Strict().DecodeString(letters); err != nil {
			fours := len(letters) / 4 * 4
			text = letters[:fours]
			half = letters[fours:]
		}
	}

	return codedWord{charset, looseBase64([]byte(text)), half, whole}
}

// HeaderText decodes a header value: encoded words, also those that were split inside a character, and raw 8-bit text.
func HeaderText(value string) string {
	var text strings.Builder
	var pending codedWord // words side by side are one text, which may be cut in the middle of a sign
	flush := func() {
		if pending.raw != nil {
			text.WriteString(decode(pending.bytes(), pending.charset))
		}
		pending = codedWord{}
	}

	for value != "" {
		start := strings.Index(value, "=?")
		if start < 0 {
			break
		}

		w, rest, ok := encodedWord(value[start:])
		if !ok {
			flush()
			text.WriteString(guess([]byte(value[:start+2]), false))
			value = value[start+2:]
			continue
		}

		if between := value[:start]; pending.raw == nil || strings.Trim(between, " \t\r\n") != "" {
			flush()
			text.WriteString(guess([]byte(between), false))
		} else if !strings.EqualFold(pending.charset, w.charset) {
			flush()
		}

		pending.join(w)
		value = rest
	}

	flush()
	text.WriteString(guess([]byte(value), false))

	return text.String()
}

// encodedWord reads "=?charset?B?text?=" at the beginning of s. It looks no further than a word is allowed to reach, with
// much room for senders who do not know the limit of 75 characters.
func encodedWord(s string) (w codedWord, rest string, ok bool) {
	const most = 10_000

	whole := s
	s = s[:min(len(s), most)]
	charset, s, ok := strings.Cut(s[2:], "?")
	if !ok || charset == "" || strings.ContainsAny(charset, " \t\r\n=") {
		return codedWord{}, "", false
	}

	kind, s, ok := strings.Cut(s, "?")
	if !ok || len(kind) != 1 {
		return codedWord{}, "", false
	}

	text, rest, ok := strings.Cut(s, "?=")
	if !ok {
		return codedWord{}, "", false
	}

	rest = whole[min(len(whole), most)-len(rest):]
	charset, _, _ = strings.Cut(charset, "*")
	switch kind {
	case "B", "b":
		return base64Word(charset, text), rest, true
	case "Q", "q":
		return codedWord{charset: charset, raw: looseQuoted([]byte(strings.ReplaceAll(text, "_", " ")))}, rest, true
	}

	return codedWord{}, "", false
}
