package ui_test

import (
	"testing"

	"jejaring/model"
)

// TestAddendum_ExtendsAnAgreement as a person does it from an empty register: written, issued with its number, signed; the end moves, the
// wording in force is told, and a year later the agreement says the truth.
func TestAddendum_ExtendsAnAgreement(t *testing.T) {
	c, days := ownOpen(t, date(2026, 11, 21))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Rujukan Pasien", "28-12-2024", "01-01-2025", "31-12-2026")
	c.Tap("Ringkasan")
	c.Sees("Seperti yang ditandatangani")
	c.more("Adendum baru …")
	c.Sees("Rujukan Pasien")
	c.Enter("Berakhir (baru)", "31-12-2026", "Berlaku sejak", "1-1-2027")
	c.Tap("Tambah pasal yang diubah")
	c.Enter("Pasal yang diubah", "Pasal 7 ayat (1)", "Bunyi baru", "Biaya ditanggung PIHAK PERTAMA.")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.rest()
	c.more("Tandai ditandatangani")
	c.Enter("Tanggal tanda tangan", "20-11-2026", "Nomor kami", "001/ADD/KK/XI/2026")
	c.Tap("Tandai ditandatangani")
	c.Sees("Tanggal berakhir yang baru harus setelah 31 Desember 2026.")
	c.Press("Escape")
	c.Enter("Berakhir (baru)", "31-12-2027")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.rest()
	c.more("Tandai ditandatangani")
	c.Sees("Dengan tanda tangan semua pihak, perjanjian berlaku sampai dengan 31 Desember 2027.")
	c.Enter("Tanggal tanda tangan", "20-11-2026", "Nomor kami", "001/ADD/KK/XI/2026")
	c.Tap("Tandai ditandatangani")
	c.Sees("Status adendum sekarang: Berlaku")
	if r := c.agreement("Rujukan Pasien"); r.EndDate != date(2027, 12, 31) || r.FirstEndDate != date(2026, 12, 31) || r.Status != model.StatusActive {
		t.Errorf("the agreement is %s until %s, first until %s", r.Status, r.EndDate, r.FirstEndDate)
	}

	days.turn(date(2027, 1, 2))
	c.Tap("Perjanjian", "Rujukan Pasien")
	c.Sees("Pasal 7 ayat (1)", "Biaya ditanggung PIHAK PERTAMA.", "Adendum Pertama, sejak 1 Jan 2027",
		"Jangka waktu semula sampai dengan 31 Desember 2026, menurut adendum sampai dengan 31 Desember 2027.")
	c.Tap("Beranda")
	c.SeesNoMore("Perjanjian berakhir")
	days.turn(date(2028, 1, 5))
	if r := c.agreement("Rujukan Pasien"); r.Status != model.StatusExpired {
		t.Errorf("a year later it is %s until %s", r.Status, r.EndDate)
	}
}
