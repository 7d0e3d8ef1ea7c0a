package model

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
