package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jejaring/model"
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

func TestTrainings_FromPlanToThirtyCertificates(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pelatihan", "Pelatihan baru")
	c.Until("the proposed code", func() bool { return c.Field("Kode").Text() == "TR-2026-011" })
	c.Enter("Judul", "Penyegaran Kader", "Mulai", "21-11-2026", "Selesai", "21-11-2026", "Kuota", "29", "Tujuan", "Menyegarkan", "Sasaran peserta", "Kader")
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
	c.Tap("Kehadiran", "Sisanya hadir", "Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Selesaikan")
	c.Sees("Status pelatihan sekarang: Selesai")
	c.Tap("Terbitkan semua sertifikat")
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
	if got := c.training("Penyegaran Kader"); got.JPL != 2 || got.Number != "TR-2026-011" {
		t.Errorf("%v JPL, code %s", got.JPL, got.Number)
	}
}

// focusGrid goes on with the tabulator until the cursor is in the table.
func (c *clinic) focusGrid() {
	c.t.Helper()
	for range 60 {
		c.window.Canvas().FocusNext()
		if strings.HasSuffix(fmt.Sprintf("%T", c.window.Canvas().Focused()), ".grid") {
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
