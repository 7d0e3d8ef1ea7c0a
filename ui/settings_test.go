package ui_test

import (
	"regexp"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/uitest"
)

func settingsOf(t *testing.T, section string) *clinic {
	t.Helper()
	c := sampleOpen(t)
	c.Ctrl(fyne.Key0)
	c.Tap(section)
	return c
}

func TestClinic_ProfileIsSavedAndShownAtHome(t *testing.T) {
	c := settingsOf(t, "Profil klinik")
	c.shows("Nama klinik", "Klinik Pratama Samudra Melati")
	c.Enter("Nama klinik", "Klinik Samudra")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	if got, err := c.store.Clinic(t.Context()); err != nil || got.Name != "Klinik Samudra" {
		t.Errorf("stored is %q, %v", got.Name, err)
	}

	c.Ctrl(fyne.Key1)
	c.Sees("Klinik Samudra")
	c.SeesNoMore("Klinik Pratama Samudra Melati")
}

func TestClinic_WhatIsWrongStaysWithANote(t *testing.T) {
	c := settingsOf(t, "Profil klinik")
	c.Enter("Kode surat", "kl sm!", "Telepon", "dua")
	c.Tap("Simpan")
	c.Sees("Belum tersimpan. Perbaiki isian yang ditandai merah.")
	if f := c.Field("Telepon"); f.Text() != "dua" || f.Note() == "" {
		t.Errorf("the phone is %q with the note %q", f.Text(), f.Note())
	}
	if f := c.Field("Kode surat"); f.Note() == "" || !f.Focused() {
		t.Errorf("the code has the note %q", f.Note())
	}
	if got, err := c.store.Clinic(t.Context()); err != nil || got.Version != 1 {
		t.Errorf("version %d was stored, %v", got.Version, err)
	}
}

func TestClinic_LeavingAsksAndDiscardForgets(t *testing.T) {
	c := settingsOf(t, "Profil klinik")
	c.Enter("Nama klinik", "Klinik Lain")
	c.Ctrl(fyne.Key1)
	c.Sees("Simpan perubahan?")
	c.Tap("Lanjut menyunting")
	c.shows("Nama klinik", "Klinik Lain")
	c.Ctrl(fyne.Key1)
	c.Tap("Buang perubahan")
	c.Sees("Perlu perhatian")
	c.Ctrl(fyne.Key0)
	c.shows("Nama klinik", "Klinik Pratama Samudra Melati")
}

func TestClinic_TypedTextSurvivesAnotherLanguage(t *testing.T) {
	c := settingsOf(t, "Profil klinik")
	c.Enter("Nama klinik", "Klinik Lain", "Izin berlaku sampai", "kelak")
	c.app.SetLanguage("en")
	c.shows("Clinic name", "Klinik Lain")
	c.shows(words(t, "en").Field("license_expiry"), "kelak")
	c.Ctrl(fyne.Key1)
	c.Sees(words(t, "en").Say("ask.unsaved"))
}

func TestClinic_WhatIsTypedWhileASaveRunsStaysUnsaved(t *testing.T) {
	c := begin(t)
	c.slow = make(chan bool)
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Sees("Perlu perhatian")
	c.Ctrl(fyne.Key0)
	c.Tap("Profil klinik")
	c.Enter("Nama klinik", "Klinik Samudra")
	c.Field("Kode pos").Write("54321")
	c.Ctrl(fyne.KeyS)
	c.Sees("Menyimpan …")
	c.Ctrl(fyne.KeyS)
	c.Press(fyne.KeyBackspace)
	c.Write("7")
	close(c.slow)
	c.Sees("Belum disimpan")
	if f := c.Field("Kode pos"); f.Text() != "54327" || !f.Focused() {
		t.Errorf("the postal code became %q", f.Text())
	}

	c.Ctrl(fyne.KeyS)
	c.Sees("Tersimpan.")
	if got, err := c.store.Clinic(t.Context()); err != nil || got.Name != "Klinik Samudra" || got.PostalCode != "54327" || got.Version != 3 {
		t.Errorf("stored is %q, %q, version %d, %v", got.Name, got.PostalCode, got.Version, err)
	}
}

func TestNumbering_APatternWithoutItsPartsIsRefused(t *testing.T) {
	c := settingsOf(t, "Penomoran")
	c.Sees("007/PKS/KLN-SM/XI/2026", "008/PKS/KLN-SM/XI/2026", "009/PKS/KLN-SM/XI/2026")
	for pattern, note := range map[string]string{"{type}/{yyyy}": "Pola nomor harus memuat nomor urut {seq}.",
		"{seq:3}/{yyyy}": "Pola nomor harus memuat kode jenis {type}.", "{seq:3}/{type}": "Pola nomor harus memuat tahun {yyyy} atau {yy}.",
		"{seq:3}/{type}/{yyyy}/{bulan}": "Pola nomor memuat tanda kurung kurawal yang tidak dikenal."} {
		c.Enter("Pola nomor PKS", pattern)
		if got := c.Field("Pola nomor PKS").Note(); got != note {
			t.Errorf("under %q stands %q", pattern, got)
		}
		c.Tap("Simpan")
		c.Sees("Belum tersimpan. Perbaiki isian yang ditandai merah.")
	}

	c.Enter("Pola nomor PKS", "{seq:4}/{type}-{org}/{mm}/{yyyy}")
	c.Tap("Simpan")
	c.Sees("Tersimpan.", "0007/PKS-KLN-SM/11/2026")
}

func TestNumbering_EveryKindThatIsIssuedHasAPattern(t *testing.T) {
	c := settingsOf(t, "Penomoran")
	c.Sees("007/PKS/KLN-SM/XI/2026")
	for _, kind := range []string{"PKS", "SPK", "SPB-AKH", "RJK", "SRB", "UND", "SRT"} {
		c.Enter("Pola nomor "+kind, "{seq:4}/{type}-KLINIK/{yyyy}", "Nomor awal "+kind, "")
	}

	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	for _, kind := range []string{"PKS", "SPK", "SPB-AKH", "RJK", "SRB", "UND", "SRT"} {
		c.Sees("/" + kind + "-KLINIK/2026")
	}
}

func TestNumbering_AStartThatIsNoNumberIsRefused(t *testing.T) {
	c := settingsOf(t, "Penomoran")
	c.Sees("007/PKS/KLN-SM/XI/2026")
	for _, typed := range []string{"dua puluh", "12x", "-3"} {
		c.Enter("Nomor awal PKS", typed)
		c.Tap("Simpan")
		if f := c.Field("Nomor awal PKS"); f.Note() == "" || f.Text() != typed {
			t.Errorf("%q became %q with the note %q", typed, f.Text(), f.Note())
		}
	}

	if s, err := c.store.Settings(t.Context()); err != nil || len(s.Numbering.Start) > 0 {
		t.Errorf("stored is %v, %v", s.Numbering.Start, err)
	}
}

func TestStaff_IsRegisteredInTheSettings(t *testing.T) {
	c := settingsOf(t, "Staf")
	c.Sees("10 baris")
	c.Tap("Staf baru")
	c.Enter("Nama staf", "Budi Santoso")
	c.Choose("Profesi", "Perawat")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.TapIcon(theme.NavigateBackIcon(), 0)
	c.Sees("11 baris", "Budi Santoso")
}

func TestLegalBasis_IsOfferedToAgreements(t *testing.T) {
	c := settingsOf(t, "Dasar hukum")
	c.Tap("Dasar hukum baru")
	c.Enter("Kutipan", "Peraturan Wali Kota Tirtasana Nomor 7 Tahun 2026")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Ctrl(fyne.Key3)
	c.Tap("Perjanjian baru", "Ketentuan")
	c.Sees("Peraturan Wali Kota Tirtasana Nomor 7 Tahun 2026")
}

func TestHistory_TellsWhoDidWhat(t *testing.T) {
	c := settingsOf(t, "Profil klinik")
	c.Enter("Nama klinik", "Klinik Samudra")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Riwayat perubahan")
	c.Sees("Nama klinik: diubah dari “Klinik Pratama Samudra Melati” menjadi “Klinik Samudra”")
}

func TestHistory_NamesTheRecordsThatAChangeRefersTo(t *testing.T) {
	c := letterBox(t)
	c.Tap("(tanpa perihal)", "Tautkan perjanjian")
	c.Write("limbah")
	c.Tap("Pengelolaan Limbah B3 Medis")
	c.Sees("Tautan tersimpan.")
	c.Tap("Pengaturan", "Riwayat perubahan")
	c.Sees("Mitra: diisi “PT Bersih Lestari Medika”", "Perjanjian: diisi “Pengelolaan Limbah B3 Medis”",
		"Alasan penautan: diubah dari “belum ada kaidah yang cocok” menjadi “karena Anda menautkannya”")
}

func TestHistory_SpeaksInWordsNotInCodes(t *testing.T) {
	c := issued(t)
	c.Tap("Riwayat")
	c.Sees("Status: diubah dari “Konsep” menjadi “Menunggu tanda tangan”", "Nomor kami: diisi “007/PKS/KLN-SM/XI/2026”")
	c.Ctrl(fyne.Key0)
	c.Tap("Riwayat perubahan")
	c.Sees("Diterbitkan · Perjanjian · Rujukan Pasien · ", "Status: diubah dari “Konsep” menjadi “Menunggu tanda tangan”")

	for _, text := range c.Texts() {
		for _, key := range append(keys(), regexp.MustCompile(`[\[{]"`)) {
			if key.MatchString(text) {
				t.Errorf("the history shows %q", text)
			}
		}
	}
}

func TestAbout_SaysThatModelTextsNeedAReview(t *testing.T) {
	c := settingsOf(t, "Tentang dan bantuan")
	c.Sees("Naskah contoh wajib diperiksa pimpinan klinik atau penasihat hukum sebelum ditandatangani.", "Buka bantuan (F1)", c.dir)
}

func TestLanguage_LeavesTheCountsOfTheNavigation(t *testing.T) {
	c := settingsOf(t, "Tampilan dan bahasa")
	c.Until("the counts", func() bool { return c.waitingAt("Rujukan") == "12" })
	c.app.SetLanguage("en")
	if got := c.waitingAt("Referrals"); got != "12" {
		t.Errorf("beside Referrals stands %q", got)
	}
}

// waitingAt is the figure beside a place of the navigation, if it is drawn.
func (c *clinic) waitingAt(place string) string {
	tap, ok := c.Find(place).(fyne.CanvasObject)
	if !ok {
		return ""
	}
	texts := uitest.Texts(tap)
	return texts[len(texts)-1]
}
