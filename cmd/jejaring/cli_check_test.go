package main

import (
	"bytes"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tamper changes a register file behind the program's back.
func tamper(t testing.TB, dir string, statements ...string) {
	t.Helper()
	path := (&url.URL{Path: filepath.Join(dir, ownFile)}).EscapedPath()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}

	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}

	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

type findings struct {
	OK       bool
	Findings []struct{ Code, Detail string }
}

func TestCheck_SoundRegister(t *testing.T) {
	dir := withSample(t)
	issue(t, dir, t.TempDir(), agreedOn(t, dir, nil))
	if got := must(t, dir, "check"); got != "ok\n" {
		t.Errorf("%q", got)
	}
	if got := decoded[findings](t, must(t, dir, "check", "--json")); !got.OK || got.Findings == nil || len(got.Findings) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestCheck_FindsDamage(t *testing.T) {
	for _, c := range []struct{ finding, statement string }{
		{"sha256", "UPDATE document_body SET body = zeroblob(length(body)) WHERE document_id = (SELECT max(document_id) FROM document_body)"},
		{"number_gap", "DELETE FROM number_entry WHERE formatted = '031/RJK/KLN-SM/XI/2026'"},
		{"foreign_key", "PRAGMA foreign_keys = OFF; UPDATE agreement_party SET partner_id = 4711 WHERE partner_id = 2"},
	} {
		t.Run(c.finding, func(t *testing.T) {
			dir := withSample(t)
			issue(t, dir, t.TempDir(), agreedOn(t, dir, nil))
			tamper(t, dir, c.statement)
			a := run(t, dir, "check")
			if a.code != 1 || !strings.Contains(a.out, c.finding+"\t") || strings.Count(a.err, "\n") != 1 {
				t.Errorf("exit code %d, stdout %q, stderr %q", a.code, a.out, a.err)
			}

			a = run(t, dir, "check", "--json")
			got := decoded[findings](t, a.out)
			if a.code != 1 || got.OK || len(got.Findings) == 0 || got.Findings[0].Code != c.finding {
				t.Errorf("exit code %d, %+v, stderr %q", a.code, got, a.err)
			}
		})
	}
}

// TestRegister_ThatCannotBeOpened tries every kind of file that is no register of ours: one line says so, and the file
// stays exactly as it was.
func TestRegister_ThatCannotBeOpened(t *testing.T) {
	sound := withSample(t)
	whole, err := os.ReadFile(filepath.Join(sound, ownFile))
	if err != nil {
		t.Fatal(err)
	}

	tamper(t, sound, "PRAGMA user_version = 9999")
	newer, err := os.ReadFile(filepath.Join(sound, ownFile))
	if err != nil {
		t.Fatal(err)
	}

	damaged := bytes.Clone(whole)
	copy(damaged[100:4000], bytes.Repeat([]byte("kopi tumpah "), 325))
	for name, c := range map[string]struct {
		content []byte
		words   string
	}{
		"text":      {[]byte(strings.Repeat("Ini bukan buku kerja sama. ", 1000)), "rusak"},
		"damaged":   {damaged, "rusak"},
		"cut off":   {whole[:len(whole)/2], "rusak"},
		"too newer": {newer, "lebih baru"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, ownFile)
			if err := os.WriteFile(path, c.content, 0o600); err != nil {
				t.Fatal(err)
			}

			for _, line := range []string{"list partners --json", "check --json", "sample", "sync --json"} {
				refused(t, run(t, dir, strings.Fields(line)...), c.words)
			}

			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(after, c.content) {
				t.Errorf("the file has changed: %v", err)
			}
			if found := files(t, dir); len(found) != 1 {
				t.Errorf("the folder holds %v", found)
			}
		})
	}
}

func TestRegister_InAFolderThatCannotBeWritten(t *testing.T) {
	dir := withSample(t)
	whole, err := os.ReadFile(filepath.Join(dir, ownFile))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, ownFile), 0o400); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}

	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	if f, err := os.CreateTemp(dir, "probe"); err == nil {
		_ = f.Close()
		_ = os.Remove(f.Name())
		t.Skip("this user may write everywhere")
	}

	refused(t, run(t, dir, "list", "partners"), "hanya dapat dibaca")
	refused(t, run(t, filepath.Join(dir, "below"), "list", "partners"))
	if after, err := os.ReadFile(filepath.Join(dir, ownFile)); err != nil || !bytes.Equal(after, whole) {
		t.Errorf("the file has changed: %v", err)
	}
}

func TestCheck_SaysWhatIsWrongWithTheNoteOfTheKey(t *testing.T) {
	dir := withSample(t)
	note := filepath.Join(dir, "patients.json")
	for words, harm := range map[string]func() error{
		"rusak":  func() error { return os.WriteFile(note, []byte("kopi"), 0o600) },
		"hilang": func() error { return os.Remove(note) },
	} {
		succeeds(t, harm())
		if got := must(t, dir, "check"); !strings.Contains(got, "key\tcatatan tentang kunci identitas pasien "+words) || !strings.HasSuffix(got, "ok\n") {
			t.Errorf("%q", got)
		}
		if got := must(t, dir, "check"); got != "ok\n" {
			t.Errorf("after it was mended: %q", got)
		}
	}

	succeeds(t, os.WriteFile(filepath.Join(dir, "patients.key"), []byte("kopi"), 0o600))
	if got := run(t, dir, "check"); !strings.Contains(got.out, "key\tKunci identitas pasien di komputer ini rusak.") {
		t.Errorf("%+v", got)
	}
}
