package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/testclock"
)

// typedPartner has a partner typed in a register whose file has just been taken away.
func typedPartner(t *testing.T) (c *clinic, path string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let go of an open file")
	}

	c = sampleOpen(t)
	path = filepath.Join(c.dir, "sample.db")
	c.Tap("Mitra", "Mitra baru")
	c.Enter("Nama mitra", "Klinik Mawar")
	c.Choose("Sektor", "Fasilitas pelayanan kesehatan")
	c.Choose("Jenis organisasi", "Klinik lain")
	c.Enter("Kabupaten/kota", "Kota Tirtasana", "Telepon", "0812-3456-7890")
	c.Sees("Simpan")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}

	c.Tap("Simpan")
	c.Sees("Berkas register tidak lagi di tempatnya", "isian Anda masih ada di layar", path)
	return c, path
}

// kept reads a partner from a register file, as the next start will.
func kept(t *testing.T, path, name string) []model.Partner {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{Actor: "Sari", Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = s.Close() }()
	found, err := s.Partners().Find(t.Context(), model.Query{Text: name})
	if err != nil {
		t.Fatal(err)
	}

	return found
}

func TestMoved_TheRegisterIsPutBackAndWhatWasTypedIsSaved(t *testing.T) {
	c, path := typedPartner(t)
	c.Tap("Kembalikan ke tempatnya")
	c.Sees("Register kembali di tempatnya.")
	if got := c.Field("Nama mitra").Text(); got != "Klinik Mawar" {
		t.Errorf("typed was %q", got)
	}

	c.Tap("Simpan")
	c.Sees("Tersimpan.", "13 baris")
	if got := kept(t, path, "Mawar"); len(got) != 1 {
		t.Errorf("in its place are %v", got)
	}
}

func TestMoved_TheRegisterIsSavedElsewhereAndWhatWasTypedIsSavedThere(t *testing.T) {
	c, path := typedPartner(t)
	c.Tap("Simpan ke tempat lain …")
	c.Enter("Nama berkas", "penyelamatan.db")
	c.Tap("Simpan")
	there := filepath.Join(c.desk.dir, "penyelamatan.db")
	c.Sees("Register kini tersimpan sebagai "+there, "letakkan berkas itu sebagai "+path)
	c.Tap("Tutup")
	c.Tap("Simpan")
	c.Sees("Tersimpan.", "13 baris")
	if got := kept(t, there, "Mawar"); len(got) != 1 {
		t.Errorf("elsewhere are %v", got)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something came back: %v", err)
	}
}

func TestMoved_NothingElsewhereIsReplaced(t *testing.T) {
	c, _ := typedPartner(t)
	there := filepath.Join(c.desk.dir, "sample.db")
	write(t, there, []byte("milik orang"))
	c.Tap("Simpan ke tempat lain …", "Simpan")
	c.Sees("Berkas dengan nama ini sudah ada dan tidak akan ditimpa.")
	if got, err := os.ReadFile(there); err != nil || string(got) != "milik orang" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestMoved_AQuestionOverTheWindowKeepsItsAnswers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let go of an open file")
	}

	c := sampleOpen(t)
	c.app.SetLanguage("en")
	path := filepath.Join(c.dir, "sample.db")
	write(t, path+".text", []byte("a note"))
	c.Tap("Partners")
	c.Sees("12 rows")
	c.Tap("RSUD Tirtasana")
	c.Enter("City or regency", "Kota Baru")
	if err := os.Rename(path+".text", path); err != nil {
		t.Fatal(err)
	}

	c.Tap("Save")
	c.Sees("The register file is no longer in its place")
	c.Tap("Close")
	c.Tap("Save")
	c.Tap("Put it back")
	c.Sees("The file that was there is kept aside: sample.db.other-")
	c.Tap("Save")
	c.Sees("Saved.")
	if got := kept(t, path, "RSUD Tirtasana"); len(got) == 0 || got[0].City != "Kota Baru" {
		t.Errorf("in its place is %+v", got)
	}
}

func TestMoved_TheWindowSaysSoByItselfBeforeAnythingIsTyped(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let go of an open file")
	}

	c := begin(t)
	c.beats = true
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Sees("Perlu perhatian")
	if err := os.Remove(filepath.Join(c.dir, "sample.db")); err != nil {
		t.Fatal(err)
	}

	c.Sees("Berkas register tidak lagi di tempatnya")
	c.Tap("Kembalikan ke tempatnya")
	c.Sees("Register kembali di tempatnya.")
}
