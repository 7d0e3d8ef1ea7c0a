package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jejaring/model"
)

// read turns a PDF into its text by a program that has nothing to do with ours.
func read(t *testing.T, pdf string, options ...string) string {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatal("pdftotext is missing: install poppler-utils, as make test does")
	}

	text, err := exec.Command(program, append(options, pdf, "-")...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// issue makes the two originals of a PKS and returns their paths.
func issue(t *testing.T, dir, out, id string) []string {
	t.Helper()
	told, _ := warned(t, dir, "letter", "PKS", id, "--out", out, "--json")
	paths := decoded[[]string](t, told)
	if len(paths) != 2 || len(files(t, out)) != 2 {
		t.Fatalf("%v in %v", paths, files(t, out))
	}
	return paths
}

// plain joins the words of a text with single blanks.
func plain(text string) string { return strings.Join(strings.Fields(text), " ") }

// articles are the headings of a PKS about referral: the core clauses, and those of the field after the contact persons.
func articles() []string {
	return []string{"MAKSUD DAN TUJUAN", "RUANG LINGKUP", "HAK DAN KEWAJIBAN PIHAK PERTAMA", "HAK DAN KEWAJIBAN PIHAK KEDUA",
		"PELAKSANAAN DAN NARAHUBUNG", "TATA CARA RUJUKAN", "RUJUK BALIK", "PEMBIAYAAN", "JANGKA WAKTU", "KERAHASIAAN",
		"PELINDUNGAN DATA PRIBADI", "MONITORING DAN EVALUASI", "KEADAAN MEMAKSA", "PENGAKHIRAN", "PENYELESAIAN PERSELISIHAN",
		"KORESPONDENSI", "ADENDUM", "LARANGAN IMBALAN", "LAMPIRAN", "PENUTUP"}
}

func TestLetter_TwoOriginals(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	for n, path := range issue(t, dir, out, agreedOn(t, dir, nil)) {
		layout := read(t, path, "-layout")
		text := plain(layout)
		at := 0
		for _, words := range []string{
			fmt.Sprintf("Rangkap %d/2 — untuk PIHAK %s", n+1, []string{"PERTAMA", "KEDUA"}[n]),
			"PERJANJIAN KERJA SAMA ANTARA KLINIK PRATAMA SAMUDRA MELATI DENGAN RS BUNDA CEMPAKA TENTANG RUJUKAN PASIEN RAWAT JALAN",
			"Nomor: 007/PKS/KLN-SM/XI/2026 Nomor: ....",
			"Pada hari ini, Sabtu, tanggal dua puluh satu bulan November tahun dua ribu dua puluh enam (21-11-2026), bertempat di Kota Tirtasana",
			"selama 2 (dua) tahun terhitung sejak tanggal 1 Desember 2026 sampai dengan tanggal 30 November 2028",
		} {
			found := strings.Index(text[at:], words)
			if found < 0 {
				t.Fatalf("%s: %q is not there, or not in order", path, words)
			}
			at += found
		}

		var headings []string
		for i, m := range regexp.MustCompile(`(?m)^ +Pasal (\d+)\n +(\S.*\S)$`).FindAllStringSubmatch(layout, -1) {
			if m[1] != strconv.Itoa(i+1) {
				t.Errorf("%s: Pasal %s comes as number %d", path, m[1], i+1)
			}
			headings = append(headings, m[2])
		}

		if !slices.Equal(headings, articles()) {
			t.Errorf("%s: %q", path, headings)
		}

		checkPages(t, path, layout)
	}
}

// checkPages looks at what every page carries: its number, and on all but the one with the signatures the boxes for
// initials.
func checkPages(t *testing.T, path, layout string) {
	t.Helper()
	pages := strings.Split(strings.TrimRight(layout, "\f\n"), "\f")
	for i, page := range pages {
		if !strings.Contains(page, fmt.Sprintf("Halaman %d dari %d", i+1, len(pages))) {
			t.Errorf("%s: page %d has no number", path, i+1)
		}
		if initials := strings.Contains(page, "Paraf PIHAK PERTAMA"); initials == strings.Contains(page, "Meterai") {
			t.Errorf("%s: page %d of %d, initials %v", path, i+1, len(pages), initials)
		}
	}
}

// TestLetter_MeteraiUnderTheOtherParty finds the box for the stamp: on the first party's original at the right, where
// the second party signs, and the other way round.
func TestLetter_MeteraiUnderTheOtherParty(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	word := regexp.MustCompile(`<word xMin="([\d.]+)" [^>]*>Meterai</word>`)
	for n, path := range issue(t, dir, out, agreedOn(t, dir, nil)) {
		found := word.FindAllStringSubmatch(read(t, path, "-bbox"), -1)
		if len(found) != 1 {
			t.Fatalf("%s: %d boxes", path, len(found))
		}

		x, err := strconv.ParseFloat(found[0][1], 64)
		if err != nil {
			t.Fatal(err)
		}
		if right := x > 595.0/2; right != (n == 0) {
			t.Errorf("%s: box at %.0f points", path, x)
		}
	}
}

func TestLetter_Bilingual(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	id := agreedOn(t, dir, func(a *model.Agreement) { a.LanguageMode = "bilingual" })
	for _, path := range issue(t, dir, out, id) {
		text := plain(read(t, path))
		layout := read(t, path, "-layout")
		for _, words := range []string{"PERJANJIAN KERJA SAMA", "COOPERATION AGREEMENT", "Nomor: 007/PKS/KLN-SM/XI/2026", "No.: 007/PKS/KLN-SM/XI/2026",
			"tanggal dua puluh satu bulan November tahun dua ribu dua puluh enam", "On this day, Saturday, 21 November 2026", "PIHAK KEDUA / SECOND PARTY"} {
			if !strings.Contains(text, words) {
				t.Errorf("%s: %q is not there", path, words)
			}
		}

		if n := strings.Count(text, "Meterai Rp10.000"); n != 1 {
			t.Errorf("%s: %d boxes for the stamp", path, n)
		}

		for i, m := range regexp.MustCompile(`(?m)^ +Pasal (\d+) +Article (\d+)$`).FindAllStringSubmatch(layout, -1) {
			if m[1] != strconv.Itoa(i+1) || m[2] != m[1] {
				t.Errorf("%s: %q comes as number %d", path, m[0], i+1)
			}
		}

		if !strings.Contains(layout, "Pasal 21") {
			t.Errorf("%s: no Pasal 21", path)
		}
	}
}

func TestLetter_IssuedPapersStayAsTheyAre(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	again := t.TempDir()
	id := agreedOn(t, dir, nil)
	first := issue(t, dir, out, id)
	if got := decoded[record](t, must(t, dir, "show", "agreement", id)); got["status"] != "awaiting_signature" || got["number_own"] != "007/PKS/KLN-SM/XI/2026" {
		t.Errorf("%v %v", got["status"], got["number_own"])
	}

	for n, path := range issue(t, dir, again, id) {
		one, err := os.ReadFile(first[n])
		if err != nil {
			t.Fatal(err)
		}

		two, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(one, two) {
			t.Errorf("%s differs: %v", path, err)
		}

		sum := fmt.Sprintf("%x", sha256.Sum256(one))
		found := decoded[[]record](t, must(t, dir, "list", "documents", "--query", "007/PKS/KLN-SM/XI/2026", "--json"))
		if len(found) != 2 || !slices.ContainsFunc(found, func(r record) bool {
			return r["sha256"] == sum && r["file_name"] == filepath.Base(path) && r["copy_no"] == float64(n+1) && r["status"] == "issued"
		}) {
			t.Errorf("%s is not among the documents: %v", path, found)
		}
	}

	if n := nextNumber(t, dir); n != "008/PKS/KLN-SM/XI/2026" {
		t.Errorf("next number %s", n)
	}

	must(t, dir, "check")
}

func TestLetter_Proposal(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	path := strings.TrimSpace(must(t, dir, "letter", "SPK", agreedOn(t, dir, nil), "--out", out))
	text := plain(read(t, path))
	for _, words := range []string{"/SPK/KLN-SM/XI/2026", "21 November 2026", "RS Bunda Cempaka", "Ratna Wulandari"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not in %s", words, text)
		}
	}

	if strings.Contains(text, "Meterai") {
		t.Error("a letter has no stamp")
	}
}

func TestLetter_ADraftOfASignedAgreementBearsItsOwnDay(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	told, _ := warned(t, dir, "letter", "PKS", "A01", "--draft", "--out", out)
	paths := strings.Fields(told)
	if len(paths) != 2 || filepath.Base(paths[0]) != "PKS-konsep-A01-rangkap-1.pdf" {
		t.Fatalf("%v", paths)
	}
	if text := read(t, paths[0]); !strings.Contains(plain(text), "Pada hari ini, Senin, tanggal dua puluh empat bulan Februari tahun dua ribu dua puluh lima") {
		t.Errorf("%.600s", text)
	}
}

func TestLetter_NoticeOfTheEnd(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	letter := []string{"letter", "SPB-AKH", "A02", "--out", out}
	refused(t, run(t, dir, letter...), "Batas tanggapan", "Rancangan terlampir")
	told, _ := warned(t, dir, append(letter, "--answer-by", "2026-12-07", "--renew-by", "new", "--changes", "jam layanan")...)
	text := plain(read(t, strings.TrimSpace(told)))

	for _, words := range []string{"/SPB-AKH/KLN-SM/", "003/PKS/KLN-SM/XII/2024", "yaitu 23 hari kalender", "penyesuaian pada: jam layanan",
		"paling lambat tanggal 7 Desember 2026", "Rancangan perjanjian baru"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not in %s", words, text)
		}
	}

	refused(t, run(t, dir, "letter", "SPB-AKH", "A10", "--out", out, "--answer-by", "2026-12-07", "--renew-by", "new"), "hanya untuk kerja sama yang sedang berlaku")
	if a := run(t, dir, "letter", "SPK", "A02", "--out", out, "--answer-by", "2026-12-07"); a.code != 2 {
		t.Errorf("an option of another letter: %d, %s", a.code, a.err)
	}
	if a := run(t, dir, append(letter, "--answer-by", "besok")...); a.code != 2 {
		t.Errorf("a day that is none: %d, %s", a.code, a.err)
	}
}
