package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
)

// exporting stands before the question where the list of partners shall be saved.
func exporting(t *testing.T) *clinic {
	t.Helper()
	c := sampleOpen(t)
	c.Ctrl(fyne.Key2)
	c.Sees("12 baris")
	c.TapIcon(theme.DownloadIcon(), 0)
	c.Sees("Simpan ke berkas", c.desk.dir)
	return c
}

func (c *clinic) saved(name string) string {
	c.t.Helper()
	content, err := os.ReadFile(filepath.Join(c.desk.dir, name))
	if err != nil {
		c.t.Error(err)
	}
	return string(content)
}

func TestSaveAs_EnterSavesInTheProposedFolder(t *testing.T) {
	c := exporting(t)
	if f := c.Field("Nama berkas"); f.Text() != "Mitra.csv" || !f.Focused() {
		t.Errorf("proposed is %q", f.Text())
	}

	c.Press(fyne.KeyReturn)
	c.Sees("Tersimpan: Mitra.csv")
	if got := c.saved("Mitra.csv"); !strings.Contains(got, "RSUD Tirtasana") || strings.Count(got, "\r\n") != 13 {
		t.Errorf("exported is %q", got)
	}
}

func TestSaveAs_AFileThatIsThereIsReplacedOnlyWhenAskedTwice(t *testing.T) {
	c := exporting(t)
	if err := os.WriteFile(filepath.Join(c.desk.dir, "Mitra.csv"), []byte("lama"), 0o600); err != nil {
		t.Fatal(err)
	}

	c.Tap("Simpan")
	c.Sees("Berkas dengan nama ini sudah ada.")
	if got := c.saved("Mitra.csv"); got != "lama" {
		t.Errorf("the old file became %q", got)
	}

	c.Enter("Nama berkas", "mitra 2026")
	c.Tap("Simpan")
	c.Sees("Tersimpan: mitra 2026.csv")
	c.TapIcon(theme.DownloadIcon(), 0)
	c.Tap("Simpan")
	c.Sees("Berkas dengan nama ini sudah ada.")
	c.Tap("Simpan")
	c.Sees("Tersimpan: Mitra.csv")
	if got := c.saved("Mitra.csv"); !strings.Contains(got, "RSUD Tirtasana") {
		t.Errorf("the file holds %q", got)
	}
}

func TestSaveAs_WhatCannotBeSavedIsSaidInItsPlace(t *testing.T) {
	c := exporting(t)
	for name, note := range map[string]string{"": "Nama berkas wajib diisi.", "a/b": "Nama ini memuat tanda yang tidak boleh ada"} {
		c.Enter("Nama berkas", name)
		c.Tap("Simpan")
		c.Sees(note)
	}

	if err := os.Remove(c.desk.dir); err != nil {
		t.Fatal(err)
	}

	c.Enter("Nama berkas", "mitra.csv")
	c.Tap("Simpan")
	c.Sees("Berkas tidak dapat disimpan di folder ini")
	if got := c.Field("Nama berkas").Text(); got != "mitra.csv" {
		t.Errorf("the name became %q", got)
	}
}

func TestSaveAs_EscapeClosesItAlsoAfterAClickBesideItsInputs(t *testing.T) {
	c := exporting(t)
	c.window.Canvas().Unfocus()
	c.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	c.SeesNoMore("Simpan ke berkas")
}

func TestFiles_TheirPlacesSpeakTheLanguageAndEscClosesThem(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Rujukan Pasien", "Berkas", "Unggah pindaian bertanda tangan")
	c.Sees("Folder saya", "Komputer ini", "(Folder induk)")
	if c.Shows("Home") || c.Shows("Computer") {
		t.Error("a place has an English name")
	}

	c.Press(fyne.KeyEscape)
	c.SeesNoMore("Komputer ini")
	c.Sees("Unggah pindaian bertanda tangan")
}

func TestFiles_AScanIsFoundByKeyboard(t *testing.T) {
	c := sampleOpen(t)
	if err := os.Mkdir(filepath.Join(c.desk.dir, "Pindaian"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(c.desk.dir, "Pindaian", "naskah.pdf"), []byte("%PDF-1.4 naskah"), 0o600); err != nil {
		t.Fatal(err)
	}

	c.fyne.Preferences().SetString("fyne:fileDialogLastFolder", storage.NewFileURI(c.desk.dir).String())
	c.Tap("Perjanjian", "Rujukan Pasien", "Berkas", "Unggah pindaian bertanda tangan")
	c.Sees("Pindaian")
	c.Press(fyne.KeyDown)
	c.Press(fyne.KeyReturn)
	c.Sees("naskah.pdf")
	c.Press(fyne.KeyDown)
	c.Press(fyne.KeyReturn)
	c.SeesNoMore("Komputer ini")
	c.Sees("Pindaian tersimpan", "naskah.pdf")
}
