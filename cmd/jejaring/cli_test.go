package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejaring/model/testclock"
)

// answer is what a person or a script sees of one run of the program.
type answer struct {
	code     int
	out, err string
}

// run starts a command on a data folder, without a window.
func run(t *testing.T, dir string, args ...string) answer {
	t.Helper()
	t.Setenv("JEJARING_NO_KEYRING", "1")
	return runWithKeyring(t, dir, args...)
}

// runWithKeyring is run with the keyring of the system, which a test replaces by one of its own first.
func runWithKeyring(t *testing.T, dir string, args ...string) answer {
	t.Helper()
	t.Setenv("JEJARING_LANGUAGE", "id")
	o, rest, err := parseGlobal(append([]string{"--data", dir}, args...))
	if err != nil {
		t.Fatal(err)
	}

	var out, errOut bytes.Buffer
	o.now = testclock.New()
	code := runCommand(o, rest, &out, &errOut)
	return answer{code, out.String(), errOut.String()}
}

// must runs a command that has to succeed in silence.
func must(t *testing.T, dir string, args ...string) string {
	t.Helper()
	a := run(t, dir, args...)
	if a.code != 0 || a.err != "" {
		t.Fatalf("%v: exit code %d\n%s%s", args, a.code, a.out, a.err)
	}
	return a.out
}

// warned runs a command that has to succeed; what it says on stderr is warnings alone, one on a line.
func warned(t *testing.T, dir string, args ...string) (out string, warnings []string) {
	t.Helper()
	a := run(t, dir, args...)
	warnings = strings.Split(strings.TrimSuffix(a.err, "\n"), "\n")
	if a.code != 0 || slices.ContainsFunc(warnings, func(line string) bool { return line != "" && !strings.HasPrefix(line, "jejaring: Peringatan — ") }) {
		t.Fatalf("%v: exit code %d\n%s%s", args, a.code, a.out, a.err)
	}
	return a.out, warnings
}

// refused checks that a command failed with one line that holds all words, and printed nothing else.
func refused(t *testing.T, a answer, words ...string) {
	t.Helper()
	if a.code != 1 || a.out != "" || strings.Count(a.err, "\n") != 1 {
		t.Errorf("exit code %d, stdout %q, stderr %q", a.code, a.out, a.err)
	}

	for _, w := range words {
		if !strings.Contains(a.err, w) {
			t.Errorf("%q is not said in %q", w, a.err)
		}
	}
}

// decoded reads an answer that must be one JSON value and nothing else.
func decoded[T any](t *testing.T, text string) T {
	t.Helper()
	var value T
	reader := json.NewDecoder(strings.NewReader(text))
	if err := reader.Decode(&value); err != nil {
		t.Fatalf("no JSON: %v\n%s", err, text)
	}
	if reader.More() {
		t.Fatalf("more than one JSON value:\n%s", text)
	}

	return value
}

type record = map[string]any

// withSample returns a data folder that holds the fictitious clinic.
func withSample(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if out := must(t, dir, "sample"); out != "" {
		t.Errorf("sample said %q", out)
	}
	return dir
}

func TestSample_FillsAnEmptyRegisterOnly(t *testing.T) {
	dir := withSample(t)
	before := must(t, dir, "list", "agreements", "--json")
	refused(t, run(t, dir, "sample"), "kosong", "tidak berubah")
	if after := must(t, dir, "list", "agreements", "--json"); after != before {
		t.Error("the refused sample changed the register")
	}
}

func TestSample_FromAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "klinik.json")
	if err := os.WriteFile(file, []byte(`{"clinic_profile": {}, "magic": 1}`), 0o600); err != nil {
		t.Fatal(err)
	}

	dir := t.TempDir()
	refused(t, run(t, dir, "sample", "--from", file), "magic")
	refused(t, run(t, dir, "sample", "--from", file+"x"), "klinik.jsonx")
	if got := decoded[[]record](t, must(t, dir, "list", "partners", "--json")); len(got) != 0 {
		t.Errorf("%d partners after a refused sample", len(got))
	}

	must(t, dir, "sample", "--from", filepath.Join(root, "assets", "sample.json"))
	if got := decoded[[]record](t, must(t, dir, "list", "partners", "--json")); len(got) != 12 {
		t.Errorf("%d partners", len(got))
	}
}

func TestList_CountsOfTheSample(t *testing.T) {
	dir := withSample(t)
	for kind, want := range map[string]int{"agreements": 18, "partners": 12, "staff": 10, "numbers": 82, "documents": 6,
		"messages": 0, "mailboxes": 0} {
		if got := decoded[[]record](t, must(t, dir, "list", kind, "--json")); len(got) != want {
			t.Errorf("%s: %d, want %d", kind, len(got), want)
		}
		if lines := strings.Count(must(t, dir, "list", kind), "\n"); lines != want {
			t.Errorf("%s: %d lines, want %d", kind, lines, want)
		}
	}

	if got := decoded[[]record](t, must(t, dir, "list", "legal_bases", "--json")); len(got) == 0 {
		t.Error("no legal bases")
	}
}

func TestList_ByWords(t *testing.T) {
	dir := withSample(t)
	for _, c := range []struct {
		kind, query string
		codes       []string
	}{
		{"partners", "bunda", []string{"P02"}},
		{"partners", "CEMP bund", []string{"P02"}},
		{"agreements", "limbah", []string{"A12", "A13"}},
		{"agreements", "006/PKS/KLN-SM/XI/2026", []string{"A18"}},
		{"staff", "aisyah", []string{"S09"}},
		{"partners", "tidak ada yang begini", nil},
		{"partners", "bunda'; DROP TABLE partner", nil},
	} {
		var codes []string
		for _, r := range decoded[[]record](t, must(t, dir, "list", c.kind, "--query", c.query, "--json")) {
			codes = append(codes, r["code"].(string))
		}
		slices.Sort(codes)
		if !slices.Equal(codes, c.codes) {
			t.Errorf("%s %q: %v, want %v", c.kind, c.query, codes, c.codes)
		}
	}
}

func TestCommands_AMistypedFolderIsNoEmptyRegister(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "salah", "ketik")
	for _, args := range [][]string{{"list", "partners"}, {"show", "partner", "P01"}, {"check"}, {"sync"}, {"report", "kpi"}, {"key", "recovery"},
		{"letter", "PKS", "A01", "--draft", "--out", t.TempDir()}} {
		refused(t, run(t, dir, args...), "tidak ada register", filepath.Join(dir, "register.db"))
		if _, err := os.Stat(filepath.Dir(dir)); !os.IsNotExist(err) {
			t.Fatalf("%v made a folder", args)
		}
	}

	must(t, dir, "sample")
	must(t, dir, "check")
}
