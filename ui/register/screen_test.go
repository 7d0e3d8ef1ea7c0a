package register_test

import (
	"context"
	"errors"
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

// slowly hands out one partner only when it is let.
type slowly struct {
	model.Register[model.Partner]
	id       model.ID
	let, ran chan bool
}

func (s *slowly) Get(ctx context.Context, id model.ID) (model.Partner, error) {
	if id == s.id {
		s.ran <- true
		<-s.let
	}
	return s.Register.Get(ctx, id)
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

func TestScreen_SaveWritesAndTheListShowsIt(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Enter("Nama mitra", "Puskesmas Kenanga Baru")
	o.Sees("Belum disimpan")
	o.Tap("Simpan")
	o.Sees("Tersimpan.")
	o.Until("the new name in the list", func() bool { return o.Find("Puskesmas Kenanga Baru") != nil })
	if got := o.stored("Puskesmas Kenanga Baru"); got.Version != 2 || got.UpdatedBy != "Sari" {
		t.Errorf("stored is version %d by %q", got.Version, got.UpdatedBy)
	}
	if len(o.saved) != 1 {
		t.Errorf("the window was told of %d saves", len(o.saved))
	}
}

func TestScreen_NothingToSaveUntilSomethingIsTyped(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	if o.Find("Simpan") != nil {
		t.Error("an untouched record can be saved")
	}
	o.Field("Kabupaten/kota").Write("Kota Baru")
	if o.Find("Simpan") == nil {
		t.Error("a changed record cannot be saved")
	}
}

func TestScreen_SavingAnUntouchedRecordWritesNothing(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.screen.Save()
	o.Enter("Kabupaten/kota", "Kota Baru")
	o.Tap("Riwayat")
	o.screen.Save()
	o.Until("the save", func() bool { return len(o.saved) == 1 })
	if got := o.stored("Puskesmas Kenanga"); got.Version != 2 || got.City != "Kota Baru" {
		t.Errorf("stored is version %d with %q", got.Version, got.City)
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
	for label, note := range map[string]string{"Nama mitra": "Nama wajib diisi.", "Sektor": "Sektor wajib diisi.",
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

func TestScreen_SomebodyElseSavedMeanwhile(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Enter("Kabupaten/kota", "Kota Saya")
	other := o.stored("Puskesmas Kenanga")
	other.City = "Kota Lain"
	if err := o.store.Partners().Save(t.Context(), &other); err != nil {
		t.Fatal(err)
	}
	o.Tap("Simpan")
	o.Until("the error", func() bool { return len(o.errors) == 1 })
	if !errors.Is(o.errors[0], model.ErrStale) {
		t.Errorf("reported was %v", o.errors[0])
	}
	if got := o.Field("Kabupaten/kota").Text(); got != "Kota Saya" {
		t.Errorf("the typed text became %q", got)
	}
	if o.Find("Simpan") == nil || o.stored("Puskesmas Kenanga").City != "Kota Lain" {
		t.Error("the other's change is lost, or this one looks saved")
	}
}

func TestScreen_WhatIsDeletedComesBackByUndo(t *testing.T) {
	o := open(t, nil)
	o.Tap("Mitra baru")
	o.fillIn("Klinik Mawar")
	o.Tap("Simpan")
	o.Sees("Tersimpan.", "13 baris")
	o.TapIcon(theme.DeleteIcon(), 0)
	o.Sees("12 baris")
	if o.notice != "Klinik Mawar dipindahkan ke Sampah." || o.Shows("Klinik Mawar") {
		t.Errorf("told was %q", o.notice)
	}
	o.act()
	o.Sees("13 baris")
	o.Until("the form again", func() bool { f := o.Fields("Nama mitra"); return len(f) > 0 && f[0].Text() == "Klinik Mawar" })
}

func TestScreen_APartnerWithAgreementsCannotGo(t *testing.T) {
	o := open(t, nil)
	o.openPartner("RSUD Tirtasana")
	o.TapIcon(theme.DeleteIcon(), 0)
	o.Until("the error", func() bool { return len(o.errors) == 1 })
	if !errors.Is(o.errors[0], model.ErrInUse) || o.Field("Nama mitra").Text() != "RSUD Tirtasana" {
		t.Errorf("reported was %v", o.errors[0])
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

func TestScreen_FilledFromElsewhereBesideWhatWasTyped(t *testing.T) {
	o := open(t, nil)
	o.Tap("Mitra baru")
	o.Enter("Nama mitra", "Klinik Mawar", "Jarak (km)", "dekat")
	o.screen.Edit(func(p *model.Partner) { p.City = "Kota Tirtasana" })
	if city := o.Field("Kabupaten/kota").Text(); city != "Kota Tirtasana" {
		t.Errorf("the city is %q", city)
	}
	if name, far := o.Field("Nama mitra").Text(), o.Field("Jarak (km)").Text(); name != "Klinik Mawar" || far != "dekat" {
		t.Errorf("typed was %q and %q", name, far)
	}
}

// waiting is a register that saves when it is let.
type waiting struct {
	model.Register[model.Partner]
	let chan bool
}

func (w *waiting) Save(ctx context.Context, p *model.Partner) error {
	<-w.let
	return w.Register.Save(ctx, p)
}

func TestScreen_WhatIsTypedWhileASaveRunsStays(t *testing.T) {
	w := &waiting{let: make(chan bool)}
	o := open(t, func(r model.Register[model.Partner]) model.Register[model.Partner] { w.Register = r; return w })
	o.openPartner("Puskesmas Kenanga")
	o.Enter("Kabupaten/kota", "Kota Baru")
	o.Tap("Simpan")
	o.Sees("Menyimpan …")
	o.Field("Nama mitra").Write("Puskesmas Melati")
	close(w.let)
	o.Until("the save", func() bool { return len(o.saved) == 1 })
	if got := o.Field("Nama mitra").Text(); got != "Puskesmas Melati" {
		t.Errorf("the name typed meanwhile became %q", got)
	}
	o.Tap("Simpan")
	o.Until("the second save", func() bool { return len(o.saved) == 2 })
	if got := o.stored("Puskesmas Melati"); got.City != "Kota Baru" {
		t.Errorf("the city is %q", got.City)
	}
}
