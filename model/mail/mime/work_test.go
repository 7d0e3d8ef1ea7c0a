package mime_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"jejaring/model"
)

// work reads a mail and returns it with the number of bytes that were moved for every byte of the mail.
func work(t *testing.T, raw string) (model.Message, float64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	m := parse(raw)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	moved := float64(after.TotalAlloc-before.TotalAlloc) / float64(len(raw))
	t.Logf("%d KB in %v, %.0f bytes moved per byte", len(raw)>>10, took, moved)
	if took > 20*time.Second {
		t.Errorf("took %v", took)
	}

	return m, moved
}

// TestParse_CostsNoMoreThanItsSize reads headers that were made to keep a reader busy. One that is read line by line,
// each time from the beginning, moves thousands of bytes for every byte of the mail.
func TestParse_CostsNoMoreThanItsSize(t *testing.T) {
	fill := func(unit string, size int) string { return strings.Repeat(unit, size/len(unit)) }
	const header = 1 << 20
	for _, c := range []struct{ name, raw string }{
		{"folded subject", "Subject: mulai\r\n" + fill(" a\r\n", header-100) + "\r\nisi\r\n"},
		{"folded subject that the library refuses", "Subject: mulai\r\n" + fill(" a\r\n", header-100) + "bukan isian\r\nTo: a@b\r\n\r\nisi\r\n"},
		{"encoded words that never end", "Subject: mulai" + fill("=?a?Q?b", header-100) + "\r\n\r\nisi\r\n"},
		{"half encoded words", "Subject: mulai" + fill("=?a?", header-100) + "\r\n\r\nisi\r\n"},
		{"identifiers", "Subject: mulai\r\nReferences: " + fill("<a@b> <", header-100) + "\r\n\r\nisi\r\n"},
		{"other identifiers", "Subject: mulai\r\nReferences: " + numbered("<%d>", header/8) + "\r\n\r\nisi\r\n"},
		{"addresses", "Subject: mulai\r\nTo: a@" + fill(":", header/2) + fill("b,", header/3) + "\r\n\r\nisi\r\n"},
		{"parameters", "Subject: mulai\r\nContent-Type: text/plain; " + numbered("name*%d=a;", header/16) + "\r\n\r\nisi\r\n"},
		{"many fields", "Subject: mulai\r\n" + fill("a:b\r\n", header-100) + "\r\nisi\r\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, moved := work(t, c.raw)
			if moved > 200 {
				t.Errorf("%.0f bytes were moved for every byte of the mail", moved)
			}
			if !strings.HasPrefix(m.Subject, "mulai") {
				t.Errorf("subject %.40q", m.Subject)
			}
		})
	}
}

// TestParse_HTMLCostsNoMoreThanItsSize reads HTML that was made to keep a reader busy, and finds the words behind it.
func TestParse_HTMLCostsNoMoreThanItsSize(t *testing.T) {
	for _, filler := range []string{">", "a>", " >", "<a ", "&lt;>", "<", "</", "<!--", "<a href=http://x>", "</a>", "<p>", "<title>", "&", "<![CDATA[",
		"<div style=display:none></div>", "<div>", "</div>", "<ol><li>", "<s>a", "<s>a</s>", "<td style=font-size:0>", "<style>.a{display:none}</style>",
		"<style>.a{", "<style>@media{", "<b class='a b c d'>", "<x:y style=a>", "</x:y>", "<img alt=x>"} {
		t.Run(filler, func(t *testing.T) {
			m, moved := work(t, "Subject: x\r\nContent-Type: text/html\r\n\r\n<p>mulai</p>"+strings.Repeat(filler, 1<<20/len(filler)))
			if moved > 200 {
				t.Errorf("%.0f bytes were moved for every byte of the mail", moved)
			}
			if !strings.HasPrefix(m.Body, "mulai") {
				t.Errorf("text %.40q", m.Body)
			}
		})
	}
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestParse_ThousandsOfAttachedMails has long headers in every one of the mails in it.
func TestParse_ThousandsOfAttachedMails(t *testing.T) {
	one := "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: isi\r\n" + strings.Repeat(" a\r\n", 1700) +
		"Message-ID: " + strings.Repeat("<x@y>", 300) + "\r\n\r\nteks\r\n"
	for _, c := range []struct{ name, header string }{
		{"well-formed", ""}, {"broken", "bukan isian\r\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, moved := work(t, "Subject: banyak\r\n"+c.header+"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"+
				strings.Repeat(one, 25<<20/len(one))+"--b--\r\n")
			if moved > 200 {
				t.Errorf("%.0f bytes were moved for every byte of the mail", moved)
			}

			same(t, "problem", m.ReadProblem, "too_many_parts")
			if n := len(m.Attachments); n < 900 || n > 1000 || !strings.HasPrefix(m.Attachments[0].Name, "isi a a") {
				t.Errorf("%d attachments, %.40q", n, m.Attachments[0].Name)
			}
		})
	}
}

// TestParse_WhatIsInsideCostsNoMoreThanItsSize reads packages, invitations and mails in mails that were made to keep a
// reader busy, and finds the subject of each.
func TestParse_WhatIsInsideCostsNoMoreThanItsSize(t *testing.T) {
	const size = 2 << 20
	fill := func(unit string) string { return strings.Repeat(unit, size/len(unit)) }
	text := "Subject: mulai\r\nContent-Type: text/plain\r\n\r\n"
	binary := "Subject: mulai\r\nContent-Transfer-Encoding: binary\r\nContent-Type: "
	for _, c := range []struct{ name, raw string }{
		{"beginnings of files", text + fill("begin 644 a\r\n")},
		{"beginnings of base64", text + fill("begin-base64 644 a\r\n")},
		{"small files in a text", text + fill("begin 644 a\r\n#0V%T\r\n`\r\nend\r\n")},
		{"a file without an end", text + "begin 644 a\r\n" + fill("#0V%T\r\n")},
		{"beginnings of quotations", text + fill("On\r\n")},
		{"beginnings of heads", text + "isi\r\n" + fill("Dari:\r\n")},
		{"empty lines", text + fill("\r\n") + "isi"},
		{"an invitation without an end", binary + "text/calendar\r\n\r\nBEGIN:VEVENT\r\n" + fill(" a\r\n")},
		{"invitations", binary + "text/calendar\r\n\r\n" + fill("BEGIN:VEVENT\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n")},
		{"an invitation in an invitation", binary + "text/calendar\r\n\r\n" + fill("BEGIN:VEVENT\r\n")},
		{"soft ends", binary + "text/calendar\r\n\r\nBEGIN:VEVENT\r\nSUMMARY;ENCODING=QUOTED-PRINTABLE:" + fill("a=\n")},
		{"parameters", binary + "text/calendar\r\n\r\nBEGIN:VEVENT\r\nSUMMARY;" + fill("a=\"b\";") + ":x"},
		{"attributes of TNEF", binary + "application/ms-tnef\r\n\r\n" + string(tnefOf([]byte(fill(string(attribute(2, 0x00069002, nil))))))},
		{"properties of TNEF", binary + "application/ms-tnef\r\n\r\n" + string(tnefOf(attribute(1, 0x00069003, append([]byte{0xff, 0xff, 0xff, 0}, fill(string(mapiText(0x1000, "")))...))))},
		{"groups of RTF", binary + "text/rtf\r\n\r\n{\\rtf1" + fill("{\\x")},
		{"words of RTF", binary + "text/rtf\r\n\r\n{\\rtf1" + fill("\\u1 \\ansicpg932 ")},
		{"deep ASN.1", binary + "application/pkcs7-mime\r\n\r\n" + fill("0\x80")},
		{"wide ASN.1", binary + "application/pkcs7-mime\r\n\r\n0\x80" + fill("\x05\x00")},
		{"reports", binary + "message/delivery-status\r\n\r\n" + fill("Final-Recipient: a;b\r\n\r\n")},
		{"lines that are no fields", "Subject: mulai\r\n" + fill("bukan isian\r\nX: y\r\n") + "\r\nisi"},
		{"dates", "Subject: mulai\r\nDate: " + fill("Mon, ") + "\r\n\r\nisi"},
		{"open comments", "Subject: mulai\r\nFrom: " + fill("(") + "\r\n\r\nisi"},
		{"open quotes", "Subject: mulai\r\nTo: " + fill("\"(") + "\r\n\r\nisi"},
		{"names with commas", "Subject: mulai\r\nTo: " + fill("a,") + "<a@b>\r\n\r\nisi"},
		{"halves of words", "Subject: mulai " + fill("=?a?B?w?= ") + "\r\n\r\nisi"},
		{"carriage returns", "Subject: mulai\rX: " + fill("\r") + "\r\risi"},
		{"base64 in pieces", "Subject: mulai\r\nContent-Transfer-Encoding: base64\r\nX\r\n\r\n" + fill("aA==\r\n") + "-"},
		{"mails in mails", "Subject: mulai\r\nContent-Type: message/rfc822\r\n\r\n" + strings.Repeat("Content-Type: message/rfc822\r\n\r\n", 100) + fill("isi\r\n")},
		{"thousands of mails in mails", "Subject: mulai\r\nContent-Type: multipart/digest; boundary=b\r\n\r\n" + fill("--b\r\n\r\nContent-Type: multipart/digest; boundary=c\r\n\r\n--c\r\n\r\n--c--\r\n")},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, moved := work(t, c.raw)
			if moved > 200 && !raced {
				t.Errorf("%.0f bytes were moved for every byte of the mail", moved)
			}
			if !strings.HasPrefix(m.Subject, "mulai") {
				t.Errorf("subject %.40q", m.Subject)
			}
		})
	}
}
