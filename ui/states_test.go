package ui_test

import (
	"log/slog"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui"
	"jejaring/ui/task"
	"jejaring/ui/uitest"
)

func idText(id model.ID) string { return strconv.FormatInt(int64(id), 10) }

// more opens the menu of an agreement and chooses an entry.
func (c *clinic) more(entry string) {
	c.t.Helper()
	c.Until("the menu with "+entry, func() bool {
		c.TapIcon(theme.MoreVerticalIcon(), 0)
		if c.Find(entry) != nil {
			return true
		}
		c.window.Canvas().Overlays().Top().Hide()
		return false
	})
	c.Tap(entry)
}

func TestSigned_TheAgreementBecomesActive(t *testing.T) {
	c := issued(t)
	c.Tap("Tandai ditandatangani")
	c.Sees("Isi kapan dan di mana naskah ditandatangani.")
	if got := c.Field("Tanggal tanda tangan").Text(); got != "21 Nov 2026" {
		t.Errorf("proposed is %q", got)
	}

	c.Enter("Tanggal tanda tangan", "20-11-2026", "Nomor mitra", "445/031/RSUD-TS/XI/2026")
	c.Sees("PIHAK PERTAMA · Klinik Pratama Samudra Melati", "PIHAK KEDUA · RSUD Tirtasana")
	if by := c.Fields("Ditandatangani oleh"); len(by) != 2 || by[0].Text() != "dr. Ratna Wulandari, M.K.M." || by[1].Text() != "dr. Surya Atmaja, M.A.R.S." {
		t.Errorf("proposed are %d signatories", len(by))
	}

	c.Fields("Ditandatangani tanggal")[1].Enter("19-11-2026")
	c.Tap("Tandai ditandatangani")
	c.Sees("Status sekarang: Belum berlaku") // its first day is still to come
	r := c.agreement("Rujukan Pasien")
	if r.Status != model.StatusActive || r.SignDate.String() != "2026-11-20" || r.Parties[1].OwnNumber != "445/031/RSUD-TS/XI/2026" ||
		r.Parties[0].SignedOn.String() != "2026-11-20" || r.Parties[1].SignedOn.String() != "2026-11-19" {
		t.Errorf("stored is %s, %s, %q", r.Status, r.SignDate, r.Parties[1].OwnNumber)
	}
}

func TestSigned_ADayThatHasNotComeIsRefusedInItsPlace(t *testing.T) {
	c := issued(t)
	c.Tap("Tandai ditandatangani")
	for typed, note := range map[string]string{"22-11-2026": "Tanggal ini belum tiba. Isi hari ini atau tanggal sebelumnya.",
		"besok": "Tanggal tidak dikenali. Tulis hari lebih dahulu, misalnya 21-11-2026."} {
		c.Enter("Tanggal tanda tangan", typed)
		c.Tap("Tandai ditandatangani")
		c.Until("the note on "+typed, func() bool { return c.Field("Tanggal tanda tangan").Note() == note })
	}

	c.Tap("Kembali")
	if r := c.agreement("Rujukan Pasien"); r.Status != model.StatusAwaiting {
		t.Errorf("the state is %q", r.Status)
	}
}

func TestSigned_ANumberOfThePartnerThatIsTooLongIsExplained(t *testing.T) {
	c := issued(t)
	c.Tap("Tandai ditandatangani")
	c.Enter("Nomor mitra", strings.Repeat("9", 81))
	c.Tap("Tandai ditandatangani")
	c.Sees("Terlalu panjang: paling banyak 80 huruf.")
}

func TestCancel_TheNumberIsAnnulledAndKept(t *testing.T) {
	c := issued(t)
	c.more("Batalkan perjanjian")
	c.Sees("Nomor 007/PKS/KLN-SM/XI/2026 akan dibatalkan dan tidak dapat digunakan lagi.")
	c.Tap("Batalkan perjanjian")
	c.Sees("Alasan (wajib diisi)")
	c.Search("Alasan (wajib diisi)").Write("Mitra menarik diri")
	c.Tap("Batalkan perjanjian")
	c.Sees("Status sekarang: Dibatalkan")
	if r := c.agreement("Rujukan Pasien"); r.Status != model.StatusCancelled || r.StatusReason != "Mitra menarik diri" {
		t.Errorf("stored is %s because of %q", r.Status, r.StatusReason)
	}

	c.Ctrl(fyne.Key4)
	c.Tap("Buku nomor")
	c.Sees("Batal  ")
	c.Tap("007/PKS/KLN-SM/XI/2026")
	c.Sees("Dibatalkan: Mitra menarik diri")
	c.Tap("Buka perjanjian")
	c.shows("Tentang", "Rujukan Pasien")
	next, err := c.store.Papers().NextNumbers(t.Context(), "PKS", day(), 1)
	if err != nil || next[0] != "008/PKS/KLN-SM/XI/2026" {
		t.Errorf("the next number is %q, %v", next, err)
	}
}

func TestReview_ADraftGoesThereAndComesBackWithAReason(t *testing.T) {
	c := referral(t)
	c.more("Ajukan penelaahan")
	c.Sees("Status sekarang: Penelaahan")
	c.more("Kembalikan ke konsep")
	c.Search("Alasan (wajib diisi)").Write("Ruang lingkup belum jelas")
	c.Tap("Kembalikan ke konsep")
	c.Sees("Status sekarang: Konsep")
	if r := c.agreement("Rujukan Pasien"); r.StatusReason != "Ruang lingkup belum jelas" {
		t.Errorf("the reason is %q", r.StatusReason)
	}
}

func TestReview_AnEmptyDraftIsRefusedWithEverythingThatLacks(t *testing.T) {
	c := newAgreement(t, "RSUD Tirtasana")
	c.shows("Penanda tangan mitra", "dr. Surya Atmaja, M.A.R.S.")
	c.Choose("Bidang kerja sama", "Skrining kesehatan")
	c.Enter("Tentang", "Skrining Warga")
	c.Choose("Model kerja sama", "Antarinstitusi kesehatan")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.more("Ajukan penelaahan")
	c.Sees("hal yang belum lengkap; ditandai pada isiannya.", "Tambah tujuan")
	if c.agreement("Skrining Warga").Status != model.StatusDraft {
		t.Error("an empty draft went to review")
	}
}

func TestSuspend_AnAgreementRestsWithAReasonAndADayAndComesBack(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Rujukan Pasien")
	c.shows("Tentang", "Rujukan Pasien")
	c.more("Tangguhkan")
	c.Tap("Tangguhkan")
	c.Sees("wajib diisi")
	c.Enter("Alasan perubahan status", "Izin ruang rawat diperpanjang", "Perkiraan tanggal aktif kembali", "1-3-2027")
	c.Tap("Tangguhkan")
	c.Sees("Pilih tanggal setelah hari ini dan tidak melewati tanggal berakhir perjanjian.")
	c.Enter("Perkiraan tanggal aktif kembali", "15-1-2027")
	c.Tap("Tangguhkan")
	c.Sees("Status sekarang: Ditangguhkan", "Ditangguhkan, diperkirakan aktif kembali pada 15 Januari 2027: Izin ruang rawat diperpanjang")
	if r := c.agreement("Rujukan Pasien"); r.Status != model.StatusSuspended || r.StatusReason != "Izin ruang rawat diperpanjang" || r.ResumeDate.String() != "2027-01-15" {
		t.Errorf("stored is %s until %s because of %q", r.Status, r.ResumeDate, r.StatusReason)
	}

	c.Tap("Aktifkan kembali")
	c.Sees("Status sekarang: Berlaku")
	c.SeesNoMore("diperkirakan aktif kembali")
	if r := c.agreement("Rujukan Pasien"); r.Status != model.StatusActive || r.StatusReason != "" || !r.ResumeDate.IsZero() {
		t.Errorf("stored is %s until %s because of %q", r.Status, r.ResumeDate, r.StatusReason)
	}
}

func TestMenu_OffersOnlyTheWaysThatExist(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Rujukan Pasien")
	c.shows("Tentang", "Rujukan Pasien")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Sees("Lihat naskah")

	for _, entry := range []string{"Batalkan perjanjian", "Ajukan penelaahan", "Kembalikan ke konsep"} {
		if c.Shows(entry) {
			t.Errorf("an active agreement offers %q", entry)
		}
	}

	c.Tap("Lihat naskah")
	c.Sees("Simpan konsep PDF")
	if c.Shows("Ambil nomor dan terbitkan") {
		t.Error("looking at a paper offers to issue it")
	}
}

func TestProposal_TakesANumberOfItsOwn(t *testing.T) {
	c := complete(t)
	c.more("Surat permohonan/penawaran (SPK)")
	c.Sees("003/SPK/KLN-SM/XI/2026", "Lengkap. 1 rangkap akan dibuat.")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("003/SPK/KLN-SM/XI/2026 terbit, 1 PDF tersimpan.")
	if r := c.agreement("Rujukan Pasien"); r.Status != model.StatusDraft || r.NumberOwn != "" {
		t.Errorf("the agreement is %s with the number %q", r.Status, r.NumberOwn)
	}
}

// unwritten opens a draft of the sample as a letter of intent, for which there is no model text.
func unwritten(t *testing.T) *clinic {
	t.Helper()
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Konsep  1", "Pelatihan Bersama Perawat Komunitas")
	c.Choose("Jenis naskah", "Pernyataan Minat")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	return c
}

func TestUnwritten_OffersNoPaperAndSaysWhatToDo(t *testing.T) {
	c := unwritten(t)
	c.Sees("Naskah Pernyataan Minat belum dapat dibuat di sini.", "Catat tanda tangan")
	if c.Find("Terbitkan") != nil {
		t.Error("a letter of intent without a model text can be issued")
	}

	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Sees("Ajukan penelaahan")
	if c.Find("Lihat naskah") != nil {
		t.Error("a letter of intent without a model text can be looked at")
	}

	c.window.Canvas().Overlays().Top().Hide()
	c.app.SetLanguage("en")
	c.Sees("The text of a Letter of Intent cannot be made here yet.", "Record the signatures")
}

func TestUnwritten_TheSignedAgreementIsRegisteredInItsPlace(t *testing.T) {
	c := unwritten(t)
	c.Tap("Catat tanda tangan")
	c.Sees("PIHAK PERTAMA · Klinik Pratama Samudra Melati")
	c.Tap("Catat tanda tangan")
	c.Until("the note", func() bool { return c.Field("Nomor kami").Note() == "Nomor kami wajib diisi." })
	c.Enter("Nomor kami", "002/LOI/KLN-SM/XI/2026", "Nomor mitra", "77/PPNI/2026")
	c.Tap("Catat tanda tangan")
	c.Sees("Status sekarang: Belum berlaku. Perhimpunan Perawat Komunita… masih tercatat sebagai calon mitra.")
	if p := c.partner("Perhimpunan Perawat"); p.Status != "prospect" {
		t.Errorf("the partner became %s without being asked for", p.Status)
	}

	c.Tap("Jadikan mitra aktif")
	c.Sees("Perhimpunan Perawat Komunitas Tirtasana sekarang mitra aktif.")
	if p := c.partner("Perhimpunan Perawat"); p.Status != "active" {
		t.Errorf("the partner is %s", p.Status)
	}

	r := c.agreement("Pelatihan Bersama Perawat Komunitas")
	if r.Status != model.StatusActive || r.NumberOwn != "002/LOI/KLN-SM/XI/2026" || r.SignDate != day() || r.Parties[1].OwnNumber != "77/PPNI/2026" {
		t.Errorf("stored is %s, %q, %s, %q", r.Status, r.NumberOwn, r.SignDate, r.Parties[1].OwnNumber)
	}
}

func TestSigned_FromTheHomeScreen(t *testing.T) {
	c := sampleOpen(t)
	c.Sees("menunggu tanda tangan")
	c.TapNear("menunggu tanda tangan", "Tandai")
	c.Tap("Tandai ditandatangani")
	c.Sees("Isi kapan dan di mana naskah ditandatangani.")
	c.Tap("Tandai ditandatangani")
	c.Sees("Status sekarang: ")
	c.Until("the agreement", func() bool {
		return c.agreement("Pelaksanaan Imunisasi dan Vaksinasi Massal").Status == model.StatusActive
	})
	c.Ctrl(fyne.Key1)
	c.SeesNoMore("menunggu tanda tangan")
}

func TestWindow_ComesBackWhereItWasLeft(t *testing.T) {
	c := sampleOpen(t)
	c.Ctrl(fyne.Key3)
	c.Sees("18 baris")
	c.desk.full = true
	c.window.Resize(fyne.NewSize(1366, 740))
	c.app.Close()
	tasks := task.New(t.Context(), c.loop.Post)
	next := ui.New(ui.Options{App: c.fyne, Tasks: tasks, Open: c.open, System: c.desk, Log: slog.New(slog.DiscardHandler)})
	t.Cleanup(func() {
		tasks.Close(10 * time.Second)
		next.Window().Close()
	})
	if size := next.Window().Canvas().Size(); size.Width == 1366 {
		t.Error("a maximised window gives its size to one that is not")
	}

	next.Start()
	uitest.New(t, next.Window(), c.loop).Sees("Cari nomor, judul, mitra …", "18 baris")
	if !c.desk.asked {
		t.Error("the window does not come back maximised")
	}
}
