package mime_test

import (
	"fmt"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// TestParse_HeadersOfOldAndBrokenSystems reads the same mail with its lines ended and begun in every way.
func TestParse_HeadersOfOldAndBrokenSystems(t *testing.T) {
	const plain = "From: a@b.example\nSubject: Laporan\nDate: Mon, 02 Nov 2026 08:30:00 +0700\nContent-Type: text/plain\n\nsatu\ndua\n"
	for name, raw := range map[string]string{
		"LF": plain, "CRLF": strings.ReplaceAll(plain, "\n", "\r\n"), "CR": strings.ReplaceAll(plain, "\n", "\r"), "CR CR LF": strings.ReplaceAll(plain, "\n", "\r\r\n"),
		"CR, and LF at the end":     strings.ReplaceAll(plain, "\n", "\r") + "\n",
		"CR in the header alone":    strings.Replace(plain, "\n", "\r", 5),
		"one empty line first":      "\r\n" + plain,
		"several empty lines first": "\n\r\n\n" + plain,
		"a mailbox's line first":    "From a@b.example Mon Nov  2 08:30:00 2026\n" + plain,
		"a byte order mark first":   "\ufeff" + plain,
		"CR, an empty line first":   "\r" + strings.ReplaceAll(plain, "\n", "\r"),
	} {
		t.Run(name, func(t *testing.T) {
			m := parse(raw)
			same(t, "mail", m.SenderEmail+"|"+m.Subject+"|"+m.Date.Format("02.01.2006 15.04")+"|"+m.Body, "a@b.example|Laporan|02.11.2026 08.30|satu\ndua\n")
			same(t, "problem", m.ReadProblem, "")
		})
	}

	m := parse("\r\n\r\nhanya teks\r\n")
	same(t, "no header at all", strings.TrimSpace(m.Body), "hanya teks")
}

func TestParse_TextsThatCallThemselvesSomethingElse(t *testing.T) {
	for _, c := range []struct{ name, charset, body, want string }{
		{"cp932", "cp932", "\x8c_\x96\xf1", "契約"}, {"ms932", "MS932", "\x8c_\x96\xf1", "契約"}, {"windows-31j", "windows-31j", "\x8c_\x96\xf1", "契約"},
		{"x-sjis", "x-sjis", "\x8c_\x96\xf1", "契約"}, {"eucJP-ms", "eucJP-ms", "\xb7\xc0\xcc\xf3", "契約"},
		{"cp936", "cp936", "\xb2\xe2\xca\xd4", "测试"}, {"x-gbk", "x-gbk", "\xb2\xe2\xca\xd4", "测试"}, {"hz", "hz-gb-2312", "~{2bJT~}", "测试"},
		{"cp949", "cp949", "\xb0\xe8\xbe\xe0", "계약"}, {"cp950", "cp950", "\xab\xb4\xac\xf9", "契約"}, {"big5-hkscs", "Big5-HKSCS", "\xab\xb4\xac\xf9", "契約"},
		{"cp874", "cp874", "\xa1\xd2\xc3", "การ"}, {"cp437", "cp437", "\x82", "é"}, {"cp850", "cp850", "\x82", "é"}, {"mac", "macintosh", "\x8e", "é"},
		{"cp1251", "cp1251", "\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"}, {"win-1251", "win-1251", "\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"},
		{"iso8859_15", "ISO8859_15", "\xa4", "€"}, {"8859-2", "8859-2", "\xb1", "ą"}, {"iso-8859-8-i", "iso-8859-8-i", "\xf9", "ש"},
		{"cp65001", "cp65001", "é", "é"}, {"utf-8 and more", "\"utf-8; format=flowed\"", "é", "é"}, {"utf8 in quotes", "'UTF8'", "é", "é"},
		{"utf-16 with a mark", "utf-16", "\xff\xfea\x00\xe9\x00", "aé"}, {"utf-16 without", "utf-16le", "a\x00\xe9\x00", "aé"},
		{"latin-1 that is UTF-8", "iso-8859-1", "café – ✓", "café – ✓"}, {"windows-1252 that is UTF-8", "windows-1252", "café", "café"},
		{"latin-1 that is latin-1", "iso-8859-1", "caf\xe9", "café"}, {"ASCII that is UTF-8", "us-ascii", "café", "café"},
		{"Japanese that says nothing", "us-ascii", "\x1b$B7@Ls\x1b(B", "契約"}, {"UTF-8 with a broken sign", "utf-8", "caf\xe9 – ✓ Ã", "caf� – ✓ Ã"},
		{"UTF-8 that is latin-1", "utf-8", "caf\xe9", "café"}, {"a name nobody knows", "x-antah", "café", "café"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := parse("Subject: x\r\nContent-Type: text/plain; charset=" + c.charset + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + c.body)
			same(t, "text", strings.TrimSuffix(m.Body, "\n"), c.want)
		})
	}
}

func TestParse_SubjectsCutWhereTheyMayNotBe(t *testing.T) {
	for header, want := range map[string]string{
		"=?utf-8?Q?Kl=C3?= =?utf-8?Q?=A9nik?=":                          "Klénik",
		"=?utf-8?B?S2zD?= =?utf-8?B?qW5paw==?=":                         "Klénik",
		"=?utf-8?B?S2zDq?= =?utf-8?B?W5paw==?=":                         "Klénik", // in the middle of four letters
		"=?utf-8?B?S2zDqQ?= =?utf-8?B?bmlr?=":                           "Klénik", // what fills up is missing
		"=?utf-8?Q?Kl=C3?= =?utf-8?B?qW5paw==?=":                        "Klénik",
		"=?UTF-8?Q?Kl=C3?=\r\n\t=?utf-8?Q?=A9nik?=":                     "Klénik",
		"=?utf-8?Q?Kl=C3=A9?==?utf-8?Q?nik?=":                           "Klénik",
		"=?utf-8?Q?satu?= dan =?utf-8?Q?dua?=":                          "satu dan dua",
		"=?utf-8?Q?satu?= =?iso-8859-1?Q?_=E9?=":                        "satu é",
		"=?shift_jis?B?jF+W8Q==?=":                                      "契約",
		"=?iso-2022-jp?B?GyRCN0AbKEI=?= =?iso-2022-jp?B?GyRCTHMbKEI=?=": "契約",
		"=?gb2312?Q?caf=C3=A9_=E2=80=93_x?=":                            "café – x",
	} {
		same(t, header, parse("Subject: "+header+"\r\n\r\n").Subject, want)
	}
}

func TestParse_Base64WithMoreThanItself(t *testing.T) {
	for _, c := range []struct{ name, kind, body, want string }{
		{"a footer", "text/plain", "aGFsbw==\r\n\r\n-- \r\nDipindai.", "halo\n\n-- \nDipindai."},
		{"a footer that could be base64", "text/plain", "aGFsbw==\r\nDipindai oleh gerbang", "halo\n\nDipindai oleh gerbang"},
		{"pieces with ends of their own", "text/plain", "aGFsbw==\r\nZHVh\r\n", "halodua"},
		{"blank lines and blanks", "text/plain", "aGFs\r\n\r\n   bw==", "halo"},
		{"a file with a footer", "application/pdf", "aGFsbw==\r\n-- \r\nDipindai.", "halo"},
	} {
		m, files := fileList(t, []byte("Content-Type: "+c.kind+"\r\nContent-Transfer-Encoding: base64\r\n\r\n"+c.body))
		got := strings.TrimSuffix(m.Body, "\n")
		if c.kind != "text/plain" {
			got = files["lampiran-1.pdf"]
		}
		same(t, c.name, got, c.want)
	}
}

func TestParse_UuencodedFiles(t *testing.T) {
	const file = "begin 644 hasil.txt\r\n#0V%T\r\n`\r\nend\r\n"
	for _, c := range []struct {
		name, body, text string
		files            int
	}{
		{"one", "Awal.\r\n" + file + "Akhir.\r\n", "Awal.\nAkhir.\n", 1},
		{"two", file + file, "", 2},
		{"with a blank for nothing", "begin 600 a b.txt\r\n#0V%T\r\n \r\nend\r\n", "", 1},
		{"in base64", "Awal.\r\nbegin-base64 644 hasil.txt\r\nQ2F0\r\n====\r\nAkhir.\r\n", "Awal.\nAkhir.\n", 1},
		{"cut off", "Awal.\r\nbegin 644 a.txt\r\n#0V%T\r\n", "Awal.\n", 1},
		{"prose", "begin 644 of the year\r\nwe read: isi\r\nend\r\n", "begin 644 of the year\nwe read: isi\nend\n", 0},
		{"prose in capitals", "begin 644 x\r\nSEMUA HURUF BESAR\r\n", "begin 644 x\nSEMUA HURUF BESAR\n", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			raw := []byte("Subject: x\r\nContent-Type: text/plain\r\n\r\n" + c.body)
			m := mime.Parse(raw, options(t))
			same(t, "text", m.Body, c.text)
			same(t, "files", len(m.Attachments), c.files)
			for _, a := range m.Attachments {
				if content, err := mime.File(raw, a); string(content) != "Cat" || err != nil {
					t.Errorf("%s holds %q, %v", a.Name, content, err)
				}
			}
		})
	}
}

func TestParse_TwoFormsOfOneText(t *testing.T) {
	const news = "<p>Rapat evaluasi PKS dipindah ke 3 Desember 2026 pukul 09.00.</p>"
	const told = "Rapat evaluasi PKS dipindah ke 3 Desember 2026 pukul 09.00."
	for _, c := range []struct{ name, plain, page, want string }{
		{"the same", told, news, told},
		{"the same with more around it", told + "\r\n\r\nSalam", "<p>Logo</p>" + news, told + "\n\nSalam"},
		{"nothing", "\r\n", news, told},
		{"that there is HTML", "Your email client does not support HTML messages", news, told},
		{"that there is HTML, in Indonesian", "Surel ini berformat HTML. Gunakan aplikasi yang mendukung HTML.", news, told},
		{"where to look", "View this email in your browser: https://x.example", news, told},
		{"something else", "Silakan baca pengumuman terlampir dari kantor kami.", news, "Silakan baca pengumuman terlampir dari kantor kami.\n\n" + told},
		{"a short text about HTML itself", "Formulir HTML kami lampirkan.", "<p>Formulir HTML kami lampirkan.</p>", "Formulir HTML kami lampirkan."},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := parse("Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + c.plain +
				"\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + c.page + "\r\n--b--\r\n")
			same(t, "text", strings.TrimSpace(m.Body), c.want)
		})
	}
}

// forwardedOften is a mail in a mail in a mail …, the innermost with a file.
func forwardedOften(times int) string {
	raw := "Subject: paling dalam\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nIsi terdalam.\r\n--x\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF\r\n--x--\r\n"
	for i := range times {
		raw = fmt.Sprintf("Subject: luar %d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n\r\nTerusan %d.\r\n--b%d\r\nContent-Type: message/rfc822\r\n\r\n%s\r\n--b%d--\r\n", i, i, i, i, i, raw, i)
	}
	return raw
}

func TestParse_MailsInMails(t *testing.T) {
	m, files := fileList(t, []byte(forwardedOften(3)))
	same(t, "text", m.Body, "Terusan 2.\n")
	same(t, "the file of the innermost", files["a.pdf"], "%PDF")
	for _, want := range []string{"Surel terlampir: luar 1", "Terusan 0.", "Surel terlampir: paling dalam", "Isi terdalam."} {
		if !strings.Contains(m.Enclosed, want) {
			t.Errorf("%q is missing in %q", want, m.Enclosed)
		}
	}

	if _, files := fileList(t, []byte(forwardedOften(12))); files["a.pdf"] != "" {
		t.Error("mails are opened without end")
	}

	_, files = fileList(t, []byte("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: tagihan\r\n"+
		"Content-Type: application/octet-stream; name=a.pdf.exe\r\n\r\nMZ\r\n--b--\r\n"))
	same(t, "a program in a mail", len(files), 2)
}

func TestParse_AProgramInsideOfAMailIsTold(t *testing.T) {
	m := parse("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nContent-Type: application/octet-stream; name=a.exe\r\n\r\nMZ\r\n--b--\r\n")
	same(t, "in a forwarded mail", warned(m, model.WarnExecutable), true)
	m = mime.Parse(packedMail("application/ms-tnef", winmail("a.exe", []byte("MZ"), false)), options(t))
	same(t, "in winmail.dat", warned(m, model.WarnExecutable), true)
}

func TestFile_IsFoundWhenFilesAreCountedOtherwise(t *testing.T) {
	raw, m := caseMail(t, "user-forwarded-eml-pdf")
	pdf := m.Attachments[1]
	pdf.Index = 0
	if content, err := mime.File(raw, pdf); err != nil || !strings.HasPrefix(string(content), "%PDF") {
		t.Errorf("%q, %v", content, err)
	}

	pdf.SHA256 = "lain"
	if _, err := mime.File(raw, pdf); err == nil {
		t.Error("another file is handed out")
	}
}

func TestParse_ReportsInWords(t *testing.T) {
	for _, c := range []struct{ name, kind, report, want string }{
		{"full", "message/delivery-status", "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552 mailbox full",
			"Surel kepada a@b.example tidak terkirim: kotak surat penerima penuh (5.2.2)\n552 mailbox full"},
		{"late", "message/delivery-status", "Final-Recipient: rfc822; a@b.example\r\nAction: delayed\r\nStatus: 4.4.1",
			"Surel kepada a@b.example tertunda; peladen masih mencoba mengirimnya: peladen penerima tidak menjawab (4.4.1)"},
		{"a state without words", "message/delivery-status", "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.9.9", "Surel kepada a@b.example tidak terkirim: 5.9.9"},
		{"two", "message/delivery-status", "Final-Recipient: rfc822; a@b.example\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\nFinal-Recipient: rfc822; c@b.example\r\nAction: failed\r\nStatus: 5.1.1",
			"Surel kepada a@b.example telah sampai: 2.0.0\nSurel kepada c@b.example tidak terkirim: alamat penerima tidak dikenal (5.1.1)"},
		{"read", "message/disposition-notification", "Final-Recipient: rfc822; a@b.example\r\nDisposition: manual-action/MDN-sent-manually; displayed", "Surel telah dibuka oleh a@b.example."},
		{"deleted", "message/disposition-notification", "Final-Recipient: rfc822; a@b.example\r\nDisposition: manual-action/MDN-sent-manually; deleted/error", "Surel dihapus oleh a@b.example tanpa dibaca."},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := mime.Parse([]byte("Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: "+c.kind+"\r\n\r\nReporting-MTA: dns; x\r\n\r\n"+
				c.report+"\r\n\r\n--b--\r\n"), options(t))
			if strings.Contains(c.kind, "disposition") {
				m = mime.Parse([]byte("Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: "+c.kind+"\r\n\r\n"+c.report+"\r\n\r\n--b--\r\n"), options(t))
			}
			same(t, "text", strings.TrimSpace(m.Body), c.want)
		})
	}
}

func TestParse_FileNamesWrittenTwice(t *testing.T) {
	for disposition, want := range map[string]string{
		`attachment; filename*0="=?UTF-8?Q?Surat_=E2=80=93_a?="; filename*1=".pdf"`: "Surat – a.pdf",
		`attachment; filename*0="=?UTF-8?B?U3Vy"; filename*1="YXQucGRm?="`:          "Surat.pdf",
		`attachment; filename*=UTF-8''%3D%3Futf-8%3FQ%3FSurat=2Epdf%3F%3D`:          "Surat.pdf",
		`attachment; filename="UTF-8''Surat%20a.pdf"`:                               "Surat a.pdf",
		`attachment; filename="=?utf-8?Q?Surat?= =?utf-8?Q?_dua.pdf?="`:             "Surat dua.pdf",
		`attachment; filename="lain.pdf"; filename*=utf-8''benar.pdf`:               "benar.pdf",
		`attachment; filename=Surat kerja sama.pdf; size=3`:                         "Surat kerja sama.pdf",
	} {
		m := parse("Content-Type: application/pdf\r\nContent-Disposition: " + disposition + "\r\n\r\n%PDF")
		if len(m.Attachments) != 1 || m.Attachments[0].SafeName != want {
			t.Errorf("%s: %+v, want %q", disposition, m.Attachments, want)
		}
	}
}

func TestParse_MailsAndTextsThatCallThemselvesFiles(t *testing.T) {
	const inner = "From: a@b.example\r\nSubject: 002/PKS/KLN-SM/II/2025\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF"
	for name, kind := range map[string]string{
		"as what it is":           "message/rfc822",
		"as bytes":                "application/octet-stream; name=\"surat.eml\"",
		"in base64":               "message/rfc822\r\nContent-Transfer-Encoding: base64",
		"in base64 and as a file": "application/octet-stream; name=surat.EML\r\nContent-Transfer-Encoding: base64",
	} {
		body := inner
		if strings.Contains(kind, "base64") {
			_, body, _ = strings.Cut(string(packedMail("x/y", []byte(inner))), "\r\n\r\n")
		}
		m, files := fileList(t, []byte("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nTerusan.\r\n--b\r\nContent-Type: "+kind+"\r\n\r\n"+body+"\r\n--b--\r\n"))
		same(t, name+": the file", files["a.pdf"], "%PDF")
		same(t, name+": its subject", strings.HasPrefix(m.Enclosed, "Surel terlampir: 002/PKS/KLN-SM/II/2025\nDari: a@b.example"), true)
	}

	m, files := fileList(t, []byte("Content-Type: application/octet-stream; name=surat.eml\r\n\r\n%PDF kein Brief"))
	same(t, "no mail at all", m.Enclosed+m.Body, "")
	same(t, "and kept", len(files), 1)
	m, files = fileList(t, []byte("Content-Type: text/plain; name=ATT00001.txt\r\nContent-Disposition: inline; filename=ATT00001.txt\r\n\r\nDengan hormat."))
	same(t, "a text with the name of a file", m.Body, "Dengan hormat.\n")
	same(t, "which is a file too", files["ATT00001.txt"], "Dengan hormat.")
	m, _ = fileList(t, []byte("Content-Type: text/rtf\r\n\r\n{\\rtf1 isi}"))
	same(t, "formatted text", m.Body, "isi\n")
}

func TestParse_RawLettersInAHeaderAreThoseOfTheText(t *testing.T) {
	for charset, raw := range map[string]string{"gb2312": "\xb2\xe2\xca\xd4", "shift_jis": "\x83e\x83X\x83g", "koi8-r": "\xf0\xd2\xc9", "iso-8859-1": "caf\xe9"} {
		want := map[string]string{"gb2312": "测试", "shift_jis": "テスト", "koi8-r": "При", "iso-8859-1": "café"}[charset]
		m := parse("From: " + raw + " <a@b.example>\r\nSubject: " + raw + "\r\nContent-Type: text/plain; charset=" + charset + "\r\n\r\nisi")
		same(t, charset, m.Subject+"|"+m.SenderName+"|"+m.SenderEmail, want+"|"+want+"|a@b.example")
	}
}

func TestParse_FormsOfATextThatNobodyReads(t *testing.T) {
	m := parse("Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/x-amp-html\r\n\r\n<html amp4email><p>x</p>\r\n" +
		"--b\r\nContent-Type: text/html\r\n\r\n<p>isi</p>\r\n--b--\r\n")
	same(t, "text", m.Body, "isi\n")
}

func TestParse_ABoundaryThatIsAnotherThanSaid(t *testing.T) {
	m := parse("Content-Type: multipart/mixed; boundary=BATAS_\r\n\r\n--BATAS\r\nContent-Type: text/plain\r\n\r\nsatu\r\n--BATAS\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF\r\n--BATAS--\r\n")
	same(t, "text", m.Body, "satu\n")
	same(t, "files", len(m.Attachments), 1)
	same(t, "problem", m.ReadProblem, "malformed")
	m = parse("Content-Type: multipart/mixed; boundary=BATAS\r\n\r\nHanya teks.\r\n-- \r\nSalam\r\n")
	same(t, "no boundary at all", m.Body, "Hanya teks.\n-- \nSalam\n")
}
