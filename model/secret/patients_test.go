package secret_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"jejaring/model"
	"jejaring/model/secret"
)

func noRing() secret.Options { return secret.Options{NoKeyring: true} }

// keys opens the key of a folder and fails when it cannot.
func keysOf(t *testing.T, dir string, o secret.Options) (model.Sealer, secret.KeyInfo) {
	t.Helper()
	s, info, err := secret.Keys(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	return s, info
}

func TestKeys_SealAndOpenAgain(t *testing.T) {
	dir := t.TempDir()
	s, info := keysOf(t, dir, noRing())
	if !info.Created || info.Place != "file" {
		t.Errorf("%+v", info)
	}

	one, err1 := s.Seal([]byte("Budi Contoh"), "patient.name/1")
	two, err2 := s.Seal([]byte("Budi Contoh"), "patient.name/1")
	if err := errors.Join(err1, err2); err != nil || bytes.Equal(one, two) || bytes.Contains(one, []byte("Budi")) {
		t.Fatalf("sealed twice: %x, %x, %v", one, two, err)
	}

	again, info := keysOf(t, dir, secret.Options{NoKeyring: true, MustExist: true})
	if plain, err := again.Open(one, "patient.name/1"); string(plain) != "Budi Contoh" || err != nil || info.Created {
		t.Errorf("%q, %v, %+v", plain, err, info)
	}
	if !bytes.Equal(s.Digest("9999991203619001"), again.Digest("9999991203619001")) || bytes.Equal(s.Digest("a"), s.Digest("b")) {
		t.Error("digests")
	}
	if found, err := os.Stat(filepath.Join(dir, "patients.key")); err != nil || found.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", found, err)
	}
}

func TestKeys_RefuseWhatWasTouched(t *testing.T) {
	s, _ := keysOf(t, t.TempDir(), noRing())
	other, _ := keysOf(t, t.TempDir(), noRing())
	box, err := s.Seal([]byte("Budi Contoh"), "patient.name/1")
	if err != nil {
		t.Fatal(err)
	}

	for name, try := range map[string]func() ([]byte, error){
		"another place": func() ([]byte, error) { return s.Open(box, "patient.name/2") },
		"another key":   func() ([]byte, error) { return other.Open(box, "patient.name/1") },
		"cut off":       func() ([]byte, error) { return s.Open(box[:len(box)-1], "patient.name/1") },
		"empty":         func() ([]byte, error) { return s.Open(nil, "patient.name/1") },
	} {
		if plain, err := try(); !errors.Is(err, model.ErrSealed) || plain != nil {
			t.Errorf("%s: %q, %v", name, plain, err)
		}
	}

	for i := range box {
		bad := bytes.Clone(box)
		bad[i] ^= 1
		if _, err := s.Open(bad, "patient.name/1"); !errors.Is(err, model.ErrSealed) {
			t.Fatalf("byte %d changed: %v", i, err)
		}
	}
}

func TestKeys_ALostKeyIsNeverReplaced(t *testing.T) {
	for name, lose := range map[string]func(t *testing.T, dir string){
		"gone":    func(t *testing.T, dir string) { removed(t, dir, "patients.key") },
		"damaged": func(t *testing.T, dir string) { written(t, dir, "patients.key", "kopi") },
		"another": func(t *testing.T, dir string) { written(t, dir, "patients.key", strings.Repeat("x", 32)) },
	} {
		dir := t.TempDir()
		keysOf(t, dir, noRing())
		lose(t, dir)
		if _, _, err := secret.Keys(dir, noRing()); !errors.Is(err, model.ErrKeyLost) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := secret.Keys(t.TempDir(), secret.Options{NoKeyring: true, MustExist: true}); !errors.Is(err, model.ErrKeyLost) {
		t.Errorf("a register without its folder: %v", err)
	}
}

func removed(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(dir, name)); err != nil {
		t.Fatal(err)
	}
}

func written(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestRecovery_BringsTheKeyBack(t *testing.T) {
	dir := t.TempDir()
	s, _ := keysOf(t, dir, noRing())
	box, err := s.Seal([]byte("Budi Contoh"), "patient.name/1")
	if err != nil {
		t.Fatal(err)
	}

	code, err := secret.RecoveryCode(dir, noRing())
	if err != nil || len(strings.Split(code, "-")) != 14 {
		t.Fatalf("%q %v", code, err)
	}

	for name, typed := range map[string]string{"as printed": code, "lower case": strings.ToLower(code),
		"with spaces": " " + strings.ReplaceAll(code, "-", "  ") + "\n", "without groups": strings.ReplaceAll(code, "-", ""),
		"O for 0": strings.ReplaceAll(code, "0", "O"), "l for 1": strings.ReplaceAll(code, "1", "l"), "long dashes": strings.ReplaceAll(code, "-", "–")} {
		fresh := t.TempDir()
		info, err := secret.Restore(fresh, typed, noRing())
		if err != nil || info.Place != "file" {
			t.Errorf("%s: %+v %v", name, info, err)
			continue
		}

		again, _ := keysOf(t, fresh, secret.Options{NoKeyring: true, MustExist: true})
		if plain, err := again.Open(box, "patient.name/1"); string(plain) != "Budi Contoh" || err != nil {
			t.Errorf("%s: %q %v", name, plain, err)
		}
	}
}

func TestRecovery_AWrongCodeChangesNothing(t *testing.T) {
	dir := t.TempDir()
	keysOf(t, dir, noRing())
	code, err := secret.RecoveryCode(dir, noRing())
	if err != nil {
		t.Fatal(err)
	}

	other := map[byte]byte{'A': 'B'}
	swap := func(at int) string {
		b := []byte(code)
		if n, ok := other[b[at]]; ok {
			b[at] = n
		} else {
			b[at] = 'A'
		}
		return string(b)
	}
	wrong := []string{"", "kopi", code[:len(code)-1], code + "A", strings.Replace(code, code[:1], "é", 1)}

	for at := range code {
		if code[at] != '-' {
			wrong = append(wrong, swap(at))
		}
	}

	for _, text := range wrong {
		if _, err := secret.Restore(dir, text, noRing()); !errors.Is(err, model.ErrRecoveryCode) {
			t.Errorf("%q: %v", text, err)
		}
	}

	if after, err := secret.RecoveryCode(dir, noRing()); after != code || err != nil {
		t.Errorf("%q, %v", after, err)
	}
}

func TestKeys_InTheKeyring(t *testing.T) {
	keyring.MockInit()
	dir := t.TempDir()
	second := t.TempDir()
	s, info := keysOf(t, dir, secret.Options{})
	if info.Place != "keyring" {
		t.Errorf("%+v", info)
	}
	if _, err := os.Stat(filepath.Join(dir, "patients.key")); err == nil {
		t.Error("the key lies in a file, too")
	}

	t2, _ := keysOf(t, second, secret.Options{})
	if bytes.Equal(s.Digest("x"), t2.Digest("x")) {
		t.Error("two folders have one key")
	}

	again, info := keysOf(t, dir, secret.Options{MustExist: true})
	if !bytes.Equal(s.Digest("x"), again.Digest("x")) || info.Created {
		t.Error("another key came out")
	}

	keyring.MockInit()
	if _, _, err := secret.Keys(dir, secret.Options{}); !errors.Is(err, model.ErrKeyLost) {
		t.Errorf("emptied keyring: %v", err)
	}
}
