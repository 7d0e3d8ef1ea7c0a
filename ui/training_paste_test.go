package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// guests are the people of a training from outside, by name, with what else is stored of them.
func (c *clinic) guests(title string) map[string][4]string {
	people := map[string][4]string{}
	for _, p := range c.training(title).Participants {
		if p.StaffID == 0 {
			people[p.Name] = [4]string{p.Profession, p.Institution, p.Phone, p.Email}
		}
	}
	return people
}

func TestTrainings_PastedCommasComeIntoTheirColumns(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Peserta")
	before := len(c.guests("Penyegaran Imunisasi"))
	fyne.CurrentApp().Clipboard().SetContent("Nama,Profesi,Instansi,Telepon\nSiti Contoh,Perawat,RSUD Tirtasana,081200000001\nBudi Contoh,Bidan,Puskesmas Kenanga,081200000002\n")
	c.Tap("Tempel dari lembar kerja")
	c.Sees("2 baris dapat diambil, 0 baris salah", "Koma ( , )", "Baris 1 adalah judul kolom", "Perawat · RSUD Tirtasana · 0812-0000-0001")
	c.Tap("Ambil 2 baris", "Simpan")
	c.Sees("Tersimpan.")
	got := c.guests("Penyegaran Imunisasi")
	if want := [4]string{"Perawat", "RSUD Tirtasana", "+6281200000001", ""}; got["Siti Contoh"] != want || len(got) != before+2 {
		t.Errorf("stored is %v", got)
	}
}

func TestTrainings_ThePersonSaysWhatAColumnIs(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Peserta")
	fyne.CurrentApp().Clipboard().SetContent("DAFTAR HADIR\t\t\t\nNo\tOrang\tDari\tNomor\n1\tSiti\tRSUD\t081200000001\n2\tJoko\tRS\t8,12E+10\n")
	c.Tap("Tempel dari lembar kerja")
	c.Sees("Bukan peserta: baris di atas judul kolom.", "Baris 2 adalah judul kolom")
	c.Tap("Baris 2 adalah judul kolom")
	c.Sees("Belum ada kolom nama.", "Ambil 0 baris")
	c.TapNear("Orang", "(tidak diambil)")
	c.Tap("Nama")
	c.TapNear("Dari", "(tidak diambil)")
	c.Tap("Instansi")
	c.Sees("2 baris dapat diambil, 0 baris salah")
	c.TapNear("Nomor", "(tidak diambil)")
	c.Tap("Telepon")
	c.Sees("1 baris dapat diambil, 1 baris salah", "Nomor telepon tidak dikenali.", "RSUD · 0812-0000-0001")
	c.Tap("Ambil 1 baris", "Simpan")
	c.Sees("Tersimpan.")
	got := c.guests("Penyegaran Imunisasi")
	if want := [4]string{"", "RSUD", "+6281200000001", ""}; got["Siti"] != want {
		t.Errorf("stored is %v", got)
	}
	if _, there := got["Joko"]; there {
		t.Error("a row that could not be read was taken")
	}
}

func TestTrainings_TheSeparatorCanBeChosenAnew(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Peserta")
	fyne.CurrentApp().Clipboard().SetContent("Siti, Bidan\nJoko, Kader\n")
	c.Tap("Tempel dari lembar kerja")
	c.Sees("2 baris dapat diambil", "Koma ( , )")
	c.Tap("Koma ( , )", "Tanpa pemisah")
	c.Sees("Siti, Bidan")
	c.Tap("Tanpa pemisah", "Koma ( , )", "Ambil 2 baris", "Simpan")
	c.Sees("Tersimpan.")
	if got := c.guests("Penyegaran Imunisasi"); got["Siti"][0] != "Bidan" {
		t.Errorf("stored is %v", got)
	}
}

func TestTrainings_PeopleComeFromAFile(t *testing.T) {
	c := sampleOpen(t)
	c.crowded()
	c.Tap("Pelatihan", "Penyegaran Imunisasi", "Peserta")
	c.inFolder("peserta.csv", "Nama;Instansi\r\n\"Siti, S.Kep\";RSUD\r\nÉlan;RS \xe2\x80\x93 Kota\r\n")
	c.chooses("Ambil dari berkas …", "peserta.csv")
	c.Sees("2 baris dapat diambil, 0 baris salah", "Titik koma ( ; )")
	c.Tap("Ambil 2 baris", "Simpan")
	c.Sees("Tersimpan.")
	names := []string{}
	for _, p := range c.training("Penyegaran Imunisasi").Participants {
		names = append(names, p.Name+"|"+p.Institution)
	}

	for _, want := range []string{"Siti, S.Kep|RSUD", "Élan|RS – Kota"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not among %v", want, names)
		}
	}

	c.inFolder("peserta.xlsx", "PK\x03\x04 broken")
	c.chooses("Ambil dari berkas …", "peserta.xlsx")
	c.Sees("Berkas ini tidak terbaca sebagai lembar kerja.")
}
