package letter_test

import (
	"fmt"
	"time"

	"jejaring/model"
)

func at(y int, m time.Month, d, hour, minute int) time.Time {
	return time.Date(y, m, d, hour, minute, 0, 0, time.FixedZone("WIB", 7*60*60))
}

func hospital() model.Partner {
	return model.Partner{Base: model.Base{ID: 1}, Name: "RSUD Tirtasana", ShortCode: "RSUD-TS", Address: "Jalan Pahlawan No. 1",
		City: "Kota Tirtasana", Contacts: []model.Contact{{Name: "dr. Surya Adi, Sp.B", Position: "Direktur", Role: "decision_maker"}}}
}

func doctor() *model.Staff {
	return &model.Staff{Base: model.Base{ID: 2}, TitlePrefix: "dr.", Name: "Bagus Prakoso", Profession: "dokter", Position: "Dokter umum",
		SIPNo: "SIP-CONTOH/002/2022"}
}

// outpatientData is referral F02 of the sample register with the findings of a visit.
func outpatientData() model.LetterData {
	r := model.Referral{Direction: "out", ReferralAt: at(2026, 1, 15, 10, 5), ServiceType: "rawat_jalan", Orientation: "vertikal",
		Urgency: "elective", PartnerID: 1, DestUnit: "Poli Penyakit Dalam", DoctorStaffID: 2, Insurance: "bpjs_pbi",
		InsuranceNo: "0000999000010", InsurerReferralNo: "9999U0010126Y000002",
		DxPrimary: model.Diagnosis{Code: "E11.5", Text: model.Text{ID: "Diabetes melitus tipe 2 dengan komplikasi sirkulasi perifer",
			EN: "Type 2 diabetes mellitus with peripheral circulatory complications"}},
		DxSecondary:    []model.Diagnosis{{Code: "I10", Text: model.Text{ID: "Hipertensi esensial", EN: "Essential hypertension"}}},
		ReasonCategory: "specialist_opinion", ReasonText: "Memerlukan pemeriksaan dokter spesialis", Transport: "kendaraan_pribadi",
		Anamnesis: "Luka di kaki kiri sejak dua minggu, kesemutan kedua tungkai; diabetes sejak 2015",
		Physical:  "Ulkus plantar kiri 2 × 1 cm, nadi dorsalis pedis kiri lemah",
		Vitals:    model.Vitals{BPSystolic: 140, BPDiastolic: 90, HR: 88, RR: 18, Temp: 36.7, SpO2: 98},
		Therapy:   "Metformin 500 mg 3 × sehari, perawatan luka", Supporting: "Gula darah sewaktu 286 mg/dL",
		RequestedService: "Pemeriksaan vaskular dan tata laksana ulkus",
		Consent:          model.Consent{Person: "Rukmini Contoh", Relation: "pasien"},
		PlannedVisit:     date(2026, 1, 17), ValidUntil: date(2026, 4, 17)}
	p := model.Patient{Name: "Rukmini Contoh", NIK: "9999995505689010", MRNo: "SM-000010", BirthDate: date(1968, 5, 15), Sex: "P",
		Address: "RW 05 Kelurahan Melati (fiktif)", Phone: "+6281200000310"}

	return model.LetterData{Type: "RJK", Language: "id", Number: "002/RJK/KLN-SM/I/2026", Date: date(2026, 1, 15), Clinic: sampleClinic(),
		Partners: []model.Partner{hospital()}, Referral: &r, Patient: &p, Doctor: doctor(),
		Agreement: model.Agreement{NumberOwn: "001/PKS/KLN-SM/II/2025", Title: "Rujukan Pasien"}}
}

// emergencyData is referral F01 of the sample register.
func emergencyData() model.LetterData {
	d := outpatientData()
	r := *d.Referral
	r.ReferralAt = at(2026, 1, 7, 9, 20)
	r.ServiceType = "gawat_darurat"
	r.Urgency = "emergency"
	r.DestUnit = "IGD"
	r.Insurance, r.InsuranceNo, r.InsurerReferralNo = "bpjs_nonpbi", "0000999000001", ""
	r.DxPrimary = model.Diagnosis{Code: "I21.9", Text: model.Text{ID: "Infark miokard akut", EN: "Acute myocardial infarction, unspecified"}}
	r.DxSecondary = nil
	r.PlannedVisit = model.Date{}
	r.ValidUntil = model.Date{}
	r.ReasonCategory, r.ReasonText = "beyond_competence", "Memerlukan penanganan di luar kemampuan klinik"
	r.Anamnesis, r.Physical = "Nyeri dada kiri menjalar ke lengan sejak 1 jam, keringat dingin; merokok", "Akral dingin"
	r.Vitals = model.Vitals{Consciousness: "compos mentis", GCS: 15, BPSystolic: 100, BPDiastolic: 60, HR: 112, RR: 24, Temp: 36.4, SpO2: 93, Pain: 8}
	r.Supporting, r.Therapy = "EKG: elevasi ST II, III, aVF", "Aspirin 320 mg, klopidogrel 300 mg, oksigen 4 L/menit pukul 09.10"
	r.Transport, r.EscortStaffID, r.RequestedService = "ambulans_klinik", 10, "Tata laksana sindrom koroner akut"
	r.EmergencyCriteria = []bool{true, false, false, true, false}
	r.Consent = model.Consent{Person: "Anak pasien (contoh)", Relation: "anak"}
	d.Referral = &r
	d.Number = "001/RJK/KLN-SM/I/2026"
	d.Date = date(2026, 1, 7)
	d.Patient = &model.Patient{Name: "Budi Contoh", NIK: "9999991203619001", MRNo: "SM-000001", BirthDate: date(1961, 3, 12), Sex: "L",
		Address: "RW 05 Kelurahan Melati (fiktif)", Phone: "+6281200000301", FamilyContact: "Anak: 0812-0000-0302"}
	d.Escort = &model.Staff{TitlePrefix: "Ns.", Name: "Yusuf Hidayat", TitleSuffix: "S.Kep.", Position: "Perawat"}

	return d
}

// replyData is our answer to referral F35 of the sample register.
func replyData() model.LetterData {
	d := outpatientData()
	r := *d.Referral
	r.Direction = "in"
	r.ReferralNo = "812/RSUD-TS/RB/35/2026"
	r.ReferralAt = at(2026, 3, 2, 9, 0)
	r.DoctorName = "dr. Melati Sari, Sp.PD"
	r.PRBGroup = "diabetes"
	r.Reply = model.Reply{CareDate: date(2026, 3, 2), FinalDx: model.Diagnosis{Code: "E11.9", Text: model.Text{
		ID: "Diabetes melitus tipe 2 tanpa komplikasi", EN: "Type 2 diabetes mellitus without complications"}},
		Summary: "Gula darah terkendali, edukasi diet dan perawatan kaki", FollowUp: "rujuk_balik", PRB: true,
		Therapy: []model.Therapy{{Drug: "Metformin", Dose: "500 mg", Frequency: "2 × sehari", Duration: "30 hari"},
			{Drug: "Glimepirid", Dose: "2 mg", Frequency: "1 × sehari", Duration: "30 hari"}},
		Advice: "Periksa HbA1c tiap tiga bulan"}
	d.Type = "SRB"
	d.Number = "001/SRB/KLN-SM/III/2026"
	d.Date = date(2026, 3, 3)
	d.Referral = &r

	return d
}

// trainingData is training T02 of the sample register, with its sessions.
func trainingData(kind string) model.LetterData {
	t := model.Training{Number: "TR-2026-002", Title: "Tata Laksana Rujukan Maternal", TitleEN: "Management of Maternal Referral", Type: "workshop",
		Organizer: "joint", PartnerIDs: []model.ID{2}, Method: "luring", Place: "Aula Klinik Pratama Samudra Melati",
		Start: date(2026, 2, 21), End: date(2026, 2, 22), RSVPDate: date(2026, 2, 14), JPL: 16, UsesTests: true, PassingScore: 70,
		MinAttendancePct: 80, SKPStatus: "approved", SKPValue: 4, SKPReference: "SKP-CONTOH/0221/2026", SKPDomain: "pembelajaran",
		Purpose: model.Text{ID: "menurunkan keterlambatan rujukan maternal", EN: "reducing delays in maternal referral"},
		Target:  model.Text{ID: "dokter, bidan, dan perawat", EN: "doctors, midwives and nurses"}}

	for i, topic := range []string{"Pengenalan tanda bahaya kehamilan", "Stabilisasi sebelum rujukan", "Komunikasi SBAR dan serah terima", "Simulasi rujukan"} {
		day := date(2026, 2, 21+i/2)
		start := "08:00"
		end := "12:00"
		if i%2 == 1 {
			start, end = "13:00", "16:00"
		}
		t.Sessions = append(t.Sessions, model.Session{Date: day, Start: start, End: end, Topic: topic, JPL: 4,
			Speakers: []string{[]string{"dr. Hendra Lukito, Sp.OG", "dr. Ratna Wulandari, M.K.M."}[i%2]}})
	}

	score := func(n int) *int { return &n }
	person := func(id model.ID, name string, pre, post int) model.Participant {
		p := model.Participant{StaffID: id, Name: name, Role: "peserta", Registration: "confirmed", AttendancePct: 100,
			PreTest: score(pre), PostTest: score(post), Result: "lulus"}
		if id == 0 {
			p.Profession, p.Institution = "Bidan", "RS Bunda Cempaka"
		}
		return p
	}
	t.Participants = []model.Participant{person(2, "", 55, 78), person(5, "", 60, 88), person(0, "Bidan Rumah Sakit (contoh)", 52, 80),
		{StaffID: 4, Role: "panitia", Registration: "confirmed", AttendancePct: -1}}
	d := model.LetterData{Type: model.DocumentCode(kind), Language: "id", Number: fmt.Sprintf("001/%s/KLN-SM/II/2026", kind), Date: date(2026, 2, 23),
		Clinic: sampleClinic(), Partners: []model.Partner{samplePartner()}, Training: &t, Staff: map[model.ID]model.Staff{2: *doctor(),
			4: {TitlePrefix: "Ns.", Name: "Dewi Anggraini", TitleSuffix: "S.Kep.", Profession: "perawat", Position: "Koordinator perawat"},
			5: {Name: "Lestari Handayani", TitleSuffix: "A.Md.Keb.", Profession: "bidan", Position: "Bidan koordinator"}}}

	switch kind {
	case "SRT":
		d.Number = "005/SRT/KLN-SM/TR-2026-002/II/2026"
		d.Certified = &t.Participants[1]
	case "UND":
		d.Date = date(2026, 2, 2)
	case "DH":
		d.Number = ""
	}

	return d
}
