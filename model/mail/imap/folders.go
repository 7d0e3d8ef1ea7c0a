package imap

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

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

// namedSent reports whether a folder is called as programs call the one for sent mail.
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
		if validity, err = c.examineNamed(name); !errors.Is(err, errRefused) {
			return validity, err
		}
	}

	return 0, fmt.Errorf("%s: %w: %w", f.Name, model.ErrMailFolder, err)
}

// examineNamed opens the folder that has this very name on the server.
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
		// The command went past the library's own Select.
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
