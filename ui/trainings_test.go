package ui_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/paper"
)

// training returns the stored training with a title.
func (c *clinic) training(title string) model.Training {
	c.t.Helper()
	list, err := c.store.Trainings().Find(c.t.Context(), model.Query{Text: title})
	if err != nil || len(list) == 0 {
		c.t.Fatalf("no training %q: %v", title, err)
	}
	return list[0]
}

// people are n rows of a spreadsheet.
func people(n int) string {
	var b strings.Builder
	b.WriteString("Nama\tProfesi\tInstansi\n")
	for i := range n {
		fmt.Fprintf(&b, "Kader %02d\tkader\tPosyandu Melati\n", i+1)
	}
	return b.String()
}

// drafts notes for whom certificates are drawn.
type drafts struct {
	Papers
	mu     sync.Mutex
	people []int
	date   model.Date
}

func (d *drafts) Prepare(ctx context.Context, i model.Issue) (paper.Draft, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.people, d.date = append(d.people, len(i.People)), i.Date
	return d.Papers.Prepare(ctx, i)
}

func (d *drafts) asked() []int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.people)
}

func TestTrainings_AWrongRowTellsItsWholeReason(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pelatihan", "Simulasi Kegawatdaruratan dan Evakuasi", "Peserta")
	fyne.CurrentApp().Clipboard().SetContent("Budi\tPerawat\tRS\tbukan telepon\t\nCa\u202eca\x01\tKader\t\t\t\n")
	c.Tap("Tempel dari lembar kerja")
	c.Sees("Budi · Perawat · RS · bukan telepon", "Salah", "Caca", "Baik")
	reason := c.Text("Nomor telepon tidak dikenali. Tulis misalnya 0812-3456-7890 atau +65 6123 4567.")
	if need := fyne.MeasureText(reason.String(), theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width; reason.Size().Width < need {
		t.Errorf("the reason has %v of %v", reason.Size().Width, need)
	}
}

func TestTrainings_FromPlanToThirtyCertificates(t *testing.T) {
	c := begin(t)
	drawn := &drafts{}
	c.papers = func(p Papers) Papers { drawn.Papers = p; return drawn }
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Tap("Pelatihan", "Pelatihan baru")
	c.Until("the proposed code", func() bool { return c.Field("Kode").Text() == "TR-2026-011" })
	c.Enter("Judul", "Penyegaran Kader", "Mulai", "21-11-2026", "Kuota", "29", "Tujuan", "Menyegarkan", "Sasaran peserta", "Kader")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Sesi", "Tambah sesi")
	c.Enter("Materi", "Imunisasi", "Mulai (jam)", "8.00", "Selesai (jam)", "0930", "Narasumber", "dr. Bagus Prakoso")
	c.Tap("Peserta")
	fyne.CurrentApp().Clipboard().SetContent(people(30) + "\tkosong\t\nKader 01\tkader\tPosyandu Melati\n")
	c.Tap("Tempel dari lembar kerja")
	c.Sees("30 baris dapat diambil, 2 baris salah")
	c.Tap("Ambil 30 baris")
	c.Sees("29 dari 29 tempat terisi · 1 di daftar tunggu")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Buka pendaftaran")
	c.Sees("Status pelatihan sekarang: Pendaftaran")
	c.Tap("Mulai")
	c.Sees("Status pelatihan sekarang: Berlangsung")
	c.Tap("Kehadiran", "Sisanya hadir")
	c.Tap("Selesaikan dan terbitkan")
	c.Sees("Sertifikat 1 dari 29", "Lengkap. 29 sertifikat akan diterbitkan, bernomor urut mulai dari nomor ini.", "Ambil nomor dan terbitkan")
	if place := c.Text("Sertifikat 1 dari 29"); place.Size().Width < 150 {
		t.Errorf("the counter has a room of %v, so that it shows dots", place.Size())
	}

	c.TapIcon(theme.NavigateNextIcon(), 0)
	c.Sees("Sertifikat 2 dari 29", "Lengkap. 29 sertifikat akan diterbitkan")
	c.Until("the second certificate alone", func() bool { return slices.Equal(drawn.asked(), []int{1, 1}) })
	c.Tap("Ambil nomor dan terbitkan")
	c.Until("the certificates", func() bool {
		n := 0
		for _, p := range c.training("Penyegaran Kader").Participants {
			if p.CertificateNo != "" {
				n++
			}
		}
		return n == 29
	})
	c.certificatesTogether()
	if got := c.training("Penyegaran Kader"); got.JPL != 2 || got.Number != "TR-2026-011" {
		t.Errorf("%v JPL, code %s", got.JPL, got.Number)
	}
}

// certificatesTogether prints and saves the 29 certificates of the open training, each action at once.
func (c *clinic) certificatesTogether() {
	c.t.Helper()
	c.Tap("Sertifikat", "Cetak semua")
	c.Sees("SRT-TR-2026-011.pdf dikirim ke pencetak.")
	if got := c.desk.opened(); !slices.Equal(got, []string{"cetak SRT-TR-2026-011.pdf"}) {
		c.t.Errorf("printed %q", got)
	}

	printed, err := os.ReadFile(filepath.Join(c.desk.dir, "printed"))
	if err != nil || !bytes.HasPrefix(printed, []byte("%PDF-29 papers")) {
		c.t.Errorf("the printer got %.20q, %v", printed, err)
	}

	for range 2 {
		c.Tap("Simpan semua ke folder")
		c.Tap("Simpan")
	}

	c.Sees("29 sertifikat tersimpan di "+c.desk.dir, "Pilih Simpan sekali lagi untuk menimpanya")
	c.Tap("Simpan")
	c.Until("the form to close", func() bool { return c.window.Canvas().Overlays().Top() == nil })
	first := filepath.Join(c.desk.dir, "SRT-025-KLN-SM-TR-2026-011-XI-2026.pdf")
	saved, err := filepath.Glob(filepath.Join(c.desk.dir, "SRT-*.pdf"))
	if err != nil || len(saved) != 29 || saved[0] != first {
		c.t.Errorf("%d files saved, %v: %q", len(saved), err, saved)
	}

	c.Tap("Berkas")
	c.Sees("Kader 29", "Sertifikat Pelatihan · 053/SRT/KLN-SM/TR-2026-011/XI/2026")
	c.Tap("Surat", "Dokumen terbit")
	c.Sees("Mitra atau penerima", "Kader 29")
}

// focusGrid goes on with the tabulator until the cursor is in the table.
func (c *clinic) focusGrid() {
	c.t.Helper()
	for range 60 {
		c.window.Canvas().FocusNext()
		if strings.HasSuffix(fmt.Sprintf("%T", c.window.Canvas().Focused()), ".Grid") {
			return
		}
	}
	c.t.Fatal("the tabulator does not reach the table")
}

func TestTrainings_AttendanceIsTypedAndSavedAtOnce(t *testing.T) {
	c := sampleOpen(t)
	r := c.training("Simulasi Kegawatdaruratan")
	r.Sessions = []model.Session{{Date: r.Start, Start: "08:00", End: "09:30", Topic: "Teori"}, {Date: r.Start, Start: "10:00", End: "11:30", Topic: "Praktik"}}
	if err := c.store.Trainings().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}

	c.Tap("Pelatihan", "Simulasi Kegawatdaruratan dan Evakuasi", "Kehadiran")
	c.Sees("Sesi 1 · 28 Nov")
	c.focusGrid()
	c.Write("HTA")
	c.Press(fyne.KeyRight)
	c.Press(fyne.KeyHome)
	c.Write("i")
	c.Press(fyne.KeySpace)
	before := c.training("Simulasi Kegawatdaruratan").Version
	c.Ctrl(fyne.KeyS)
	c.Sees("Tersimpan.")
	got := c.training("Simulasi Kegawatdaruratan")
	var marks []string
	for _, p := range got.Participants {
		marks = append(marks, strings.Join(p.Attendance, ","))
	}

	if want := []string{"present,excused", "late,present", "absent,"}; fmt.Sprint(marks) != fmt.Sprint(want) {
		t.Errorf("marks %q, want %q", marks, want)
	}
	if got.Version != before+1 {
		t.Errorf("%d saves", got.Version-before)
	}
}

func TestTrainings_WhoEarnedNoneIsToldWhy(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pelatihan", "Pelatihan Kader Pendamping TBC", "Sertifikat")
	c.Sees("4 berhak sertifikat · 4 sudah terbit", "Nilai kurang", "021/SRT/KLN-SM/TR-2026-007/X/2026")
}

// crowded is a stored training with two places, four people and two sessions; two of them wait.
func (c *clinic) crowded() model.Training {
	c.t.Helper()
	day := model.Date{Year: 2026, Month: 11, Day: 21}
	r := model.NewTraining(day)
	r.Number, r.Title, r.Place, r.Start, r.End, r.Quota = "TR-2026-090", "Penyegaran Imunisasi", "Aula", day, day, 2
	r.Sessions = []model.Session{{Date: day, Start: "08:00", End: "09:30", Topic: "Teori"}, {Date: day, Start: "10:00", End: "11:30", Topic: "Praktik"}}
	for _, name := range []string{"Ani", "Budi", "Citra", "Dedi"} {
		r.Register(model.Participant{Name: name, Profession: "kader", Role: "peserta", AttendancePct: -1})
	}

	if err := c.store.Trainings().Save(c.t.Context(), &r); err != nil {
		c.t.Fatal(err)
	}
	return r
}

// registered are the names of those who have a place.
func (c *clinic) registered() string {
	var names []string
	for _, p := range c.training("Penyegaran Imunisasi").Participants {
		if p.Registration == "registered" {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, " ")
}

func TestTrainings_TheFirstWhoWaitsIsOfferedTheFreePlace(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Peserta")
	c.Sees("2 dari 2 tempat terisi · 2 di daftar tunggu")
	c.Tap("Ani")
	c.Choose("Pendaftaran", "Batal")
	c.Tap("Terapkan")
	c.Sees("Ani diubah.", "Ada tempat untuk 1 orang dari daftar tunggu: Citra.")
	c.Tap("Beri tempat")
	c.Sees("1 orang naik dari daftar tunggu: Citra.", "2 dari 2 tempat terisi · 1 di daftar tunggu")
	c.Tap("Urungkan")
	c.Sees("Ada tempat untuk 1 orang dari daftar tunggu: Citra.")
	c.Tap("Beri tempat", "Simpan")
	c.Sees("Tersimpan.")
	if got := c.registered(); got != "Budi Citra" {
		t.Errorf("places for %s", got)
	}
}

func TestTrainings_ALargerQuotaIsOfferedToThoseWhoWait(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi")
	c.Enter("Kuota", "1")
	c.Tap("Simpan")
	c.Sees("Sudah 2 peserta mempunyai tempat.")
	c.Enter("Kuota", "4")
	c.Tap("Simpan")
	c.Sees("2 orang di daftar tunggu kini mendapat tempat.", "Tempat untuk daftar tunggu: 2")
	c.Tap("Lihat")
	c.Sees("Ada tempat untuk 2 orang dari daftar tunggu: Citra, Dedi.")
	c.Tap("Beri tempat", "Simpan")
	c.Sees("Tersimpan.")
	if got := c.registered(); got != "Ani Budi Citra Dedi" {
		t.Errorf("places for %s", got)
	}
}

func TestTrainings_NobodyIsPutOnATakenPlace(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Peserta", "Dedi")
	c.Choose("Pendaftaran", "Pasti hadir")
	c.Tap("Terapkan")
	c.Sees("Semua tempat sudah terisi.")
	c.Tap("Kembali", "Budi", "Hapus dari daftar")
	c.Sees("Budi dihapus dari daftar.", "Ada tempat untuk 1 orang dari daftar tunggu: Citra.")
	c.Tap("Urungkan")
	c.Sees("2 dari 2 tempat terisi · 2 di daftar tunggu", "Budi")
}

func TestTrainings_MarksGoWithTheirSession(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Kehadiran")
	c.Sees("Sesi 2 · 21 Nov")
	c.Write("AA")
	c.Press(fyne.KeyRight)
	c.Press(fyne.KeyHome)
	c.Write("HT")
	c.Ctrl(fyne.KeyS)
	c.Sees("Tersimpan.")
	c.Write("I")
	c.Ctrl(fyne.KeyS)
	c.Until("the mark where the cursor was", func() bool {
		return strings.Join(c.training("Penyegaran Imunisasi").Participants[1].Attendance, ",") == "absent,excused"
	})
	r := c.training("Penyegaran Imunisasi")
	r.Sessions = r.Sessions[1:]
	if err := c.store.Trainings().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}

	for i, want := range []string{"present", "excused", "", ""} {
		if got := strings.Join(c.training("Penyegaran Imunisasi").Participants[i].Attendance, ","); got != want {
			t.Errorf("%s: %q", r.Participants[i].Name, got)
		}
	}
}

// TestTrainings_TwoThousandPastedRows takes two thousand people over; one row more is refused as a whole.
func TestTrainings_TwoThousandPastedRows(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Peserta")
	fyne.CurrentApp().Clipboard().SetContent(people(2001))
	c.Tap("Tempel dari lembar kerja")
	c.Sees("Paling banyak 2000 baris sekaligus; tidak ada yang diambil.")
	fyne.CurrentApp().Clipboard().SetContent(people(2000))
	begun := time.Now()
	c.Tap("Tempel dari lembar kerja")
	c.Sees("2.000 baris dapat diambil")
	shown := time.Since(begun)
	c.Tap("Ambil 2.000 baris")
	c.Sees("2.000 orang ditambahkan.", "2 dari 2 tempat terisi · 2.002 di daftar tunggu")
	taken := time.Since(begun)
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	t.Logf("preview after %s, taken over after %s, saved after %s", shown, taken, time.Since(begun))
	if n := len(c.training("Penyegaran Imunisasi").Participants); n != 2004 {
		t.Errorf("%d participants", n)
	}
}

func TestTrainings_AScoreOfMoreThanAllStaysToBeCorrected(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Nilai")
	c.focusGrid()
	c.Press(fyne.KeyRight)
	c.Write("140")
	c.Sees("140")
	c.Ctrl(fyne.KeyS)
	c.Sees("Pascauji: Harus antara 0 dan 100.", "140")
	c.Press(fyne.KeyBackspace)
	c.Write("100")
	c.Ctrl(fyne.KeyS)
	c.Sees("Tersimpan.")
	if got := c.training("Penyegaran Imunisasi").Participants[0].PostTest; got == nil || *got != 100 {
		t.Errorf("the score is %v", got)
	}
}
