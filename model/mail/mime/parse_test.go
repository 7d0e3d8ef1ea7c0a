package mime_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

func parse(raw string) model.Message {
	return mime.Parse([]byte(raw), mime.Options{Received: time.Date(2026, 11, 18, 7, 20, 0, 0, time.UTC)})
}

func TestParse_Subjects(t *testing.T) {
	for _, c := range []struct{ name, header, want string }{
		{"RFC 2047", "=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab"},
		{"RFC 2047 underscore", "=?ISO-8859-1?Q?a_b?=", "a b"},
		{"text between", "(=?ISO-8859-1?Q?a?= b)", "(a b)"},
		{"folded", "=?utf-8?Q?satu?=\r\n =?utf-8?Q?dua?=", "satudua"},
		{"split in a character", "=?UTF-8?B?4g==?= =?UTF-8?B?nJQ=?=", "✔"},
		{"language tag", "=?US-ASCII*EN?Q?Keith_Moore?=", "Keith Moore"},
		{"raw UTF-8", "Perjanjian – ke‑2", "Perjanjian – ke‑2"},
		{"raw windows-1252", "Perjanjian \x96 \x93segera\x94", "Perjanjian – “segera”"},
		{"iso-8859-1 that is windows-1252", "=?iso-8859-1?Q?=93kutip=94?=", "“kutip”"},
		{"unknown charset", "=?bogus-cs?Q?x=41?=", "xA"},
		{"never ends", "=?utf-8?Q?terbuka", "=?utf-8?Q?terbuka"},
		{"NUL and bidi", "a\x00b\u202ec", "abc"},
		{"plain", "2 =? 3", "2 =? 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			same(t, "subject", parse("Subject: "+c.header+"\r\n\r\nisi\r\n").Subject, c.want)
		})
	}
}

func TestParse_Bodies(t *testing.T) {
	for _, c := range []struct{ name, header, body, want string }{
		{"undeclared UTF-8", "", "ke‑2 ✓", "ke‑2 ✓"},
		{"undeclared windows-1252", "", "\x93kutip\x94 \x80", "“kutip” €"},
		{"declared ascii that is not", "Content-Type: text/plain; charset=us-ascii", "\x93ya\x94", "“ya”"},
		{"gb2312", "Content-Type: text/plain; charset=gb2312", "\xb2\xe2\xca\xd4", "测试"},
		{"koi8-r", "Content-Type: text/plain; charset=koi8-r", "\xf0\xd2\xc9\xd7\xc5\xd4", "Привет"},
		{"shift_jis", "Content-Type: text/plain; charset=Shift_JIS", "\x8c\xa4\x8fC", "研修"},
		{"iso-2022-jp", "Content-Type: text/plain; charset=ISO-2022-JP", "\x1b$B8&=$\x1b(B", "研修"},
		{"utf-7", "Content-Type: text/plain; charset=UTF-7", "Hi Mom +Jjo-!", "Hi Mom ☺!"},
		{"tis-620", "Content-Type: text/plain; charset=tis-620", "\xa1\xd2\xc3", "การ"},
		{"quoted-printable", "Content-Transfer-Encoding: quoted-printable", "a=3Db=\r\nc=C3=A9", "a=bcé"},
		{"broken quoted-printable", "Content-Transfer-Encoding: quoted-printable", "a=ZZb=", "a=ZZb"},
		{"broken base64", "Content-Transfer-Encoding: base64", "aGFs*bw==", "halo"},
		{"base64 that is text", "Content-Transfer-Encoding: base64", "Yth. Bapak dan Ibu, mohon hadir", "Yth. Bapak dan Ibu, mohon hadir"},
		{"unknown encoding", "Content-Transfer-Encoding: x-zip64", "isi", "isi"},
		{"flowed", "Content-Type: text/plain; format=flowed", "satu \r\ndua\r\n> tiga \r\n> empat\r\n-- \r\nAku", "satu dua\n> tiga empat\n-- \nAku"},
		{"flowed DelSp", "Content-Type: text/plain; format=flowed; delsp=yes", "sa \r\ntu", "satu"},
		{"carriage returns only", "", "satu\rdua", "satu\ndua"},
		{"NUL", "", "a\x00b", "ab"},
		{"HTML", "Content-Type: text/html", "<style>p{x}</style><p>a&nbsp;b &amp; c</p><script>alert(1)</script><!-- no --><b>d</b>", "a b & c\nd"},
		{"HTML left open", "Content-Type: text/html", "<p>a</p><script>alert(1)", "a"},
		{"HTML in a charset", "Content-Type: text/html; charset=iso-8859-1", "<p>r\xe9sum\xe9</p>", "résumé"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := parse("Subject: x\r\nMIME-Version: 1.0\r\n" + c.header + strings.Repeat("\r\n", min(len(c.header), 1)) + "\r\n" + c.body)
			got := strings.Join(strings.Fields(m.Body), " ")
			if !strings.Contains(c.name, "HTML") {
				got = strings.TrimSuffix(m.Body, "\n")
			} else {
				c.want = strings.Join(strings.Fields(c.want), " ")
			}
			same(t, "text", got, c.want)
		})
	}
}

func TestParse_Addresses(t *testing.T) {
	for _, c := range []struct{ header, name, email string }{
		{"a@b.example", "", "a@b.example"},
		{"Ani <a@b.example>", "Ani", "a@b.example"},
		{`"Ani, S.Kep." <a@b.example>`, "Ani, S.Kep.", "a@b.example"},
		{`a@b.example (Ani)`, "Ani", "a@b.example"},
		{`=?utf-8?Q?Jos=C3=A9?= <a@b.example>`, "José", "a@b.example"},
		{`"=?utf-8?Q?Jos=C3=A9?=" <a@b.example>`, "José", "a@b.example"},
		{`"resmi@rsud.example" <x@jahat.example>`, "resmi@rsud.example", "x@jahat.example"},
		{`Ani <a@b.example`, "Ani", "a@b.example"},
		{`MAILER DAEMON <>`, "MAILER DAEMON", ""},
		{`Tanpa Alamat`, "Tanpa Alamat", ""},
		{``, "", ""},
	} {
		m := parse("From: " + c.header + "\r\nTo: satu: a@x.example, \"b, c\" <b@x.example>;\r\n\r\n")
		same(t, c.header, m.SenderName+"|"+m.SenderEmail, c.name+"|"+c.email)
		if want := []string{"a@x.example", "b@x.example"}; !slices.Equal(m.Recipients, want) {
			t.Errorf("recipients %q", m.Recipients)
		}
	}
}

func TestParse_FileNames(t *testing.T) {
	for _, c := range []struct{ disposition, want string }{
		{`attachment; filename="surat.pdf"`, "surat.pdf"},
		{`attachment; filename*=UTF-8''na%20%e2%82%ac.pdf`, "na €.pdf"},
		{`attachment; filename*0*=iso-8859-1''na; filename*1*=%efve; filename*2=".pdf"`, "naïve.pdf"},
		{`attachment; filename="=?utf-8?Q?r=C3=A9sum=C3=A9.pdf?="`, "résumé.pdf"},
		{`attachment; filename=tanpa tanda kutip.pdf`, "tanpa tanda kutip.pdf"},
		{`attachment; filename="../../etc/passwd"`, "passwd"},
		{`attachment; filename="C:\\Users\\x\\surat.pdf"`, "surat.pdf"},
		{"attachment; filename=\"surat\u202efdp.exe\"", "suratfdp.exe"},
		{`attachment; filename="con.pdf"`, "_con.pdf"},
		{`attachment; filename="a?b:c.pdf. . "`, "a_b_c.pdf"},
		{`attachment; filename=".."`, "lampiran"},
		{`attachment`, "lampiran-1.pdf"},
	} {
		raw := "MIME-Version: 1.0\r\nContent-Type: application/pdf\r\nContent-Disposition: " + c.disposition + "\r\n\r\n%PDF"
		m := parse(raw)
		if len(m.Attachments) != 1 || m.Attachments[0].SafeName != c.want {
			t.Errorf("%s: %+v, want %q", c.disposition, m.Attachments, c.want)
		}
	}
}

func TestSafeName_KeepsTheExtensionOfLongNames(t *testing.T) {
	got := mime.SafeName(strings.Repeat("panjang–", 60) + ".docx")
	if len(got) > 120 || !strings.HasSuffix(got, ".docx") || !utf8.ValidString(got) {
		t.Errorf("%d %q", len(got), got)
	}
}

func TestParse_Executables(t *testing.T) {
	for name, want := range map[string]bool{"a.exe": true, "surat.pdf.scr": true, "a.EXE": true, "a.lnk": true, "a.hta": true, "a.exe.": true,
		"makro.docm": true, "surat.pdf": false, "exe.pdf": false, "a.docx": false} {
		m := parse("Content-Type: application/octet-stream; name=\"" + name + "\"\r\n\r\nMZ")
		got := slices.ContainsFunc(m.Warnings, func(w model.Warning) bool { return w.Code == model.WarnExecutable })
		same(t, name, got, want)
	}
}

func TestParse_ProgramsAreNamedInTheirWarning(t *testing.T) {
	raw := "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
	for _, name := range []string{"Tagihan.pdf.exe", "foto.jpg", "jadwal.js"} {
		raw += "--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=" + name + "\r\n\r\nisi\r\n"
	}

	m := mime.Parse([]byte(raw+"--x--\r\n"), mime.Options{})
	for _, w := range m.Warnings {
		if w.Code == model.WarnExecutable && slices.Equal(w.Args, []string{"Tagihan.pdf.exe, jadwal.js"}) {
			return
		}
	}

	t.Errorf("the warnings are %v", m.Warnings)
}

func TestParse_WithoutHeaderEnd(t *testing.T) {
	m := parse("From: a@b.example\r\nSubject: Tanpa batas\r\nDate: Tue, 17 Nov 2026 13:05:44 +0700\r\nIni sudah isi surat.\r\nBaris kedua")
	same(t, "subject", m.Subject, "Tanpa batas")
	same(t, "sender", m.SenderEmail, "a@b.example")
	same(t, "text", m.Body, "Ini sudah isi surat.\nBaris kedua\n")
	same(t, "problem", m.ReadProblem, "malformed")
}

func TestParse_WithoutAnything(t *testing.T) {
	for _, raw := range []string{"", "\r\n", "hanya teks", "\x00\xff\xfe", "From: ", ": :\r\n\r\n", strings.Repeat("\r", 1000)} {
		m := parse(raw)
		if !strings.HasPrefix(m.MessageID, "sha256-") || m.DateSource != "internaldate" || m.Date.IsZero() {
			t.Errorf("%q: %q %q %v", raw, m.MessageID, m.DateSource, m.Date)
		}
	}

	m := mime.Parse([]byte("hanya teks"), mime.Options{})
	same(t, "source of no date", m.DateSource, "unknown")
	same(t, "text", m.Body, "hanya teks\n")
}

func TestParse_Dates(t *testing.T) {
	for header, want := range map[string]string{
		"Tue, 17 Nov 2026 13:05:44 +0700": "2026-11-17T06:05:44Z", "17 Nov 26 13:05 +0700": "2026-11-17T06:05:00Z",
		"Tue, 17 Nov 2026 13:05:44 +0700 (WIB)": "2026-11-17T06:05:44Z", "kemarin sore": "2026-11-18T07:20:00Z",
		"Tue, 31 Feb 2026 10:00:00 +0700": "2026-11-18T07:20:00Z", "Mon, 1 Jan 0001 00:00:00 +0000": "2026-11-18T07:20:00Z"} {
		same(t, header, parse("Date: "+header+"\r\n\r\n").Date.UTC().Format(time.RFC3339), want)
	}
}

func TestParse_HugeMail(t *testing.T) {
	var raw bytes.Buffer
	raw.WriteString("Subject: besar\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nisi\r\n--b\r\n" +
		"Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n")
	line := base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{1}, 57)) + "\r\n"
	for raw.Len() < 60<<20 {
		raw.WriteString(line)
	}

	lines := strings.Count(raw.String(), line)
	raw.WriteString("--b--\r\n")
	start := time.Now()
	m := mime.Parse(raw.Bytes(), mime.Options{})
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	} else {
		t.Logf("%d MB in %v", raw.Len()>>20, took)
	}

	if len(m.Attachments) != 1 || m.Attachments[0].Size != int64(lines*57) || m.Body != "isi\n" {
		t.Errorf("%+v %q", m.Attachments, m.Body)
	}
}

func TestParse_BodyIsLimited(t *testing.T) {
	m := parse("Subject: x\r\n\r\n" + strings.Repeat("é", 3<<20))
	if len(m.Body) > 1<<20+1 || len(m.Body) < 1<<20-4 || !utf8.ValidString(m.Body) {
		t.Errorf("%d bytes", len(m.Body))
	}
}

func TestParse_TenThousandParts(t *testing.T) {
	raw := "Subject: banyak\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" +
		strings.Repeat("--b\r\nContent-Type: application/pdf\r\n\r\nx\r\n", 10_000) + "--b--\r\n"
	start := time.Now()
	m := parse(raw)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	if m.ReadProblem != "too_many_parts" || len(m.Attachments) > 1000 || len(m.Attachments) < 900 {
		t.Errorf("%q, %d attachments", m.ReadProblem, len(m.Attachments))
	}
}

func TestParse_DepthBomb(t *testing.T) {
	for _, depth := range []int{15, 90, 5000} {
		t.Run(fmt.Sprint(depth), func(t *testing.T) {
			var raw strings.Builder
			raw.WriteString("Subject: dalam\r\nMIME-Version: 1.0\r\n")
			for i := range depth {
				fmt.Fprintf(&raw, "Content-Type: multipart/mixed; boundary=b%dx\r\n\r\n--b%dx\r\n", i, i)
			}

			raw.WriteString("Content-Type: text/plain\r\n\r\npaling dalam\r\n")
			for i := depth - 1; i >= 0; i-- {
				fmt.Fprintf(&raw, "--b%dx--\r\n", i)
			}

			start := time.Now()
			m := parse(raw.String())
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}

			if depth > 20 {
				same(t, "problem", m.ReadProblem, "too_deep")
			} else {
				same(t, "text", m.Body, "paling dalam\n")
			}
		})
	}
}

func TestParse_TruncatedMailKeepsWhatIsThere(t *testing.T) {
	sample := sampleMails(t)[2]
	raw := sample.Raw
	for end := range raw {
		m := mime.Parse(raw[:end], mime.Options{})
		if !utf8.ValidString(m.Subject + m.Body) {
			t.Fatalf("cut at %d", end)
		}
		if end > 1000 {
			same(t, "subject", m.Subject, sample.Subject)
		}
	}
}

func TestFile_OutOfRange(t *testing.T) {
	for _, index := range []int{-1, 0, 7} {
		if _, err := mime.File([]byte("Subject: x\r\n\r\nisi"), model.Attachment{Index: index}); !errors.Is(err, model.ErrNotFound) {
			t.Errorf("attachment %d of none", index)
		}
	}
}
