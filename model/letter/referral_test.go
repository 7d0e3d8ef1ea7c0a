package letter_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

func wantNone(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if strings.Contains(text, part) {
			t.Errorf("%q is printed in:\n%s", part, text)
		}
	}
}

func pagesOf(t *testing.T, pdf []byte) []string {
	t.Helper()
	return strings.Split(strings.TrimSuffix(extract(t, pdf, "-layout"), "\f"), "\f")
}

func TestReferral_OutpatientLetter(t *testing.T) {
	papers := render(t, outpatientData())
	if len(papers) != 1 || papers[0].FileName != "RJK-002-KLN-SM-I-2026.pdf" || papers[0].CopyNo != 0 {
		t.Fatalf("%d papers, %s", len(papers), papers[0].FileName)
	}

	text := read(t, papers[0].PDF)
	wantInOrder(t, text, "KLINIK PRATAMA SAMUDRA MELATI", "SURAT RUJUKAN TERENCANA",
		"Nomor : 002/RJK/KLN-SM/I/2026 Kota Tirtasana, 15 Januari 2026 pukul 10.05 WIB",
		"Rawat jalan, rujukan vertikal; perjanjian Nomor 001/PKS/KLN-SM/II/2025",
		"Yth. Teman Sejawat Poli Penyakit Dalam RSUD Tirtasana di Kota Tirtasana", "Dengan hormat,",
		"Mohon pemeriksaan dan penanganan lebih lanjut terhadap pasien berikut.", "Nama : Rukmini Contoh NIK : 9999995505689010",
		"15 Mei 1968 / 57 tahun Jenis kelamin : Perempuan", "No. rekam medis : SM-000010",
		"Penjamin : BPJS PBI 0000999000010; nomor rujukan 9999U0010126Y000002", "Alamat : RW 05 Kelurahan Melati (fiktif)",
		"Keluhan dan riwayat : Luka di kaki", "Pemeriksaan fisik : TD 140/90 mmHg; nadi 88 x/menit; napas 18 x/menit; suhu 36,7 °C; SpO2 98 %",
		"Pemeriksaan penunjang : Gula darah", "(E11.5); Hipertensi esensial (I10)", "Terapi/tindakan : Metformin",
		"Alasan rujukan : Pemeriksaan dokter spesialis — Memerlukan pemeriksaan dokter spesialis", "Layanan yang diminta : Pemeriksaan vaskular",
		"telah diberikan kepada Rukmini Contoh (pasien) dan disetujui.",
		"berlaku untuk 1 (satu) kali kunjungan sampai dengan tanggal 17 April 2026.",
		"Mohon balasan rujukan dikirim kepada kami setelah pasien mendapat pelayanan.", "Yang menyetujui, Salam sejawat,",
		"Rukmini Contoh dr. Bagus Prakoso", "pasien SIP-CONTOH/002/2022", "SERAH TERIMA PASIEN", "Diterima oleh", "Kondisi saat tiba",
		"gunting di sini", "SURAT RUJUK BALIK", "kontrol kembali tanggal", "konsultasi selesai")
	wantNone(t, text, "pendamping", "Konfirmasi penerimaan", "Kriteria", "................")
}

func TestReferral_EmergencyLetter(t *testing.T) {
	d := emergencyData()
	text := read(t, render(t, d)[0].PDF)
	wantInOrder(t, text, "SURAT RUJUKAN GAWAT DARURAT", "7 Januari 2026 pukul 09.20 WIB", "Yth. Teman Sejawat IGD",
		"12 Maret 1961 / 64 tahun Jenis kelamin : Laki-laki",
		"Kesadaran compos mentis; GCS 15; TD 100/60 mmHg; nadi 112 x/menit; napas 24 x/menit; suhu 36,4 °C; SpO2 93 %",
		"Infark miokard akut (I21.9)", "Terapi/tindakan : Aspirin", "Di luar kompetensi — Memerlukan penanganan di luar kemampuan klinik",
		"Transportasi : Ambulans klinik; pendamping Ns. Yusuf Hidayat, S.Kep.", "mengancam nyawa; gangguan hemodinamik", "Berangkat pukul",
		"Anak pasien (contoh) (anak) dan disetujui", "SERAH TERIMA PASIEN")
	wantNone(t, text, "kali kunjungan")

	r := *d.Referral
	r.DepartedAt = at(2026, 1, 7, 9, 44)
	r.Decision = "accepted"
	r.DecisionBy = "dr. Jaga IGD"
	r.DecidedAt = at(2026, 1, 7, 9, 32)
	r.Consent = model.Consent{Unobtainable: "pasien tidak sadar dan tanpa keluarga."}
	d.Referral, d.Clinic.Timezone = &r, "Asia/Makassar"
	text = read(t, render(t, d)[0].PDF)
	wantInOrder(t, text, "pukul 10.20 WITA", "pendamping Ns. Yusuf Hidayat, S.Kep.; berangkat pukul 10.44 WITA",
		"Konfirmasi penerimaan : dr. Jaga IGD pada 7 Januari 2026, 10.32 WITA",
		"Persetujuan tidak dapat dimintakan karena pasien tidak sadar dan tanpa keluarga.", "Salam sejawat,", "dr. Bagus Prakoso")
	wantNone(t, text, "Yang menyetujui", "dan disetujui")
}

func TestReferral_English(t *testing.T) {
	d := emergencyData()
	d.Language = "en"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "REFERRAL LETTER EMERGENCY", "7 January 2026 09:20 (UTC+7)", "To: IGD RSUD Tirtasana",
		"Dear Colleague,", "Name : Budi Contoh National ID : 9999991203619001", "12 March 1961 (64 years) Sex : Male",
		"BP 100/60 mmHg; pulse 112/min; respiration 24/min; temperature 36.4 °C; SpO2 93 %", "Acute myocardial infarction, unspecified (I21.9)",
		"Transport : Clinic ambulance; escort Ns. Yusuf Hidayat, S.Kep.", "were explained to and accepted by Anak pasien (contoh) (child).",
		"Kindly send us a reply after care has been given.", "PATIENT HANDOVER", "BACK-REFERRAL")
	d.Referral.DxPrimary.EN = ""
	if ps := letter.New(nil).Missing(d); !ps.Has("dx_primary.text_en", "untranslated") || ps.Errors() != nil {
		t.Errorf("missing: %v", ps)
	}
}

// The age of a child is told in the unit that a doctor asks for.
func TestReferral_Ages(t *testing.T) {
	for want, born := range map[string]model.Date{"3 Januari 2026 / 12 hari": date(2026, 1, 3), "15 Desember 2025 / 1 bulan": date(2025, 12, 15),
		"16 Februari 2024 / 22 bulan": date(2024, 2, 16), "15 Januari 2024 / 2 tahun": date(2024, 1, 15), "15 Januari 2026 / 0 hari": date(2026, 1, 15)} {
		d := outpatientData()
		d.Patient.BirthDate = born
		wantInOrder(t, read(t, render(t, d)[0].PDF), "umur : "+want)
	}

	d := outpatientData()
	d.Patient.BirthDate, d.Patient.AgeYears = model.Date{}, 57
	wantInOrder(t, read(t, render(t, d)[0].PDF), "umur : 57 tahun Jenis")
}

// The short letter of a routine visit has its back-referral form on its lower half; a long one on a page of its own.
func TestReferral_FormOnTheLowerHalf(t *testing.T) {
	d := outpatientData()
	r := *d.Referral
	r.Anamnesis, r.Physical, r.Supporting, r.Therapy, r.RequestedService, r.Transport = "", "", "", "", "", ""
	r.Vitals, r.DxSecondary, d.Referral = model.Vitals{}, nil, &r
	pages := pagesOf(t, render(t, d)[0].PDF)
	if len(pages) != 1 || !strings.Contains(pages[0], "gunting di sini") {
		t.Errorf("%d pages", len(pages))
	}

	pages = pagesOf(t, render(t, outpatientData())[0].PDF)
	if len(pages) != 2 || !strings.Contains(pages[0], "SERAH TERIMA") || !strings.Contains(pages[1], "SURAT RUJUK BALIK") ||
		!strings.Contains(pages[1], "002/RJK/KLN-SM/I/2026 — Halaman 2 dari 2") {
		t.Errorf("%d pages:\n%s", len(pages), strings.Join(pages, "-----"))
	}
}

func TestReferral_DraftShowsGapsAndFinalRefusesThem(t *testing.T) {
	d := emergencyData()
	r := model.Referral{Direction: "out", ServiceType: "gawat_darurat", Urgency: "emergency"}
	d.Referral = &r
	d.Patient = &model.Patient{AgeYears: -1}
	d.Doctor = nil
	d.Escort = nil
	d.Partners = nil
	d.Number = ""
	d.Draft = true
	papers := render(t, d)
	if papers[0].FileName != "RJK-konsep.pdf" {
		t.Errorf("named %s", papers[0].FileName)
	}

	wantInOrder(t, read(t, papers[0].PDF), "Nomor : ................", "Yth. Teman Sejawat ................", "Nama : ................",
		"TD ................ mmHg", "pendamping ................")
	d.Draft = false
	_, err := letter.New(nil).Render(d)
	ps := model.AsProblems(err)
	fields := []string{"partner_id", "dest_unit", "patient.name", "patient.birth_date", "patient.sex", "insurance", "dx_primary.text_id",
		"dx_primary.code", "reason_text", "vitals.bp_s", "vitals.hr", "vitals.rr", "therapy", "transport", "escort_staff_id",
		"consent.person", "consent.relation", "doctor_staff_id"}

	for _, field := range fields {
		if !ps.Has(field, model.CodeRequired) {
			t.Errorf("%s is not asked for in %v", field, ps)
		}
	}

	missing := letter.New(nil).Missing(d)
	for _, p := range missing {
		if !slices.Contains(fields, p.Field) {
			t.Errorf("%v is asked for", p)
		}
	}

	if len(missing) != len(fields) || missing.Has("number", model.CodeRequired) {
		t.Errorf("missing: %v", missing)
	}
	if ps := letter.New(nil).Missing(emergencyData()); ps.Errors() != nil {
		t.Errorf("a complete emergency lacks %v", ps)
	}
}

func TestReferral_OptionalThingsDoNotBlock(t *testing.T) {
	d := outpatientData()
	d.Patient.NIK, d.Patient.MRNo, d.Patient.Address, d.Patient.Phone, d.Doctor.SIPNo, d.Partners[0].City = "", "", "", "", "", ""
	if ps := letter.New(nil).Missing(d); ps.Errors() != nil {
		t.Errorf("missing: %v", ps)
	}
	wantInOrder(t, read(t, render(t, d)[0].PDF), "NIK :–", "Alamat :–", "SIP ................")
}

func TestReferral_WrongDirection(t *testing.T) {
	in := outpatientData()
	out := replyData()
	in.Referral.Direction, out.Referral.Direction = "in", "out"
	for _, d := range []model.LetterData{in, out} {
		if _, err := letter.New(nil).Render(d); !model.AsProblems(err).Has("direction", model.CodeUnknownValue) {
			t.Errorf("%s: %v", d.Type, err)
		}
	}
}

func TestReply_BackReferral(t *testing.T) {
	papers := render(t, replyData())
	if papers[0].FileName != "SRB-001-KLN-SM-III-2026.pdf" {
		t.Errorf("named %s", papers[0].FileName)
	}

	text := read(t, papers[0].PDF)
	wantInOrder(t, text, "SURAT RUJUK BALIK / BALASAN RUJUKAN", "Nomor : 001/SRB/KLN-SM/III/2026 Kota Tirtasana, 3 Maret 2026",
		"Yth. Teman Sejawat dr. Melati Sari, Sp.PD RSUD Tirtasana",
		"Menjawab surat rujukan Nomor 812/RSUD-TS/RB/35/2026 tanggal 2 Maret 2026, bersama ini kami sampaikan hasil pelayanan terhadap:",
		"Rukmini Contoh", "15 Mei 1968", "No. kartu : 0000999000010", "Tanggal pelayanan : 2 Maret 2026",
		"Diabetes melitus tipe 2 tanpa komplikasi (E11.9)", "Hasil/tindakan : Gula darah terkendali",
		"Terapi lanjutan : 1. Metformin 500 mg, 2 × sehari, 30 hari", "2. Glimepirid 2 mg",
		"Tindak lanjut : dapat dilanjutkan di FKTP sebagai peserta PRB (diabetes melitus)", "Saran : Periksa HbA1c tiap tiga bulan",
		"Terima kasih atas kepercayaan Teman Sejawat.", "Salam sejawat,", "dr. Bagus Prakoso", "SIP-CONTOH/002/2022")
	wantNone(t, text, "kontrol kembali", "konsultasi selesai", "dirujuk lanjut", "rawat inap")
}

func TestReply_FollowUps(t *testing.T) {
	for code, want := range map[string][2]string{
		"kontrol_kembali": {"kontrol kembali tanggal 16 Maret 2026", "return visit on 16 March 2026"},
		"rawat_inap":      {"memerlukan rawat inap", "inpatient care needed"},
		"selesai":         {"konsultasi selesai", "consultation finished"},
		"rujuk_lanjut":    {"dirujuk lanjut ke RS Bunda Cempaka", "referred on to RS Bunda Cempaka"},
		"meninggal":       {"pasien meninggal", "the patient died"},
	} {
		for i, language := range []string{"id", "en"} {
			d := replyData()
			r := *d.Referral
			d.Referral, d.Language = &r, language
			r.Reply.FollowUp, r.Reply.PRB = code, false
			switch code {
			case "kontrol_kembali":
				r.Reply.ControlDate = date(2026, 3, 16)
			case "rujuk_lanjut":
				r.Reply.NextPlace = "RS Bunda Cempaka"
			}

			text := read(t, render(t, d)[0].PDF)
			wantInOrder(t, text, want[i])
			wantNone(t, text, "PRB", "FKTP", "programme")
		}
	}

	d := replyData()
	d.Language = "en"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "BACK-REFERRAL / REFERRAL REPLY", "In answer to referral letter no. 812/RSUD-TS/RB/35/2026 of 2 March 2026",
		"to continue at the primary facility under the back-referral programme (diabetes)")
}

func TestReply_RefusesGaps(t *testing.T) {
	d := replyData()
	d.Referral.Reply, d.Referral.ArrivedAt, d.Doctor = model.Reply{FollowUp: "rujuk_lanjut"}, at(2026, 3, 2, 10, 30), nil
	ps := letter.New(nil).Missing(d)
	for _, field := range []string{"reply.final_dx.text_id", "reply.summary", "reply.next_facility", "reply.doctor"} {
		if !ps.Has(field, model.CodeRequired) {
			t.Errorf("%s is not asked for in %v", field, ps)
		}
	}

	if ps.Has("reply.care_date", model.CodeRequired) {
		t.Error("the day of care is asked for although the arrival is known")
	}

	d.Referral.Reply = model.Reply{FollowUp: "kontrol_kembali"}
	if ps := letter.New(nil).Missing(d); !ps.Has("reply.control_date", model.CodeRequired) {
		t.Errorf("missing: %v", ps)
	}

	d.Referral.Reply, d.Referral.PRBGroup = model.Reply{FollowUp: "rujuk_balik", PRB: true}, ""
	if ps := letter.New(nil).Missing(d); !ps.Has("prb_group", model.CodeRequired) {
		t.Errorf("missing: %v", ps)
	}
}

// Neither the name of the file nor its title says who the patient is.
func TestReferral_NoPatientOutsideThePages(t *testing.T) {
	for _, d := range []model.LetterData{outpatientData(), emergencyData(), replyData()} {
		d.Patient.Name = "Rahasia"
		p := render(t, d)[0]
		if strings.Contains(p.FileName, "Rahasia") || bytes.Contains(p.PDF, []byte("Rahasia")) {
			t.Errorf("%s names the patient", p.FileName)
		}
	}
}

func TestPapers_SameDataSameBytes(t *testing.T) {
	for _, d := range []model.LetterData{outpatientData(), emergencyData(), replyData(), trainingData("UND"), trainingData("DH"), trainingData("SRT")} {
		d.Clinic.Logo = sampleLogo(t)
		first := render(t, d)[0].PDF
		for range 3 {
			if !bytes.Equal(first, render(t, d)[0].PDF) {
				t.Fatalf("%s differs between two renderings", d.Type)
			}
		}
	}
}

func TestPapers_DraftsOfNothing(t *testing.T) {
	for _, kind := range []model.DocumentCode{"RJK", "SRB", "UND", "DH", "SRT"} {
		for _, language := range []string{"", "id", "en", "bilingual"} {
			d := model.LetterData{Type: kind, Language: language, Draft: true}
			papers, err := letter.New(nil).Render(d)
			if err != nil || len(papers) != 1 || papers[0].FileName != string(kind)+"-konsep.pdf" {
				t.Errorf("%s in %q: %d papers, %v", kind, language, len(papers), err)
			}
		}
	}
}

func TestReferral_NothingIsPrintedThatSaysNothing(t *testing.T) {
	d := outpatientData()
	d.Referral.Physical, d.Referral.Insurance = "", "umum"
	text := read(t, render(t, d)[0].PDF)
	wantInOrder(t, text, "Penjamin : Umum (bayar sendiri)", "SpO2 98 % Pemeriksaan penunjang")
	wantNone(t, text, "0000999000010")
}

func TestReferral_TACCIsToldInWords(t *testing.T) {
	d := outpatientData()
	d.Referral.TACC, d.Referral.TACCReason = "age", "years_from_55"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "TACC : Umur, 55 tahun atau lebih")
	d.Referral.TACC, d.Referral.TACCReason = "complication", "E11.5 gangren"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "TACC : Komplikasi, E11.5 gangren")
}

func TestReply_NamesEveryGroupOfTheProgramme(t *testing.T) {
	for code, words := range map[string][2]string{
		"diabetes": {"diabetes melitus", "diabetes"}, "hipertensi": {"hipertensi", "hypertension"}, "jantung": {"penyakit jantung", "heart disease"},
		"asma": {"asma", "asthma"}, "ppok": {"PPOK", "COPD"}, "epilepsi": {"epilepsi", "epilepsy"}, "stroke": {"stroke", "stroke"}, "sle": {"SLE", "SLE"},
		"skizofrenia": {"skizofrenia/gangguan jiwa kronis", "schizophrenia/chronic mental disorder"}} {
		d := replyData()
		d.Referral.PRBGroup = code
		for i, language := range []string{"id", "en"} {
			d.Language = language
			wantInOrder(t, read(t, render(t, d)[0].PDF), "("+words[i]+")")
		}
	}
}
