package ui_test

import (
	"testing"

	"jejaring/model"
)

func TestStaff_CreditsAreAddedChangedAndBroughtBack(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pengaturan", "Staf", "dr. Bagus Prakoso")
	c.Sees("STR: Seumur hidup", "SIP: 81 hari lagi")
	c.Tap("SKP")
	c.Sees("Periode 1 Jan 2023 – 31 Des 2027", "23 dari 50", "13 dari 22,5", "10 dari 17,5", "0 dari 2,5", "5 dari 4,5", "Simposium kardiologi primer (contoh)")
	c.Tap("Tambah SKP")
	c.Enter("Judul", "Bakti sosial", "Nilai", "0")
	c.Tap("Simpan")
	c.Sees("wajib diisi")
	c.Enter("Nilai", "2,5")
	c.Choose("Ranah", "Pengabdian")
	c.Enter("Bukti", "SRT-9")
	c.Tap("Simpan")
	c.Sees("25,5 dari 50", "2,5 dari 2,5")
	c.Tap("Bakti sosial")
	c.Until("the evidence", func() bool { return c.Field("Bukti").Text() == "SRT-9" })
	c.Tap("Hapus")
	c.Sees("23 dari 50")
	c.Tap("Urungkan")
	c.Sees("25,5 dari 50")
	list, err := c.store.SKPRecords().Find(t.Context(), model.Query{Text: "Bakti sosial"})
	if err != nil || len(list) == 0 || list[0].Domain != "pengabdian" || list[0].Value != 2.5 {
		t.Errorf("%v %+v", err, list)
	}
}

func TestStaff_OlderRegistrationsExpire(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pengaturan", "Staf", "dr. Bagus Prakoso")
	c.Sees("STR: Seumur hidup")
	c.Field("STR seumur hidup").Tick()
	c.Enter("STR berlaku sampai", "1-12-2026")
	c.Tap("Simpan")
	c.Sees("STR: 10 hari lagi")
}
