package imap

import (
	"io"
	"net"
	"strings"
	"testing"
)

// said is a connection on which a server has said something and then went.
type said struct {
	net.Conn
	io.Reader
}

func (s said) Read(b []byte) (int, error) { return s.Reader.Read(b) }

// FuzzResponse reads whatever a server says: every response that passes is whole and ends with a line, and what listens to it
// bears it.
func FuzzResponse(f *testing.F) {
	for _, text := range []string{"* 1 FETCH (UID 3 BODY[]<0> {3}\r\nabc)\r\na1 OK done\r\n", "* LIST (\\Sent) \"/\" \"a\\\"b\" (\"X\")\r\n", "* LIST () NIL {3}\r\na b\r\n",
		"* SEARCH 1 2:5 (MODSEQ 7)\r\n", "* ESEARCH (TAG \"a\") UID ALL 9:7,1\r\n", "* OK [UIDVALIDITY 7] x\r\n* BYE\r\n+\r\n", "* 1 FETCH (\"a {2}\r\n", "\n* \n*\r\n"} {
		f.Add(text)
	}

	c := &Connection{options: Options{}.withDefaults()}
	f.Fuzz(func(t *testing.T, text string) {
		w := newWire(said{Reader: strings.NewReader(text)}, 1000)
		w.start()
		w.bound(500)
		w.listen(func(resp []byte) bool {
			folder, open, _ := c.hearFolder(resp)
			if open && (folder.raw == "" || strings.ContainsAny(folder.raw, "\r\n\x00")) {
				t.Errorf("folder %q", folder.raw)
			}
			found := map[uint32]bool{}
			_ = hearSearch(resp, found) || hearUID(resp, found)
			_, _ = responseNumber(resp, "UIDVALIDITY")
			return len(found) > 0
		})
		passed, err := io.ReadAll(w)
		if err != nil || len(passed) > 0 && !strings.HasSuffix(string(passed), "\n") || w.err() == nil {
			t.Errorf("passed %q, %v, %v", passed, err, w.err())
		}
		if sentence := shown(w.goodbye()); len(sentence) > 300 || strings.ContainsAny(sentence, "\r\n\x00\x1b") {
			t.Errorf("said %q", sentence)
		}
	})
}
