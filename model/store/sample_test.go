package store_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

func TestSample_HoldsWhatTheBriefSays(t *testing.T) {
	s := sampleStore(t)
	c := must(s.Overview().Counts(t.Context(), asOf()))(t)
	if c.Partners != 12 || c.Agreements != 18 || c.Staff != 10 || c.Documents != 6 || c.Awaiting != 1 {
		t.Errorf("%+v", c)
	}
	if c.Active != 9 || c.Expiring != 3 || c.Overdue != 5 || c.NextExpiry != 23 {
		t.Errorf("K01 %d, K02 %d, K18 %d, next %d", c.Active, c.Expiring, c.Overdue, c.NextExpiry)
	}
	if c.Referrals != 40 || c.Trainings != 10 || len(must(s.Patients().Find(t.Context(), ""))(t)) != 30 {
		t.Errorf("%d referrals, %d trainings", c.Referrals, c.Trainings)
	}

	chosen := must(s.Settings(t.Context()))(t)
	if !chosen.Sample || chosen.Today != asOf() {
		t.Errorf("settings %+v", chosen)
	}
	if got := must(s.Clinic(t.Context()))(t); got.Name != "Klinik Pratama Samudra Melati" || got.ID != 1 {
		t.Errorf("clinic %+v", got)
	}
	if r := must(s.Check(t.Context()))(t); !r.OK {
		t.Error(r.Findings)
	}
}

// codes lists the sample codes of agreements that a filter lets through, by their end.
func codes(all []model.Agreement, keep func(model.Agreement) bool) []string {
	var found []string
	for _, a := range all {
		if keep(a) {
			found = append(found, a.Code)
		}
	}
	slices.Sort(found)
	return found
}

func TestSample_KeyFigures(t *testing.T) {
	s := sampleStore(t)
	all := must(s.Agreements().Find(t.Context(), model.Query{}))(t)
	active := []string{"A01", "A02", "A03", "A04", "A05", "A07", "A08", "A09", "A13"}
	if got := codes(all, func(a model.Agreement) bool { return a.InForce(asOf()) }); !slices.Equal(got, active) {
		t.Errorf("K01 %v", got)
	}

	listed := must(s.Agreements().Find(t.Context(), model.Query{Filter: model.Filters{model.ByBadge: "in_force", model.ByToday: "2026-11-21"}}))(t)
	if got := codes(listed, func(model.Agreement) bool { return true }); !slices.Equal(got, active) {
		t.Errorf("K01 by filter %v", got)
	}

	for days, want := range map[int][]string{30: {"A02"}, 60: {"A02", "A03"}, 90: {"A02", "A03", "A08"}} {
		if got := codes(all, func(a model.Agreement) bool { return a.InForce(asOf()) && a.DaysLeft(asOf()) <= days }); !slices.Equal(got, want) {
			t.Errorf("K02 within %d days: %v", days, got)
		}
	}

	scans := codes(all, func(a model.Agreement) bool { return a.InForce(asOf()) && a.HasFile("signed_scan") })
	if len(scans) != 8 || slices.Contains(scans, "A09") {
		t.Errorf("K04 %v", scans)
	}

	var value model.Money
	for _, a := range all {
		if a.InForce(asOf()) {
			value += a.ValueAmount
		}
	}

	if value != 2400000000 {
		t.Errorf("K28 %d", value)
	}

	var annulled []string
	for _, n := range must(s.Numbers().Find(t.Context(), model.Query{Filter: model.Filters{model.ByStatus: "annulled"}, Sort: "formatted"}))(t) {
		annulled = append(annulled, n.Formatted)
	}

	if want := []string{"001/UND/KLN-SM/IX/2026", "003/PKS/KLN-SM/V/2026", "031/RJK/KLN-SM/XI/2026"}; !slices.Equal(annulled, want) {
		t.Errorf("K29 %v", annulled)
	}

	for kind, want := range map[model.DocumentCode]string{"PKS": "007/", "RJK": "033/", "SRT": "025/", "MOU": "001/"} {
		if got := must(s.Papers().NextNumbers(t.Context(), kind, asOf(), 1))(t)[0]; !strings.HasPrefix(got, want) {
			t.Errorf("next %s: %s", kind, got)
		}
	}
}

func TestSample_AgreementsAreWhole(t *testing.T) {
	s := sampleStore(t)
	a := agreement(t, s, "A01")
	p1 := a.Party("p1")
	p2 := a.Party("p2")
	if p1.RepName != "dr. Ratna Wulandari, M.K.M." || p2.PartnerName != "RSUD Tirtasana" ||
		p2.RepName != "dr. Surya Atmaja, M.A.R.S." || p2.OwnNumber != "445/017/RSUD-TS/II/2025" || p2.SignedOn != day(2025, 2, 24) {
		t.Errorf("parties %+v", a.Parties)
	}

	if len(a.Obligations) != 2 || a.Obligations[0].Code != "O01" || len(a.Obligations[0].Occurrences) != 3 {
		t.Errorf("obligations %+v", a.Obligations)
	}
	if pic, ok := a.PICOf("p2"); !ok || pic.Name == "" {
		t.Errorf("pics %+v", a.PICs)
	}
	if a02 := agreement(t, s, "A02"); a02.SuccessorID != agreement(t, s, "A18").ID {
		t.Error("A02 is not followed by A18")
	}
	if a09 := agreement(t, s, "A09"); a09.FacilitatorPartnerID != byCode(t, s, "partner", "P07") {
		t.Error("A09 has no facilitator")
	}
	if a06 := agreement(t, s, "A06"); a06.ParentID != agreement(t, s, "A05").ID || a06.StatusSince != day(2026, 11, 10) {
		t.Errorf("A06 %+v", a06.StatusSince)
	}
}

func TestSample_RefusedWhenTakenOrOdd(t *testing.T) {
	s := sampleStore(t)
	if err := s.LoadSample(t.Context(), strings.NewReader(`{}`)); !errors.Is(err, model.ErrNotEmpty) {
		t.Error(err)
	}

	whole := string(must(os.ReadFile("../../assets/sample.json"))(t))
	empty := newStore(t)
	for name, text := range map[string]string{
		"unknown part":  `{"inventory": []}`,
		"no JSON":       "surat",
		"cut off":       whole[:len(whole)/2],
		"unknown field": strings.Replace(whole, `"short_code": "RSUD-TS"`, `"short_kode": "RSUD-TS"`, 1),
		"bad reference": strings.Replace(whole, `"partner_ids": [`, `"partner_ids": ["P99", `, 1),
		"no clinic":     `{"partners": []}`,
		"bad ledger":    strings.Replace(whole, `"status": "annulled"`, `"status": "lost"`, 1),
	} {
		if text == whole {
			t.Fatalf("%s changes nothing", name)
		}
		if err := empty.LoadSample(t.Context(), strings.NewReader(text)); err == nil {
			t.Errorf("%s was loaded", name)
		}
		if c := must(empty.Overview().Counts(t.Context(), asOf()))(t); c.Partners+c.Agreements+c.Staff+c.Documents != 0 {
			t.Errorf("%s left something: %+v", name, c)
		}
	}

	loadSample(t, empty)
}
