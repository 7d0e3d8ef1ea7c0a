package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// inFolder puts a file alone into a folder, where the next dialog for files opens.
func (c *clinic) inFolder(name, content string) {
	c.t.Helper()
	dir := filepath.Join(c.dir, "Pindaian Yuni")
	if err := errors.Join(os.RemoveAll(dir), os.Mkdir(dir, 0o700)); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
		c.t.Fatal(err)
	}

	c.fyne.Preferences().SetString("fyne:fileDialogLastFolder", storage.NewFileURI(dir).String())
}

// chooses picks the only file of the folder.
func (c *clinic) chooses(button, name string) {
	c.t.Helper()
	c.Tap(button)
	c.Sees(name)
	c.Press(fyne.KeyDown)
	c.Press(fyne.KeyReturn)
	c.SeesNoMore("Komputer ini")
}

// waiting opens the referral of the sample that waits longest for its reply.
func waiting(t *testing.T) *clinic {
	t.Helper()
	c := sampleOpen(t)
	c.Tap("Rujukan", "Y.C. · SM-000019")
	c.Sees("Catat balasan")
	return c
}

func TestReplyScan_ComesWithTheReplyIsOpenedSavedAndLogged(t *testing.T) {
	c := waiting(t)
	c.Tap("Catat balasan")
	c.inFolder("Balasan Yuni Contoh.pdf", "%PDF-1.4 balasan untuk Yuni Contoh")
	before := storage.NewFileURI(c.dir).String()
	c.fyne.Preferences().SetString("fyne:fileDialogLastFolder", before)
	c.Tap("Pilih pindaian …")

	for _, row := range []string{"Pindaian Yuni", "Balasan Yuni Contoh.pdf"} {
		c.Sees(row)
		c.Press(fyne.KeyDown)
		c.Press(fyne.KeyReturn)
	}

	c.SeesNoMore("Komputer ini")
	c.Sees("Balasan Yuni Contoh.pdf · PDF · 34 B", "Disimpan tersegel bersama rujukan ini.")
	if folder := c.fyne.Preferences().String("fyne:fileDialogLastFolder"); folder != before {
		t.Errorf("the settings keep the folder %s", folder)
	}

	c.Enter("Hasil/tindakan", "Obat disesuaikan")
	c.Choose("Tindak lanjut", "Konsultasi selesai")
	c.Tap("Catat balasan")
	c.Sees("Status rujukan sekarang: Balasan diterima")
	c.Tap("Balasan")
	c.Sees("PDF · 34 B", "Membuka, menyimpan, atau mencetaknya dicatat dalam riwayat.")
	if c.Shows("Yuni") {
		t.Error("the name of the scan shows before the identity was asked for")
	}

	c.Tap("Buka")
	c.Until("the viewer", func() bool { return len(c.desk.opened()) == 1 })
	if name := c.desk.opened()[0]; name != "Balasan-029-RJK-KLN-SM-X-2026.pdf" {
		t.Errorf("it is opened as %q", name)
	}

	log, err := c.store.History(t.Context(), "patient", c.referral().PatientID, 1)
	if err != nil || log[0].Action != "view" || log[0].User != "Sari" {
		t.Errorf("the history: %+v, %v", log, err)
	}

	c.TapIcon(theme.DocumentSaveIcon(), 0)
	c.Sees("Simpan ke berkas")
	c.Tap("Simpan")
	c.Sees("Tersimpan: Balasan-029-RJK-KLN-SM-X-2026.pdf")
	if got := c.saved("Balasan-029-RJK-KLN-SM-X-2026.pdf"); got != "%PDF-1.4 balasan untuk Yuni Contoh" {
		t.Errorf("saved is %q", got)
	}
	if strings.Contains(c.log.String(), "Yuni") {
		t.Errorf("the log: %s", c.log.String())
	}

	c.Tap("Berkas")
	c.Sees("Pindaian balasan", "PDF · 34 B")
	if c.Shows("Yuni") {
		t.Error("the name of the scan shows among the papers")
	}

	c.Tap("Buka")
	c.Until("the viewer once more", func() bool { return len(c.desk.opened()) == 2 })
	c.TapNear("Rincian", "Rujukan")
	c.Tap("Tampilkan identitas")
	c.SeesNoMore("Tampilkan identitas")
	c.Tap("Balasan")
	c.Sees("Balasan Yuni Contoh.pdf · PDF · 34 B")
}

func TestReplyScan_IsAddedTakenBackAndRemovedWithTheForm(t *testing.T) {
	c := waiting(t)
	c.Tap("Balasan")
	c.inFolder("balasan.pdf", "%PDF-1.4 balasan")
	c.chooses("Pilih pindaian …", "balasan.pdf")
	c.Tap("Hapus pindaian")
	c.Sees("Pilih pindaian …")
	c.chooses("Pilih pindaian …", "balasan.pdf")
	c.Sees("balasan.pdf · PDF · 16 B")
	c.Tap("Simpan")
	c.Sees("Tersimpan.", "PDF · 16 B")
	c.Tap("Hapus pindaian")
	c.Sees("Pindaian dihapus untuk selamanya saat rujukan disimpan.")
	c.Tap("Urungkan")
	c.Sees("PDF · 16 B")
	c.Tap("Hapus pindaian", "Simpan")
	c.Sees("Tersimpan.", "Pilih pindaian …")
	if f := c.referral().Reply.File; f != nil {
		t.Errorf("stored is still %+v", f)
	}
}

func TestReplyScan_WhatIsNoScanIsExplainedBesideItsButton(t *testing.T) {
	c := waiting(t)
	c.Tap("Balasan")
	for content, note := range map[string]string{"": "Berkas ini kosong.", "halo": "Ini bukan PDF, JPG, atau PNG.",
		"%PDF-" + strings.Repeat(" ", model.MaxScan): "Berkas terlalu besar: paling besar 30 MB."} {
		c.inFolder("balasan.pdf", content)
		c.chooses("Pilih pindaian …", "balasan.pdf")
		c.Sees(note)
	}

	if c.Shows("Hapus pindaian") {
		t.Error("a wrong file was taken over")
	}
}
