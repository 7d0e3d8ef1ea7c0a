package mime

import "bytes"

// tidied takes off what stands before a mail's header and makes lines that end as old systems end them ordinary ones.
// What is left is the mail as it should have come.
func tidied(raw []byte) []byte {
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	head := raw[:min(len(raw), maxField)]
	if end := bytes.IndexByte(head, '\n'); end >= 0 {
		head = head[:end+1]
	}

	switch {
	case bytes.HasSuffix(head, []byte("\r\r\n")):
		raw = bytes.ReplaceAll(raw, []byte("\r\r\n"), []byte("\r\n"))
	case fieldsBehindCR(head):
		raw = bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}

	raw = withoutEmptyLines(raw)
	if bytes.HasPrefix(raw, []byte("From ")) || bytes.HasPrefix(raw, []byte(">From ")) {
		_, raw = nextLine(raw)
	}

	return raw
}

// fieldsBehindCR reports whether a line holds fields with nothing but carriage returns between them.
func fieldsBehindCR(line []byte) bool {
	for {
		at := bytes.IndexByte(line, '\r')
		if at < 0 {
			return false
		}

		line = line[at+1:]
		if name, _, ok := bytes.Cut(line[:min(len(line), 80)], []byte(":")); ok && fieldName(name) {
			return true
		}
	}
}

// withoutEmptyLines takes off empty lines at the beginning when a header follows them.
func withoutEmptyLines(raw []byte) []byte {
	rest := bytes.TrimLeft(raw, "\r\n")
	if len(rest) == len(raw) || !moreFields(rest) {
		return raw
	}
	return rest
}
