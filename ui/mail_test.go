package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"jejaring/model"
)

// letterBox files three mails in the sample register: one from a deceiver, a long one of a partner, and one of nobody known.
func letterBox(t *testing.T) *clinic {
	t.Helper()
	c := sampleOpen(t)
	box := model.NewMailbox()
	box.Name, box.Host, box.User, box.Active = "Surel klinik", "mail.example.com", "admin@klinik-sm.example.com", true
	if err := c.store.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}

	c.mail.passwords = map[model.ID]string{box.ID: "rahasia"}
	long := strings.Repeat("Kami membaca surat Saudara dengan saksama. ", 20) + "Akhir surat."
	mails := []model.Message{
		{SenderName: "RSUD Tirtasana", SenderEmail: "rsud@menipu.example", Subject: "Tagihan mendesak", Body: "Buka lampiran ini.",
			Warnings: []model.Warning{{Code: model.WarnSpoof, Args: []string{"RSUD Tirtasana"}}, {Code: model.WarnExecutable, Args: []string{"tagihan.pdf.exe"}}},
			Attachments: []model.Attachment{{Name: "tagihan.pdf.exe", SafeName: "tagihan.pdf.exe", MIME: "application/octet-stream", Size: 2048},
				{Index: 1, Name: "faktur\u202efdp.exe", SafeName: "fakturfdp.exe", MIME: "application/octet-stream", Size: 4096}}},
		{SenderName: "Vina Oktaviani", SenderEmail: "vina@bundacempaka.example.org", Subject: "Re: Perpanjangan",
			Body: long + "\n> Kami mengajukan perpanjangan.\n> Hormat kami"},
		{SenderEmail: "budi@tempatlain.example", Body: "Halo, kami ingin bekerja sama."},
	}

	for i := range mails {
		m := &mails[i]
		m.MailboxID = box.ID
		m.Folder = "INBOX"
		m.UIDValidity = 1
		m.UID = uint32(i + 1)
		m.MessageID = fmt.Sprintf("m%d@example", i)
		m.Direction, m.Status, m.Category, m.LinkRule = "in", "unregistered", "lainnya", model.RuleNone
		m.Date = time.Date(2026, 11, 18+i, 3, 30, 0, 0, time.UTC)
	}

	filed := make([]model.Filed, len(mails))
	for i, m := range mails {
		filed[i] = model.Filed{Message: m, Raw: []byte("Subject: " + m.Subject + "\r\n\r\n" + m.Body)}
	}

	if _, err := c.store.Mail().File(t.Context(), filed); err != nil {
		t.Fatal(err)
	}

	agreement := c.agreement("Rujukan Pasien Ibu dan Anak")
	err := c.store.Mail().Link(t.Context(), filed[1].Message.ID, model.Link{PartnerID: agreement.Parties[1].PartnerID, Rule: model.RuleContact,
		Confidence: 0.9, Suggestions: []model.ID{agreement.ID}})
	if err != nil {
		t.Fatal(err)
	}

	c.Tap("Surat")
	c.Sees("3 baris", "Tagihan mendesak")
	return c
}

// message reads a mail out of the register by a word of its subject or sender.
func (c *clinic) message(text string) model.Message {
	c.t.Helper()
	list, err := c.store.Messages().Find(c.t.Context(), model.Query{Text: text})
	if err != nil || len(list) != 1 {
		c.t.Fatalf("%d mails for %q: %v", len(list), text, err)
	}
	return list[0]
}

func TestMail_ADeceiverIsToldAtOnce(t *testing.T) {
	c := letterBox(t)
	c.Sees("Berbahaya")
	c.Tap("Tagihan mendesak")
	c.Sees("Nama pengirim menyerupai RSUD Tirtasana, tetapi alamatnya berbeda.", "Lampiran tagihan.pdf.exe berpotensi berbahaya dan tidak dibuka.",
		"RSUD Tirtasana <rsud@menipu.example>", "Belum tertaut")
}

func TestMail_TheWholeTextIsShownAndTheQuotationFolded(t *testing.T) {
	c := letterBox(t)
	c.Tap("Re: Perpanjangan")
	c.Sees("Akhir surat.", "2 baris kutipan", "19 November 2026 10.30")
	if c.Shows("> Kami mengajukan perpanjangan.") {
		t.Error("the quotation is not folded")
	}

	c.Tap("2 baris kutipan")
	c.Sees("> Kami mengajukan perpanjangan.")
	c.Tap("2 baris kutipan")
	c.SeesNoMore("> Kami mengajukan perpanjangan.")
}

func TestMail_AVeryLongTextComesInPortionsAndNothingIsMissing(t *testing.T) {
	c := letterBox(t)
	body := "Awal surat. " + strings.Repeat("Daftar obat nomor ke sekian tersedia.\n", 1000) + "Akhir surat yang panjang."
	m := model.Message{MailboxID: c.message("Tagihan mendesak").MailboxID, Folder: "INBOX", UIDValidity: 1, UID: 9, MessageID: "panjang@example", SenderEmail: "budi@tempatlain.example",
		Subject: "Daftar panjang", Body: body, Direction: "in", Status: "unregistered", Category: "lainnya", LinkRule: model.RuleNone}
	if _, err := c.store.Mail().File(t.Context(), []model.Filed{{Message: m, Raw: []byte(body)}}); err != nil {
		t.Fatal(err)
	}

	c.Ctrl(fyne.Key1)
	c.Ctrl(fyne.Key4)
	c.Tap("Daftar panjang")
	c.Sees("Awal surat.", "Tampilkan selebihnya (")
	if c.Shows("Akhir surat yang panjang.") {
		t.Error("the whole text is drawn at once")
	}

	for range 4 {
		var more string
		c.Until("more of the text", func() bool {
			at := slices.IndexFunc(c.Texts(), func(s string) bool { return strings.HasPrefix(s, "Tampilkan selebihnya") })
			if at >= 0 {
				more = c.Texts()[at]
			}
			return at >= 0
		})
		c.Tap(more)
	}

	c.Sees("Akhir surat yang panjang.")
	if n := strings.Count(strings.Join(c.Texts(), " "), "Daftar obat nomor ke sekian tersedia."); n < 1000 {
		t.Errorf("%d of 1000 lines are shown", n)
	}
}

func TestMail_WhyItIsLinkedIsSaid(t *testing.T) {
	c := letterBox(t)
	c.Tap("Re: Perpanjangan")
	c.Sees("karena alamat pengirim milik narahubung mitra (keyakinan 90", "RS Bunda Cempaka")
}

func TestMail_OneClickTakesASuggestion(t *testing.T) {
	c := letterBox(t)
	c.Tap("Re: Perpanjangan")
	var offer string
	c.Until("the suggestion", func() bool {
		for _, s := range c.Texts() {
			if strings.HasPrefix(s, "Tautkan ke 003/PKS/KLN-SM/XII/2024") {
				offer = s
			}
		}
		return offer != ""
	})
	c.Tap(offer)
	c.Sees("Tautan tersimpan.", "karena Anda menautkannya")
	if m := c.message("perpanjangan"); len(m.AgreementIDs) != 1 || !m.LinkedByUser {
		t.Errorf("stored is %+v", m.AgreementIDs)
	}
}

func TestMail_ThePersonLinksAndTakesItBack(t *testing.T) {
	c := letterBox(t)
	c.Tap("(tanpa perihal)")
	c.Sees("belum ada kaidah yang cocok")
	c.Tap("Tautkan mitra")
	c.Write("Puskesmas")
	c.Tap("Puskesmas Kenanga")
	c.Sees("Tautan tersimpan.", "karena Anda menautkannya")
	if m := c.message("budi"); m.PartnerName != "Puskesmas Kenanga" || m.LinkRule != model.RuleUser {
		t.Errorf("linked to %q by %s", m.PartnerName, m.LinkRule)
	}

	c.Tap("Urungkan")
	c.SeesNoMore("karena Anda menautkannya")
	if m := c.message("budi"); m.Linked() {
		t.Errorf("still linked to %q", m.PartnerName)
	}

	c.Sees("belum ada kaidah yang cocok")
}

func TestMail_LinkedToAnAgreementItBelongsToItsPartner(t *testing.T) {
	c := letterBox(t)
	c.Tap("(tanpa perihal)", "Tautkan perjanjian")
	c.Write("limbah")
	c.Sees("004/PKS/KLN-SM/X/2025")
	c.Tap("Pengelolaan Limbah B3 Medis")
	c.Sees("Tautan tersimpan.")
	c.Until("the partner", func() bool { return c.message("budi").PartnerName == "PT Bersih Lestari Medika" })
}

func TestMail_FiledAndTakenBack(t *testing.T) {
	c := letterBox(t)
	c.Tap("Re: Perpanjangan", "Arsipkan")
	c.Sees("”: Diarsipkan")
	c.Tap("Diarsipkan  1")
	c.Sees("1 baris")
	c.Tap("Diarsipkan  1")
	if got := c.message("perpanjangan").Status; got != "filed" {
		t.Errorf("the state is %q", got)
	}

	c.Tap("Urungkan")
	c.Until("the old state", func() bool { return c.message("perpanjangan").Status == "unregistered" })
	c.rest()
	c.Tap("Abaikan")
	c.Sees("”: Diabaikan")
	if got := c.message("perpanjangan").Status; got != "ignored" {
		t.Errorf("the state is %q", got)
	}
}

func TestMail_AForgedNameIsNotBelieved(t *testing.T) {
	c := letterBox(t)
	c.Sees("rsud@menipu.example")
	c.Tap("Tagihan mendesak")
	c.Sees("RSUD Tirtasana <rsud@menipu.example>", "fakturfdp.exe  4 KB")
}

func TestMail_WhatIsNotLinkedIsFoundFromHome(t *testing.T) {
	c := letterBox(t)
	c.Tap("Beranda")
	c.Sees("Surel dari alamat rsud@menipu.example", "Tagihan mendesak", "Berbahaya", "Surel dari budi@tempatlain.example", "terlama 3 hari")
	c.Tap("Surel belum tertaut")
	c.Sees("2 baris", "Belum tertaut  2", "Masuk  3")
	c.SeesNoMore("Re: Perpanjangan")
	c.Tap("Beranda")
	c.TapNear("Tagihan mendesak", "Periksa")
	c.Sees("Nama pengirim menyerupai RSUD Tirtasana")
}

func TestMail_APartnersMailStandsInItsRecord(t *testing.T) {
	c := letterBox(t)
	c.Tap("Mitra", "RS Bunda Cempaka")
	c.shows("Nama mitra", "RS Bunda Cempaka")
	c.Tap("Surat")
	c.Sees("Re: Perpanjangan")
	c.Tap("Re: Perpanjangan")
	c.Sees("Akhir surat.")
}

func TestMail_IsSearchedByItsWords(t *testing.T) {
	c := letterBox(t)
	c.Search("Cari pengirim, perihal, isi …").Write("bekerja")
	c.Sees("1 baris", "budi@tempatlain.example")
	c.SeesNoMore("Tagihan mendesak")
}

func TestMail_AProgramIsSavedOnlyAfterAWarning(t *testing.T) {
	c := letterBox(t)
	c.Tap("Tagihan mendesak", "tagihan.pdf.exe  2 KB")
	c.Sees("tagihan.pdf.exe adalah program, bukan dokumen.", "rsud@menipu.example", "lewat telepon")
	c.Press(fyne.KeyReturn)
	c.SeesNoMore("adalah program")
	if c.Shows("Simpan ke berkas") {
		t.Error("Enter saves the program")
	}

	c.Tap("tagihan.pdf.exe  2 KB")
	c.Press(fyne.KeyEscape)
	c.SeesNoMore("adalah program")
	c.Tap("tagihan.pdf.exe  2 KB", "Tetap simpan")
	c.Sees("Simpan ke berkas")
}

func TestMail_ADocumentWithMacrosIsSavedOnlyAfterAWarning(t *testing.T) {
	c := letterBox(t)
	c.file("Daftar tarif", model.Attachment{Name: "tarif.xls", SafeName: "tarif.xls", MIME: "application/vnd.ms-excel", Size: 2048})
	c.mail.attached = []byte("MZ\x90\x00")
	c.Tap("Daftar tarif", "tarif.xls  2 KB")
	c.Sees("tarif.xls memuat program, misalnya makro, walaupun namanya seperti dokumen.", "lewat telepon")
	c.Press(fyne.KeyReturn)
	c.SeesNoMore("memuat program")
	if c.Shows("Simpan ke berkas") {
		t.Error("Enter saves the program")
	}

	c.mail.attached = []byte("%PDF-1.7")
	c.Tap("tarif.xls  2 KB")
	c.Sees("Simpan ke berkas")
}

// TestMail_WhatCommandsATerminalIsNotInTheList has a subject with control characters and line ends.
func TestMail_WhatCommandsATerminalIsNotInTheList(t *testing.T) {
	c := letterBox(t)
	c.file("Surat\x1b[2J\u009b \u202eresmi\nbaris dua")
	c.Sees("Surat[2J resmi baris dua")
}

// file files one more mail.
func (c *clinic) file(subject string, attachments ...model.Attachment) {
	c.t.Helper()
	m := c.message("Tagihan")
	next := model.Message{MailboxID: m.MailboxID, Folder: "INBOX", UIDValidity: 1, UID: 77, MessageID: "m77@example", Subject: subject,
		SenderEmail: "mitra@example.org", Direction: "in", Status: "unregistered", Category: "lainnya", LinkRule: model.RuleNone,
		Date: time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC), Attachments: attachments}
	if _, err := c.store.Mail().File(c.t.Context(), []model.Filed{{Message: next, Raw: []byte("Subject: x\r\n\r\nisi")}}); err != nil {
		c.t.Fatal(err)
	}

	c.Tap("Beranda", "Surat")
	c.Sees("4 baris")
}

func TestMail_WhatIsIgnoredNoLongerWaits(t *testing.T) {
	c := letterBox(t)
	c.Tap("(tanpa perihal)", "Abaikan")
	c.Sees("”: Diabaikan", "Belum tertaut  1")
	c.Until("no chip that says it waits", func() bool { return !slices.Contains(c.Texts(), "Belum tertaut") })
	c.Sees("Diabaikan")
}

func TestMail_AnEmptyOneOffersTheFirstStep(t *testing.T) {
	c := sampleOpen(t)
	c.Ctrl(fyne.Key4)
	c.Sees("Surel mitra muncul di sini setelah kotak surat dihubungkan")
	c.Tap("Hubungkan kotak surat")
	c.Sees("Kotak surat baru")
}

// TestMail_WhatAMailDoesNotSayIsSaid has mails without sender, text or a date of their own, and one that carries another.
func TestMail_WhatAMailDoesNotSayIsSaid(t *testing.T) {
	c := letterBox(t)
	box := c.message("Tagihan mendesak").MailboxID
	at := time.Date(2026, 11, 20, 3, 30, 0, 0, time.UTC)
	mails := []model.Message{
		{Subject: "Surat kosong", Date: at, DateSource: "internaldate"},
		{Subject: "Zona ganjil", SenderName: "MAILER-DAEMON", Date: at, DateSource: "unknown", Body: "isi"},
		{Subject: "Terusan", SenderEmail: "budi@tempatlain.example", Date: at, DateSource: "header", Body: "Kami teruskan.",
			Enclosed: "Perihal: PKS yang sudah ditandatangani"},
	}
	var filed []model.Filed

	for i, m := range mails {
		m.MailboxID = box
		m.Folder = "INBOX"
		m.UIDValidity = 1
		m.UID = uint32(i + 20)
		m.MessageID = fmt.Sprintf("kosong%d@example", i)
		m.Direction, m.Status, m.Category, m.LinkRule = "in", "unregistered", "lainnya", model.RuleNone
		filed = append(filed, model.Filed{Message: m, Raw: []byte("Subject: " + m.Subject + "\r\n\r\n")})
	}

	if _, err := c.store.Mail().File(t.Context(), filed); err != nil {
		t.Fatal(err)
	}

	c.Ctrl(fyne.Key1)
	c.Ctrl(fyne.Key4)
	c.Tap("Surat kosong")
	c.Sees("(tanpa pengirim)", "20 November 2026 10.30 (tanggal dari peladen)", "Surel ini tidak berisi teks.")
	c.Tap("Zona ganjil")
	c.Sees("MAILER-DAEMON", "20 November 2026 10.30 (zona waktu tidak dikenal)")
	c.Tap("Terusan")
	c.Sees("Kami teruskan.", "Yang disertakan dalam surel ini:", "Perihal: PKS yang sudah ditandatangani")
	if c.Shows("Surel ini tidak berisi teks.") || c.Shows("MAILER-DAEMON <>") {
		t.Error("what belongs to another mail is shown")
	}
}
