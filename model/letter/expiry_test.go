package letter_test

import (
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

// expiryData is the notice of 21 November 2026 that the sample's agreement ends with the year.
func expiryData(t testing.TB) model.LetterData {
	d := sampleData(t)
	d.Type = "SPB-AKH"
	d.Number = "001/SPB-AKH/KLN-SM/XI/2026"
	d.Date = date(2026, 11, 21)
	a := &d.Agreement
	a.Status = model.StatusActive
	a.NumberOwn = "003/PKS/KLN-SM/XII/2024"
	a.SignDate = date(2024, 12, 12)
	a.StartDate = date(2025, 1, 1)
	a.EndDate = date(2026, 12, 31)
	a.Parties[1].OwnNumber = "112/RSBC/XII/2024"
	d.Said = model.Said{AnswerBy: date(2026, 12, 10), RenewBy: "new"}

	return d
}

func TestExpiry_SaysWhenItEndsAndOffersAsLongAgain(t *testing.T) {
	papers := render(t, expiryData(t))
	if len(papers) != 1 || papers[0].FileName != "SPB-AKH-001-KLN-SM-XI-2026.pdf" {
		t.Fatalf("%d papers, %s", len(papers), papers[0].FileName)
	}

	wantInOrder(t, read(t, papers[0].PDF), "Nomor : 001/SPB-AKH/KLN-SM/XI/2026", "21 November 2026", "Lampiran : 1 (satu) berkas",
		"Hal : Pemberitahuan Berakhirnya Perjanjian Kerja Sama dan Penawaran Perpanjangan", "Yth. Direktur RS Bunda Cempaka",
		"Perjanjian Kerja Sama Nomor 003/PKS/KLN-SM/XII/2024 dan Nomor 112/RSBC/XII/2024 tentang",
		"ditandatangani pada tanggal 12 Desember 2024 akan berakhir pada tanggal 31 Desember 2026, yaitu 40 hari kalender sejak tanggal surat ini.",
		"selama 2 (dua) tahun dengan ketentuan yang sama.", "paling lambat tanggal 10 Desember 2026.",
		"Rancangan perjanjian baru kami lampirkan.", "telepon 0812-0000-0101, surel kerjasama@klinik-sm.example.com.",
		"Perjanjian berakhir pada tanggal di atas dan kewajiban yang tersisa akan diselesaikan bersama.", "Penanggung Jawab Klinik,")
}

func TestExpiry_InEnglishWithChangesAndAutomaticRenewal(t *testing.T) {
	d := expiryData(t)
	d.Language = "en"
	d.Date, d.Agreement.AutoRenew, d.Agreement.RenewTermN, d.Agreement.RenewTermUnit = date(2026, 12, 30), true, 1, "year"
	d.Said = model.Said{AnswerBy: date(2026, 12, 31), RenewBy: "addendum", Changes: "hours of service.", Evaluation: "42 referrals;"}
	wantInOrder(t, read(t, render(t, d)[0].PDF), "Subject : Expiry of our cooperation agreement and offer to renew",
		"Cooperation Agreement no. 003/PKS/KLN-SM/XII/2024 / 112/RSBC/XII/2024 concerning", "signed on 12 December 2024, will expire on 31 December 2026",
		"that is 1 calendar day from the date of this letter.", "During its term we recorded: 42 referrals.",
		"continue it for 1 year with changes to: hours of service.", "written answer by 31 December 2026. A draft addendum is enclosed.",
		"the agreement is extended under its automatic renewal clause.", "Yours faithfully,", "dr. Ratna Wulandari, M.K.M.")
}

// An agreement of another type is called what it is, and a partner's number that has not come yet is left out.
func TestExpiry_OfAMemorandumWithoutThePartnersNumber(t *testing.T) {
	d := expiryData(t)
	d.Agreement.Type, d.Agreement.Parties[1].OwnNumber, d.Agreement.Status = "mou", "", model.StatusSuspended
	text := read(t, render(t, d)[0].PDF)
	wantInOrder(t, text, "Berakhirnya Nota Kesepahaman dan Penawaran", "Nota Kesepahaman Nomor 003/PKS/KLN-SM/XII/2024 tentang", "Nota Kesepahaman berakhir")
	if strings.Contains(text, "dan Nomor") {
		t.Errorf("a second number in %s", text)
	}
}

func TestExpiry_FitsOnePageInEachLanguage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		d := expiryData(t)
		d.Language, d.Said.Changes, d.Said.Evaluation = language, strings.Repeat("tarif layanan, ", 10), strings.Repeat("42 rujukan, ", 10)
		if text := extract(t, render(t, d)[0].PDF, "-layout"); strings.Count(text, "\f") != 1 {
			t.Errorf("%s has %d pages:\n%s", language, strings.Count(text, "\f"), text)
		}
	}
}

// A draft after the end can be looked at, but says why it will not be made.
func TestExpiry_DraftAfterTheEnd(t *testing.T) {
	d := expiryData(t)
	d.Draft = true
	d.Number = ""
	d.Date = date(2027, 1, 5)
	wantInOrder(t, read(t, render(t, d)[0].PDF), "yaitu 0 hari kalender")
	if ps := letter.New(nil).Missing(d); !ps.Has("end_date", "agreement_over") {
		t.Errorf("stands against it: %v", ps)
	}
}
