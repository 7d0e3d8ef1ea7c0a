package secret_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"jejaring/model"
	"jejaring/model/secret"
)

const password = "r4hasia kedua ü"

func inFile(t *testing.T) (*secret.Vault, string) {
	t.Helper()
	dir := t.TempDir()
	return secret.Open(dir, secret.Options{NoKeyring: true}), dir
}

func expect(t *testing.T, v *secret.Vault, name, want string) {
	t.Helper()
	if got, err := v.Get(name); err != nil || got != want {
		t.Errorf("Get(%s) = %q, %v; want %q", name, got, err, want)
	}
}

func TestVault_FileKeepsAndForgets(t *testing.T) {
	v, dir := inFile(t)
	if v.KeptIn() != "file" {
		t.Errorf("place %q", v.KeptIn())
	}
	if _, err := v.Get("kotak"); !errors.Is(err, model.ErrNoPassword) {
		t.Errorf("nothing kept: %v", err)
	}

	for _, value := range []string{"first", password} {
		if err := v.Set("kotak", value); err != nil {
			t.Fatal(err)
		}
	}

	expect(t, secret.Open(dir, secret.Options{NoKeyring: true}), "kotak", password)
	if err := v.Delete("kotak"); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Get("kotak"); !errors.Is(err, model.ErrNoPassword) {
		t.Errorf("after Delete: %v", err)
	}
	if err := v.Delete("kotak"); err != nil {
		t.Errorf("second Delete: %v", err)
	}
}

func TestVault_FilesArePrivateAndHoldNoClearText(t *testing.T) {
	v, dir := inFile(t)
	if err := v.Set("kotak", password); err != nil {
		t.Fatal(err)
	}

	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}

	for _, f := range files {
		content, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(content, []byte(password)) || bytes.Contains(content, []byte("kedua")) {
			t.Errorf("%s holds the password", f.Name())
		}

		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", f.Name(), info.Mode())
		}
	}

	if len(files) != 3 {
		t.Errorf("files left behind: %v", files)
	}
}

func TestVault_DamagedFilesAreRefused(t *testing.T) {
	for _, damage := range []struct {
		name, file string
		content    func(old []byte) []byte
	}{
		{"wrong key", "secrets.key", func([]byte) []byte { return make([]byte, 32) }},
		{"short key", "secrets.key", func([]byte) []byte { return []byte("x") }},
		{"tampered", "secrets.json", func(old []byte) []byte { return bytes.Replace(old, []byte(`": "`), []byte(`": "AAAA`), 1) }},
		{"moved", "secrets.json", func(old []byte) []byte { return bytes.Replace(old, []byte("other"), []byte("kotak"), 1) }},
		{"half written", "secrets.json", func(old []byte) []byte { return old[:len(old)/2] }},
		{"null", "secrets.json", func([]byte) []byte { return []byte("null") }},
	} {
		t.Run(damage.name, func(t *testing.T) {
			v, dir := inFile(t)
			name := map[bool]string{true: "other", false: "kotak"}[damage.name == "moved"]
			if err := v.Set(name, password); err != nil {
				t.Fatal(err)
			}

			path := filepath.Join(dir, damage.file)
			old, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, damage.content(old), 0o600); err != nil {
				t.Fatal(err)
			}
			if got, err := v.Get("kotak"); !errors.Is(err, model.ErrPasswordDamaged) || got != "" {
				t.Errorf("Get = %q, %v", got, err)
			}
			if err := v.Set("kotak", "again"); err != nil {
				t.Fatalf("given again: %v", err)
			}

			expect(t, v, "kotak", "again")
		})
	}
}

// TestVault_GoneUnreadableAndDamagedAreThreeThings harms either file. What may pass is never overwritten; the others can be
// mended by giving the password again.
func TestVault_GoneUnreadableAndDamagedAreThreeThings(t *testing.T) {
	all := []error{model.ErrPasswordGone, model.ErrPasswordUnreadable, model.ErrPasswordDamaged}
	for n, harm := range []func(path string) error{
		os.Remove,
		func(path string) error { return errors.Join(os.Rename(path, path+".kept"), os.Mkdir(path, 0o700)) },
		func(path string) error { return os.WriteFile(path, []byte("kopi"), 0o600) },
	} {
		for _, name := range []string{"secrets.json", "secrets.key"} {
			v, dir := inFile(t)
			if err := errors.Join(v.Problem(), v.Set("kotak", password), v.Problem(), harm(filepath.Join(dir, name))); err != nil {
				t.Fatal(err)
			}

			_, err := v.Get("kotak")
			for k, kind := range all {
				if errors.Is(err, kind) != (k == n) || errors.Is(v.Problem(), kind) != (k == n) {
					t.Errorf("%s, harm %d: %v, %v", name, n, err, v.Problem())
				}
			}

			if !errors.Is(err, model.ErrNoPassword) {
				t.Errorf("%s, harm %d: %v is no kind of ErrNoPassword", name, n, err)
			}

			switch err := v.Set("kotak", "again"); {
			case all[n] == model.ErrPasswordUnreadable:
				path := filepath.Join(dir, name)
				if err2 := errors.Join(os.Remove(path), os.Rename(path+".kept", path)); !errors.Is(err, all[n]) || err2 != nil {
					t.Errorf("%s: %v, %v", name, err, err2)
				}
				expect(t, v, "kotak", password)
			case err != nil:
				t.Errorf("%s, harm %d: given again: %v", name, n, err)
			default:
				expect(t, v, "kotak", "again")
			}
		}
	}
}

// TestVault_ConcurrentPrograms starts this test program several times on one folder.
func TestVault_ConcurrentPrograms(t *testing.T) {
	if dir := os.Getenv("VAULT_DIR"); dir != "" {
		v := secret.Open(dir, secret.Options{NoKeyring: true})
		for i := range 20 {
			if err := v.Set(fmt.Sprint(os.Getenv("VAULT_NAME"), i), password); err != nil {
				t.Fatal(err)
			}
		}
		return
	}

	dir := t.TempDir()
	var programs []*exec.Cmd
	for n := range 4 {
		program := exec.Command(os.Args[0], "-test.run", "TestVault_ConcurrentPrograms")
		program.Env = append(os.Environ(), "VAULT_DIR="+dir, fmt.Sprint("VAULT_NAME=", n, "-"))
		if err := program.Start(); err != nil {
			t.Fatal(err)
		}
		programs = append(programs, program)
	}

	for _, program := range programs {
		if err := program.Wait(); err != nil {
			t.Fatal(err)
		}
	}

	v := secret.Open(dir, secret.Options{NoKeyring: true})
	for n := range 4 {
		for i := range 20 {
			expect(t, v, fmt.Sprint(n, "-", i), password)
		}
	}
}

func TestVault_Keyring(t *testing.T) {
	keyring.MockInit()
	dir := t.TempDir()
	if err := secret.Open(dir, secret.Options{NoKeyring: true}).Set("old", password); err != nil {
		t.Fatal(err)
	}

	v := secret.Open(dir, secret.Options{})
	if v.KeptIn() != "keyring" {
		t.Fatalf("place %q", v.KeptIn())
	}

	expect(t, v, "old", password)
	if err := v.Set("kotak", password); err != nil {
		t.Fatal(err)
	}

	expect(t, v, "kotak", password)
	if _, err := secret.Open(dir, secret.Options{NoKeyring: true}).Get("kotak"); !errors.Is(err, model.ErrNoPassword) {
		t.Errorf("also in the file: %v", err)
	}
	if err := v.Set("old", "new"); err != nil {
		t.Fatal(err)
	}

	expect(t, v, "old", "new")
	if err := errors.Join(v.Delete("old"), v.Delete("kotak"), v.Delete("kotak")); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Get("old"); !errors.Is(err, model.ErrNoPassword) {
		t.Errorf("after Delete: %v", err)
	}
}

func TestVault_KeyringThatRefuses(t *testing.T) {
	keyring.MockInitWithError(errors.New("locked"))
	start := time.Now()
	v := secret.Open(t.TempDir(), secret.Options{})
	if v.KeptIn() != "file" {
		t.Fatalf("place %q", v.KeptIn())
	}
	if err := v.Set("kotak", password); err != nil {
		t.Fatal(err)
	}

	expect(t, v, "kotak", password)
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
}
