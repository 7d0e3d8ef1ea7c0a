package mime_test

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"jejaring/model/mail/mime"
)

// sound reads a mail and looks at what is kept of it, whatever it was.
func sound(t *testing.T, raw []byte, o mime.Options) {
	t.Helper()
	start := time.Now()
	m := mime.Parse(raw, o)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}

	for _, text := range append(append(m.Recipients, m.CC...), m.Subject, m.Body, m.Enclosed, m.SenderName, m.SenderEmail, m.ReplyTo,
		m.MessageID, m.InReplyTo) {
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			t.Errorf("stored text %q", text)
		}
	}

	if m.MessageID == "" || m.Direction == "" || m.DateSource == "" {
		t.Errorf("%+v", m)
	}

	for i, a := range m.Attachments {
		content, err := mime.File(raw, a)
		if err != nil || int64(len(content)) != a.Size || a.Index != i {
			t.Errorf("attachment %d: %d bytes, %v, want %+v", i, len(content), err, a)
		}
	}
}

// FuzzParse puts mails together from a sender, further fields, the kind of content and the content. It takes short pieces
// instead of whole mails because Go makes every interesting input smaller by the square of its length before it goes on: with
// whole mails three of them filled three minutes (see "make fuzz").
func FuzzParse(f *testing.F) {
	for _, seed := range [][4]string{
		{`dr. Sari, Sp.PD <a@b.id>`, "Date: Sen, 2 Nov 2026 08.30 WIB", "text/plain; charset=gb2312", "ke‑2 \xba\xcf"},
		{`"x" (y) <@r:a@b> <c@d>`, "Subject: =?utf-8?B?w?= =?utf-8?Q?=C3=A9?=", "text/html", `<p style="display:none">a<ol start=3><li><s>b</s>`},
		{`=?utf-8?q?a_=3Cb=40c=3E?=`, "Date: 2026-11-02T08:30:00Z", "text/plain\r\nContent-Transfer-Encoding: base64", "aGFs\r\nbw==\r\n-- x"},
		{`<>`, "To: a: b@c, d;", "multipart/mixed; boundary=b", "--b\r\n\r\nisi\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: y\r\n\r\nz\r\n--b--"},
		{`a@b`, "\rSubject: x", "multipart/alternative; boundary=\"b\"", "--b\r\n\r\nHTML\r\n--b\r\nContent-Type: text/html\r\n\r\n<b>isi\r\n--b--"},
		{`a@b`, "Received: x", "multipart/digest; boundary=b", "--b\r\n\r\nSubject: y\r\n\r\nz"},
		{`a@b`, "Precedence: bulk", "multipart/report; boundary=b", "--b\r\nContent-Type: message/delivery-status\r\n\r\nx: y\r\n\r\nFinal-Recipient: a;b\r\nStatus: 5.1.1"},
		{`a@b`, "Importance: high", "a/b; name*0*=utf-8''a%20; name*1=\"=?x?Q?b?=\"\r\nContent-Transfer-Encoding: x-uuencode", "begin 644 a\n#0V%T\n`\nend"},
		{`a@b`, "References: <a> <b>", "text/plain; format=flowed", "a \r\nbegin 644 a\r\n#0V%T\r\n`\r\nend\r\n> b"},
		{`a@b`, "Reply-To: x", "application/pkcs7-mime", "0\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80"},
	} {
		f.Add(seed[0], seed[1], seed[2], seed[3])
	}
	f.Fuzz(func(t *testing.T, from, fields, kind, body string) {
		sound(t, []byte("From: "+from+"\r\n"+fields+"\r\nContent-Type: "+kind+"\r\n\r\n"+body), mime.Options{})
	})
}

// FuzzCalendar reads invitations; FuzzTNEF and FuzzSigned read what Outlook and S/MIME pack up.
func FuzzCalendar(f *testing.F) {
	o := options(f)
	for _, lines := range []string{"DTSTART;TZID=Asia/Jakarta:20261203T090000", "DTSTART;VALUE=DATE:20261203\nRRULE:FREQ=WEEKLY;BYDAY=MO,-1FR;COUNT=3",
		"SUMMARY;ENCODING=QUOTED-PRINTABLE:a=\nb", "DTSTART:20261203T020000Z\nDURATION:PT1H", "BEGIN:VALARM\nEND:VALARM\nATTENDEE;CN=\"a:b\":mailto:c"} {
		f.Add(lines)
	}
	f.Fuzz(func(t *testing.T, lines string) {
		sound(t, []byte("Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\nBEGIN:VEVENT\n"+lines+"\nEND:VEVENT\nEND:VCALENDAR"), o)
	})
}

func FuzzTNEF(f *testing.F) {
	raw, err := os.ReadFile(filepath.Join("testdata/cases", "user-winmail-pks.eml"))
	if err != nil {
		f.Fatal(err)
	}

	_, packed, _ := bytes.Cut(raw, []byte("base64\r\n\r\n"))
	if packed == nil {
		_, packed, _ = bytes.Cut(raw, []byte("base64\n\n"))
	}

	content, err := base64.StdEncoding.DecodeString(string(bytes.Join(bytes.Fields(packed[:bytes.Index(packed, []byte("--b--"))]), nil)))
	if err != nil {
		f.Fatal(err)
	}

	f.Add(content)
	f.Add(winmail("nama.pdf", []byte("isi"), true))
	f.Fuzz(func(t *testing.T, content []byte) {
		sound(t, append([]byte("Content-Type: application/ms-tnef\r\nContent-Transfer-Encoding: binary\r\n\r\n"), content...), mime.Options{})
	})
}

func FuzzSigned(f *testing.F) {
	f.Add(signedMail("Content-Type: text/plain\r\n\r\nisi", true))
	f.Add(signedMail("Content-Type: text/plain\r\n\r\nisi", false))
	f.Fuzz(func(t *testing.T, content []byte) {
		sound(t, append([]byte("Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: binary\r\n\r\n"), content...), mime.Options{})
	})
}

func FuzzSafeName(f *testing.F) {
	for _, name := range []string{"surat.pdf", "../../a", `C:\a`, "con", "a.\u202efdp.exe", "", " . ", "COM¹.txt", strings.Repeat("é", 200) + ".pdf"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		safe := mime.SafeName(name)
		if safe == "" || len(safe) > 120 || !utf8.ValidString(safe) || strings.ContainsAny(safe, `/\<>:"|?*`) ||
			strings.TrimRight(safe, " .") != safe || strings.HasPrefix(safe, " ") || strings.ContainsFunc(safe, unicode.IsControl) {
			t.Errorf("%q became %q", name, safe)
		}
		if again := mime.SafeName(safe); again != safe {
			t.Errorf("%q, then %q", safe, again)
		}
	})
}

func FuzzQuoted(f *testing.F) {
	for _, body := range []string{"a\n> b\n", "On x wrote:\n> y", "Pada a menulis:\n", "________\n", "\n\n>", "-----Original Message-----",
		"a\nDari: b\nDikirim: c\nKepada: d\n"} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if fresh, quoted := mime.Quoted(body); fresh+quoted != body {
			t.Errorf("%q became %q and %q", body, fresh, quoted)
		}
	})
}
