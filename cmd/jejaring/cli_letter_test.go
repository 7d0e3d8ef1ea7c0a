package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/letter"
	"jejaring/model/testclock"
)

// agreedOn puts a complete agreement about referral with RS Bunda Cempaka into a sample register and returns its
// identifier. Change may take something away.
func agreedOn(t *testing.T, dir string, change func(*model.Agreement)) string {
	t.Helper()
	ctx := context.Background()
	o, err := openOffice(ctx, dir, ownFile, clock{now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer func() {
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
	}()
	id, err := o.Resolve(ctx, "partner", "P02")
	if err != nil {
		t.Fatal(err)
	}

	a := model.NewAgreement(model.Date{Year: 2026, Month: time.November, Day: 21})
	a.Title, a.CooperationField = "Rujukan Pasien Rawat Jalan", "referral"
	a.SignPlace = "Kota Tirtasana"
	a.StartDate = model.Date{Year: 2026, Month: time.December, Day: 1}
	a.EndDate = model.Date{Year: 2028, Month: time.November, Day: 30}
	a.Parties[0].RepName, a.Parties[0].RepPosition = "dr. Ratna Wulandari, M.K.M.", "Penanggung Jawab Klinik"
	a.Parties[0].Authority = "Keputusan Ketua Yayasan Samudra Melati Nomor 001/SK/YSM/2023 tanggal 2 Mei 2023"
	a.Parties[1] = model.Party{Role: "p2", PartnerID: id, RepName: "dr. Hendra Lukito, Sp.OG", RepPosition: "Direktur",
		Authority: "Akta Pendirian Nomor 12 tanggal 3 Maret 2015"}
	a.PICs = []model.PIC{{Party: "p1", Name: "Nur Aisyah, S.E.", Position: "Administrator", Phone: "+6281200000209"},
		{Party: "p2", Name: "Vina Oktaviani, S.K.M.", Position: "Kepala Kerja Sama", Phone: "+6281200010202"}}
	preset, ok := letter.Preset("referral")
	if !ok {
		t.Fatal("no preset for referral")
	}

	preset.Fill(&a)
	if change != nil {
		change(&a)
	}
	if err := o.Agreements().Save(ctx, &a); err != nil {
		t.Fatal(err)
	}

	return fmt.Sprint(a.ID)
}

// nextNumber is the number that the next PKS of that day would take.
func nextNumber(t *testing.T, dir string) string {
	t.Helper()
	o, err := openOffice(context.Background(), dir, ownFile, clock{now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	numbers, err := o.Papers().NextNumbers(context.Background(), "PKS", model.Date{Year: 2026, Month: time.November, Day: 21}, 1)
	if err := errors.Join(err, o.Close()); err != nil {
		t.Fatal(err)
	}
	return numbers[0]
}

// files lists what lies in a folder.
func files(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}

	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}

	return names
}

func TestLetter_DraftTakesNoNumber(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	id := agreedOn(t, dir, nil)
	for code, want := range map[string]int{"PKS": 2, "SPK": 1} {
		told, _ := warned(t, dir, "letter", code, id, "--out", filepath.Join(out, code), "--draft")
		paths := strings.Fields(told)
		if len(paths) != want || len(files(t, filepath.Join(out, code))) != want {
			t.Errorf("%s: %v", code, paths)
		}

		for _, p := range paths {
			if pdf, err := os.ReadFile(p); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
				t.Errorf("%s: %v", p, err)
			}
		}
	}

	if n := nextNumber(t, dir); n != "007/PKS/KLN-SM/XI/2026" {
		t.Errorf("next number %s", n)
	}
	if got := decoded[record](t, must(t, dir, "show", "agreement", id)); got["status"] != "draft" || got["number_own"] != nil {
		t.Errorf("%v %v", got["status"], got["number_own"])
	}
	if got := decoded[[]record](t, must(t, dir, "list", "documents", "--json")); len(got) != 6 {
		t.Errorf("%d documents", len(got))
	}
}

func TestLetter_IncompleteAgreementIsRefused(t *testing.T) {
	dir := withSample(t)
	out := filepath.Join(t.TempDir(), "surat")
	for field, take := range map[string]func(*model.Agreement){
		"scope_items":  func(a *model.Agreement) { a.ScopeItems = nil },
		"goals":        func(a *model.Agreement) { a.Goals = nil },
		"pics":         func(a *model.Agreement) { a.PICs = a.PICs[:1] },
		"obligations":  func(a *model.Agreement) { a.Obligations = a.Obligations[:1] },
		"authority":    func(a *model.Agreement) { a.Parties[1].Authority = "" },
		"bank_account": func(a *model.Agreement) { a.FinancingMode = "tariff" },
	} {
		id := agreedOn(t, dir, take)
		refused(t, run(t, dir, "letter", "PKS", id, "--out", out), field)
		if got := decoded[record](t, must(t, dir, "show", "agreement", id)); got["status"] != "draft" {
			t.Errorf("without %s the agreement is %v", field, got["status"])
		}
	}

	if n := nextNumber(t, dir); n != "007/PKS/KLN-SM/XI/2026" {
		t.Errorf("next number %s", n)
	}
	if found := files(t, out); len(found) != 0 {
		t.Errorf("refused letters left %v", found)
	}

	must(t, dir, "check")
}

func TestLetter_EnglishAloneIsRefused(t *testing.T) {
	dir := withSample(t)
	out := filepath.Join(t.TempDir(), "surat")
	id := agreedOn(t, dir, nil)
	refused(t, run(t, dir, "letter", "PKS", id, "--out", out, "--language", "en"), "bahasa Inggris")
	refused(t, run(t, dir, "letter", "PKS", id, "--out", out, "--language", "en", "--draft"), "bahasa Inggris")
	if n := nextNumber(t, dir); n != "007/PKS/KLN-SM/XI/2026" || len(files(t, out)) != 0 {
		t.Errorf("next number %s, files %v", n, files(t, out))
	}
}

func TestLetter_FolderThatCannotBeWritten(t *testing.T) {
	dir := withSample(t)
	place := filepath.Join(t.TempDir(), "berkas")
	if err := os.WriteFile(place, []byte("no folder"), 0o600); err != nil {
		t.Fatal(err)
	}

	id := agreedOn(t, dir, nil)
	refused(t, run(t, dir, "letter", "PKS", id, "--out", place), "berkas")
	refused(t, run(t, dir, "letter", "PKS", id, "--out", place, "--draft"), "berkas")
	if n := nextNumber(t, dir); n != "007/PKS/KLN-SM/XI/2026" {
		t.Errorf("next number %s", n)
	}
}

func TestLetter_PaperThatCannotBePutInItsPlace(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	id := agreedOn(t, dir, nil)
	taken := filepath.Join(out, "PKS-007-KLN-SM-XI-2026-rangkap-2.pdf")
	if err := os.MkdirAll(filepath.Join(taken, "full"), 0o700); err != nil {
		t.Fatal(err)
	}

	refused(t, run(t, dir, "letter", "PKS", id, "--out", out), "rangkap-2")
	if found := files(t, out); !slices.Equal(found, []string{filepath.Base(taken)}) {
		t.Errorf("the failed letter left %v", found)
	}
	if err := os.RemoveAll(taken); err != nil {
		t.Fatal(err)
	}

	warned(t, dir, "letter", "PKS", id, "--out", out)
	if n := nextNumber(t, dir); n != "008/PKS/KLN-SM/XI/2026" || len(files(t, out)) != 2 {
		t.Errorf("next number %s, files %v", n, files(t, out))
	}
}
