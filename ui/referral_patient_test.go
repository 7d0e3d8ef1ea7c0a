package ui_test

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// patients returns the identities that have this number or this whole name.
func (c *clinic) patients(text string) []model.PatientHit {
	c.t.Helper()
	hits, err := c.store.Patients().Twins(c.t.Context(), text)
	if err != nil {
		c.t.Fatal(err)
	}
	return hits
}

// referralsOf counts the referrals of a patient.
func (c *clinic) referralsOf(id model.ID) int {
	c.t.Helper()
	ids, err := c.store.Referrals().IDs(c.t.Context(), model.Query{Filter: model.Filters{model.ByPatient: strconv.FormatInt(int64(id), 10)}})
	if err != nil {
		c.t.Fatal(err)
	}
	return len(ids)
}

func TestPatient_NothingThatTellsWhoItIsShowsBeforeItIsAskedFor(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "L.C. · SM-000008")
	c.Sees("Tampilkan identitas")
	for _, secret := range []string{"Lina", "0000999000008", "Yang menyetujui", "Nomor kartu"} {
		if c.Shows(secret) {
			t.Errorf("%q is shown", secret)
		}
	}

	c.Tap("Rincian")
	c.Sees("Berlaku sampai")
	if c.Shows("9999U0011126Y000030") {
		t.Error("the insurer's number is shown")
	}
}

func TestPatient_TheIdentityComesWithCardAndConsent(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "L.C. · SM-000008", "Tampilkan identitas")
	c.Sees("Yang menyetujui", "Lina Contoh", "Nomor kartu", "0000999000008")
	c.noInput("Yang menyetujui", "Nomor kartu") // they stand on the letter
}

func TestPatient_WhoIsTypedAgainIsOffered(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru")
	c.Enter("Nama pasien", "budi contoh")
	c.Field("Tanggal lahir").Focus()
	c.Sees("Sudah tercatat: B.C. · SM-000001")
	c.Tap("Pakai data ini")
	c.Until("the record", func() bool { return c.Field("No. rekam medis").Text() == "SM-000001" })
	c.Sees("Pasien lama: B.C.")
	c.Tap("Pasien lain")
	c.Until("an empty form", func() bool { return c.Field("Nama pasien").Text() == "" })
}

func TestPatient_TypingsThatCannotBeAreExplainedAndNothingIsLost(t *testing.T) {
	for name, x := range map[string]struct{ field, text, note string }{
		"an age of 140":               {"atau umur (tahun)", "140", "Tanggal lahir atau umur tidak mungkin"},
		"an age in words":             {"atau umur (tahun)", "tua", "Isi dengan angka."},
		"born tomorrow":               {"Tanggal lahir", "22-11-2026", "Tanggal lahir atau umur tidak mungkin"},
		"a day that is none":          {"Tanggal lahir", "31-02-2000", "Tanggal ini tidak ada"},
		"a NIK with a 99th of a 32nd": {"NIK", "9999999932619001", "Tanggal lahir di dalam NIK tidak valid."},
		"a NIK of 15 digits":          {"NIK", "999999120361900", "NIK harus terdiri atas 16 angka."},
		"a letter of next year":       {"Tanggal dan jam", "21-11-2027 08.00", "belum tiba"},
		"a code that is none":         {"Kode ICD-10", "darah tinggi", "ICD-10"},
	} {
		t.Run(name, func(t *testing.T) {
			c := sampleOpen(t)
			c.Tap("Rujukan", "Rujukan baru")
			c.fillOutpatient()
			if x.field == "atau umur (tahun)" {
				c.Enter("Tanggal lahir", "")
			}

			c.Enter(x.field, x.text)
			c.Tap("Simpan")
			noted := x.field
			if x.text == "140" {
				noted = "Tanggal lahir" // one problem for both inputs
			}

			c.Until("the note", func() bool { return strings.Contains(c.Field(noted).Note(), x.note) })
			if got := c.Field("Nama pasien").Text(); got != "Sari Uji Contoh" {
				t.Errorf("the name became %q", got)
			}
			if n := len(c.patients("Sari Uji Contoh")); n != 0 {
				t.Errorf("%d identities are stored", n)
			}
		})
	}
}

func TestPatient_WhoWasHereBringsThePayerOfTheNewestReferral(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru")
	find := func(text, initials string) {
		c.Tap("Cari pasien lama …")
		c.Search("Nama, nomor RM, NIK, atau nomor kartu").Write(text)
		c.Tap(initials)
		c.Sees("Pasien lama: " + initials)
	}
	find("sofyan", "S.C.") // BPJS PBI in May, BPJS non-PBI in August
	if payer, card := c.Field("Penjamin").Text(), c.Field("Nomor kartu").Text(); payer != "BPJS non-PBI" || card != "0000999000025" {
		t.Errorf("the payer is %q, the card %q", payer, card)
	}

	c.Choose("Hubungan", "Pasien")
	c.Until("who agrees", func() bool { return c.Field("Yang menyetujui").Text() == "Sofyan Contoh" })
	c.Tap("Pasien lain")
	c.Until("nothing of the other", func() bool {
		return c.Field("Penjamin").Text() == "Umum (bayar sendiri)" && len(c.Fields("Nomor kartu")) == 0 && c.Field("Yang menyetujui").Text() == ""
	})
	find("agus", "A.C.") // without insurance in August
	if payer := c.Field("Penjamin").Text(); payer != "Umum (bayar sendiri)" {
		t.Errorf("the payer is %q", payer)
	}
}

func TestPatient_TheAgeFollowsTheBirthDate(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru")
	c.Enter("atau umur (tahun)", "140", "Tanggal lahir", "12-03-1961")
	c.Until("no age beside the birth date", func() bool { return c.Field("atau umur (tahun)").Text() == "" })
	c.fillOutpatient()
	c.Enter("atau umur (tahun)", "140")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	p, err := c.store.Patients().Patient(t.Context(), c.referral().PatientID)
	if err != nil || p.AgeYears != -1 || p.BirthDate.String() != "1961-03-12" {
		t.Errorf("stored: %d years, born %s, %v", p.AgeYears, p.BirthDate, err)
	}
}

func TestPatient_ANewbornWithoutNIKIsReferredTwiceOnOneDay(t *testing.T) {
	c := sampleOpen(t)
	for n, unit := range []string{"Perinatologi", "Poli Jantung"} {
		c.Tap("Rujukan", "Rujukan baru")
		c.fillOutpatient()
		c.Enter("Unit tujuan", unit, "Nama pasien", "Bayi Ny. Uji", "Tanggal lahir", "21-11-2026", "Yang menyetujui", "Ny. Uji")
		c.Choose("Hubungan", "Ibu")
		if n == 1 {
			c.Sees("Sudah tercatat: B.N.U. · —")
			c.Tap("Pakai data ini")
			c.Sees("Pasien lama: B.N.U.")
		}

		c.Tap("Simpan")
		c.Sees("Tersimpan.")
	}

	hits := c.patients("Bayi Ny. Uji")
	if len(hits) != 1 || c.referralsOf(hits[0].ID) != 2 {
		t.Errorf("stored: %v", hits)
	}
}

func TestPatient_OneWhoWasEnteredTwiceIsMerged(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "Rujukan baru")
	c.fillOutpatient()
	c.Enter("No. rekam medis", "SM-000777")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	double := c.patients("SM-000777")[0].ID
	kept := c.patients("SM-000001")[0].ID
	before := c.referralsOf(kept)
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Gabungkan pasien ganda …")
	c.Sees("Semua rujukannya dipindahkan ke S.U.C. · SM-000777")
	c.Tap("Gabungkan")
	c.Sees("wajib diisi.")
	c.Tap("Pilih …")
	c.Write("SM-000001")
	c.Tap("B.C.")
	c.Tap("Gabungkan")
	c.Sees("Digabungkan dengan S.U.C. · SM-000777.")
	if n := c.referralsOf(double); n != before+1 || len(c.patients("SM-000001")) != 0 {
		t.Errorf("%d referrals now, %d before; %v", n, before, c.patients("SM-000001"))
	}
}

func TestPatient_AWrongOneIsErased(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "L.C. · SM-000008")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Hapus identitas pasien …", "Hapus untuk selamanya")
	c.Sees("Masih ada rujukan pasien ini yang berjalan (1). Selesaikan atau batalkan dahulu.")
	c.Tap("Kembali")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Batalkan rujukan")
	c.Enter("Alasan perubahan status", "Salah pasien")
	c.Tap("Batalkan rujukan")
	c.Sees("Status rujukan sekarang: Dibatalkan")
	id := c.patients("SM-000008")[0].ID
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Hapus identitas pasien …", "Hapus untuk selamanya")
	c.Sees("Identitas pasien ini telah dihapus untuk selamanya.")
	if len(c.patients("SM-000008")) != 0 || len(c.patients("Lina Contoh")) != 0 {
		t.Error("the patient can still be found")
	}

	log, err := c.store.History(t.Context(), "patient", id, 1)
	if err != nil || len(log) != 1 || log[0].Action != "erase" {
		t.Errorf("the history: %v, %v", log, err)
	}
}

func TestPatient_EscLeavesAQuestionFromEveryInput(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "G.C. · SM-000018")
	for _, q := range [][2]string{{"Gabungkan pasien ganda …", "Catatan kedua"}, {"Tolak", "Alasan keputusan"}, {"Alihkan", "Dialihkan ke"}} {
		c.more(q[0])
		c.Text(strings.TrimSuffix(q[0], " …"))
		c.Field(q[1]).Focus()
		c.Press(fyne.KeyEscape)
		c.Until("the question is gone", func() bool { return len(c.window.Canvas().Overlays().List()) == 0 })
	}
}
