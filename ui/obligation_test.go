package ui_test

import (
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

// owe adds an obligation of the partner to the agreement that is being entered.
func (c *clinic) owe(text, recurrence, due string) {
	c.t.Helper()
	c.Tap("Hak dan kewajiban", "Tambah kewajiban")
	c.rest()
	n := len(c.Fields("Kewajiban")) - 1
	c.Fields("Kewajiban")[n].Enter(text)
	rows := c.Fields("Perulangan")
	rows[len(rows)-1].Tick()
	c.Tap(recurrence)
	dates := c.Fields("Tenggat")
	dates[len(dates)-1].Enter(due)
}

// figures are K18 and the count of the home screen on a day.
func (c *clinic) overdue(day model.Date) (list, count int) {
	c.t.Helper()
	k, err := c.store.Overview().KPIs(c.t.Context(), model.PeriodOf("year", day))
	if err != nil {
		c.t.Fatal(err)
	}

	counts, err := c.store.Overview().Counts(c.t.Context(), day)
	if err != nil {
		c.t.Fatal(err)
	}
	if len(k.OverdueList) != k.Overdue {
		c.t.Errorf("K18 is %d, its list has %d", k.Overdue, len(k.OverdueList))
	}

	return k.Overdue, counts.Overdue
}

func TestObligation_WhatWasTypedFallsDueAndIsRecorded(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Uji Mati", "28-12-2026", "01-01-2027", "31-12-2027", func() {
		c.owe("menyampaikan laporan bulanan", "Bulanan", "31-01-2027")
	})
	c.Sees("Menyampaikan laporan bulanan", "31 Jan 2027", "21 hari lagi", "28 Feb 2027", "Tampilkan 10 lainnya")
	c.Tap("Beranda")
	c.Sees("Jatuh tempo: menyampaikan laporan bulanan", "31 Jan")
	days.turn(date(2027, 4, 1))
	c.Sees("Lewat 60 hari", "Lewat 32 hari", "Lewat 1 hari")
	if list, count := c.overdue(date(2027, 4, 1)); list != 3 || count != 3 {
		t.Errorf("K18 lists %d, the count is %d, want 3", list, count)
	}

	c.TapNear("31 Jan 2027 · Uji Mati", "Catat")
	c.Sees("Menyampaikan laporan bulanan. Jatuh tempo 31 Januari 2027, menurut perjanjian Uji Mati.")
	c.Enter("Tanggal", "02-04-2027")
	c.Tap("Simpan")
	c.Sees("Tanggal ini belum tiba.")
	c.Enter("Tanggal", "29-01-2027", "Catatan atau alasan", "diterima lewat surel")
	c.Tap("Simpan")
	c.Sees("yang jatuh tempo 31 Jan 2027 dicatat selesai.")
	c.SeesNoMore("Lewat 60 hari")
	c.Tap("Urungkan")
	c.Sees("Lewat 60 hari")
	c.TapNear("28 Feb 2027 · Uji Mati", "Catat")
	c.Choose("Hasil", "Dikesampingkan, dengan alasan")
	c.Tap("Simpan")
	c.Sees("wajib diisi.")
	c.Enter("Catatan atau alasan", "laporan digabung dengan bulan Maret")
	c.Tap("Simpan")
	c.SeesNoMore("Lewat 32 hari")
	if list, count := c.overdue(date(2027, 4, 1)); list != 2 || count != 2 {
		t.Errorf("K18 lists %d, the count is %d, want 2", list, count)
	}

	c.Tap("Perjanjian", "Uji Mati", "Hak dan kewajiban")
	c.Sees("Dikesampingkan 1 Apr 2027", "laporan digabung dengan bulan Maret")
	c.Tap("Buka kembali")
	c.Sees("Lewat 32 hari")
	if !slices.ContainsFunc(c.Texts(), func(s string) bool { return strings.HasPrefix(s, "Lewat 60") }) {
		t.Error("the other periods are gone")
	}
}

func TestObligation_EvidenceIsKeptWithTheAgreement(t *testing.T) {
	c := sampleOpen(t)
	c.inFolder("bukti supervisi.pdf", "%PDF-1.4 bukti")
	c.TapNear("Supervisi program TBC", "Catat")
	c.chooses("Pilih bukti …", "bukti supervisi.pdf")
	c.Sees("bukti supervisi.pdf · 14 B")
	c.Tap("Simpan")
	c.Sees("dicatat selesai.")
	a := c.agreement("Penguatan Jejaring Layanan TBC (DPPM)")
	if !slices.ContainsFunc(a.Documents, func(f model.File) bool { return f.Kind == "evidence" && f.Name == "bukti supervisi.pdf" }) {
		t.Errorf("files are %+v", a.Documents)
	}
	if body, err := c.store.AgreementChanges().FileBytes(t.Context(), a.ID, "bukti supervisi.pdf"); err != nil || string(body) != "%PDF-1.4 bukti" {
		t.Errorf("%q, %v", body, err)
	}
}

// The example text of an agreement brings a dozen obligations: one line each would fill the page before the first input.
func TestObligation_ManyWithoutADateAreCountedAndFewAreNamed(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Dua", "28-12-2026", "01-01-2027", "31-12-2027", func() {
		c.owe("menjaga mutu", "Sekali", "")
		c.owe("menjaga rahasia", "Sekali", "")
	})
	c.Sees("Tanpa tanggal, jadi tidak diingatkan: Menjaga mutu", "Tanpa tanggal, jadi tidak diingatkan: Menjaga rahasia")
	c.addSigned("RSUD Kenanga", "Tiga", "28-12-2026", "01-01-2027", "31-12-2027", func() {
		c.owe("menjaga mutu", "Sekali", "")
		c.owe("menjaga rahasia", "Sekali", "")
		c.owe("menjaga alat", "Sekali", "")
	})
	c.Sees("3 kewajiban di bawah ini tanpa tanggal, jadi tidak diingatkan.")
	c.SeesNoMore("Tanpa tanggal, jadi tidak diingatkan: Menjaga mutu")
}
