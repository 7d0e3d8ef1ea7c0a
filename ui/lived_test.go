package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jejaring/model"
)

// year is a clinic that is lived through day by day, from an empty register and in the window alone.
type year struct {
	*clinic
	days *calendar
	now  model.Date
}

// until lets the days go by one after the other, as they do with a program that stays open.
func (y *year) until(day model.Date) {
	y.t.Helper()
	for ; y.now.Before(day); y.now = y.now.AddDays(1) {
		y.days.turn(y.now.AddDays(1))
	}
	y.rest()
	y.Tap("Beranda")
	y.rest()
}

// asks are the rows of the home screen about agreements, what is owed, obstacles, evaluations and reminders: kind and title, in order.
// Papers that are still to be scanned, numbers of partners and copies of the register are left out.
func (y *year) asks() []string {
	y.t.Helper()
	rows, err := y.store.Overview().Attention(y.t.Context(), y.now, 0)
	if err != nil {
		y.t.Fatal(err)
	}

	shown := 0
	var all []string
	for _, r := range rows {
		if r.Until.IsZero() {
			shown++
		}
		switch r.Kind {
		case model.AttentionSignedScan, model.AttentionPartnerNumber, model.AttentionCopy:
			continue
		}
		all = append(all, r.Kind+" "+r.Title)
	}

	if y.Shows("Simpan salinan register ke diska lain") { // the window's own row, which the register does not know
		shown++
	}
	if shown > 0 {
		y.Sees(fmt.Sprintf("Perlu perhatian · %d", shown))
	}
	slices.Sort(all)
	return all
}

// figures are what the cards of the home screen count, and the report of that day.
func (y *year) figures() string {
	y.t.Helper()
	c, err := y.store.Overview().Counts(y.t.Context(), y.now)
	if err != nil {
		y.t.Fatal(err)
	}
	k, err := y.store.Overview().KPIs(y.t.Context(), model.PeriodOf("year", y.now))
	if err != nil {
		y.t.Fatal(err)
	}
	if k.Active != c.Active || len(k.Expiring["90"]) != c.Expiring || k.Overdue != c.Overdue {
		y.t.Errorf("on %s the report says %d, %v, %d, the home screen %d, %d, %d", y.now, k.Active, k.Expiring, k.Overdue, c.Active, c.Expiring, c.Overdue)
	}
	return fmt.Sprint(c.Active, c.Expiring, c.Overdue)
}

// open opens an agreement by its title, at its summary.
func (y *year) open(title string) {
	y.t.Helper()
	y.Tap("Perjanjian", title)
	y.rest()
	y.Tap("Ringkasan")
}

// score evaluates an agreement together with its partner, who sends the form back, and records the result.
func (y *year) score(title, recommends, next string) {
	y.t.Helper()
	y.open(title)
	y.more("Evaluasi")
	y.Sees("Belum ada butir penilaian.")
	y.Tap("Butir dan peserta", "Tambah butir")
	y.Enter("Butir", "balasan tepat waktu", "Target", "80 %")
	y.Tap("Tambah peserta")
	y.Enter("Nama", "dr. Ani Lestari")
	y.Tap("Simpan")
	y.Sees("Tersimpan.")
	y.rest()
	y.Tap("Penilaian")
	y.focusGrid()
	y.Write("3")
	y.Ctrl(fyne.KeyS)
	y.rest()
	y.answering(y.filledForm("4"), nil)
	y.more("Baca formulir yang kembali …")
	y.Tap("Ambil isian")
	y.Sees("Isian mitra diambil.")
	y.Tap("Hasil")
	y.Choose("Rekomendasi", recommends)
	if next != "" {
		y.Enter("Evaluasi berikutnya", next)
	}
	y.Tap("Simpan")
	y.rest()
	y.Tap("Catat hasil")
	y.Sees("Status evaluasi sekarang: Dicatat", "3,50 · Sangat baik")
}

// TestYear_NothingDueIsSilentAndNothingMetIsNagged: six agreements of different models, from the first entry through an addendum, an
// evaluation with the partner's form, a renewal, a termination, a suspension and a term that goes on by itself. On each first of a month
// the home screen is compared with a table that was worked out by hand.
func TestYear_NothingDueIsSilentAndNothingMetIsNagged(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 4))
	y := &year{c, days, date(2027, 1, 4)}
	y.begin()

	want := map[string][]string{
		"2027-02-01": {"agreement_expiring Penyuluhan", "obligation_overdue Rujukan Ibu"},
		"2027-03-01": {"agreement_expiring Penyuluhan", "obligation_overdue Rujukan Ibu", "obstacle_due Balasan terlambat"},
		"2027-04-01": {"evaluation_due Penyuluhan", "obligation_overdue Rujukan Ibu", "obligation_overdue Rujukan Ibu"},
		"2027-05-01": {"agreement_terminating Limbah", "evaluation_due Penyuluhan", "obligation_overdue Rujukan Ibu"},
		"2027-06-01": {"agreement_resume_due Telemedisin", "agreement_terminated Limbah", "evaluation_due Penyuluhan", "obligation_overdue Rujukan Ibu"},
		"2027-07-01": {"agreement_extended Laboratorium", "evaluation_due Laboratorium", "evaluation_due Penyuluhan", "obligation_overdue Rujukan Ibu"},
		"2027-08-01": {"custom Telepon dinas", "evaluation_due Penyuluhan", "obligation_overdue Rujukan Ibu"},
		"2027-09-01": {"evaluation_due Penyuluhan", "obligation_overdue Rujukan Ibu"},
		"2027-10-01": {"evaluation_due Penyuluhan", "obligation_overdue Rujukan Ibu"},
		"2027-11-01": {"agreement_expiring Penyuluhan", "agreement_expiring Rujukan Ibu", "custom Telepon dinas", "evaluation_due Penyuluhan", "obligation_overdue Rujukan Ibu"},
		"2027-12-01": {"agreement_expiring Penyuluhan", "agreement_expiring Rujukan Ibu", "evaluation_due Penyuluhan", "obligation_overdue Rujukan Ibu"},
		"2028-01-01": {"agreement_expired Penyuluhan", "evaluation_due Telemedisin", "obligation_overdue Rujukan Ibu"},
		"2028-02-01": {"custom Telepon dinas", "evaluation_due Laboratorium", "evaluation_due Telemedisin", "obligation_overdue Rujukan Ibu"},
		"2028-03-01": {"evaluation_due Laboratorium", "evaluation_due Telemedisin", "obligation_overdue Rujukan Ibu"},
	}
	// In force, ending within 90 days, and obligations that are late.
	figures := map[string]string{"2027-02-01": "5 1 1", "2027-03-01": "5 1 1", "2027-04-01": "5 1 2", "2027-05-01": "4 2 1", "2027-06-01": "3 1 1", "2027-07-01": "4 0 1",
		"2027-08-01": "4 0 1", "2027-09-01": "4 0 1", "2027-10-01": "4 0 1", "2027-11-01": "4 2 1", "2027-12-01": "4 2 1", "2028-01-01": "3 0 1",
		"2028-02-01": "3 0 1", "2028-03-01": "3 0 1"}
	after := map[string]func(){"2027-02-01": y.february, "2027-03-01": y.march, "2027-04-01": y.april, "2027-06-01": y.june, "2027-07-01": y.july, "2027-08-01": y.done,
		"2027-11-01": y.november, "2027-12-01": y.december, "2028-01-01": y.january, "2028-02-01": y.done}

	for month := date(2027, 2, 1); !month.After(date(2028, 3, 1)); month = month.AddMonths(1) {
		y.until(month)
		if got := y.asks(); !slices.Equal(got, want[month.String()]) {
			t.Errorf("on %s the home screen asks for\n%s, want\n%s", month, strings.Join(got, "\n"), strings.Join(want[month.String()], "\n"))
		}
		if got := y.figures(); got != figures[month.String()] {
			t.Errorf("on %s the figures are %s, want %s", month, got, figures[month.String()])
		}
		if month != date(2027, 3, 1) && month != date(2027, 4, 1) { // February's report is left for later
			y.report()
		}
		if do := after[month.String()]; do != nil {
			do()
		}
		if month == date(2027, 4, 1) {
			y.report()
			y.report()
		}
	}

	y.stands()
}

// report records the oldest report that is late.
func (y *year) report() {
	y.t.Helper()
	y.Tap("Beranda")
	y.rest()
	y.TapNear("Mengirim laporan", "Catat")
	y.rest()
	y.Tap("Simpan")
	y.rest()
}

// begin enters what the clinic has: three partners and six agreements of five models, one of them a draft.
func (y *year) begin() {
	y.addPartner("RSUD Kenanga")
	for name, phone := range map[string]string{"Lab Prisma": "0812-3333-4444", "Yayasan Peduli": "0812-5555-6666"} {
		y.Tap("Mitra", "Mitra baru")
		y.Enter("Nama mitra", name)
		y.Choose("Sektor", "Fasilitas pelayanan kesehatan")
		y.Choose("Jenis organisasi", "RSUD/RS pemerintah")
		y.Enter("Kabupaten/kota", "Kota Tirtasana", "Telepon", phone)
		y.Tap("Simpan")
		y.Sees("Tersimpan.")
	}
	of := func(kind, way string) func() {
		return func() { y.Choose("Jenis naskah", kind); y.Choose("Model kerja sama", way) }
	}
	y.addSigned("RSUD Kenanga", "Rujukan Ibu", "28-12-2026", "01-01-2027", "31-12-2027", of("Kesepakatan Bersama", "Antarinstitusi kesehatan"), func() {
		y.owe("mengirim laporan", "Bulanan", "31-01-2027")
	})
	y.addSigned("Lab Prisma", "Laboratorium", "28-06-2026", "01-07-2026", "30-06-2027", of("Perjanjian Kerja Sama", "Penyedia jasa"), func() {
		y.Field("Perpanjangan otomatis").Tick()
	})
	y.addSigned("Yayasan Peduli", "Penyuluhan", "28-03-2026", "01-04-2026", "31-03-2027", of("Nota Kesepahaman", "Berbasis komunitas"))
	y.addSigned("Lab Prisma", "Limbah", "28-12-2026", "01-01-2027", "31-12-2028", of("Kesepakatan Bersama", "Penyedia jasa"))
	y.addSigned("RSUD Kenanga", "Telemedisin", "28-12-2026", "01-01-2027", "31-12-2028", of("Perjanjian Kerja Sama", "Internasional"))

	y.Tap("Perjanjian", "Perjanjian baru")
	y.Pick("Mitra", "Yayasan Peduli")
	y.rest()
	y.Choose("Bidang kerja sama", "Lainnya")
	y.Enter("Tentang", "Praktik")
	y.Choose("Model kerja sama", "Pendidikan–penelitian")
	y.Tap("Simpan")
	y.Sees("Tersimpan.")

	y.Tap("Beranda", "Pengingat baru")
	y.Enter("Yang perlu diingat", "Telepon dinas", "Tenggat", "01-08-2027")
	y.Choose("Perulangan", "Triwulan")
	y.Tap("Simpan")
	y.rest()
}

// february: the draft is given up, and an obstacle is raised.
func (y *year) february() {
	y.until(date(2027, 2, 3))
	y.Tap("Perjanjian", "Praktik")
	y.rest()
	y.more("Batalkan perjanjian")
	y.Search("Alasan (wajib diisi)").Write("mitra mundur")
	y.Tap("Batalkan perjanjian")
	y.rest()
	y.Tap("Kendala", "Kendala baru")
	y.Enter("Judul", "Balasan terlambat", "Tenggat", "20-02-2027")
	y.Choose("Kategori", "Komunikasi kurang efektif")
	y.Pick("Mitra", "RSUD Kenanga")
	y.Tap("Simpan")
	y.Sees("Tersimpan.")
}

// march: the obstacle is settled, and an addendum extends what would end.
func (y *year) march() {
	y.until(date(2027, 3, 5))
	y.TapNear("Balasan terlambat", "Selesaikan")
	y.rest()
	y.Enter("Penyelesaian", "satu nomor khusus")
	y.Pick("Penanggung jawab", "dr. Ani Lestari")
	y.Tap("Selesaikan")
	y.rest()
	y.until(date(2027, 3, 10))
	y.open("Penyuluhan")
	y.more("Adendum baru …")
	y.Enter("Berakhir (baru)", "31-12-2027", "Berlaku sejak", "01-04-2027")
	y.Tap("Simpan")
	y.Sees("Tersimpan.")
	y.rest()
	y.more("Tandai ditandatangani")
	y.Enter("Tanggal tanda tangan", "09-03-2027", "Nomor kami", "001/ADD/KLN-MW/III/2027")
	y.Tap("Tandai ditandatangani")
	y.Sees("Status adendum sekarang: Berlaku")
}

// april: one agreement is suspended until June, and the partner of another gives notice.
func (y *year) april() {
	y.until(date(2027, 4, 5))
	y.open("Telemedisin")
	y.more("Tangguhkan")
	y.Enter("Alasan perubahan status", "platform diperbaiki", "Perkiraan tanggal aktif kembali", "01-06-2027")
	y.Tap("Tangguhkan")
	y.rest()
	y.until(date(2027, 4, 10))
	y.open("Limbah")
	y.more("Akhiri sebelum waktunya")
	y.Choose("Sebab pengakhiran", "Kehendak salah satu pihak")
	y.Enter("Tidak berlaku lagi mulai", "15-05-2027", "Alasan pengakhiran", "mitra tutup")
	y.Tap("Akhiri sebelum waktunya")
	y.rest()
}

// june: the suspended one binds again, and the end of the other is known.
func (y *year) june() {
	y.until(date(2027, 6, 5))
	y.open("Telemedisin")
	y.Tap("Aktifkan kembali")
	y.rest()
	y.Tap("Beranda")
	y.TapNear("Limbah", "Sudah tahu")
	y.rest()
}

// july: what went on by itself is known, and evaluated.
func (y *year) july() {
	y.until(date(2027, 7, 5))
	y.open("Laboratorium")
	y.Tap("Sudah tahu")
	y.rest()
	y.score("Laboratorium", "Dilanjutkan", "01-02-2028")
}

// november: what ends is evaluated, and is to go on.
func (y *year) november() {
	y.done()
	y.until(date(2027, 11, 10))
	y.score("Rujukan Ibu", "Diperpanjang", "")
}

// december: it is renewed without a question, and signed before its end.
func (y *year) december() {
	y.until(date(2027, 12, 5))
	y.open("Rujukan Ibu")
	y.Tap("Perpanjang")
	y.Sees("Konsep perpanjangan")
	y.rest()
	y.until(date(2027, 12, 20))
	y.Tap("Perjanjian", "Konsep")
	y.rest()
	y.Tap("Rujukan Ibu", "Catat tanda tangan")
	y.Enter("Nomor kami", "001/KB/KLN-MW/XII/2027", "Tanggal tanda tangan", "20-12-2027")
	y.Tap("Catat tanda tangan")
	y.rest()
}

// january: the end of the extended one is known.
func (y *year) january() {
	y.TapNear("Penyuluhan", "Sudah tahu")
	y.rest()
}

// done ticks the reminder off.
func (y *year) done() {
	y.Tap("Beranda")
	y.TapNear("Telepon dinas", "Selesai")
	y.rest()
}

// stands compares every agreement and the key figures with what the year has made of them.
func (y *year) stands() {
	t := y.t
	for title, want := range map[string]string{"Laboratorium": "active 2028-06-30 1", "Penyuluhan": "expired 2027-12-31 0", "Limbah": "terminated 2028-12-31 0",
		"Telemedisin": "active 2028-12-31 0", "Praktik": "cancelled", "Rujukan Ibu": "active 2028-12-31 0"} {
		r := y.agreement(title)
		got := fmt.Sprint(r.Status, " ", r.EndDate, " ", r.RenewCount)
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s is %s, want %s", title, got, want)
		}
	}

	old, err := y.store.Agreements().Find(t.Context(), model.Query{Filter: model.Filters{model.ByStatus: string(model.StatusRenewed)}})
	if err != nil || len(old) != 1 || old[0].Title != "Rujukan Ibu" || old[0].SuccessorID != y.agreement("Rujukan Ibu").ID {
		t.Errorf("renewed are %v, %v", old, err)
	}

	k, err := y.store.Overview().KPIs(t.Context(), model.PeriodOf("year", y.now))
	if err != nil {
		t.Fatal(err)
	}
	if k.Active != 3 || k.Overdue != 0 {
		t.Errorf("K01 is %d, K18 %d", k.Active, k.Overdue)
	}
}
