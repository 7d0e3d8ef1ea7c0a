package mime_test

import (
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// warnings are the codes of what a mail warns of.
func warnings(m model.Message) []string {
	var codes []string
	for _, w := range m.Warnings {
		codes = append(codes, w.Code)
	}
	return codes
}

func TestParse_MailOfMachinesIsRecognised(t *testing.T) {
	for _, c := range []struct {
		name, fields, warning string
		automatic             bool
	}{
		{"an ordinary one", "X-Mailer: Outlook", "", false},
		{"an answer of a machine", "Auto-Submitted: auto-replied", model.WarnAutoSubmitted, true},
		{"one that says it is none", "Auto-Submitted: no", "", false},
		{"an answer of an old machine", "X-Autoreply: yes", model.WarnAutoSubmitted, true},
		{"another answer of an old machine", "X-Autorespond: cuti", model.WarnAutoSubmitted, true},
		{"one by its precedence", "Precedence: auto_reply", model.WarnAutoSubmitted, true},
		{"bulk", "Precedence: Bulk", model.WarnBulk, true},
		{"a list", "List-Id: <warga.example.org>", model.WarnBulk, true},
		{"a newsletter", "List-Unsubscribe: <mailto:keluar@example.org>", model.WarnBulk, true},
		{"a precedence that means nothing", "Precedence: first-class", "", false},
		{"a report", "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\nisi\r\n--b--", model.WarnAutoSubmitted, true},
	} {
		m := parse("From: a@rs.example\r\nSubject: x\r\n" + c.fields + "\r\n\r\nisi\r\n")
		same(t, c.name, m.AutoSubmitted, c.automatic)
		if got := strings.Join(warnings(m), " "); got != c.warning {
			t.Errorf("%s: warns of %q, want %q", c.name, got, c.warning)
		}
	}
}

// TestParse_ReturnedMailNamesOurs has bounces of mail servers that know no reports: what came back stands in their text.
func TestParse_ReturnedMailNamesOurs(t *testing.T) {
	for _, c := range []struct {
		from, subject string
		failed        bool
	}{
		{"MAILER-DAEMON@mx.example", "Undeliverable: surat", true},
		{"postmaster@mx.example", "Delivery Status Notification (Failure)", true},
		{"Mailer-Daemon@mx.example", "Surel Anda gagal terkirim", true},
		{"mailer-daemon@mx.example", "Warning: could not send yet", false},
	} {
		m := parse("From: " + c.from + "\r\nSubject: " + c.subject + "\r\n\r\nThis is the mail system.\r\n\r\nMessage-ID: <satu@klinik.example>\r\nmessage-id: <dua@klinik.example>\r\n")
		same(t, c.from+": by a machine", m.AutoSubmitted, true)
		if !slices.Equal(m.Embedded, []string{"satu@klinik.example", "dua@klinik.example"}) {
			t.Errorf("%s: names %q", c.from, m.Embedded)
		}
		same(t, c.subject+": failed", warned(m, model.WarnDeliveryFailed), c.failed)
	}
}

func TestParse_UrgentInEveryWay(t *testing.T) {
	for field, want := range map[string]bool{"X-Priority: 1 (Highest)": true, "X-Priority: 2": true, "X-Priority: 3": false, "Importance: High": true,
		"Importance: normal": false, "Priority: urgent": true, "X-MSMail-Priority: High": true, "X-MSMail-Priority: Normal": false} {
		m := parse("Subject: x\r\n" + field + "\r\n\r\nisi\r\n")
		same(t, field, m.Urgent, want)
		same(t, field+": warns", warned(m, model.WarnUrgent), want)
	}
}

func TestParse_AnswersThatGoElsewhereAreTold(t *testing.T) {
	for _, c := range []struct {
		name, fields string
		want         bool
	}{
		{"elsewhere", "From: a@rs.example\r\nReply-To: b@lain.example", true},
		{"to a colleague", "From: a@rs.example\r\nReply-To: b@RS.example", false},
		{"of a list", "From: a@rs.example\r\nReply-To: b@lain.example\r\nList-Id: <x>", false},
		{"nowhere", "From: a@rs.example\r\nReply-To: ", false},
	} {
		same(t, c.name, warned(parse(c.fields+"\r\n\r\nisi\r\n"), model.WarnReplyToDiffers), c.want)
	}

	m := mime.Parse([]byte("From: a@klinik.example\r\nReply-To: b@lain.example\r\n\r\nisi\r\n"), mime.Options{Own: []string{"a@klinik.example"}})
	same(t, "our own: goes out", m.Direction, "out")
	same(t, "our own", warned(m, model.WarnReplyToDiffers), false)
}

func TestParse_WhatAPageWouldLoadIsTold(t *testing.T) {
	for page, want := range map[string]bool{
		`<img src="https://x.example/a.png">`:                   true,
		`<IMG SRC=http://x.example/a.png>`:                      true,
		`<img src='//x.example/a.png'>`:                         true,
		`<td background="https://x.example/a.png">`:             true,
		`<div style="background:url(https://x.example/a.png)">`: true,
		`<link rel=stylesheet href="https://x.example/a.css">`:  true,
		`<img src="cid:1@x">`:                                   false,
		`<img src="data:image/png;base64,AA">`:                  false,
		`<a href="https://x.example/">isi</a>`:                  false,
		`<p>isi</p>`:                                            false,
	} {
		same(t, page, warned(parse("Subject: x\r\nContent-Type: text/html\r\n\r\n"+page), model.WarnRemoteContent), want)
	}
}

// TestParse_PhotosForWhichPeopleMayHaveToBeAsked has photos of cameras, and others only when the mail speaks of photos.
func TestParse_PhotosForWhichPeopleMayHaveToBeAsked(t *testing.T) {
	for _, c := range []struct {
		subject, name, disposition string
		want                       bool
	}{
		{"Laporan", "IMG_2041.jpg", "attachment", true},
		{"Laporan", "DSC0001.JPG", "attachment", true},
		{"Laporan", "WhatsApp Image 2026-11-17.jpeg", "attachment", true},
		{"Laporan", "PXL_20261117.heic", "attachment", true},
		{"Laporan", "logo.jpg", "attachment", false},
		{"Dokumentasi kegiatan", "satu.jpg", "attachment", true},
		{"Foto bersama", "satu.jpg", "attachment", true},
		{"Foto bersama", "satu.jpg", "inline", false},
		{"Foto bersama", "satu.pdf", "attachment", false},
		{"Fotokopi", "satu.jpg", "attachment", false},
	} {
		kind := "image/jpeg"
		if strings.HasSuffix(c.name, ".pdf") {
			kind = "application/pdf"
		}
		m := parse("From: a@rs.example\r\nSubject: " + c.subject + "\r\nContent-Type: " + kind + "\r\nContent-Disposition: " + c.disposition + "; filename=\"" + c.name + "\"\r\n\r\nx")
		same(t, c.subject+", "+c.name+", "+c.disposition, warned(m, model.WarnPhotoConsent), c.want)
	}
}

func TestParse_FilesWithNothingInThemAreTold(t *testing.T) {
	const head = "From: a@rs.example\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n"
	same(t, "nothing", warned(parse(head), model.WarnEmptyAttachment), true)
	same(t, "something", warned(parse(head+"%PDF"), model.WarnEmptyAttachment), false)
}

func TestParse_TruncatedMailSaysByWhichLimit(t *testing.T) {
	m := mime.Parse([]byte("Subject: x\r\n\r\nawal"), mime.Options{Truncated: true, Megabytes: 25})
	same(t, "problem", m.ReadProblem, mime.ProblemTooBig)
	for _, w := range m.Warnings {
		if w.Code == model.WarnTruncated && slices.Equal(w.Args, []string{"25"}) {
			return
		}
	}
	t.Errorf("warns of %v", m.Warnings)
}

func TestParse_WhoWritesSaysTheDirection(t *testing.T) {
	own := []string{"admin@klinik.example"}
	for _, c := range []struct {
		from string
		sent bool
		want string
	}{
		{"Humas <h@rs.example>", false, "in"},
		{"Admin <Admin@Klinik.example>", false, "out"},
		{"Humas <h@rs.example>", true, "out"},
		{"", false, "in"},
	} {
		m := mime.Parse([]byte("From: "+c.from+"\r\n\r\nisi"), mime.Options{Own: own, Sent: c.sent})
		same(t, c.from, m.Direction, c.want)
	}
}

func TestAddressesOfMachinesAndDomains(t *testing.T) {
	for address, want := range map[string]bool{"mailer-daemon@x.example": true, "Postmaster@x.example": true, "MAILER-DAEMON": true,
		"humas@x.example": false, "postmaster.lama@x.example": false, "": false} {
		same(t, address, mime.FromMachine(address), want)
	}
	for address, want := range map[string]string{"a@RS.example": "rs.example", `"a@b"@rs.example`: "rs.example", "rs.example": "rs.example", "": ""} {
		same(t, address, mime.Domain(address), want)
	}
}
