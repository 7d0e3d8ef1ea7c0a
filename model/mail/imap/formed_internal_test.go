package imap

import "testing"

func TestSpoken_IsTheSentenceWithoutItsCode(t *testing.T) {
	for _, c := range []struct {
		resp, kind, want string
		ok               bool
	}{
		{"* BYE Sampai jumpa\r\n", "BYE", "Sampai jumpa", true},
		{"* bye [ALERT] Sampai jumpa\r\n", "BYE", "Sampai jumpa", true},
		{"*  NO [LIMIT]  terlalu sering \r\n", "NO", "terlalu sering", true},
		{"* OK\r\n", "OK", "", true},
		{"* OK [ALERT kode tanpa akhir\r\n", "OK", "[ALERT kode tanpa akhir", true},
		{"* NO kata [dalam kurung] di tengah\r\n", "NO", "kata [dalam kurung] di tengah", true},
		{"* 3 EXISTS\r\n", "BYE", "", false},
		{"a1 NO ditolak\r\n", "NO", "", false},
	} {
		if got, ok := spoken([]byte(c.resp), c.kind); got != c.want || ok != c.ok {
			t.Errorf("%q as %s: %q, %v", c.resp, c.kind, got, ok)
		}
	}
}

func TestAnnounced_ReadsTheSizeOfALiteral(t *testing.T) {
	for _, c := range []struct {
		line string
		size int
		ok   bool
	}{
		{"* 1 FETCH (BODY[] {12}\r\n", 12, true},
		{"* 1 FETCH (BODY[] {0}\n", 0, true},
		{"x {7+}\r\n", 7, true},
		{"x {4294967295}\r\n", -1, true},
		{"x {99999999999999999999}\r\n", -1, true},
		{"x {}\r\n", 0, false},
		{"x {-1}\r\n", 0, false},
		{"x {12} \r\n", 0, false},
		{"x {12a}\r\n", 0, false},
		{"tanpa apa-apa\r\n", 0, false},
		{"\r\n", 0, false},
	} {
		if size, ok := announced([]byte(c.line)); size != c.size || ok != c.ok {
			t.Errorf("%q: %d, %v", c.line, size, ok)
		}
	}
}

func TestChatter_IsWhatAServerMaySayAtAnyTime(t *testing.T) {
	for line, want := range map[string]bool{"* OK Still here": true, "* no apa pun": true, "* BYE": true, "* SEARCH 1 2": false, "a1 OK done": false, "": false} {
		if got := chatter([]byte(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestBalanced_LooksAtEveryQuoteAndLiteral(t *testing.T) {
	for resp, want := range map[string]bool{
		`* LIST () "/" "a)b"`:           true,
		`* LIST () "/" "a\")b"`:         true,
		`* LIST () "/" "a`:              false,
		"* 1 FETCH (A {3}\r\n))) B 1)":  true,
		"* 1 FETCH (A {30}\r\n))) B 1)": false,
		"* 1 FETCH )(":                  false,
		"* 1 FETCH ((((A))))":           true,
	} {
		if got := balanced([]byte(resp)); got != want {
			t.Errorf("%q: %v", resp, got)
		}
	}
}

func TestConnection_NamesOfFoldersAsAServerWritesThem(t *testing.T) {
	c := &Connection{options: Options{}.withDefaults()}
	for _, l := range []struct {
		resp, name       string
		sent, open, mine bool
	}{
		{`* LIST () "/" INBOX`, "INBOX", false, true, true},
		{`* list () "/" inbox`, "INBOX", false, true, true},
		{`* LIST (\HasNoChildren \Sent) "/" Keluar`, "Keluar", true, true, true},
		{`* LIST () "." "INBOX.Terkirim"`, "INBOX.Terkirim", true, true, true},
		{`* LIST () NIL "Sent Items"`, "Sent Items", true, true, true},
		{`* LIST (\NoSelect) "/" [Gmail]`, "[Gmail]", false, false, true},
		{`* LIST (\NonExistent) "/" Lama`, "Lama", false, false, true},
		{`* LIST () "/" &AMk-t&AOk-`, "Été", false, true, true},
		{"* LIST () \"/\" {6}\r\nRS (1)", "RS (1)", false, true, true},
		{`* LIST () "/" "Tanda \"kutip\" dan \\"`, `Tanda "kutip" dan \`, false, true, true},
		{`* LIST () "/" "Arsip" ("CHILDINFO" ("SUBSCRIBED"))`, "Arsip", false, true, true},
		{`* LIST () "/" Arsip lama ("CHILDINFO" ("SUBSCRIBED"))`, "Arsip lama", false, true, true},
		{"* LIST", "", false, false, false},
		{"* LIST ", "", false, false, true},
		{`* LIST ()`, "", false, false, true},
		{`* LSUB () "/" INBOX`, "", false, false, false},
		{"* 3 EXISTS", "", false, false, false},
	} {
		f, open, mine := c.hearFolder([]byte(l.resp + "\r\n"))
		if f.Name != l.name || f.Sent != l.sent || open != l.open || mine != l.mine {
			t.Errorf("%s: %+v, open %v, mine %v", l.resp, f, open, mine)
		}
	}
}

func TestFolderNamed_TakesWhatTheServerKnows(t *testing.T) {
	known := []Folder{{Name: "INBOX", raw: "INBOX"}, {Name: "R&D", raw: "R&D"}, {Name: "Keluar", raw: "Keluar", Sent: true}}
	for _, c := range []struct {
		name string
		want Folder
	}{
		{"inbox", Folder{Name: "inbox", raw: "INBOX"}},
		{"R&D", Folder{Name: "R&D", raw: "R&D"}},
		{"Keluar", Folder{Name: "Keluar", raw: "Keluar", Sent: true}},
		{"Hilang", Folder{Name: "Hilang"}},
		{"INBOX/Sent Items", Folder{Name: "INBOX/Sent Items", Sent: true}},
	} {
		if got := FolderNamed(c.name, known); got != c.want {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

func TestResponseNumber_ReadsACode(t *testing.T) {
	for resp, want := range map[string]uint32{"* OK [UIDVALIDITY 3857529045] UIDs valid": 3857529045, "* ok [uidvalidity 7 ] x": 7,
		"* OK [UIDVALIDITY x]": 0, "* OK [UIDVALIDITY 7": 0, "* OK [UIDVALIDITY 99999999999]": 0, "* OK [UIDNEXT 9]": 0} {
		n, ok := responseNumber([]byte(resp), "UIDVALIDITY")
		if ok != (want > 0) || ok && n != want {
			t.Errorf("%s: %d, %v", resp, n, ok)
		}
	}
}
