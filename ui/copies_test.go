package ui_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/store/disk"
	"jejaring/model/testclock"
)

// copiesOpen is the sample with a copy of its own day and one partner more, on the page for copies.
func copiesOpen(t *testing.T) *clinic {
	t.Helper()
	c, _ := copiedSample(t, true)
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Sees("Perlu perhatian", "Perjanjian berlaku")
	p := model.NewPartner()
	p.Name, p.City, p.Sector, p.OrgType, p.Phone = "Yayasan Baru Sekali", "Kota Tirtasana", "ngo", "foundation", "+62999000777"
	if err := c.store.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	c.Ctrl(fyne.Key0)
	c.Tap("Cadangan")
	return c
}

// partners counts those of the open register.
func (c *clinic) partners() int {
	c.t.Helper()
	ids, err := c.store.Partners().IDs(c.t.Context(), model.Query{})
	if err != nil {
		c.t.Fatal(err)
	}
	return len(ids)
}

// choosesFolder takes the folder in which the choice begins.
func (c *clinic) choosesFolder() {
	c.t.Helper()
	c.Sees("Komputer ini")
	c.Tap("Buka")
	c.SeesNoMore("Komputer ini")
}

func TestCopies_ThePageShowsWhatEachHoldsAndLacksAndRestoresOne(t *testing.T) {
	c := copiesOpen(t)
	c.Sees("Belum pernah ada salinan yang disimpan ke diska lain.", "Salinan harian", "Utuh", "12 mitra, 18 perjanjian, 40 rujukan",
		"Yang dicatat sesudahnya tidak ada di dalamnya: 1 perubahan", "Menyangkut mitra (1).")
	c.Tap("Pulihkan")
	c.Sees("Pulihkan salinan "+c.copied("id"), "Isinya 12 mitra", "Register sekarang tidak dihapus", "Kembali")
	c.Tap("Kembali")
	if n := c.partners(); n != 13 {
		t.Errorf("%d partners after going back", n)
	}

	c.Tap("Pulihkan")
	c.Sees("Register sekarang tidak dihapus")
	c.Tap("Pulihkan")
	c.Sees("Register dipulihkan dari salinan "+c.copied("id"), "Register sebelumnya disimpan sebagai sample.db.before-")
	if n := c.partners(); n != 12 {
		t.Errorf("%d partners after restoring", n)
	}

	c.Ctrl(fyne.Key0)
	c.Tap("Cadangan")
	c.Sees("Register yang digantikan")
}

func TestCopies_SavingToAFolderIsCheckedAndToldTheTruth(t *testing.T) {
	c := copiesOpen(t)
	folder := t.TempDir()
	c.fyne.Preferences().SetString("fyne:fileDialogLastFolder", storage.NewFileURI(folder).String())
	c.Tap("Simpan salinan ke folder …")
	c.choosesFolder()
	c.Sees("Salinan disimpan dan sudah diperiksa: "+filepath.Join(folder, "sample-"+model.DateOf(testclock.Start()).String()+"-"), "ada di diska yang sama dengan register")
	c.outside = true
	c.Tap("Simpan salinan ke folder …")
	c.choosesFolder()
	c.Sees("Salinan terakhir di diska lain dibuat "+c.copied("id"), folder)
	found, err := disk.CopiesIn(t.Context(), filepath.Join(c.dir, "sample.db"), folder)
	if err != nil || len(found) != 2 || found[0].Sum != model.SumRight || found[0].Partners != 13 {
		t.Errorf("in the folder: %+v", found)
	}

	c.Tap("Cari di folder lain …")
	c.choosesFolder()
	c.Sees("Salinan di folder "+folder, "Tidak ada perubahan sesudahnya.")
	c.Tap("Salinan di komputer ini")
	c.Sees("Salinan harian")
}

func TestHome_RemindsOfTheCopyOutsideAndOfTheRecoverySheet(t *testing.T) {
	c := begin(t)
	c.reminds, c.outside = true, true
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Sees("Simpan salinan register ke diska lain", "Belum ada salinan di luar diska komputer ini", "Cetak atau simpan lembar pemulihan identitas pasien")
	if _, err := c.store.Copies().SaveCopy(t.Context(), t.TempDir()); err != nil {
		t.Fatal(err)
	}
	if err := c.store.Copies().SavedOutside(t.Context(), "/media/stik"); err != nil {
		t.Fatal(err)
	}

	c.Ctrl(fyne.Key0)
	c.Tap("Privasi")
	c.Tap("Tampilkan kode")
	c.Tap("Cetak lembar")
	c.Until("the sheet is noted", func() bool {
		u, err := c.store.Copies().Upkeep(t.Context())
		return err == nil && !u.SheetAt.IsZero()
	})
	c.Ctrl(fyne.Key1)
	c.Until("no reminder is left", func() bool {
		shown := strings.Join(c.Texts(), "\n")
		return strings.Contains(shown, "Perlu perhatian") && !strings.Contains(shown, "diska lain") && !strings.Contains(shown, "lembar pemulihan")
	})
}

// TestWelcome_ACopyAndTheSheetBringTheRegisterToAnotherComputer begins a new computer with a copy on a stick.
func TestWelcome_ACopyAndTheSheetBringTheRegisterToAnotherComputer(t *testing.T) {
	c := begin(t)
	stick := t.TempDir()
	write(t, filepath.Join(c.dir, "old.db"), filled(t))
	s, err := store.Open(t.Context(), filepath.Join(c.dir, "old.db"), store.Options{Actor: "Sari", Sealer: sealer(), Now: testclock.New()})
	if err == nil {
		_, err = s.Copies().SaveCopy(t.Context(), stick)
		err = errors.Join(err, s.Close())
	}

	if err != nil {
		t.Fatal(err)
	}

	c.keys.why = model.ErrOtherKey
	c.fyne.Preferences().SetString("fyne:fileDialogLastFolder", storage.NewFileURI(stick).String())
	c.app.Start()
	c.Sees("Selamat datang di Jejaring")
	c.Tap("Pulihkan dari cadangan …")
	c.Sees("Belum ada salinan di sini.")
	c.Tap("Cari di folder lain …")
	c.choosesFolder()
	c.Sees("Salinan di folder", "12 mitra, 18 perjanjian, 40 rujukan")
	c.Tap("Pulihkan")
	c.Sees("Klinik: Klinik Pratama Samudra Melati")
	c.Tap("Pulihkan")
	c.Sees("Nomor surat terakhir", "agar tidak ada nomor yang diberikan dua kali")
	if f := c.Field("RJK tahun 2026"); f.Text() != "32" {
		t.Errorf("the last number of the copy is shown as %q", f.Text())
	}

	c.Enter("RJK tahun 2026", "35000")
	c.Tap("Pulihkan")
	c.Sees("Nomor 35000 untuk RJK tahun 2026 tidak mungkin")
	c.Enter("RJK tahun 2026", "35")
	c.Tap("Pulihkan")
	c.Sees("Ketik kode dari lembar pemulihan")
	c.Enter("Kode pemulihan", code())
	c.Tap("Pulihkan kunci")
	c.SeesNoMore("Ketik kode dari lembar pemulihan")
	next, err := c.store.Papers().NextNumbers(t.Context(), "RJK", day(), 1)
	if err != nil || next[0] != "036/RJK/KLN-SM/XI/2026" || c.partners() != 12 {
		t.Errorf("next is %v (%v), %d partners", next, err, c.partners())
	}
}
