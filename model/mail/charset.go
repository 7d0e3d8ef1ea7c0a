package mail

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/korean"
)

// decode turns bytes of a declared charset into clean text. What declares nothing, or a wrong or unknown name, is UTF-8
// when it can be and windows-1252 otherwise.
func decode(b []byte, charset string) string {
	charset = strings.ToLower(strings.Trim(charset, " \t\"'"))
	switch charset {
	case "", "unknown-8bit", "x-unknown", "us-ascii", "ascii", "utf-8", "utf8", "utf8mb4":
		return guess(b)
	case "utf-7", "unicode-1-1-utf-7":
		return clean(utf7(b))
	}
	enc := encodingOf(charset)
	if enc == nil {
		return guess(b)
	}
	text, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return guess(b)
	}
	return clean(string(text))
}

func guess(b []byte) string {
	if utf8.Valid(b) {
		return clean(string(b))
	}
	if broken(b) {
		return clean(string(b))
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return clean(string(b))
	}
	return clean(string(text))
}

// broken reports whether the bytes are UTF-8 apart from few places, such as a text that was cut in a character.
func broken(b []byte) bool {
	good, bad := 0, 0
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
	return good > bad*4
}

func encodingOf(charset string) encoding.Encoding {
	switch charset {
	case "iso-8859-1", "latin1", "iso8859-1", "iso_8859-1", "l1", "cp1252", "x-cp1252":
		return charmap.Windows1252
	case "ks_c_5601-1987", "ks_c_5601", "cp949", "ms949":
		return korean.EUCKR
	}
	if enc, err := htmlindex.Get(charset); err == nil {
		return enc
	}
	if enc, err := ianaindex.MIME.Encoding(charset); err == nil {
		return enc
	}
	return nil
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

// oneLine is clean text without line breaks, for headers and names, no longer than most runes.
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
