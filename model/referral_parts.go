package model

import "time"

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
	// File is the scan of a reply that was received; nil when there is none.
	File *ReplyFile `json:"file,omitempty"`
}

// Therapy is a medicine that goes on after the return.
type Therapy struct {
	Drug      string `json:"drug"`
	Dose      string `json:"dose,omitempty"`
	Frequency string `json:"frequency,omitempty"`
	Duration  string `json:"duration,omitempty"`
}
