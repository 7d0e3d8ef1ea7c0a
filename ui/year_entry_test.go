package ui_test

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/mail/mime"
)

// enterYear builds a small register on 10 January 2027, through the window alone.
func (c *clinic) enterYear() {
	c.t.Helper()
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Rujukan Pasien", "28-12-2026", "01-01-2027", "30-06-2027", func() {
		c.owe("menyampaikan laporan bulanan", "Bulanan", "31-01-2027")
	})
	c.refer("Sari Uji Contoh", "1", "Dikirim", "08.30")
	c.refer("Budi Uji Contoh", "2", "Rujuk balik", "08.30", func() {
		c.Choose("Penjamin", "BPJS non-PBI")
		c.Enter("Nomor kartu", "0001234567890", "Keluhan dan riwayat", "Pusing", "Terapi/tindakan", "Amlodipin")
		c.Enter("Diputuskan", "09-01-2027 08.50", "Tiba", "09-01-2027 10.00", "Dibalas", "09-01-2027 14.00", "Dirujuk balik", "09-01-2027 15.00")
		c.Tap("Rincian")
		c.Field("Diagnosis nonspesialistik").Tick()
	})
	c.refer("Rina Uji Contoh", "3", "Ditolak", "08.30", func() {
		c.Enter("Diputuskan", "09-01-2027 09.10")
		c.Choose("Alasan keputusan", "Tempat tidur penuh")
	})
	c.trained()
	c.Tap("Pelatihan", "Pelatihan baru")
	c.rest()
	c.Enter("Judul", "Penyegaran Kader", "Mulai", "15-03-2027", "Tujuan", "Menyegarkan", "Sasaran peserta", "Kader")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Pengaturan", "Staf", "dr. Ani Lestari", "SKP", "Tambah SKP")
	c.Enter("Judul", "Simposium hipertensi", "Tanggal", "05-01-2027", "Nilai", "2,5")
	c.Tap("Simpan")
	c.Sees("2,5 dari 50")
	c.invited()
}

// refer enters a referral of 9 January that went its way before the register came.
func (c *clinic) refer(patient, number, status, sent string, further ...func()) {
	c.t.Helper()
	c.Tap("Rujukan", "Rujukan baru")
	c.Pick("Fasyankes tujuan", "RSUD Kenanga")
	c.Enter("Unit tujuan", "Poli Penyakit Dalam", "Nama pasien", patient, "Tanggal lahir", "12-03-1961")
	c.Choose("Jenis kelamin", "Perempuan")
	c.Enter("Kode ICD-10", "I10", "Diagnosis", "Hipertensi")
	c.Choose("Kategori alasan", "Pemeriksaan dokter spesialis")
	c.Enter("Alasan rujukan", "Tekanan darah tidak terkendali")
	c.Choose("Hubungan", "Pasien")
	c.Pick("Dokter perujuk", "dr. Ani Lestari")
	c.rest()
	c.Choose("Status", status)
	c.Enter("Nomor rujukan", number+"/RJK/KLN-MW/I/2027", "Tanggal dan jam", "09-01-2027 08.00", "Dikirim", "09-01-2027 "+sent)
	for _, more := range further {
		more()
	}

	c.Tap("Simpan")
	c.Sees("Tersimpan.")
}

// trained holds a training on 9 January with two people, of whom one passes and gets the certificate.
func (c *clinic) trained() {
	c.t.Helper()
	c.Tap("Pelatihan", "Pelatihan baru")
	c.rest()
	c.Enter("Judul", "Bantuan Hidup Dasar", "Mulai", "09-01-2027", "Tujuan", "Menolong", "Sasaran peserta", "Perawat")
	c.Field("Memakai pra- dan pascauji").Tick()
	c.Enter("Nilai lulus", "70")
	c.Tap("Sesi", "Tambah sesi")
	c.Enter("Materi", "Resusitasi", "Mulai (jam)", "8.00", "Selesai (jam)", "0930", "Narasumber", "dr. Ani Lestari")
	c.Tap("Peserta")
	fyne.CurrentApp().Clipboard().SetContent("Nama\tProfesi\tInstansi\nAyu\tperawat\tRSUD Kenanga\nBayu\tperawat\tRSUD Kenanga\n")
	c.Tap("Tempel dari lembar kerja", "Ambil 2 baris")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Kehadiran", "Sisanya hadir", "Nilai")
	c.focusGrid()
	c.Write("50")
	c.Press(fyne.KeyRight)
	c.Write("80")
	c.Press(fyne.KeyDown)
	c.Write("50")
	c.Press(fyne.KeyLeft)
	c.Write("40")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Selesaikan dan terbitkan", "Ambil nomor dan terbitkan")
	c.Until("the certificate", func() bool {
		c.loop.Drain()
		got := c.training("Bantuan Hidup Dasar")
		return got.Status == model.TrainingFinished && got.Participants[0].CertificateNo != ""
	})
	c.rest()
}

// invitation is a mail that asks for an answer.
const invitation = "From: Vina <vina@kenanga.example.org>\r\nTo: admin@klinikmawar.example.org\r\nMessage-ID: <m1@kenanga.example.org>\r\n" +
	"Subject: Undangan rapat koordinasi\r\nDate: Sat, 9 Jan 2027 10:00:00 +0700\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMohon hadir.\r\n"

// invited connects the mailbox, reads it, and links the mail that nobody knows.
func (c *clinic) invited() {
	c.t.Helper()
	c.mail.folders = []string{"INBOX"}
	c.mail.sync = func(ctx context.Context, _ func(model.Progress)) ([]model.SyncResult, error) {
		m := mail.Read([]byte(invitation), mime.Options{Received: time.Date(2027, 1, 9, 3, 1, 0, 0, time.UTC), Own: []string{"admin@klinikmawar.example.org"}})
		m.MailboxID = c.mailbox().ID
		m.Folder = "INBOX"
		m.UIDValidity = 1
		m.UID = 1
		n, err := c.store.Mail().File(ctx, []model.Filed{{Message: m, Raw: []byte(invitation), Identity: mime.Identity}})
		return []model.SyncResult{{Fetched: n}}, err
	}
	c.Tap("Pengaturan", "Kotak surat", "Kotak surat baru")
	c.Enter("Alamat surel / pengguna", "admin@klinikmawar.example.org")
	c.Tap("Simpan")
	c.Sees("Kata sandi untuk admin@klinikmawar.example.org.")
	c.Write("rahasia")
	c.Tap("Simpan dan uji")
	c.Sees("Sambungan berhasil")
	c.Tap("Baca folder ini")
	c.Sees("1 surel baru, 0 tertaut otomatis.")
	c.Tap("Beranda")
	c.Sees("Surel dari Vina")
	c.Tap("Surat", "Undangan rapat koordinasi", "Tautkan mitra", "RSUD Kenanga")
	c.rest()
}
