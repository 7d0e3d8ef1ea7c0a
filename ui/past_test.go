package ui_test

import (
	"testing"

	"jejaring/model"
)

func TestPast_AnAgreementIsEnteredAsWhatItIs(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.Tap("Perjanjian", "Perjanjian baru")
	c.Pick("Mitra", "RSUD Kenanga")
	c.rest()
	c.Choose("Bidang kerja sama", "Lainnya")
	c.Enter("Tentang", "Rujukan Lama")
	c.Choose("Model kerja sama", "Antarinstitusi kesehatan")
	c.Choose("Status", "Diakhiri")
	c.Enter("Nomor kami", "7/PKS/2024", "Tanggal mulai", "01-02-2024", "Tanggal berakhir", "31-01-2027")
	c.Tap("Simpan")
	c.Sees("isian perlu diperbaiki.")
	c.Enter("Tanggal tanda tangan", "20-01-2024", "Tanggal alasan status", "30-06-2026", "Alasan perubahan status", "Rumah sakit ditutup")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	r := c.agreement("Rujukan Lama")
	if r.Status != model.StatusEnded || r.StatusReason != "Rumah sakit ditutup" || r.StatusDate != date(2026, 6, 30) || r.StatusSince != r.StatusDate {
		t.Errorf("stored is %s, %q on %s", r.Status, r.StatusReason, r.StatusDate)
	}

	c.Tap("Beranda")
	c.Sees("Perlu perhatian")
	c.rest()
	if c.Shows("Rujukan Lama") {
		t.Error("the home screen speaks of what is over")
	}
}

func TestPast_AnExpiredAgreementAsksForNobodysWord(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.Tap("Perjanjian", "Perjanjian baru")
	c.Pick("Mitra", "RSUD Kenanga")
	c.rest()
	c.Choose("Bidang kerja sama", "Lainnya")
	c.Enter("Tentang", "Rujukan Lama")
	c.Choose("Model kerja sama", "Antarinstitusi kesehatan")
	c.Choose("Status", "Berakhir")
	c.Enter("Nomor kami", "7/PKS/2024", "Tanggal tanda tangan", "20-01-2024", "Tanggal mulai", "01-02-2024", "Tanggal berakhir", "31-01-2027")
	c.Tap("Simpan")
	c.Sees("Tanggal berakhirnya belum lewat")
	c.Enter("Tanggal berakhir", "31-01-2026")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Beranda")
	c.Sees("Perlu perhatian")
	c.rest()
	if c.Shows("Rujukan Lama") {
		t.Error("the home screen speaks of what is over")
	}
}

func TestPast_ATrainingWithItsAttendanceIsTwoClicksFromItsCertificates(t *testing.T) {
	for _, status := range []model.TrainingStatus{model.TrainingPlanned, model.TrainingOpen, model.TrainingOngoing} {
		c := sampleOpen(t)
		r := model.Training{Number: "TR-2026-91", Title: "Uji " + string(status), Type: "pelatihan", Organizer: "clinic", Method: "luring", Place: "Aula",
			Start: date(2026, 11, 20), End: date(2026, 11, 20), Status: model.TrainingPlanned, SKPStatus: "none", MinAttendancePct: 80, JPL: 2,
			Sessions:     []model.Session{{Date: date(2026, 11, 20), Start: "08:00", End: "09:30", Topic: "Uji", JPL: 2}},
			Participants: []model.Participant{{Name: "Ani", Profession: "perawat", Institution: "RS", Role: "peserta", Registration: "confirmed", Attendance: []string{"present"}}}}
		r.Status = status
		if err := c.store.Trainings().Save(t.Context(), &r); err != nil {
			t.Fatal(err)
		}

		c.Tap("Pelatihan", r.Title)
		c.Tap("Selesaikan dan terbitkan", "Ambil nomor dan terbitkan")
		c.Until("the certificate", func() bool {
			c.loop.Drain()
			got, err := c.store.Trainings().Get(t.Context(), r.ID)
			return err == nil && got.Status == model.TrainingFinished && got.Participants[0].CertificateNo != ""
		})
		c.rest()
	}
}

// What was typed for one state and is hidden by another is not stored: a refusal that was none would be counted.
func TestPast_AReferralForgetsWhatWasTypedForAnotherState(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.refer("Sari Uji Contoh", "1", "Ditolak", "08.30", func() {
		c.Enter("Diputuskan", "09-01-2027 09.10")
		c.Choose("Alasan keputusan", "Tempat tidur penuh")
		c.Choose("Status", "Dikirim")
	})
	list, err := c.store.Referrals().Find(t.Context(), model.Query{})
	if err != nil || len(list) != 1 {
		t.Fatalf("%d referrals, %v", len(list), err)
	}
	if r := list[0]; r.Status != model.ReferralSent || r.SentAt.IsZero() || !r.DecidedAt.IsZero() || r.Decision != "" || r.DecisionReason != "" {
		t.Errorf("%s sent %v, decided %v as %q because of %q", r.Status, r.SentAt, r.DecidedAt, r.Decision, r.DecisionReason)
	}
}

func TestPast_AnAgreementForgetsTheReasonOfAnotherState(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Rujukan", "20-01-2026", "01-02-2026", "31-01-2028", func() {
		c.Choose("Status", "Diakhiri")
		c.Enter("Tanggal alasan status", "30-06-2026", "Alasan perubahan status", "Rumah sakit ditutup")
		c.Choose("Status", "Berlaku")
	})
	if r := c.agreement("Rujukan"); r.Status != model.StatusActive || r.StatusReason != "" || !r.StatusDate.IsZero() {
		t.Errorf("%s, %q on %s", r.Status, r.StatusReason, r.StatusDate)
	}
}
