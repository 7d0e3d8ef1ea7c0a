package model_test

import (
	"errors"
	"strings"
	"testing"

	"jejaring/model"
)

// agreementTable is brief section 4.4.1 for a PKS: what a step makes of an agreement in a state. What is not there is refused.
// The brief lets a text be approved from review; the issue of a draft submits it on the way.
func agreementTable() map[model.StepName]map[model.AgreementStatus]model.AgreementStatus {
	type ways = map[model.AgreementStatus]model.AgreementStatus
	return map[model.StepName]ways{
		"submit":  {"draft": "review"},
		"return":  {"review": "draft"},
		"issue":   {"draft": "awaiting_signature", "review": "awaiting_signature"},
		"sign":    {"awaiting_signature": "active"},
		"revise":  {"awaiting_signature": "review"},
		"suspend": {"active": "suspended"}, "resume": {"suspended": "active"},
		"terminate": {"active": "active", "suspended": "suspended"}, "notify": {"active": "active", "suspended": "suspended"},
		"withdraw": {}, // while no notice was given
		"wait":     {"draft": "draft", "review": "review", "awaiting_signature": "awaiting_signature"},
		"pause":    {"draft": "draft", "review": "review", "awaiting_signature": "awaiting_signature"},
		"go_on":    {}, // while nothing rests
		"cancel":   {"draft": "cancelled", "review": "cancelled", "awaiting_signature": "cancelled"},
		// the clock's, which nobody else can take
		"end": {}, "extend": {}, "expire": {}, "supersede": {},
		"": {}, "draft": {},
	}
}

// told is a change with everything that any step of an agreement asks for.
func told(t testing.TB) model.Change {
	today := day(t, "2026-11-21")
	return model.Change{Today: today, Reason: "naskah berubah", SignDate: today, ResumeDate: day(t, "2026-12-21"),
		NoticeOn: today, Cause: "convenience", TerminatesOn: day(t, "2026-12-21"), WaitsOn: "p2"}
}

func TestAgreementFlow_EveryStepFromEveryState(t *testing.T) {
	table := agreementTable()
	for _, s := range model.AgreementFlow().Steps {
		if table[s.Name] == nil {
			t.Errorf("the table does not know step %s", s.Name)
		}
	}

	for step, ways := range table {
		for _, from := range model.Statuses() {
			a := ready(t, from)
			err := a.Apply(step, told(t))
			to, allowed := ways[from]
			switch {
			case allowed && (err != nil || a.Status != to || to != from && a.StatusSince != told(t).Today):
				t.Errorf("%s from %s: %v, %s since %s", step, from, err, a.Status, a.StatusSince)
			case !allowed && (!errors.Is(err, model.ErrTransition) || a.Status != from):
				t.Errorf("%s from %s was not refused: %v, now %s", step, from, err, a.Status)
			}
		}
	}
}

// TestAgreementFlow_OffersWhatTheStateHas reads the steps by what a person is offered, and which of them stands out.
func TestAgreementFlow_OffersWhatTheStateHas(t *testing.T) {
	for from, want := range map[model.AgreementStatus]string{"draft": "submit issue! wait pause cancel", "review": "return issue! wait pause cancel",
		"awaiting_signature": "sign! revise wait pause cancel", "active": "suspend notify terminate", "suspended": "resume! notify terminate", "renewed": "", "expired": "", "terminated": "", "cancelled": ""} {
		var got []string
		a := ready(t, from)
		for _, s := range model.AgreementFlow().Offered(a, model.Change{Today: told(t).Today}) {
			name := string(s.Name)
			if s.Main != nil && s.Main(a) {
				name += "!"
			}
			got = append(got, name)
		}

		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v", from, got)
		}
	}
}

// TestAgreementFlow_TheClock is what a day does: state, goes on by itself, followed, before or after the end.
func TestAgreementFlow_TheClock(t *testing.T) {
	for name, x := range map[string]struct {
		from     model.AgreementStatus
		days     int // after the end
		auto     bool
		followed bool
		want     model.AgreementStatus
	}{
		"the last day":                {"active", 0, false, false, "active"},
		"the day after":               {"active", 1, false, false, "expired"},
		"suspended, the day after":    {"suspended", 1, false, false, "expired"},
		"goes on by itself":           {"active", 1, true, false, "active"},
		"suspended does not go on":    {"suspended", 1, true, false, "expired"},
		"followed, before the end":    {"active", 0, false, true, "active"},
		"followed, after the end":     {"active", 1, true, true, "renewed"},
		"suspended and followed":      {"suspended", 1, false, true, "renewed"},
		"expired, followed later":     {"expired", 9, false, true, "renewed"},
		"expired stays":               {"expired", 9, false, false, "expired"},
		"a draft does not end":        {"draft", 9, true, true, "draft"},
		"nor what is to be signed":    {"awaiting_signature", 9, false, false, "awaiting_signature"},
		"nor what was terminated":     {"terminated", 9, false, true, "terminated"},
		"nor what was cancelled once": {"cancelled", 9, false, true, "cancelled"},
	} {
		a := ready(t, x.from)
		a.AutoRenew, a.RenewTermN, a.RenewTermUnit = x.auto, 1, "year"
		end := a.EndDate
		a.PassDay(end.AddDays(x.days), x.followed)
		if a.Status != x.want || x.auto && x.want == "active" && a.EndDate != end.AddDays(1).AddMonths(12).AddDays(-1) {
			t.Errorf("%s: %s until %s", name, a.Status, a.EndDate)
		}
	}
}

// TestAgreementFlow_ASuspendedAgreementBindsNobodyUntilItIsResumed follows one through brief section 4.4.1: it is not in force
// and not expiring, covers no referral, ends on its day, and cannot be resumed after it.
func TestAgreementFlow_ASuspendedAgreementBindsNobodyUntilItIsResumed(t *testing.T) {
	today := day(t, "2026-11-21")
	a := ready(t, "active")
	a.StartDate = today.AddDays(-300)
	a.EndDate = today.AddDays(60)
	partner := a.Partners()[0].PartnerID
	if !a.InForce(today) || !a.Expiring(today) || !a.Covers(partner, today) {
		t.Fatalf("%+v is not in force", a)
	}

	for field, ch := range map[string]model.Change{
		"status_reason: required":   {Today: today, Reason: " ", ResumeDate: today.AddDays(30)},
		"resume_date: required":     {Today: today, Reason: "izin"},
		"resume_date: outside_term": {Today: today, Reason: "izin", ResumeDate: a.EndDate.AddDays(1)},
	} {
		has(t, model.AsProblems(a.Apply("suspend", ch)), field)
	}

	has(t, model.AsProblems(a.Apply("suspend", model.Change{Today: today, Reason: "izin", ResumeDate: today})), "resume_date: outside_term")

	if err := a.Apply("suspend", model.Change{Today: today, Reason: " Menunggu izin ", ResumeDate: a.EndDate}); err != nil {
		t.Fatal(err)
	}
	if a.StatusReason != "Menunggu izin" || a.StatusDate != today || a.ResumeDate != a.EndDate {
		t.Errorf("%q on %s until %s", a.StatusReason, a.StatusDate, a.ResumeDate)
	}
	if a.InForce(today) || a.Expiring(today) || a.Badge(today) != "" || a.WasInForce(today) || a.Covers(partner, today) || !a.Binds() {
		t.Error("a suspended agreement is in force, or is none any more")
	}
	if !a.WasInForce(today.AddDays(-1)) {
		t.Error("it was in force on the day before")
	}

	ended := a
	if ended.PassDay(a.EndDate.AddDays(1), false); ended.Status != "expired" || ended.ExpiredFrom != "suspended" {
		t.Errorf("%s from %s after the end", ended.Status, ended.ExpiredFrom)
	}

	has(t, model.AsProblems(a.Apply("resume", model.Change{Today: a.EndDate.AddDays(1)})), "end_date: term_over")
	if err := a.Apply("resume", model.Change{Today: a.EndDate}); err != nil || !a.InForce(a.EndDate) {
		t.Errorf("%v: %s on its last day", err, a.Status)
	}
	if a.StatusReason != "" || !a.ResumeDate.IsZero() || a.StatusSince != a.EndDate {
		t.Errorf("it keeps why it was suspended: %q until %s", a.StatusReason, a.ResumeDate)
	}
}
