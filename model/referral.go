package model

import "time"

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

	Status         ReferralStatus `json:"status"`
	StatusReason   string         `json:"status_reason,omitempty"`
	IssuedAt       time.Time      `json:"issued_at,omitzero"`
	SentAt         time.Time      `json:"sent_at,omitzero"`
	DecidedAt      time.Time      `json:"decided_at,omitzero"`
	DepartedAt     time.Time      `json:"departed_at,omitzero"`
	ArrivedAt      time.Time      `json:"arrived_at,omitzero"`
	HandedOverAt   time.Time      `json:"handed_over_at,omitzero"`
	RepliedAt      time.Time      `json:"replied_at,omitzero"`
	BackReferredAt time.Time      `json:"back_referred_at,omitzero"`
	ClosedAt       time.Time      `json:"closed_at,omitzero"`

	ContactLog       []ContactAttempt `json:"contact_log,omitempty"`
	Decision         ReferralStatus   `json:"decision,omitempty"`
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

// BPJS reports whether the national insurance pays.
func (r Referral) BPJS() bool { return r.Insurance == "bpjs_pbi" || r.Insurance == "bpjs_nonpbi" }

// NeedsTACC reports whether the insurer asks why the clinic did not treat the patient itself.
func (r Referral) NeedsTACC() bool { return r.NonSpecialist && r.BPJS() && r.Direction == "out" }

// BPJSValidityDays is how long a BPJS referral of an outpatient is valid after the planned visit.
const BPJSValidityDays = 90

// Validity is the last day of a BPJS referral of an outpatient; zero for all others.
func (r Referral) Validity() Date {
	if r.Direction != "out" || !r.BPJS() || !r.Outpatient() || r.PlannedVisit.IsZero() {
		return Date{}
	}
	return r.PlannedVisit.AddDays(BPJSValidityDays)
}

// Emergency reports whether the rules of an emergency hold.
func (r Referral) Emergency() bool { return r.ServiceType == "gawat_darurat" }

// Masked returns the referral without what tells who the patient is: card and insurer's numbers, the people around, and
// the name of the reply's scan.
// Initials and record number stay.
func (r Referral) Masked() Referral {
	r.InsuranceNo, r.InsurerReferralNo, r.Companion, r.Consent.Person = "", "", "", ""
	r.Reply.File = r.Reply.File.Anonymous()
	return r
}
