package ui_test

import (
	"testing"

	"jejaring/model"
)

// promise adds a contribution of the partner to the agreement that is being entered; the labels and texts are those of further inputs.
func (c *clinic) promise(kind, what string, further ...string) {
	c.t.Helper()
	c.Tap("Isi", "Tambah kontribusi")
	c.rest()
	last := func(label string) int { return len(c.Fields(label)) - 1 }
	c.Fields("Jenis")[last("Jenis")].Tick()
	c.Tap(kind)
	c.Fields("Uraian")[last("Uraian")].Enter(what)
	c.rest()
	for i := 0; i < len(further); i += 2 {
		all := c.Fields(further[i])
		all[len(all)-1].Enter(further[i+1])
	}
}

// TestContribution_ComesPartByPartExpiresAndGoesBack as a person notes it, from an empty register: medicine in two deliveries, one of which
// expires, a device on loan that comes back late, and a sum that never came. A year later the program says what is true.
func TestContribution_ComesPartByPartExpiresAndGoesBack(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Dukungan", "28-12-2026", "01-01-2027", "31-12-2028", func() {
		c.promise("Obat", "parasetamol 500 mg", "Jumlah", "200", "Satuan", "strip", "Disediakan paling lambat", "31-01-2027")
		if n := len(c.Fields("Pinjaman")); n != 0 {
			t.Errorf("medicine can be lent in %d inputs", n)
		}
		c.promise("Alat", "elektrokardiograf", "Jumlah", "1", "Satuan", "unit", "Disediakan paling lambat", "15-01-2027")
		c.Fields("Pinjaman")[0].Tick()
		c.rest()
		c.Enter("Kembali paling lambat", "30-06-2027")
		c.promise("Dana", "dukungan transportasi", "Nilai (Rp)", "5 juta", "Disediakan paling lambat", "01-12-2027")
	})
	c.Tap("Ringkasan")
	c.Sees("Parasetamol 500 mg", "dijanjikan 200 strip", "21 hari lagi", "5 hari lagi", "pinjaman sampai 30 Jun 2027", "dijanjikan Rp5.000.000")
	c.Tap("Beranda")
	c.Sees("Kontribusi ditunggu: elektrokardiograf", "Kontribusi: parasetamol 500 mg")
	c.SeesNoMore("Kontribusi ditunggu: parasetamol 500 mg")

	c.TapNear("Kontribusi ditunggu: elektrokardiograf", "Catat penerimaan")
	c.Sees("Elektrokardiograf dari RSUD Kenanga, menurut perjanjian Dukungan.")
	c.Enter("Keadaan", "baik, lengkap")
	c.Tap("Simpan")
	c.Sees("Penerimaan dicatat.")
	c.SeesNoMore("Kontribusi ditunggu: elektrokardiograf")

	c.Tap("Perjanjian", "Dukungan", "Ringkasan")
	c.Sees("171 hari lagi")
	c.TapNear("Parasetamol 500 mg", "Catat penerimaan")
	c.Enter("Jumlah", "0")
	c.Tap("Simpan")
	c.Sees("wajib diisi.")
	c.Enter("Jumlah", "150", "Tanggal kedaluwarsa", "01-06-2027")
	c.Tap("Simpan")
	c.Sees("Penerimaan dicatat.", "diterima 150 strip", "kurang 50 strip", "kedaluwarsa 1 Jun 2027")

	c.rest()
	c.more("Berita acara serah terima (BAST)")
	c.shows("Hari serah terima", "10 Jan 2027")
	c.Enter("Yang menyerahkan", "Rina Kurnia", "Yang menerima", "Dewi Anggraini", "Hari serah terima", "09-01-2027")
	c.Sees("Pada 9 Januari 2027 tidak tercatat penerimaan")
	c.Enter("Hari serah terima", "10-01-2027")
	c.Sees("001/BAST/KLN-MW/I/2027", "Lengkap. 1 rangkap akan dibuat.")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("001/BAST/KLN-MW/I/2027 terbit, 1 PDF tersimpan.")

	days.turn(date(2027, 2, 1))
	c.Tap("Beranda")
	c.Sees("Kontribusi ditunggu: parasetamol 500 mg", "Lewat 1 hari")
	c.TapNear("Kontribusi ditunggu: parasetamol 500 mg", "Catat penerimaan")
	c.shows("Jumlah", "50")
	c.Enter("Tanggal kedaluwarsa", "01-06-2029")
	c.Tap("Simpan")
	c.Sees("Penerimaan dicatat.")
	c.SeesNoMore("Kontribusi ditunggu: parasetamol 500 mg")

	days.turn(date(2027, 3, 3)) // 90 days before
	c.Sees("Akan kedaluwarsa: parasetamol 500 mg")
	c.TapNear("Akan kedaluwarsa: parasetamol 500 mg", "Catat habis")
	c.Sees("sejak kapan tidak ada lagi")
	c.Enter("Tanggal", "09-01-2027")
	c.Tap("Simpan")
	c.Sees("Tanggal ini sebelum penerimaan, 10 Januari 2027.")
	c.Enter("Tanggal", "02-03-2027")
	c.Tap("Simpan")
	c.Sees("Dicatat habis.")
	c.SeesNoMore("Akan kedaluwarsa")

	days.turn(date(2027, 7, 5))
	c.Sees("Pinjaman harus kembali: elektrokardiograf", "Lewat 5 hari")
	c.TapNear("Pinjaman harus kembali: elektrokardiograf", "Catat pengembalian")
	c.Sees("Elektrokardiograf: kembali paling lambat 30 Juni 2027")
	c.Tap("Simpan")
	c.Sees("wajib diisi.")
	c.Enter("Keadaan saat kembali", "layar retak")
	c.Tap("Simpan")
	c.Sees("Pengembalian dicatat.")
	c.SeesNoMore("Pinjaman harus kembali")

	days.turn(date(2028, 1, 10))
	c.Sees("Kontribusi ditunggu: dukungan transportasi", "Lewat 40 hari")
	c.Tap("Perjanjian", "Dukungan", "Ringkasan")
	c.Sees("Kembali 5 Jul 2027", "layar retak", "habis 2 Mar 2027", "kedaluwarsa 1 Jun 2029", "Diterima")
	if r := c.agreement("Dukungan"); len(r.Contributions) != 3 || len(r.Contributions[0].Received) != 2 || r.Status != model.StatusActive {
		t.Errorf("%+v", r.Contributions)
	}
}
