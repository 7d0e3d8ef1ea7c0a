package imap

import (
	"bytes"
	"strings"
	"unicode/utf8"

	goimap "github.com/emersion/go-imap"
	folderNames "github.com/emersion/go-imap/utf7"
)

// hearFolder reads an answer to LIST. Open is false for one that is no folder with mails.
func (c *Connection) hearFolder(resp []byte) (f Folder, open, mine bool) {
	rest := bytes.TrimLeft(resp[1:], " ")
	if len(rest) < 5 || !strings.EqualFold(string(rest[:5]), "LIST ") {
		return f, false, false
	}

	attributes, rest := nextValue(rest[5:], false)
	_, rest = nextValue(rest, false) // what stands between the names of a folder and of one below it
	f.raw, _ = nextValue(rest, true)
	f.Name = c.folderName(f.raw)

	var noSelect bool
	for attribute := range strings.FieldsSeq(attributes) {
		noSelect = noSelect || strings.EqualFold(attribute, goimap.NoSelectAttr) || strings.EqualFold(attribute, `\NonExistent`)
		f.Sent = f.Sent || strings.EqualFold(attribute, goimap.SentAttr)
	}

	f.Sent = f.Sent || namedSent(f.Name)
	return f, !noSelect && f.raw != "" && !strings.ContainsAny(f.raw, "\r\n\x00"), true
}

// nextValue cuts the first value off an answer: a list, a literal, a text in quotes or a word. The last word may hold blanks and
// brackets, which some servers forget to quote.
func nextValue(b []byte, last bool) (value string, rest []byte) {
	b = bytes.TrimLeft(b, " ")
	line, _, _ := bytes.Cut(b, []byte("\n"))
	line = bytes.TrimRight(line, "\r")
	switch {
	case len(line) == 0:
		return "", nil
	case line[0] == '(' && !last && bytes.IndexByte(line, ')') > 0:
		end := bytes.IndexByte(line, ')')
		return string(b[1:end]), b[end+1:]
	case line[0] == '{':
		size, ok := announced(line)
		if from := bytes.IndexByte(b, '\n') + 1; ok && size >= 0 && from+size <= len(b) {
			return string(b[from : from+size]), b[from+size:]
		}
	case line[0] == '"':
		if end := endOfQuote(b); end > 0 {
			return unescaped(b[1:end]), b[end+1:]
		}
	}

	end := bytes.IndexByte(line, ' ')
	if last {
		end = bytes.Index(line, []byte(` ("`)) // further data (RFC 5258)
	}

	if end < 0 {
		end = len(line)
	}

	return string(line[:end]), b[end:]
}

// unescaped takes off the signs that protect others inside of quotes.
func unescaped(b []byte) string {
	var plain strings.Builder
	for i := 0; i < len(b); i++ {
		if b[i] == '\\' && i+1 < len(b) {
			i++
		}
		plain.WriteByte(b[i])
	}

	return plain.String()
}

// folderName is a folder's name as a person reads it: out of the encoding that IMAP has for it, or, when a server does not
// use that, as it stands.
func (c *Connection) folderName(raw string) string {
	name, err := folderNames.Encoding.NewDecoder().String(raw)
	if err != nil {
		name = raw
	}

	if !utf8.ValidString(name) {
		name = c.options.Decode(name)
	}

	return goimap.CanonicalMailboxName(name)
}
