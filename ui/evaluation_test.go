package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"jejaring/model"
)

// evaluation returns the only stored evaluation that is not recorded, or else the newest one.
func (c *clinic) evaluation() model.Evaluation {
	c.t.Helper()
	list, err := c.store.Evaluations().Find(c.t.Context(), model.Query{Sort: "date", Desc: true, Limit: 1})
	if err != nil || len(list) != 1 {
		c.t.Fatalf("%d evaluations: %v", len(list), err)
	}
	return list[0]
}

// evaluated stores an evaluation of the newest agreement that was recorded today, with a score and what it recommends.
func (c *clinic) evaluated(score int, recommends string) {
	c.t.Helper()
	ids, err := c.store.Agreements().IDs(c.t.Context(), model.Query{})
	if err != nil {
		c.t.Fatal(err)
	}
	r, err := c.store.Evaluations().Propose(c.t.Context(), slices.Max(ids), c.store.Today())
	if err != nil {
		c.t.Fatal(err)
	}

	r.Items = []model.EvaluationItem{{Text: model.Text{ID: "rujukan"}, Score: score}}
	r.Recommendation = recommends
	if err := c.store.Evaluations().Save(c.t.Context(), &r); err != nil {
		c.t.Fatal(err)
	}
	if _, err := c.store.Evaluations().Apply(c.t.Context(), r.ID, "hold", model.EvaluationChange{}); err != nil {
		c.t.Fatal(err)
	}
}

// From an empty register: a year after its start an agreement asks to be evaluated, both sides score it, it is silent until the day that
// they named, and comes again then.
func TestEvaluation_AYearAfterTheStartAndAgainOnItsDay(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Rujukan Ibu", "28-12-2026", "01-01-2027", "31-12-2029")
	c.Tap("Beranda")
	c.SeesNoMore("Perjanjian perlu dievaluasi")

	days.turn(date(2028, 1, 1))
	c.rest()
	c.Tap("Beranda")
	c.Sees("Perjanjian perlu dievaluasi")
	c.TapNear("Perjanjian perlu dievaluasi", "Evaluasi")
	c.Sees("Belum ada butir penilaian.", "Konsep")
	c.Tap("Butir dan peserta", "Tambah butir")
	c.Enter("Butir", "balasan rujukan tepat waktu", "Target", "80 %", "Capaian", "86 %")
	c.Tap("Tambah peserta")
	c.Enter("Nama", "dr. Ani Lestari")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")

	c.Tap("Catat hasil")
	c.Sees("wajib diisi.")
	c.Tap("Penilaian")
	c.focusGrid()
	c.Write("3")
	c.Press(fyne.KeyRight)
	c.Write("94")
	c.Ctrl(fyne.KeyS)
	c.Sees("Tersimpan.", "3,5")
	if got := c.evaluation(); got.Items[0].OwnScore != 3 || got.Items[0].PartnerScore != 4 || got.ScoreAvg != 3.5 || got.PeriodStart != date(2027, 1, 1) {
		t.Errorf("%+v", got)
	}

	c.Tap("Hasil")
	c.Choose("Rekomendasi", "Diperpanjang")
	c.Enter("Pelajaran", "satu nomor khusus untuk rujukan", "Evaluasi berikutnya", "01-10-2028")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Catat hasil")
	c.Sees("Status evaluasi sekarang: Dicatat", "3,50 · Sangat baik", "Evaluasi sudah dicatat kedua belah pihak.")
	c.Tap("Ringkasan")
	c.Sees("Berbeda 1", "kami 3, mitra 4", "0 dari 0 kewajiban terpenuhi", "Tidak ada kendala pada periode ini.")
	c.Tap("Beranda")
	c.SeesNoMore("Perjanjian perlu dievaluasi")

	c.Tap("Laporan")
	c.Sees("Nilai evaluasi mitra", "1 kerja sama dinilai", "3,50 · Sangat baik")

	days.turn(date(2028, 9, 30))
	c.rest()
	c.Tap("Beranda")
	c.SeesNoMore("Perjanjian perlu dievaluasi")
	days.turn(date(2028, 10, 1))
	c.rest()
	c.Tap("Beranda")
	c.Sees("Perjanjian perlu dievaluasi")
}

// The minutes of an evaluation take a number of the ledger; it opens again with a reason, and they are issued again under it.
func TestEvaluation_MinutesFromTheWindow(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Penguatan Jejaring Layanan TBC (DPPM)")
	c.more("Evaluasi")
	c.Sees("1 Agu 2025 – 21 Nov 2026", "Kami", "Selisih")
	c.focusGrid()
	c.Write("4")
	c.Ctrl(fyne.KeyS)
	c.Sees("Tersimpan.")
	c.Tap("Hasil")
	c.Choose("Rekomendasi", "Dilanjutkan")
	c.Tap("Butir dan peserta", "Tambah peserta")
	c.Enter("Nama", "dr. Ratna")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Catat hasil")
	c.Sees("Status evaluasi sekarang: Dicatat")
	c.Tap("Terbitkan berita acara")
	c.Sees("Ambil nomor dan terbitkan", "004/BA/KLN-SM/XI/2026")
	c.Tap("Ambil nomor dan terbitkan")
	c.rest()
	c.Sees("004/BA/KLN-SM/XI/2026")
	if got := c.evaluation(); got.RecordNo != "004/BA/KLN-SM/XI/2026" || !got.Held() {
		t.Errorf("%+v", got)
	}
}

// A renewal whose agreement was never evaluated asks for a reason, which the new agreement keeps; one that is to be renewed asks nothing.
func TestEvaluation_RenewalAsksWhyWithoutOne(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Pemeriksaan Laboratorium Rujukan")
	c.Tap("Perpanjang")
	c.Sees("Perjanjian ini belum pernah dievaluasi.", "Alasan perpanjangan")
	c.Tap("Perpanjang")
	c.Sees("Alasan perpanjangan wajib diisi.")
	c.Enter("Alasan perpanjangan", "satu-satunya laboratorium di kota ini")
	c.Tap("Perpanjang")
	c.Sees("Konsep perpanjangan")
	if r := c.agreement("Pemeriksaan Laboratorium Rujukan"); r.Status != model.StatusDraft || r.StatusReason != "satu-satunya laboratorium di kota ini" {
		t.Errorf("%s, %q", r.Status, r.StatusReason)
	}
}

// What was learnt stands above an agreement of the same field that is being prepared, and opens its evaluation.
func TestEvaluation_LessonsStandAboveASimilarAgreement(t *testing.T) {
	c := sampleOpen(t)
	r, err := c.store.Evaluations().Propose(t.Context(), c.agreement("Praktik Lapangan Mahasiswa dan Penelitian Bersama").ID, date(2026, 11, 21))
	if err != nil {
		t.Fatal(err)
	}
	r.Recommendation, r.Lessons = "lanjut", "jadwal praktik disepakati di awal semester"
	for i := range r.Items {
		r.Items[i].OwnScore = 4
	}
	if err := c.store.Evaluations().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	if _, err := c.store.Evaluations().Apply(t.Context(), r.ID, "hold", model.EvaluationChange{}); err != nil {
		t.Fatal(err)
	}

	next := c.agreement("Praktik Lapangan Mahasiswa dan Penelitian Bersama")
	next.Base, next.Status, next.NumberOwn, next.Title, next.Documents = model.Base{}, model.StatusDraft, "", "Praktik Semester Depan", nil
	for i := range next.Obligations {
		next.Obligations[i].RecordID, next.Obligations[i].Code = 0, ""
	}
	if err := c.store.Agreements().Save(t.Context(), &next); err != nil {
		t.Fatal(err)
	}

	c.Tap("Perjanjian", "Praktik Semester Depan")
	c.Sees("Pelajaran dari kerja sama serupa", "jadwal praktik disepakati di awal semester")
	c.Tap("jadwal praktik disepakati di awal semester")
	c.Sees("Dicatat", "4,00 · Sangat baik")
}
