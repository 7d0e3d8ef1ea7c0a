package form

import (
	"slices"
	"testing"
)

type account struct{ folders []string }

func TestNames_ComeBackAsTheyWere(t *testing.T) {
	f := Names("folders", func(r *account) *[]string { return &r.folders })
	for _, folders := range [][]string{{"INBOX", "Sent"}, {"Kerja sama, 2026", "INBOX"}, {"a;b", `"`, `kata "kutip"`, " dengan blank "},
		{"R&D", "Arsip  lama"}, {"[Gmail]/Surat Terkirim"}, {`",", "`}} {
		from := account{folders}
		to := account{}
		shown := f.get(&from)
		if f.set(&to, shown); !slices.Equal(to.folders, folders) {
			t.Errorf("%q is shown as %s and comes back as %q", folders, shown, to.folders)
		}
	}
}

func TestNames_AreReadAsTyped(t *testing.T) {
	for typed, want := range map[string][]string{
		"INBOX, Sent":                      {"INBOX", "Sent"},
		"INBOX;Sent\nArsip ,, INBOX":       {"INBOX", "Sent", "Arsip"},
		`INBOX, "Kerja sama, 2026"`:        {"INBOX", "Kerja sama, 2026"},
		`"Kerja sama, 2026" , Sent`:        {"Kerja sama, 2026", "Sent"},
		`"tanda yang tidak ditutup, INBOX`: {"tanda yang tidak ditutup, INBOX"},
		"  ":                               nil,
		`Surat 5" besar, INBOX`:            {`Surat 5" besar`, "INBOX"},
	} {
		var got account
		Names("folders", func(r *account) *[]string { return &r.folders }).set(&got, typed)
		if !slices.Equal(got.folders, want) {
			t.Errorf("%q gives %q, want %q", typed, got.folders, want)
		}
	}
}
