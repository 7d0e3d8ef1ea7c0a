package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/testclock"
)

func TestPatients_AreMaskedUnlessIdentityIsAskedFor(t *testing.T) {
	dir := withSample(t)
	if got := must(t, dir, "list", "patients"); strings.Count(got, "\n") != 30 || !strings.Contains(got, "PT01\tB.C.\tSM-000001\n") || strings.Contains(got, "Budi") {
		t.Errorf("%s", got)
	}
	if got := must(t, dir, "show", "patient", "PT01"); strings.Contains(got, "Budi") || !strings.Contains(got, "B.C.") {
		t.Errorf("%s", got)
	}
	if got := must(t, dir, "list", "patients", "--query", "9999991203619001"); got != "PT01\tB.C.\tSM-000001\n" {
		t.Errorf("by NIK: %q", got)
	}
	if got := decoded[record](t, must(t, dir, "show", "patient", "PT01", "--identity")); got["name"] != "Budi Contoh" || got["nik"] != "9999991203619001" {
		t.Errorf("%v", got)
	}
	if got := must(t, dir, "show", "referral", "F01"); strings.Contains(got, "Budi") || strings.Contains(got, "0000999000001") || !strings.Contains(got, "B.C.") {
		t.Errorf("%s", got)
	}
	if got := must(t, dir, "show", "referral", "F01", "--identity"); !strings.Contains(got, "Budi Contoh") {
		t.Errorf("%s", got)
	}
}

func TestList_ReferralsTrainingsAndCredits(t *testing.T) {
	dir := withSample(t)
	for kind, want := range map[string]int{"referrals": 40, "trainings": 10, "skp": 5, "obstacles": 10, "evaluations": 3} {
		if got := decoded[[]record](t, must(t, dir, "list", kind, "--json")); len(got) != want {
			t.Errorf("%d %s", len(got), kind)
		}
	}

	got := decoded[record](t, must(t, dir, "show", "referral", "010/RJK/KLN-SM/III/2026"))
	if got["status"] == "" || got["direction"] != "out" {
		t.Errorf("%v", got)
	}
	if got := decoded[record](t, must(t, dir, "show", "training", "TR-2026-006")); got["jpl_total"] != 20.0 {
		t.Errorf("%v", got)
	}
}

func TestReport_KeyFigures(t *testing.T) {
	dir := withSample(t)
	got := decoded[record](t, must(t, dir, "report", "kpi", "--json"))
	if got["as_of"] != "2026-11-21" || got["K05_outgoing"] != 31.0 || got["K08_acceptance_pct"] != 84.6 || got["K17_mean_gain"] != 27.06 {
		t.Errorf("%v", got)
	}

	got = decoded[record](t, must(t, dir, "report", "kpi", "--json", "--as-of", "2026-06-20"))
	if got["as_of"] != "2026-06-20" || got["K05_outgoing"] != 21.0 {
		t.Errorf("%v", got)
	}
	if text := must(t, dir, "report", "kpi"); !strings.Contains(text, "K01_active\t9\n") {
		t.Errorf("%s", text)
	}

	for _, line := range []string{"report", "report sales", "report kpi --as-of kemarin", "key", "key restore", "key recovery now"} {
		if a := run(t, dir, strings.Fields(line)...); a.code != 2 {
			t.Errorf("%s: exit code %d", line, a.code)
		}
	}
}

func TestKey_LostAndBroughtBack(t *testing.T) {
	dir := withSample(t)
	sheet := filepath.Join(t.TempDir(), "lembar")
	code := must(t, dir, "key", "recovery")
	for _, name := range []string{"patients.key", "patients.json"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}

	if a := run(t, dir, "show", "patient", "PT01", "--identity"); a.code != 1 || a.out != "" {
		t.Errorf("%+v", a)
	}

	must(t, dir, "list", "referrals")
	if got := must(t, dir, "check"); got != "sealed\tidentitas pasien tidak diperiksa, karena kuncinya tidak ada\nok\n" {
		t.Errorf("check says %q", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "patients.key")); err == nil {
		t.Error("a new key was made for a register that has one")
	}

	other := must(t, withSample(t), "key", "recovery")
	for text, says := range map[string]string{other: "milik register lain", "kopi": "salah ketik", code[:60]: "salah ketik"} {
		if err := os.WriteFile(sheet, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		refused(t, run(t, dir, "key", "restore", "--code-file", sheet), says)
	}

	if err := os.WriteFile(sheet, []byte(strings.ToLower(strings.ReplaceAll(code, "-", " "))), 0o600); err != nil {
		t.Fatal(err)
	}

	must(t, dir, "key", "restore", "--code-file", sheet)
	if got := decoded[record](t, must(t, dir, "show", "patient", "PT01", "--identity")); got["name"] != "Budi Contoh" {
		t.Errorf("%v", got)
	}
}

func TestLetter_ReferralIsIssuedOnceAndWrittenAgain(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	first := must(t, dir, "letter", "RJK", "F33", "--out", out)
	again := must(t, dir, "letter", "RJK", "F33", "--out", out)
	if first != again || strings.Count(first, "\n") != 1 {
		t.Errorf("%q, then %q", first, again)
	}
	if got := decoded[record](t, must(t, dir, "show", "referral", "F33")); got["status"] != "issued" || got["referral_no"] != "033/RJK/KLN-SM/XI/2026" {
		t.Errorf("%v %v", got["status"], got["referral_no"])
	}

	refused(t, run(t, dir, "letter", "SRB", "F01", "--out", out))
	refused(t, run(t, dir, "letter", "RJK", "F31", "--out", out))
	must(t, dir, "check")
}

func TestLetter_PapersOfATraining(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	refused(t, run(t, dir, "letter", "DH", "T08", "--out", out), "place")
	complete(t, dir, "T08")
	for _, line := range []string{"DH T08", "UND T08 --partner P04", "SRT T06 --draft"} {
		args := append([]string{"letter"}, strings.Fields(line)...)
		told, _ := warned(t, dir, append(args, "--out", out)...)
		paths := strings.Fields(told)
		if want := map[bool]int{true: 3, false: 1}[strings.HasPrefix(line, "SRT")]; len(paths) != want {
			t.Errorf("%s: %v", line, paths)
		}

		for _, p := range paths {
			if pdf, err := os.ReadFile(p); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
				t.Errorf("%s: %v", p, err)
			}
		}
	}

	refused(t, run(t, dir, "letter", "SRT", "T08", "--out", out))
	must(t, dir, "check")
}

// complete gives a training of the sample what its papers need.
func complete(t *testing.T, dir, code string) {
	t.Helper()
	ctx := context.Background()
	o, err := openOffice(ctx, dir, ownFile, clock{now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	id, err := o.Resolve(ctx, "training", code)
	if err != nil {
		t.Fatal(err)
	}

	r, err := o.Trainings().Get(ctx, id)
	if err != nil {
		t.Fatal(err)
	}

	r.Place, r.Purpose.ID, r.Target.ID = "Aula Klinik", "meningkatkan keterampilan", "perawat dan bidan"
	r.RSVPDate = r.Start.AddDays(-3)
	r.Sessions = []model.Session{{Date: r.Start, Start: "08:00", End: "11:00", Topic: "Simulasi", Speakers: []string{"dr. Ratna Wulandari"}}}
	if err := errors.Join(o.Trainings().Save(ctx, &r), o.Close()); err != nil {
		t.Fatal(err)
	}
}
