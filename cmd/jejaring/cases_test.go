package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jejaring/assets"
)

// swap is one place of the sample that a case has otherwise.
type swap struct {
	Path string `json:"path"`
	Now  any    `json:"now"`
}

// changed is a register of the sample with changes.
func changed(t *testing.T, changes ...swap) string {
	t.Helper()
	var sample map[string]any
	fatal(t, json.Unmarshal(assets.Sample, &sample))
	for _, c := range changes {
		m := regexp.MustCompile(`^(\w+)\[(\d+)\]\.(\w+)$`).FindStringSubmatch(c.Path)
		at, err := strconv.Atoi(m[2])
		fatal(t, err)
		sample[m[1]].([]any)[at].(map[string]any)[m[3]] = c.Now
	}

	body, err := json.Marshal(sample)
	fatal(t, err)
	dir := t.TempDir()
	file := filepath.Join(t.TempDir(), "sample.json")
	fatal(t, os.WriteFile(file, body, 0o600))
	must(t, dir, "sample", "--from", file)

	return dir
}

// ofCase are the changes of a case.
func ofCase(t *testing.T, name string) (changes []swap) {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", "cases", name+".changes.json"))
	fatal(t, err)
	fatal(t, json.Unmarshal(body, &changes))
	return changes
}

// listed are the codes of the records that list shows, in their order.
func listed(t *testing.T, dir string, args ...string) (found []string) {
	t.Helper()
	for line := range strings.Lines(must(t, dir, append([]string{"list"}, args...)...)) {
		found = append(found, strings.Fields(line)[0])
	}
	return found
}

func TestList_FindsNumbersTelephonesAndNamesAsPeopleWriteThem(t *testing.T) {
	dir := changed(t, ofCase(t, "a")...)
	for _, c := range []struct {
		kind, query string
		want        []string
	}{
		{"agreements", "3/PKS/KLN-SM/XII/2024", []string{"A02"}}, {"agreements", "003/PKS/KLN-SM/XII/2024", []string{"A02"}},
		{"agreements", "003/PKS/KLN–SM/XII/2024", []string{"A02"}}, {"agreements", "3 / pks / kln‑sm / xii / 2024", []string{"A02"}},
		{"agreements", "No. 3/PKS/KLN-SM/XII/2024", []string{"A02"}}, {"agreements", "PKS-003-KLN-SM-XII-2024-rangkap-1.pdf", []string{"A02"}},
		{"agreements", "PKS-003-KLN-SM-XII-2024.pdf", []string{"A02"}}, {"agreements", "PKS_003_KLN_SM_XII_2024", []string{"A02"}},
		{"agreements", "PKS-003-KLN-SM-XII-2024-rangkap-2 (1).PDF", []string{"A02"}}, {"agreements", "０３/PKS/KLN-SM/XII/2024", []string{"A02"}},
		{"agreements", "2/PKS", []string{"A01", "A09", "A12"}}, {"agreements", "002/PKS", []string{"A01", "A09", "A12"}},
		{"partners", "081200010101", []string{"P01"}}, {"partners", "0812-0001-0101", []string{"P01"}}, {"partners", "+62 812 0001 0101", []string{"P01"}},
		{"partners", "+62 (0)812-0001-0101", []string{"P01"}}, {"partners", "+6281200010101", []string{"P01"}}, {"partners", "08120001010", []string{"P01"}},
		{"partners", "(0999) 000201", []string{"P01"}}, {"partners", "0999 000201", []string{"P01"}}, {"partners", "0812‑0001‑0101", []string{"P01"}},
		{"partners", "maarif", []string{"P08"}}, {"partners", "ma'arif", []string{"P08"}}, {"partners", "Ma’arif", []string{"P08"}}, {"partners", "jumat", []string{"P11"}},
		{"partners", "Jum'at Sehat", []string{"P11"}}, {"partners", "elan", []string{"P07"}}, {"partners", "Élan", []string{"P07"}},
		{"partners", "081299999999", nil}, {"agreements", "33/PKS/KLN-SM/XII/2024", nil}, {"agreements", "PKS-013-KLN-SM-XII-2024-rangkap-1.pdf", nil},
	} {
		got := listed(t, dir, c.kind, "--query", c.query)
		if slices.Sort(got); !slices.Equal(got, c.want) {
			t.Errorf("%s %q: %v, want %v", c.kind, c.query, got, c.want)
		}
	}

	if got := listed(t, dir, "agreements", "--query", "5/PKS"); !slices.Contains(got, "A03") || len(got) > 4 {
		t.Errorf("5/PKS: %v", got)
	}
}

func TestList_DaysAreThoseOfTheClinic(t *testing.T) {
	dir := changed(t, ofCase(t, "l-mid")...)
	for line := range strings.Lines(must(t, dir, "list", "referrals")) {
		if strings.HasPrefix(line, "F33") && !strings.Contains(line, "2026-11-21") {
			t.Error(line)
		}
	}
}

func TestLetter_PrintsWhatHasAnExactSubstitute(t *testing.T) {
	for _, name := range []string{"f-hyphen", "f-celsius", "f-nbsp"} {
		dir := changed(t, ofCase(t, name)...)
		out := must(t, dir, "--as-of", "2026-11-21", "letter", "RJK", "F33", "--draft", "--out", t.TempDir())
		if !strings.HasSuffix(strings.TrimSpace(out), ".pdf") {
			t.Errorf("%s: %q", name, out)
		}
	}

	dir := changed(t, swap{"referrals[32].reason_text", "nyeri 😀"})
	refused(t, run(t, dir, "--as-of", "2026-11-21", "letter", "RJK", "F33", "--draft", "--out", t.TempDir()), "reason_text", "😀")
}

func fatal(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestList_SortsNumbersAsNumbers(t *testing.T) {
	dir := changed(t, ofCase(t, "nat")...)
	all := must(t, dir, "list", "partners")
	one := strings.Index(all, "Kenanga 1\t")
	two := strings.Index(all, "Kenanga 2\t")
	ten := strings.Index(all, "Kenanga 10\t")
	if one < 0 || one > two || two > ten {
		t.Errorf("1 stands at %d, 2 at %d, 10 at %d:\n%s", one, two, ten, all)
	}
}
