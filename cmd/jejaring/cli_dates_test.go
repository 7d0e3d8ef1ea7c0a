package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestLetter_NeverReplacesAFile(t *testing.T) {
	dir := withSample(t)
	out := filepath.Join(t.TempDir(), "surat", "rujukan")
	mine := filepath.Join(out, "RJK-033-KLN-SM-XI-2026.pdf")
	if err := os.MkdirAll(out, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(mine, []byte("MINE"), 0o600); err != nil {
		t.Fatal(err)
	}

	a := run(t, dir, "--as-of", "2026-11-21", "letter", "RJK", "F33", "--out", out)
	other := filepath.Join(out, "RJK-033-KLN-SM-XI-2026 (2).pdf")
	if a.code != 0 || a.out != other+"\n" || !strings.Contains(a.err, mine+" sudah ada dan tidak diganti") {
		t.Errorf("%d %q %q", a.code, a.out, a.err)
	}
	if kept, _ := os.ReadFile(mine); string(kept) != "MINE" {
		t.Error("the file that was there was replaced")
	}
	if pdf, _ := os.ReadFile(other); !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Errorf("%.10q", pdf)
	}
	if again := run(t, dir, "letter", "RJK", "F33", "--out", out); again.out != other+"\n" || len(files(t, out)) != 2 {
		t.Errorf("written once more: %q, %v", again.out, files(t, out))
	}
}

func TestLetter_FoldersAreForTheirOwnerAlone(t *testing.T) {
	dir := withSample(t)
	base := t.TempDir()
	out := filepath.Join(base, "a", "b")
	must(t, dir, "letter", "RJK", "F33", "--out", out)
	for _, path := range []string{out, filepath.Dir(out)} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: %v %v", path, info.Mode(), err)
		}
	}
}

func TestLetter_AnErrorInWritingSaysThatItWasIssued(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	blocked := filepath.Join(out, "RJK-033-KLN-SM-XI-2026.pdf")
	if err := os.Mkdir(blocked, 0o700); err != nil {
		t.Fatal(err)
	}

	refused(t, run(t, dir, "letter", "RJK", "F33", "--out", out), "033/RJK/KLN-SM/XI/2026 SUDAH TERBIT", "Surat di jendela", blocked)
	if got := decoded[record](t, must(t, dir, "show", "referral", "F33")); got["status"] != "issued" {
		t.Errorf("the referral is %v", got["status"])
	}
	if a := run(t, dir, "letter", "RJK", "F33", "--out", t.TempDir()); a.code != 0 || !strings.Contains(a.out, "RJK-033-KLN-SM-XI-2026.pdf") {
		t.Errorf("the same command with another folder: %d %s", a.code, a.err)
	}

	refused(t, run(t, dir, "letter", "UND", "T08", "--partner", "P99", "--out", out))
}

// TestLetter_DatesThatContradictAreSaid asks for letters with dates that do not fit, by the command.
func TestLetter_DatesThatContradictAreSaid(t *testing.T) {
	for _, c := range []struct {
		args string
		says []string
		code int
	}{
		{"RJK F33 --date 2026-11-10", []string{"mendahului nomor sebelumnya: 032/RJK/KLN-SM/XI/2026 bertanggal", "bertanggal lain daripada rujukannya"}, 0},
		{"RJK F33 --date 2026-11-10 --draft", []string{"mendahului nomor sebelumnya"}, 0},
		{"RJK F33 --date 9999-12-31", []string{"Tahun 9999 tidak mungkin"}, 1},
		{"RJK F33 --date 0900-01-01", []string{"Tahun 900 tidak mungkin"}, 1},
		{"RJK F33 --date 2025-12-31", []string{"bertanggal tahun 2025"}, 0},
		{"RJK F33 --date 2027-01-02", []string{"bertanggal tahun 2027"}, 0},
		{"UND T07 --partner P04 --date 2026-11-20 --draft", []string{"setelah pelatihan dimulai"}, 0},
		{"SRT T07 --date 2026-10-01 --draft", []string{"sebelum pelatihan selesai"}, 0},
		{"PKS A01 --date 2026-11-21 --draft", []string{"mulai berlaku", "sebelum tanggal 21 November 2026"}, 0},
	} {
		dir := withSample(t)
		args := append([]string{"--as-of", "2026-11-21", "letter"}, strings.Fields(c.args)...)
		a := run(t, dir, append(args, "--out", t.TempDir())...)
		if a.code != c.code {
			t.Errorf("%s: exit code %d, %s", c.args, a.code, a.err)
		}

		for _, words := range c.says {
			if !strings.Contains(a.err, words) {
				t.Errorf("%s: %q is not said in %q", c.args, words, a.err)
			}
		}

		if slices.Contains(strings.Fields(a.out), "Peringatan") {
			t.Errorf("%s: a warning among the results: %q", c.args, a.out)
		}
	}
}
