package ui_test

import (
	"testing"

	"jejaring/model"
)

// TestClock_AYearAheadIsAskedAboutBeforeAnythingEnds: the computer's date is wrong by a year, and right again.
func TestClock_AYearAheadIsAskedAboutBeforeAnythingEnds(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Uji Jam", "28-12-2025", "01-01-2026", "31-12-2027")
	c.Tap("Beranda")
	days.sure = c.rest

	days.turn(date(2028, 1, 10))
	c.Sees("Apakah tanggal komputer benar?", "Komputer ini menunjukkan 10 Januari 2028, sedangkan catatan terakhir di register bertanggal 10 Januari 2027.")
	c.Tap("Tanggal salah")
	c.Sees("Status perjanjian tidak diubah.")
	if r := c.agreement("Uji Jam"); r.Status != model.StatusActive {
		t.Errorf("the agreement is %s", r.Status)
	}

	days.turn(date(2027, 1, 11))
	c.SeesNoMore("Apakah tanggal komputer benar?")
	days.turn(date(2028, 1, 11))
	c.Sees("Apakah tanggal komputer benar?")
	c.Tap("Tanggal benar")
	c.Until("the end", func() bool { return c.agreement("Uji Jam").Status == model.StatusExpired })
	days.turn(date(2028, 1, 12))
	c.SeesNoMore("Apakah tanggal komputer benar?")
}
