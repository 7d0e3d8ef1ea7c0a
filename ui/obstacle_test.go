package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// obstacle returns the stored obstacle with a title.
func (c *clinic) obstacle(title string) model.Obstacle {
	c.t.Helper()
	list, err := c.store.Obstacles().Find(c.t.Context(), model.Query{Text: title})
	if err != nil || len(list) != 1 {
		c.t.Fatalf("%d obstacles are called %q: %v", len(list), title, err)
	}
	return list[0]
}

// From an empty register: an obstacle is noted on the page of a partner, taken up, is late, gets resolved, and the report
// tells of it; a year later it is a matter of the past.
func TestObstacles_FromRaisedToResolved(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 4))
	c.Tap("Kendala")
	c.Sees("Di sini dicatat hal yang menghambat kerja sama", "Kendala baru")
	c.addPartner("RSUD Kenanga")
	p := model.Staff{Name: "Ani Lestari", Profession: "perawat", Active: true}
	if err := c.store.Staff().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	c.Tap("Mitra", "RSUD Kenanga")
	c.rest()
	c.TapNear("Profil", "Kendala")
	c.Sees("Belum ada kendala di sini.")
	c.Tap("Kendala baru")
	c.Sees("Judul *", "RSUD Kenanga", "Jangan menulis nama atau data pasien.")
	c.Enter("Tenggat", "18-01-2027", "Dilaporkan oleh", "Perawat jaga")
	c.Tap("Simpan")
	c.Sees("Judul wajib diisi.", "Kategori wajib diisi.")
	c.Enter("Judul", "Nomor IGD sulit dihubungi")
	c.Choose("Kategori", "Komunikasi kurang efektif")
	c.Choose("Tingkat", "Sedang")
	c.Tap("Simpan")
	c.Sees("Tersimpan.", "dilaporkan 4 Januari 2027")
	if got := c.obstacle("Nomor IGD"); got.Status != model.ObstacleOpen || got.About != "RSUD Kenanga" || got.RaisedOn != date(2027, 1, 4) {
		t.Errorf("%+v", got)
	}

	c.Tap("Tangani")
	c.Pick("Penanggung jawab", "Ani Lestari")
	c.Tap("Tangani")
	c.Sees("Status kendala sekarang: Ditangani")
	c.Tap("Tindak lanjut", "Tambah tindak lanjut")
	c.Enter("Yang dilakukan", "Menelepon direktur")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")

	days.turn(date(2027, 1, 20))
	c.rest() // the window is built anew for the day
	c.Tap("Beranda")
	c.Sees("Kendala perlu diselesaikan", "Lewat 2 hari")
	c.TapNear("Kendala perlu diselesaikan", "Selesaikan")
	c.Enter("Selesai tanggal", "03-01-2027", "Penyelesaian", "Nomor khusus 24 jam")
	c.Tap("Selesaikan")
	c.Sees("Tanggal selesai tidak boleh sebelum tanggal dilaporkan.")
	c.Enter("Selesai tanggal", "19-01-2027")
	c.Tap("Selesaikan")
	c.Sees("Status kendala sekarang: Selesai", "selesai dalam 15 hari")

	c.Tap("Laporan")
	c.Sees("Waktu penyelesaian kendala", "15 hari", "Kendala per kategori", "1 selesai pada periode ini")
	days.turn(date(2028, 1, 20))
	c.Tap("Beranda")
	c.SeesNoMore("Kendala perlu diselesaikan")
	c.Tap("Kendala", "Nomor IGD sulit dihubungi")
	c.Sees("selesai dalam 15 hari")
}

func TestObstacles_WhatEndedCanBeReopenedAndLosesNothing(t *testing.T) {
	c := sampleOpen(t)
	c.Sees("Kendala berat belum selesai")
	c.Tap("Kendala", "Nomor IGD sulit dihubungi pada malam hari")
	c.Sees("selesai dalam 14 hari", "Tinggi", "Komunikasi kurang efektif")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Buka kembali", "Buka kembali")
	c.Sees("wajib diisi.")
	c.Enter("Alasan dibuka kembali", "Nomor mati lagi")
	c.Tap("Buka kembali")
	c.Sees("Status kendala sekarang: Terbuka")
	got := c.obstacle("Nomor IGD sulit dihubungi")
	want := []model.ObstacleAction{{Date: date(2026, 2, 17), Text: "RSUD menyediakan nomor khusus rujukan 24 jam"}, {Date: date(2026, 11, 21), Text: "Nomor mati lagi"}}
	if got.Status != model.ObstacleOpen || len(got.Actions) != 2 || got.Actions[0] != want[0] || got.Actions[1] != want[1] {
		t.Errorf("%+v", got)
	}
}

// Each type of record that an obstacle can belong to has a page of obstacles, and what begins there belongs to it.
func TestObstacles_BesideWhatTheyBelongTo(t *testing.T) {
	c := sampleOpen(t)
	for _, x := range []struct{ place, record, page, link, sees string }{
		{"Perjanjian", "Rujukan Pasien", "Ringkasan", "Perjanjian", "Surat rujukan dikembalikan karena nomor kartu tidak lengkap"},
		{"Pelatihan", "Simulasi Kegawatdaruratan dan Evakuasi", "Peserta", "Pelatihan", "Belum ada kendala di sini."},
	} {
		c.Tap(x.place, x.record)
		c.rest()
		c.TapNear(x.page, "Kendala")
		c.Sees(x.sees)
		c.Tap("Kendala baru")
		c.Sees("Judul *")
		c.Until("the link to "+x.record, func() bool { c.loop.Drain(); return strings.Contains(c.Field(x.link).Text(), x.record) })
		c.Tap("Batal")
		c.rest()
	}
}
