package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// fillEmergency fills what an emergency to a partner without an agreement needs.
func (c *clinic) fillEmergency() {
	c.t.Helper()
	c.Pick("Fasyankes tujuan", "Forum Kelurahan Sehat Melati")
	c.Choose("Jenis pelayanan", "Gawat darurat")
	c.Enter("Unit tujuan", "IGD", "Nama pasien", "Rina Uji Darurat", "atau umur (tahun)", "34")
	c.Choose("Jenis kelamin", "Perempuan")
	c.Enter("Kode ICD-10", "I21.9", "Diagnosis", "Infark miokard akut")
	c.Choose("Kategori alasan", "Di luar kompetensi")
	c.Enter("Alasan rujukan", "Perlu kateterisasi")
	c.Pick("Dokter perujuk", "dr. Bagus Prakoso")
}

func TestReferrals_AnEmergencyIsNeverBlockedByAMissingAgreement(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru")
	c.fillEmergency()
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Terbitkan surat")
	c.Sees("• TD sistolik wajib diisi.", "• Terapi/tindakan wajib diisi.", "• Transportasi wajib diisi.", "• Petugas pendamping wajib diisi.")
	c.Tap("Tutup")
	c.Enter("TD sistolik", "90", "TD diastolik", "60", "Nadi", "120", "Napas", "28", "Terapi/tindakan", "Aspirin 160 mg",
		"Pendamping lain", "Suami", "Tanpa persetujuan", "Pasien tidak sadar")
	c.Choose("Transportasi", "Ambulans klinik")
	c.Tap("Terbitkan surat")
	c.Sees("Lengkap. 1 rangkap akan dibuat.")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("033/RJK/KLN-SM/XI/2026 terbit")
	if r := c.referral(); r.Status != model.ReferralIssued || r.AgreementID != 0 || r.Urgency != "emergency" {
		t.Errorf("%s, agreement %d, %s", r.Status, r.AgreementID, r.Urgency)
	}

	c.Tap("Tandai dikirim")
	c.Choose("Saluran", "—")
	c.Tap("Tandai dikirim")
	c.Sees("Catat dahulu kontak dengan fasyankes tujuan.")
	c.Choose("Saluran", "Telepon")
	c.Enter("Dihubungi", "dr. Jaga", "Waktu", "21-11-2026 00.01")
	c.Tap("Tandai dikirim")
	c.Sees("Waktu ini lebih awal daripada langkah sebelumnya.")
	if got := c.Field("Dihubungi").Text(); got != "dr. Jaga" {
		t.Errorf("who was called became %q", got)
	}
}

func TestReferrals_ARefusalIsToldWithItsReasonInWords(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "G.C. · SM-000018")
	c.more("Tolak")
	c.Enter("Diputuskan oleh", "dr. Ratih")
	c.Choose("Alasan keputusan", "Di luar kompetensi")
	c.Tap("Tolak")
	c.Sees("Status rujukan sekarang: Ditolak")
	c.Tap("Perjalanan")
	c.Sees("Diputuskan · Ditolak · dr. Ratih", "Alasan keputusan: Di luar kompetensi")
	c.Tap("Riwayat")
	c.Sees("Keputusan: diisi “Ditolak”")
}

func TestReferrals_ALongContactIsReadWhole(t *testing.T) {
	c := sampleOpen(t)
	told := strings.Repeat("Bidan jaga meminta pasien datang dengan keluarga. ", 6)
	c.Tap("Rujukan", "V.C. · SM-000028", "Perjalanan", "Catat kontak")
	c.Enter("Dihubungi", "Bidan jaga", "Hasil", told)
	c.Tap("Simpan")
	line := "Telepon · Bidan jaga · " + strings.TrimSpace(told)
	if c.Text(line).Wrapping == fyne.TextWrapOff {
		t.Error("the line is cut off")
	}
}

func TestReferrals_WhatIsWrongWithAStepStandsAtItsInputAndNothingTypedIsLost(t *testing.T) {
	c := sampleOpen(t)
	long := strings.Repeat("Panjang sekali. ", 320)
	c.Tap("Rujukan", "G.C. · SM-000018", "Terima pasien")
	c.Enter("Diputuskan oleh", long)
	c.Tap("Terima pasien")
	c.Until("the note", func() bool {
		return c.Field("Diputuskan oleh").Note() == "Terlalu panjang: paling banyak 120 huruf."
	})
	if got := c.Field("Diputuskan oleh").Text(); got != long {
		t.Errorf("what was typed became %d letters", len(got))
	}

	c.Tap("Kembali", "Perjalanan", "Catat kontak")
	c.Choose("Saluran", "—")
	c.Enter("Dihubungi", long, "Waktu", "22-11-2026 23.00")
	c.Tap("Simpan")
	c.Until("the notes", func() bool {
		return c.Field("Dihubungi").Note() == "Terlalu panjang: paling banyak 120 huruf." &&
			c.Field("Saluran").Note() == "Saluran wajib diisi." && strings.HasPrefix(c.Field("Waktu").Note(), "Tanggal ini belum tiba.")
	})
}

func TestReferrals_AnObjectionGoesWhenItsInputIsFilled(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "L.C. · SM-000008", "Catat tiba", "Catat tiba", "Catat balasan", "Catat balasan")
	c.Until("the notes", func() bool {
		return c.Field("Hasil/tindakan").Note() == "Hasil/tindakan wajib diisi." && c.Field("Tindak lanjut").Note() == "Tindak lanjut wajib diisi."
	})
	c.Enter("Hasil/tindakan", "Inhaler disesuaikan")
	if note := c.Field("Hasil/tindakan").Note(); note != "" {
		t.Errorf("after it was filled it says %q", note)
	}
	if note := c.Field("Tindak lanjut").Note(); note != "Tindak lanjut wajib diisi." {
		t.Errorf("the other says %q", note)
	}
}

func TestReferrals_AStepThatCannotBeStoredKeepsWhatWasTyped(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "G.C. · SM-000018", "Terima pasien")
	c.Enter("Diputuskan oleh", "dr. Ratih")
	c.harm("referral")
	c.Tap("Terima pasien")
	c.Sees("Terjadi kesalahan yang tidak terduga.")
	if got := c.Field("Diputuskan oleh").Text(); got != "dr. Ratih" {
		t.Errorf("what was typed became %q", got)
	}
}

func TestReferrals_ALongTimeIsToldInHours(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "G.C. · SM-000018", "Terima pasien")
	c.Enter("Waktu", "21-11-2026 08.00")
	c.Tap("Terima pasien", "Perjalanan")
	c.Sees("Waktu tanggap 41 jam")
}

func TestReferrals_FacilitiesStandFirstWhereAPatientIsSentTo(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru")
	c.Field("Fasyankes tujuan").Tick()
	c.Sees("Dinas Kesehatan Kota Tirtasana")
	if !c.Order("Laboratorium Klinik Prisma Diagnostika", "Puskesmas Kenanga", "RS Bunda Cempaka", "RSUD Tirtasana", "Dinas Kesehatan Kota Tirtasana") {
		t.Errorf("offered are %q", c.Over())
	}
}

func TestReferrals_ABackReferralHasADayAndTheEndAnOutcome(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "L.C. · SM-000008", "Catat tiba", "Catat tiba", "Catat balasan")
	c.Enter("Hasil/tindakan", "Inhaler disesuaikan", "Tanggal pelayanan", "14-11-2026")
	c.Choose("Tindak lanjut", "Kontrol kembali")
	c.Tap("Catat balasan")
	c.Until("the missing day", func() bool { return c.Field("Tanggal kontrol").Note() == "Tanggal kontrol wajib diisi." })
	c.Choose("Tindak lanjut", "Rujuk balik")
	c.Tap("Catat balasan")
	c.Sees("Status rujukan sekarang: Balasan diterima")
	c.Tap("Catat rujuk balik")
	if got := c.Field("Tanggal kontrol").Text(); got != "21 Des 2026" {
		t.Errorf("proposed is %q", got)
	}

	c.Choose("Kelompok PRB", "Asma")
	c.Tap("Catat rujuk balik")
	c.Sees("Batas 21 Des 2026", "Menunggu kontrol")
	c.Tap("Selesaikan", "Selesaikan")
	c.Until("the missing outcome", func() bool { return c.Field("Luaran").Note() == "Luaran wajib diisi." })
	c.Choose("Luaran", "Membaik")
	c.Tap("Selesaikan")
	c.Sees("Status rujukan sekarang: Selesai")
}

func TestReferrals_ARequestThatCameWaitsForUsAtOnce(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan masuk")
	c.Pick("Fasyankes asal", "Puskesmas Kenanga")
	c.Enter("Nomor rujukan", "501/PKM-KNG/R/2026", "Unit tujuan", "Poli Umum", "Nama pasien", "Tini Uji Masuk", "Tanggal lahir", "03-04-1990")
	c.Choose("Jenis kelamin", "Perempuan")
	c.Enter("Kode ICD-10", "J06.9", "Diagnosis", "ISPA")
	c.Choose("Kategori alasan", "Pengobatan lanjutan")
	c.Enter("Alasan rujukan", "Rumah pasien dekat klinik", "Permintaan diterima", "20-11-2026 08.00")
	c.Tap("Simpan")
	c.Until("the note", func() bool {
		return c.Field("Permintaan diterima").Note() == "Waktu ini lebih awal daripada langkah sebelumnya."
	})
	c.Enter("Tanggal dan jam", "20-11-2026 07.30")
	c.Tap("Simpan")
	c.Sees("Permintaan masuk", "Perlu keputusan kita", "Terima pasien")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Tolak")
	c.Choose("Alasan keputusan", "Tempat tidur penuh")
	c.Tap("Tolak")
	c.Sees("Status rujukan sekarang: Ditolak")
	if r := c.referral(); r.Direction != "in" || r.DecisionReason != "tempat_tidur_penuh" || r.ReferralNo != "501/PKM-KNG/R/2026" ||
		r.ReferralAt.UTC().Format("2006-01-02 15:04") != "2026-11-20 00:30" {
		t.Errorf("%+v", r)
	}
}

func TestReferrals_TheInsurersReasonIsChosenOrTold(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "F.C. · SM-000017", "Rincian")
	for _, x := range []struct{ tacc, choose, write, want string }{
		{"Umur", "55 tahun atau lebih", "", "years_from_55"}, {"Waktu", "Kurang dari 3 hari", "", "days_under_3"},
		{"Komplikasi", "", "E11.5 gangren", "E11.5 gangren"}, {"Komorbid", "7 hari atau lebih", "", "days_from_7"}} {
		c.Choose("TACC", x.tacc)
		if x.choose != "" {
			c.Choose("Alasan TACC", x.choose)
		} else {
			c.Enter("Alasan TACC", x.write)
		}
		c.Tap("Simpan")
		c.Until("the reason is stored", func() bool { return c.referral().TACCReason == x.want })
	}
}
