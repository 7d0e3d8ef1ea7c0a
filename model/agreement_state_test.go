package model_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
)

// ready returns an agreement in a state, with everything that any guard asks for.
func ready(t testing.TB, status model.AgreementStatus) model.Agreement {
	a := referral(t)
	a.Status = status
	a.NumberOwn = "007/PKS/KLN-SM/XI/2026"
	a.Documents = []model.File{{Kind: "final_pdf", Name: "PKS.pdf"}}
	return a
}

func TestGuards(t *testing.T) {
	today := day(t, "2026-11-21")
	for name, c := range map[string]struct {
		from  model.AgreementStatus
		step  model.StepName
		spoil func(a *model.Agreement, ch *model.Change)
		want  []string
	}{
		"no goal":           {"draft", "submit", func(a *model.Agreement, _ *model.Change) { a.Goals = nil }, []string{"goals: required"}},
		"no indicator":      {"draft", "submit", func(a *model.Agreement, _ *model.Change) { a.Goals[0].Indicator = " " }, []string{"goals[0].indicator: required"}},
		"no scope":          {"draft", "submit", func(a *model.Agreement, _ *model.Change) { a.ScopeItems = nil }, []string{"scope_items: required"}},
		"our duties":        {"draft", "submit", func(a *model.Agreement, _ *model.Change) { a.Obligations = a.ObligationsOf("p2") }, []string{"obligations: obligations_of"}},
		"their duties":      {"draft", "submit", func(a *model.Agreement, _ *model.Change) { a.Obligations = a.ObligationsOf("p1") }, []string{"obligations: obligations_of"}},
		"no contacts":       {"draft", "submit", func(a *model.Agreement, _ *model.Change) { a.PICs = nil }, []string{"pics: pic_of", "pics: pic_of"}},
		"no start":          {"draft", "submit", func(a *model.Agreement, _ *model.Change) { a.StartDate = model.Date{} }, []string{"start_date: required"}},
		"no end":            {"draft", "submit", func(a *model.Agreement, _ *model.Change) { a.EndDate = model.Date{} }, []string{"end_date: required"}},
		"English only":      {"draft", "submit", func(a *model.Agreement, _ *model.Change) { a.LanguageMode = "en" }, []string{"language_mode: not_bilingual"}},
		"return, no reason": {"review", "return", func(_ *model.Agreement, ch *model.Change) { ch.Reason = " " }, []string{"status_reason: required"}},
		"cancel, no reason": {"draft", "cancel", func(_ *model.Agreement, ch *model.Change) { ch.Reason = "" }, []string{"status_reason: required"}},
		"no number":         {"review", "issue", func(a *model.Agreement, _ *model.Change) { a.NumberOwn = "" }, []string{"number_own: required"}},
		"no final PDF":      {"review", "issue", func(a *model.Agreement, _ *model.Change) { a.Documents = nil }, []string{"documents: final_pdf_missing"}},
		"no signing date":   {"awaiting_signature", "sign", func(_ *model.Agreement, ch *model.Change) { ch.SignDate = model.Date{} }, []string{"sign_date: required"}},
		"signed tomorrow":   {"awaiting_signature", "sign", func(_ *model.Agreement, ch *model.Change) { ch.SignDate = today.AddDays(1) }, []string{"sign_date: future_date"}},
		"nobody's number": {"awaiting_signature", "sign", func(_ *model.Agreement, ch *model.Change) {
			ch.Signatures = []model.Signature{{Role: "p3", Number: "1/X/2026"}}
		}, []string{"parties.p3: unknown_code"}},
		"a party signs tomorrow": {"awaiting_signature", "sign", func(_ *model.Agreement, ch *model.Change) {
			ch.Signatures = []model.Signature{{Role: "p2", On: today.AddDays(1)}}
		}, []string{"parties.p2.signed_on: future_date"}},
	} {
		t.Run(name, func(t *testing.T) {
			a := ready(t, c.from)
			change := told(t)
			c.spoil(&a, &change)
			before := ready(t, c.from)
			c.spoil(&before, &model.Change{})
			has(t, model.AsProblems(a.Apply(c.step, change)), c.want...)
			if diff := cmp.Diff(before, a); diff != "" {
				t.Error("a refused change touched the record:", diff)
			}
		})
	}
}

func TestSigningWritesDatesAndNumbers(t *testing.T) {
	a := ready(t, model.StatusAwaiting)
	err := a.Apply("sign", model.Change{Today: day(t, "2026-11-21"), SignDate: day(t, "2026-11-20"), SignPlace: "Kota Tirtasana",
		Signatures: []model.Signature{{Role: "p2", Number: " 445/017/RSUD-TS/XI/2026 "}}})
	if err != nil {
		t.Fatal(err)
	}
	if a.SignDate.String() != "2026-11-20" || a.SignPlace != "Kota Tirtasana" || a.StatusSince.String() != "2026-11-21" {
		t.Errorf("%s %s %s", a.SignDate, a.SignPlace, a.StatusSince)
	}

	for i, number := range []string{"", "445/017/RSUD-TS/XI/2026"} {
		if p := a.Parties[i]; p.OwnNumber != number || p.SignedOn != a.SignDate || p.SignedBy != p.RepName || p.SignedBy == "" {
			t.Errorf("%+v", p)
		}
	}
}

func TestEachPartySignsOnItsOwnDayAndByItsOwnHand(t *testing.T) {
	a := ready(t, model.StatusAwaiting)
	err := a.Apply("sign", model.Change{Today: day(t, "2026-11-21"), SignDate: day(t, "2026-11-16"),
		Signatures: []model.Signature{{Role: "p1"}, {Role: "p2", By: "dr. Wakil, M.M.", On: day(t, "2026-11-19")}}})
	if err != nil {
		t.Fatal(err)
	}

	if own, other := a.Parties[0], a.Parties[1]; own.SignedOn.String() != "2026-11-16" || own.SignedBy != own.RepName ||
		other.SignedOn.String() != "2026-11-19" || other.SignedBy != "dr. Wakil, M.M." {
		t.Errorf("signed are %+v and %+v", own, other)
	}
}

func TestAnAgreementWithoutModelTextBecomesActiveOnceItIsSigned(t *testing.T) {
	today := day(t, "2026-11-21")
	for _, kind := range []string{"loi", "kb", "ia"} {
		for _, from := range []model.AgreementStatus{model.StatusDraft, model.StatusReview} {
			a := ready(t, from)
			a.Type, a.NumberOwn, a.Documents = kind, "", nil
			ch := model.Change{Today: today, SignDate: today}
			has(t, model.AsProblems(a.Apply("sign", ch)), "number_own: required")
			ch.Number = " 002/MOU/KLN-SM/XI/2026 "
			if err := a.Apply("sign", ch); err != nil || a.Status != model.StatusActive || a.NumberOwn != "002/MOU/KLN-SM/XI/2026" || a.Parties[1].SignedOn != today {
				t.Errorf("%s from %s: %v, %s, %q", kind, from, err, a.Status, a.NumberOwn)
			}

			a = ready(t, from)
			a.Type = kind
			if err := a.Apply("issue", model.Change{Today: today}); !errors.Is(err, model.ErrTransition) {
				t.Errorf("%s waits for signatures on a paper that the program cannot make: %v", kind, err)
			}
		}
	}
}

func TestTheReasonBelongsToItsState(t *testing.T) {
	a := ready(t, model.StatusReview)
	if err := a.Apply("return", model.Change{Today: day(t, "2026-11-21"), Reason: " tarif belum disepakati "}); err != nil {
		t.Fatal(err)
	}
	if a.StatusReason != "tarif belum disepakati" || a.StatusDate.String() != "2026-11-21" {
		t.Errorf("%q %s", a.StatusReason, a.StatusDate)
	}
	if err := a.Apply("submit", model.Change{Today: day(t, "2026-11-22")}); err != nil || a.StatusReason != "" || !a.StatusDate.IsZero() {
		t.Errorf("%v %q %s", err, a.StatusReason, a.StatusDate)
	}
	if a.NumberOwn != "007/PKS/KLN-SM/XI/2026" {
		t.Error("the number was lost")
	}
}
