package ui_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

func TestHome_ShowsTheFiguresOfTheSample(t *testing.T) {
	c := sampleOpen(t)
	c.Until("the figures", func() bool {
		return c.Order("Perjanjian berlaku", "9", "Berakhir dalam 90 hari", "3", "terdekat 23 hari lagi", "Rujukan menunggu", "12",
			"Surel belum tertaut", "0")
	})
	c.Sees("Klinik Pratama Samudra Melati", "Sabtu, 21 November 2026",
		"Data contoh: semua orang dan lembaga di sini rekaan. Tanggal register ini 21 November 2026.")
}

// waits are the rows of the home screen that ask for something on the sample's day, with their buttons or none, the record behind
// them, and what stands where the work is done.
func waits() [][4]string {
	return [][4]string{
		{"Pindaian bertanda tangan belum ada", "", "Penyuluhan dan Pendampingan Pasien TBC", "Unggah pindaian bertanda tangan"},
		{"Supervisi program TBC", "", "Penguatan Jejaring Layanan TBC (DPPM)", "Tenggat"},
		{"Mengirim balasan rujukan paling lambat 3 hari kerja", "", "Rujukan Pasien", "Tenggat"},
		{"Menyerahkan bukti pemantapan mutu eksternal", "", "Pemeriksaan Laboratorium Rujukan", "Tenggat"},
		{"Menyerahkan sertifikat pemusnahan", "", "Pengelolaan Limbah B3 Medis", "Tenggat"},
		{"Memperpanjang izin platform", "", "Layanan Telemedisin Konsultasi Spesialis", "Tenggat"},
		{"Nomor mitra belum ada", "Lengkapi", "Pelaksanaan Imunisasi dan Vaksinasi Massal", "Nomor mitra"},
		{"027/RJK/KLN-SM/IX/2026", "", "R.C. · SM-000024", "Tiba"},
		{"Praktik Lapangan Mahasiswa dan Penelitian Bersama · ", "", "Praktik Lapangan Mahasiswa dan Penelitian Bersama", "Tentang"},
		{"Laboratorium Klinik Prisma Diagnostika · ", "Perbarui", "Laboratorium Klinik Prisma Diagnostika", "Izin berlaku sampai"},
		{"PT Bersih Lestari Medika · ", "Perbarui", "PT Bersih Lestari Medika", "Izin berlaku sampai"},
		{"Dewi Anggraini", "Perbarui", "Dewi Anggraini", "Nama staf"},
	}
}

func TestHome_EveryRowOpensItsRecordWhereTheWorkIs(t *testing.T) {
	c := sampleOpen(t)
	for _, w := range waits() {
		c.Sees(w[0])
		if w[1] == "" {
			c.Tap(c.Whole(w[0])) // the row itself opens the record, its button does more
		} else {
			c.TapNear(w[0], w[1])
		}

		c.Sees(w[2], w[3])
		c.Tap("Beranda")
		c.Sees("Perlu perhatian")
	}
}

// TestHome_WhoDidNotAnswerIsContactedInPlace: how they are reached and what was said last stands over the home screen, and what
// they say now is kept there.
func TestHome_WhoDidNotAnswerIsContactedInPlace(t *testing.T) {
	c := sampleOpen(t)
	c.TapNear("8 Okt 2026 · 027/RJK", "Hubungi")
	c.Sees("Hubungi RSUD Tirtasana", "027/RJK/KLN-SM/IX/2026", "(0999) 000201", "Ns. Maya Kurnia", "humas@rsud-tirtasana.example.org", "Belum ada kontak yang dicatat.")
	c.TapNear("humas@rsud-tirtasana.example.org", "Salin")
	if got := c.fyne.Clipboard().Content(); got != "humas@rsud-tirtasana.example.org" {
		t.Errorf("%q is copied", got)
	}

	c.Enter("Dihubungi", "Bu Wati", "Hasil", "balasan dikirim hari Senin")
	c.Tap("Simpan")
	c.Sees("Kontak dicatat.", "Perlu perhatian · 24")
	c.TapNear("8 Okt 2026 · 027/RJK", "Hubungi")
	c.Sees("Kontak terakhir: ")
	c.Sees("Bu Wati · balasan dikirim hari Senin")
	c.Tap("Buka rujukan")
	c.Sees("R.C. · SM-000024", "Tiba", "Catatan kontak")
}

func TestHome_ASignatureIsMarkedInPlace(t *testing.T) {
	c := sampleOpen(t)
	c.TapNear("Perjanjian menunggu tanda tangan", "Tandai")
	c.Sees("Tanggal tanda tangan *")
	c.Tap("Kembali")
	c.shows("Tentang", "Pelaksanaan Imunisasi dan Vaksinasi Massal")
}

// TestHome_AMailIsLinkedWhereItIsRead: the button leads to the mail, with the search for its partner open.
func TestHome_AMailIsLinkedWhereItIsRead(t *testing.T) {
	c := letterBox(t)
	c.Tap("Beranda")
	c.TapNear("Surel dari budi@tempatlain.example", "Tautkan")
	c.Sees("bekerja")
	c.Until("the search for a partner", func() bool { return c.window.Canvas().Overlays().Top() != nil })
	c.Write("cempaka")
	if at := c.Place("RS Bunda Cempaka"); at.X < 400 || at.Y < 150 {
		t.Errorf("the search stands at %v, not at the mail", at)
	}
	c.Tap("RS Bunda Cempaka")
	c.Until("the link", func() bool { return c.message("bekerja").PartnerID != 0 })
	c.Tap("Beranda")
	c.SeesNoMore("Surel dari budi@tempatlain.example")
}

func TestHome_WhatIsAskedStandsBeforeWhomItConcerns(t *testing.T) {
	c := sampleOpen(t)
	for _, rows := range [][2]string{
		{"Balasan rujukan belum diterima", "8 Okt 2026 · 027/RJK/KLN-SM/IX/2026 · RSUD Tirtasana Poli Onkologi"},
		{"Mengirim balasan rujukan paling lambat 3 hari kerja", "31 Okt 2026 · Rujukan Pasien"},
		{"Perjanjian menunggu tanda tangan", "10 Des 2026 · Pelaksanaan Imunisasi dan Vaksinasi Massal · Dinas Kesehatan Kota Tirtasana"},
	} {
		c.Sees(rows[0], rows[1])
		if !c.Order(rows[0], rows[1]) {
			t.Errorf("%q does not stand over %q", rows[0], rows[1])
		}
	}
}

func TestHome_TheWeightiestIsOnTop(t *testing.T) {
	c := sampleOpen(t)
	c.Sees("Lewat 52 hari", "29 hari lagi", "Tanda tangan", "Perlu perhatian · 24")
	if !c.Order("Lewat 52 hari", "Lewat 44 hari", "Berat", "Lewat 21 hari", "Lewat 6 hari", "4 hari lagi", "Tanda tangan", "29 hari lagi",
		"50 hari lagi", "71 hari lagi", "81 hari lagi", "130 hari lagi", "Pindaian bertanda tangan belum ada", "Nomor mitra belum ada") {
		t.Error("the rows are not in the order of their weight")
	}
}

// TestHome_ALetterThatWaitsIsAnswered: an urgent one stands before what is late, one that asks for an answer before what comes;
// the button leads to exactly that mail.
func TestHome_ALetterThatWaitsIsAnswered(t *testing.T) {
	c := letterBox(t)
	m := c.message("Perpanjangan")
	for uid, x := range []struct {
		subject, category string
		urgent            bool
	}{{"Undangan rapat koordinasi", "undangan", false}, {"HASIL KRITIS kalium", "hasil_penunjang", true}} {
		next := model.Message{MailboxID: m.MailboxID, Folder: "INBOX", UIDValidity: 1, UID: uint32(90 + uid), MessageID: x.subject, Subject: x.subject,
			SenderEmail: "sekretariat@mitra.example", Direction: "in", Status: "unregistered", Category: x.category, Urgent: x.urgent,
			PartnerID: m.PartnerID, LinkRule: model.RuleUser, Date: time.Date(2026, 11, 19, 8, 0, 0, 0, time.UTC)}
		if _, err := c.store.Mail().File(c.t.Context(), []model.Filed{{Message: next, Raw: []byte("Subject: x\r\n\r\nisi")}}); err != nil {
			t.Fatal(err)
		}
	}

	c.Tap("Beranda")
	c.Sees("HASIL KRITIS kalium", "Undangan rapat koordinasi")
	if !c.Order("Mendesak", "Lewat 52 hari", "Perlu jawaban", "4 hari lagi") {
		t.Error("the letters do not stand where they belong")
	}

	c.TapNear("Undangan rapat koordinasi", "Jawab")
	c.Sees("Sudah dijawab")
	c.Tap("Sudah dijawab")
	c.Until("the answer", func() bool { return c.message("Undangan").Status == "answered" })
	c.Tap("Beranda")
	c.SeesNoMore("19 Nov 2026 · Undangan rapat koordinasi")
	c.SeesNoMore("Perlu jawaban")
	c.Sees("HASIL KRITIS kalium")
}

func TestHome_AFigureOpensTheListBehindIt(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Berakhir dalam 90 hari")
	c.Sees("3 baris", "Rujukan Pasien Ibu dan Anak", "Pemeriksaan Laboratorium Rujukan", "Praktik Lapangan Mahasiswa dan Penelitian Bersama")
	c.Tap("Beranda", "Perjanjian berlaku")
	c.Sees("9 baris", "Berlaku  9")
	c.SeesNoMore("Rujukan Pasien Ibu, Anak, dan Bedah")
	c.Tap("Beranda", "Surel belum tertaut")
	c.Sees("Tidak ada yang cocok.", "Ambil surel")
}

func TestHome_TheNextDatesOpenTheirRecords(t *testing.T) {
	c := sampleOpen(t)
	c.Sees("Jatuh tempo: membayar tagihan laboratorium", "25 Nov", "SIP Dewi Anggraini berakhir")
	c.Tap("Rujukan Pasien Ibu, Anak, dan Bedah mulai berlaku")
	c.shows("Tentang", "Rujukan Pasien Ibu, Anak, dan Bedah")
}

func TestHome_AnEmptyRegisterOffersTheFirstSteps(t *testing.T) {
	c := begin(t)
	c.app.Start()
	c.Tap("Nanti saja")
	c.Sees("Register masih kosong.")
	c.Tap("Mitra baru")
	c.Sees("Nama mitra *")
}

func TestHome_ANewAgreementIsOneClickAway(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian baru")
	c.Sees("Bidang kerja sama *")
}

func TestKeys_LeadEverywhere(t *testing.T) {
	c := sampleOpen(t)
	for key, shown := range map[fyne.KeyName]string{fyne.Key2: "Mitra baru", fyne.Key3: "Cari nomor, judul, mitra …", fyne.Key4: "Buku nomor",
		fyne.Key5: "Rujukan masuk", fyne.Key6: "Pelatihan baru", fyne.Key7: "Kendala baru", fyne.Key8: "Mulai evaluasi", fyne.Key9: "Ekspor CSV", fyne.Key0: "Profil klinik", fyne.Key1: "Perlu perhatian"} {
		c.Ctrl(key)
		c.Sees(shown)
	}

	c.Ctrl(fyne.Key2)
	c.Ctrl(fyne.KeyN)
	c.Sees("Nama mitra *")
	c.Write("Klinik Mawar")
	c.Ctrl(fyne.KeyS)
	c.Sees("wajib diisi.")
	c.Ctrl(fyne.KeyF)
	c.Write("rsud")
	c.Sees("1 baris")
}

func TestSearch_FindsAnythingFromAnywhere(t *testing.T) {
	c := sampleOpen(t)
	c.Ctrl(fyne.KeyK)
	c.Write("002/PKS/KLN-SM/II/2025")
	c.Press(fyne.KeyReturn)
	c.shows("Tentang", "Rujukan Pasien")
	c.Ctrl(fyne.KeyK)
	c.Write("kenanga")
	c.Sees("Mitra · ")
	c.Tap("Puskesmas Kenanga")
	c.shows("Nama mitra", "Puskesmas Kenanga")
	c.Ctrl(fyne.KeyK)
	c.Write("Dewi")
	c.Tap("Ns. Dewi Anggraini")
	c.shows("Nama staf", "Dewi Anggraini")
}

// TestHome_WhatCannotBeReadSaysSo takes the register away: each part of the screen says why it is empty, without a dialog.
func TestHome_WhatCannotBeReadSaysSo(t *testing.T) {
	c := sampleOpen(t)
	c.harm("agreement", "referral")
	c.Tap("EN")
	c.Until("an excuse in each of the four places", func() bool {
		n := 0
		for _, text := range c.Texts() {
			if text == "Try again" {
				n++
			}
		}
		return n == 4
	})
}

// TestHome_ARowIsPutOff: until tomorrow, for a week or until a day; it is taken back in the strip, shown on demand, brought back,
// and stands there again on its day.
func TestHome_ARowIsPutOff(t *testing.T) {
	c := sampleOpen(t)
	c.Sees("Perlu perhatian · 24", "Supervisi program TBC")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Sees("Tunda sampai besok · Minggu, 22 Nov", "Tunda seminggu · Sabtu, 28 Nov")
	c.Tap("Tunda seminggu · Sabtu, 28 Nov")
	c.Sees("Ditunda sampai 28 November 2026.", "Perlu perhatian · 23", "1 ditunda")
	c.SeesNoMore("Supervisi program TBC")
	c.Tap("Urungkan")
	c.Sees("Perlu perhatian · 24", "Supervisi program TBC")
	c.SeesNoMore("1 ditunda")

	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Tunda sampai besok · Minggu, 22 Nov")
	c.Sees("1 ditunda")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Tunda sampai …")
	c.Sees("Tunda sampai *")
	c.Enter("Tunda sampai", "21 Nov 2026")
	c.Tap("Simpan")
	c.Sees("Isi tanggal sesudah hari ini.")
	c.Enter("Tunda sampai", "1 Des 2026")
	c.Tap("Simpan")
	c.Sees("Ditunda sampai 1 Desember 2026.", "Perlu perhatian · 22", "2 ditunda")
	c.SeesNoMore("8 Okt 2026 · 027/RJK/KLN-SM/IX/2026 · RSUD Tirtasana Poli Onkologi")

	c.Tap("Tampilkan")
	c.Sees("sampai 22 Nov", "sampai 1 Des", "Supervisi program TBC", "Sembunyikan")
	if !c.Order("Nomor mitra belum ada", "sampai 22 Nov", "sampai 1 Des") {
		t.Error("what was put off does not stand below the rest")
	}
	c.TapNear("Supervisi program TBC", "Tampilkan kembali")
	c.Sees("Perlu perhatian · 23", "1 ditunda")
	c.Tap("Sembunyikan")
	c.SeesNoMore("sampai 1 Des")

	rows, asleep, err := c.store.Overview().Waiting(t.Context(), model.Date{Year: 2026, Month: 12, Day: 1}, 0)
	if err != nil || len(asleep) > 0 || !slices.ContainsFunc(rows, func(a model.Attention) bool { return a.Kind == model.AttentionReply }) {
		t.Errorf("on its day %v are put off: %v", asleep, err)
	}
}

// TestHome_ADangerCannotBePutOff: it can only be given to somebody.
func TestHome_ADangerCannotBePutOff(t *testing.T) {
	c := letterBox(t)
	c.Tap("Beranda")
	c.Sees("Surel dari alamat rsud@menipu.example")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Sees("Tugaskan kepada …")
	if c.Shows("Tunda sampai") {
		t.Error("a danger can be put off")
	}
	c.Press(fyne.KeyEscape)
	c.TapIcon(theme.MoreVerticalIcon(), 1)
	c.Tap("Tunda sampai besok · Minggu, 22 Nov")
	c.SeesNoMore("Supervisi program TBC")
	c.Sees("Surel dari alamat rsud@menipu.example", "1 ditunda")
}

// TestHome_UntilTheRowsAreReadNothingIsSaidToBeWell: not before they are there, and not when they cannot be read, although the
// figures came.
func TestHome_UntilTheRowsAreReadNothingIsSaidToBeWell(t *testing.T) {
	c := begin(t)
	c.fyne.Preferences().SetBool("sample", true)
	let := make(answer)
	c.rows.Store(&let)
	c.app.Start()
	c.Sees("terdekat 23 hari lagi", "Register sedang dibaca …")
	if c.Shows("Tidak ada yang menunggu") || c.Shows("Register masih kosong") || c.Shows("Perlu perhatian ·") {
		t.Error("something is said of the rows before they are read")
	}

	let <- errors.New("no rows")
	c.Sees("Coba lagi")
	c.SeesNoMore("Register sedang dibaca …")
	if c.Shows("Tidak ada yang menunggu") || c.Shows("Register masih kosong") {
		t.Error("nothing is said to wait, although nobody knows")
	}

	next := make(answer)
	c.rows.Store(&next)
	c.Tap("Coba lagi")
	c.Until("the figures", func() bool { return c.rows.Load() == nil })
	if c.Shows("Tidak ada yang menunggu") {
		t.Error("nothing is said to wait, although it is still read")
	}
	next <- nil
	c.Sees("Perlu perhatian · 24", "Lewat 52 hari")
}

// harm takes tables away behind the program's back, so that what needs them fails.
func (c *clinic) harm(tables ...string) {
	c.t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(c.dir, "sample.db"))
	for _, table := range tables {
		if err == nil {
			_, err = db.ExecContext(c.t.Context(), "ALTER TABLE "+table+" RENAME TO gone_"+table)
		}
	}

	if err = errors.Join(err, db.Close()); err != nil {
		c.t.Fatal(err)
	}
}
