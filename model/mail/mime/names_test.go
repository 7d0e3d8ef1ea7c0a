package mime_test

import (
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// TestSafeName_IsHarmlessOnEverySystem has names that programs, people and thieves give to files.
func TestSafeName_IsHarmlessOnEverySystem(t *testing.T) {
	for name, want := range map[string]string{
		"Perjanjian – akhir.pdf":           "Perjanjian – akhir.pdf",
		"/etc/passwd":                      "passwd",
		`..\..\Windows\a.exe`:              "a.exe",
		"folder/":                          "lampiran",
		"":                                 "lampiran",
		" . ":                              "lampiran",
		"___":                              "lampiran",
		"a<b>c:d\"e|f?g*h.txt":             "a_b_c_d_e_f_g_h.txt",
		"satu\r\ndua.txt":                  "satudua.txt",
		"a\u202ffdp.txt":                   "a fdp.txt",
		"a\u202efdp.exe":                   "afdp.exe",
		"a\u200bb.txt":                     "ab.txt",
		" depan dan belakang. . ":          "depan dan belakang",
		"con":                              "_con",
		"Con.tar.gz":                       "_Con.tar.gz",
		"LPT1.txt":                         "_LPT1.txt",
		"com².txt":                         "_com².txt",
		"com10.txt":                        "com10.txt",
		"console.txt":                      "console.txt",
		"NUL .txt":                         "_NUL .txt",
		"a.\xff.txt":                       "a..txt",
		strings.Repeat("a", 200):           strings.Repeat("a", 120),
		strings.Repeat("a", 200) + ".docx": strings.Repeat("a", 115) + ".docx",
		"a." + strings.Repeat("b", 200):    "a." + strings.Repeat("b", 118),
	} {
		same(t, name, mime.SafeName(name), want)
	}
}

// TestParse_FilesWithoutANameGetOne by their kind.
func TestParse_FilesWithoutANameGetOne(t *testing.T) {
	for kind, want := range map[string]string{
		"application/pdf": "lampiran-1.pdf", "image/jpeg": "lampiran-1.jpg", "image/png": "lampiran-1.png", "application/msword": "lampiran-1.doc",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document": "lampiran-1.docx",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":       "lampiran-1.xlsx",
		"application/zip": "lampiran-1.zip", "application/x-antah": "lampiran-1.bin", "application/pkcs7-signature": "lampiran-1.p7s",
	} {
		m := parse("Content-Type: " + kind + "\r\n\r\nx")
		if len(m.Attachments) != 1 || m.Attachments[0].Name != want {
			t.Errorf("%s: %+v", kind, m.Attachments)
		}
	}

	m := parse("Content-Type: message/rfc822\r\n\r\nSubject: Surat 1/2\r\n\r\nisi")
	if len(m.Attachments) != 1 || m.Attachments[0].Name != "Surat 1-2.eml" {
		t.Errorf("a mail: %+v", m.Attachments)
	}

	m = parse("Content-Type: message/rfc822\r\n\r\nFrom: a@b\r\n\r\nisi")
	if len(m.Attachments) != 1 || m.Attachments[0].Name != "surat.eml" {
		t.Errorf("a mail without a subject: %+v", m.Attachments)
	}
}

// TestParse_WithoutWordsSaysThingsWithoutAnyLanguage is for callers that have none.
func TestParse_WithoutWordsSaysThingsWithoutAnyLanguage(t *testing.T) {
	const raw = "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Rapat\r\nDTSTART:20261203T020000Z\r\n" +
		"DTEND:20261203T040000Z\r\nLOCATION:Aula\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	m := mime.Parse([]byte(raw), mime.Options{Received: time.Date(2026, 11, 18, 7, 20, 0, 0, time.UTC)})
	same(t, "text", m.Body, "Rapat\nThu 2026-12-03 09:00 11:00 WIB\nAula\n")
	report := parse("Content-Type: message/delivery-status\r\n\r\nx: y\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nStatus: 5.1.1\r\n")
	same(t, "a report", report.Body, "a@b.example 5.1.1\n")
}

func TestParse_LanguageByItsCommonWords(t *testing.T) {
	for text, want := range map[string]string{
		"Dengan hormat, bersama ini kami sampaikan laporan.":  "id",
		"Please find attached the agreement for your review.": "en",
		"12/PKS/2026": "",
		"":            "",
		"Terima kasih.\n\nOn Tue, Ani <a@b.example> wrote:\n> please send the agreement to us and have it signed by the director": "id",
	} {
		m := parse("Content-Type: text/plain; charset=utf-8\r\n\r\n" + strings.ReplaceAll(text, "\n", "\r\n"))
		same(t, text, m.Language, want)
	}
}

func TestFile_OfEveryAttachmentIsWhatWasCounted(t *testing.T) {
	raw, m := caseMail(t, "digest")
	for _, a := range m.Attachments {
		content, err := mime.File(raw, a)
		if err != nil || int64(len(content)) != a.Size {
			t.Errorf("%s: %d bytes, %v", a.Name, len(content), err)
		}
		byPlace, err := mime.File(raw, model.Attachment{Index: a.Index})
		if err != nil || string(byPlace) != string(content) {
			t.Errorf("%s by its place alone: %d bytes, %v", a.Name, len(byPlace), err)
		}
	}
}
