package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
)

// halfTyped is a new partner with something typed on each of its tabs.
func halfTyped(t *testing.T) *clinic {
	t.Helper()
	c := sampleOpen(t)
	c.Tap("Mitra", "Mitra baru")
	c.Enter("Nama mitra", "Klinik Mawar", "Telepon", "0812-3456-7890", "Catatan", "Buka sore")
	c.Choose("Sektor", "Fasilitas pelayanan kesehatan")
	c.Choose("Jenis organisasi", "Klinik lain")
	c.Tap("Narahubung", "Tambah narahubung")
	c.Write("Ibu Ani")
	c.Tap("Legalitas")
	c.Enter("NIB", "123", "Izin berlaku sampai", "akhir tahun")

	return c
}

// stillTyped checks every tab of the half-typed partner in a language of the window.
func (c *clinic) stillTyped(language string, tabs [3]string, labels map[string]string) {
	c.t.Helper()
	c.shows(labels["nib"], "123")
	c.shows(labels["until"], "akhir tahun")
	c.Enter(labels["until"], "")
	c.Tap(tabs[0])
	c.shows(labels["name"], "Klinik Mawar")
	c.shows(labels["notes"], "Buka sore")
	c.shows(labels["kind"], labels["clinic"])
	c.Tap(tabs[1])
	c.shows(labels["contact"], "Ibu Ani")
	if got := c.app.Window().Canvas().Overlays().Top(); got != nil {
		c.t.Errorf("%s: something lies over the window", language)
	}
}

func indonesian() ([3]string, map[string]string) {
	return [3]string{"Profil", "Narahubung", "Legalitas"}, map[string]string{"nib": "NIB", "until": "Izin berlaku sampai", "name": "Nama mitra",
		"notes": "Catatan", "kind": "Jenis organisasi", "clinic": "Klinik lain", "contact": "Nama narahubung"}
}

func TestLanguage_ChangesInTheMiddleOfANewPartner(t *testing.T) {
	c := halfTyped(t)
	c.app.SetLanguage("en")
	w := words(t, "en")
	c.Sees(w.Say("form.unsaved"))
	c.stillTyped("en", [3]string{w.Say("tab.profile"), w.Say("tab.contacts"), w.Say("tab.identity")}, map[string]string{
		"nib": w.Field("nib"), "until": w.Field("license_expiry"), "name": "Partner name", "notes": "Notes", "kind": "Organisation type",
		"clinic": w.Label("org_type", "clinic"), "contact": w.Field("contact.name")})
	c.app.SetLanguage("id")
	c.Sees("Belum disimpan")
	c.Tap("Profil")
	c.Enter("Kabupaten/kota", "Kota Tirtasana")
	c.Tap("Legalitas")
	c.Enter("NIB", "")
	c.Tap("Simpan")
	c.Sees("13 baris")
	if p := c.partner("Mawar"); len(p.Contacts) != 1 || p.Notes != "Buka sore" {
		t.Errorf("stored is %+v", p)
	}
}

func TestTheme_ChangesInTheMiddleOfANewPartner(t *testing.T) {
	c := halfTyped(t)
	before := theme.Color(theme.ColorNameBackground)
	c.app.SetLook("dark", 1.3)
	if after := theme.Color(theme.ColorNameBackground); after == before {
		t.Error("the colours are the same")
	}
	if size := theme.Size(theme.SizeNameText); size < 16 {
		t.Errorf("the text has the size %v", size)
	}

	tabs, labels := indonesian()
	c.stillTyped("id", tabs, labels)
}

func TestLook_IsChosenInTheSettingsAndKept(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pengaturan", "Tampilan dan bahasa")
	c.Tap("Gelap")
	c.Tap("130 %")
	c.Tap("English")
	c.Sees("Settings", "Dark", "130 %")
	p := c.fyne.Preferences()
	if p.String("language") != "en" || p.String("theme") != "dark" || p.Float("scale") != 1.3 {
		t.Errorf("kept are %q, %q, %v", p.String("language"), p.String("theme"), p.Float("scale"))
	}
	if mode := c.fyne.Settings().Theme().(look.Theme); mode.Mode != "dark" || mode.Scale != 1.3 {
		t.Errorf("the theme is %+v", mode)
	}

	c.Tap("Bahasa Indonesia")
	c.Sees("Tampilan dan bahasa")
}

func TestLanguage_IsOneClickAwayFromEveryPlace(t *testing.T) {
	c := halfTyped(t)
	c.Tap("EN")
	c.Sees("Not saved yet")
	c.shows(words(t, "en").Field("nib"), "123")
	c.Tap("ID")
	c.Sees("Belum disimpan")
}

func TestNavigation_FoldsToIconsAndBack(t *testing.T) {
	c := sampleOpen(t)
	c.TapIcon(theme.MenuIcon(), 0)
	c.SeesNoMore("Beranda")
	c.Ctrl(fyne.Key2)
	c.Sees("Mitra baru")
	c.TapIcon(theme.MenuIcon(), 0)
	c.Sees("Beranda")
}

func TestWindow_OnASmallScreenEverythingIsReached(t *testing.T) {
	c := sampleOpen(t)
	c.window.Resize(fyne.NewSize(1024, 640))
	c.Tap("Mitra")
	c.Tap("RS Bunda Cempaka")
	c.shows("Nama mitra", "RS Bunda Cempaka")
	if c.Shows("Puskesmas Kenanga") {
		t.Error("list and record are squeezed side by side")
	}

	c.TapIcon(theme.NavigateBackIcon(), 0)
	c.Sees("Puskesmas Kenanga")
	if min := c.window.Content().MinSize(); min.Width > 1024 || min.Height > 640 {
		t.Errorf("the window cannot be smaller than %v", min)
	}
}
