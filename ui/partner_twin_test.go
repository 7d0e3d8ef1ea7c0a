package ui_test

import (
	"testing"

	"jejaring/model"
)

// called finds the partners by a name.
func (c *clinic) called(text string) int {
	c.t.Helper()
	list, err := c.store.Partners().Find(c.t.Context(), model.Query{Text: text})
	if err != nil {
		c.t.Fatal(err)
	}
	return len(list)
}

func (c *clinic) typePartner(name, phone string) {
	c.t.Helper()
	c.Tap("Mitra", "Mitra baru")
	c.Enter("Nama mitra", name)
	c.Choose("Sektor", "Fasilitas pelayanan kesehatan")
	c.Choose("Jenis organisasi", "RSUD/RS pemerintah")
	c.Enter("Kabupaten/kota", "Kota Tirtasana", "Telepon", phone)
}

func TestPartners_TheSamePartnerTwiceIsAskedAbout(t *testing.T) {
	c := sampleOpen(t)
	before := c.called("tirtasana")
	c.typePartner("rsud  tirtasana", "(0999) 000201")
	c.Tap("Simpan")
	c.Sees("rsud tirtasana mungkin sudah tercatat sebagai mitra", "RSUD Tirtasana · Kota Tirtasana: sama pada Nama mitra, Telepon", "Buka RSUD Tirtasana")
	c.Tap("Kembali")
	if got := c.Field("Telepon").Text(); got != "(0999) 000201" || c.called("tirtasana") != before {
		t.Errorf("after going back the telephone is %q, %d partners", got, c.called("tirtasana"))
	}

	c.Tap("Simpan", "Buka RSUD Tirtasana")
	c.Tap("Buang perubahan")
	c.Sees("Buat perjanjian")
	if got := c.called("tirtasana"); got != before {
		t.Errorf("%d partners, want %d", got, before)
	}
}

func TestPartners_WhoOnlySharesATelephoneIsSavedAllTheSame(t *testing.T) {
	c := sampleOpen(t)
	c.typePartner("RSUD Baru Sekali", "0999 000201")
	c.Tap("Simpan")
	c.Sees("RSUD Baru Sekali mungkin sudah tercatat sebagai mitra", "sama pada Telepon")
	c.Tap("Tetap simpan")
	c.Sees("Tersimpan.")
	if c.called("RSUD Baru Sekali") != 1 {
		t.Error("the partner was not saved")
	}

	c.Enter("Kode singkat", "RBS")
	c.Tap("Simpan")
	c.Until("a further save asks nothing", func() bool { return c.partner("RSUD Baru Sekali").ShortCode == "RBS" })
}
