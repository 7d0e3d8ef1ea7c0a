package mime

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	unicodes "golang.org/x/text/encoding/unicode"
)

// decode turns bytes of a declared charset into clean text. What declares nothing, or a wrong or unknown name, is UTF-8
// when it can be and windows-1252 otherwise. UTF-8 that calls itself something else is UTF-8 where the declared charset
// has no signs for it, or signs that nobody writes.
func decode(b []byte, charset string) string {
	name := charsetName(charset)
	switch {
	case ofUTF8(name):
		return guess(b, strings.Contains(name, "8") || name == "cp65001")
	case name == "utf-7" || name == "unicode-1-1-utf-7":
		return clean(utf7(b))
	}

	enc := encodingOf(name)
	if enc == nil {
		return guess(b, false)
	}

	text, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return guess(b, false)
	}
	// In these charsets every byte is a sign, so that UTF-8 read by them is no error but nonsense.
	if (western(enc) || bytes.Contains(text, []byte("\uFFFD"))) && multibyte(b) {
		return clean(string(b))
	}

	return clean(string(text))
}

// multibyte reports whether bytes are valid UTF-8 with more than ASCII in it.
func multibyte(b []byte) bool {
	return utf8.Valid(b) && bytes.IndexFunc(b, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0
}

// guess reads bytes whose charset nobody names, or whose name cannot be trusted.
func guess(b []byte, declared bool) string {
	var enc encoding.Encoding = charmap.Windows1252
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		enc = unicodes.UTF16(unicodes.BigEndian, unicodes.UseBOM)
	case bytes.Contains(b, []byte("\x1b$B")), bytes.Contains(b, []byte("\x1b$@")):
		enc = japanese.ISO2022JP
	case utf8.Valid(b), broken(b, declared):
		return clean(strings.TrimPrefix(string(b), "\uFEFF"))
	}

	text, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return clean(string(b))
	}

	return clean(string(text))
}

// broken reports whether the bytes are UTF-8 apart from few places, such as a text that was cut in a character. Those
// that were declared UTF-8 may have more of them.
func broken(b []byte, declared bool) bool {
	good := 0
	bad := 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}

		b = b[n:]
	}

	if declared {
		return good > 0 && good >= bad
	}

	return good > bad*4
}

// clean removes what no stored text may hold: NUL and other control characters, invalid UTF-8, lone carriage returns.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || !unicode.IsControl(r) {
			return r
		}
		return -1
	}, s)
}

// oneLine is clean text without line breaks, for headers and names, no longer than most bytes.
func oneLine(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, clean(s))

	return cut(strings.Trim(strings.NewReplacer("\n", " ", "\t", " ").Replace(s), " "), most)
}

// cut shortens a text to a number of bytes without breaking a character.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}

	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}

	return s[:most]
}
