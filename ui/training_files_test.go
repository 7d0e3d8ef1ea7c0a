package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func TestTrainingFiles_AreAttachedOpenedAndRemoved(t *testing.T) {
	c := sampleOpen(t)
	r := c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Berkas")
	c.Sees("Belum ada berkas.", "Surat dan sertifikat terbit")
	c.inFolder("daftar hadir.pdf", "%PDF-1.4 daftar hadir")
	c.chooses("Lampirkan berkas …", "daftar hadir.pdf")
	c.Sees("daftar hadir.pdf · 21 B")
	c.Choose("Jenis", "Pindaian daftar hadir")
	c.Tap("Lampirkan")
	c.Sees("daftar hadir.pdf tersimpan.", "Pindaian daftar hadir · 21 B")
	c.Tap("Buka")
	c.Until("the viewer", func() bool { return len(c.desk.opened()) == 1 && c.desk.opened()[0] == "daftar hadir.pdf" })
	c.TapIcon(theme.DocumentSaveIcon(), 0)
	c.Tap("Simpan")
	c.Sees("Tersimpan: daftar hadir.pdf")
	if got := c.saved("daftar hadir.pdf"); got != "%PDF-1.4 daftar hadir" {
		t.Errorf("saved is %q", got)
	}

	c.TapIcon(theme.DeleteIcon(), 1)
	c.Sees("Hapus daftar hadir.pdf?")
	c.Tap("Kembali")
	if got := len(c.training(r.Title).Documents); got != 1 {
		t.Errorf("after going back there are %d files", got)
	}

	c.TapIcon(theme.DeleteIcon(), 1)
	c.Tap("Hapus berkas")
	c.Sees("daftar hadir.pdf dihapus.", "Belum ada berkas.")
	if got := len(c.training(r.Title).Documents); got != 0 {
		t.Errorf("%d files are left", got)
	}
}

func TestTrainingFiles_SlidesCanOnlyBeSaved(t *testing.T) {
	c := sampleOpen(t)
	r := c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Berkas")
	c.inFolder("materi.pptx", "PK slides")
	c.chooses("Lampirkan berkas …", "materi.pptx")
	c.Tap("Lampirkan")
	c.Sees("materi.pptx tersimpan.", "Materi · 9 B")
	if slices.Contains(c.Texts(), "Buka") {
		t.Error("slides can be opened")
	}
	if f := c.training(r.Title).Documents[0]; f.Kind != "material" || f.Size != 9 {
		t.Errorf("%+v", f)
	}
}

func TestTrainingFiles_WhatWasTypedIsNotLostWhenAFileComes(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi")
	c.Enter("Tempat", "Aula baru")
	c.Tap("Berkas")
	c.inFolder("materi.pdf", "%PDF-1.4 materi")
	c.Tap("Lampirkan berkas …")
	c.Sees("Simpan perubahan?")
	c.Tap("Simpan")
	c.Sees("Folder saya", "materi.pdf")
	c.Press(fyne.KeyDown)
	c.Press(fyne.KeyReturn)
	c.Tap("Lampirkan")
	c.Sees("materi.pdf tersimpan.")
	if r := c.training("Penyegaran Imunisasi"); r.Place != "Aula baru" || len(r.Documents) != 1 {
		t.Errorf("stored is %+v", r)
	}
}

func TestAgreementFiles_AWrongScanIsRemoved(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Rujukan Pasien", "Berkas")
	c.inFolder("salah.pdf", "%PDF-1.4 salah")
	c.chooses("Unggah pindaian bertanda tangan", "salah.pdf")
	c.Sees("Pindaian tersimpan", "Pindaian bertanda tangan · 14 B")
	c.TapIcon(theme.DeleteIcon(), 1)
	c.Sees("Hapus salah.pdf?", "Berkas ini dihapus dari register untuk selamanya.")
	c.Tap("Hapus berkas")
	c.Sees("salah.pdf dihapus.")
	c.Until("the list without it", func() bool { return !slices.Contains(c.Texts(), "salah.pdf") })
}
