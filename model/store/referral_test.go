package store_test

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
)

// wib is the zone of the sample's clinic.
func wib() *time.Location { return time.FixedZone("WIB", 7*3600) }

// newPatient is a fictitious person without a NIK.
func newPatient(n string) model.Patient {
	p := model.NewPatient()
	p.Name = "Sri " + n + " Percobaan"
	p.Sex = "P"
	p.BirthDate = day(1990, 5, 6)
	p.Phone = "+6281299990000"
	p.Address = "Jalan Percobaan 7"
	p.MRNo = "SM-9" + n
	p.InsuranceNo = "0000888000001"

	return p
}

// newReferral is a complete draft of an outpatient referral to a partner.
func newReferral(partner, patient, doctor model.ID) model.Referral {
	return model.Referral{Direction: "out", ReferralAt: time.Date(2026, 11, 21, 1, 0, 0, 0, time.UTC), ServiceType: "rawat_jalan",
		Orientation: "vertikal", Urgency: "elective", PartnerID: partner, DestUnit: "Poli Jantung", PatientID: patient,
		Insurance: "bpjs_pbi", InsuranceNo: "0000888000001", DxPrimary: model.Diagnosis{Code: "I10", Text: model.Text{ID: "Hipertensi"}},
		ReasonCategory: "specialist_opinion", ReasonText: "Perlu pemeriksaan dokter spesialis", DoctorStaffID: doctor,
		Anamnesis: "Nyeri dada sejak kemarin", Consent: model.Consent{Person: "Sri Percobaan", Relation: "pasien"},
		PlannedVisit: day(2026, 11, 24), Status: model.ReferralDraft}
}

// referralOn puts a patient and a draft to RSUD Tirtasana into the sample.
func referralOn(t *testing.T, s *store.Store, change func(*model.Referral)) model.Referral {
	t.Helper()
	p := newPatient("01")
	if err := s.Patients().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	r := newReferral(byCode(t, s, "partner", "P01"), p.ID, byCode(t, s, "staff", "S02"))
	if change != nil {
		change(&r)
	}
	if err := s.Referrals().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}

	return r
}

func emergency(r *model.Referral) {
	r.ServiceType, r.Urgency, r.DestUnit, r.Therapy, r.Transport, r.Companion = "gawat_darurat", "emergency", "IGD", "Oksigen", "ambulans_klinik", "Anak"
	r.Vitals = model.Vitals{BPSystolic: 90, BPDiastolic: 60, HR: 120, RR: 28}
	r.PlannedVisit = model.Date{}
}

func TestReferral_SaveFindsTheAgreementAndTheValidity(t *testing.T) {
	s := sampleStore(t)
	r := referralOn(t, s, nil)
	if got := must(s.Agreements().Get(t.Context(), r.AgreementID))(t); got.Code != "A01" {
		t.Errorf("agreement %s", got.Code)
	}
	if r.ValidUntil != day(2027, 2, 22) || r.Initials != "S.0.P." || r.MRNo != "SM-901" || r.PartnerName != "RSUD Tirtasana" {
		t.Errorf("valid until %s, %s, %s, %s", r.ValidUntil, r.Initials, r.MRNo, r.PartnerName)
	}

	r.PartnerID = byCode(t, s, "partner", "P02")
	if err := s.Referrals().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	if got := must(s.Agreements().Get(t.Context(), r.AgreementID))(t); got.Code != "A02" {
		t.Errorf("after another partner: %s", got.Code)
	}

	r.PartnerID = byCode(t, s, "partner", "P11")
	if err := s.Referrals().Save(t.Context(), &r); err != nil || r.AgreementID != 0 {
		t.Errorf("a partner without agreement: %d, %v", r.AgreementID, err)
	}
	if got := must(s.ReferralChanges().Covering(t.Context(), byCode(t, s, "partner", "P01"), day(2020, 1, 1)))(t); len(got) != 0 {
		t.Errorf("covered before it began: %v", got)
	}
}

func TestReferral_BadInputIsRefusedWhole(t *testing.T) {
	s := sampleStore(t)
	good := referralOn(t, s, nil)
	for field, spoil := range map[string]func(*model.Referral){
		"insurance_no":      func(r *model.Referral) { r.InsuranceNo = "000088800000" },
		"patient_id":        func(r *model.Referral) { r.PatientID = 0 },
		"partner_id":        func(r *model.Referral) { r.PartnerID = 0 },
		"sent_at":           func(r *model.Referral) { r.IssuedAt, r.SentAt = good.ReferralAt.Add(2), good.ReferralAt.Add(1) },
		"referral_datetime": func(r *model.Referral) { r.ReferralAt = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC) },
		"vitals.temp":       func(r *model.Referral) { r.Vitals.Temp = 62 },
		"dx_primary.code":   func(r *model.Referral) { r.DxPrimary.Code = "sakit" },
		"status":            func(r *model.Referral) { r.Status = "lost" },
	} {
		r := good
		r.ID, r.Version = 0, 0
		spoil(&r)
		err := s.Referrals().Save(t.Context(), &r)
		found := false
		for _, p := range model.AsProblems(err) {
			found = found || p.Field == field && !p.Warning
		}

		if !found || r.ID != 0 {
			t.Errorf("%s: %v", field, err)
		}
	}

	p := newPatient("02")
	p.BirthDate = day(1880, 1, 1)
	if err := s.Patients().Save(t.Context(), &p); !model.AsProblems(err).Has("birth_date", "age_range") {
		t.Errorf("an age of 146: %v", err)
	}

	newborn := newPatient("03")
	newborn.BirthDate = asOf()
	if err := s.Patients().Save(t.Context(), &newborn); err != nil {
		t.Errorf("a newborn without NIK: %v", err)
	}
	if n := len(must(s.Referrals().IDs(t.Context(), model.Query{}))(t)); n != 41 {
		t.Errorf("%d referrals", n)
	}
}

func TestReferral_TwoOnOneDay(t *testing.T) {
	s := sampleStore(t)
	r := referralOn(t, s, nil)
	again := newReferral(r.PartnerID, r.PatientID, r.DoctorStaffID)
	if err := s.Referrals().Save(t.Context(), &again); err != nil {
		t.Fatal(err)
	}

	got := must(s.Referrals().IDs(t.Context(), model.Query{Filter: model.Filters{model.ByPatient: ids(r.PatientID)}}))(t)
	if len(got) != 2 {
		t.Errorf("%v", got)
	}
}

func ids(id model.ID) string { return string(must2json(id)) }

func must2json(v any) []byte {
	text, _ := json.Marshal(v)
	return text
}

func TestPatient_EveryLookIsLogged(t *testing.T) {
	s := sampleStore(t)
	id := byCode(t, s, "patient", "PT01")
	p := must(s.Patients().Patient(t.Context(), id))(t)
	if p.Name != "Budi Contoh" || p.NIK != "9999991203619001" || p.BirthDate != day(1961, 3, 12) || p.Sex != "L" || p.AgeYears != -1 ||
		p.Phone != "+6281200000301" || p.InsuranceNo != "0000999000001" || p.Address != "RW 05 Kelurahan Melati (fiktif)" {
		t.Errorf("%+v", p)
	}

	p.Address = "Jalan Rahasia 1"
	if err := s.Patients().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	lines := must(s.History(t.Context(), "patient", id, 0))(t)
	if len(lines) != 3 || lines[0].Action != "update" || lines[1].Action != "view" || lines[1].User != "nur.aisyah" || lines[1].After != nil {
		t.Errorf("%+v", lines)
	}

	text := string(must2json(lines))
	for _, secret := range []string{"Budi", "Rahasia", "9999991203619001", "1961-03-12"} {
		if strings.Contains(text, secret) {
			t.Errorf("the history holds %q", secret)
		}
	}
}

func TestKeyLost_EverythingElseStaysUsable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	s := openAt(t, path)
	loadSample(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	for name, key := range map[string]model.Sealer{"none": nil, "another": otherSealer(t)} {
		locked := must(store.Open(t.Context(), path, store.Options{Actor: "nur.aisyah", Now: clock(), Sealer: key}))(t)
		tryLocked(t, name, locked)
		if err := locked.Close(); err != nil {
			t.Error(err)
		}
	}

	again := openAt(t, path)
	if p := must(again.Patients().Patient(t.Context(), byCode(t, again, "patient", "PT01")))(t); p.Name != "Budi Contoh" {
		t.Errorf("with the key: %+v", p)
	}
	if r := must(again.Referrals().Get(t.Context(), byCode(t, again, "referral", "F30")))(t); r.Consent.Person == "" || r.Status != "arrived" {
		t.Errorf("the clinical part went: %+v", r)
	}
}

// tryLocked works with a locked register.
func tryLocked(t *testing.T, name string, s *store.Store) {
	t.Helper()
	id := byCode(t, s, "patient", "PT01")
	fresh := newPatient("09")
	_, view := s.Patients().Patient(t.Context(), id)
	_, letter := s.Papers().Prepare(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, byCode(t, s, "referral", "F33")), Today: asOf()})
	r := must(s.Referrals().Get(t.Context(), byCode(t, s, "referral", "F30")))(t)
	if r.Consent.Person != "" || r.Initials == "" || r.PartnerName == "" {
		t.Errorf("%s: %+v", name, r)
	}

	r.Anamnesis = "Batuk"
	for what, err := range map[string]error{"view": view, "save": s.Patients().Save(t.Context(), &fresh), "letter": letter,
		"clinical": s.Referrals().Save(t.Context(), &r), "unlock": s.Seal().Unlock(t.Context(), otherSealer(t))} {
		if !errors.Is(err, model.ErrKeyLost) {
			t.Errorf("%s, %s: %v", name, what, err)
		}
	}

	if name == "none" {
		ch := model.ReferralChange{At: time.Date(2026, 11, 20, 2, 0, 0, 0, time.UTC)}
		if _, err := s.ReferralChanges().Apply(t.Context(), r.ID, "arrive", ch); err != nil {
			t.Errorf("a change of state: %v", err)
		}
	}

	if k := must(s.Overview().KPIs(t.Context(), model.PeriodOf("year", asOf())))(t); k.Outgoing != 31 || k.CompletenessPct != nil {
		t.Errorf("%s: %d outgoing, K12 %v", name, k.Outgoing, k.CompletenessPct)
	}
	if got := must(s.Patients().Find(t.Context(), "SM-000001"))(t); len(got) != 1 {
		t.Errorf("%s: %v", name, got)
	}
	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Errorf("%s: %v", name, report.Findings)
	}
}
