package letter_test

import (
	"strings"
	"testing"

	"jejaring/model"
)

// terminationData is the notice of 21 November 2026 that ends the sample's agreement as soon as it may.
func terminationData(t testing.TB) model.LetterData {
	d := expiryData(t)
	d.Type = "SPB-PGK"
	d.Number = "001/SPB-PGK/KLN-SM/XI/2026"
	d.Agreement.TerminationNotice = 30
	d.Said = model.Said{TerminatesOn: date(2026, 12, 21), Cause: "convenience", Reason: "klinik pindah ke kota lain"}
	return d
}

// memorandumData is the sample's agreement as a memorandum of understanding.
func memorandumData(t testing.TB) model.LetterData {
	d := sampleData(t)
	d.Type, d.Agreement.Type = "MOU", "mou"
	d.Agreement.ScopeItems = []model.Text{{ID: "rujukan pasien", EN: "referral of patients"}, {ID: "pelatihan bersama", EN: "joint training"}}
	d.Agreement.Terms.WorkplanDays = 30
	d.Agreement.Terms.MeteraiMode = "none"
	return d
}

// TestTermination_SaysWhenWhyAndWhatIsLeft is brief section 2.12.
func TestTermination_SaysWhenWhyAndWhatIsLeft(t *testing.T) {
	d := terminationData(t)
	d.Agreement.Obligations = []model.Obligation{
		{Party: "p1", Text: model.Text{ID: "mengirim laporan bulanan"}, Occurrences: []model.Occurrence{{Due: date(2026, 12, 5)}, {Due: date(2027, 1, 5)}}},
		{Party: "p2", Text: model.Text{ID: "melatih perawat"}, Occurrences: []model.Occurrence{{Due: date(2026, 12, 5), Done: date(2026, 11, 1)}}},
		{Party: "p2", Text: model.Text{ID: "menyerahkan alat"}, Occurrences: []model.Occurrence{{Due: date(2026, 12, 31)}}},
	}
	text := read(t, render(t, d)[0].PDF)
	wantInOrder(t, text, "Nomor : 001/SPB-PGK/KLN-SM/XI/2026", "21 November 2026", "Hal : Pemberitahuan Pengakhiran Perjanjian Kerja Sama",
		"Yth. Direktur RS Bunda Cempaka", "Merujuk pada Perjanjian Kerja Sama Nomor 003/PKS/KLN-SM/XII/2024 dan Nomor 112/RSBC/XII/2024 tentang",
		"diakhiri terhitung mulai tanggal 21 Desember 2026 karena klinik pindah ke kota lain.",
		"menyelesaikan kewajiban yang tersisa, yaitu mengirim laporan bulanan;", "menjamin kesinambungan pelayanan bagi pasien yang sedang ditangani;",
		"mengembalikan atau memusnahkan dokumen dan data pribadi", "menandatangani berita acara penyelesaian.")
	for _, settled := range []string{"melatih perawat", "menyerahkan alat"} {
		if strings.Contains(text, settled) {
			t.Errorf("it names %q, which is met, or falls due after the end", settled)
		}
	}

	d.Language = "en"
	d.Said.Clause, d.Said.Continuity, d.Said.CloseoutOn, d.Said.Reason, d.Said.Outstanding = "Article 12", "referring them on", date(2026, 12, 18), "the clinic moves.", "the report;"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "Subject : Notice of termination of our cooperation agreement", "in particular Article 12",
		"ends with effect from 21 December 2026 because the clinic moves.", "settle the outstanding duties: the report;",
		"under treatment by referring them on;", "sign close-out minutes on 18 December 2026.", "Yours faithfully,")
}

// TestMemorandum_SaysWhatTheBriefSays is brief section 2.7: an original for each party, in articles of its own, without a stamp.
func TestMemorandum_SaysWhatTheBriefSays(t *testing.T) {
	papers := render(t, memorandumData(t))
	if len(papers) != 2 || !strings.HasPrefix(papers[0].FileName, "MOU-") {
		t.Fatalf("%d papers, %s", len(papers), papers[0].FileName)
	}

	text := read(t, papers[0].PDF)
	wantInOrder(t, text, "NOTA KESEPAHAMAN", "ANTARA", "DENGAN", "TENTANG", "Pada hari ini,", "PARA PIHAK sepakat membuat Nota Kesepahaman",
		"Pasal 1", "MAKSUD DAN TUJUAN", "landasan awal bagi PARA PIHAK", "Pasal 2", "a. rujukan pasien; b. pelatihan bersama.", "Pasal 3",
		"paling lambat 30 (tiga puluh) hari kalender", "Pasal 6", "berlaku selama 2 (dua) tahun", "Pasal 8", "Pasal 10", "dalam rangkap 2 (dua) asli,")
	for _, wrong := range []string{"PERJANJIAN KERJA SAMA", "bermeterai", "Meterai", "Hak dan Kewajiban"} {
		if strings.Contains(text, wrong) {
			t.Errorf("a memorandum says %q", wrong)
		}
	}

	d := memorandumData(t)
	d.Language = "bilingual"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "MEMORANDUM OF UNDERSTANDING")
}

// TestDeed_SeveralPartiesAFacilitatorAndWitnesses: three parties sign, the facilitator has an article, and the witnesses sign below (brief
// sections 2.4 and 2.9).
func TestDeed_SeveralPartiesAFacilitatorAndWitnesses(t *testing.T) {
	for _, d := range []model.LetterData{sampleData(t), memorandumData(t)} {
		d.Agreement.FacilitatorPartnerID, d.Facilitator = 9, "Yayasan Peduli Paru"
		d.Agreement.Witnesses = []model.Witness{{Name: "Hj. Siti Aminah", Position: "Ketua RW 05"}, {Name: "Budi Santoso"}, {Name: "Rina Kusuma", Position: "Notaris"}}
		for _, paper := range render(t, d) {
			text := read(t, paper.PDF)
			wantInOrder(t, text, "FASILITATOR", "Yayasan Peduli Paru bertindak sebagai fasilitator yang menghubungkan warga dan PARA PIHAK", "Saksi-saksi",
				"Hj. Siti Aminah", "Budi Santoso", "Ketua RW 05", "Rina Kusuma", "Notaris")
		}

		d.Language = "bilingual"
		wantInOrder(t, read(t, render(t, d)[0].PDF), "FACILITATOR", "acts as facilitator linking", "Saksi-saksi / Witnesses", "Hj. Siti Aminah")
	}
}
