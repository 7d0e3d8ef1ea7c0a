package register_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// openPartner opens a partner by a click on its row.
func (o *office) openPartner(name string) {
	o.t.Helper()
	o.Tap(name)
	o.Until("the form of "+name, func() bool {
		f := o.Fields("Nama mitra")
		return len(f) > 0 && f[0].Text() == name
	})
}

func TestScreen_AClickOpensTheRecordWithItsParts(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Sees("Profil", "Narahubung", "Riwayat")
	if got := o.Field("Jenis organisasi").Text(); got != "Puskesmas" {
		t.Errorf("the kind of organisation shows %q", got)
	}

	o.Tap("Riwayat")
	o.Sees("Riwayat Puskesmas Kenanga")
	o.Tap("Narahubung")
	o.Sees("Nama narahubung *")
}

func TestScreen_OfTwoClicksTheLaterOneOpens(t *testing.T) {
	s := &slowly{let: make(chan bool), ran: make(chan bool, 1)}
	o := open(t, func(r model.Register[model.Partner]) model.Register[model.Partner] { s.Register = r; return s })
	o.Sees("12 baris", "Aktif  8")
	s.id = o.stored("Puskesmas Kenanga").ID
	o.Tap("Puskesmas Kenanga")
	<-s.ran
	o.openPartner("RSUD Tirtasana")
	close(s.let)
	o.loop.Step(t, 1)
	if got := o.Field("Nama mitra").Text(); got != "RSUD Tirtasana" {
		t.Errorf("open is %q", got)
	}
}

func TestScreen_ANewPartnerWithoutTheNecessaryIsRefusedInItsPlace(t *testing.T) {
	o := open(t, nil)
	o.Tap("Mitra baru")
	o.Sees("Sektor *")
	if !o.Field("Nama mitra").Focused() {
		t.Error("the cursor is not in the first input")
	}

	o.Enter("Telepon", "12")
	o.Tap("Simpan")
	o.Sees("Belum tersimpan: 5 isian perlu diperbaiki.")
	for label, note := range map[string]string{"Nama mitra": "Nama mitra wajib diisi.", "Sektor": "Sektor wajib diisi.",
		"Kabupaten/kota": "Kabupaten/kota wajib diisi.", "Telepon": "Nomor telepon tidak dikenali. Tulis misalnya 0812-3456-7890 atau +65 6123 4567."} {
		if got := o.Field(label).Note(); got != note {
			t.Errorf("under %s stands %q", label, got)
		}
	}

	if !o.Field("Nama mitra").Focused() || o.Field("Telepon").Text() != "12" {
		t.Errorf("the cursor is elsewhere, or the phone is %q", o.Field("Telepon").Text())
	}
	if len(o.everybody()) != 12 {
		t.Error("something was saved")
	}
}

func TestScreen_AnInputIsCheckedWhenItIsLeft(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Enter("Telepon", "belum tahu")
	if note := o.Field("Telepon").Note(); note == "" {
		t.Error("nothing is said about a wrong phone number")
	}

	o.Enter("Telepon", "0812-3456-7890")
	if note := o.Field("Telepon").Note(); note != "" {
		t.Errorf("a good number is refused: %s", note)
	}
}

func TestScreen_AProblemOnAnotherTabOpensIt(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Tap("Narahubung")
	o.Enter("Surel", "bukan alamat")
	o.Tap("Profil")
	o.Tap("Simpan")
	o.Sees("Alamat surel tidak valid. Tulis misalnya nama@contoh.id.")
	if f := o.Field("Surel"); f.Text() != "bukan alamat" || !f.Focused() {
		t.Errorf("the address is %q", f.Text())
	}
}

func TestScreen_ATextThatIsNoValueKeepsItsTabOpen(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Enter("Jarak (km)", "dekat")
	o.Tap("Narahubung")
	if f := o.Field("Jarak (km)"); f.Text() != "dekat" || f.Note() != "Isi dengan angka." {
		t.Errorf("the distance shows %q, %q", f.Text(), f.Note())
	}
}

// fillIn writes what a partner needs into the open form.
func (o *office) fillIn(name string) {
	o.t.Helper()
	o.Enter("Nama mitra", name)
	o.Choose("Sektor", "Fasilitas pelayanan kesehatan")
	o.Choose("Jenis organisasi", "Klinik lain")
	o.Enter("Kabupaten/kota", "Kota Tirtasana", "Telepon", "0812-3456-7890")
}

func TestScreen_InANarrowWindowThereIsOnePane(t *testing.T) {
	o := open(t, nil)
	o.window.Resize(fyne.NewSize(700, 600))
	o.Sees("RSUD Tirtasana")
	if o.Shows("Pilih satu baris untuk melihat isinya.") {
		t.Error("the empty record is shown in a narrow window")
	}

	o.openPartner("RSUD Tirtasana")
	if o.Shows("Puskesmas Kenanga") {
		t.Error("the list is still there")
	}

	o.TapIcon(theme.NavigateBackIcon(), 0)
	o.Sees("Puskesmas Kenanga")
	if len(o.Fields("Nama mitra")) > 0 {
		t.Error("the record is still there")
	}

	o.window.Resize(fyne.NewSize(1180, 740))
	o.Sees("Puskesmas Kenanga", "Nama mitra *")
}
