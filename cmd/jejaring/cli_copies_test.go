package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/testclock"
)

// backedUp saves a copy of a data folder, and returns its path.
func backedUp(t *testing.T, dir string) string {
	t.Helper()
	return copiedTo(t, dir, t.TempDir())
}

// copiedTo saves a copy in a folder; the command may say that it is on the same disk.
func copiedTo(t *testing.T, dir, folder string) string {
	t.Helper()
	a := run(t, dir, "backup", folder, "--json")
	if a.code != 0 {
		t.Fatal(a.err)
	}
	return decoded[saved](t, a.out).Path
}

// everything is what the commands show of all records, with the patients' identities; when something was changed and by
// whom is left out.
func everything(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	for _, kind := range []string{"partners", "agreements", "staff", "documents", "numbers", "legal_bases", "referrals", "trainings", "skp", "patients", "obstacles"} {
		all.WriteString(must(t, dir, "list", kind, "--json"))
		for _, r := range decoded[[]record](t, must(t, dir, "list", kind, "--json")) {
			if id, ok := r["id"].(float64); ok && (kind == "patients" || kind == "referrals" || kind == "agreements") {
				all.WriteString(must(t, dir, "show", strings.TrimSuffix(kind, "s"), fmt.Sprint(int(id)), "--json", "--identity"))
			}
		}
	}

	return all.String()
}

// TestRestore_OnAnotherComputerFromACopyAndTheRecoverySheet gives two letters, copies, and begins anew in an empty folder with
// nothing but the copy and the sheet.
func TestRestore_OnAnotherComputerFromACopyAndTheRecoverySheet(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	must(t, dir, "letter", "RJK", "F33", "--out", out)
	sheet := filepath.Join(t.TempDir(), "sheet.txt")
	if err := os.WriteFile(sheet, []byte(must(t, dir, "key", "recovery")), 0o600); err != nil {
		t.Fatal(err)
	}

	copied := backedUp(t, dir)
	want := everything(t, dir)
	other := filepath.Join(t.TempDir(), "baru")
	refused(t, run(t, other, "restore", copied), "nomor terakhir", "--last RJK/2026=33", "--none-since")
	if _, err := os.Stat(filepath.Join(other, ownFile)); err == nil {
		t.Error("a refused restore made a register")
	}

	must(t, other, "restore", copied, "--none-since", "--code-file", sheet)
	if got := everything(t, other); got != want {
		t.Errorf("the restored register differs:\n%s", firstDifference(got, want))
	}
	if !strings.Contains(want, "Pratiwi") && !strings.Contains(want, `"nik"`) {
		t.Error("no identity was compared")
	}

	must(t, other, "check")
	must(t, other, "letter", "SPK", agreedOn(t, other, nil), "--out", t.TempDir())
	numbers := decoded[[]record](t, must(t, other, "list", "numbers", "--json"))
	seen := map[string]bool{}
	for _, n := range numbers {
		if seen[n["formatted"].(string)] {
			t.Errorf("%s was given twice", n["formatted"])
		}
		seen[n["formatted"].(string)] = true
	}
}

// firstDifference shows where two texts part.
func firstDifference(a, b string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[max(0, i-200):min(len(a), i+100)] + "\n--- instead of\n" + b[max(0, i-200):min(len(b), i+100)]
		}
	}
	return "one ends before the other"
}

func TestRestore_TheLastNumberThatIsToldIsNotGivenAgain(t *testing.T) {
	dir := withSample(t)
	copied := backedUp(t, dir)
	must(t, dir, "letter", "RJK", "F33", "--out", t.TempDir())
	other := t.TempDir()
	a := run(t, other, "restore", copied, "--last", "RJK/2026=33")
	if a.code != 0 || !strings.Contains(a.out, "033/RJK/KLN-SM/…/2026") || !strings.Contains(a.err, "lembar pemulihan") {
		t.Errorf("%+v", a)
	}

	out := t.TempDir()
	a = run(t, other, "key", "restore", "--code-file", codeOf(t, dir))
	if a.code != 0 {
		t.Fatal(a.err)
	}

	must(t, other, "letter", "RJK", "F33", "--out", out)
	files, _ := filepath.Glob(filepath.Join(out, "RJK-034-*.pdf"))
	if len(files) != 1 {
		all, _ := filepath.Glob(filepath.Join(out, "*"))
		t.Errorf("the next letter is %v", all)
	}

	must(t, other, "check")
}

// codeOf writes the recovery code of a data folder into a file.
func codeOf(t *testing.T, dir string) string {
	t.Helper()
	sheet := filepath.Join(t.TempDir(), "sheet.txt")
	if err := os.WriteFile(sheet, []byte(must(t, dir, "key", "recovery")), 0o600); err != nil {
		t.Fatal(err)
	}
	return sheet
}

// TestLetter_AnOlderRegisterPutBackByHandGivesNoNumberTwice is the case restore-number-reused.
func TestLetter_AnOlderRegisterPutBackByHandGivesNoNumberTwice(t *testing.T) {
	dir := withSample(t)
	path := filepath.Join(dir, ownFile)
	old, err := os.ReadFile(path)
	succeeds(t, err)
	must(t, dir, "--as-of", "2026-11-21", "letter", "RJK", "F33", "--out", t.TempDir())
	succeeds(t, os.WriteFile(path, old, 0o600))
	out := t.TempDir()
	a := run(t, dir, "--as-of", "2026-11-22", "letter", "RJK", "F33", "--date", "2026-11-22", "--out", out)
	if a.code != 0 || !strings.Contains(a.err, "033/RJK/KLN-SM/XI/2026") || !strings.Contains(a.err, "lebih tua") {
		t.Errorf("%+v", a)
	}

	if files, _ := filepath.Glob(filepath.Join(out, "RJK-034-*.pdf")); len(files) != 1 {
		all, _ := filepath.Glob(filepath.Join(out, "*"))
		t.Errorf("the second letter is %v", all)
	}
}

func TestVerify_TellsSoundCopiesFromDamagedOnes(t *testing.T) {
	dir := withSample(t)
	copied := backedUp(t, dir)
	if out := must(t, dir, "verify", copied); !strings.Contains(out, "Utuh") || !strings.Contains(out, "12 mitra, 18 perjanjian, 40 rujukan") ||
		!strings.Contains(out, "Klinik Pratama Samudra Melati") {
		t.Errorf("%q", out)
	}

	raw, err := os.ReadFile(copied)
	succeeds(t, err)
	raw[len(raw)/3] ^= 16
	succeeds(t, os.WriteFile(copied, raw, 0o600))
	a := run(t, dir, "verify", copied)
	if a.code != 1 || !strings.Contains(a.out, "Rusak") || !strings.Contains(a.err, copied) {
		t.Errorf("%+v", a)
	}
	if a := run(t, dir, "restore", copied); a.code != 1 || !strings.Contains(a.err, "rusak") {
		t.Errorf("%+v", a)
	}

	raw[len(raw)/3] ^= 16
	succeeds(t, os.WriteFile(copied, raw[:len(raw)-64], 0o600))
	refused(t, run(t, dir, "restore", copied), "checksum")
	must(t, dir, "restore", copied, "--without-checksum")
	a = run(t, dir, "verify", "--json")
	all := decoded[[]model.Copy](t, a.out)
	if a.code != 1 || len(all) != 1 || all[0].Kind != model.CopyAside || all[0].Sum != model.SumMissing {
		t.Errorf("%+v, %s", all, a.err)
	}
}

func TestBackup_WhereItCannot(t *testing.T) {
	dir := withSample(t)
	refused(t, run(t, dir, "backup", filepath.Join(dir, "stik")), "tidak ada", "dilepas")
	if a := run(t, dir, "backup"); a.code != 2 {
		t.Errorf("without a folder: %+v", a)
	}

	refused(t, run(t, t.TempDir(), "backup", dir), "tidak ada register")
	a := run(t, dir, "backup", dir)
	if a.code != 0 || !strings.Contains(a.err, "diska yang sama") {
		t.Errorf("on the same disk: %+v", a)
	}
}

func TestBackup_OnAnotherDiskIsRemembered(t *testing.T) {
	dir := withSample(t)
	outside, err := os.MkdirTemp("/dev/shm", "jejaring-*")
	if err != nil || sameDisk(dir, outside) {
		t.Skip("there is no second disk here")
	}

	defer os.RemoveAll(outside)
	a := run(t, dir, "backup", outside, "--json")
	if a.code != 0 || a.err != "" || !decoded[saved](t, a.out).Outside {
		t.Errorf("%+v", a)
	}

	s, err := store.Open(t.Context(), filepath.Join(dir, ownFile), store.Options{Actor: "uji", Now: testclock.New()})
	succeeds(t, err)
	defer s.Close()
	u, err := s.Copies().Upkeep(t.Context())
	if err != nil || u.OutsideFolder != outside || u.OutsideAt.IsZero() {
		t.Errorf("%+v, %v", u, err)
	}
}

func TestRestore_UnderAnOpenWindowIsRefused(t *testing.T) {
	dir := withSample(t)
	copied := backedUp(t, dir)
	one, err := claim(dir, func() {})
	succeeds(t, err)
	refused(t, run(t, dir, "restore", copied), "sedang dibuka program lain")
	one.release()
	must(t, dir, "restore", copied)

	if all, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || slices.ContainsFunc(all, func(name string) bool {
		return strings.Contains(name, ".restore") || strings.Contains(name, ".aside") || strings.HasSuffix(name, "-wal")
	}) {
		t.Errorf("beside the register: %v", all)
	}
}
