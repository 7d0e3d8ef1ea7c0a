package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// In an empty register nothing can be picked: each search says what belongs there and makes one, and what was typed
// before stays.
func TestPicker_MakesWhatIsMissingAndLosesNothing(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.Tap("Perjanjian baru")
	c.Enter("Tentang", "Rujukan Pasien")
	c.Field("Mitra").Tick()
	c.Sees("Mitra adalah rumah sakit")
	c.Write("RSUD Kenanga")
	c.Sees("Tidak ada yang cocok.")
	c.Tap("Mitra baru")
	if got := c.Field("Nama mitra").Text(); got != "RSUD Kenanga" {
		t.Errorf("what was searched became %q", got)
	}

	c.Tap("Simpan")
	c.Sees("wajib diisi.")
	c.Choose("Sektor", "Fasilitas pelayanan kesehatan")
	c.Choose("Jenis organisasi", "RSUD/RS pemerintah")
	c.Enter("Kabupaten/kota", "Kota Tirtasana", "Telepon", "0812-1111-2222")
	c.Tap("Simpan")
	c.shows("Mitra", "RSUD Kenanga")
	c.rest()
	c.shows("Tentang", "Rujukan Pasien")
	if c.partner("Kenanga").City != "Kota Tirtasana" {
		t.Error("the partner is not in the register")
	}
}

func TestPicker_TheHeadIsEnteredOnceAndSigns(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.rest()
	staff, err := c.store.Staff().Find(t.Context(), model.Query{})
	if err != nil || len(staff) != 1 || staff[0].FullName() != "dr. Ani Lestari" || staff[0].Profession != "dokter" || !staff[0].Signs {
		t.Fatalf("staff is %+v, %v", staff, err)
	}

	c.Tap("Perjanjian baru")
	if got := c.Field("Penanda tangan klinik").Text(); got != "dr. Ani Lestari" {
		t.Errorf("the proposed signer is %q", got)
	}

	c.Tap("Pilih dari staf …")
	c.Sees("dr. Ani Lestari")
	c.Write("drg. Budi Santoso")
	c.Sees("Tidak ada yang cocok.")
	c.Tap("Staf baru")
	if got := c.Field("Nama staf").Text() + "/" + c.Field("Profesi").Text(); got != "Budi Santoso/Dokter gigi" {
		t.Errorf("the new person is %q", got)
	}

	c.Enter("Jabatan", "Wakil Pimpinan", "Dasar kewenangan menandatangani", "Surat Kuasa 3/2027")
	c.Tap("Simpan")
	c.shows("Penanda tangan klinik", "drg. Budi Santoso")
	c.shows("Dasar kewenangan klinik", "Surat Kuasa 3/2027")
	c.Tap("Rujukan", "Buang perubahan", "Rujukan baru")
	c.Pick("Dokter perujuk", "dr. Ani Lestari")
	c.shows("Dokter perujuk", "dr. Ani Lestari")
}

func TestPicker_APartnerWhoIsHereAlreadyIsAskedAboutAndTaken(t *testing.T) {
	c := sampleOpen(t)
	before := c.called("tirtasana")
	c.Tap("Perjanjian", "Perjanjian baru")
	c.Field("Mitra").Tick()
	c.Write("Rsud  Tirtasana Baru")
	c.Sees("Tidak ada yang cocok.")
	c.Tap("Mitra baru")
	c.Enter("Nama mitra", "rsud  tirtasana")
	c.Choose("Sektor", "Fasilitas pelayanan kesehatan")
	c.Choose("Jenis organisasi", "RSUD/RS pemerintah")
	c.Enter("Kabupaten/kota", "Kota Tirtasana", "Telepon", "0812-1111-2222")
	c.Tap("Simpan")
	c.Sees("rsud tirtasana mungkin sudah tercatat sebagai mitra", "sama pada Nama mitra")
	c.Tap("Kembali")
	c.Until("the form as it was", func() bool { return c.Field("Telepon").Text() == "0812-1111-2222" })
	c.Tap("Simpan", "Pakai RSUD Tirtasana")
	c.shows("Mitra", "RSUD Tirtasana")
	if got := c.called("tirtasana"); got != before {
		t.Errorf("%d partners, want %d", got, before)
	}
}

// A laboratory works by a licence: a search that makes one asks for it, and for the day until which it holds.
func TestPicker_ALaboratoryIsMadeWithItsLicence(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.Tap("Perjanjian baru")
	c.Field("Mitra").Tick()
	c.Write("Laboratorium Sinar")
	c.Tap("Mitra baru")
	if c.Shows("Izin berlaku sampai") {
		t.Error("a licence is asked for before it is known what the partner is")
	}
	c.Choose("Sektor", "Fasilitas pelayanan kesehatan")
	c.Choose("Jenis organisasi", "Laboratorium")
	c.Enter("Kabupaten/kota", "Kota Tirtasana", "Telepon", "0812-1111-2222")
	c.Sees("Nomor izin *", "Izin berlaku sampai *")
	c.Enter("Nomor izin", "503/LAB/2025", "Izin berlaku sampai", "31-12-2028")
	c.Tap("Simpan")
	c.shows("Mitra", "Laboratorium Sinar")
	c.rest()
	if got := c.partner("Sinar").LicenseExpiry; got != date(2028, 12, 31) {
		t.Errorf("its licence holds until %v", got)
	}
}

// A row that was taken out of a list comes back with what was typed in it, by the button and by the key.
func TestRows_ARemovedOneComesBack(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.Tap("Perjanjian baru", "Isi", "Tambah tujuan")
	c.rest()
	c.Enter("Tujuan", "Menjaga mutu rujukan")
	c.TapIcon(theme.DeleteIcon(), 0)
	c.Sees("Baris dihapus.")
	if c.Shows("Indikator *") {
		t.Fatal("the row is still there")
	}

	c.Ctrl(fyne.KeyZ)
	c.Sees("Indikator *")
	if got := c.Field("Tujuan").Text(); got != "Menjaga mutu rujukan" {
		t.Errorf("it says %q", got)
	}
}
