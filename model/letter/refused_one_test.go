package letter_test

import (
	"slices"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/letter"
)

// lack takes one thing from a complete document; field and code are what the final is refused for.
type lack struct {
	field, code string
	take        func(d *model.LetterData)
}

// ofAgreements are what each agreement must say (brief section 2.8).
func ofAgreements() []lack {
	a := func(change func(*model.Agreement)) func(*model.LetterData) {
		return func(d *model.LetterData) { change(&d.Agreement) }
	}
	return []lack{
		{"title", model.CodeRequired, a(func(a *model.Agreement) { a.Title = " " })},
		{"cooperation_field", model.CodeRequired, a(func(a *model.Agreement) { a.CooperationField = "" })},
		{"goals", model.CodeRequired, a(func(a *model.Agreement) { a.Goals = nil })},
		{"goals[0].indicator", model.CodeRequired, a(func(a *model.Agreement) { a.Goals[0].Indicator = "" })},
		{"scope_items", model.CodeRequired, a(func(a *model.Agreement) { a.ScopeItems = nil })},
		{"obligations", "obligations_of", a(func(a *model.Agreement) { a.Obligations = a.Obligations[:1] })},
		{"pics", model.CodeRequired, a(func(a *model.Agreement) { a.PICs = a.PICs[:1] })},
		{"pics[1].phone", model.CodeRequired, a(func(a *model.Agreement) { a.PICs[1].Phone, a.PICs[1].Email = "", "" })},
		{"start_date", model.CodeRequired, a(func(a *model.Agreement) { a.StartDate = model.Date{} })},
		{"end_date", model.CodeRequired, a(func(a *model.Agreement) { a.EndDate = model.Date{} })},
		{"parties[1].authority", model.CodeRequired, a(func(a *model.Agreement) { a.Parties[1].Authority = "" })},
		{"partners[0].address", model.CodeRequired, func(d *model.LetterData) { d.Partners[0].Address, d.Partners[0].City = "", "" }},
		{"terms.cure_days", model.CodeRequired, a(func(a *model.Agreement) { a.Terms.CureDays = 0 })},
		{"terms.bank_account", model.CodeRequired, a(func(a *model.Agreement) { a.FinancingMode = "tariff" })},
		{"value_amount", model.CodeRequired, a(func(a *model.Agreement) { a.FinancingMode = "value" })},
		{"parties", model.CodeRange, a(func(a *model.Agreement) { a.Parties = a.Parties[:1] })},
	}
}

// ofEmergencies are what an emergency needs beside a referral of any other day (brief section 2.15).
func ofEmergencies() []lack {
	r := func(change func(*model.Referral)) func(*model.LetterData) {
		return func(d *model.LetterData) { change(d.Referral) }
	}
	return []lack{
		{"vitals.bp_s", model.CodeRequired, r(func(r *model.Referral) { r.Vitals.BPSystolic = 0 })},
		{"vitals.hr", model.CodeRequired, r(func(r *model.Referral) { r.Vitals.HR = 0 })},
		{"vitals.rr", model.CodeRequired, r(func(r *model.Referral) { r.Vitals.RR = 0 })},
		{"therapy", model.CodeRequired, r(func(r *model.Referral) { r.Therapy = "" })},
		{"transport", model.CodeRequired, r(func(r *model.Referral) { r.Transport = "" })},
		{"escort_staff_id", model.CodeRequired, func(d *model.LetterData) { d.Escort, d.Referral.EscortStaffID = nil, 0 }},
		{"dest_unit", model.CodeRequired, r(func(r *model.Referral) { r.DestUnit = "" })},
		{"reason_text", model.CodeRequired, r(func(r *model.Referral) { r.ReasonText = "" })},
		{"dx_primary.code", model.CodeRequired, r(func(r *model.Referral) { r.DxPrimary.Code = "" })},
		{"consent.person", model.CodeRequired, r(func(r *model.Referral) { r.Consent.Person = "" })},
		{"patient.sex", model.CodeRequired, func(d *model.LetterData) { d.Patient.Sex = "" }},
		{"patient.birth_date", model.CodeRequired, func(d *model.LetterData) { d.Patient.BirthDate, d.Patient.AgeYears = model.Date{}, -1 }},
		{"doctor_staff_id", model.CodeRequired, func(d *model.LetterData) { d.Doctor, d.Referral.DoctorStaffID = nil, 0 }},
		{"direction", model.CodeUnknownValue, r(func(r *model.Referral) { r.Direction = "in" })},
	}
}

// ofReplies are what our answer to a referral must say (brief section 2.16).
func ofReplies() []lack {
	r := func(change func(*model.Reply)) func(*model.LetterData) {
		return func(d *model.LetterData) { change(&d.Referral.Reply) }
	}
	return []lack{
		{"reply.summary", model.CodeRequired, r(func(r *model.Reply) { r.Summary = "" })},
		{"reply.final_dx.text_id", model.CodeRequired, r(func(r *model.Reply) { r.FinalDx = model.Diagnosis{} })},
		{"reply.follow_up", model.CodeRequired, r(func(r *model.Reply) { r.FollowUp = "" })},
		{"reply.care_date", model.CodeRequired, r(func(r *model.Reply) { r.CareDate = model.Date{} })},
		{"reply.control_date", model.CodeRequired, r(func(r *model.Reply) { r.FollowUp = "kontrol_kembali" })},
		{"reply.next_facility", model.CodeRequired, r(func(r *model.Reply) { r.FollowUp = "rujuk_lanjut" })},
		{"prb_group", model.CodeRequired, func(d *model.LetterData) { d.Referral.PRBGroup = "" }},
		{"reply.therapy[1].drug", model.CodeRequired, r(func(r *model.Reply) { r.Therapy[1].Drug = "" })},
		{"direction", model.CodeUnknownValue, func(d *model.LetterData) { d.Referral.Direction = "out" }},
	}
}

// ofTrainings are what invitations and certificates must say (brief sections 2.13 and 2.14).
func ofTrainings() []lack {
	tr := func(change func(*model.Training)) func(*model.LetterData) {
		return func(d *model.LetterData) { change(d.Training) }
	}
	return []lack{
		{"title", model.CodeRequired, tr(func(t *model.Training) { t.Title, t.TitleEN = "", "" })},
		{"type", model.CodeRequired, tr(func(t *model.Training) { t.Type = "" })},
		{"place", model.CodeRequired, tr(func(t *model.Training) { t.Place = "" })},
		{"start", model.CodeRequired, tr(func(t *model.Training) { t.Start = model.Date{} })},
		{"sessions[2].topic", model.CodeRequired, tr(func(t *model.Training) { t.Sessions[2].Topic = "" })},
	}
}

// ofExpiries are what a notice of the end must say, and what would make it untrue (brief section 2.11).
func ofExpiries() []lack {
	a := func(change func(*model.Agreement)) func(*model.LetterData) {
		return func(d *model.LetterData) { change(&d.Agreement) }
	}
	answer := func(y int, m time.Month, day int) func(*model.LetterData) {
		return func(d *model.LetterData) { d.Said.AnswerBy = date(y, m, day) }
	}

	return []lack{
		{"number_own", model.CodeRequired, a(func(a *model.Agreement) { a.NumberOwn = "" })},
		{"title", model.CodeRequired, a(func(a *model.Agreement) { a.Title, a.TitleEN = "", "" })},
		{"sign_date", model.CodeRequired, a(func(a *model.Agreement) { a.SignDate = model.Date{} })},
		{"pics", model.CodeRequired, a(func(a *model.Agreement) { a.PICs = a.PICs[1:] })},
		{"parties[1].rep_position", model.CodeRequired, func(d *model.LetterData) { d.Agreement.Parties[1].RepPosition, d.Partners[0].Contacts = "", nil }},
		{"partners[0].city", model.CodeRequired, func(d *model.LetterData) { d.Partners[0].City = "" }},
		{"answer_deadline", model.CodeRequired, func(d *model.LetterData) { d.Said.AnswerBy = model.Date{} }},
		{"renewal_paper", model.CodeRequired, func(d *model.LetterData) { d.Said.RenewBy = "" }},
		{"clinic.head_name", model.CodeRequired, func(d *model.LetterData) { d.Clinic.HeadName = "" }},
		{"status", "not_running_out", a(func(a *model.Agreement) { a.Status = model.StatusEnded })},
		{"status", "not_running_out", a(func(a *model.Agreement) { a.Status = model.StatusDraft })},
		{"end_date", "agreement_over", func(d *model.LetterData) { d.Date = d.Agreement.EndDate }},
		{"answer_deadline", "answer_outside", answer(2026, 11, 21)},
		{"answer_deadline", "answer_outside", answer(2027, 1, 1)},
	}
}

// ofTerminations are what a notice of termination must say, and what would make it untrue (brief section 2.12).
func ofTerminations() []lack {
	a := func(change func(*model.Agreement)) func(*model.LetterData) {
		return func(d *model.LetterData) { change(&d.Agreement) }
	}
	said := func(change func(*model.Said)) func(*model.LetterData) {
		return func(d *model.LetterData) { change(&d.Said) }
	}

	return []lack{
		{"number_own", model.CodeRequired, a(func(a *model.Agreement) { a.NumberOwn = "" })},
		{"terminates_on", model.CodeRequired, said(func(s *model.Said) { s.TerminatesOn = model.Date{} })},
		{"termination_reason", model.CodeRequired, said(func(s *model.Said) { s.Reason = " " })},
		{"termination_cause", model.CodeRequired, said(func(s *model.Said) { s.Cause = "" })},
		{"termination_cause", model.CodeUnknownValue, said(func(s *model.Said) { s.Cause = "bored" })},
		{"terminates_on", "notice_short", said(func(s *model.Said) { s.TerminatesOn = date(2026, 12, 20) })},
		{"terminates_on", "outside_agreement", said(func(s *model.Said) { s.TerminatesOn = date(2027, 1, 2) })},
		{"closeout_date", "closeout_outside", said(func(s *model.Said) { s.CloseoutOn = date(2026, 12, 22) })},
		{"terminates_on", "other_notice", a(func(a *model.Agreement) { a.TerminatesOn = date(2026, 12, 30) })},
		{"status", "not_binding", a(func(a *model.Agreement) { a.Status = model.StatusEnded })},
		{"status", "not_binding", a(func(a *model.Agreement) { a.Status = model.StatusAwaiting })},
	}
}

// ofMemoranda are what a memorandum must say (brief section 2.7).
func ofMemoranda() []lack {
	a := func(change func(*model.Agreement)) func(*model.LetterData) {
		return func(d *model.LetterData) { change(&d.Agreement) }
	}
	return []lack{
		{"common_purpose.text_id", model.CodeRequired, a(func(a *model.Agreement) { a.Purpose = model.Text{} })},
		{"scope_items", model.CodeAtLeast, a(func(a *model.Agreement) { a.ScopeItems = a.ScopeItems[:1] })},
		{"terms.workplan_days", model.CodeRequired, a(func(a *model.Agreement) { a.Terms.WorkplanDays = 0 })},
		{"pics", "pic_of", a(func(a *model.Agreement) { a.PICs = a.PICs[1:] })},
	}
}

func TestFinal_IsRefusedForEachThingThatIsMissing(t *testing.T) {
	w := letter.New(nil)
	for _, c := range []struct {
		make  func() model.LetterData
		lacks []lack
	}{
		{func() model.LetterData { return sampleData(t) }, ofAgreements()},
		{func() model.LetterData { return expiryData(t) }, ofExpiries()},
		{func() model.LetterData { return terminationData(t) }, ofTerminations()},
		{func() model.LetterData { return memorandumData(t) }, ofMemoranda()},
		{emergencyData, ofEmergencies()},
		{replyData, ofReplies()},
		{func() model.LetterData { return trainingData("UND") }, ofTrainings()},
		{func() model.LetterData { return trainingData("SRT") }, ofTrainings()},
	} {
		for _, language := range languagesOf(model.DocumentCode(c.make().Type)) {
			for _, l := range c.lacks {
				d := c.make()
				d.Language = language
				l.take(&d)
				checkLack(t, w, d, l)
			}
		}
	}
}

// together are fields that are missing with another one: without its beginning nobody knows how long a term is.
func together() map[string][]string { return map[string][]string{"start_date": {"end_date"}} }

// checkLack fails unless the final is refused for what was taken, and asks for no other field.
func checkLack(t *testing.T, w *letter.Writer, d model.LetterData, l lack) {
	t.Helper()
	ps := w.Missing(d)
	if !ps.Has(l.field, l.code) {
		t.Errorf("%s in %s without %s: %v", d.Type, d.Language, l.field, ps)
	}
	if _, err := w.Render(d); !model.AsProblems(err).Has(l.field, l.code) {
		t.Errorf("%s in %s without %s: %v", d.Type, d.Language, l.field, err)
	}

	for _, field := range required(ps) {
		if l.code == model.CodeRequired && field != l.field && !slices.Contains(together()[l.field], field) {
			t.Errorf("%s in %s without %s asks for %s too", d.Type, d.Language, l.field, field)
		}
	}
}
