package mime

import (
	"bytes"
	"regexp"
	"strings"
)

// decodePage decodes HTML. Where the mail names no charset, or one that cannot be right, the page's own counts.
func decodePage(b []byte, charset string) string {
	own := pageCharset(b)
	if name := charsetName(charset); own == "" || !ofUTF8(name) && encodingOf(name) != nil {
		text := decode(b, charset)
		if own == "" || !strings.Contains(text, "\uFFFD") {
			return text
		}

		if other := decode(b, own); !strings.Contains(other, "\uFFFD") {
			return other
		}

		return text
	}

	if multibyte(b) || bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return decode(b, charset)
	}

	if strings.HasPrefix(own, "utf-16") {
		// A page that can be read as far as its charset is none of two bytes a sign.
		own = "utf-8"
	}

	return decode(b, own)
}

// pageCharset is the charset that a page names in its head.
func pageCharset(b []byte) string {
	const head = 8 << 10

	b = b[:min(len(b), head)]
	if !bytes.Contains(bytes.ToLower(b), []byte("charset")) && !bytes.Contains(b, []byte("encoding")) {
		return ""
	}

	found := regexp.MustCompile(`(?i)<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([a-z0-9_:.-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([a-z0-9_:.-]+)`).FindSubmatch(b)
	if found == nil {
		return ""
	}

	return charsetName(string(found[1]) + string(found[2]))
}
