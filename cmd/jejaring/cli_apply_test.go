package main

import (
	"fmt"
	"strings"
	"testing"

	"jejaring/model"
)

func TestApply_TakesTheStepsOfAnAgreementByItsWords(t *testing.T) {
	dir := withSample(t)
	if got := must(t, dir, "apply", "agreement", "A17", "return", "--reason", "Tarif belum disepakati"); got != "A17\tdraft\n" {
		t.Errorf("%q", got)
	}
	if got := decoded[record](t, must(t, dir, "show", "agreement", "A17")); got["status_reason"] != "Tarif belum disepakati" || got["status_date"] != "2026-11-21" {
		t.Errorf("%v on %v", got["status_reason"], got["status_date"])
	}
	if got := must(t, dir, "apply", "agreement", "A06", "sign", "--date", "2026-11-20", "--place", "Kota Tirtasana"); got != "A06\tactive\n" {
		t.Errorf("%q", got)
	}

	got := decoded[record](t, must(t, dir, "show", "agreement", "A06"))
	if got["number_own"] != "005/PKS/KLN-SM/XI/2026" || got["sign_date"] != "2026-11-20" || got["sign_place"] != "Kota Tirtasana" {
		t.Errorf("%v", got)
	}
	must(t, dir, "apply", "agreement", "A01", "terminate", "--cause", "mutual", "--notice-date", "2026-11-20", "--effective", "2026-12-31", "--reason", "klinik pindah")
	if got := decoded[record](t, must(t, dir, "show", "agreement", "A01")); got["status"] != "active" || got["terminates_on"] != "2026-12-31" || got["termination_cause"] != "mutual" {
		t.Errorf("%v", got)
	}

	must(t, dir, "apply", "agreement", "A02", "terminate", "--cause", "mutual", "--notice-date", "2026-11-20", "--effective", "2026-11-21", "--reason", "sepakat")
	if got := decoded[record](t, must(t, dir, "show", "agreement", "A02")); got["status"] != "terminated" || got["status_date"] != "2026-11-21" {
		t.Errorf("%v", got)
	}

	must(t, dir, "check")
}

func TestApply_SuspendsAndResumes(t *testing.T) {
	dir := withSample(t)
	before := decoded[record](t, must(t, dir, "report", "kpi", "--json"))
	refused(t, run(t, dir, "apply", "agreement", "A01", "suspend", "--reason", "Izin diperpanjang"), "resume_date: ", "wajib diisi")
	if got := must(t, dir, "apply", "agreement", "A01", "suspend", "--reason", "Izin diperpanjang", "--resume-date", "2027-01-15"); got != "A01\tsuspended\n" {
		t.Errorf("%q", got)
	}
	if got := decoded[record](t, must(t, dir, "show", "agreement", "A01")); got["resume_date"] != "2027-01-15" || got["status_reason"] != "Izin diperpanjang" {
		t.Errorf("%v until %v", got["status_reason"], got["resume_date"])
	}

	resting := decoded[record](t, must(t, dir, "report", "kpi", "--json"))
	if resting["K01_active"].(float64) != before["K01_active"].(float64)-1 {
		t.Errorf("in force are %v, and %v while one is suspended", before["K01_active"], resting["K01_active"])
	}

	refused(t, run(t, dir, "--as-of", "2027-03-01", "apply", "agreement", "A01", "resume"), "status Berakhir")
	if got := must(t, dir, "apply", "agreement", "A15", "resume"); got != "A15\tactive\n" {
		t.Errorf("%q", got)
	}
}

func TestApply_SaysWhatIsPossibleInstead(t *testing.T) {
	dir := withSample(t)
	refused(t, run(t, dir, "apply", "agreement", "A06", "submit"), "Langkah submit tidak dapat dilakukan dengan status Menunggu tanda tangan",
		"sign --date --place (Tandai ditandatangani); revise (Ubah naskah); wait --party --whom --since (Menunggu siapa); pause --reason (Jeda); cancel --reason (Batalkan perjanjian).")
	refused(t, run(t, dir, "apply", "agreement", "A17", "issue"), "dengan perintah letter")
	refused(t, run(t, dir, "apply", "agreement", "A01", "withdraw"), "terminate --cause --notice-date --effective --reason (Akhiri sebelum waktunya)")
	refused(t, run(t, dir, "apply", "referral", "F33", "send"), "issue (Terbitkan surat, dengan perintah letter); cancel --reason (")
	refused(t, run(t, dir, "apply", "referral", "F33", "issue"), "dengan perintah letter")
	refused(t, run(t, dir, "apply", "agreement", "A16", "cancel", "--reason", "sudah"), "status Dibatalkan", "Tidak ada langkah lain")
	refused(t, run(t, dir, "apply", "agreement", "A02", "expire"), "status Berlaku")
	refused(t, run(t, dir, "apply", "agreement", "A06", "cancel"), "status_reason: ", "wajib diisi")
	refused(t, run(t, dir, "apply", "agreement", "A99", "cancel"), "A99", "tidak ditemukan")

	for _, wrong := range []string{"agreement A06 sign --date 20-11-2026", "agreement A06 revise --date 2026-11-20", "partner P01 sign", "agreement A06",
		"agreement A06 sign --until 2026-11-20", "referral F30 accept --at besok"} {
		if got := run(t, dir, append([]string{"apply"}, strings.Fields(wrong)...)...); got.code != 2 || got.out != "" {
			t.Errorf("%s: %+v", wrong, got)
		}
	}

	for code, want := range map[string]string{"A06": "awaiting_signature", "A17": "review", "A16": "cancelled", "A02": "active"} {
		if got := decoded[record](t, must(t, dir, "show", "agreement", code)); got["status"] != want {
			t.Errorf("%s was changed: %v", code, got["status"])
		}
	}
}

func TestApply_TakesAnObstacleToItsEnd(t *testing.T) {
	dir := withSample(t)
	refused(t, run(t, dir, "apply", "obstacle", "K08", "start"), "owner_staff_id: ", "wajib diisi")
	if got := must(t, dir, "apply", "obstacle", "K08", "start", "--owner", "S09"); got != "K08\tin_progress\n" {
		t.Errorf("%q", got)
	}

	refused(t, run(t, dir, "apply", "obstacle", "K08", "reopen"), "status Ditangani", "resolve --date --text (Selesaikan); drop --text (Tidak dilanjutkan)")
	if got := must(t, dir, "apply", "obstacle", "K08", "resolve", "--date", "2026-11-20", "--text", "Izin terbit"); got != "K08\tresolved\n" {
		t.Errorf("%q", got)
	}

	got := decoded[record](t, must(t, dir, "show", "obstacle", "K08"))
	if got["resolved_on"] != "2026-11-20" || got["resolution"] != "Izin terbit" || got["owner_staff_id"] != float64(9) {
		t.Errorf("%v", got)
	}

	must(t, dir, "check")
}

// TestApply_OpensAnEvaluationAgainAndRecordsIt, and its minutes are made anew under their number.
func TestApply_OpensAnEvaluationAgainAndRecordsIt(t *testing.T) {
	dir := withSample(t)
	refused(t, run(t, dir, "apply", "evaluation", "E02", "hold"), "status Dicatat", "reopen --reason (Buka kembali)")
	refused(t, run(t, dir, "apply", "evaluation", "E02", "reopen"), "status_reason: ", "wajib diisi")
	if got := must(t, dir, "apply", "evaluation", "E02", "reopen", "--reason", "nilai tertukar"); got != "E02\tdraft\n" {
		t.Errorf("%q", got)
	}
	if got := decoded[record](t, must(t, dir, "report", "kpi", "--json")); fmt.Sprint(got["K27_scores"]) != "map[A01:3.25 A11:2]" {
		t.Errorf("one that is open counts: %v", got["K27_scores"])
	}
	if got := must(t, dir, "apply", "evaluation", "E02", "hold"); got != "E02\theld\n" {
		t.Errorf("%q", got)
	}
	if got := decoded[record](t, must(t, dir, "show", "evaluation", "E02")); got["record_no"] != "003/BA/KLN-SM/XI/2026" || got["score_avg"] != 3.75 {
		t.Errorf("%v", got)
	}

	refused(t, run(t, dir, "letter", "BA", "E02", "--out", t.TempDir()), "attendees")
	must(t, dir, "check")
}

// TestApply_TellsNoPatient takes referrals on and looks that what is printed names nobody: neither the patient nor why.
func TestApply_TellsNoPatient(t *testing.T) {
	dir := withSample(t)
	said := must(t, dir, "apply", "referral", "F40", "accept", "--by", "dr. Jaga", "--at", "2026-11-21 00:10")
	said += must(t, dir, "apply", "referral", "F40", "arrive", "--condition", "Pasien Budi gelisah", "--json")
	said += must(t, dir, "apply", "referral", "F30", "redirect", "--reason", "tempat_tidur_penuh", "--partner", "P02")
	a := run(t, dir, "apply", "referral", "F40", "answer")
	refused(t, a, "admit --at (Tandai dalam pelayanan); answer (Terbitkan balasan, dengan perintah letter)")
	said += a.err

	for _, line := range []string{"F40\taccepted\n", "F30\tredirected\n"} {
		if !strings.Contains(said, line) {
			t.Errorf("%q is missing", line)
		}
	}

	if got := decoded[record](t, must(t, dir, "show", "referral", "F30")); got["redirected_to_partner_id"] == nil || got["decision_reason"] != "tempat_tidur_penuh" {
		t.Errorf("%v", got)
	}

	identity := decoded[record](t, must(t, dir, "show", "referral", "F40", "--identity"))["patient"].(map[string]any)
	if name := identity["name"].(string); name == "" || strings.Contains(said, name) {
		t.Errorf("the patient %q is named:\n%s", name, said)
	}

	must(t, dir, "check")
}

func TestApply_Trainings(t *testing.T) {
	dir := withSample(t)
	before := decoded[[]record](t, must(t, dir, "list", "trainings", "--json"))
	for _, r := range before {
		if r["status"] != "planned" {
			continue
		}

		code := r["training_code"].(string)
		if got := must(t, dir, "apply", "training", code, "cancel", "--reason", "Narasumber sakit"); got != code+"\tcancelled\n" {
			t.Errorf("%q", got)
		}

		refused(t, run(t, dir, "apply", "training", code, "open"), "status Dibatalkan")
		return
	}

	t.Fatal("no training is planned")
}

func TestApply_Obstacles(t *testing.T) {
	dir := withSample(t)
	for _, r := range decoded[[]record](t, must(t, dir, "list", "obstacles", "--json")) {
		if r["status"] != "open" {
			continue
		}

		code := r["code"].(string)
		refused(t, run(t, dir, "apply", "obstacle", code, "reopen"), "status Terbuka", "start", "resolve", "drop")
		if got := must(t, dir, "apply", "obstacle", code, "start", "--owner", "S01"); got != code+"\tin_progress\n" {
			t.Errorf("%q", got)
		}
		if got := decoded[record](t, must(t, dir, "show", "obstacle", code)); got["owner_staff_id"] == nil {
			t.Errorf("nobody takes care: %v", got)
		}

		return
	}

	t.Fatal("no obstacle is open")
}

// TestApply_OptionsAreWrittenAsThoseOfOtherCommands: words with hyphens, as in --answer-by.
func TestApply_OptionsAreWrittenAsThoseOfOtherCommands(t *testing.T) {
	wrong := run(t, withSample(t), "apply", "agreement", "A01", "suspend", "--resume_date", "2027-01-15")
	if wrong.code != 2 {
		t.Errorf("an option with an underscore ended with %d", wrong.code)
	}

	seen := 0
	seen += hyphened(t, model.AgreementFlow().Steps)
	seen += hyphened(t, model.ReferralFlow().Steps)
	seen += hyphened(t, model.TrainingFlow().Steps)
	seen += hyphened(t, model.ObstacleFlow().Steps)
	seen += hyphened(t, model.EvaluationFlow().Steps)
	if seen < 20 {
		t.Errorf("only %d options were looked at", seen)
	}
}

// hyphened looks at the options of steps and returns how many there are.
func hyphened[T any, S ~string, C any](t *testing.T, steps []model.Step[T, S, C]) (seen int) {
	t.Helper()
	for _, step := range steps {
		for _, ask := range step.Asks {
			seen++
			if strings.Contains(ask.Name, "_") {
				t.Errorf("%s asks --%s", step.Name, ask.Name)
			}
		}
	}

	return seen
}
