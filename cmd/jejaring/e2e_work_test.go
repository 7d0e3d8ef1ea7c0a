//go:build e2e

package main

import (
	"context"
	"image"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// entersPartner registers a hospital with its director and the contact person for agreements, by keyboard.
func entersPartner(t *testing.T, p *person, data string) {
	t.Helper()
	p.press("ctrl+2", "ctrl+n")
	p.awaits(p.words.Say("tab.contacts"))
	p.writeAll("RS Bunda Cempaka")
	p.choose(1) // a health facility
	p.press("Tab")
	p.finds("rs swasta")
	p.press("Tab")
	p.choose(1) // active, the one after what is proposed
	p.press("Tab")
	p.writeAll("RSBC", "Jalan Cempaka No. 45", "Kota Tirtasana", "99997", "(0999) 000-202", "sekretariat@rs-bundacempaka.example.com")
	p.awaits("rs-bundacempaka.example.com")
	p.press("ctrl+s")
	p.awaits(p.words.Say("form.saved"))
	p.page(p.words.Say("tab.contacts"))
	p.click(p.words.Say("contact.add"))
	p.writeAll("dr. Hendra Lukito, Sp.OG", "Direktur")
	p.press("Down", "Up", "Return") // decides, the one before what is proposed
	p.press("Tab")
	p.writeAll("0812-0001-0201", "direktur@rs-bundacempaka.example.com")
	p.click(p.words.Say("contact.add"))
	p.writeAll("Vina Oktaviani, S.K.M.", "Kepala Kerja Sama", "", "0812-0001-0202", "kerjasama@rs-bundacempaka.example.com")
	p.press("ctrl+s")
	p.awaits(p.words.Say("form.saved"))
	found := register(t, data, partnersOf)
	if len(found) != 1 || len(found[0].Contacts) != 2 {
		t.Fatalf("%+v", found)
	}

	r := found[0]
	if r.Name != "RS Bunda Cempaka" || r.Sector != "health_facility" || r.OrgType != "hospital_private" || r.Status != "active" ||
		r.Phone != "+62999000202" || !slices.Equal(r.EmailDomains, []string{"rs-bundacempaka.example.com"}) {
		t.Errorf("%+v", r)
	}

	if c := r.Contacts[0]; c.Name != "dr. Hendra Lukito, Sp.OG" || c.Role != "decision_maker" || c.Phone != "+6281200010201" {
		t.Errorf("%+v", c)
	}
	if c := r.Contacts[1]; c.Role != "pic_agreement" || c.Email != "kerjasama@rs-bundacempaka.example.com" {
		t.Errorf("%+v", c)
	}
}

// entersAgreement picks the partner and the field of cooperation; the model text fills the rest but the authority.
func entersAgreement(t *testing.T, p *person, data string) {
	t.Helper()
	p.press("ctrl+3", "ctrl+n")
	p.awaits(p.words.Say("tab.obligations"))
	p.press("space")
	p.awaits(p.words.Say("form.search"))
	p.write("bunda")
	p.awaits("RS Bunda Cempaka")
	p.press("Return", "Tab")
	p.finds("rujukan pasien")
	p.awaits("Rujukan Pasien")
	p.press("Tab", "Tab", "ctrl+a") // past the agreement that could be copied
	p.write("Rujukan Pasien Rawat Jalan")
	p.awaits("dr. Hendra Lukito, Sp.OG")
	position := middle(p.awaits("Direktur"))
	p.clickAt(position.Add(image.Pt(0, 62))) // the authority, below the position
	p.write("Akta Pendirian Nomor 12 tanggal 3 Maret 2015")
	p.press("ctrl+s")
	p.awaits(p.words.Say("form.saved"))
	found := register(t, data, agreementsOf)
	if len(found) != 1 {
		t.Fatalf("%+v", found)
	}

	a := found[0]
	if a.Title != "Rujukan Pasien Rawat Jalan" || a.Status != model.StatusDraft || a.CooperationField != "referral" || a.NumberOwn != "" ||
		a.PartnerNames() != "RS Bunda Cempaka" || a.Parties[1].RepName != "dr. Hendra Lukito, Sp.OG" ||
		a.Parties[1].Authority != "Akta Pendirian Nomor 12 tanggal 3 Maret 2015" || len(a.ScopeItems) != 5 || len(a.PICs) != 2 {
		t.Errorf("%+v", a)
	}
}

// savesDraft looks at the draft and keeps it as a file of the account.
func savesDraft(t *testing.T, p *person, account string) {
	t.Helper()
	p.click(p.words.Say("step.agreement.issue"))
	p.awaits("001/PKS/KLN-SM/XI/2026")
	p.click(p.words.Say("paper.save_draft"))
	p.awaits(p.words.Say("file.save"))
	p.press("Return")
	p.awaits(p.words.Say("file.saved", "PKS-konsep-1-rangkap-1.pdf"))
	text := plain(read(t, filepath.Join(account, "PKS-konsep-1-rangkap-1.pdf")))
	if !strings.Contains(text, "RUJUKAN PASIEN RAWAT JALAN") || !strings.Contains(text, "RS Bunda Cempaka") {
		t.Errorf("the draft says: %s", text)
	}
}

// issues looks at the paper, takes the number, and returns what is stored then.
func issues(t *testing.T, p *person, data string) []string {
	t.Helper()
	p.click(p.words.Say("step.agreement.issue"))
	p.awaits("001/PKS/KLN-SM/XI/2026")
	p.awaits(p.words.Say("paper.complete", 2))
	if sums := register(t, data, paperSums); len(sums) != 0 {
		t.Errorf("papers before the issue: %v", sums)
	}

	p.click(p.words.Say("agreement.issue_now"))
	p.awaits(p.words.Label("agreement_status", string(model.StatusAwaiting)))
	sums := register(t, data, paperSums)
	if len(sums) != 2 || !strings.HasPrefix(sums[0], "PKS-001-KLN-SM-XI-2026-rangkap-1.pdf 001/PKS/KLN-SM/XI/2026 ") ||
		!strings.HasPrefix(sums[1], "PKS-001-KLN-SM-XI-2026-rangkap-2.pdf") || strings.Contains(strings.Join(sums, ""), "false") {
		t.Fatalf("%v", sums)
	}

	if a := register(t, data, agreementsOf)[0]; a.Status != model.StatusAwaiting || a.NumberOwn != "001/PKS/KLN-SM/XI/2026" {
		t.Errorf("%s %s", a.Status, a.NumberOwn)
	}
	return sums
}

// secondCopy starts the program a second time while another window covers the first.
func secondCopy(t *testing.T, path string) {
	s := newScreen(t)
	data := filepath.Join(t.TempDir(), "data")
	account := homeFolder(t)
	p := newPerson(t, s, "id")
	first := s.start(account, path, "--data", data)
	p.sitsDown(first)
	p.click(p.words.Say("welcome.later"))
	p.awaits(p.words.Say("nav.agreements"))
	other := s.start(homeFolder(t), path, "--data", filepath.Join(t.TempDir(), "other"))
	p.sitsDown(other)
	p.awaits(p.words.Say("welcome.own"))
	second := s.start(account, path, "--data", data)
	if code := second.exit(); code != 0 {
		t.Errorf("exit code %d:\n%s", code, second.told)
	}

	p.awaits(p.words.Say("nav.agreements"))
	p.press("ctrl+2")
	p.awaits(p.words.Say("partner.search"))
	first.kill()
	other.kill()
	p.sitsDown(s.start(account, path, "--data", data))
	p.awaits(p.words.Say("welcome.no_profile"))
}

// otherLanguage changes the language while a partner is being typed, and back.
func otherLanguage(t *testing.T, path string) {
	s := newScreen(t)
	data := filepath.Join(t.TempDir(), "data")
	id := newPerson(t, s, "id")
	en := newPerson(t, s, "en")
	id.sitsDown(s.start(homeFolder(t), path, "--data", data))
	id.click(id.words.Say("welcome.later"))
	id.awaits(id.words.Say("nav.agreements"))
	id.press("ctrl+2", "ctrl+n")
	id.awaits(id.words.Say("tab.contacts"))
	id.writeAll("Puskesmas Melati")
	id.choose(1)
	id.fill(id.words.Field("partner.phone"), "0812 belum")
	id.click("EN")
	en.awaits(en.words.Say("tab.contacts"))
	en.write(" dicek") // the cursor is where it was
	en.awaits("0812 belum dicek")
	en.scrollUp()
	for _, kept := range []string{"Puskesmas Melati", en.words.Label("sector", "health_facility"), en.words.Say("form.unsaved"), en.words.Say("nav.agreements")} {
		en.awaits(kept)
	}

	en.into(en.words.Field("partner.phone"))
	en.awaits("0812 belum dicek")
	en.click("ID")
	id.awaits(id.words.Say("form.unsaved"))
	id.awaits("0812 belum dicek")
	found := register(t, data, func(ctx context.Context, s *store.Store) (int, error) {
		ids, err := s.Partners().IDs(ctx, model.Query{})
		return len(ids), err
	})
	if found != 0 {
		t.Errorf("%d partners are stored although nothing was saved", found)
	}
}
