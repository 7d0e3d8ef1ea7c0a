package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// fillOutpatient fills the one screen of a referral to a known partner.
func (c *clinic) fillOutpatient() {
	c.t.Helper()
	c.Pick("Fasyankes tujuan", "RSUD Tirtasana")
	c.Enter("Unit tujuan", "Poli Penyakit Dalam", "Nama pasien", "Sari Uji Contoh", "Tanggal lahir", "12-03-1961")
	c.Choose("Jenis kelamin", "Perempuan")
	c.Enter("Kode ICD-10", "I10", "Diagnosis", "Hipertensi")
	c.Choose("Kategori alasan", "Pemeriksaan dokter spesialis")
	c.Enter("Alasan rujukan", "Tekanan darah tidak terkendali")
	c.Choose("Hubungan", "Pasien")
	c.Pick("Dokter perujuk", "dr. Bagus Prakoso")
}

// referral returns the newest referral of the store.
func (c *clinic) referral() model.Referral {
	c.t.Helper()
	list, err := c.store.Referrals().Find(c.t.Context(), model.Query{Sort: "updated_at", Desc: true, Limit: 1})
	if err != nil || len(list) == 0 {
		c.t.Fatal(err)
	}
	return list[0]
}

func TestReferrals_TheListNamesNobody(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan")
	c.Sees("40 baris", "F.C. · SM-000017", "58 hari · Menunggu balasan", "dari Puskesmas Kenanga")
	if c.Shows("Contoh") && c.Shows("Budi") {
		t.Error("a patient's name is in the list")
	}
}

func TestReferrals_TheChipsNarrowTheList(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan")
	for label, rows := range map[string]string{"Keluar  33": "33 baris", "Masuk  7": "7 baris", "Menunggu balasan  2": "2 baris", "Rujuk balik  7": "7 baris"} {
		c.Tap(label)
		c.Sees(rows)
	}
}

func TestReferrals_AnOutpatientLetterIsWrittenOnOneScreenAndIssued(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru")
	c.fillOutpatient()
	c.Sees("Tercakup perjanjian 002/PKS/KLN-SM/II/2025")
	if got := c.Field("Yang menyetujui").Text(); got != "Sari Uji Contoh" {
		t.Errorf("the patient agrees, but the form says %q", got)
	}

	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Terbitkan surat")
	c.Sees("Lengkap. 1 rangkap akan dibuat.")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("033/RJK/KLN-SM/XI/2026 terbit")
	r := c.referral()
	if r.Status != model.ReferralIssued || r.AgreementID == 0 || r.Initials != "S.U.C." {
		t.Errorf("stored: %s, agreement %d, %s", r.Status, r.AgreementID, r.Initials)
	}
	if strings.Contains(c.log.String(), "Sari") {
		t.Error("the patient's name is in the log")
	}

	c.Tap("Tandai dikirim", "Tandai dikirim")
	c.Sees("Menunggu kunjungan")
}

func TestReferrals_AnEmergencyOpensWhatItAsks(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru")
	if c.Shows("Tanda vital") || c.Shows("Transportasi dan pendamping") {
		t.Error("an outpatient is asked for vital signs")
	}

	c.Choose("Jenis pelayanan", "Gawat darurat")
	c.Sees("Tanda vital", "Transportasi dan pendamping", "Kriteria gawat darurat", "Tanpa persetujuan")
	if got := c.Field("Urgensi").Text(); got != "Gawat darurat" {
		t.Errorf("the urgency is %q", got)
	}

	c.Enter("TD sistolik", "900")
	c.Choose("Jenis pelayanan", "Rawat jalan")
	c.SeesNoMore("Tanda vital")
	c.Choose("Jenis pelayanan", "Gawat darurat")
	if got := c.Field("TD sistolik").Text(); got != "900" {
		t.Errorf("what was typed is gone: %q", got)
	}
}

func TestReferrals_WrongIdentitiesAreExplainedUnderTheirFields(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru")
	c.fillOutpatient()
	c.Enter("Tanggal lahir", "12-03-1880", "NIK", "9999993203619001")
	c.Choose("Penjamin", "BPJS PBI")
	c.Enter("Nomor kartu", "000099900000")
	c.Tap("Simpan")

	for field, note := range map[string]string{"Tanggal lahir": "Tanggal lahir atau umur tidak mungkin", "Nomor kartu": "13 angka"} {
		if got := c.Field(field).Note(); !strings.Contains(got, note) {
			t.Errorf("under %s: %q", field, got)
		}
	}

	ids, err := c.store.Referrals().IDs(t.Context(), model.Query{})
	if err != nil || len(ids) != 40 {
		t.Errorf("%d referrals, %v: something was half saved", len(ids), err)
	}

	hits, err := c.store.Patients().Find(t.Context(), "Sari Uji Contoh")
	if err != nil || len(hits) != 0 {
		t.Errorf("an identity was stored: %v %v", hits, err)
	}
}

func TestReferrals_TheIdentityIsShownOnRequestAndLogged(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan")
	c.Tap("L.C. · SM-000008", "Tampilkan identitas")
	c.Sees("Nama pasien", "Lina Contoh")
	c.noInput("Nama pasien", "Tanggal lahir")
	r, err := c.store.Referrals().Find(t.Context(), model.Query{Filter: model.Filters{model.ByStatus: "sent", model.ByDirection: "out"}})
	if err != nil || len(r) != 1 {
		t.Fatal(r, err)
	}

	log, err := c.store.History(t.Context(), "patient", r[0].PatientID, 10)
	if err != nil || len(log) == 0 || log[0].Action != "view" {
		t.Errorf("history: %v %v", log, err)
	}
}

func TestReferrals_APatientIsFoundAgainInTheListAndFromAnywhere(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan")
	for _, text := range []string{"SM-000005", "agus", "9999993006789005"} {
		c.Search("Cari pasien, nomor, mitra …").Enter(text)
		c.Sees("3 baris", "A.C. · SM-000005")
	}

	c.Search("Cari pasien, nomor, mitra …").Enter("")
	c.Sees("40 baris")
	c.Ctrl(fyne.KeyK)
	c.Write("rukm")
	c.Sees("Rujukan · R.C. · SM-000010")
	if c.Shows("Rukmini") || c.Shows("Agus") {
		t.Error("a name is shown")
	}

	c.Press(fyne.KeyReturn)
	c.Sees("Tampilkan identitas", "R.C. · No. RM SM-000010")
	if strings.Contains(strings.ToLower(c.log.String()), "rukm") || strings.Contains(c.log.String(), "agus") {
		t.Error("what was searched is in the log")
	}
}

func TestReferrals_AKnownPatientIsFoundByTheBeginningOfAName(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru", "Cari pasien lama …")
	c.Search("Nama, nomor RM, NIK, atau nomor kartu").Write("budi")
	c.Sees("No. RM SM-000001")
	c.Tap("B.C.")
	c.Until("the name", func() bool { return c.Field("Nama pasien").Text() == "Budi Contoh" })
	if got := c.Field("Nomor kartu").Text(); got != "0000999000001" {
		t.Errorf("the card number is %q", got)
	}
}

func TestReferrals_AnIncomingOneIsAcceptedTreatedAndAnswered(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "G.C. · SM-000018", "Terima pasien")
	c.Enter("Diputuskan oleh", "dr. Bagus")
	c.Tap("Terima pasien")
	c.Sees("Status rujukan sekarang: Diterima")
	c.Tap("Catat tiba", "Catat tiba")
	c.Sees("Perlu balasan kita")
	c.Tap("Balasan")
	c.Enter("Kode ICD-10", "I10", "Diagnosis akhir", "Hipertensi", "Hasil/tindakan", "Obat disesuaikan", "Tanggal pelayanan", "21-11-2026",
		"Dokter yang menjawab", "dr. Bagus Prakoso", "SIP dokter", "SIP-CONTOH/002/2022")
	c.Choose("Tindak lanjut", "Konsultasi selesai")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Terbitkan balasan", "Ambil nomor dan terbitkan")
	c.Until("the reply", func() bool { return c.referral().Status == model.ReferralReplied })
}

func TestReferrals_AReplyAsksForOurDoctorByNameAndTakesOneOfTheStaff(t *testing.T) {
	c := sampleOpen(t)
	requests, err := c.store.Referrals().Find(t.Context(), model.Query{Text: "445/PKM-KNG/R-40/2026"})
	if err != nil || len(requests) != 1 {
		t.Fatal(requests, err)
	}

	r, err := c.store.Referrals().Get(t.Context(), requests[0].ID)
	if r.DoctorStaffID = 0; err != nil || c.store.Referrals().Save(t.Context(), &r) != nil {
		t.Fatal("the request of a doctor who is not known yet is not saved", err)
	}

	c.Tap("Rujukan", "G.C. · SM-000018", "Terima pasien", "Terima pasien", "Catat tiba", "Catat tiba")
	c.Sees("Perlu balasan kita")
	c.Tap("Terbitkan balasan")
	c.Sees("Diagnosis akhir wajib diisi.", "Dokter yang menjawab wajib diisi.")
	if c.Shows("Dokter perujuk wajib diisi.") {
		t.Error("the doctor who sent the patient is asked for")
	}

	c.Tap("• Dokter yang menjawab wajib diisi.")
	c.Sees("Diagnosis akhir *", "Dokter yang menjawab *", "Dokter yang menjawab wajib diisi.")
	c.Tap("Pilih dari staf …")
	c.Write("Bagus")
	c.Tap("dr. Bagus Prakoso")
	c.Until("doctor and licence", func() bool {
		return c.Field("Dokter yang menjawab").Text() == "dr. Bagus Prakoso" && c.Field("SIP dokter").Text() == "SIP-CONTOH/002/2022"
	})
	c.Enter("Dokter yang menjawab", "dr. Tamu Contoh", "Diagnosis akhir", "Hipertensi", "Hasil/tindakan", "Obat disesuaikan")
	c.Choose("Tindak lanjut", "Konsultasi selesai")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	if got := c.referral().Reply.Doctor; got != "dr. Tamu Contoh" {
		t.Errorf("the doctor who was typed became %q", got)
	}
}

func TestReferrals_ARedirectionOpensTheNextReferral(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "L.C. · SM-000008")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Catat dialihkan")
	c.Sees("Rujukan baru ke mitra ini dibuat dan dibuka.")
	c.Tap("Catat dialihkan")
	c.Sees("wajib diisi.")
	c.Pick("Dialihkan ke", "RS Bunda Cempaka")
	c.Tap("Catat dialihkan")
	c.Sees("L.C. · SM-000008 · RS Bunda Cempaka", "Terbitkan surat")
	if r := c.referral(); r.NextReferralID == 0 && r.OriginReferralID == 0 {
		t.Error("the two referrals are not linked")
	}
}

func TestReferrals_BothLanguagesSayEverything(t *testing.T) {
	c := sampleOpen(t)
	c.app.SetLanguage("en")
	c.Tap("Referrals", "New referral")
	c.Sees("Destination facility", "Diagnosis and reason", "Consent and doctor")
	for _, text := range c.Texts() {
		if strings.Contains(text, "⟦") {
			t.Errorf("no words: %s", text)
		}
	}
}
