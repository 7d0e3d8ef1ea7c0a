package mime

import (
	"bytes"
	"encoding/base64"
	"unicode/utf16"
)

// utf7 reads the old encoding that the libraries do not know any more (RFC 2152).
func utf7(b []byte) string {
	var text []byte
	for len(b) > 0 {
		plus := bytes.IndexByte(b, '+')
		if plus < 0 {
			return string(append(text, b...))
		}

		text = append(text, b[:plus]...)
		b = b[plus+1:]

		end := 0
		for end < len(b) && base64Letter(b[end]) {
			end++
		}

		if end == 0 {
			text = append(text, '+')
		} else {
			text = append(text, shifted(b[:end])...)
		}

		b = b[end:]
		if len(b) > 0 && b[0] == '-' {
			b = b[1:]
		}
	}

	return string(text)
}

// base64Letter reports whether a sign stands for six bits.
func base64Letter(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/'
}

// shifted reads letters of base64 that are signs of two bytes.
func shifted(letters []byte) string {
	raw := make([]byte, base64.RawStdEncoding.DecodedLen(len(letters)))
	n, _ := base64.RawStdEncoding.Decode(raw, letters)
	units := make([]uint16, 0, n/2)
	for i := 0; i+1 < n; i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}

	return string(utf16.Decode(units))
}
