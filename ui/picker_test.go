package ui_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"jejaring/ui/room"
)

// answering gives the desktop a dialog of its own, in which a person makes one choice, and keeps what it was asked for.
func (c *clinic) answering(path string, err error) *room.Picking {
	asked := &room.Picking{}
	c.desk.picker = func(_ context.Context, p room.Picking) (string, error) {
		*asked = p
		return path, err
	}
	return asked
}

func TestPicker_AScanComesFromTheSystemsOwnDialog(t *testing.T) {
	c := sampleOpen(t)
	scan := filepath.Join(t.TempDir(), "naskah + lampiran #1.pdf")
	if err := os.WriteFile(scan, []byte("%PDF-1.4 naskah"), 0o600); err != nil {
		t.Fatal(err)
	}

	asked := c.answering(scan, nil)

	c.Tap("Perjanjian", "Rujukan Pasien", "Berkas", "Unggah pindaian bertanda tangan")
	c.Sees("Pindaian tersimpan", "naskah + lampiran #1.pdf")
	if asked.Title != "Pilih berkas" || asked.Kind == "" || len(asked.Ends) != len(room.ScanEnds()) {
		t.Errorf("the dialog was asked for %+v", *asked)
	}
}

func TestPicker_WhoThinksBetterOfItChangesNothing(t *testing.T) {
	c := sampleOpen(t)
	c.answering("", nil)
	c.Tap("Perjanjian", "Rujukan Pasien", "Berkas", "Unggah pindaian bertanda tangan")
	c.Sees("Unggah pindaian bertanda tangan")
	if c.Shows("Pindaian tersimpan") || c.Shows("Komputer ini") {
		t.Error("something came of it")
	}
}

func TestPicker_AFileThatIsGoneIsSaid(t *testing.T) {
	c := sampleOpen(t)
	c.answering(filepath.Join(t.TempDir(), "tidak ada.pdf"), nil)
	c.Tap("Perjanjian", "Rujukan Pasien", "Berkas", "Unggah pindaian bertanda tangan")
	c.Sees("tidak dapat dibaca")
}

func TestPicker_WithoutADialogOfTheSystemTheToolkitsComes(t *testing.T) {
	c := sampleOpen(t)
	c.answering("", fmt.Errorf("%w: no portal", room.ErrNoDialog))
	c.Tap("Perjanjian", "Rujukan Pasien", "Berkas", "Unggah pindaian bertanda tangan")
	c.Sees("Komputer ini")
}

func TestPicker_AFolderForCopiesComesFromItToo(t *testing.T) {
	c := copiesOpen(t)
	folder := t.TempDir()
	asked := c.answering(folder, nil)

	c.Tap("Simpan salinan ke folder …")
	c.Sees("Salinan disimpan dan sudah diperiksa: " + folder)
	if asked.Title != "Pilih folder" || len(asked.Ends) != 0 {
		t.Errorf("the dialog was asked for %+v", *asked)
	}
}
