package secret_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/zalando/go-keyring"

	"jejaring/model"
	"jejaring/model/secret"
)

// sample names the key of a second register in the same folder.
func sample() secret.Options { return secret.Options{NoKeyring: true, Name: "sample-patients"} }

func TestKeys_TwoRegistersOfAFolderHaveKeysOfTheirOwn(t *testing.T) {
	dir := t.TempDir()
	tried, _ := keysOf(t, dir, sample())
	own, _ := keysOf(t, t.TempDir(), noRing())
	code := recoveryOf(t, filepath.Join(dir, "elsewhere"))
	if _, err := secret.Restore(dir, code, noRing()); err != nil {
		t.Fatal(err)
	}

	again, info := keysOf(t, dir, sample())
	if !bytes.Equal(again.Digest("x"), tried.Digest("x")) || bytes.Equal(again.Digest("x"), own.Digest("x")) || info.Created {
		t.Error("restoring the key of one register touched that of the other")
	}
	if err := secret.Forget(dir, sample()); err != nil {
		t.Fatal(err)
	}
	if after, err := secret.RecoveryCode(dir, noRing()); after != code || err != nil {
		t.Errorf("forgetting the sample took the other key, too: %v", err)
	}
	if fresh, info := keysOf(t, dir, sample()); !info.Created || bytes.Equal(fresh.Digest("x"), tried.Digest("x")) {
		t.Error("the forgotten key is still there")
	}
}

// recoveryOf is the code of a new folder.
func recoveryOf(t *testing.T, dir string) string {
	t.Helper()
	keysOf(t, dir, noRing())
	code, err := secret.RecoveryCode(dir, noRing())
	if err != nil {
		t.Fatal(err)
	}
	return code
}

func TestKeys_AFileThatOthersCouldReadIsTakenBack(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows marks files differently")
	}

	dir := t.TempDir()
	s, _ := keysOf(t, dir, noRing())
	path := filepath.Join(dir, "patients.key")
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}

	again, _ := keysOf(t, dir, noRing())
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode().Perm(), err)
	}
	if !bytes.Equal(s.Digest("x"), again.Digest("x")) {
		t.Error("another key came out")
	}
}

// TestRecovery_ThatCannotBeKeptLeavesTheOldKey has a folder in the place of the note, where no file can be put.
func TestRecovery_ThatCannotBeKeptLeavesTheOldKey(t *testing.T) {
	dir := t.TempDir()
	code := recoveryOf(t, t.TempDir())
	before := recoveryOf(t, dir)
	for _, name := range []string{"patients.json.replaced", "patients.json.replaced/kopi"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}

	if _, err := secret.Restore(dir, code, noRing()); err == nil {
		t.Fatal("it was kept")
	}
	if after, err := secret.RecoveryCode(dir, noRing()); after != before || err != nil {
		t.Errorf("the old key is gone: %v", err)
	}
}

func TestRecovery_KeepsTheKeyThatWasThere(t *testing.T) {
	dir := t.TempDir()
	code := recoveryOf(t, t.TempDir())
	keysOf(t, dir, noRing())
	before, err := os.ReadFile(filepath.Join(dir, "patients.key"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := secret.Restore(dir, code, noRing()); err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(filepath.Join(dir, "patients.key.replaced")); err != nil || !bytes.Equal(kept, before) {
		t.Errorf("the key that was there: %v", err)
	}
}

func TestKeys_AKeyringThatDoesNotAnswerIsNotALostKey(t *testing.T) {
	keyring.MockInit()
	dir := t.TempDir()
	keysOf(t, dir, secret.Options{})
	for name, o := range map[string]secret.Options{"left alone": {NoKeyring: true}, "locked": {}} {
		keyring.MockInitWithError(errors.New("the collection is locked"))
		if _, _, err := secret.Keys(dir, o); !errors.Is(err, model.ErrKeyringClosed) || !errors.Is(err, model.ErrKeyLost) {
			t.Errorf("%s: %v", name, err)
		}
	}

	if _, err := os.Stat(filepath.Join(dir, "patients.key")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a second key was made: %v", err)
	}

	keyring.MockInit()
	_, _, err := secret.Keys(dir, secret.Options{})
	if !errors.Is(err, model.ErrKeyLost) || errors.Is(err, model.ErrKeyringClosed) {
		t.Errorf("an emptied keyring: %v", err)
	}
}
