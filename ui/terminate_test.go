package ui_test

import (
	"testing"

	"jejaring/model"
)

// TestTerminate_NoticeOfThePartnerIsNotedAndItsDayEndsTheAgreement, as a person does it: the partner wrote, the day is noted, and comes.
func TestTerminate_NoticeOfThePartnerIsNotedAndItsDayEndsTheAgreement(t *testing.T) {
	c, days := ownOpen(t, date(2026, 11, 21))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Rujukan Pasien", "28-12-2025", "01-01-2026", "31-12-2027")
	c.more("Akhiri sebelum waktunya")
	c.Sees("Isi ini bila mitra yang memberi tahu")
	c.Tap("Akhiri sebelum waktunya")
	c.Sees("Sebab pengakhiran wajib diisi.", "Alasan pengakhiran wajib diisi.")
	c.Choose("Sebab pengakhiran", "Kehendak salah satu pihak")
	c.Enter("Tidak berlaku lagi mulai", "1-12-2026", "Alasan pengakhiran", "rumah sakit menutup poliklinik")
	c.Tap("Akhiri sebelum waktunya")
	c.Sees("Menurut perjanjian, pemberitahuan disampaikan 30 hari sebelumnya: paling cepat 21 Desember 2026.")
	c.Enter("Tidak berlaku lagi mulai", "4-1-2027")
	c.Tap("Akhiri sebelum waktunya")
	c.Sees("Perjanjian ini tidak berlaku lagi mulai 4 Januari 2027.", "Diakhiri 44 hari lagi", "tidak berlaku lagi mulai 4 Januari 2027 karena rumah sakit menutup poliklinik")
	if r := c.agreement("Rujukan Pasien"); r.Status != model.StatusActive || r.TerminatesOn.String() != "2027-01-04" || r.TerminationCause != "convenience" {
		t.Errorf("stored is %s until %s", r.Status, r.TerminatesOn)
	}

	days.turn(date(2026, 12, 20))
	c.Tap("Beranda")
	c.Sees("Perjanjian berakhir lebih awal", "15 hari lagi")
	days.turn(date(2027, 1, 4))
	c.Tap("Beranda")
	c.Sees("Perjanjian diakhiri, selesaikan penutupannya")
	c.TapNear("Perjanjian diakhiri, selesaikan penutupannya", "Sudah tahu")
	c.SeesNoMore("Perjanjian diakhiri, selesaikan penutupannya")
	if r := c.agreement("Rujukan Pasien"); r.Status != model.StatusEnded || r.StatusDate.String() != "2027-01-04" {
		t.Errorf("stored is %s since %s", r.Status, r.StatusDate)
	}

	days.turn(date(2028, 1, 20))
	c.Tap("Beranda")
	c.SeesNoMore("Perjanjian berakhir lebih awal")
	c.SeesNoMore("Perjanjian diakhiri, selesaikan penutupannya")
}

// TestTerminate_AtOnceIsAskedAboutAndCanBeTakenBack: one wrong digit ends nothing for good.
func TestTerminate_AtOnceIsAskedAboutAndCanBeTakenBack(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Rujukan Pasien")
	c.shows("Tentang", "Rujukan Pasien")
	c.more("Akhiri sebelum waktunya")
	c.Choose("Sebab pengakhiran", "Kesepakatan para pihak")
	c.Enter("Tidak berlaku lagi mulai", "21-11-2026", "Alasan pengakhiran", "Sepakat.")
	c.Tap("Akhiri sebelum waktunya")
	c.Sees("Perjanjian berakhir sekarang juga: tidak berlaku lagi mulai 21 November 2026.")
	c.Tap("Kembali")
	if r := c.agreement("Rujukan Pasien"); r.Noticed() {
		t.Errorf("gone back, and ended on %s", r.TerminatesOn)
	}

	c.Tap("Akhiri sebelum waktunya", "Akhiri sekarang")
	c.Sees("Status sekarang: Diakhiri", "tidak berlaku lagi mulai 21 November 2026, karena Sepakat. Selesaikan")
	c.more("Tarik pengakhiran")
	c.Tap("Tarik pengakhiran")
	c.Sees("Pengakhiran ditarik.")
	if r := c.agreement("Rujukan Pasien"); r.Status != model.StatusActive || r.Noticed() || r.ExpiredFrom != "" {
		t.Errorf("the agreement is %s until %s", r.Status, r.TerminatesOn)
	}
}

// TestTerminate_TheLetterGivesTheNotice: SPB-PGK is issued with its number, names what is still owed, and the agreement knows its day.
func TestTerminate_TheLetterGivesTheNotice(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Rujukan Pasien")
	c.shows("Tentang", "Rujukan Pasien")
	c.more("Pemberitahuan pengakhiran (SPB-PGK)")
	c.Sees("002/SPB-PGK/KLN-SM/XI/2026", "• Sebab pengakhiran wajib diisi.", "• Alasan pengakhiran wajib diisi.")
	c.Choose("Sebab pengakhiran", "Kehendak salah satu pihak")
	c.Enter("Alasan pengakhiran", "klinik pindah ke kota lain", "Tidak berlaku lagi mulai", "5-12-2026")
	c.Sees("• Tidak berlaku lagi mulai: Menurut perjanjian, pemberitahuan disampaikan 30 hari sebelumnya: paling cepat 21 Desember 2026.")
	c.Enter("Tidak berlaku lagi mulai", "31-12-2026")
	c.Sees("Lengkap. 1 rangkap akan dibuat.")
	c.Enter("Tanggal berita acara penyelesaian", "1-1-2028")
	c.Sees("Kurang 1 hal sebelum terbit", "Berita acara penyelesaian ditandatangani antara tanggal surat 21 November 2026 dan 31 Desember 2026")
	c.Enter("Tanggal berita acara penyelesaian", "30-12-2026")
	c.Sees("Lengkap. 1 rangkap akan dibuat.")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("002/SPB-PGK/KLN-SM/XI/2026 terbit, 1 PDF tersimpan.", "Diakhiri 40 hari lagi")
	r := c.agreement("Rujukan Pasien")
	if r.Status != model.StatusActive || r.TerminatesOn.String() != "2026-12-31" || r.NoticeOn.String() != "2026-11-21" || r.TerminationReason != "klinik pindah ke kota lain" {
		t.Errorf("the agreement is %s until %s, noticed on %s because %q", r.Status, r.TerminatesOn, r.NoticeOn, r.TerminationReason)
	}

	c.more("Tarik pengakhiran")
	c.Sees("Surat pengakhiran yang sudah terbit tetap tercatat")
	c.Tap("Tarik pengakhiran")
	c.Sees("Pengakhiran ditarik.")
	if r := c.agreement("Rujukan Pasien"); r.Terminating() || r.Status != model.StatusActive {
		t.Errorf("the agreement is %s until %s", r.Status, r.TerminatesOn)
	}
}

// TestMemorandum_WhatIsMissingLeadsToItsInput of the text that a party and the purpose have.
func TestMemorandum_WhatIsMissingLeadsToItsInput(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Konsep  1", "Pelatihan Bersama Perawat Komunitas", "Terbitkan")
	for _, x := range [][2]string{{"• Para pihak 2: Penyelenggaraan wajib diisi.", "Penyelenggaraan"}, {"• Maksud bersama wajib diisi.", "Maksud bersama"}} {
		c.Tap(x[0])
		c.Until("the cursor in "+x[1], func() bool {
			fields := c.Fields(x[1])
			return len(fields) > 0 && fields[len(fields)-1].Focused()
		})
		c.Sees("Kurang 1 hal sebelum terbit")
		c.Tap("Terbitkan")
	}
}

// TestParties_AFacilitatorAndWitnessesAreEnteredAndKept beside the parties of a draft.
func TestParties_AFacilitatorAndWitnessesAreEnteredAndKept(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Konsep  1", "Pelatihan Bersama Perawat Komunitas", "Para pihak")
	c.Tap("Tambah saksi")
	c.Enter("Nama saksi", "Hj. Siti Aminah")
	c.Pick("Fasilitator", "Yayasan Peduli Paru Nusalaras")
	c.Tap("Simpan")
	c.Sees("Tersimpan")
	r := c.agreement("Pelatihan Bersama Perawat Komunitas")
	if len(r.Witnesses) != 1 || r.Witnesses[0].Name != "Hj. Siti Aminah" || r.FacilitatorPartnerID == 0 {
		t.Errorf("stored are %+v and facilitator %d", r.Witnesses, r.FacilitatorPartnerID)
	}
}
