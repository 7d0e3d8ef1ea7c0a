package store_test

import (
	"slices"
	"testing"
	"time"

	"jejaring/model"
)

// listed are the codes of the records that a filter shows.
func listed[T any](t *testing.T, r model.Register[T], base func(*T) *model.Base, filter model.Filters) []string {
	t.Helper()
	found := []string{}
	for _, rec := range must(r.Find(t.Context(), model.Query{Filter: filter}))(t) {
		found = append(found, base(&rec).Code)
	}
	slices.Sort(found)
	return found
}

// TestFigures_OpenTheListBehindThem compares the lists behind the figures of 2026 with what a person finds in the sample.
func TestFigures_OpenTheListBehindThem(t *testing.T) {
	s := sampleStore(t)
	base := func(r *model.Referral) *model.Base { return &r.Base }
	year := func(set string) model.Filters {
		return model.Filters{"figure": set, "from": "2026-01-01T00:00:00+07:00", "to": "2026-11-22T00:00:00+07:00"}
	}

	for set, want := range map[string][]string{
		"refused":    {"F06", "F20"},
		"rejected":   {"F06"},
		"redirected": {"F20"},
		"unreplied":  {"F10", "F27", "F29"},
		"returned":   {"F02", "F05", "F13", "F15", "F17", "F18", "F23"},
		"uncovered":  {},
		"rrns":       {"F10", "F29"},
	} {
		same(t, set, listed(t, s.Referrals(), base, year(set)), want)
	}

	for set, want := range map[string]int{"outgoing": 31, "decided": 13, "accepted": 11, "arrived": 26, "replied": 23, "covered": 31, "bpjs": 16} {
		same(t, set, len(listed(t, s.Referrals(), base, year(set))), want)
	}

	diagnosis := year("outgoing")
	diagnosis["dx"] = "A91"
	same(t, "A91", listed(t, s.Referrals(), base, diagnosis), []string{"F06", "F07"})
	june := model.Filters{"figure": "outgoing", "from": "2026-06-01T00:00:00+07:00", "to": "2026-07-01T00:00:00+07:00"}
	same(t, "June", listed(t, s.Referrals(), base, june), []string{"F19", "F20", "F21"})

	agreements := func(r *model.Agreement) *model.Base { return &r.Base }
	scans := model.Filters{"badge": "in_force", "today": "2026-11-21", "signed_scan": "no"}
	same(t, "without a scan", listed(t, s.Agreements(), agreements, scans), []string{"A09"})
	scans["signed_scan"] = "yes"
	same(t, "with a scan", len(listed(t, s.Agreements(), agreements, scans)), 8)

	trainings := func(r *model.Training) *model.Base { return &r.Base }
	days := model.Filters{"figure": "finished", "from": "2026-01-01", "to": "2026-06-20"}
	same(t, "finished", listed(t, s.Trainings(), trainings, days), []string{"T01", "T02", "T03", "T04", "T05"})
	days["figure"] = "tested"
	same(t, "with tests", listed(t, s.Trainings(), trainings, days), []string{"T01", "T02", "T04"})
}

func TestFigures_OfNoKnownListAreRefused(t *testing.T) {
	s := sampleStore(t)
	for _, filter := range []model.Filters{{"figure": "sales", "from": "2026-01-01T00:00:00Z", "to": "2026-11-22T00:00:00Z"},
		{"figure": "decided"}, {"figure": "decided", "from": "yesterday", "to": "today"}} {
		if _, err := s.Referrals().IDs(t.Context(), model.Query{Filter: filter}); err == nil {
			t.Errorf("%v lists something", filter)
		}
	}

	if _, err := s.Trainings().IDs(t.Context(), model.Query{Filter: model.Filters{model.ByFigure: "sales"}}); err == nil {
		t.Error("trainings of an unknown figure are listed")
	}
}

// TestKPIs_CountALetterByItsKeyFields has an insured and an uninsured letter. The first has all of the twelve fields but
// findings, the second all of the eleven but the unit: 11/12 and 10/11 are 91.3 % in the mean.
func TestKPIs_CountALetterByItsKeyFields(t *testing.T) {
	s := sampleStore(t)
	full := referralOn(t, s, func(r *model.Referral) {
		r.ReferralAt = time.Date(2025, 5, 6, 2, 0, 0, 0, time.UTC)
		r.PlannedVisit = model.Date{}
		letterOf(r, "bpjs_pbi", "0000999000001")
	})
	second := full
	second.Base = model.Base{}
	second.Physical = "Ronki basah"
	letterOf(&second, "umum", "")
	second.DestUnit = ""
	if err := s.Referrals().Save(t.Context(), &second); err != nil {
		t.Fatal(err)
	}

	k := must(s.Overview().KPIs(t.Context(), model.PeriodOf("year", model.DateOf(full.ReferralAt))))(t)
	same(t, "K05", k.Outgoing, 2)
	same(t, "K12", *k.CompletenessPct, 91.3)
}

func letterOf(r *model.Referral, insurance, number string) {
	r.Status, r.IssuedAt, r.Insurance, r.InsuranceNo = model.ReferralIssued, r.ReferralAt, insurance, number
	r.DestUnit, r.Anamnesis, r.Therapy, r.ReasonText = "Poli Jantung", "Nyeri dada", "Aspirin", "Perlu pemeriksaan"
	r.Consent = model.Consent{Person: "Keluarga", Relation: "istri"}
}

// TestKPIs_OfAMonthFollowTheClinicsClock puts a referral half an hour after the new month began at the clinic, which is
// still the old month in UTC.
func TestKPIs_OfAMonthFollowTheClinicsClock(t *testing.T) {
	s := sampleStore(t)
	referralOn(t, s, func(r *model.Referral) {
		r.ReferralAt = time.Date(2025, 9, 30, 17, 30, 0, 0, time.UTC)
		r.PlannedVisit = model.Date{}
		letterOf(r, "umum", "")
	})
	months := must(s.Overview().OutgoingByMonth(t.Context(), day(2025, 1, 1), day(2025, 12, 31)))(t)
	same(t, "months", months, map[string]int{"2025-10": 1})
	september := must(s.Overview().KPIs(t.Context(), model.PeriodOf("month", day(2025, 9, 30))))(t)
	same(t, "September", september.Outgoing, 0)
}
