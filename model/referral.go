package model

import (
	"fmt"
	"time"
)

// Referral is a patient sent to, or received from, a partner (brief section 4.11). The patient's identity is a record of
// its own; Initials and MRNo are what lists may show. Clinical texts are sealed like the identity.
// Filters of its register: direction, status, service_type, urgency, partner_id, agreement_id, patient_id, waiting (yes).
type Referral struct {
	Base
	Direction         string    `json:"direction"` // out or in
	ReferralNo        string    `json:"referral_no,omitempty"`
	InsurerReferralNo string    `json:"insurer_referral_no,omitempty"`
	ReferralAt        time.Time `json:"referral_datetime"` // date and time of the letter
	ServiceType       string    `json:"service_type"`
	Orientation       string    `json:"orientation"`
	Urgency           string    `json:"urgency"`
	PartnerID         ID        `json:"partner_id"`
	PartnerName       string    `json:"partner_name,omitempty"` // read only, for lists
	DestUnit          string    `json:"dest_unit,omitempty"`
	DestDoctor        string    `json:"dest_doctor,omitempty"`
	AgreementID       ID        `json:"agreement_id,omitempty"`
	PatientID         ID        `json:"patient_id"`
	Initials          string    `json:"initials,omitempty"` // read only
	MRNo              string    `json:"mr_no,omitempty"`    // read only
	Insurance         string    `json:"insurance"`
	InsuranceNo       string    `json:"insurance_no,omitempty"`

	DxPrimary      Diagnosis   `json:"dx_primary"`
	DxSecondary    []Diagnosis `json:"dx_secondary,omitempty"`
	ReasonCategory string      `json:"reason_category"`
	ReasonText     string      `json:"reason_text"`
	NonSpecialist  bool        `json:"non_specialist"`
	TACC           string      `json:"tacc,omitempty"`
	TACCReason     string      `json:"tacc_reason,omitempty"`

	Anamnesis         string  `json:"anamnesis,omitempty"`
	Physical          string  `json:"physical,omitempty"`
	Vitals            Vitals  `json:"vitals"`
	Supporting        string  `json:"supporting,omitempty"`
	Therapy           string  `json:"therapy,omitempty"`
	EmergencyCriteria []bool  `json:"emergency_criteria,omitempty"` // five of brief 4.11
	RequestedService  string  `json:"requested_service,omitempty"`
	Transport         string  `json:"transport,omitempty"`
	EscortStaffID     ID      `json:"escort_staff_id,omitempty"`
	Companion         string  `json:"companion,omitempty"`
	DoctorStaffID     ID      `json:"doctor_staff_id,omitempty"` // the referring doctor of an outgoing referral
	DoctorName        string  `json:"doctor_name,omitempty"`     // of an incoming one
	Consent           Consent `json:"consent"`
	PlannedVisit      Date    `json:"planned_visit_date"`
	ValidUntil        Date    `json:"valid_until"`

	Status         string    `json:"status"`
	StatusReason   string    `json:"status_reason,omitempty"`
	IssuedAt       time.Time `json:"issued_at,omitzero"`
	SentAt         time.Time `json:"sent_at,omitzero"`
	DecidedAt      time.Time `json:"decided_at,omitzero"`
	DepartedAt     time.Time `json:"departed_at,omitzero"`
	ArrivedAt      time.Time `json:"arrived_at,omitzero"`
	HandedOverAt   time.Time `json:"handed_over_at,omitzero"`
	RepliedAt      time.Time `json:"replied_at,omitzero"`
	BackReferredAt time.Time `json:"back_referred_at,omitzero"`
	ClosedAt       time.Time `json:"closed_at,omitzero"`

	ContactLog       []ContactAttempt `json:"contact_log,omitempty"`
	Decision         string           `json:"decision,omitempty"`
	DecisionBy       string           `json:"decision_by,omitempty"`
	DecisionReason   string           `json:"decision_reason,omitempty"`
	RedirectedTo     ID               `json:"redirected_to_partner_id,omitempty"`
	NextReferralID   ID               `json:"next_referral_id,omitempty"`
	OriginReferralID ID               `json:"origin_referral_id,omitempty"`
	ArrivalCondition string           `json:"arrival_condition,omitempty"`
	ReceivedBy       string           `json:"received_by,omitempty"`
	Reply            Reply            `json:"reply"`
	PRBGroup         string           `json:"prb_group,omitempty"`
	Outcome          string           `json:"outcome,omitempty"`
	Note             string           `json:"note,omitempty"`
}

// Diagnosis is an ICD-10 code with the text the clinic uses for it.
type Diagnosis struct {
	Code string `json:"code"`
	Text
}

// Vitals are the vital signs; zero means not measured.
type Vitals struct {
	Consciousness string  `json:"consciousness,omitempty"`
	GCS           int     `json:"gcs,omitempty"`
	BPSystolic    int     `json:"bp_s,omitempty"`
	BPDiastolic   int     `json:"bp_d,omitempty"`
	HR            int     `json:"hr,omitempty"`
	RR            int     `json:"rr,omitempty"`
	Temp          float64 `json:"temp,omitempty"` // degrees Celsius
	SpO2          int     `json:"spo2,omitempty"` // per cent
	Weight        float64 `json:"weight,omitempty"`
	Pain          int     `json:"pain,omitempty"`
}

// Measured reports whether the signs that an emergency needs are there: blood pressure, pulse, respiration.
func (v Vitals) Measured() bool { return v.BPSystolic > 0 && v.HR > 0 && v.RR > 0 }

// Consent says who agreed to the referral.
type Consent struct {
	Person   string    `json:"person,omitempty"`
	Relation string    `json:"relation,omitempty"`
	Method   string    `json:"method,omitempty"`
	At       time.Time `json:"time,omitzero"`
	// Unobtainable is the reason why an emergency could not wait for consent.
	Unobtainable string `json:"unobtainable,omitempty"`
}

// ContactAttempt is one try to reach the other facility.
type ContactAttempt struct {
	At      time.Time `json:"time"`
	Channel string    `json:"channel"`
	Person  string    `json:"person,omitempty"`
	Outcome string    `json:"outcome,omitempty"`
}

// Reply is the answer of the facility that treated the patient (brief section 2.16).
type Reply struct {
	Number      string    `json:"reply_no,omitempty"`
	Date        Date      `json:"date"`
	CareDate    Date      `json:"care_date"`
	FinalDx     Diagnosis `json:"final_dx"`
	Summary     string    `json:"summary,omitempty"`
	Therapy     []Therapy `json:"therapy,omitempty"`
	FollowUp    string    `json:"follow_up,omitempty"`
	ControlDate Date      `json:"control_date"` // also the day by which a back-referred patient is due
	NextPlace   string    `json:"next_facility,omitempty"`
	PRB         bool      `json:"prb_flag,omitempty"`
	Advice      string    `json:"advice,omitempty"`
	Doctor      string    `json:"doctor,omitempty"`
	DoctorSIP   string    `json:"doctor_sip,omitempty"`
}

// Therapy is a medicine that goes on after the return.
type Therapy struct {
	Drug      string `json:"drug"`
	Dose      string `json:"dose,omitempty"`
	Frequency string `json:"frequency,omitempty"`
	Duration  string `json:"duration,omitempty"`
}

// ServiceTypes lists the three kinds of referral.
func ServiceTypes() []string { return []string{"rawat_jalan", "gawat_darurat", "rawat_inap"} }

// Orientations lists vertical and horizontal.
func Orientations() []string { return []string{"vertikal", "horizontal"} }

// Urgencies lists how fast a referral is.
func Urgencies() []string { return []string{"emergency", "urgent", "elective"} }

// Insurances lists who pays.
func Insurances() []string {
	return []string{"umum", "bpjs_pbi", "bpjs_nonpbi", "jamkesda", "swasta", "perusahaan", "lainnya"}
}

// ReasonCategories lists why a patient is referred.
func ReasonCategories() []string {
	return []string{"beyond_competence", "no_equipment", "no_bed", "specialist_opinion", "diagnostic_exam", "continuing_care",
		"procedure", "program", "patient_request", "back_to_origin", "other"}
}

// TACCs lists the reasons that justify referring a diagnosis of the first level.
func TACCs() []string { return []string{"time", "age", "complication", "comorbidity"} }

// Transports lists how the patient travels.
func Transports() []string {
	return []string{"ambulans_klinik", "ambulans_penerima", "ambulans_119", "kendaraan_pribadi", "umum", "jalan_kaki", "lainnya"}
}

// ConsentRelations lists who may agree.
func ConsentRelations() []string {
	return []string{"pasien", "suami", "istri", "ayah", "ibu", "anak", "wali", "lainnya"}
}

// Channels lists the ways to reach a facility.
func Channels() []string {
	return []string{"telepon", "whatsapp", "sisrute", "satusehat", "email", "tatap_muka"}
}

// DecisionReasons lists why a referral is rejected or redirected.
func DecisionReasons() []string {
	return []string{"tempat_tidur_penuh", "tidak_ada_spesialis", "alat_tidak_tersedia", "di_luar_kompetensi", "administrasi", "lainnya"}
}

// Outcomes lists how it ended.
func Outcomes() []string {
	return []string{"membaik", "sembuh", "rawat_inap", "rujuk_lanjut", "menetap", "memburuk", "meninggal", "pulang_paksa", "tidak_diketahui"}
}

// FollowUps lists what a reply asks for.
func FollowUps() []string {
	return []string{"rawat_inap", "kontrol_kembali", "selesai", "rujuk_balik", "rujuk_lanjut", "meninggal"}
}

// PRBGroups lists the diseases of the back-referral programme.
func PRBGroups() []string {
	return []string{"diabetes", "hipertensi", "jantung", "asma", "ppok", "epilepsi", "skizofrenia", "stroke", "sle"}
}

// BPJS reports whether the national insurance pays.
func (r Referral) BPJS() bool { return r.Insurance == "bpjs_pbi" || r.Insurance == "bpjs_nonpbi" }

// Emergency reports whether the rules of an emergency hold.
func (r Referral) Emergency() bool { return r.ServiceType == "gawat_darurat" }

// ResponseMinutes is the time to the decision; false when there is none.
func (r Referral) ResponseMinutes() (int, bool) { return between(r.SentAt, r.DecidedAt) }

// TransferMinutes is the time on the way; false when unknown.
func (r Referral) TransferMinutes() (int, bool) { return between(r.DepartedAt, r.ArrivedAt) }

func between(from, to time.Time) (int, bool) {
	if from.IsZero() || to.IsZero() {
		return 0, false
	}
	return int(to.Sub(from).Minutes()), true
}

// ReplyDays is the number of calendar days from arrival to reply in the clinic's zone; false when unknown.
func (r Referral) ReplyDays(zone *time.Location) (int, bool) {
	if r.ArrivedAt.IsZero() || r.RepliedAt.IsZero() {
		return 0, false
	}
	return DateOf(r.ArrivedAt.In(zone)).DaysUntil(DateOf(r.RepliedAt.In(zone))), true
}

// times lists the points of a referral's life in their order.
func (r Referral) times() []struct {
	field string
	at    time.Time
} {
	return []struct {
		field string
		at    time.Time
	}{{"referral_datetime", r.ReferralAt}, {"issued_at", r.IssuedAt}, {"sent_at", r.SentAt}, {"decided_at", r.DecidedAt},
		{"departed_at", r.DepartedAt}, {"arrived_at", r.ArrivedAt}, {"handed_over_at", r.HandedOverAt},
		{"replied_at", r.RepliedAt}, {"back_referred_at", r.BackReferredAt}, {"closed_at", r.ClosedAt}}
}

// Check normalises codes and returns every broken rule and warning that matters for saving; now bounds the times.
func (r *Referral) Check(now time.Time) Problems {
	var c checker
	c.oneOf("direction", r.Direction, []string{"out", "in"})
	c.oneOf("service_type", r.ServiceType, ServiceTypes())
	c.oneOf("orientation", r.Orientation, Orientations())
	c.oneOf("urgency", r.Urgency, Urgencies())
	c.oneOf("insurance", r.Insurance, Insurances())
	c.oneOf("status", r.Status, ReferralStatuses())
	if r.PartnerID == 0 {
		c.add("partner_id", CodeRequired)
	}
	if (r.Urgency == "emergency") != r.Emergency() {
		c.warn("urgency", "urgency_service")
	}
	if r.BPJS() {
		c.required("insurance_no", r.InsuranceNo)
		c.normal("insurance_no", &r.InsuranceNo, BPJSCard)
	}
	c.normal("insurer_referral_no", &r.InsurerReferralNo, BPJSReferral)
	r.checkClinical(&c)
	r.checkTimes(&c, now)
	return c.found
}

func (r *Referral) checkClinical(c *checker) {
	c.required("dx_primary.code", r.DxPrimary.Code)
	c.normal("dx_primary.code", &r.DxPrimary.Code, ICD10)
	if len(r.DxSecondary) > 5 {
		c.add("dx_secondary", CodeTooLong, "5")
	}
	for i := range r.DxSecondary {
		c.normal(fmt.Sprintf("dx_secondary[%d].code", i), &r.DxSecondary[i].Code, ICD10)
	}
	c.oneOf("reason_category", r.ReasonCategory, ReasonCategories())
	c.text("reason_text", r.ReasonText, 1000)
	c.optional("tacc", r.TACC, TACCs())
	if r.NonSpecialist && r.BPJS() && r.Direction == "out" && r.TACC == "" {
		c.warn("tacc", "tacc_missing")
	}
	c.optional("transport", r.Transport, Transports())
	c.optional("consent.relation", r.Consent.Relation, ConsentRelations())
	c.optional("outcome", r.Outcome, Outcomes())
	c.optional("reply.follow_up", r.Reply.FollowUp, FollowUps())
	c.optional("prb_group", r.PRBGroup, PRBGroups())
	r.checkVitals(c)
}

func (r *Referral) checkVitals(c *checker) {
	v := r.Vitals
	for _, f := range []struct {
		name            string
		value, low, top float64
	}{{"bp_s", float64(v.BPSystolic), 0, 300}, {"bp_d", float64(v.BPDiastolic), 0, 300}, {"hr", float64(v.HR), 0, 300},
		{"rr", float64(v.RR), 0, 120}, {"temp", v.Temp, 25, 45}, {"spo2", float64(v.SpO2), 0, 100}, {"gcs", float64(v.GCS), 3, 15},
		{"weight", v.Weight, 0, 400}, {"pain", float64(v.Pain), 0, 10}} {
		if f.value != 0 && (f.value < f.low || f.value > f.top) {
			c.add("vitals."+f.name, CodeRange, fmt.Sprint(f.low), fmt.Sprint(f.top))
		}
	}
}

func (r *Referral) checkTimes(c *checker, now time.Time) {
	if r.ReferralAt.IsZero() {
		c.add("referral_datetime", CodeRequired)
	}
	var last time.Time
	for _, t := range r.times() {
		if t.at.IsZero() {
			continue
		}
		if t.at.Before(last) {
			c.add(t.field, "time_order")
		}
		if t.at.After(now) {
			c.add(t.field, "future_date")
		}
		last = t.at
	}
	if !r.ValidUntil.IsZero() && !r.PlannedVisit.IsZero() && r.ValidUntil.Before(r.PlannedVisit) {
		c.add("valid_until", CodeDateOrder)
	}
}

// Unissued lists what is missing before the letter may be issued (brief sections 2.15 and 4.11): the doctor, a unit,
// consent, and for an emergency vital signs, therapy, transport and escort.
func (r Referral) Unissued(p Patient) Problems {
	c := checker{found: Problems{}}
	c.required("patient.name", p.Name)
	if r.DoctorStaffID == 0 {
		c.add("doctor_staff_id", CodeRequired)
	}
	c.required("dest_unit", r.DestUnit)
	c.required("dx_primary.text_id", r.DxPrimary.Text.ID)
	if r.Consent.Unobtainable == "" || !r.Emergency() {
		c.required("consent.person", r.Consent.Person)
		c.required("consent.relation", r.Consent.Relation)
	}
	if r.Emergency() {
		if !r.Vitals.Measured() {
			c.add("vitals.bp_s", "vitals_required")
		}
		c.required("therapy", r.Therapy)
		c.required("transport", r.Transport)
		if r.EscortStaffID == 0 && r.Companion == "" {
			c.add("escort_staff_id", CodeRequired)
		}
	}
	return c.found
}

// Covers reports whether an agreement covers a referral to its partner on a day (brief section 4.11).
func (r Agreement) Covers(partner ID, day Date) bool {
	switch r.CooperationField {
	case "referral", "laboratory", "diagnostics", "tb_dppm":
	default:
		return false
	}
	if r.Status != StatusActive && r.Status != StatusExpired && r.Status != StatusRenewed && r.Status != StatusEnded {
		return false
	}
	for _, p := range r.Parties {
		if p.PartnerID == partner && partner != 0 {
			end := r.EndDate
			if r.Status == StatusEnded && !r.StatusDate.IsZero() && r.StatusDate.Before(end) {
				end = r.StatusDate
			}
			return !day.Before(r.StartDate) && !day.After(end)
		}
	}
	return false
}
