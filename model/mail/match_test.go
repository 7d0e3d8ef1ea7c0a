package mail_test

import (
	"slices"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
)

// directory has a hospital (1), a health office (2) and its Puskesmas (3) on one domain, and a forum on free mail (4).
func directory() model.Directory {
	day := func(year int) model.Date { return model.Date{Year: year, Month: 1, Day: 1} }
	return model.Directory{
		OwnAddresses: []string{"admin@klinik.example.com"},
		Numbers: map[string]model.NumberTarget{
			"001/PKS/KLN/I/2026":  {Number: "001/PKS/KLN/I/2026", Type: "PKS", PartnerID: 1, AgreementIDs: []model.ID{11}},
			"002/PKS/KLN/II/2026": {Number: "002/PKS/KLN/II/2026", Type: "PKS", PartnerID: 2, AgreementIDs: []model.ID{21}},
			"003/UND/KLN/II/2026": {Number: "003/UND/KLN/II/2026", Type: "UND"},
			"009/RJK/KLN/II/2026": {Number: "009/RJK/KLN/II/2026", Type: "RJK", ReferralCode: "F09"},
			"KLN-7/2026":          {Number: "KLN-7/2026", Type: "PKS", PartnerID: 3, AgreementIDs: []model.ID{31}},
		},
		PartnerNumbers: map[string]model.NumberTarget{
			"445/017/RSUD/II/2025": {Number: "445/017/RSUD/II/2025", PartnerID: 1, AgreementIDs: []model.ID{12}},
			"NO.77RSUD-A":          {Number: "No. 77 RSUD-A", PartnerID: 1, AgreementIDs: []model.ID{12}},
			"7":                    {Number: "7", PartnerID: 2, AgreementIDs: []model.ID{21}},
		},
		Partners: []model.DirectoryPartner{
			{ID: 1, Name: "RSUD Tirtasana", Short: "RST", Emails: []string{"humas@rsud.example.org"}, Contacts: []string{"maya@rsud.example.org", "maya@gmail.com"},
				Domains: []string{"rsud.example.org"}, Agreements: []model.DirectoryAgreement{
					{ID: 11, Status: "active", Field: "referral", Start: day(2026), End: day(2027)},
					{ID: 12, Status: "expired", Field: "referral", Start: day(2024), End: day(2025)},
					{ID: 13, Status: "draft", Field: "referral", Start: day(2026), End: day(2028)}}},
			{ID: 2, Name: "Dinas Kesehatan", Short: "DINKES", Emails: []string{"dinas@kota.example.org"}, Domains: []string{"kota.example.org"},
				Agreements: []model.DirectoryAgreement{{ID: 21, Status: "review"}}},
			{ID: 3, Name: "Puskesmas Kenanga", Short: "PKM", Emails: []string{"pkm@kota.example.org"}, Contacts: []string{"eka@kota.example.org", "maya@gmail.com"},
				Domains: []string{"kota.example.org"}},
			{ID: 4, Name: "Forum Melati", Emails: []string{"forum@gmail.com"}, Domains: []string{"gmail.com"}},
		},
	}
}

func incoming(from, subject, body string) model.Message {
	return model.Message{Base: model.Base{ID: 50}, Direction: "in", MessageID: "x@y", SenderEmail: from, Subject: subject, Body: body, Category: "lainnya",
		Date: time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)}
}

func TestMatch_Rules(t *testing.T) {
	for _, c := range []struct {
		name       string
		m          model.Message
		rule       string
		partner    model.ID
		agreements []model.ID
		suggested  []model.ID
	}{
		{"own number", incoming("x@y.example", "Re", "lihat 001/pks/KLN / I /\u00a02026."), model.RuleOwnNumber, 1, []model.ID{11}, nil},
		{"own number of another shape", incoming("x@y.example", "(KLN-7/2026)", ""), model.RuleOwnNumber, 3, []model.ID{31}, nil},
		{"number of nobody", incoming("x@y.example", "999/PKS/KLN/I/2026", ""), model.RuleNone, 0, nil, nil},
		{"number inside a longer one", incoming("x@y.example", "5001/PKS/KLN/I/2026", ""), model.RuleNone, 0, nil, nil},
		{"new text before quoted", incoming("x@y.example", "", "002/PKS/KLN/II/2026\nOn Monday A wrote:\n> 001/PKS/KLN/I/2026\n"), model.RuleOwnNumber, 2, []model.ID{21}, nil},
		{"quoted text alone", incoming("x@y.example", "", "ya\n> 001/PKS/KLN/I/2026\n"), model.RuleOwnNumber, 1, []model.ID{11}, nil},
		{"letter to nobody in particular", incoming("maya@rsud.example.org", "003/UND/KLN/II/2026", ""), model.RuleOwnNumber, 1, nil, []model.ID{11}},
		{"the same from a stranger", incoming("x@y.example", "003/UND/KLN/II/2026", ""), model.RuleNone, 0, nil, nil},
		{"referral", incoming("maya@rsud.example.org", "009/RJK/KLN/II/2026", ""), model.RuleReferral, 1, []model.ID{11}, nil},
		{"partner's number", incoming("x@y.example", "No 445/017/ RSUD/II/2025", ""), model.RulePartnerNumber, 1, []model.ID{12}, nil},
		{"partner's number with blanks", incoming("x@y.example", "", "surat no. 77 RSUD-A tanggal"), model.RulePartnerNumber, 1, []model.ID{12}, nil},
		{"partner's number inside a word", incoming("x@y.example", "", "xno.77RSUD-AB"), model.RuleNone, 0, nil, nil},
		{"contact", incoming("Maya@RSUD.example.org", "", ""), model.RuleContact, 1, nil, []model.ID{11}},
		{"institution", incoming("dinas@kota.example.org", "", ""), model.RuleContact, 2, nil, []model.ID{21}},
		{"contact of two partners", incoming("maya@gmail.com", "", ""), model.RuleNone, 0, nil, nil},
		{"domain", incoming("lain@rsud.example.org", "", ""), model.RuleDomain, 1, nil, []model.ID{11}},
		{"domain of two partners", incoming("lain@kota.example.org", "", ""), model.RuleNone, 0, nil, nil},
		{"free mail as a domain", incoming("lain@gmail.com", "", ""), model.RuleNone, 0, nil, nil},
		{"no sender", incoming("", "", ""), model.RuleNone, 0, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := mail.Match(c.m, directory(), nil)
			same(t, "rule", l.Rule, c.rule)
			same(t, "partner", l.PartnerID, c.partner)
			if !slices.Equal(l.AgreementIDs, c.agreements) || !slices.Equal(l.Suggestions, c.suggested) {
				t.Errorf("agreements %v, suggested %v", l.AgreementIDs, l.Suggestions)
			}
		})
	}
}

func TestMatch_ReferralTakesTheAgreementInForceOnItsDay(t *testing.T) {
	m := incoming("maya@rsud.example.org", "009/RJK/KLN/II/2026", "")
	for year, want := range map[int][]model.ID{2026: {11}, 2024: {12}, 2030: nil} {
		m.Date = time.Date(year, 3, 1, 8, 0, 0, 0, time.UTC)
		l := mail.Match(m, directory(), nil)
		if l.ReferralCode != "F09" || !slices.Equal(l.AgreementIDs, want) {
			t.Errorf("%d: %q %v", year, l.ReferralCode, l.AgreementIDs)
		}
	}
}

func TestMatch_AnswersInheritLinks(t *testing.T) {
	parent := model.Message{MessageID: "p@x", PartnerID: 2, AgreementIDs: []model.ID{21}, ReferralCode: "F1"}
	empty := model.Message{MessageID: "e@x"}
	thread := map[string]model.Message{"p@x": parent, "e@x": empty, "x@y": {MessageID: "x@y", PartnerID: 3}}
	m := incoming("maya@rsud.example.org", "001/PKS/KLN/I/2026", "")
	m.References = []string{"p@x", "e@x"}

	for _, id := range []string{"p@x", "e@x", "unknown@x", "x@y", ""} {
		m.InReplyTo = id
		l := mail.Match(m, directory(), thread)
		if l.Rule != model.RuleInReplyTo || l.PartnerID != 2 || l.ReferralCode != "F1" || l.Confidence != 0.99 {
			t.Errorf("%s: %+v", id, l)
		}
	}

	m.References, m.InReplyTo = nil, "e@x"
	same(t, "answer to an unlinked mail", mail.Match(m, directory(), thread).Rule, model.RuleOwnNumber)
}

func TestMatch_OutgoingByRecipientsAndNumbers(t *testing.T) {
	m := incoming("admin@klinik.example.com", "", "")
	m.Direction = "out"
	m.Recipients = []string{"teman@y.example"}
	m.CC = []string{"maya@rsud.example.org"}
	l := mail.Match(m, directory(), nil)
	same(t, "rule", l.Rule, model.RuleComposed)
	same(t, "partner", l.PartnerID, 1)
	m.Recipients, m.CC, m.Subject = nil, nil, "002/PKS/KLN/II/2026"
	same(t, "partner of the number", mail.Match(m, directory(), nil).PartnerID, 2)
	m.Subject = ""
	same(t, "to nobody", mail.Match(m, directory(), nil).Rule, model.RuleNone)
}

func TestMatch_DisplayNames(t *testing.T) {
	for _, c := range []struct {
		name, email string
		warns       bool
	}{
		{"RSUD Tirtasana", "x@jahat.example", true},
		{"Humas - RSUD TIRTASANA", "x@gmail.com", true},
		{"rsud  tirtasana", "lain@rsud.example.org", false},
		{"RSUD Tirtasana", "maya@gmail.com", false},
		{"RST", "x@jahat.example", true},
		{"Pak RST Wijaya", "x@jahat.example", false},
		{"Sekretariat DINKES", "x@jahat.example", true},
		{"Ani", "x@jahat.example", false},
		{"", "x@jahat.example", false},
	} {
		m := incoming(c.email, "", "")
		m.SenderName = c.name
		m.Warnings = []model.Warning{{Code: model.WarnSpoof, Args: []string{"old"}}, {Code: model.WarnUrgent}}
		l := mail.Match(m, directory(), nil)
		warned := slices.ContainsFunc(l.Warnings, func(w model.Warning) bool { return w.Code == model.WarnSpoof && w.Args[0] != "old" })
		if warned != c.warns || len(l.Warnings) > 2 || l.Warnings[0].Code != model.WarnUrgent {
			t.Errorf("%s <%s>: %v", c.name, c.email, l.Warnings)
		}
		if c.warns {
			same(t, "names do not link", l.Rule, model.RuleNone)
		}
	}
}

func TestMatch_NumberInAFileName(t *testing.T) {
	m := incoming("x@y.example", "", "terlampir")
	m.Attachments = []model.Attachment{{Name: "001_PKS_KLN_I_2026.pdf"}}
	same(t, "partner", mail.Match(m, directory(), nil).PartnerID, 1)
}
