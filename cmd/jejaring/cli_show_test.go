package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
	"jejaring/model/testclock"
)

func TestShow_ByCodeAndByIdentifier(t *testing.T) {
	dir := withSample(t)
	for kind, code := range map[string]string{"partner": "P02", "agreement": "A02", "staff": "S09", "document": "L01"} {
		byCode := must(t, dir, "show", kind, code, "--json")
		id := decoded[record](t, byCode)["id"].(float64)
		if byID := must(t, dir, "show", kind, fmt.Sprint(id)); byID != byCode {
			t.Errorf("%s %s and %.0f differ:\n%s", kind, code, id, cmp.Diff(byCode, byID))
		}
	}

	if got := decoded[record](t, must(t, dir, "show", "number", "006/PKS/KLN-SM/XI/2026")); got["seq"] != 6.0 || got["status"] != "issued" {
		t.Errorf("%v", got)
	}

	refused(t, run(t, dir, "show", "partner", "P99"), "P99", "tidak ditemukan")
	refused(t, run(t, dir, "show", "partner", "999"), "999", "tidak ditemukan")
}

// TestShow_KeysOfTheBrief reads records as a script would, by the names that the clinic's glossary gives to the fields.
func TestShow_KeysOfTheBrief(t *testing.T) {
	dir := withSample(t)
	for command, keys := range map[string]string{
		"partner P01": "id created_at created_by updated_at updated_by name short_code sector org_type status legal_form " +
			"license_expiry accreditation bpjs_code satusehat_org_id address city postal_code country phone email email_domains " +
			"emergency_phone capabilities distance_km travel_minutes contacts",
		"agreement A02": "id type title cooperation_model cooperation_field status status_date parties successor_id number_own sign_date " +
			"start_date end_date auto_renew renewal_notice_days termination_notice_days financing_mode language_mode data_sharing " +
			"goals scope_items obligations pics documents",
		"staff S01":                     "id title_prefix name title_suffix profession position str_no sip_no sip_expiry phone email active",
		"number 001/UND/KLN-SM/IX/2026": "id sequence_key year seq formatted document_type letter_date issued_at issued_by status annul_reason",
		"document L01":                  "id type number date subject partner_id agreement_id language status",
	} {
		got := decoded[record](t, must(t, dir, append(append([]string{"show"}, strings.Fields(command)...), "--json")...))
		for _, key := range strings.Fields(keys) {
			if _, there := got[key]; !there {
				t.Errorf("%s has no %s: %v", command, key, got)
			}
		}
	}
}

// sampleRecord returns a record of the sample file as it stands there.
func sampleRecord(t *testing.T, part, id string) record {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(root, "assets", "sample.json"))
	if err != nil {
		t.Fatal(err)
	}

	var file map[string]json.RawMessage
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}

	for _, r := range decoded[[]record](t, string(file[part])) {
		if r["id"] == id {
			return r
		}
	}

	t.Fatalf("no %s in %s", id, part)
	return nil
}

func TestShow_TellsWhatTheSampleHolds(t *testing.T) {
	dir := withSample(t)
	for command, keys := range map[string]string{
		"partner P10": "name short_code sector org_type status city phone email email_domains license_no license_expiry distance_km",
		"agreement A13": "title type cooperation_field cooperation_model status sign_date start_date end_date number_own auto_renew " +
			"financing_mode language_mode data_sharing renewal_notice_days termination_notice_days",
	} {
		kind, code, _ := strings.Cut(command, " ")
		want := sampleRecord(t, kind+"s", code)
		got := decoded[record](t, must(t, dir, "show", kind, code, "--json"))
		for _, key := range strings.Fields(keys) {
			if want[key] != nil && !cmp.Equal(got[key], want[key]) {
				t.Errorf("%s: %s is %v, want %v", command, key, got[key], want[key])
			}
		}
	}
}

func TestCommands_WrongUse(t *testing.T) {
	dir := withSample(t)
	for _, line := range []string{"dance", "list", "list fruit", "list partners agreements", "list partners --colour red", "show partner",
		"show fruit 1", "letter PKS A01", "letter XYZ A01 --out x", "letter PKS A01 --out x --language fr", "letter PKS A01 --out x --date 31-12-2026",
		"letter PKS --out x", "mailbox", "mailbox add --name x", "mailbox remove --password-file x", "sync now", "check it", "sample again", "version 2 3"} {
		a := run(t, dir, strings.Fields(line)...)
		if a.code != 2 || a.out != "" || !strings.Contains(a.err, "usage: jejaring") {
			t.Errorf("%s: exit code %d, stdout %q, stderr %q", line, a.code, a.out, a.err)
		}
	}

	for _, args := range [][]string{{"--colour"}, {"--as-of", "21-11-2026", "list", "partners"}, {"--as-of", "2026-02-30", "check"}} {
		if _, _, err := parseGlobal(args); err == nil {
			t.Errorf("%v is taken", args)
		}
	}
}

func TestVersion(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	if got := must(t, dir, "version"); got != "jejaring 0.1.0\n" {
		t.Errorf("%q", got)
	}
	if got := must(t, dir, "help"); !strings.Contains(got, "list KIND") {
		t.Errorf("%q", got)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("asking for the version made a data folder")
	}
}

func TestShow_ReferralTellsOfTheScanAndHoldsNeitherItsBytesNorItsName(t *testing.T) {
	dir := withSample(t)
	o, err := openOffice(t.Context(), dir, ownFile, clock{now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	p := model.Patient{Name: "Wati Uji"}
	if err := errors.Join(scanReply(t.Context(), o, p), o.Close()); err != nil {
		t.Fatal(err)
	}

	shown := must(t, dir, "show", "referral", "F02", "--json")
	reply, _ := decoded[record](t, shown)["reply"].(map[string]any)
	file, _ := reply["file"].(map[string]any)
	if sum, _ := file["sha256"].(string); file["mime"] != "application/pdf" || file["size"] != 42.0 || len(sum) != 64 {
		t.Errorf("%v", file)
	}
	if strings.Contains(shown, "Wati") || strings.Contains(must(t, dir, "list", "referrals", "--json"), "Wati") {
		t.Error("the name of the scan is shown")
	}
	if got := must(t, dir, "show", "referral", "F02", "--identity"); !strings.Contains(got, "Wati Uji.pdf") || strings.Contains(got, "penanda") {
		t.Errorf("%s", got)
	}

	must(t, dir, "check")
}

func TestShow_NIKsOfStaffAndParticipantsAreMasked(t *testing.T) {
	dir := withSample(t)
	o, err := openOffice(t.Context(), dir, ownFile, clock{now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(numberPeople(t.Context(), o), o.Close()); err != nil {
		t.Fatal(err)
	}

	for record, niks := range map[string][2]string{"staff S02": {"3374**********02", "3374015503900002"},
		"training T01": {"3374**********01", "3374010101850001"}} {
		line := append([]string{"show"}, strings.Fields(record)...)
		if got := must(t, dir, line...); !strings.Contains(got, niks[0]) || strings.Contains(got, niks[1]) {
			t.Errorf("%s: %s", record, got)
		}
		if got := must(t, dir, append(line, "--identity")...); !strings.Contains(got, niks[1]) || strings.Contains(got, niks[0]) {
			t.Errorf("%s with identity: %s", record, got)
		}
	}

	if got := must(t, dir, "list", "staff", "--json"); strings.Contains(got, "3374015503900002") {
		t.Error("a NIK is in the list")
	}
}
