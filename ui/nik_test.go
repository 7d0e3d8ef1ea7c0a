package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"jejaring/model"
)

func TestNIK_OfStaffIsTypedMaskedAndShownOnRequest(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pengaturan", "Staf", "dr. Bagus Prakoso")
	c.Sees("STR: Seumur hidup")
	c.Enter("NIK", "337401550390000")
	c.Tap("Simpan")
	c.Until("the note", func() bool { return c.Field("NIK").Note() == "NIK harus terdiri atas 16 angka." })
	c.Enter("NIK", "3374 0155 0390 0002")
	c.Tap("Simpan")
	c.Sees("Tersimpan.", "Tampilkan NIK", "NIK disegel. Menampilkannya dicatat dalam riwayat.")
	c.shows("NIK", "3374**********02")
	c.Enter("Jabatan", "Dokter umum")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	if c.Shows("3374015503900002") {
		t.Error("the NIK shows before it was asked for")
	}

	c.Tap("Tampilkan NIK")
	c.Sees("3374015503900002")
	people, err := c.store.Staff().Find(t.Context(), model.Query{Text: "Bagus Prakoso"})
	if err != nil || len(people) != 1 {
		t.Fatal(err, people)
	}
	if log, err := c.store.History(t.Context(), "staff", people[0].ID, 1); err != nil || log[0].Action != "view" {
		t.Errorf("the history: %+v, %v", log, err)
	}
}

func TestNIK_OfParticipantsComesWithAColumnOfItsOwn(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Peserta")
	fyne.CurrentApp().Clipboard().SetContent("Nama\tNIK\tInstansi\nEka Luar\t'3374010101850001\tPosyandu\nFajar Luar\t3374\tPosyandu\nGita Luar\t\tPosyandu\n")
	c.Tap("Tempel dari lembar kerja")
	c.Sees("2 baris dapat diambil, 1 baris salah dan dilewati.", "NIK harus terdiri atas 16 angka.", "Posyandu · 3374**********01")
	c.Tap("Ambil 2 baris", "Simpan")
	c.Sees("Tersimpan.")
	r := c.training("Penyegaran Imunisasi")
	at := slices.IndexFunc(r.Participants, func(p model.Participant) bool { return p.Name == "Eka Luar" })
	if at < 0 || r.Participants[at].NIK != "3374**********01" {
		t.Fatalf("stored is %+v", r.Participants)
	}

	c.Tap("Eka Luar")
	c.shows("NIK", "3374**********01")
	c.Tap("Tampilkan NIK")
	c.Sees("3374010101850001")
	c.Enter("NIK", "3374010101850002")
	c.Tap("Terapkan")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	if nik, err := c.store.NIK(t.Context(), "participant", r.Participants[at].RecordID); err != nil || nik != "3374010101850002" {
		t.Errorf("stored is %q, %v", nik, err)
	}
}
