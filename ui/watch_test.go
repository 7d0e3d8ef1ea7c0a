package ui_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/testclock"
)

// beside is a command that works with the register while the window is open.
func (c *clinic) beside(file string, do func(*store.Store) error) {
	c.t.Helper()
	s, err := store.Open(c.t.Context(), filepath.Join(c.dir, file), store.Options{Actor: "perintah", Sealer: sealer(), Now: testclock.New()})
	if err != nil {
		c.t.Fatal(err)
	}
	if err := do(s); err != nil {
		c.t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		c.t.Fatal(err)
	}
}

// renames gives a partner another city, beside the window.
func (c *clinic) renames(name, city string) {
	c.t.Helper()
	c.beside("sample.db", func(s *store.Store) error {
		r := c.partner(name)
		r.City = city
		return s.Partners().Save(c.t.Context(), &r)
	})
}

// another enters one more partner, beside the window.
func (c *clinic) another() {
	c.t.Helper()
	c.beside("sample.db", func(s *store.Store) error {
		r := model.Partner{Name: "Mitra Perintah", City: "Padang", Sector: "ngo", OrgType: "foundation", Status: "active", Phone: "119"}
		return s.Partners().Save(c.t.Context(), &r)
	})
}

func watched(t *testing.T) *clinic {
	t.Helper()
	c := begin(t)
	c.beats = true
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Sees("Perlu perhatian")
	return c
}

func TestWatch_AListAndItsOpenRecordShowWhatACommandChanged(t *testing.T) {
	c := watched(t)
	c.Tap("Mitra")
	c.Sees("12 baris")
	c.Tap("Puskesmas Kenanga")
	c.Field("Kabupaten/kota")
	c.renames("Puskesmas", "Kota Perintah")
	c.Until("the new city", func() bool { return c.Field("Kabupaten/kota").Text() == "Kota Perintah" })
	c.another()
	c.Sees("13 baris")
}

func TestWatch_ARecordThatIsBeingEditedSaysThatItChanged(t *testing.T) {
	c := watched(t)
	c.Tap("Mitra")
	c.Tap("Puskesmas Kenanga")
	c.Enter("Kabupaten/kota", "Kota Ketikan")
	c.renames("Puskesmas", "Kota Perintah")
	c.Sees("Catatan ini baru saja diubah di luar formulir ini.")
	if got := c.Field("Kabupaten/kota").Text(); got != "Kota Ketikan" {
		t.Errorf("typed was %q", got)
	}
}

func TestWatch_AnOwnSaveIsNoChangeBeside(t *testing.T) {
	c := watched(t)
	c.Tap("Mitra")
	c.Tap("Puskesmas Kenanga")
	c.Enter("Kabupaten/kota", "Kota Ketikan")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Enter("Kabupaten/kota", "Kota Lain")
	c.another()
	c.Sees("13 baris")
	if c.Shows("diubah di luar formulir ini") {
		t.Error("another record was taken for the open one")
	}
}

func TestWatch_AFirstStartThatACommandFilledGoesOn(t *testing.T) {
	c := begin(t)
	c.beats = true
	c.app.Start()
	c.Sees("Selamat datang")
	c.beside("register.db", func(s *store.Store) error { return s.LoadSample(t.Context(), bytes.NewReader(assets.Sample)) })
	c.Sees("Perlu perhatian")
}
