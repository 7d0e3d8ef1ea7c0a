package letter_test

import (
	"errors"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

// evaluationData is evaluation E02 of the sample register with what both sides said.
func evaluationData(t testing.TB) model.LetterData {
	d := expiryData(t)
	d.Type, d.Number, d.Date = "BA", "003/BA/KLN-SM/XI/2026", date(2026, 11, 6)
	d.Said = model.Said{}
	d.Evaluation = &model.Evaluation{PeriodStart: date(2025, 12, 1), PeriodEnd: date(2026, 10, 31), Date: date(2026, 11, 6), Place: "Kota Tirtasana",
		Attendees: []model.Attendee{{Party: "p1", Name: "dr. Ratna"}, {Party: "p2", Name: "Ns. Yuli", Position: "Kepala ruang"}},
		Items: []model.EvaluationItem{{Text: model.Text{ID: "menurunkan keterlambatan rujukan", EN: "reduce delays"}, Target: "≥ 80 %", Actual: "86 %", OwnScore: 4, PartnerScore: 3},
			{Text: model.Text{ID: "pemenuhan kewajiban", EN: "duties"}, Score: 4}},
		Recommendation: "perpanjang"}
	d.EvaluationFacts = &model.EvaluationFacts{Total: 5, Done: 3, Overdue: 1}
	return d
}

// TestEvaluation_SaysWhatBothSidesRecorded is brief section 2.17: an original for each party, with the tables of the brief.
func TestEvaluation_SaysWhatBothSidesRecorded(t *testing.T) {
	d := evaluationData(t)
	papers := render(t, d)
	if len(papers) != 2 || !strings.HasPrefix(papers[0].FileName, "BA-003-KLN-SM-XI-2026") {
		t.Fatalf("%d papers, %s", len(papers), papers[0].FileName)
	}

	text := read(t, papers[1].PDF)
	wantInOrder(t, text, "Rangkap 2/2", "BERITA ACARA EVALUASI KERJA SAMA", "Nomor: 003/BA/KLN-SM/XI/2026",
		"Pada hari ini, Jumat, tanggal enam bulan November tahun dua ribu dua puluh enam (06-11-2026), bertempat di Kota Tirtasana,",
		"PARA PIHAK dalam Perjanjian Kerja Sama Nomor 003/PKS/KLN-SM/XII/2024 dan Nomor 112/RSBC/XII/2024",
		"untuk periode 1 Desember 2025–31 Oktober 2026", "PIHAK PERTAMA: dr. Ratna; PIHAK KEDUA: Ns. Yuli (Kepala ruang)",
		"≥ 80 %", "86 %", "3,5", "3 dari 5 kewajiban terpenuhi, 1 melewati tenggat.", "tidak ada.",
		"nilai rata-rata 3,75 (sangat baik); kerja sama diperpanjang.", "rangkap 2 (dua)", "PIHAK PERTAMA,", "PIHAK KEDUA,")

	d.Language = "en"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "COOPERATION EVALUATION RECORD", "On 6 November 2026, in Kota Tirtasana,", "reduce delays", "3.5",
		"3 of 5 fulfilled, 1 overdue.", "average score 3.75 (very good); the cooperation is to be renewed.", "two (2) copies")
}

// TestEvaluation_RefusesWhatIsNotWhole: minutes without attendance, an item without a score, or a recommendation are none.
func TestEvaluation_RefusesWhatIsNotWhole(t *testing.T) {
	for name, x := range map[string]struct {
		spoil func(*model.Evaluation)
		field string
	}{
		"nobody came":       {func(e *model.Evaluation) { e.Attendees = nil }, "attendees"},
		"no place":          {func(e *model.Evaluation) { e.Place = "" }, "place"},
		"no score":          {func(e *model.Evaluation) { e.Items[1].Score = 0 }, "items[1].own_score"},
		"nothing is judged": {func(e *model.Evaluation) { e.Items = nil }, "items"},
		"no recommendation": {func(e *model.Evaluation) { e.Recommendation = "" }, "recommendation"},
	} {
		d := evaluationData(t)
		x.spoil(d.Evaluation)
		_, err := letter.New(nil).Render(d)
		var ps model.Problems
		if !errors.As(err, &ps) || !ps.Has(x.field, model.CodeRequired) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
