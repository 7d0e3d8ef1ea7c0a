package store_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/store/disk"
)

// savedCopy is a copy of the sample, with its bytes.
func savedCopy(t *testing.T) (path string, raw []byte) {
	t.Helper()
	s, _ := sampleRegister(t)
	defer s.Close()
	c := must(s.Copies().SaveCopy(t.Context(), t.TempDir()))(t)
	return c.Path, must(os.ReadFile(c.Path))(t)
}

// copyRefused reports whether a copy with these bytes is refused.
func copyRefused(t *testing.T, raw []byte) bool {
	t.Helper()
	path := filepath.Join(t.TempDir(), "register-2026-11-21.db")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	defer os.Remove(path)
	c := must(disk.Inspect(t.Context(), filepath.Join(filepath.Dir(path), "none.db"), path))(t)
	return !c.Sound()
}

func TestCopy_CarriesAChecksumThatNoticesEveryFlip(t *testing.T) {
	_, raw := savedCopy(t)
	if copyRefused(t, raw) {
		t.Fatal("an untouched copy is refused")
	}

	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 1))
	flips := 0
	for range 250 {
		at := random.IntN(len(raw))
		bit := byte(1) << random.IntN(8)
		raw[at] ^= bit
		if copyRefused(t, raw) {
			flips++
		}
		raw[at] ^= bit
	}

	cuts := 0
	for range 250 {
		if copyRefused(t, raw[:random.IntN(len(raw))]) {
			cuts++
		}
	}

	if flips != 250 || cuts != 250 {
		t.Errorf("%d of 250 flips and %d of 250 truncations were noticed (seed %d)", flips, cuts, seed)
	}
}

// TestCopy_ItsChecksumAndItsHeaderAreGuardedThemselves flips each bit of both, and cuts the checksum off.
func TestCopy_ItsChecksumAndItsHeaderAreGuardedThemselves(t *testing.T) {
	s := must(store.Open(t.Context(), filepath.Join(t.TempDir(), "register.db"), store.Options{Actor: "uji", Now: someday}))(t)
	defer s.Close()
	raw := must(os.ReadFile(must(s.Copies().SaveCopy(t.Context(), t.TempDir()))(t).Path))(t)
	const tail = 64
	for i := range (100 + tail) * 8 {
		at := i / 8
		if at >= 100 {
			at = len(raw) - tail + at - 100
		}

		raw[at] ^= 1 << (i % 8)
		if !copyRefused(t, raw) {
			t.Errorf("bit %d of byte %d of %d", i%8, at, len(raw))
		}

		raw[at] ^= 1 << (i % 8)
	}

	for name, other := range map[string][]byte{"without its checksum": raw[:len(raw)-tail], "a byte more": append(bytes.Clone(raw), 0),
		"twice": append(bytes.Clone(raw), raw...), "twice the checksum": append(bytes.Clone(raw), raw[len(raw)-tail:]...), "empty": nil,
		"a page less, with the checksum": append(bytes.Clone(raw[:len(raw)-tail-4096]), raw[len(raw)-tail:]...)} {
		if !copyRefused(t, other) {
			t.Errorf("%s: not noticed", name)
		}
	}
}

func TestCopy_ADamagedOneIsNeverPutInPlace(t *testing.T) {
	copyPath, raw := savedCopy(t)
	raw[len(raw)/2] ^= 4
	if err := os.WriteFile(copyPath, raw, 0o600); err != nil {
		t.Fatal(err)
	}

	path := copied(t)
	before := must(os.ReadFile(path))(t)
	c := must(disk.Inspect(t.Context(), path, copyPath))(t)
	if c.Sum != model.SumWrong {
		t.Errorf("its checksum is %s", c.Sum)
	}
	if _, err := restored(t, path, c, someday()); err == nil {
		t.Error("it was restored")
	}
	if after := must(os.ReadFile(path))(t); !bytes.Equal(after, before) {
		t.Error("the register has changed")
	}

	nothingBeside(t, path)
}
