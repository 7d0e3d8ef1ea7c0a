package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// partner reads a partner out of the register by a word of its name.
func (c *clinic) partner(name string) model.Partner {
	c.t.Helper()
	list, err := c.store.Partners().Find(c.t.Context(), model.Query{Text: name})
	if err != nil || len(list) != 1 {
		c.t.Fatalf("%d partners called %q: %v", len(list), name, err)
	}
	return list[0]
}

func TestPartner_IsRegisteredInAFewInputs(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra", "Mitra baru")
	c.Enter("Nama mitra", "Klinik Mawar")
	c.Choose("Sektor", "Fasilitas pelayanan kesehatan")
	c.Choose("Jenis organisasi", "Klinik lain")
	c.Enter("Kabupaten/kota", "Kota Tirtasana", "Telepon", "0812-3456-7890", "Surel", "info@klinikmawar.example.org")
	if got := c.Field("Domain surel").Text(); got != "klinikmawar.example.org" {
		t.Errorf("the proposed domain is %q", got)
	}

	c.Tap("Narahubung", "Tambah narahubung")
	c.Write("Ibu Ani")
	c.Choose("Peran", "Narahubung kerja sama")
	c.Tap("Simpan")
	c.Sees("Tersimpan.", "13 baris")
	p := c.partner("Mawar")
	if p.Phone != "+6281234567890" || len(p.Contacts) != 1 || p.Contacts[0].Name != "Ibu Ani" || p.Status != "prospect" {
		t.Errorf("stored is %+v", p)
	}
}

func TestPartner_WhatIsWrongIsSaidUnderItsInput(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra", "Mitra baru")
	c.Enter("Nama mitra", "Klinik Mawar", "Telepon", "nol delapan", "Surel", "info@gmail.com", "Domain surel", "gmail.com")
	c.Tap("Simpan")
	c.Sees("isian perlu diperbaiki.")

	for label, note := range map[string]string{"Sektor": "Sektor wajib diisi.", "Kabupaten/kota": "Kabupaten/kota wajib diisi.",
		"Telepon":      "Nomor telepon tidak dikenali. Tulis misalnya 0812-3456-7890 atau +65 6123 4567.",
		"Domain surel": "gmail.com memberi alamat kepada siapa saja, jadi tidak menandai satu mitra. Catat alamat lengkap pada narahubung."} {
		if got := c.Field(label).Note(); got != note {
			t.Errorf("under %s stands %q", label, got)
		}
	}

	if got := c.Field("Telepon").Text(); got != "nol delapan" {
		t.Errorf("the phone became %q", got)
	}

	c.Enter("Telepon", "0812-3456-7890", "Domain surel", "", "Kabupaten/kota", "Kota Tirtasana")
	c.Choose("Sektor", "Pemerintah")
	c.Choose("Jenis organisasi", "Dinas Kesehatan")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
}

func TestPartner_ANoteGoesWhenAnotherInputPutsItRight(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra", "Mitra baru")
	c.Field("Telepon").Focus()
	c.Enter("Telepon", "")
	if c.Field("Telepon").Note() == "" {
		t.Fatal("nothing is said about a partner without phone and mail")
	}

	c.Enter("Surel", "klinikmawar@gmail.com")
	if note := c.Field("Telepon").Note(); note != "" {
		t.Errorf("with a mail address the note still says %q", note)
	}
}

func TestPartner_ALaboratoryNeedsItsLicence(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra", "Mitra baru")
	c.Enter("Nama mitra", "Lab Mawar", "Kabupaten/kota", "Kota Tirtasana", "Telepon", "0812-3456-7890")
	c.Choose("Sektor", "Fasilitas pelayanan kesehatan")
	c.Choose("Jenis organisasi", "Laboratorium")
	c.Tap("Simpan")
	c.Until("the tab with the licence", func() bool { f := c.Fields("Nomor izin"); return len(f) > 0 && f[0].Note() != "" })
	if !c.Field("Nomor izin").Focused() {
		t.Error("the cursor is not in the missing number")
	}
}

func TestPartner_ShowsItsAgreementsAndHistory(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra", "RS Bunda Cempaka")
	c.shows("Nama mitra", "RS Bunda Cempaka")
	c.Enter("Kode pos", "99888")
	c.Ctrl(fyne.KeyS)
	c.Sees("Tersimpan.")
	c.Tap("Riwayat")
	c.Sees("Sari", "Kode pos: ")
	c.Tap("Perjanjian")
	c.Sees("Rujukan Pasien Ibu dan Anak", "Rujukan Pasien Ibu, Anak, dan Bedah", "Layanan Telemedisin Konsultasi Spesialis")
	c.Tap("Layanan Telemedisin Konsultasi Spesialis")
	c.shows("Tentang", "Layanan Telemedisin Konsultasi Spesialis")
}

func TestPartner_DeletedComesBackFromTheTrash(t *testing.T) {
	c := sampleOpen(t)
	p := model.NewPartner()
	p.Name, p.Sector, p.OrgType, p.City, p.Phone = "Klinik Mawar", "health_facility", "clinic", "Kota Tirtasana", "081234567890"
	if err := c.store.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	c.Tap("Mitra", "Klinik Mawar")
	c.shows("Nama mitra", "Klinik Mawar")
	c.TapIcon(theme.DeleteIcon(), 0)
	c.Sees("Klinik Mawar dipindahkan ke Sampah.", "12 baris")
	c.Tap("Pengaturan", "Sampah")
	c.Sees("Mitra · Klinik Mawar")
	c.Tap("Pulihkan")
	c.Sees("Sampah kosong.")
	c.Tap("Mitra")
	c.Sees("13 baris", "Klinik Mawar")
}

func TestPartner_SomethingElseIsAskedAboutBeforeAnotherPlaceOpens(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra", "RS Bunda Cempaka")
	c.shows("Nama mitra", "RS Bunda Cempaka")
	c.Field("Kode pos").Write("99888")
	c.Tap("Perjanjian")
	c.Sees("Simpan perubahan?")
	c.Tap("Lanjut menyunting")
	c.shows("Kode pos", "99888")
	c.Tap("Perjanjian", "Buang perubahan")
	c.Sees("Cari nomor, judul, mitra …")
	c.Ctrl(fyne.Key2)
	c.Tap("RS Bunda Cempaka")
	c.Until("the stored postal code", func() bool { return c.Field("Kode pos").Text() != "99888" })
}
