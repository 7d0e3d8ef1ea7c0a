package imap

import (
	"errors"
	"io"
	"net"
	"strings"
	"testing"

	"jejaring/model"
)

// passed is what the library gets to see of what a server says, and why it ended.
func passed(t *testing.T, said string, prepare func(*wire)) (string, error) {
	t.Helper()
	ours, theirs := net.Pipe()
	defer func() { _ = ours.Close() }()
	go func() {
		_, _ = io.WriteString(theirs, said)
		_ = theirs.Close()
	}()
	w := newWire(ours, 1000)
	w.start()
	if prepare != nil {
		prepare(w)
	}

	got, err := io.ReadAll(w)
	if err != nil {
		t.Errorf("the library sees %v instead of an end", err)
	}
	return string(got), w.err()
}

// TestWire_PassesWhatTheLibraryCanBear has what a server says and what is left of it.
func TestWire_PassesWhatTheLibraryCanBear(t *testing.T) {
	for _, c := range []struct{ name, said, want string }{
		{"an ordinary answer", "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\na1 OK done\r\n", "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\na1 OK done\r\n"},
		{"a mail", "* 1 FETCH (UID 3 BODY[] {3}\r\nabc)\r\n", "* 1 FETCH (UID 3 BODY[] {3}\r\nabc)\r\n"},
		{"a mail that looks like answers", "* 1 FETCH (BODY[] {13}\r\n* 2 EXISTS\r\n))\r\n", "* 1 FETCH (BODY[] {13}\r\n* 2 EXISTS\r\n))\r\n"},
		{"two literals", "* 1 FETCH (A {1}\r\nx B {2}\r\nyz)\r\n", "* 1 FETCH (A {1}\r\nx B {2}\r\nyz)\r\n"},
		{"numbers missing", "* EXISTS\r\n* FETCH\r\n* RECENT\r\n* EXPUNGE\r\na1 OK done\r\n", "a1 OK done\r\n"},
		{"no list", "* 1 FETCH\r\n* 1 FETCH UID\r\na1 OK done\r\n", "a1 OK done\r\n"},
		{"a list without an end", "* 1 FETCH (UID 3\r\na1 OK done\r\n", "a1 OK done\r\n"},
		{"a list that ends twice", "* 1 FETCH (UID 3))\r\na1 OK done\r\n", "a1 OK done\r\n"},
		{"a quote without an end", "* 1 FETCH (FLAGS \"x)\r\na1 OK done\r\n", "a1 OK done\r\n"},
		{"a status without a text", "* NO\r\na1 OK\r\n", "* NO -\r\na1 OK -\r\n"},
		{"a status with a broken code", "* OK []\r\n* BAD [\r\na1 OK done\r\n", "a1 OK done\r\n"},
		{"empty lines", "\r\n \r\na1 OK done\r\n", "a1 OK done\r\n"},
		{"a question", "+ go on\r\n", "+ go on\r\n"},
		{"half a line", "* 3 EXISTS\r\n* 4 EXI", "* 3 EXISTS\r\n"},
		{"half a literal", "* 1 FETCH (BODY[] {10}\r\nabc", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := passed(t, c.said, nil)
			if got != c.want {
				t.Errorf("passed %q, want %q", got, c.want)
			}
			if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Errorf("ended with %v", err)
			}
		})
	}
}

func TestWire_BelievesNoServerThatAnnouncesTooMuch(t *testing.T) {
	for name, said := range map[string]string{
		"a literal beyond the largest mail": "* 1 FETCH (BODY[] {1001}\r\n",
		"one beyond all numbers":            "* 1 FETCH (BODY[] {99999999999999999999}\r\n",
		"one that need not be asked for":    "* 1 FETCH (BODY[] {1001+}\r\n",
	} {
		if got, err := passed(t, said+strings.Repeat("a", 2000), nil); got != "" || !errors.Is(err, model.ErrMailProtocol) {
			t.Errorf("%s: passed %q, %v", name, got, err)
		}
	}
	if got, err := passed(t, "* 1 FETCH (BODY[] {1000}\r\n"+strings.Repeat("a", 1000)+")\r\n", nil); len(got) < 1000 || errors.Is(err, model.ErrMailProtocol) {
		t.Errorf("a mail of just that size: %d bytes, %v", len(got), err)
	}
}

// TestWire_WaitsForTheLibrary holds back what a server says of its own accord before the library listens.
func TestWire_WaitsForTheLibrary(t *testing.T) {
	got, _ := passed(t, "* 3 EXISTS\r\n* capability IMAP4rev1\r\n* OK hai\r\na1 OK done\r\n", func(w *wire) { w.started = false })
	if got != "* capability IMAP4rev1\r\na1 OK done\r\n" {
		t.Errorf("passed %q", got)
	}
}

func TestWire_BringsNoMoreThanACommandMay(t *testing.T) {
	mail := func(uid string) string {
		return "* 1 FETCH (UID " + uid + " FLAGS (" + strings.Repeat(strings.Repeat("a", 60)+" ", 100) + "))\r\n"
	}
	const news = "* 3 EXISTS\r\n"
	got, _ := passed(t, mail("1")+news+mail("2")+news+mail("3"), func(w *wire) { w.bound(2 * len(mail("1"))) })
	if got != mail("1")+news+mail("2")+news {
		t.Errorf("%d bytes passed", len(got))
	}

	got, _ = passed(t, mail("1")+mail("2"), func(w *wire) { w.bound(1) })
	if got != mail("1") {
		t.Errorf("of a small room %d bytes passed instead of one mail", len(got))
	}
	if got, _ = passed(t, mail("1")+mail("2"), func(w *wire) { w.bound(0) }); got != mail("1")+mail("2") {
		t.Errorf("without a bound %d bytes passed", len(got))
	}
}

func TestWire_ShowsAnswersToWhoWaitsForThem(t *testing.T) {
	var heard []string
	got, _ := passed(t, "* LIST () \"/\" R&D [x\r\n* 3 EXISTS\r\na1 OK done\r\n", func(w *wire) {
		w.listen(func(resp []byte) bool {
			heard = append(heard, string(resp))
			return strings.HasPrefix(string(resp), "* LIST")
		})
	})
	if got != "* 3 EXISTS\r\na1 OK done\r\n" {
		t.Errorf("passed %q", got)
	}
	if len(heard) != 2 || heard[0] != "* LIST () \"/\" R&D [x\r\n" {
		t.Errorf("heard %q", heard)
	}
}

func TestWire_KeepsTheGoodbye(t *testing.T) {
	var kept *wire
	_, err := passed(t, "* BYE [UNAVAILABLE] Sampai jumpa\r\n", func(w *wire) { kept = w })
	if kept.goodbye() != "Sampai jumpa" || !errors.Is(err, io.EOF) {
		t.Errorf("%q, %v", kept.goodbye(), err)
	}
}

func TestWire_ALineThatWasPushedComesFirst(t *testing.T) {
	if got, _ := passed(t, "* 3 EXISTS\r\n", func(w *wire) { w.push(greetOK) }); got != greetOK+"* 3 EXISTS\r\n" {
		t.Errorf("passed %q", got)
	}
}
