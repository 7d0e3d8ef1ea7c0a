package mail_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"os"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/mail/mailtest"
	"jejaring/model/mail/mime"
	"jejaring/model/testclock"
)

// atClinic is an account whose register is the fictitious clinic's.
func atClinic(t *testing.T, srv *mailtest.Fake) *account {
	t.Helper()
	a := newAccount(t, srv.Start(t))
	register, err := os.Open("../../assets/sample.json")
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = register.Close() }()
	if err := a.store.LoadSample(context.Background(), register); err != nil {
		t.Fatal(err)
	}
	return a
}

// fromPartner is a mail of a partner of the sample.
func fromPartner(n int, more, subject, body string) string {
	return fmt.Sprintf("From: Humas <humas@rsud-tirtasana.example.org>\r\nSubject: %s\r\nMessage-ID: <%d@p>\r\n%sDate: Tue, 17 Nov 2026 13:%02d:44 +0700\r\n\r\n%s\r\n",
		subject, n, more, n%60, body)
}

// links returns how each mail is linked, by its subject: the rule and the codes of the agreements.
func (a *account) links(t *testing.T) map[string]string {
	t.Helper()
	found, err := a.store.Messages().Find(t.Context(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}

	codes := map[model.ID]string{}
	agreements, err := a.store.Agreements().Find(t.Context(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}

	for _, g := range agreements {
		codes[g.ID] = g.Code
	}

	links := map[string]string{}
	for _, m := range found {
		links[m.Subject] = m.LinkRule
		for _, id := range m.AgreementIDs {
			links[m.Subject] += " " + codes[id]
		}
	}

	return links
}

// checks expects a register in which every record is what its history tells.
func (a *account) checks(t *testing.T) {
	t.Helper()
	r, err := a.store.Check(t.Context())
	if err != nil || !r.OK {
		t.Errorf("%+v, %v", r, err)
	}
}

// linkLines counts the lines of the history that tell of links.
func (a *account) linkLines(t *testing.T) int {
	t.Helper()
	lines, err := a.store.History(t.Context(), "message", 0, 0)
	if err != nil {
		t.Fatal(err)
	}

	n := 0
	for _, l := range lines {
		if l.Action == "link" {
			n++
		}
	}

	return n
}

// TestLink_AThreadIsFollowedThoughTheReplyComesFirst files from the newest mail to the oldest, in several batches.
func TestLink_AThreadIsFollowedThoughTheReplyComesFirst(t *testing.T) {
	list := []string{fromPartner(0, "", "induk", "Perihal 002/PKS/KLN-SM/II/2025")}
	list = append(list, mailtest.Many(250)...)
	list = append(list, "From: x@lain.example\r\nSubject: jawaban\r\nMessage-ID: <j1@p>\r\nIn-Reply-To: <0@p>\r\nDate: Wed, 18 Nov 2026 13:05:44 +0700\r\n\r\nbaik\r\n",
		"From: y@lain.example\r\nSubject: jawaban atas jawaban\r\nMessage-ID: <j2@p>\r\nReferences: <0@p> <j1@p>\r\nDate: Thu, 19 Nov 2026 13:05:44 +0700\r\n\r\nbaik\r\n",
		"From: z@lain.example\r\nSubject: yatim\r\nMessage-ID: <j3@p>\r\nIn-Reply-To: <tidak-ada@p>\r\nDate: Thu, 19 Nov 2026 13:06:44 +0700\r\n\r\nbaik\r\n")
	a := atClinic(t, mailtest.Honest(list...))
	r, err := a.sync()
	if err != nil || r.Fetched != 254 || r.Linked != 3 {
		t.Fatalf("%+v, %v", r, err)
	}

	got := a.links(t)
	for subject, want := range map[string]string{"induk": "2_own_number A01", "jawaban": "1_in_reply_to A01",
		"jawaban atas jawaban": "1_in_reply_to A01", "yatim": "7_none", "surat 7": "7_none"} {
		if got[subject] != want {
			t.Errorf("%s: %q, want %q", subject, got[subject], want)
		}
	}

	if n := a.linkLines(t); n != 3 {
		t.Errorf("%d lines in the history for 3 links", n)
	}

	a.checks(t)
	if left, err := a.store.Mail().Pending(t.Context(), 0, 0); err != nil || len(left) != 0 {
		t.Errorf("%d are pending, %v", len(left), err)
	}
}

// TestLink_AfterACutWhatCameIsLinked cuts the line behind the first batch: the reply is there, what it answers is not.
func TestLink_AfterACutWhatCameIsLinked(t *testing.T) {
	list := []string{fromPartner(0, "", "induk", "Perihal 002/PKS/KLN-SM/II/2025")}
	list = append(list, mailtest.Many(250)...)
	list = append(list, fromPartner(1, "In-Reply-To: <0@p>\r\n", "jawaban", "baik"), fromPartner(2, "", "nomor", "lihat 002/PKS/KLN-SM/II/2025"))
	srv := mailtest.Honest(list...)
	srv.Odd = mailtest.When("BODY.PEEK", 2, func(c net.Conn, _ string) { _ = c.Close() })
	a := atClinic(t, srv)
	r, err := a.sync()
	if !errors.Is(err, model.ErrMailCut) || r.Fetched != 200 || r.Linked != 2 {
		t.Fatalf("%+v, %v", r, err)
	}

	got := a.links(t)
	if got["nomor"] != "2_own_number A01" || got["jawaban"] != "5_contact" {
		t.Errorf("after the cut: %q", got)
	}
	if r, err = a.sync(); err != nil || r.Fetched != 53 {
		t.Fatalf("%+v, %v", r, err)
	}

	a.checks(t)
	if got = a.links(t); got["jawaban"] != "1_in_reply_to A01" || got["induk"] != "2_own_number A01" {
		t.Errorf("afterwards: %q, %q", got["jawaban"], got["induk"])
	}
}

func TestLink_WhatAPersonLinkedMeanwhileStays(t *testing.T) {
	srv := mailtest.Honest(append(mailtest.Many(250), fromPartner(1, "In-Reply-To: <nanti@p>\r\n", "jawaban", "baik"))...)
	srv.Odd = mailtest.When("BODY.PEEK", 2, func(c net.Conn, _ string) { _ = c.Close() })
	a := atClinic(t, srv)
	if _, err := a.sync(); !errors.Is(err, model.ErrMailCut) {
		t.Fatal(err)
	}

	found, err := a.store.Messages().Find(t.Context(), model.Query{Text: "jawaban"})
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}

	m := found[0]
	m.PartnerID, m.AgreementIDs, m.LinkedByUser = 0, nil, true
	if err := a.store.Messages().Save(t.Context(), &m); err != nil {
		t.Fatal(err)
	}
	if _, err := a.sync(); err != nil {
		t.Fatal(err)
	}

	a.checks(t)
	if got := a.links(t)["jawaban"]; got != model.RuleUser {
		t.Errorf("linked %q", got)
	}
}

// TestLink_NumbersAsPeopleWriteThem expects what cases/number-no-zeros and own-file-name-returned are examples of.
func TestLink_NumbersAsPeopleWriteThem(t *testing.T) {
	file := func(name string) string {
		return "Content-Type: multipart/mixed; boundary=b\r\n|\r\n--b\r\nContent-Type: text/plain\r\n\r\nTerlampir.\r\n--b\r\nContent-Type: application/pdf\r\n" +
			"Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\nabc\r\n--b--"
	}
	cases := map[string][3]string{ // header, body, agreement
		"balasan 2/pks/kln-sm/ii/2025":           {"", "", "A01"},
		"nol lebih":                              {"", "nomor 0002/PKS/KLN-SM/II/2025.", "A01"},
		"garis Word":                             {"", "nomor 002/PKS/KLN\xe2\x80\x93SM/II/2025", "A01"},
		"tanda hubung Word":                      {"", "nomor 002/PKS/KLN\xe2\x80\x91SM/II/2025,", "A01"},
		"garis miring lain":                      {"", "nomor 2\xe2\x88\x95PKS\xe2\x88\x95KLN-SM\xe2\x88\x95II\xe2\x88\x952025", "A01"},
		"blank":                                  {"", "nomor 2 / PKS / KLN-SM /\r\nII / 2025", "A01"},
		"No.2/PKS/KLN-SM/II/2025 mohon ditinjau": {"", "", "A01"},
		"Re: PKS 002 KLN-SM II 2025":             {"", "", "A01"},
		"nama berkas di isi":                     {"", "berkas PKS-002-KLN-SM-II-2025-rangkap-1.pdf sudah kami terima", "A01"},
		"garis bawah":                            {"", "lihat 002_PKS_KLN-SM_II_2025", "A01"},
		"berkas":                                 {file("PKS-003-KLN-SM-XII-2024-rangkap-1.pdf"), "", "A02"},
		"berkas kedua":                           {file("PKS-003-KLN-SM-XII-2024-rangkap-2 (1).pdf"), "", "A02"},
		"berkas kecil":                           {file("scan_pks-3-kln-sm-xii-2024_ttd.PDF"), "", "A02"},
		"berkas bernomor":                        {file("003-PKS-KLN-SM-XII-2024.pdf"), "", "A02"},
		"berkas dengan blank":                    {file("Balasan 003 PKS KLN SM XII 2024 final.pdf"), "", "A02"},
		"berkas dengan garis bawah":              {file("003_PKS_KLN-SM_XII_2024.pdf"), "", "A02"},
		"nomor lain 20/PKS/KLN-SM/II/2025":       {"", "", ""},
		"tahun lain 002/PKS/KLN-SM/II/2026":      {"", "", ""},
		"jenis lain 002/SPK/KLN-SM/II/2025":      {"", "", ""},
		"tanggal 2/2/2025 dan 3-12-2024":         {"", "", ""},
		"berkas lain":                            {file("PKS-030-KLN-SM-XII-2024-rangkap-1.pdf"), "", ""},
	}
	var list []string

	for i, subject := range slices.Sorted(maps.Keys(cases)) {
		header, body, _ := strings.Cut(cases[subject][0], "|\r\n")
		list = append(list, fmt.Sprintf("From: x@lain.example\r\nSubject: %s\r\nMessage-ID: <n%d@p>\r\n%sMIME-Version: 1.0\r\n\r\n%s%s\r\n", subject, i,
			header, cases[subject][1], body))
	}

	for i := range list {
		list[i] = strings.Replace(list[i], "MIME-Version: 1.0\r\n\r\n", "MIME-Version: 1.0\r\nContent-Transfer-Encoding: 8bit\r\n\r\n", 1)
		if !strings.Contains(list[i], "multipart") {
			list[i] = strings.Replace(list[i], "MIME-Version", "Content-Type: text/plain; charset=utf-8\r\nMIME-Version", 1)
		}
	}

	a := atClinic(t, mailtest.Honest(list...))
	if r, err := a.sync(); err != nil || r.Fetched != len(cases) {
		t.Fatalf("%+v, %v", r, err)
	}

	got := a.links(t)
	for subject, c := range cases {
		want := "7_none"
		if c[2] != "" {
			want = "2_own_number " + c[2]
		}
		if got[subject] != want {
			t.Errorf("%s: %q, want %q", subject, got[subject], want)
		}
	}
}

func TestLink_ANumberInAForwardedMailCounts(t *testing.T) {
	raw := "From: x@lain.example\r\nSubject: diteruskan\r\nMessage-ID: <f@p>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" +
		"--b\r\nContent-Type: text/plain\r\n\r\nKami teruskan.\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n" +
		"From: direktur@rsud.example\r\nSubject: PKS yang sudah ditandatangani 002/PKS/KLN-SM/II/2025\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nTerlampir PKS.\r\n--c\r\n" +
		"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"PKS tertandatangani.pdf\"\r\n\r\n%PDF-1.4\r\n--c--\r\n--b--\r\n"
	a := atClinic(t, mailtest.Honest(raw))
	if _, err := a.sync(); err != nil {
		t.Fatal(err)
	}
	if got := a.links(t)["diteruskan"]; got != "2_own_number A01" {
		t.Errorf("linked %q", got)
	}

	found, err := a.store.Messages().Find(t.Context(), model.Query{})
	if err != nil || len(found) != 1 || !slices.ContainsFunc(found[0].Attachments, func(f model.Attachment) bool { return f.Name == "PKS tertandatangani.pdf" }) {
		t.Fatalf("%+v, %v", found, err)
	}

	for _, f := range found[0].Attachments {
		if body, err := mime.File([]byte(raw), f); err != nil || strings.HasSuffix(f.SafeName, ".pdf") && !strings.HasPrefix(string(body), "%PDF") {
			t.Errorf("%s: %q, %v", f.Name, body, err)
		}
	}
}

// TestFile_OneMessageIDOfTwoMails expects brief D20: what tells two mails apart.
func TestFile_OneMessageIDOfTwoMails(t *testing.T) {
	const genuine = "Received: by a\r\nFrom: Humas RSUD <humas@rsud.example.org>\r\nSubject: Nomor rekening\r\nMessage-ID: <satu@rsud>\r\n" +
		"Date: Tue, 17 Nov 2026 13:05:44 +0700\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\nisi\r\n"
	for _, c := range []struct {
		name, from, to string
		mails          int
	}{
		{"another sender", "humas@rsud.example.org", "humas@rsud.example.net", 2},
		{"another name", "Humas RSUD", "Direktur RSUD", 2},
		{"another subject", "Nomor rekening", "Nomor rekening baru", 2},
		{"another date", "13:05:44", "14:05:44", 2},
		{"an address for answers", "Message-ID:", "Reply-To: penipu@example.net\r\nMessage-ID:", 2},
		{"another kind", "text/plain", "text/html", 2},
		{"another charset", "charset=utf-8", "charset=iso-8859-1", 2},
		{"another encoding", "7bit", "quoted-printable", 2},
		{"another body", "isi", "isi lain", 2},
		{"another way", "Received: by a", "Received: by b\r\nX-Spam: no", 1},
		{"folded anew", "Subject: Nomor rekening", "Subject: Nomor\r\n rekening", 1},
		{"encoded anew", "Subject: Nomor rekening", "Subject: =?utf-8?Q?Nomor_rekening?=", 1},
		{"sender encoded anew", "From: Humas RSUD <humas@rsud.example.org>", "From: =?utf-8?B?SHVtYXMgUlNVRA==?= <Humas@RSUD.example.org>", 1},
		{"the same moment elsewhere", "13:05:44 +0700", "06:05:44 +0000", 1},
		{"kind written otherwise", "text/plain; charset=utf-8", "TEXT/PLAIN;\r\n\tcharset=\"utf-8\"", 1},
		{"other line ends", "\r\n", "\n", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newAccount(t, mailtest.Honest(genuine, strings.ReplaceAll(genuine, c.from, c.to)).Start(t))
			r, err := a.sync()
			if err != nil || r.Fetched != c.mails || r.Known != 2-c.mails {
				t.Fatalf("%+v, %v", r, err)
			}

			found, err := a.store.Messages().Find(t.Context(), model.Query{})
			if err != nil || len(found) != c.mails {
				t.Fatalf("%v, %v", found, err)
			}

			a.checks(t)
			warned := 0
			for _, m := range found {
				if slices.ContainsFunc(m.Warnings, func(w model.Warning) bool { return w.Code == model.WarnDuplicateMessage }) {
					if m.UID != 2 {
						t.Error("the first is warned of, not the second")
					}
					warned++
				}
			}

			if warned != c.mails-1 {
				t.Errorf("%d are warned of", warned)
			}
		})
	}
}

// TestFile_AMailFiledByAnOlderVersionIsKnownAgain expects that the key of a register made before is brought up to date.
func TestFile_AMailFiledByAnOlderVersionIsKnownAgain(t *testing.T) {
	raws := []string{mailtest.Many(2)[0], strings.Replace(mailtest.Many(1)[0], "a0@", "lain@", 1)}
	srv := mailtest.Honest(raws[0])
	a := newAccount(t, srv.Start(t))
	m := mail.Read([]byte(raws[0]), mime.Options{})
	m.MailboxID, m.Folder, m.UIDValidity, m.UID = a.box.ID, "INBOX", 1, 1
	if _, err := a.store.Mail().File(t.Context(), []model.Filed{{Message: m, Raw: []byte(raws[0])}}); err != nil {
		t.Fatal(err)
	}
	if r, err := a.sync(); err != nil || r.Fetched != 0 || r.Known != 1 {
		t.Fatalf("the same mail: %+v, %v", r, err)
	}

	a.checks(t)
	srv.Change(func() { srv.Mails[2] = raws[1] })
	if r, err := a.sync(); err != nil || r.Fetched != 1 || r.Known != 1 {
		t.Fatalf("another sender: %+v, %v", r, err)
	}
}

// TestSync_ADateInTheFutureComesToItsArrival is cases/date-future, and the server that takes the mail's word for its arrival.
func TestSync_ADateInTheFutureComesToItsArrival(t *testing.T) {
	future := strings.Replace(mailtest.Many(1)[0], "Tue, 17 Nov 2026", "Thu, 5 Nov 2076", 1)
	for arrival, year := range map[string]int{"17-Nov-2026 13:05:44 +0700": 2026, "05-Nov-2076 08:30:00 +0700": testclock.Start().Year()} {
		srv := mailtest.Honest(future)
		srv.Odd = mailtest.Always("RFC822.SIZE", fmt.Sprintf("* 1 FETCH (UID 1 RFC822.SIZE %d INTERNALDATE \"%s\")\r\nTAG OK\r\n", len(future), arrival))
		a := newAccount(t, srv.Start(t))
		if _, err := a.sync(); err != nil {
			t.Fatal(err)
		}

		found, err := a.store.Messages().Find(t.Context(), model.Query{})
		if err != nil || len(found) != 1 || found[0].Date.Year() != year || found[0].DateSource != "internaldate" {
			t.Errorf("%s: %v, %v", arrival, found, err)
		}
	}
}
