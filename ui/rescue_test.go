package ui_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/store/disk"
	"jejaring/model/testclock"
)

// rescuer finds the copies in the folder of a test.
type rescuer struct{ dir string }

func (r rescuer) path(sample bool) string {
	if sample {
		return filepath.Join(r.dir, "sample.db")
	}
	return filepath.Join(r.dir, "register.db")
}

func (r rescuer) Now() time.Time { return testclock.Start() }

func (r rescuer) Copies(ctx context.Context, sample bool) ([]model.Copy, error) {
	return disk.AllCopies(ctx, r.path(sample))
}

func (r rescuer) CopiesIn(ctx context.Context, sample bool, folder string) ([]model.Copy, error) {
	return disk.CopiesIn(ctx, r.path(sample), folder)
}

func (r rescuer) Use(ctx context.Context, sample bool, c model.Copy, last []model.LastNumber) (model.Restored, error) {
	return store.Restore(ctx, r.path(sample), c, store.RestoreOptions{Actor: "Sari", Now: testclock.Start(), Last: last})
}

// keeper saves copies for the window; the folders of a test are on another disk when it says so. The fictitious clinic is
// not reminded of anything, unless the test asks.
type keeper struct {
	store.Copies
	c      *clinic
	sample bool
}

func (k keeper) Save(ctx context.Context, folder string) (model.Copy, bool, error) {
	c, err := k.Copies.SaveCopy(ctx, folder)
	if err == nil && k.c.outside {
		err = k.Copies.SavedOutside(ctx, folder)
	}
	return c, k.c.outside, err
}

func (k keeper) Upkeep(ctx context.Context) (model.Upkeep, error) {
	u, err := k.Copies.Upkeep(ctx)
	if k.sample && !k.c.reminds {
		u.Patients, u.Records = false, false
	}
	return u, err
}

// copiedSample is the program, not yet started, with a sample register in its folder, and a copy of it.
func copiedSample(t *testing.T, copies bool) (*clinic, string) {
	t.Helper()
	c := begin(t)
	path := filepath.Join(c.dir, "sample.db")
	write(t, path, filled(t))
	s, err := store.Open(t.Context(), path, store.Options{Actor: "Sari", Sealer: sealer(), Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	if copies {
		if _, err := s.Copies().CopyDaily(t.Context(), clockDay()); err != nil {
			t.Fatal(err)
		}
	}

	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return c, path
}

// damagedOpen starts with a sample register that was copied, then changed once, and then damaged in its first page.
func damagedOpen(t *testing.T, language string, copies bool) (*clinic, []byte) {
	t.Helper()
	c, path := copiedSample(t, copies)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}

	copy(raw[:100], bytes.Repeat([]byte("kopi"), 25))
	write(t, path, raw)
	c.fyne.Preferences().SetBool("sample", true)
	c.app.SetLanguage(language)
	c.app.Start()

	return c, raw
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestRescue_TheCopyIsOfferedAndTaken(t *testing.T) {
	c, raw := damagedOpen(t, "id", true)
	c.Sees("Berkas ini rusak", "Salinan utuh terbaru dibuat", "Isinya 12 mitra, 18 perjanjian, dan 40 rujukan.",
		"Yang dicatat sesudah saat itu tidak ada di dalamnya.", "Berkas yang rusak tidak dihapus")
	c.Tap("Gunakan salinan " + c.copied("id"))
	c.Sees("Perlu perhatian", "Register dipulihkan dari salinan "+c.copied("id"))
	aside, err := filepath.Glob(filepath.Join(c.dir, "sample.db.damaged-*"))
	if err != nil || len(aside) == 0 {
		t.Fatalf("%v, %v", aside, err)
	}
	if kept, err := os.ReadFile(aside[0]); err != nil || !bytes.Equal(kept, raw) {
		t.Errorf("the damaged file was not kept: %v", err)
	}
}

func TestRescue_DeclinedChangesNothing(t *testing.T) {
	c, raw := damagedOpen(t, "en", true)
	c.Sees("This file is damaged", "It has 12 partners, 18 agreements, and 40 referrals.", "Use the copy of "+c.copied("en"))
	c.Tap("Try again")
	c.Sees("This file is damaged", "Use the copy of "+c.copied("en"))
	if after, err := os.ReadFile(filepath.Join(c.dir, "sample.db")); err != nil || !bytes.Equal(after, raw) {
		t.Errorf("the file has changed: %v", err)
	}
}

func TestRescue_WithoutACopyItIsSaid(t *testing.T) {
	c, _ := damagedOpen(t, "id", false)
	c.Sees("Tidak ada salinan harian yang utuh. Berkas yang rusak tidak diubah")
}

func TestUpkeep_WithoutRoomForTheCopyItIsSaid(t *testing.T) {
	c := begin(t)
	c.upkeep = func(context.Context) error { return model.ErrDiskFull }
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Sees("Salinan hari ini belum dapat dibuat karena ruang penyimpanan penuh. Register Anda utuh.", "Kosongkan ruang")
}

func TestUpkeep_DamageThatItFindsLeadsToTheCopies(t *testing.T) {
	c, _ := copiedSample(t, true)
	c.upkeep = func(context.Context) error { return model.ErrRegisterCorrupt }
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Sees("Berkas ini rusak", "Isinya 12 mitra", "Sesudah itu tidak terlihat perubahan lain")
	c.upkeep = nil
	c.Tap("Gunakan salinan " + c.copied("id"))
	c.Sees("Perlu perhatian", "Register dipulihkan dari salinan "+c.copied("id"))
}
