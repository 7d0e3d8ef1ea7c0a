package ui_test

import (
	"strings"
	"testing"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/ui/uitest"
)

// last is the lowest input with a label.
func (c *clinic) last(label string) *uitest.Field {
	c.t.Helper()
	c.Field(label)
	all := c.Fields(label)
	return all[len(all)-1]
}

// chooseLast picks an option of the lowest input with a label.
func (c *clinic) chooseLast(label, option string) {
	c.t.Helper()
	c.last(label).Tick()
	c.Tap(option)
}

// draft begins an agreement on referral with a hospital and saves it.
func (c *clinic) draft(partner, title string) {
	c.t.Helper()
	c.Tap("Perjanjian", "Perjanjian baru")
	c.Pick("Mitra", partner)
	c.rest()
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.Enter("Tentang", title, "Penanda tangan mitra", "dr. Budi Santoso")
	c.Choose("Model kerja sama", "Antarinstitusi kesehatan")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
}

// addGoal enters what one party is after.
func (c *clinic) addGoal(party, text, orientation string) {
	c.t.Helper()
	c.Tap("Isi", "Tambah tujuan")
	c.chooseLast("Tujuan siapa", party)
	c.last("Tujuan").Enter(text)
	c.chooseLast("Orientasi", orientation)
}

// TestReady_TwoPartiesCompareTheirGoalsAndSettleWhatDiffers: from an empty register to review, as a person does it. What differs is in the
// way until it is settled (requirements A32, A33); the checklist leads to what is missing (B50).
func TestReady_TwoPartiesCompareTheirGoalsAndSettleWhatDiffers(t *testing.T) {
	c, _ := ownOpen(t, date(2026, 11, 21))
	c.addPartner("RSUD Kenanga")
	c.draft("RSUD Kenanga", "Rujukan Ibu")
	c.Tap("Ringkasan")
	c.Sees("Siap bekerja sama")
	c.Tap("Narahubung setiap pihak")
	c.Tap("Tambah narahubung")
	c.chooseLast("Pihak", "PIHAK KEDUA")
	c.last("Nama narahubung").Enter("Vina Oktaviani")
	c.last("Telepon").Enter("0812-0000-0202")
	for n := range 2 {
		c.Fields("Saluran komunikasi")[n].Tick()
		c.Tap("WhatsApp")
		c.Fields("Frekuensi komunikasi")[n].Tick()
		c.Tap("Bulanan")
	}

	c.addGoal("PIHAK PERTAMA", "semua ibu hamil risiko tinggi dirujuk tepat waktu", "Akses")
	c.addGoal("PIHAK KEDUA", "ruang bersalin terisi 80 %", "Laba")
	c.last("Yang berbeda dari pihak lain").Enter("Rumah sakit mendahulukan pasien swasta.")
	c.Fields("Nilai awal")[0].Enter("45 menit")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Ringkasan")
	c.Sees("WhatsApp · Bulanan", "awal 45 menit, target ≤ 30 menit")
	c.Tap("Kesiapan")
	c.Sees("PIHAK PERTAMA · Klinik Mawar", "PIHAK KEDUA · RSUD Kenanga", "Semua ibu hamil risiko tinggi dirujuk tepat waktu",
		"Ruang bersalin terisi 80 %", "Akses", "Laba", "Berbeda, belum disepakati: Rumah sakit mendahulukan pasien swasta.")

	c.more("Ajukan penelaahan")
	c.Sees("Perbedaan tujuan ini belum disepakati.")
	if r := c.agreement("Rujukan Ibu"); r.Status != model.StatusDraft {
		t.Fatalf("a draft with an open difference is %s", r.Status)
	}

	c.last("Kesepakatan atas perbedaan itu").Enter("Kegawatan menentukan urutan, bukan penjamin.")
	c.last("Disepakati tanggal").Enter("22-11-2026")
	c.Tap("Simpan")
	c.Sees("Tanggal ini belum tiba. Isi hari ini atau tanggal sebelumnya.")
	c.last("Disepakati tanggal").Enter("20-11-2026")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Kesiapan")
	c.Sees("Berbeda: Rumah sakit mendahulukan pasien swasta. Disepakati 20 Nov 2026: Kegawatan menentukan urutan, bukan penjamin.")
	c.more("Ajukan penelaahan")
	c.Sees("Status sekarang: Penelaahan")
	c.SeesNoMore("Siap bekerja sama")
}

// TestReady_TheListIsDoneOnceEverythingWasEntered fills in what the checklist asks for, from the page of it.
func TestReady_TheListIsDoneOnceEverythingWasEntered(t *testing.T) {
	c, _ := ownOpen(t, date(2026, 11, 21))
	c.addPartner("RSUD Kenanga")
	c.draft("RSUD Kenanga", "Rujukan Ibu")
	c.Tap("Kesiapan", "Tambah harapan")
	c.last("Harapan").Enter("balasan rujukan dalam tiga hari")
	c.Tap("Tambah harapan")
	c.chooseLast("Pihak", "PIHAK KEDUA")
	c.last("Harapan").Enter("rujukan lengkap dengan hasil pemeriksaan")
	c.Sees("Komunikasi kurang efektif", "Informasi penting tidak sampai, atau tidak dipahami semua pihak.")
	c.Tap("Komunikasi kurang efektif", "Simpan")
	c.Sees("Yang dilakukan agar tidak terjadi wajib diisi.")
	c.last("Yang dilakukan agar tidak terjadi").Enter("rapat bulanan")
	c.Tap("Tambahkan semua narahubung", "Tambah orang")
	c.last("Nama atau peran").Enter("Petugas rujukan")
	c.Enter("Catatan budaya kerja", "Keputusan diambil direktur, hubungi sebelum pukul 11.")
	c.Choose("Tingkat kerahasiaan", "Rahasia")
	c.Sees("Hanya untuk yang perlu tahu; PKS dan nota kesepahaman memuat pasal kerahasiaan.")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")

	want := map[string]bool{"contacts": false, "channels": false, "goals": true, "expectations": true, "indicators": true, "differences": false,
		"risks": true, "must_know": true, "culture": true}
	r := c.agreement("Rujukan Ibu")
	for _, p := range model.ReadyPoints(r) {
		if p.Done != want[p.Name] {
			t.Errorf("%s is done: %v", p.Name, p.Done)
		}
	}
	if r.Confidentiality != "confidential" || len(r.MustKnow) != 2 || r.MustKnow[0].Name != "dr. Ani Lestari · Pimpinan" {
		t.Errorf("stored is %s, %+v", r.Confidentiality, r.MustKnow)
	}

	c.Tap("Ringkasan")
	c.Sees("2 dari 2 belum diberi tahu.", "Rahasia")
	c.TapNear("Petugas rujukan", "Catat")
	c.Sees("Petugas rujukan sudah diberi tahu.", "1 dari 2 belum diberi tahu.")
	if who := c.agreement("Rujukan Ibu").MustKnow[1]; who.ToldOn.String() != "2026-11-21" {
		t.Errorf("told on %s", who.ToldOn)
	}
	c.Tap("Urungkan")
	c.Sees("2 dari 2 belum diberi tahu.")
}

// TestReady_InformationIsSentInItsRhythm: a year of an agreement, from an empty register. A monthly report is due a month after the start,
// and after each time it was sent; before the start and after the end nobody asks for it (requirement B16).
func TestReady_InformationIsSentInItsRhythm(t *testing.T) {
	c, days := ownOpen(t, date(2026, 11, 21))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Rujukan Ibu", "20-11-2026", "01-12-2026", "30-11-2027", func() {
		c.Tap("Kesiapan", "Tambah informasi")
		c.last("Informasi").Enter("Laporan rujukan")
	})
	c.Tap("Beranda")
	c.rest()
	c.SeesNoMore("Laporan rujukan")
	days.turn(date(2026, 12, 31))
	c.Tap("Beranda")
	c.rest()
	c.SeesNoMore("Laporan rujukan")
	days.turn(date(2027, 1, 1)) // a month after the start
	c.Tap("Beranda")
	c.Sees("Laporan rujukan", "Hari ini")
	days.turn(date(2027, 1, 5))
	c.Tap("Beranda")
	c.Sees("Lewat 4 hari")
	c.TapNear("Laporan rujukan", "Catat kirim")
	c.Sees("Laporan rujukan: pengiriman dicatat.")
	c.rest()
	if x := c.agreement("Rujukan Ibu").Exchanges[0]; x.LastSent.String() != "2027-01-05" {
		t.Errorf("sent on %s", x.LastSent)
	}

	days.turn(date(2027, 2, 4))
	c.Tap("Beranda")
	c.rest()
	c.SeesNoMore("Lewat 4 hari")
	c.Tap("Perjanjian", "Rujukan Ibu")
	c.Tap("Ringkasan")
	c.Sees("Pertukaran informasi", "1 hari lagi", "terakhir 5 Jan 2027")
	days.turn(date(2027, 11, 30)) // the last day of the agreement
	c.Tap("Beranda")
	c.Sees("Laporan rujukan", "Lewat 298 hari")
	days.turn(date(2027, 12, 1))
	c.Tap("Beranda")
	c.SeesNoMore("Laporan rujukan")
	days.turn(date(2028, 12, 1))
	c.Tap("Beranda")
	c.rest()
	c.SeesNoMore("Laporan rujukan")
}

// TestReady_TheHelpExplainsEveryBenefitAndRisk, by the names that the form has for them, in both languages (requirements B47, B48).
func TestReady_TheHelpExplainsEveryBenefitAndRisk(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		all, err := assets.Help.ReadFile("help/" + language + ".md")
		if err != nil {
			t.Fatal(err)
		}

		w := words(t, language)
		_, page, _ := strings.Cut(string(all), "{ready}\n")
		page, _, _ = strings.Cut(page, "\n# ")
		for group, codes := range map[string][]string{"benefit": model.Benefits(), "risk": model.RiskCategories(), "confidentiality": model.Confidentialities()} {
			for _, code := range codes {
				name := w.Label(strings.Replace(group, "risk", "risk_category", 1), code)
				if !w.Has("explain." + group + "." + code) {
					t.Errorf("%s: %s is not explained", language, name)
				}
				if code != "other" && !strings.Contains(page, "**"+name+"**. "+w.Say("explain."+group+"."+code)) {
					t.Errorf("%s: the help does not explain %s", language, name)
				}
			}
		}
	}

	c := sampleOpen(t)
	c.Tap("Perjanjian", "Perjanjian baru", "Kesiapan", "Baca penjelasan …")
	c.Sees("Siap bekerja sama", "Risiko yang sering muncul")
}
