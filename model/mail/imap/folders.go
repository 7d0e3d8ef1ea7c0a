package imap

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	goimap "github.com/emersion/go-imap"
	folderNames "github.com/emersion/go-imap/utf7"

	"jejaring/model"
)

// maxFolders is the number of folders beyond which a server is not believed.
const maxFolders = 10_000

// Folder is a folder of the server.
type Folder struct {
	Name string // as a person reads it
	Sent bool   // it holds the mails that the user sent

	raw string // as the server writes it; empty when it did not name the folder
}

// FolderNamed returns the folder of a name out of those that Folders returned, or one that Examine tries by its name alone.
func FolderNamed(name string, known []Folder) Folder {
	for _, f := range known {
		if f.Name == goimap.CanonicalMailboxName(name) {
			return Folder{Name: name, Sent: f.Sent, raw: f.raw}
		}
	}
	return Folder{Name: name, Sent: namedSent(name)}
}

// Folders returns the folders that can be opened. A name that cannot be read is shown as it is and stops no other.
func (c *Connection) Folders() ([]Folder, error) {
	var list []Folder
	err := c.execute("LIST", []any{goimap.RawString(`""`), goimap.RawString(`"*"`)}, func(resp []byte) bool {
		f, open, mine := c.hearFolder(resp)
		if open && len(list) < maxFolders && !slices.ContainsFunc(list, func(old Folder) bool { return old.Name == f.Name }) {
			list = append(list, f)
			c.wire.progress()
		}
		return mine
	})
	return list, err
}

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

func namedSent(name string) bool {
	last := name[strings.LastIndexAny(name, "/.")+1:]
	return slices.Contains([]string{"sent", "sent items", "sent messages", "sent mail", "terkirim", "item terkirim"}, strings.ToLower(last))
}

// Examine opens a folder for reading only and returns its UIDVALIDITY. It is asked for as the server wrote it, or else as
// IMAP wants it.
func (c *Connection) Examine(f Folder) (validity uint32, err error) {
	encoded, err := folderNames.Encoding.NewEncoder().String(f.Name)
	if err != nil {
		encoded = f.Name
	}
	names := []string{encoded}
	if f.raw != "" && f.raw != encoded {
		names = []string{f.raw, encoded}
	}
	for _, name := range names {
		if validity, err = c.examineNamed(name); !errors.Is(err, ErrRefused) {
			return validity, err
		}
	}
	return 0, fmt.Errorf("%s: %w: %w", f.Name, model.ErrMailFolder, err)
}

func (c *Connection) examineNamed(name string) (validity uint32, err error) {
	c.empty = false
	quote := goimap.InboxName // which some servers do not know in quotes
	if name != quote {
		quote = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(name) + `"`
	}
	err = c.execute("EXAMINE", []any{goimap.RawString(quote)}, func(resp []byte) bool {
		if n, ok := responseNumber(resp, "UIDVALIDITY"); ok {
			validity = n
		}
		c.empty = c.empty || string(bytes.ToUpper(bytes.TrimSpace(resp))) == "* 0 EXISTS"
		return false
	})
	if err == nil {
		c.client.SetState(goimap.SelectedState, goimap.NewMailboxStatus(name, nil))
	}
	return validity, err
}

// responseNumber reads the number of a code such as "* OK [UIDVALIDITY 3857529045] UIDs valid".
func responseNumber(resp []byte, code string) (uint32, bool) {
	_, rest, ok := strings.Cut(strings.ToUpper(string(resp[:min(len(resp), 200)])), "["+code+" ")
	digits, _, closed := strings.Cut(rest, "]")
	n, err := strconv.ParseUint(strings.TrimSpace(digits), 10, 32)
	return uint32(n), ok && closed && err == nil
}
