package main

import (
	"errors"
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejaring/model/file"
	"jejaring/model/secret"
)

// TestFiles_AreWrittenOneWay: small files are written by package file alone. The store makes registers and copies of its
// own, lines are added to the log and to the note of the numbers, and a stream is no file.
func TestFiles_AreWrittenOneWay(t *testing.T) {
	making := []string{"WriteFile", "Create", "CreateTemp", "OpenFile", "Link"}
	renaming := []string{"model/secret/recovery.go", "model/secret/file.go"} // what is set aside
	allowed := []string{"model/store/disk/file.go", "model/store/disk/restore_place.go", "model/store/disk/note.go", "model/store/disk/copy_sum.go",
		"model/mail/mailtest/server.go", "cmd/jejaring/window.go", "cmd/jejaring/console_windows.go"}
	for name, source := range sources(t, 0) {
		switch {
		case strings.HasSuffix(name, "_test.go"), strings.HasPrefix(name, "model/file/"), strings.HasPrefix(name, ".ci/"):
			continue
		}
		ast.Inspect(source, func(n ast.Node) bool {
			called, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}

			of, ok := called.X.(*ast.Ident)
			if !ok || of.Name != "os" {
				return true
			}

			if slices.Contains(making, called.Sel.Name) && !slices.Contains(allowed, name) ||
				called.Sel.Name == "Rename" && !strings.HasPrefix(name, "model/store/") && !slices.Contains(renaming, name) {
				t.Errorf("%s writes by itself: os.%s", name, called.Sel.Name)
			}

			return true
		})
	}
}

// leave makes what kills of this and of earlier versions leave, in a folder.
func leave(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		succeeds(t, os.WriteFile(filepath.Join(dir, name), []byte("setengah"), 0o600))
	}
}

// TestFiles_LeftoversOfAKillGo: when the window or a command starts, and when something is exported into their folder again.
func TestFiles_LeftoversOfAKillGo(t *testing.T) {
	dir := t.TempDir()
	leave(t, dir, "jejaring.window.123", "jejaring.papers.77", ".jejaring-1.new", "jejaring.window")
	one, err := claim(dir, func() {})
	succeeds(t, err)
	one.release()
	if left := files(t, dir); len(left) != 1 { // the lock
		t.Errorf("after a window: %v", left)
	}

	dir = withSample(t)
	leave(t, dir, ".jejaring-2.new", "patients.json.5", "secrets.json.6")
	must(t, dir, "list", "partners")
	for _, name := range files(t, dir) {
		if strings.HasPrefix(filepath.Base(name), ".jejaring-") || strings.HasSuffix(name, ".5") || strings.HasSuffix(name, ".6") {
			t.Errorf("after a command: %s", name)
		}
	}

	folder := t.TempDir()
	leave(t, folder, ".jejaring-3.new", ".jejaring-4", ".jejaring-catatan", "surat.pdf")
	succeeds(t, (&desktop{}).Save(folder, "mitra.csv", []byte("nama"), false))
	succeeds(t, (&desktop{}).Save(folder, "mitra.csv", []byte("nama lain"), true))
	if left := files(t, folder); len(left) != 3 {
		t.Errorf("after an export: %v", left)
	}

	leave(t, folder, ".jejaring-5.new")
	must(t, dir, "--as-of", "2026-11-21", "letter", "RJK", "F33", "--draft", "--out", folder)
	if _, err := os.Stat(filepath.Join(folder, ".jejaring-5.new")); err == nil {
		t.Error("letter --out left the file of a killed export")
	}

	succeeds(t, file.Probe(folder))
}

// TestCheck_SaysWhatIsWrongWithTheFilesOfPasswords has them gone, unreadable and damaged: three sentences.
func TestCheck_SaysWhatIsWrongWithTheFilesOfPasswords(t *testing.T) {
	dir := withSample(t)
	said := map[string]bool{}
	for _, harm := range []func(path string) error{
		func(string) error { return nil },
		os.Remove,
		func(path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) },
		func(path string) error {
			return errors.Join(os.Remove(path), os.WriteFile(path, []byte("kopi"), 0o600))
		},
	} {
		succeeds(t, secret.Open(dir, secret.Options{NoKeyring: true}).Set("kotak", "rahasia"))
		succeeds(t, harm(filepath.Join(dir, "secrets.key")))
		_, after, found := strings.Cut(must(t, dir, "check"), "passwords\t")
		if found != (len(said) > 0) || said[after] {
			t.Errorf("said %q again", after)
		}
		said[after] = true
		succeeds(t, errors.Join(os.RemoveAll(filepath.Join(dir, "secrets.key")), os.Remove(filepath.Join(dir, "secrets.json"))))
	}

	if len(said) != 4 {
		t.Errorf("%d different sentences: %v", len(said), said)
	}
}
