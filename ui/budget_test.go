package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

// counter counts what a person does: the inputs that are typed into and the clicks.
type counter struct {
	*clinic
	typed, clicks int
}

func (c *counter) tap(labels ...string) {
	c.t.Helper()
	c.clicks += len(labels)
	c.Tap(labels...)
}

// pick opens a search, types, and clicks on what is found.
func (c *counter) pick(label, name string) {
	c.t.Helper()
	c.clicks += 2
	c.typed++
	c.Pick(label, name)
}

// choose opens a list and clicks on an option.
func (c *counter) choose(label, option string) {
	c.t.Helper()
	c.clicks += 2
	c.Choose(label, option)
}

func (c *counter) enter(label, text string) {
	c.t.Helper()
	c.typed++
	c.Enter(label, text)
}

// issued takes the number and the two originals.
func (c *counter) issued(title string) {
	c.t.Helper()
	c.tap("Simpan")
	c.Sees("Tersimpan.")
	c.tap("Terbitkan")
	c.Sees("Ambil nomor dan terbitkan")
	c.rest()
	c.tap("Ambil nomor dan terbitkan")
	c.Until("the number", func() bool { return c.agreement(title).NumberOwn != "" })
}

// within holds what was done against the budget of a new agreement: 12 typed inputs and 15 clicks, from the home screen to the originals.
func (c *counter) within(what string) {
	c.t.Helper()
	c.t.Logf("%s: %d typed inputs, %d clicks", what, c.typed, c.clicks)
	if c.typed > 12 || c.clicks > 15 {
		c.t.Errorf("%s: %d typed inputs and %d clicks are more than 12 and 15", what, c.typed, c.clicks)
	}
}

// referred begins an agreement about referrals from the home screen, up to what no model text knows.
func (c *counter) referred() {
	c.t.Helper()
	c.tap("Perjanjian baru")
	c.pick("Mitra", "RSUD Tirtasana")
	c.rest()
	c.choose("Bidang kerja sama", "Rujukan pasien")
	c.rest()
	c.enter("Tentang", "Rujukan Pasien Umum")
	c.enter("Dasar kewenangan", "Keputusan Wali Kota Nomor 1 Tahun 2024")
}

// A new agreement with a partner in the register, first by a model text, then in a field that has none, by copying the one before.
func TestBudget_OfANewAgreementIsKept(t *testing.T) {
	c := &counter{clinic: sampleOpen(t)}
	c.referred()
	c.issued("Rujukan Pasien Umum")
	c.within("with a model text")

	c.Tap("Beranda")
	c.typed, c.clicks = 0, 0
	c.tap("Perjanjian baru")
	c.pick("Mitra", "RS Bunda Cempaka")
	c.rest()
	c.pick("Salin isi dari", "Rujukan Pasien Umum")
	c.rest()
	c.choose("Bidang kerja sama", "Telemedisin")
	c.rest()
	c.enter("Tentang", "Telekonsultasi Jantung")
	c.enter("Dasar kewenangan", "Keputusan Direktur Nomor 2 Tahun 2024")
	c.issued("Telekonsultasi Jantung")
	c.within("copied, in a field without a model text")
}

// A renewal on the same terms takes three clicks from the agreement to its originals; the new end is proposed already.
func TestBudget_OfARenewalIsKept(t *testing.T) {
	c := &counter{clinic: sampleOpen(t)}
	c.referred()
	c.Enter("Tanggal mulai", "01-12-2025", "Tanggal berakhir", "30-11-2026")
	c.Choose("Status", "Berlaku")
	c.Enter("Nomor kami", "001/PKS/LAMA/XI/2025", "Tanggal tanda tangan", "28-11-2025")
	c.Tap("Simpan")
	c.Sees("Tersimpan.", "9 hari lagi")
	c.evaluated(3, "perpanjang")

	c.typed, c.clicks = 0, 0
	c.tap("Perpanjang")
	c.Sees("Konsep perpanjangan 1 Des 2026 – 30 Nov 2027")
	c.tap("Terbitkan")
	c.Sees("Ambil nomor dan terbitkan")
	c.rest()
	c.tap("Ambil nomor dan terbitkan")
	c.Sees("Menunggu tanda tangan")
	if c.clicks > 3 || c.typed > 1 {
		t.Errorf("a renewal takes %d clicks and %d typed inputs", c.clicks, c.typed)
	}
}

// An open mail that a rule recognised is filed by one click, one that none recognised by three.
func TestBudget_OfAMailIsKept(t *testing.T) {
	c := &counter{clinic: letterBox(t)}
	c.Tap("Re: Perpanjangan")
	c.tap("Arsipkan")
	c.Until("the filed mail", func() bool { return c.message("perpanjangan").Status == "filed" })
	if c.clicks > 1 {
		t.Errorf("a recognised mail takes %d clicks", c.clicks)
	}

	c = &counter{clinic: letterBox(t)}
	c.Tap("(tanpa perihal)")
	c.tap("Tautkan perjanjian")
	c.Write("limbah")
	c.Sees("004/PKS/KLN-SM/X/2025")
	c.tap("Pengelolaan Limbah B3 Medis")
	c.Sees("Tautan tersimpan.")
	c.rest()
	c.tap("Arsipkan")
	c.Until("the filed mail", func() bool { return c.message("budi").Status == "filed" })
	if c.clicks > 3 {
		t.Errorf("a mail that no rule recognised takes %d clicks", c.clicks)
	}
}

// Anything is found by Ctrl+K, a word and Enter.
func TestBudget_OfASearchIsKept(t *testing.T) {
	for word, title := range map[string]string{"limbah": "Pengelolaan Limbah B3 Medis", "prisma": "Laboratorium Klinik Prisma Diagnostika", "027/RJK": "R.C. · SM-000024"} {
		c := sampleOpen(t)
		c.Ctrl(fyne.KeyK)
		c.Write(word)
		c.Sees(title)
		c.rest()
		c.Press(fyne.KeyReturn)
		c.Sees("Ringkasan", title)
	}
}
