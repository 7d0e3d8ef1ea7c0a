package model

import (
	"time"
)

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

// TACCReasons lists what the insurer's register knows of a TACC; a complication is told in words.
func TACCReasons(tacc string) []string {
	switch tacc {
	case "time", "comorbidity":
		return []string{"days_under_3", "days_3_to_7", "days_from_7"}
	case "age":
		return []string{"under_1_month", "months_1_to_12", "years_1_to_5", "years_5_to_12", "years_12_to_55", "years_from_55"}
	}
	return nil
}

// Transports lists how the patient travels.
func Transports() []string {
	return []string{"ambulans_klinik", "ambulans_penerima", "ambulans_119", "kendaraan_pribadi", "umum", "jalan_kaki", "lainnya"}
}

// ConsentRelations lists who may agree.
func ConsentRelations() []string {
	return []string{"pasien", "suami", "istri", "ayah", "ibu", "anak", "wali", "lainnya"}
}

// ConsentMethods lists how consent is given.
func ConsentMethods() []string { return []string{"tertulis", "lisan", "telepon"} }

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
