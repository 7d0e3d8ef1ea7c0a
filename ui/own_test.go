package ui_test

import (
	"sync/atomic"
	"testing"
	"time"

	"jejaring/model"
)

// calendar is a clock that a test turns to another day.
type calendar struct {
	at   atomic.Int64
	look func() // what the window does each minute
	sure func() // answers that the date is right, where the clock goes on by more than a month
}

// turn goes to nine o'clock in the morning of a day, in the clinic's zone.
func (d *calendar) turn(day model.Date) {
	before := time.UnixMilli(d.at.Load())
	at := time.Date(day.Year, day.Month, day.Day, 2, 0, 0, 0, time.UTC)
	d.at.Store(at.UnixMilli())
	d.look()
	if d.sure != nil && at.Sub(before).Abs() > model.ClockJump*24*time.Hour {
		d.sure()
	}
}

func (d *calendar) now() time.Time { return time.UnixMilli(d.at.Add(1)) }

// ownOpen starts the program with an empty register of the own clinic on a day, with its profile entered at the first start.
func ownOpen(t *testing.T, today model.Date) (*clinic, *calendar) {
	t.Helper()
	c, days := begin(t), &calendar{look: func() {}}
	days.turn(today)
	c.clock = days.now
	c.app.Start()
	c.Sees("Selamat datang di Jejaring")
	c.Tap("Mulai dengan klinik sendiri")
	c.Enter("Nama klinik", "Klinik Mawar", "Kode surat", "KLN-MW", "Alamat", "Jalan Mawar 1", "Kabupaten/kota", "Kota Tirtasana",
		"Telepon", "0812-3456-7890", "Surel", "info@klinikmawar.example.org", "Nama pimpinan", "dr. Ani Lestari", "Jabatan pimpinan", "Pimpinan")
	c.Tap("Simpan dan mulai")
	c.Sees("Hubungkan surel klinik")
	c.Tap("Nanti saja")
	c.Sees("Perlu perhatian", "Klinik Mawar")
	days.look = c.app.LookAtDay
	days.sure = func() { c.Tap("Tanggal benar"); c.rest() }

	return c, days
}
