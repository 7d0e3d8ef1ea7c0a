package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// fileAt writes a file with a content that a register takes.
func (c *clinic) fileAt(name, content string) fyne.URI {
	c.t.Helper()
	path := filepath.Join(c.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		c.t.Fatal(err)
	}
	return storage.NewFileURI(path)
}

// A file that is dropped on an open agreement is its signed scan, whichever page is open; one on a training asks what it is.
func TestDrop_AFileGoesToTheOpenRecord(t *testing.T) {
	c := sampleOpen(t)
	scan := c.fileAt("pindaian.pdf", "%PDF-1.4\n%%EOF\n")
	c.app.Drop(fyne.NewPos(600, 400), []fyne.URI{scan})
	c.Sees("Berkas tidak punya tempat di sini.")

	c.Tap("Perjanjian", "Pemeriksaan Laboratorium Rujukan")
	c.Sees("Yang ditunggu")
	c.app.Drop(fyne.NewPos(600, 400), []fyne.URI{scan})
	c.Sees("pindaian.pdf")

	c.Tap("Pelatihan", "Bantuan Hidup Dasar bagi Petugas Klinik")
	c.Sees("Ringkasan")
	c.app.Drop(fyne.NewPos(600, 400), []fyne.URI{scan, scan})
	c.Sees("satu berkas setiap kali")
	c.app.Drop(fyne.NewPos(600, 400), []fyne.URI{c.fileAt("materi.pdf", "%PDF-1.4\n%%EOF\n")})
	c.Sees("materi.pdf · ")
}

// A file that is dropped on a record with unsaved changes is not kept for what comes after the question.
func TestDrop_AFileThatWasNotTakenIsForgotten(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Pelatihan Bersama Perawat Komunitas")
	c.Enter("Tentang", "Pelatihan Bersama Perawat")
	c.app.Drop(fyne.NewPos(600, 400), []fyne.URI{c.fileAt("keliru.pdf", "%PDF-1.4\n%%EOF\n")})
	c.Tap("Buang perubahan")
	c.Sees("Buka Berkas")
	if c.Shows("keliru.pdf") {
		t.Error("the file was kept")
	}
}

// A question that asks for a file takes the one that is dropped.
func TestDrop_AFileGoesToTheOpenQuestion(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Beranda")
	c.Tap("Catat")
	c.Sees("Bukti boleh menyusul.")
	c.app.Drop(fyne.NewPos(1, 1), []fyne.URI{c.fileAt("bukti.pdf", "%PDF-1.4\n%%EOF\n")})
	c.Sees("bukti.pdf")
}
