package imap_test

import (
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"

	"jejaring/model/mail/mailtest"
)

// folderServer has folders with names that servers really have. The keys are what a server calls them in its list.
func folderServer(list string) *mailtest.Fake {
	srv := mailtest.Honest(mailtest.Many(2)...)
	srv.Odd = func(c net.Conn, tag, command string) bool {
		switch word, _, _ := strings.Cut(command, " "); {
		case word == "LIST":
			fmt.Fprintf(c, "%s%s OK done\r\n", list, tag)
		case word == "EXAMINE":
			fmt.Fprintf(c, "* 2 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n%s OK [READ-ONLY] done\r\n", tag)
		default:
			return false
		}
		return true
	}

	return srv
}

func TestExamine_AsksForAFolderAsTheServerNamesIt(t *testing.T) {
	for name, raw := range map[string]string{"R&D": "R&D", "Kerja sama, 2026": "Kerja sama, 2026", "Persetujuan é": "Persetujuan \xc3\xa9",
		"Été": "&AMk-t&AOk-", `Tanda "kutip"`: `Tanda \"kutip\"`, `Arsip\lama`: `Arsip\\lama`} {
		srv := folderServer("* LIST () \"/\" \"" + raw + "\"\r\n")
		b := readerOf(srv.Start(t))
		b.folder = name
		if r, err := b.read(); err != nil || len(r.mails) != 2 {
			t.Errorf("%s: %d mails, %v", name, len(r.mails), err)
		}
		if !slices.Contains(srv.Commands, `EXAMINE "`+raw+`"`) {
			t.Errorf("%s: said %q", name, srv.Commands)
		}
	}
}
