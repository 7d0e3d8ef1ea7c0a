package model_test

import (
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

// codes writes a list of codes as one text, whatever their type is.
func codes[T ~string](list []T) string {
	var all []string
	for _, code := range list {
		all = append(all, string(code))
	}
	return strings.Join(all, " ")
}

// sameCodes compares two lists of codes without their order.
func sameCodes(t *testing.T, section, got, want string) {
	t.Helper()
	a := strings.Fields(got)
	b := strings.Fields(want)
	slices.Sort(a)
	slices.Sort(b)
	if !slices.Equal(a, b) {
		t.Errorf("brief %s has\n%v, the list\n%v", section, b, a)
	}
}

func TestCodes_OfClinicAndStaff(t *testing.T) {
	sameCodes(t, "4.2 clinic_type", codes(model.ClinicTypes()), "pratama utama pratama_pendukung")
	sameCodes(t, "4.2 service_mode", codes(model.ServiceModes()), "rawat_jalan rawat_inap")
	sameCodes(t, "4.2 ownership", codes(model.Ownerships()), "perorangan badan_usaha yayasan pemerintah tni_polri pma")
	sameCodes(t, "4.2 accreditation", codes(model.Accreditations()), "none in_process dasar madya utama paripurna")
	sameCodes(t, "4.2 profession", codes(model.Professions()), `dokter dokter_gigi dokter_spesialis perawat bidan apoteker ttk analis_lab
		gizi sanitarian radiografer rekam_medis admin lainnya`)
	sameCodes(t, "2.2 paper", codes(model.Papers()), "A4 F4")
	sameCodes(t, "1.2 subject_label", codes(model.SubjectLabels()), "Hal Perihal")
	sameCodes(t, "1.1 party_label_style", codes(model.PartyLabelStyles()), "pertama kesatu")
}

func TestCodes_OfPartners(t *testing.T) {
	sameCodes(t, "4.3.1", codes(model.Sectors()), `health_facility government education_research ngo community private_company
		professional_org international`)
	sameCodes(t, "4.3 status", codes(model.PartnerStatuses()), "prospect active inactive blacklisted")
	sameCodes(t, "4.3 legal_form", codes(model.LegalForms()), `pt cv yayasan perkumpulan koperasi instansi_pemerintah blud perguruan_tinggi
		perorangan asing tanpa_badan_hukum`)
	sameCodes(t, "4.3 role", codes(model.ContactRoles()), "decision_maker pic_agreement pic_referral pic_training pic_finance emergency other")
}

// TestCodes_EveryKindOfOrganisationBelongsToOneSector (brief section 4.3.2).
func TestCodes_EveryKindOfOrganisationBelongsToOneSector(t *testing.T) {
	sameCodes(t, "4.3.2", codes(model.OrgTypes("health_facility")), `hospital_public hospital_private puskesmas clinic practice laboratory
		pharmacy blood_unit radiology`)
	sameCodes(t, "4.3.2", codes(model.OrgTypes("government")), "health_office local_gov ministry police_military insurer_public emergency_service")
	sameCodes(t, "4.3.2", codes(model.OrgTypes("education_research")), "university polytechnic school research_institute training_center")
	sameCodes(t, "4.3.2", codes(model.OrgTypes("ngo")), "foundation association faith_based red_cross")
	sameCodes(t, "4.3.2", codes(model.OrgTypes("community")), "cadre_forum rt_rw patient_group village_forum")
	sameCodes(t, "4.3.2", codes(model.OrgTypes("private_company")), `csr_company employer technology waste_manager supplier insurer_private
		ambulance_service`)
	sameCodes(t, "4.3.2", codes(model.OrgTypes("professional_org")), `doctor_assoc nurse_assoc midwife_assoc pharmacist_assoc clinic_assoc
		other_assoc`)
	sameCodes(t, "4.3.2", codes(model.OrgTypes("international")), "foreign_ngo foreign_university foreign_hospital un_agency donor")

	seen := map[string]bool{}
	for _, sector := range model.Sectors() {
		for _, kind := range strings.Fields(codes(model.OrgTypes(sector))) {
			if seen[kind] {
				t.Errorf("%s is of two sectors", kind)
			}
			seen[kind] = true
		}
	}
}

func TestCodes_OfAgreements(t *testing.T) {
	sameCodes(t, "4.4 type", codes(model.AgreementTypes()), "loi mou kb pks ia")
	sameCodes(t, "4.4.1", codes(model.Statuses()), "draft review awaiting_signature active suspended renewed expired terminated cancelled")
	sameCodes(t, "4.4.2", codes(model.CooperationFields()), `referral laboratory diagnostics education_practice joint_research training tb_dppm
		vaccination screening health_promotion community_empowerment telemedicine resource_sharing ambulance pharmacy_prb waste
		ppp_service csr occupational_health insurance data_exchange other`)
	sameCodes(t, "4.4.3", codes(model.CooperationModels()), `ppp inter_facility international community_based academic corporate
		professional_network vendor_service`)
	sameCodes(t, "4.4.4", codes(model.Benefits()), `access quality capacity awareness innovation efficiency network competitiveness
		crisis_response`)
	sameCodes(t, "4.4 financing_mode", codes(model.FinancingModes()), "none tariff value insurer mixed")
	sameCodes(t, "4.4 language_mode", codes(model.LanguageModes()), "id bilingual")
	sameCodes(t, "4.4 data_sharing", codes(model.DataSharings()), "none aggregate identified")
	sameCodes(t, "4.4 contributions", codes(model.ContributionKinds()), "money staff facility device goods consumables medicine knowledge data") // goods and medicine by A19 and A20
	sameCodes(t, "4.4 documents", codes(model.FileKinds()), `draft final_pdf signed_scan annex addendum correspondence
		evidence`) // evidence is that of obligations (4.5)
	sameCodes(t, "2.3 meterai_mode", codes(model.MeteraiModes()), "none one_on_each_copy both_signatures electronic")
	sameCodes(t, "4.5 kind", codes(model.ObligationKinds()), "report service payment supply training meeting data license_renewal other")
	sameCodes(t, "4.5 recurrence", codes(model.Recurrences()), "once monthly quarterly semester yearly")
	sameCodes(t, "4.5 status", codes(model.ObligationStatuses()), "open in_progress done waived")
	sameCodes(t, "4.15 status", codes(model.LegalStatuses()), "in_force repealed unknown")
}

func TestCodes_OfReferrals(t *testing.T) {
	sameCodes(t, "4.11 service_type", codes(model.ServiceTypes()), "rawat_jalan gawat_darurat rawat_inap")
	sameCodes(t, "4.11 orientation", codes(model.Orientations()), "vertikal horizontal")
	sameCodes(t, "4.11 urgency", codes(model.Urgencies()), "emergency urgent elective")
	sameCodes(t, "4.11 insurance", codes(model.Insurances()), "umum bpjs_pbi bpjs_nonpbi jamkesda swasta perusahaan lainnya")
	sameCodes(t, "4.11 reason_category", codes(model.ReasonCategories()), `beyond_competence no_equipment no_bed specialist_opinion
		diagnostic_exam continuing_care procedure program patient_request back_to_origin other`)
	sameCodes(t, "4.11 transport", codes(model.Transports()), `ambulans_klinik ambulans_penerima ambulans_119 kendaraan_pribadi umum
		jalan_kaki lainnya`)
	sameCodes(t, "4.11 consent", codes(model.ConsentRelations()), "pasien suami istri ayah ibu anak wali lainnya")
	sameCodes(t, "4.11 contact_log", codes(model.Channels()), "telepon whatsapp sisrute satusehat email tatap_muka")
	sameCodes(t, "4.11 decision", codes(model.DecisionReasons()), `tempat_tidur_penuh tidak_ada_spesialis alat_tidak_tersedia
		di_luar_kompetensi administrasi lainnya`)
	sameCodes(t, "4.11 outcome", codes(model.Outcomes()), `membaik sembuh rawat_inap rujuk_lanjut menetap memburuk meninggal pulang_paksa
		tidak_diketahui`)
	sameCodes(t, "2.16 follow-up", codes(model.FollowUps()), "rawat_inap kontrol_kembali selesai rujuk_balik rujuk_lanjut meninggal")
	sameCodes(t, "4.11 status", codes(model.ReferralStatuses()), `draft issued sent accepted rejected redirected in_transit arrived in_care
		replied back_referred closed cancelled no_show lapsed`)
	if got := len(model.PRBGroups()); got != 9 { // brief section 1.4: nine groups of chronic diseases
		t.Errorf("the back-referral programme has %d groups", got)
	}
}

// TestCodes_OfTACC: the insurer's register knows three spans of time and six of age; a complication is told in words.
func TestCodes_OfTACC(t *testing.T) {
	sameCodes(t, "4.11 tacc_code", codes(model.TACCs()), "time age complication comorbidity")
	for tacc, want := range map[string]int{"time": 3, "comorbidity": 3, "age": 6, "complication": 0, "": 0} {
		if got := len(model.TACCReasons(tacc)); got != want {
			t.Errorf("%q has %d reasons, not %d", tacc, got, want)
		}
	}
}

func TestCodes_OfTrainings(t *testing.T) {
	sameCodes(t, "4.10 type", codes(model.TrainingTypes()), "pelatihan workshop seminar webinar simposium sosialisasi in_house magang drill")
	sameCodes(t, "4.10 organizer", codes(model.Organizers()), "clinic partner joint")
	sameCodes(t, "4.10 method", codes(model.TrainingMethods()), "luring daring hibrida")
	sameCodes(t, "4.10 skp_status", codes(model.SKPStatuses()), "none applied approved rejected")
	sameCodes(t, "4.10 skp_domain", codes(model.SKPDomains()), "pembelajaran pelayanan pengabdian")
	sameCodes(t, "4.10 role", codes(model.ParticipantRoles()), "peserta narasumber moderator panitia fasilitator")
	sameCodes(t, "4.10 registration", codes(model.Registrations()), "invited registered confirmed cancelled waitlist")
	sameCodes(t, "4.10 attendance", codes(model.AttendanceMarks()), "present late absent excused")
	sameCodes(t, "4.10 result", codes(model.TrainingResults()), "lulus tidak_lulus hadir")
	sameCodes(t, "4.10 status", codes(model.TrainingStatuses()), "planned open ongoing finished reported cancelled")
}

func TestCodes_OfCorrespondence(t *testing.T) {
	sameCodes(t, "4.13 direction", codes(model.Directions()), "in out")
	sameCodes(t, "4.13 status", codes(model.MessageStatuses()), "unregistered registered routed in_progress answered filed ignored")
	sameCodes(t, "4.13 category", codes(model.Categories()), `permohonan penawaran undangan pemberitahuan balasan perpanjangan pengakhiran
		tagihan laporan hasil_penunjang rujukan keluhan lainnya`)
}
