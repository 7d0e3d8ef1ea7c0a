package secret_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/zalando/go-keyring"

	"jejaring/model"
	"jejaring/model/secret"
)

// harms are what happens to the note of a key.
func harms(t *testing.T) map[string]func(path string) {
	put := func(text string) func(string) {
		return func(path string) { written(t, filepath.Dir(path), filepath.Base(path), text) }
	}
	return map[string]func(string){
		"":                       func(string) {},
		secret.NoteGone:          func(path string) { removed(t, filepath.Dir(path), filepath.Base(path)) },
		secret.NoteDamaged:       put("kopi"),
		secret.NoteDamaged + "2": put(""),
		secret.NoteDamaged + "3": put(`{"id": "patients/0", "place": "file", "check": "0000000000000000"}`),
		secret.NoteUnreadable: func(path string) {
			removed(t, filepath.Dir(path), filepath.Base(path))
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		},
	}
}

func TestKeys_ANoteThatIsNotWholeLosesNoSoundKey(t *testing.T) {
	for _, o := range []secret.Options{noRing(), {}} {
		for state, harm := range harms(t) {
			keyring.MockInit()
			dir := t.TempDir()
			before, info := keysOf(t, dir, o)
			place := info.Place
			harm(filepath.Join(dir, "patients.json"))
			o.MustExist = true
			after, info := keysOf(t, dir, o)
			if !bytes.Equal(before.Digest("x"), after.Digest("x")) || info.Place != place || info.Note != string(bytes.TrimRight([]byte(state), "23")) {
				t.Errorf("%s, %s: %+v", place, state, info)
			}
			if _, info := keysOf(t, dir, o); info.Note != "" && info.Note != secret.NoteUnreadable {
				t.Errorf("%s, %s: the note was not mended: %+v", place, state, info)
			}

			o.MustExist = false
		}
	}
}

// TestKeys_WithoutAnyNoteTheRegisterKnowsItsKey has both copies of the note wrong, and the key as it was.
func TestKeys_WithoutAnyNoteTheRegisterKnowsItsKey(t *testing.T) {
	for _, text := range []string{"kopi", `{"id": "patients/0", "place": "file", "check": "0000000000000000"}`} {
		dir := t.TempDir()
		before, _ := keysOf(t, dir, noRing())
		for _, name := range []string{"patients.json", "patients.json.copy"} {
			written(t, dir, name, text)
		}

		o := noRing()
		o.MustExist, o.Fits = true, func(s model.Sealer) bool { return bytes.Equal(s.Digest("x"), before.Digest("x")) }
		if after, info := keysOf(t, dir, o); !bytes.Equal(before.Digest("x"), after.Digest("x")) || info.Note != secret.NoteDamaged {
			t.Errorf("%s: %+v", text, info)
		}
	}
}

func TestKeys_GoneUnreadableAndDamagedAreThreeThings(t *testing.T) {
	for name, x := range map[string]struct {
		harm func(dir string)
		want error
	}{
		"damaged": {func(dir string) { written(t, dir, "patients.key", "kopi") }, model.ErrKeyDamaged},
		"flipped": {func(dir string) {
			key, _ := os.ReadFile(filepath.Join(dir, "patients.key"))
			key[7] ^= 1
			written(t, dir, "patients.key", string(key))
		}, model.ErrKeyDamaged},
		"unreadable": {func(dir string) {
			removed(t, dir, "patients.key")
			_ = os.Mkdir(filepath.Join(dir, "patients.key"), 0o700)
		}, model.ErrKeyUnreadable},
		"gone": {func(dir string) { removed(t, dir, "patients.key") }, model.ErrKeyLost},
	} {
		dir := t.TempDir()
		keysOf(t, dir, noRing())
		x.harm(dir)
		_, _, err := secret.Keys(dir, noRing())
		if !errors.Is(err, x.want) || name == "gone" && (errors.Is(err, model.ErrKeyDamaged) || errors.Is(err, model.ErrKeyUnreadable)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWrite_WhatAKillLeftIsRemovedAtTheNextStart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data [1]")
	keysOf(t, dir, noRing())
	for _, name := range []string{"patients.key.123456", "patients.json.1", "secrets.json.99", "secrets.key.5", "patients.json.copy.7"} {
		written(t, dir, name, "setengah")
	}

	written(t, dir, "patients.key.replaced", "kunci lama")
	keysOf(t, dir, noRing())
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}

	var names []string
	for _, e := range left {
		names = append(names, e.Name())
	}

	if len(names) != 5 { // key, note, its copy, the lock, and the key that was replaced
		t.Errorf("left are %v", names)
	}
}
