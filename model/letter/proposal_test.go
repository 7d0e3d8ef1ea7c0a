package letter_test

import (
	"strings"
	"testing"

	"jejaring/model"
)

func TestProposal_Indonesian(t *testing.T) {
	papers := render(t, proposalData(t))
	if len(papers) != 1 || papers[0].FileName != "SPK-001-KLN-SM-XII-2024.pdf" || papers[0].CopyNo != 0 {
		t.Fatalf("papers %d, %s", len(papers), papers[0].FileName)
	}

	wantInOrder(t, read(t, papers[0].PDF), "Yayasan Samudra Melati (fiktif)", "KLINIK PRATAMA SAMUDRA MELATI",
		"Izin: 503/000/IZIN-CONTOH/2023 · NIB: 9999000000001",
		"Nomor : 001/SPK/KLN-SM/XII/2024 Kota Tirtasana, 12 Desember 2024", "Sifat : Biasa",
		"Hal : Permohonan Kerja Sama Rujukan Pasien", "Yth. Direktur RS Bunda Cempaka Jalan Cempaka No. 45 Kota Tirtasana", "Dengan hormat,",
		"klinik pratama yang berkedudukan di Jalan Contoh Raya No. 12", "dengan status akreditasi Utama.",
		"di bidang rujukan pasien", "1. rujukan rawat jalan", "tidak tersedia di Klinik Pratama Samudra Melati;", "antara lain: 1. menurunkan",
		"Sinta Maharani, A.Md.Kes. (Administrasi) melalui telepon 0812-0000-0101 atau surel kerjasama@klinik-sm.example.com.",
		"Demikian permohonan ini", "Penanggung Jawab Klinik,", "dr. Ratna Wulandari, M.K.M.", "SIP-CONTOH/001/2023")
}

func TestProposal_OfferInEnglishByAnotherSigner(t *testing.T) {
	d := proposalData(t)
	d.Language, d.Agreement.Terms.ProposalFlavour, d.Clinic.SubjectLabel = "en", "penawaran", "Perihal"
	d.Signatory = &model.Staff{TitlePrefix: "dr.", Name: "Bima Santoso", Position: "Dokter Umum", SIPNo: "123"}
	wantInOrder(t, read(t, render(t, d)[0].PDF), "No. : 001/SPK/KLN-SM/XII/2024 Kota Tirtasana, 12 December 2024",
		"Subject : Proposal of cooperation — patient referral", "To: Direktur, RS Bunda Cempaka", "Dear Sir or Madam,", "a primary clinic located",
		"We are aware of the commitment of RS Bunda Cempaka to better public health in Kota Tirtasana.",
		"reduce delays in maternal referral.", "Yours faithfully,", "dr. Bima Santoso", "Dokter Umum", "SIP 123")
	d.Language = "id"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "Perihal : Penawaran Kerja Sama Rujukan Pasien", "Demikian penawaran ini",
		"a.n. Penanggung Jawab Klinik", "Dokter Umum,", "dr. Bima Santoso")
}

func TestProposal_BilingualIsOneLetterAfterTheOther(t *testing.T) {
	d := proposalData(t)
	d.Language = "bilingual"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "Dengan hormat,", "dr. Ratna Wulandari", "KLINIK PRATAMA SAMUDRA MELATI", "Dear Sir or Madam,")
}

// The customary letter of brief section 2.6 has one page.
func TestProposal_FitsOnePage(t *testing.T) {
	if text := extract(t, render(t, proposalData(t))[0].PDF, "-layout"); strings.Count(text, "\f") != 1 {
		t.Errorf("%d pages:\n%s", strings.Count(text, "\f"), text)
	}
}

func TestProposal_Draft(t *testing.T) {
	d := proposalData(t)
	d.Draft, d.Number, d.Clinic.LicenseNo = true, "", ""
	papers := render(t, d)
	if papers[0].FileName != "SPK-konsep.pdf" {
		t.Errorf("named %s", papers[0].FileName)
	}

	text := read(t, papers[0].PDF)
	wantInOrder(t, text, "Nomor : ................")
	wantInOrder(t, text, "cap dan tanda tangan")
	if !strings.Contains(text, "izin Nomor ................") {
		t.Errorf("no gap for the licence in %s", text)
	}
}
