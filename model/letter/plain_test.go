package letter_test

import (
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

// TestSummary_StaysOnOnePage: however much an agreement says, its summary in plain words is one page, and tells what it leaves out.
func TestSummary_StaysOnOnePage(t *testing.T) {
	d := expiryData(t)
	d.Type, d.Number = "RKS", ""
	for range 20 {
		d.Agreement.Goals = append(d.Agreement.Goals, model.Goal{Text: model.Text{ID: strings.Repeat("menjamin mutu pelayanan ", 20)}})
		for _, party := range []string{"p1", "p2"} {
			d.Agreement.Obligations = append(d.Agreement.Obligations, model.Obligation{Party: party, Text: model.Text{ID: strings.Repeat("mengirim laporan lengkap ", 20)}})
		}
	}
	papers := render(t, d)
	text := read(t, papers[0].PDF)
	if n := strings.Count(string(papers[0].PDF), "/Type /Page\n") + strings.Count(string(papers[0].PDF), "/Type /Page "); n != 1 {
		t.Errorf("it has %d pages", n)
	}
	wantInOrder(t, text, "RINGKASAN PERJANJIAN KERJA SAMA", "Klinik Pratama Samudra Melati dan RS Bunda Cempaka", "tujuan lain dalam naskah", "Yang dilakukan Klinik Pratama Samudra Melati",
		"kewajiban lain dalam naskah", "Yang perlu diingat", "tidak menggantikan naskah")
}

// minutesData is a talk about an obstacle of the sample's agreement.
func minutesData(t testing.TB) model.LetterData {
	d := expiryData(t)
	d.Type, d.Number = "BAM", "001/BAM/KLN-SM/XI/2026"
	d.Obstacle = &model.Obstacle{Base: model.Base{ID: 3}, AgreementID: 1, Title: "Balasan rujukan terlambat", Category: "communication", Severity: "medium",
		RaisedOn: date(2026, 11, 2), Status: model.ObstacleInProgress, OwnerStaffID: 1, RootCause: "petugas berganti",
		Meetings: []model.ObstacleMeeting{{Way: "deliberation", Date: date(2026, 11, 10), Agreed: "surel pengingat setiap Senin"},
			{Way: "mediation", Date: date(2026, 11, 20), Place: "Aula Dinas Kesehatan", Mediator: "Dinas Kesehatan Kota Tirtasana",
				Attendees: "dr. Ratna Wulandari, klinik\nSurya Adi, RS Bunda Cempaka", Discussed: "Alur balasan dibahas.", Agreed: "Balasan dikirim dalam 3 hari kerja.\nKepatuhan ditinjau setiap bulan.",
				By: "Surya Adi", DueDate: date(2026, 12, 31)}}}
	return d
}

// TestMinutes_TellTheLastTalk, who was there, and what was agreed; without a talk there are none.
func TestMinutes_TellTheLastTalk(t *testing.T) {
	d := minutesData(t)
	wantInOrder(t, read(t, render(t, d)[0].PDF), "BERITA ACARA MEDIASI", "Nomor: 001/BAM/KLN-SM/XI/2026", "Jumat, tanggal dua puluh bulan November tahun dua ribu dua puluh enam",
		"Aula Dinas Kesehatan", "dengan penengah Dinas Kesehatan Kota Tirtasana", "Balasan rujukan terlambat", "petugas berganti", "Alur balasan dibahas.",
		"Balasan dikirim dalam 3 hari kerja.", "Kepatuhan ditinjau setiap bulan.", "Surya Adi", "31 Desember 2026", "Yang hadir", "dr. Ratna Wulandari, klinik")
	d.Language = "en"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "MINUTES OF MEDIATION", "mediation was held with Dinas Kesehatan Kota Tirtasana as mediator", "Ineffective communication", "Agreed")

	d.Obstacle.Meetings = nil
	if ps := letter.New(nil).Missing(d); !ps.Has("meetings", model.CodeRequired) {
		t.Errorf("missing: %v", ps)
	}
}
