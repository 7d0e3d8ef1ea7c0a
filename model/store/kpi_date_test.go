package store_test

import (
	"reflect"
	"testing"
	"time"

	"jejaring/model"
)

// TestKPIs_OnAnotherDate counts by hand what the sample says until the end of 20 June 2026.
//
// Outgoing referrals by then, none of them a draft or cancelled:
//
//	no.  month to  diagnosis payer  service  decision, minutes    arrived reply back
//	F01  Jan P01 I21 bpjs emergency  accepted    7  x x -
//	F02  Jan P01 E11 bpjs outpatient -              x x x
//	F03  Jan P02 O14 bpjs emergency  accepted   12  x x -
//	F04  Feb P01 I63 bpjs emergency  accepted   48  x x -
//	F05  Feb P04 A16 bpjs outpatient -              x x x
//	F06  Feb P01 A91 bpjs emergency  rejected   25  - - -
//	F07  Feb P02 A91 bpjs emergency  accepted    9  x x -
//	F08  Feb P01 H25 bpjs outpatient -              x x -
//	F09  Mar P03 D64 none outpatient -              x x -
//	F10  Mar P01 K29 bpjs outpatient -              x - -   non-specialist, no TACC
//	F11  Mar P01 N18 bpjs outpatient -              x x -
//	F12  Mar P02 O42 none emergency  accepted    6  x x -
//	F13  Apr P01 I50 bpjs outpatient -              x x x
//	F14  Apr P01 H66 bpjs outpatient -              x x -   non-specialist, TACC: age
//	F15  Apr P01 G40 bpjs outpatient -              x x x
//	F16  May P01 I63 bpjs emergency  accepted   10  x x -
//	F17  May P04 A15 bpjs outpatient -              x x x
//	F18  May P01 F20 bpjs outpatient -              x x x
//	F19  Jun P02 P59 none emergency  accepted   15  x x -
//	F20  Jun P01 K35 bpjs emergency  redirected 30  - - -
//	F21  Jun P02 K35 bpjs emergency  accepted    8  x x -
//
// K08 is 8 of 10. K09: 6 7 8 9 10 | 12 15 25 30 48, so the median is 11 and nine of ten are not above 30, all of them
// emergencies. K10 is 18 of 19, K11 6 of 19. K12: complaint, findings and therapy are empty in the whole sample; 18 letters
// of the insured have 9 of 12 fields, three of others 8 of 11: (18 × 0.75 + 3 × 0.7273) ÷ 21 = 74.7 %. K13: all have an
// agreement. K14: of the ten outpatients with BPJS only F10 counts, because F14 has a reason.
//
// Trainings that were over: T01 to T05. People 5 + 4 + 3 + 4 + 4, JPL 8 + 16 + 4 + 4 + 3, certificates 4 + 3 + 3 + 3 + 4.
// Gains: T01 25 25 25 25 35, T02 23 28 14 28, T04 37 40 35 28: 368 ÷ 13 = 28.31. Credits: S01 1 (T05) + 5; S02 4 (T02) +
// 1 (T05) + 8 and 10 of service; S04 1 (T05) and 2 for the community; S05 4 (T02) + 6; S10 1 (T05).
//
// Agreements that are active and in force: A01 to A05, A07 to A09 and A13; of A09 there is no scan.
func TestKPIs_OnAnotherDate(t *testing.T) {
	got := figures(t, sampleStore(t), day(2026, 6, 20))
	if len(got["K07_top_diagnosis"].(map[string]any)) != 10 {
		t.Errorf("%v are not the ten most frequent diagnoses", got["K07_top_diagnosis"])
	}

	expect(t, got, `{"K01_active": 9, "K01_ids": ["A01", "A02", "A03", "A04", "A05", "A07", "A08", "A09", "A13"],
		"K02_expiring": {"30": [], "60": [], "90": []},
		"K02_days_left": {"A01": 253, "A02": 177, "A03": 194, "A04": 406, "A05": 720, "A07": 956, "A08": 225, "A09": 314, "A13": 498},
		"K03_by_model": {"inter_facility": 3, "ppp": 2, "academic": 2, "community_based": 1, "vendor_service": 1},
		"K03_by_sector": {"health_facility": 4, "government": 1, "education_research": 2, "ngo": 1, "private_company": 1},
		"K03_by_field": {"referral": 2, "laboratory": 1, "tb_dppm": 1, "ppp_service": 1, "education_practice": 2,
			"health_promotion": 1, "waste": 1}, "K04_scan_complete": [8, 9],
		"K05_outgoing": 21, "K05_by_month": {"2026-01": 3, "2026-02": 5, "2026-03": 4, "2026-04": 3, "2026-05": 3, "2026-06": 3},
		"K06_by_destination": {"P01": 13, "P02": 5, "P04": 2, "P03": 1}, "K07_top_diagnosis": {"A91": 2, "I63": 2, "K35": 2},
		"K08_decisions": {"accepted": 8, "rejected": 1, "redirected": 1}, "K08_acceptance_pct": 80,
		"K09_median_response_min": {"all": 11, "emergency": 11, "urgent": null, "elective": null},
		"K09_p90_response_min": {"all": 30, "emergency": 30, "urgent": null, "elective": null},
		"K10_reply": [18, 19], "K10_reply_pct": 94.7, "K11_back": [6, 19], "K11_back_pct": 31.6, "K12_completeness_pct": 74.7,
		"K13_covered": [21, 21], "K14_rrns": [1, 10], "K14_rrns_pct": 10,
		"K15_trainings_done": 5, "K15_by_type": {"in_house": 2, "workshop": 1, "sosialisasi": 1, "webinar": 1},
		"K15_participants": 20, "K15_jpl": 35, "K15_certificates": 17, "K16_skp": {"S01": {"pembelajaran": 6, "total": 6},
			"S02": {"pembelajaran": 13, "pelayanan": 10, "total": 23}, "S04": {"pembelajaran": 1, "pengabdian": 2, "total": 3},
			"S05": {"pembelajaran": 10, "total": 10}, "S10": {"pembelajaran": 1, "total": 1}},
		"K17_mean_gain": 28.31, "K17_n": 13}`)
}

// TestKPIs_OfAgreementsWhenSomeBeginAndEnd looks at 20 December 2026: A02 ended on the 14th, A18 began on the 15th. A03 has
// 11 days left, A08 42, A01 70.
func TestKPIs_OfAgreementsWhenSomeBeginAndEnd(t *testing.T) {
	k := must(sampleStore(t).Overview().KPIs(t.Context(), model.PeriodOf("year", day(2026, 12, 20))))(t)
	same(t, "K01", k.ActiveIDs, []string{"A01", "A03", "A04", "A05", "A07", "A08", "A09", "A13", "A18"})
	same(t, "K02", k.Expiring, map[string][]string{"30": {"A03"}, "60": {"A03", "A08"}, "90": {"A03", "A08", "A01"}})
	same(t, "K03", k.ByField, map[string]int{"referral": 2, "laboratory": 1, "tb_dppm": 1, "ppp_service": 1, "education_practice": 2,
		"health_promotion": 1, "waste": 1})
	same(t, "K04", k.Scans, [2]int{8, 9})
}

// TestKPIs_OfAMonth counts June 2026 alone: F19 (accepted after 15 minutes), F20 (redirected after 30), F21 (accepted after
// 8); F19 and F21 arrived and were answered. T05 was the only training; credits are those of the whole licence period.
func TestKPIs_OfAMonth(t *testing.T) {
	k := must(sampleStore(t).Overview().KPIs(t.Context(), model.PeriodOf("month", day(2026, 6, 30))))(t)
	same(t, "K05", k.OutgoingByMonth, map[string]int{"2026-06": 3})
	same(t, "K06", k.ByDestination, map[string]int{"P01": 1, "P02": 2})
	same(t, "K07", k.TopDiagnoses, map[string]int{"K35": 2, "P59": 1})
	same(t, "K08", k.Decisions, map[string]int{"accepted": 2, "rejected": 0, "redirected": 1})
	same(t, "K09", *k.MedianResponse["all"], 15.0)
	same(t, "K10", k.Replies, [2]int{2, 2})
	same(t, "K11", k.Back, [2]int{0, 2})
	same(t, "K12", *k.CompletenessPct, 74.2) // (2 × 9/12 + 8/11) ÷ 3
	same(t, "K14", k.RRNS, [2]int{0, 0})
	same(t, "K15", [2]int{k.TrainingsDone, k.TrainingPeople}, [2]int{1, 4})
	same(t, "K16", k.SKP["S05"]["total"], 10.0)
	if k.MeanGain != nil || k.RRNSPct != nil {
		t.Errorf("K17 is %v and K14 %v in a month without tests and without outpatients", k.MeanGain, k.RRNSPct)
	}
}

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// TestKPIs_SecondsDoNotShortenAResponse takes F19, which was accepted 15 minutes after it was sent by the clocks that are shown.
func TestKPIs_SecondsDoNotShortenAResponse(t *testing.T) {
	s := sampleStore(t)
	r := must(s.Referrals().Get(t.Context(), byCode(t, s, "referral", "F19")))(t)
	r.SentAt, r.DecidedAt = r.SentAt.Add(58*time.Second), r.DecidedAt.Add(2*time.Second)
	if err := s.Referrals().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	k := must(s.Overview().KPIs(t.Context(), model.PeriodOf("month", day(2026, 6, 30))))(t)
	same(t, "K09", *k.MedianResponse["all"], 15.0)
}
