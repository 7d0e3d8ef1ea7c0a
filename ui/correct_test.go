package ui_test

import (
	"testing"

	"jejaring/model"
)

// noInput reports a field that stands on a paper and can be typed into all the same.
func (c *clinic) noInput(labels ...string) {
	c.t.Helper()
	for _, label := range labels {
		if len(c.Fields(label)) > 0 {
			c.t.Errorf("%q stands on the paper and has an input", label)
		}
	}
}

func TestCorrect_WhatStandsOnAnIssuedAgreementIsTextUntilItIsCorrectedWithAReason(t *testing.T) {
	c := issued(t)
	c.Sees("Naskah 007/PKS/KLN-SM/XI/2026 sudah terbit dan menunggu tanda tangan", "Rujukan Pasien")
	c.noInput("Tentang", "Mitra", "Tanggal mulai", "Tanggal berakhir", "Bidang kerja sama", "Pembiayaan")
	if len(c.Fields("Tingkat risiko")) == 0 {
		t.Error("what does not stand on the paper cannot be changed")
	}

	old := c.agreement("Rujukan Pasien")
	c.Tap("Koreksi …")
	c.Sees("Mode koreksi")
	c.Enter("Tentang", "Rujukan Pasien dan Balasannya")
	c.Tap("Simpan")
	c.Sees("Isi ini tertera pada naskah")
	c.Tap("Simpan koreksi")
	c.Sees("wajib diisi")
	c.Enter("Alasan", "judul salah ketik")
	c.Tap("Simpan koreksi")
	c.Sees("Koreksi tersimpan", "sudah terbit dan menunggu tanda tangan")
	c.noInput("Tentang")
	if got := c.agreement("Rujukan Pasien dan Balasannya"); got.ID != old.ID || got.Status != old.Status || got.NumberOwn != old.NumberOwn {
		t.Errorf("%+v", got)
	}

	c.Tap("Riwayat")
	c.Sees("Alasan: judul salah ketik", "diubah dari “"+old.Title+"” menjadi “Rujukan Pasien dan Balasannya”")
}

func TestCorrect_AnIssuedReferralGoesElsewhereOnlyWithItsLetter(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru")
	c.fillOutpatient()
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Terbitkan surat", "Ambil nomor dan terbitkan")
	c.Sees("033/RJK/KLN-SM/XI/2026 terbit", "Tertera pada surat rujukan 033/RJK/KLN-SM/XI/2026")
	c.noInput("Fasyankes tujuan", "Unit tujuan", "Diagnosis", "Kode ICD-10", "Alasan rujukan", "Dokter perujuk")
	c.Tap("Koreksi …")
	c.Pick("Fasyankes tujuan", "RS Bunda Cempaka")
	c.Tap("Simpan")
	c.Sees("Terbitkan ulang suratnya")
	c.Enter("Alasan", "rumah sakit salah pilih")
	c.Tap("Simpan koreksi")
	c.Sees("Koreksi tersimpan; 1 surat diterbitkan ulang.")
	r := c.referral()
	docs, err := c.store.Documents().Find(t.Context(), model.Query{Text: "033/RJK/KLN-SM/XI/2026", Sort: "status"})
	if err != nil || len(docs) != 2 || docs[0].Status != "issued" || docs[0].Revision != 2 || docs[0].PartnerID != r.PartnerID || docs[1].Status != "superseded" {
		t.Errorf("%v %+v", err, docs)
	}

	c.Tap("Riwayat")
	c.Sees("Alasan: rumah sakit salah pilih", "diubah dari “RSUD Tirtasana” menjadi “RS Bunda Cempaka”")
}

func TestCorrect_TheReasonOfOneThatFailedIsNotTypedAgain(t *testing.T) {
	c := issued(t)
	c.Tap("Koreksi …")
	c.Enter("Tentang", "Rujukan Pasien dan Balasannya")
	stored := c.agreement("Rujukan Pasien")
	stored.RiskLevel = "high"
	if err := c.store.Agreements().Save(t.Context(), &stored); err != nil {
		t.Fatal(err)
	}

	c.Tap("Simpan")
	c.Enter("Alasan", "judul salah ketik")
	c.Tap("Simpan koreksi")
	c.Sees("Catatan ini sudah diubah di tempat lain")
	c.Tap("Tutup", "Simpan")
	c.Until("the reason as it was typed", func() bool { return c.Field("Alasan").Text() == "judul salah ketik" })
}

func TestCorrect_AScoreOnACertificateIsNotTypedOver(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pelatihan", "Pelatihan Kader Pendamping TBC", "Nilai")
	before := c.training("Pelatihan Kader Pendamping TBC")
	c.focusGrid()
	c.Write("9")
	c.Sees("Tertera pada undangan atau sertifikat yang sudah terbit")
	c.Ctrl("S")
	c.rest()
	if after := c.training("Pelatihan Kader Pendamping TBC"); *after.Participants[0].PreTest != *before.Participants[0].PreTest || after.Version != before.Version {
		t.Errorf("the score became %d", *after.Participants[0].PreTest)
	}
}

func TestCorrect_OneThatWasBegunByMistakeIsLeftAgain(t *testing.T) {
	c := issued(t)
	c.Tap("Koreksi …")
	c.Sees("Mode koreksi")
	c.Tap("Batal")
	c.Sees("sudah terbit dan menunggu tanda tangan", "Koreksi …")
	c.noInput("Tentang")
}
