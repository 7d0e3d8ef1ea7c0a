package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"jejaring/model"
)

func firstStart(t *testing.T) *clinic {
	t.Helper()
	c := begin(t)
	c.app.Start()
	c.Sees("Selamat datang di Jejaring", "Naskah contoh wajib diperiksa")
	return c
}

func TestWelcome_TheOwnClinicIsEnteredAndStarts(t *testing.T) {
	c := firstStart(t)
	c.Tap("Mulai dengan klinik sendiri")
	c.Sees("Kop surat")
	if !c.Field("Nama klinik").Focused() {
		t.Error("the cursor is not in the first input")
	}

	c.Tap("Simpan dan mulai")
	c.Sees("Nama klinik wajib diisi.", "Kode surat wajib diisi.")
	c.Enter("Nama klinik", "Klinik Mawar", "Kode surat", "KLN-MW", "Alamat", "Jalan Mawar 1", "Kabupaten/kota", "Kota Tirtasana",
		"Telepon", "0812-3456-7890", "Surel", "info@klinikmawar.example.org", "Nama pimpinan", "dr. Ani", "Jabatan pimpinan", "Pimpinan")
	c.Tap("Simpan dan mulai")
	c.Sees("Hubungkan surel klinik")
	c.Tap("Nanti saja")
	c.Sees("Perlu perhatian", "Klinik Mawar")
	if c.Shows("Profil klinik belum diisi.") {
		t.Error("the profile that was filled in is missed")
	}
	if got, err := c.store.Clinic(t.Context()); err != nil || got.ShortCode != "KLN-MW" {
		t.Errorf("stored is %q, %v", got.ShortCode, err)
	}
}

func TestWelcome_TheSampleCanBeTriedAndLeft(t *testing.T) {
	c := firstStart(t)
	c.Tap("Coba dengan data contoh")
	c.Sees("Klinik Pratama Samudra Melati", "Tanggal register ini 21 November 2026.")
	c.Tap("Kembali ke register sendiri")
	c.Sees("Selamat datang di Jejaring")
	if c.Shows("Data contoh: semua orang") {
		t.Error("the banner of the sample stays")
	}
}

func TestWelcome_ShortcutsDoNothingYet(t *testing.T) {
	c := firstStart(t)
	c.Tap("Coba dengan data contoh")
	c.Sees("Perlu perhatian")
	c.Tap("Kembali ke register sendiri")
	c.Sees("Selamat datang di Jejaring")
	for _, key := range []fyne.KeyName{fyne.KeyS, fyne.KeyN, fyne.KeyF, fyne.KeyK, fyne.Key2, fyne.KeyR} {
		c.Ctrl(key)
	}

	c.Tap("English")
	c.Sees("Welcome to Jejaring")
	if over := c.window.Canvas().Overlays().Top(); over != nil {
		t.Error("something lies over the welcome")
	}
}

func TestWelcome_SpeaksTheLanguageThatIsChosen(t *testing.T) {
	c := firstStart(t)
	c.Tap("English")
	c.Sees("Welcome to Jejaring")
	c.Tap(words(t, "en").Say("welcome.later"))
	c.Sees("Needs attention")
}

func TestWelcome_LaterOpensAnEmptyRegister(t *testing.T) {
	c := firstStart(t)
	c.Tap("Nanti saja")
	c.Sees("Register masih kosong.", "Profil klinik belum diisi.")
	c.Tap("Isi profil")
	c.shows("Nama klinik", "")
	c.app.Start()
	c.Sees("Register masih kosong.")
	if c.Shows("Selamat datang di Jejaring") {
		t.Error("the welcome that was put off comes back")
	}

	c.Tap("Isi profil")
	c.Enter("Nama klinik", "Klinik Mawar", "Kode surat", "KLN-MW", "Alamat", "Jalan Mawar 1", "Kabupaten/kota", "Kota Tirtasana",
		"Telepon", "0812-3456-7890", "Surel", "info@klinikmawar.example.org", "Nama pimpinan", "dr. Ani", "Jabatan pimpinan", "Pimpinan")
	c.Tap("Simpan")
	c.SeesNoMore("Profil klinik belum diisi.")
}

func TestWelcome_TheMailboxCanBeSetUpAtOnce(t *testing.T) {
	c := firstStart(t)
	c.Tap("Mulai dengan klinik sendiri")
	c.Enter("Nama klinik", "Klinik Mawar", "Kode surat", "KLN-MW", "Alamat", "Jalan Mawar 1", "Kabupaten/kota", "Kota Tirtasana",
		"Telepon", "0812-3456-7890", "Surel", "info@klinikmawar.example.org", "Nama pimpinan", "dr. Ani", "Jabatan pimpinan", "Pimpinan")
	c.Tap("Simpan dan mulai", "Siapkan kotak surat")
	if f := c.Field(words(t, "id").Say("mailbox.user")); !f.Focused() {
		t.Error("the cursor is not in the first input of the mailbox")
	}
}

func TestWelcome_GoingBackAsksAboutWhatWasTyped(t *testing.T) {
	c := firstStart(t)
	c.Tap("Mulai dengan klinik sendiri")
	c.Enter("Nama klinik", "Klinik Mawar")
	c.Tap("Kembali")
	c.Sees("Simpan perubahan?")
	c.Tap("Lanjut menyunting")
	c.shows("Nama klinik", "Klinik Mawar")
}

func TestStart_ARegisterThatCannotBeOpenedIsExplained(t *testing.T) {
	for err, sentence := range map[error]string{
		model.ErrRegisterCorrupt:  "Berkas ini rusak atau bukan register Jejaring. Berkas dibiarkan seperti adanya.",
		model.ErrRegisterNewer:    "Register ini dibuat dengan versi Jejaring yang lebih baru. Berkas tidak diubah.",
		model.ErrRegisterReadOnly: "Register ini hanya dapat dibaca.",
		model.ErrDiskFull:         "Ruang penyimpanan penuh.",
		model.ErrRegisterBusy:     "Register ini sedang dibuka program lain."} {
		c := begin(t)
		c.fail = err
		c.app.Start()
		c.Sees(sentence, "Coba lagi", "Keluar")
		c.fail = nil
		c.Tap("Coba lagi")
		c.Sees("Selamat datang di Jejaring")
	}
}

func TestStart_ADamagedFileIsNotTouched(t *testing.T) {
	c := begin(t)
	path := filepath.Join(c.dir, "register.db")
	junk := []byte("this is no register, but somebody may want it back")
	if err := os.WriteFile(path, junk, 0o600); err != nil {
		t.Fatal(err)
	}

	c.app.Start()
	c.Sees("Berkas ini rusak atau bukan register Jejaring. Berkas dibiarkan seperti adanya.")
	if after, err := os.ReadFile(path); err != nil || string(after) != string(junk) {
		t.Errorf("the file holds %q, %v", after, err)
	}

	c.Tap("Coba dengan data contoh")
	c.Sees("Klinik Pratama Samudra Melati")
}

func TestStart_WhatNobodyExpectedNamesTheLog(t *testing.T) {
	c := begin(t)
	c.fail = errors.New("0x80004005")
	c.app.Start()
	c.Sees("Terjadi kesalahan yang tidak terduga.", "jejaring.log")
	if c.Shows("0x80004005") {
		t.Error("the user reads what is for the log")
	}
}

func TestStart_TheSampleThatFailsLeavesTheOwnRegister(t *testing.T) {
	c := firstStart(t)
	c.Tap("Nanti saja")
	c.Sees("Register masih kosong.")
	c.Ctrl(fyne.Key0)
	c.Tap("Tentang dan bantuan")
	c.fail = model.ErrDiskFull
	c.Tap("Coba dengan data contoh")
	c.Sees("Ruang penyimpanan penuh.")
	c.Ctrl(fyne.KeyS)
	c.fail = nil
	c.Tap("Kembali ke register sendiri")
	c.Sees("Register masih kosong.")
}
