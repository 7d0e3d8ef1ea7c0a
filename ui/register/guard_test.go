package register_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"jejaring/model"
)

// halfChanged opens a partner, changes it, and clicks another one.
func halfChanged(t *testing.T) *office {
	t.Helper()
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Enter("Kabupaten/kota", "Kota Baru")
	o.Tap("RS Bunda Cempaka")
	o.Sees("Simpan perubahan?", "Ada perubahan yang belum disimpan.")
	return o
}

func TestGuard_SaveStoresAndGoesOn(t *testing.T) {
	o := halfChanged(t)
	o.Tap("Simpan")
	o.Until("the other partner", func() bool { return o.Field("Nama mitra").Text() == "RS Bunda Cempaka" })
	if got := o.stored("Puskesmas Kenanga").City; got != "Kota Baru" {
		t.Errorf("stored is %q", got)
	}
}

func TestGuard_DiscardGoesOnWithoutTheChanges(t *testing.T) {
	o := halfChanged(t)
	o.Tap("Buang perubahan")
	o.Until("the other partner", func() bool { return o.Field("Nama mitra").Text() == "RS Bunda Cempaka" })
	o.openPartner("Puskesmas Kenanga")
	if got := o.Field("Kabupaten/kota").Text(); got != "Kota Tirtasana" {
		t.Errorf("the discarded text is still there: %q", got)
	}
}

func TestGuard_KeepEditingStaysWithTheText(t *testing.T) {
	o := halfChanged(t)
	o.Tap("Lanjut menyunting")
	if o.Field("Nama mitra").Text() != "Puskesmas Kenanga" || o.Field("Kabupaten/kota").Text() != "Kota Baru" {
		t.Errorf("the form shows %q in %q", o.Field("Nama mitra").Text(), o.Field("Kabupaten/kota").Text())
	}
	o.Sees("Belum disimpan")
}

func TestGuard_EscapeIsKeepEditing(t *testing.T) {
	o := halfChanged(t)
	o.Press(fyne.KeyEscape)
	o.SeesNoMore("Simpan perubahan?")
	if got := o.Field("Kabupaten/kota").Text(); got != "Kota Baru" {
		t.Errorf("the text is %q", got)
	}
}

func TestGuard_SaveThatIsRefusedStays(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Enter("Kabupaten/kota", "")
	o.Tap("RS Bunda Cempaka", "Simpan")
	o.Sees("Kabupaten/kota wajib diisi.")
	if got := o.Field("Nama mitra").Text(); got != "Puskesmas Kenanga" {
		t.Errorf("the form shows %q", got)
	}
}

func TestGuard_SaveThatIsRefusedLeavesAViewForTheWrongInput(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Enter("Kabupaten/kota", "")
	o.Tap("Riwayat", "RS Bunda Cempaka", "Simpan")
	o.Sees("wajib diisi.")
	if got := o.Field("Nama mitra").Text(); got != "Puskesmas Kenanga" {
		t.Errorf("the form shows %q", got)
	}
}

func TestGuard_EscapeInAnInputAsksBeforeItThrowsAway(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Field("Kabupaten/kota").Write("Kota Baru")
	o.Press(fyne.KeyEscape)
	o.Sees("Buang perubahan?", "Yang sudah diketik sejak penyimpanan terakhir akan hilang.")
	o.Tap("Buang perubahan")
	o.Until("the stored text", func() bool { f := o.Fields("Kabupaten/kota"); return len(f) > 0 && f[0].Text() == "Kota Tirtasana" })
}

func TestGuard_AnUntouchedRecordIsLeftWithoutAQuestion(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.openPartner("RS Bunda Cempaka")
	gone := false
	o.screen.Leave(func() { gone = true })
	if !gone {
		t.Error("leaving an untouched record asks")
	}
}

func TestScreen_InAnotherLanguageNothingIsLost(t *testing.T) {
	o := open(t, nil)
	o.Sees("12 baris", "Aktif  8")
	o.Tap("Aktif  8")
	o.Sees("8 baris")
	o.Search("Cari nama, kota, narahubung …").Write("tirta")
	o.Tap("Kabupaten/kota")
	o.Tap("Mitra baru")
	o.Enter("Nama mitra", "Klinik Mawar", "Telepon", "12", "Jarak (km)", "dekat")
	o.Choose("Sektor", "Pemerintah")
	o.build("en")

	for label, want := range map[string]string{"Partner name": "Klinik Mawar", "Phone": "12", "Distance (km)": "dekat", "Sector": "Government"} {
		if got := o.Field(label).Text(); got != want {
			t.Errorf("%s shows %q, want %q", label, got, want)
		}
	}

	o.Sees("City or regency  ↑", "Not saved yet")
	if note := o.Field("Distance (km)").Note(); note == "" {
		t.Error("a text that is no value is not explained any more")
	}
	if got := o.Search("Search name, city, contact …").Text(); got != "tirta" {
		t.Errorf("the search shows %q", got)
	}

	o.Choose("Organisation type", "Local government")
	o.Enter("City or regency", "Kota Tirtasana", "Phone", "0812-3456-7890", "Distance (km)", "3,5")
	o.Tap("Save")
	o.Until("the save", func() bool { return len(o.saved) == 1 })
	if got := o.stored("Klinik Mawar"); got.OrgType != "local_gov" || got.DistanceKM != 3.5 {
		t.Errorf("stored is %+v", got)
	}
}

func TestScreen_TheOpenTabSurvivesAnotherLanguage(t *testing.T) {
	o := open(t, nil)
	o.openPartner("RSUD Tirtasana")
	o.Tap("Narahubung", "Tambah narahubung")
	o.Write("Suster Ani")
	o.build("en")
	names := o.Fields("Contact name")
	if len(names) != 3 || names[2].Text() != "Suster Ani" {
		t.Fatalf("there are %d contacts", len(names))
	}

	o.Tap("Save")
	o.Until("the save", func() bool { return len(o.saved) == 1 })
	if got := o.stored("RSUD Tirtasana").Contacts; len(got) != 3 || got[2] != (model.Contact{Name: "Suster Ani", Role: "pic_agreement"}) {
		t.Errorf("stored are %+v", got)
	}
}
