package model_test

import (
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

// differing is a complete draft in which the goal of the hospital differs from that of the clinic.
func differing(t *testing.T) model.Agreement {
	t.Helper()
	a := ready(t, model.StatusDraft)
	a.Goals = append(slices.Clone(a.Goals), model.Goal{Party: "p1", Text: model.Text{ID: "rujukan tepat waktu"}, Orientation: "access"},
		model.Goal{Party: "p2", Text: model.Text{ID: "ruang bersalin terisi"}, Orientation: "profit", Differs: "pasien swasta didahulukan"})
	return a
}

// TestIncomplete_ADifferenceOfGoalsIsInTheWayUntilItIsSettled (requirement A32): with what was agreed and the day of it.
func TestIncomplete_ADifferenceOfGoalsIsInTheWayUntilItIsSettled(t *testing.T) {
	a := differing(t)
	at := len(a.Goals) - 1
	open := "goals[" + string(rune('0'+at)) + "]."
	has(t, a.Incomplete(), open+"agreed: difference_open")
	if err := a.Apply(model.StepSubmit, model.Change{Today: a.StartDate}); !model.AsProblems(err).Has(open+"agreed", "difference_open") || a.Status != model.StatusDraft {
		t.Errorf("submitted with an open difference: %v", err)
	}

	a.Goals[at].Agreed = "kegawatan menentukan urutan"
	has(t, a.Incomplete(), open+"agreed_on: required")
	a.Goals[at].AgreedOn = a.StartDate
	has(t, a.Incomplete())
	if err := a.Apply(model.StepSubmit, model.Change{Today: a.StartDate}); err != nil || a.Status != model.StatusReview {
		t.Errorf("not submitted once it was settled: %v", err)
	}
}

// TestIncomplete_TheGoalOfOnePartyIsNoGoalOfTheAgreement: it needs no indicator, and does not stand in for a shared one.
func TestIncomplete_TheGoalOfOnePartyIsNoGoalOfTheAgreement(t *testing.T) {
	a := ready(t, model.StatusDraft)
	a.Goals = []model.Goal{{Party: "p2", Text: model.Text{ID: "laba"}}}
	has(t, a.Incomplete(), "goals: required")
}

func TestCheck_WhatMakesAnAgreementReadyIsChosenFromItsLists(t *testing.T) {
	a := ready(t, model.StatusDraft)
	a.Goals = append(slices.Clone(a.Goals), model.Goal{Party: "p3", Text: model.Text{ID: "x"}, Orientation: "power", Beneficiary: "nobody"})
	n := len(a.Goals) - 1
	a.PICs = slices.Clone(a.PICs)
	a.PICs[0].Channel, a.PICs[0].Rhythm = "pigeon", "hourly"
	a.Expectations = []model.Expectation{{Party: "p4"}}
	a.Risks = []model.Risk{{Category: "communication"}, {Category: "weather", Mitigation: "payung"}}
	a.MustKnow = []model.MustKnow{{How: "drum"}}
	a.Exchanges = []model.Exchange{{Party: "p9", Rhythm: "once", Channel: "fax"}}
	a.Confidentiality = "cosmic"
	at := "goals[" + string(rune('0'+n)) + "]."
	found := a.Check()
	for field, code := range map[string]string{at + "party": model.CodeUnknownValue, at + "orientation": model.CodeUnknownValue, at + "beneficiary": model.CodeUnknownValue,
		"pics[0].channel": model.CodeUnknownValue, "pics[0].rhythm": model.CodeUnknownValue, "expectations[0].party": model.CodeUnknownValue, "expectations[0].text": "required",
		"risks[0].mitigation": "required", "risks[1].category": model.CodeUnknownValue, "must_know[0].name": "required", "must_know[0].how": model.CodeUnknownValue,
		"exchanges[0].what": "required", "exchanges[0].party": model.CodeUnknownValue, "exchanges[0].rhythm": model.CodeUnknownValue, "exchanges[0].channel": model.CodeUnknownValue,
		"confidentiality": model.CodeUnknownValue} {
		if !found.Has(field, code) {
			t.Errorf("%s is not %s: %v", field, code, found)
		}
	}

	old := ready(t, model.StatusDraft)
	old.Readiness = model.Readiness{} // as it was stored before there were levels
	if has(t, old.Check()); old.Confidentiality != "internal" {
		t.Errorf("an old record is %q", old.Confidentiality)
	}
}

// TestReadyPoints_AreDoneOnceEachWasEntered goes through the list in its order (requirement B50).
func TestReadyPoints_AreDoneOnceEachWasEntered(t *testing.T) {
	a := model.NewAgreement(day(t, "2026-11-21"))
	missing := func() (names string) {
		var all []string
		for _, p := range model.ReadyPoints(a) {
			if !p.Done {
				all = append(all, p.Name+" at "+p.Field)
			}
		}
		return strings.Join(all, ", ")
	}

	steps := []struct {
		enter func()
		left  string
	}{
		{func() {}, "contacts at pics, channels at pics, goals at goals, expectations at expectations, indicators at goals, differences at goals, risks at risks, must_know at must_know, culture at culture_note"},
		{func() {
			a.PICs = []model.PIC{{Party: "p1", Channel: "email", Rhythm: "monthly"}, {Party: "p2", Channel: "phone"}}
		},
			"channels at pics[1].rhythm, goals at goals, expectations at expectations, indicators at goals, differences at goals, risks at risks, must_know at must_know, culture at culture_note"},
		{func() { a.PICs[1].Rhythm = "as_needed"; a.Goals = []model.Goal{{Indicator: "waktu tunggu"}} },
			"expectations at expectations, indicators at goals[0].target, differences at goals, risks at risks, must_know at must_know, culture at culture_note"},
		{func() {
			a.Goals = append(a.Goals, model.Goal{Party: "p1"}, model.Goal{Party: "p2", Differs: "laba"})
			a.Goals[0].Target = "30 menit"
			a.Expectations = []model.Expectation{{Party: "p1"}, {Party: "p2"}}
		}, "differences at goals[2].agreed, risks at risks, must_know at must_know, culture at culture_note"},
		{func() {
			a.Goals[2].Agreed, a.Goals[2].AgreedOn = "bergilir", day(t, "2026-11-20")
			a.NoRisks, a.MustKnow, a.CultureNote = true, []model.MustKnow{{Name: "dokter jaga"}}, "hubungi pagi"
		}, ""},
	}
	for i, s := range steps {
		if s.enter(); missing() != s.left {
			t.Errorf("step %d: missing is %q, not %q", i, missing(), s.left)
		}
	}
}

// TestExchange_IsDueAPeriodAfterItWasLastSentOrAfterTheStart: worked out by hand, the 31st of a short month is its last day.
func TestExchange_IsDueAPeriodAfterItWasLastSentOrAfterTheStart(t *testing.T) {
	for _, x := range []struct{ rhythm, sent, next string }{
		{"weekly", "", "2027-02-07"}, {"monthly", "", "2027-02-28"}, {"quarterly", "", "2027-04-30"}, {"semester", "", "2027-07-31"},
		{"yearly", "", "2028-01-31"}, {"as_needed", "", ""}, {"monthly", "2027-03-10", "2027-04-10"}, {"weekly", "2027-02-25", "2027-03-04"},
	} {
		e := model.Exchange{Rhythm: x.rhythm}
		if x.sent != "" {
			e.LastSent = day(t, x.sent)
		}
		if got := e.Next(day(t, "2027-01-31")).String(); got != x.next {
			t.Errorf("%s, last on %q: next on %q, not %q", x.rhythm, x.sent, got, x.next)
		}
	}

	a := ready(t, model.StatusActive)
	a.StartDate, a.EndDate = day(t, "2027-01-31"), day(t, "2028-01-30")
	e := model.Exchange{Rhythm: "monthly"}
	for on, due := range map[string]bool{"2027-02-27": false, "2027-02-28": true, "2028-01-30": true, "2028-01-31": false} {
		if model.InformationDue(a, e, day(t, on)) != due {
			t.Errorf("on %s it is due: %v", on, !due)
		}
	}

	a.Status = model.StatusSuspended
	if model.InformationDue(a, e, day(t, "2027-06-01")) {
		t.Error("it is due while the agreement is suspended")
	}
}

// TestReady_RenewalBeginsItsNotesAnew: who must know and what flows stay, who was told and what was sent does not; so for a copy, which
// leaves what single parties want and expect to the agreement that they concluded.
func TestReady_RenewalBeginsItsNotesAnew(t *testing.T) {
	a := differing(t)
	a.Status, a.SignDate = model.StatusActive, a.StartDate
	a.Expectations = []model.Expectation{{Party: "p2", Text: "balasan cepat"}}
	a.Risks, a.CultureNote, a.Confidentiality = []model.Risk{{Category: "resources", Mitigation: "berbagi alat"}}, "hubungi pagi", "confidential"
	a.MustKnow = []model.MustKnow{{Name: "dokter jaga", ToldOn: a.StartDate, How: "phone"}}
	a.Exchanges = []model.Exchange{{What: "laporan", Party: "p1", Rhythm: "monthly", LastSent: a.StartDate}}

	next, err := a.Renewal(a.EndDate)
	if err != nil {
		t.Fatal(err)
	}
	if len(next.Goals) != len(a.Goals) || len(next.Expectations) != 1 || len(next.Risks) != 1 || next.CultureNote != "hubungi pagi" || next.Confidentiality != "confidential" {
		t.Errorf("the renewal lost something: %+v", next.Readiness)
	}
	if next.MustKnow[0] != (model.MustKnow{Name: "dokter jaga", How: "phone"}) || !next.Exchanges[0].LastSent.IsZero() {
		t.Errorf("the renewal is told and sent: %+v, %+v", next.MustKnow, next.Exchanges)
	}
	if a.MustKnow[0].ToldOn.IsZero() || a.Exchanges[0].LastSent.IsZero() {
		t.Error("the old one was changed")
	}

	copied := model.NewAgreement(a.StartDate)
	copied.Take(a)
	if len(copied.Goals) != len(a.Goals)-2 || len(copied.Expectations) != 0 || len(copied.Risks) != 1 || !copied.Exchanges[0].LastSent.IsZero() || copied.Confidentiality != "confidential" {
		t.Errorf("the copy has %d goals, %+v", len(copied.Goals), copied.Readiness)
	}
}

// TestFrozen_TheClinicsOwnNotesStayOpen: what was agreed stands once the paper is signed; notes do not, and what is missing may come later.
func TestFrozen_TheClinicsOwnNotesStayOpen(t *testing.T) {
	a := signed(t)
	a.Goals = append(slices.Clone(a.Goals), model.Goal{Party: "p2", Text: model.Text{ID: "laba"}})
	n := a
	n.MustKnow, n.Exchanges = []model.MustKnow{{Name: "dokter jaga"}}, []model.Exchange{{What: "laporan", Party: "p1", Rhythm: "weekly"}}
	n.Risks, n.NoRisks, n.CultureNote, n.Confidentiality = []model.Risk{{Category: "other", Mitigation: "-"}}, true, "pagi", "public"
	n.Expectations = []model.Expectation{{Party: "p1", Text: "cepat"}}
	n.Goals, n.PICs, n.KPIs = slices.Clone(a.Goals), slices.Clone(a.PICs), slices.Clone(a.KPIs)
	last := len(n.Goals) - 1
	n.Goals[last].Differs, n.Goals[last].Orientation, n.Goals[0].Baseline, n.KPIs[0].Baseline = "laba", "profit", "45 menit", "45 menit"
	n.PICs[0].Channel, n.PICs[0].Rhythm = "email", "monthly"
	has(t, a.Changed(n))

	m := n
	m.Expectations = []model.Expectation{{Party: "p1", Text: "murah"}}
	m.Goals, m.PICs = slices.Clone(n.Goals), slices.Clone(n.PICs)
	m.Goals[last].Differs, m.PICs[0].Rhythm = "lain", "weekly"
	at := "goals[" + string(rune('0'+last)) + "].differs"
	has(t, n.Changed(m), frozenLines("expectations[0].text", at, "pics[0].rhythm")...)
}

// TestRisks_ReuseTheWordsOfObstacles: what may happen and what has happened are called by the same codes, but for the fear of sharing.
func TestRisks_ReuseTheWordsOfObstacles(t *testing.T) {
	for _, code := range model.RiskCategories() {
		if code != "knowledge_sharing" && !slices.Contains(model.ObstacleCategories(), code) {
			t.Errorf("%s is no category of obstacles", code)
		}
	}
}

func TestUntimely_NothingIsNotedOfADayToCome(t *testing.T) {
	a := differing(t)
	n := len(a.Goals) - 1
	a.Goals[n].AgreedOn = day(t, "2026-11-22")
	a.MustKnow = []model.MustKnow{{Name: "a", ToldOn: day(t, "2026-11-21")}, {Name: "b", ToldOn: day(t, "2026-11-22")}}
	a.Exchanges = []model.Exchange{{LastSent: day(t, "2026-11-22")}}
	at := "goals[" + string(rune('0'+n)) + "].agreed_on"
	has(t, model.Untimely(a, day(t, "2026-11-21")), at+": future_date", "must_know[1].told_on: future_date", "exchanges[0].last_sent: future_date")
}

// TestPreset_BringsItsGoalsBesideThoseOfSingleParties: what one party entered first stays, and does not keep the shared goals out.
func TestPreset_BringsItsGoalsBesideThoseOfSingleParties(t *testing.T) {
	p := model.Preset{Goals: []model.Goal{{Text: model.Text{ID: "rujukan tepat waktu"}}}}
	a := model.Agreement{Goals: []model.Goal{{Party: "p2", Text: model.Text{ID: "laba"}}}}
	p.Fill(&a)
	if len(a.Goals) != 2 || !a.Goals[0].Shared() || a.Goals[1].Party != "p2" {
		t.Fatalf("the goals are %+v", a.Goals)
	}
	if p.Fill(&a); len(a.Goals) != 2 {
		t.Errorf("filled twice there are %+v", a.Goals)
	}
}
