package ui_test

import (
	"testing"
	"time"

	"jejaring/model"
)

// date is a day.
func date(y int, m time.Month, d int) model.Date { return model.Date{Year: y, Month: m, Day: d} }

// rest waits until the window has nothing to do and shows all that came.
func (c *clinic) rest() {
	c.t.Helper()
	c.Until("the end of all work", func() bool { c.loop.Drain(); return !c.tasks.Busy() })
	c.loop.Drain()
}

// addPartner registers a hospital, as a person does.
func (c *clinic) addPartner(name string) {
	c.t.Helper()
	c.Tap("Mitra", "Mitra baru")
	c.Enter("Nama mitra", name)
	c.Choose("Sektor", "Fasilitas pelayanan kesehatan")
	c.Choose("Jenis organisasi", "RSUD/RS pemerintah")
	c.Enter("Kabupaten/kota", "Kota Tirtasana", "Telepon", "0812-1111-2222")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Beranda")
}

// addSigned registers an agreement that was signed on paper before.
func (c *clinic) addSigned(partner, title, signed, starts, ends string, further ...func()) {
	c.t.Helper()
	c.Tap("Perjanjian", "Perjanjian baru")
	c.Pick("Mitra", partner)
	c.rest()
	c.Choose("Bidang kerja sama", "Lainnya")
	c.Enter("Tentang", title)
	c.Choose("Model kerja sama", "Antarinstitusi kesehatan")
	c.Choose("Status", "Berlaku")
	c.Enter("Nomor kami", "001/PKS/"+title, "Tanggal tanda tangan", signed, "Tanggal mulai", starts, "Tanggal berakhir", ends)
	for _, more := range further {
		more()
	}

	c.Tap("Simpan")
	c.Sees("Tersimpan.")
}

func TestMidnight_AnAgreementThatEndedStandsOnTheHomeScreenUntilSomebodyActs(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Uji Mati", "28-12-2025", "01-01-2026", "31-01-2027")
	c.Tap("Beranda")
	c.Sees("21 hari lagi")
	days.turn(date(2027, 1, 31))
	c.Sees("Minggu, 31 Januari 2027", "Hari ini")
	days.turn(date(2027, 2, 1))
	c.Sees("Senin, 1 Februari 2027", "Perjanjian sudah berakhir", "Berakhir")
	c.Tap("Perjanjian", "Uji Mati")
	c.Sees("Berakhir pada 31 Januari 2027 dan belum ditindaklanjuti", "Perpanjang")
	days.turn(date(2027, 3, 20)) // the computer was off for weeks
	c.Tap("Beranda")
	c.Sees("20 Maret 2027", "Perjanjian sudah berakhir")
	c.TapNear("Perjanjian sudah berakhir", "Perpanjang")
	c.Enter("Alasan perpanjangan", "belum sempat dievaluasi")
	c.Tap("Perpanjang")
	c.Sees("Konsep perpanjangan 20 Mar 2027 – ")
	if r := c.agreement("Uji Mati"); r.Status != model.StatusDraft || r.StartDate != date(2027, 3, 20) {
		t.Errorf("the renewal is %s from %s", r.Status, r.StartDate)
	}

	c.Tap("Beranda")
	c.Sees("Perjanjian sudah berakhir") // until the new one is signed
	c.TapNear("Perjanjian sudah berakhir", "Sudah tahu")
	c.Sees("hilang dari Beranda")
	c.SeesNoMore("Perjanjian sudah berakhir")
}

func TestMidnight_AnAgreementThatIsBeingEditedSaysThatTheDayChangedIt(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 31))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Uji Mati", "28-12-2025", "01-01-2026", "31-01-2027")
	c.Choose("Model kerja sama", "Jejaring profesi")
	days.turn(date(2027, 2, 1))
	c.Sees("Catatan ini baru saja diubah di luar formulir ini.", "Jejaring profesi")
}

func TestMidnight_WaitsForARecordThatIsBeingSaved(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 31))
	c.addPartner("RSUD Kenanga")
	c.Tap("Mitra", "RSUD Kenanga")
	c.saving = make(chan bool)
	c.Enter("Kode singkat", "RSK")
	c.Tap("Simpan")
	days.turn(date(2027, 2, 1))
	c.loop.Drain()
	close(c.saving)
	c.Sees("Tersimpan.")
	days.look()
	c.rest()
	c.Enter("Kode singkat", "KNG")
	c.Tap("Simpan")
	c.Until("a further save", func() bool { return c.partner("Kenanga").ShortCode == "KNG" })
}

// What was counted the day before comes after what was counted today, and is not shown.
func TestMidnight_ALateAnswerDoesNotReplaceANewerOne(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 31))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Uji Dua", "28-12-2025", "01-01-2026", "31-01-2027")
	c.rest()
	let := make(chan bool)
	c.late.Store(&let)
	c.Tap("Beranda")
	c.Until("the question of the day before", func() bool { c.loop.Drain(); return c.late.Load() == nil })
	days.turn(date(2027, 2, 1))
	c.Sees("Senin, 1 Februari 2027")
	c.Tap("Sudah tahu")
	c.Until("nothing that waits", func() bool { c.loop.Drain(); return c.badge("Perjanjian") == "" })
	close(let)
	c.rest()
	if n := c.behind("Perjanjian berlaku"); n != "0" {
		t.Errorf("the home screen says %s agreements in force", n)
	}
	if n := c.badge("Perjanjian"); n != "" {
		t.Errorf("beside Kerja Sama stands %q", n)
	}
}
