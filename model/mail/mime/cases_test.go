package mime_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail/mime"
	"jejaring/translations"
)

// options are those of a clinic in Jakarta that reads Indonesian; the server received the mail on 29 November 2026.
func options(t testing.TB) mime.Options {
	t.Helper()
	words, err := translations.In("id")
	if err != nil {
		t.Fatal(err)
	}
	return mime.Options{Received: time.Date(2026, 11, 29, 7, 20, 0, 0, time.UTC), Zone: time.FixedZone("WIB", 7*3600), Words: words}
}

func caseMail(t testing.TB, name string) ([]byte, model.Message) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata/cases", name+".eml"))
	if err != nil {
		t.Fatal(err)
	}
	return raw, mime.Parse(raw, options(t))
}

// ordinary is what most of the small odd mails say, so that a case names only what is odd in it.
func ordinary() map[string]string {
	return map[string]string{"sender": "RSUD Contoh <humas@rsud.example>", "subject": "Laporan", "date": "2026-11-02 08:30 +0700 header",
		"text": "isi", "files": "", "warnings": "", "problem": "", "enclosed": ""}
}

// oddMails has for each mail in testdata/cases what differs from the ordinary.
func oddMails() map[string]map[string]string {
	return map[string]map[string]string{
		"alt-empty-plain":              {"text": "Isi sebenarnya"},
		"base64-footer-text":           {"text": "Yth. Bapak/Ibu, tanggal efektif – 1 Januari “baru” é.\n\n-- \nThis e-mail was scanned by Antivirus Gateway.", "problem": "malformed"},
		"base64-spaces":                {"text": "Yth. Bapak/Ibu, tanggal efektif – 1 Januari “baru” é."},
		"boundary-ends-with-dashes":    {"text": "isi surat", "files": "s.pdf 900"},
		"calendar-only":                {"text": "Undangan: Rapat koordinasi mitra\nWaktu: Selasa, 10 November 2026, pukul 08.30 WIB\nTempat: Aula", "files": "lampiran-1.ics 131", "warnings": "offer_create_training"},
		"cr-only":                      {"text": "Dengan hormat,\nTerlampir laporan."},
		"declared-ascii-qp-utf8":       {"text": "Tanggal – selesai"},
		"declared-gb2312-is-utf8":      {"text": "Yth. Bapak/Ibu, tanggal efektif – 1 Januari “baru” é."},
		"digest":                       {"text": "Surel terlampir: Surat satu\nDari: a@rsud.example\n\nSatu\n\nSurel terlampir: Surat dua\nDari: b@rsud.example\n\nDua", "files": "Surat satu.eml 1454, Surat dua.eml 49, satu.pdf 900"},
		"first-line-prose":             {"text": "Catatan server lama\nisi", "problem": "malformed"},
		"from-addr-in-name":            {"sender": "humas@rsud.example <penipu@palsu.example>", "warnings": "sender_other_address"},
		"from-brackets":                {"sender": "[RSUD Contoh] <humas@rsud.example>"},
		"from-empty":                   {"sender": " <>"},
		"from-enc-addr":                {"warnings": "sender_encoded"},
		"from-idn":                     {"sender": "Kontak <info@xn--klnik-8ya.example>"},
		"from-local-angle":             {"sender": "MAILER-DAEMON <>"},
		"from-null":                    {"sender": " <>"},
		"from-route":                   {"sender": " <humas@rsud.example>"},
		"from-sq":                      {"sender": "'humas@rsud.example' <humas@rsud.example>"},
		"from-unclosed":                {"sender": "RSUD <humas@rsud.example>"},
		"from-via":                     {"sender": "'Budi' via Grup <grup@googlegroups.example>"},
		"html-hidden":                  {"text": "Terlihat\nNama Budi\n[Logo RS] https://bpjs.example <https://palsu.example/login>"},
		"leading-empty-line":           {"text": "Dengan hormat"},
		"no-blank-after-header":        {"text": "Dengan hormat, kami sampaikan.\nTerima kasih.", "problem": "malformed"},
		"pgp":                          {"text": "", "files": "lampiran-1.bin 10, encrypted.asc 30", "problem": "encrypted"},
		"report-no-human-part":         {"text": "Surel kepada humas@rsud.example tidak terkirim: alamat penerima tidak dikenal (5.1.1)", "warnings": "delivery_failed"},
		"subject-raw-latin1":           {"subject": "Perjanjian café"},
		"subject-split-utf8":           {"subject": "¤Klénik"},
		"uuencode":                     {"text": "Terlampir surat.\n\n\nSalam", "files": "surat.txt 3"},
		"winmail":                      {"text": "Terlampir", "files": "winmail.dat 56", "warnings": "winmail_dat_not_readable"},
		"date-est":                     {"date": "2026-11-02 08:30 -0500 header"},
		"date-gmt":                     {"date": "2026-11-02 08:30 +0000 header"},
		"date-utc":                     {"date": "2026-11-02 08:30 +0000 header"},
		"date-z":                       {"date": "2026-11-02 08:30 +0000 header"},
		"date-nozone":                  {"warnings": "date_zoneless"},
		"date-ctime":                   {"warnings": "date_zoneless"},
		"link-two-angle-attack":        {"sender": "RS Bunda Cempaka <kerjasama@rs-bundacempaka.example.com>", "warnings": "sender_other_address"},
		"link-upper":                   {"sender": "Vina <KERJASAMA@RS-BUNDACEMPAKA.EXAMPLE.COM>"},
		"link-mailto":                  {"sender": "Vina <kerjasama@rs-bundacempaka.example.com>"},
		"link-comment-in":              {"sender": " <kerjasama@rs-bundacempaka.example.com>"},
		"link-title-comma":             {"sender": "dr. Vina Oktaviani, Sp.PD <kerjasama@rs-bundacempaka.example.com>"},
		"link-title-comma-quoted":      {"sender": "dr. Vina Oktaviani, Sp.PD <kerjasama@rs-bundacempaka.example.com>"},
		"link-enc-phrase-comma":        {"sender": "dr. Vina, Sp.PD <kerjasama@rs-bundacempaka.example.com>"},
		"user-alternative-placeholder": {"text": "Rapat evaluasi PKS dipindah ke 3 Desember 2026 pukul 09.00."},
		"user-calendar-only": {"text": "Undangan: Rapat evaluasi PKS\nWaktu: Kamis, 3 Desember 2026, pukul 09.00–11.00 WIB\nTempat: Ruang Anggrek lantai 2\n" +
			"Penyelenggara: humas@rsud-tirtasana.example.org\n\nMohon membawa laporan rujukan.", "files": "lampiran-1.ics 339", "warnings": "offer_create_training"},
		"user-charset-cp932":         {"text": "契約"},
		"user-date-future":           {"date": "2026-11-29 07:20 +0000 internaldate", "warnings": "date_future"},
		"user-date-id-weekday":       {"date": "2026-11-05 08:30 +0700 header"},
		"user-date-leading-comma":    {"date": "2026-11-05 15:17 +0700 header"},
		"user-date-upper-month":      {"date": "2026-05-06 19:00 +0700 header", "warnings": "date_zoneless"},
		"user-date-zone-wita":        {"date": "2026-11-05 08:30 +0800 header"},
		"user-filename-2047-in-2231": {"text": "Terlampir.", "files": "Perjanjian – Kerja Sama 2026.pdf 69"},
		"user-forwarded-eml-pdf": {"text": "Kami teruskan.", "files": "PKS yang sudah ditandatangani 002-PKS-KLN-SM-II-2025.eml 626, PKS tertandatangani.pdf 69",
			"enclosed": "Surel terlampir: PKS yang sudah ditandatangani 002/PKS/KLN-SM/II/2025\nDari: direktur@rsud-tirtasana.example.org\n" +
				"Kepada: humas@rsud-tirtasana.example.org\nTanggal: Rabu, 18 November 2026 pukul 10.00\n\nTerlampir PKS."},
		"user-from-unquoted-degree":    {"sender": "dr. Sari Wulan, Sp.PD <sari@rsud-tirtasana.example.org>"},
		"user-html-hidden-text":        {"text": "Yth.\nHari Kamis\nPukul 09.00\n1. Satu\n2. Dua\na² b\nisi kotak\na < b & c"},
		"user-html-meta-gb18030":       {"text": "合作协议已签署，请查收"},
		"user-html-strike-and-numbers": {"text": "Perubahan:\n3. Pasal satu\n4. Pasal dua\n~~lama~~ baru\n[Logo RSUD]"},
		"user-quote-outlook-id": {"text": "Kami menyetujui perpanjangan 002/PKS/KLN-SM/II/2025.\n\nDari: Klinik <admin@klinik-sm.example.com>\nDikirim: Rabu, 18 November 2026 09.00\n" +
			"Kepada: Humas RSUD\nSubjek: Perjanjian\n\nMohon tanggapan untuk 001/PKS/KLN-SM/I/2026."},
		"user-uuencode-cte":    {"text": "Terlampir.", "files": "hasil.txt 3"},
		"user-uuencode-inline": {"text": "Terlampir hasil pindai.", "files": "hasil.txt 3"},
		"user-winmail-pks":     {"text": "Terlampir PKS.", "files": "winmail.dat 145, PKS.pdf 69"},
	}
}

func expected(name string) map[string]string {
	want := ordinary()
	switch {
	case strings.HasPrefix(name, "date-"):
		want["subject"] = "Laporan rujukan"
	case strings.HasPrefix(name, "link-"):
		want["sender"], want["subject"], want["text"] = "Vina Oktaviani <kerjasama@rs-bundacempaka.example.com>", "Jadwal rapat", "Mohon konfirmasi."
	case strings.HasPrefix(name, "user-"):
		want["sender"], want["text"], want["date"] = "Humas RSUD <humas@rsud-tirtasana.example.org>", "Isi surat.", "2026-11-19 08:30 +0700 header"
		want["subject"] = "-"
	}

	for key, value := range oddMails()[name] {
		want[key] = value
	}

	return want
}

// TestParse_OddMails reads every mail of testdata/cases and compares all that a person would see of it.
func TestParse_OddMails(t *testing.T) {
	names, err := filepath.Glob("testdata/cases/*.eml")
	if err != nil || len(names) < 70 {
		t.Fatalf("%d mails, %v", len(names), err)
	}

	for _, file := range names {
		name := strings.TrimSuffix(filepath.Base(file), ".eml")
		t.Run(name, func(t *testing.T) {
			raw, m := caseMail(t, name)
			var files, warnings []string
			for i, a := range m.Attachments {
				files = append(files, fmt.Sprint(a.Name, " ", a.Size))
				if content, err := mime.File(raw, a); err != nil || int64(len(content)) != a.Size {
					t.Errorf("file %d: %d bytes, %v", i, len(content), err)
				}
			}

			for _, w := range m.Warnings {
				warnings = append(warnings, w.Code)
			}

			got := map[string]string{"sender": m.SenderName + " <" + m.SenderEmail + ">", "subject": m.Subject,
				"date": m.Date.Format("2006-01-02 15:04 -0700 ") + m.DateSource, "text": strings.TrimRight(m.Body, "\n"), "files": strings.Join(files, ", "),
				"warnings": strings.Join(warnings, ", "), "problem": m.ReadProblem, "enclosed": m.Enclosed}
			for key, want := range expected(name) {
				if want != "-" {
					same(t, key, got[key], want)
				}
			}
		})
	}
}

// TestParse_OddMailsCutAnywhere reads the beginnings of all of them: what is kept is always text, and files come out again.
func TestParse_OddMailsCutAnywhere(t *testing.T) {
	names, err := filepath.Glob("testdata/cases/*.eml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}

	o := options(t)
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for end := 0; end < len(raw); end += 7 {
			sound(t, raw[:end], o)
		}
	}
}
