package store_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// found are the record numbers of the patients that a text finds.
func found(t *testing.T, s *store.Store, text string) string {
	t.Helper()
	var numbers []string
	for _, hit := range must(s.Patients().Find(t.Context(), text))(t) {
		numbers = append(numbers, hit.MRNo)
	}
	return strings.Join(numbers, " ")
}

func TestPatient_IsFoundByRecordNumberCardNIKAndWordsOfTheName(t *testing.T) {
	s := sampleStore(t)
	for text, want := range map[string]string{
		"Budi Contoh": "SM-000001", "budi": "SM-000001", "  CONTOH bud": "SM-000001", "bud": "SM-000001",
		"9999991203619001": "SM-000001", "9999 9912 0361 9001": "SM-000001", "0000999000001": "SM-000001",
		"SM-000001": "SM-000001", "sm000001": "SM-000001", "000001": "SM-000001", "SM-00001": "SM-000010 SM-000011 SM-000012 SM-000013 SM-000014 SM-000015 SM-000016 SM-000017 SM-000018 SM-000019",
		"lina": "SM-000008 SM-000011", "ny. lina": "SM-000011", "L.C. · SM-000008": "SM-000008",
		"udi": "", "99999912": "", "Budi Slamet": "", "+6281200000301": "", "' OR 1=1 --": "", "%": "", "···": "",
	} {
		if got := found(t, s, text); got != want {
			t.Errorf("%q finds %q, not %q", text, got, want)
		}
	}

	for text, want := range map[string]int{"Budi Contoh": 1, "SM-000001": 1, "9999991203619001": 1, "Budi": 0, "SM-00000": 0, "": 0} {
		if got := must(s.Patients().Twins(t.Context(), text))(t); len(got) != want {
			t.Errorf("%q is %d patients written again, not %d", text, len(got), want)
		}
	}
}

func TestReferrals_AreFoundByTheirPatients(t *testing.T) {
	s := sampleStore(t)
	for text, want := range map[string][]string{"SM-000005": {"F20", "F21", "F38"}, "agus": {"F20", "F21", "F38"}, "Contoh Agu": {"F20", "F21", "F38"},
		"9999993006789005": {"F20", "F21", "F38"}, "0000999000005": {"F20", "F21", "F38"}, "gus": {}, "021/RJK": {"F21"}} {
		var codes []string
		for _, r := range must(s.Referrals().Find(t.Context(), model.Query{Text: text}))(t) {
			codes = append(codes, r.Code)
		}
		if slices.Sort(codes); !slices.Equal(codes, want) {
			t.Errorf("the search of the referrals for %q finds %v, not %v", text, codes, want)
		}
	}

	hits := must(s.Overview().Search(t.Context(), "rukmini", 0))(t)
	if len(hits) != 2 || hits[0].Entity != "referral" || !strings.HasPrefix(hits[0].Detail, "R.C. · SM-000010 · ") {
		t.Errorf("the search over everything finds %+v", hits)
	}

	for _, hit := range hits {
		if strings.Contains(hit.Title+hit.Detail, "Rukmini") {
			t.Errorf("a name is shown: %+v", hit)
		}
	}
}

func TestPatient_WithoutTheKeyOnlyTheRecordNumberFinds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	loadSample(t, openAt(t, path))
	s := must(store.Open(t.Context(), path, store.Options{Actor: "nur.aisyah", Now: clock()}))(t)
	t.Cleanup(func() { _ = s.Close() })
	for text, want := range map[string]string{"SM-000005": "SM-000005", "000005": "SM-000005", "agus": "", "9999993006789005": "", "0000999000005": ""} {
		if got := found(t, s, text); got != want {
			t.Errorf("%q finds %q, not %q", text, got, want)
		}
	}

	if ids := must(s.Referrals().IDs(t.Context(), model.Query{Text: "SM-000005"}))(t); len(ids) != 3 {
		t.Errorf("referrals by record number: %v", ids)
	}
	if ids := must(s.Referrals().IDs(t.Context(), model.Query{Text: "agus"}))(t); len(ids) != 0 {
		t.Errorf("referrals by a name without the key: %v", ids)
	}
}
