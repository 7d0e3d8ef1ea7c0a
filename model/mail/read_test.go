package mail_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/mail/mime"
)

// TestRead_SaysWhatAMailIsAbout has subjects and texts as partners write them, by the keywords of brief section 4.13.
func TestRead_SaysWhatAMailIsAbout(t *testing.T) {
	for _, c := range []struct{ fields, subject, body, want string }{
		{"", "Surat rujukan atas nama pasien", "", "rujukan"},
		{"", "Surat", "Terlampir balasan rujukan.", "rujukan"},
		{"", "Rujuk balik pasien", "", "rujukan"},
		{"", "Hasil laboratorium", "", "hasil_penunjang"},
		{"", "Critical result", "", "hasil_penunjang"},
		{"", "Invoice November", "", "tagihan"},
		{"", "Billing", "", "tagihan"},
		{"", "Surat", "Mohon pembayaran segera.", "lainnya"}, // in the text it says too little
		{"", "Undangan rapat", "", "undangan"},
		{"", "Kegiatan", "You are invited to our meeting.", "undangan"},
		{"", "Pengakhiran perjanjian", "", "pengakhiran"},
		{"", "Renewal of agreement", "", "perpanjangan"},
		{"", "Perjanjian akan berakhir", "", "perpanjangan"},
		{"", "Keluhan layanan", "", "keluhan"},
		{"", "Perubahan jadwal", "", "pemberitahuan"},
		{"", "Acara", "The workshop will be held on Monday.", "pemberitahuan"},
		{"", "Tanggapan kami", "", "balasan"},
		{"", "Surat", "Menjawab surat Bapak, kami setuju.", "balasan"},
		{"", "Laporan triwulan", "", "laporan"},
		{"", "Permohonan kerja sama", "", "permohonan"},
		{"", "Surat", "Kami mengajukan kerja sama.", "permohonan"},
		{"", "Surat", "Mohon dibaca.", "lainnya"}, // a courtesy, not a request
		{"", "Penawaran alat", "", "penawaran"},
		{"", "Apa kabar", "Baik.", "lainnya"},
		{"", "Undangan", "Terlampir invoice.", "undangan"}, // the subject before the text
		{"", "Surat", "Baik.\r\n\r\nOn Tue, 1 Sep 2026, Ani <a@b.example> wrote:\r\n> undangan", "lainnya"},
		{"", "Re: Undangan rapat", "", "balasan"},
		{"", "RE[2]: Undangan rapat", "", "balasan"},
		{"", "Bls: Undangan rapat", "", "balasan"},
		{"", "Rencana: undangan rapat", "", "undangan"},
		{"", "Re undangan rapat", "", "undangan"},
		{"In-Reply-To: <a@b>\r\n", "Undangan rapat", "", "balasan"},
		{"Auto-Submitted: auto-replied\r\n", "Undangan rapat", "", "lainnya"},
		{"", "", "", "lainnya"},
	} {
		m := mail.Read([]byte(c.fields+"Subject: "+c.subject+"\r\n\r\n"+c.body+"\r\n"), mime.Options{})
		same(t, c.fields+c.subject+": "+c.body, m.Category, c.want)
	}
}

// TestRead_KnowsAboutEveryMail reads odd mails and their beginnings: each has a category, and waits for the linking.
func TestRead_KnowsAboutEveryMail(t *testing.T) {
	names, err := filepath.Glob("mime/testdata/cases/*.eml")
	if err != nil || len(names) < 70 {
		t.Fatalf("%d mails, %v", len(names), err)
	}

	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}

		for end := 0; end <= len(raw); end += 97 {
			m := mail.Read(raw[:end], mime.Options{})
			if m.Category == "" || m.Status != "unregistered" || m.LinkRule != model.RuleNone || m.MessageID == "" {
				t.Fatalf("%s, %d bytes: %q, %q, %q", name, end, m.Category, m.Status, m.LinkRule)
			}
		}
	}
}

// TestPresets_CanBeReached: each names a port, a protection that the mailbox takes, and a sentence about what is needed.
func TestPresets_CanBeReached(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range mail.Presets() {
		if seen[p.Key] || p.Key == "" || p.Name == "" || p.Host == "" || p.Hint == "" {
			t.Errorf("%+v", p)
		}

		seen[p.Key] = true
		box := model.NewMailbox()
		box.Name, box.Host, box.Port, box.Security, box.User = p.Name, "imap.example.org", p.Port, p.Security, "a@example.org"
		if problems := box.Check(); len(problems) > 0 || !slices.Contains(model.Securities(), p.Security) {
			t.Errorf("%s: %v", p.Key, problems)
		}
	}
}

func TestMatch_NumbersInWhatIsQuotedCountLess(t *testing.T) {
	m := incoming("x@y.example", "", "lihat 002/PKS/KLN/II/2026\n\n> 001/PKS/KLN/I/2026\n")
	m.Enclosed = "001/PKS/KLN/I/2026"
	same(t, "new text", mail.Match(m, directory(), nil).PartnerID, 2)
	m.Body = "baik\n"
	same(t, "what the mail carries", mail.Match(m, directory(), nil).PartnerID, 1)
}

func TestMatch_ABounceIsLinkedToWhatItReports(t *testing.T) {
	m := incoming("mailer-daemon@mx.example", "Undeliverable", "")
	m.AutoSubmitted = true
	m.Embedded = []string{"tidak-ada@x", "kami@x"}
	thread := map[string]model.Message{"kami@x": {MessageID: "kami@x", PartnerID: 2, AgreementIDs: []model.ID{21}}}
	l := mail.Match(m, directory(), thread)
	if l.Rule != model.RuleEmbedded || l.PartnerID != 2 || !slices.Equal(l.AgreementIDs, []model.ID{21}) {
		t.Errorf("%+v", l)
	}

	m.AutoSubmitted = false
	same(t, "a person's mail that carries another", mail.Match(m, directory(), thread).Rule, model.RuleNone)
}
