package register_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

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

func TestScreen_ALookAtTheStoredRecordDoesNotTakeBackThatItWasSaved(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Enter("Kabupaten/kota", "Kota Baru")
	o.Tap("Simpan")
	o.Sees("Tersimpan.")
	o.screen.Beside()
	o.Until("rest", func() bool { return !o.loop.Busy() })
	o.Sees("Tersimpan.")

	other := o.stored("Puskesmas Kenanga")
	other.City = "Kota Lain"
	if err := o.store.Partners().Save(t.Context(), &other); err != nil {
		t.Fatal(err)
	}
	o.screen.Beside()
	o.Until("the other's change", func() bool { return o.Field("Kabupaten/kota").Text() == "Kota Lain" })
	if o.Find("Tersimpan.") != nil {
		t.Error("what somebody else has saved looks saved here")
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
	o.Sees("Mitra ini tidak dapat dihapus karena ada perjanjian, rujukan, atau pelatihan dengannya.", "ubah statusnya menjadi Tidak aktif")
	if o.Field("Nama mitra").Text() != "RSUD Tirtasana" || len(o.errors) > 0 {
		t.Errorf("reported was %v", o.errors)
	}
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

func TestScreen_ASaveThatFailsLeavesTheRecordAsItWasTyped(t *testing.T) {
	o := open(t, func(r model.Register[model.Partner]) model.Register[model.Partner] { return meddler{r} })
	o.openPartner("RSUD Tirtasana")
	o.Enter("Kabupaten/kota", "Kota Baru")
	o.Tap("Simpan")
	o.Until("the error", func() bool { return len(o.errors) == 1 })
	o.Tap("Narahubung")
	if names := o.Fields("Nama narahubung"); len(names) != 2 || names[0].Text() != "dr. Surya Atmaja, M.A.R.S." {
		t.Errorf("the contacts are %q", o.Texts())
	}
	if domains := o.state.Draft.EmailDomains; len(domains) == 0 || domains[0] == "" {
		t.Errorf("the domains are %q", domains)
	}
}

func TestScreen_SavingLeavesTheCursorWhereOneTypes(t *testing.T) {
	o := open(t, nil)
	o.openPartner("RSUD Tirtasana")
	o.Tap("Narahubung")
	o.Fields("Surel")[1].Write("arsip@rsud-tirtasana.example.org")
	for range 3 {
		o.Press(fyne.KeyLeft)
	}

	o.screen.Save()
	o.Sees("Tersimpan.")
	o.Write("X")
	if got := o.Fields("Surel")[1].Text(); got != "arsip@rsud-tirtasana.example.Xorg" {
		t.Errorf("after the save the text became %q", got)
	}
}

func TestScreen_TheFirstSaveOfANewRecordLeavesTheCursorToo(t *testing.T) {
	o := open(t, nil)
	o.Tap("Mitra baru")
	o.fillIn("Klinik Mawar")
	o.Field("Telepon").Write("081234567890")
	o.screen.Save()
	o.Sees("Tersimpan.")
	if !o.Field("Telepon").Focused() {
		t.Fatal("the cursor left the input")
	}

	o.Press(fyne.KeyBackspace)
	if got := o.Field("Telepon").Text(); len(got) == 0 || o.Field("Nama mitra").Text() != "Klinik Mawar" {
		t.Errorf("the phone is %q", got)
	}
}
