package imap_test

import (
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"

	"jejaring/model/mail/mailtest"
)

// TestSearch_NamesNoCharset reads from servers that refuse a search with one, as Yahoo's does.
func TestSearch_NamesNoCharset(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(3)...)
	srv.Odd = mailtest.Always("CHARSET", "TAG BAD [BADCHARSET] expected end of data instead of \"CHARSET\"\r\n")
	b := readerOf(srv.Start(t))
	if r, err := b.read(); err != nil || len(r.mails) != 3 {
		t.Fatalf("%d mails, %v withheld, %v", len(r.mails), r.withheld, err)
	}
	if said := strings.Join(srv.Commands, "\n"); strings.Contains(strings.ToUpper(said), "CHARSET") {
		t.Errorf("said:\n%s", said)
	}
}

func TestSearch_ARefusedSearchIsAskedInOtherWords(t *testing.T) {
	for _, answer := range []string{"TAG NO cannot\r\n", "TAG BAD unknown\r\n"} {
		srv := mailtest.Honest(mailtest.Many(3)...)
		search := mailtest.Always("UID SEARCH", answer)
		srv.Odd = func(c net.Conn, tag, command string) bool {
			if strings.HasSuffix(command, "(UID)") {
				fmt.Fprintf(c, "* 1 FETCH (UID 1)\r\n* 2 FETCH (FLAGS (\\Seen) UID 2)\r\n* 3 FETCH (UID 3)\r\n%s OK\r\n", tag)
				return true
			}
			return search(c, tag, command)
		}
		b := readerOf(srv.Start(t))
		if r, err := b.read(); err != nil || len(r.mails) != 3 {
			t.Errorf("%q: %+v, %v", answer, r, err)
		}
	}
}

func TestSearch_ReadsEverySearchResultWhole(t *testing.T) {
	odd := make([]string, 0, 30_000)
	for uid := 1_000_001; len(odd) < 30_000; uid += 2 {
		odd = append(odd, fmt.Sprint(uid))
	}

	scattered := "2," + strings.Join(odd, ",")
	for _, c := range []struct {
		name, answer string
		want         []uint32
	}{
		{"one line", "* SEARCH 1 2 3 5\r\n", []uint32{1, 2, 3, 5}},
		{"several lines", "* SEARCH 1 2\r\n* SEARCH 3\r\n* SEARCH 5\r\n", []uint32{1, 2, 3, 5}},
		{"several lines with news between", "* SEARCH 1 2\r\n* 6 EXISTS\r\n* OK still here\r\n* SEARCH 3 5\r\n", []uint32{1, 2, 3, 5}},
		{"a blank at the end", "* SEARCH 1 2 3 5 \r\n", []uint32{1, 2, 3, 5}},
		{"small letters", "* search 5 3\r\n", []uint32{3, 5}},
		{"with the state", "* SEARCH 1 5 (MODSEQ 917162500)\r\n", []uint32{1, 5}},
		{"none", "* SEARCH\r\n", nil},
		{"no answer at all", "", nil},
		{"ESEARCH", "* ESEARCH (TAG \"TAG\") UID ALL 1:3,5\r\n", []uint32{1, 2, 3, 5}},
		{"ESEARCH with more", "* ESEARCH (TAG \"TAG\") UID MIN 1 COUNT 4 ALL 5,3:1 MODSEQ 7\r\n", []uint32{1, 2, 3, 5}},
		{"ESEARCH without a tag", "* ESEARCH UID ALL 3\r\n", []uint32{3}},
		{"ESEARCH in two parts", "* ESEARCH (TAG \"TAG\") UID ALL 1\r\n* ESEARCH (TAG \"TAG\") UID ALL 5\r\n", []uint32{1, 5}},
		{"ESEARCH without mails", "* ESEARCH (TAG \"TAG\") UID\r\n", nil},
		{"ESEARCH of 240 KB", "* ESEARCH (TAG \"TAG\") UID ALL " + scattered + "\r\n", []uint32{2}},
		{"words that are no numbers", "* SEARCH 1 abc -5 5\r\n", []uint32{1, 5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			srv := mailtest.Honest(mailtest.Many(5)...)
			srv.Odd = mailtest.When("UID SEARCH ALL", 1, func(conn net.Conn, tag string) {
				fmt.Fprint(conn, strings.ReplaceAll(c.answer, "TAG\"", tag+"\""), tag, " OK done\r\n")
			})
			b := readerOf(srv.Start(t))
			r, err := b.read()
			if err != nil || len(r.mails) != len(c.want) || len(r.withheld) != 0 {
				t.Fatalf("%d mails, %v withheld, %v", len(r.mails), r.withheld, err)
			}

			var want []string
			for _, uid := range c.want {
				want = append(want, fmt.Sprint("surat ", uid-1))
			}

			if got := r.subjects(); !slices.Equal(got, want) {
				t.Errorf("%q came", got)
			}
		})
	}
}
