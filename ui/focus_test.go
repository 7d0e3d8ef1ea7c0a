package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// spot is something in the window with inputs, and how one gets there.
type spot struct {
	name string
	open func(c *clinic)
}

func places() []spot {
	all := []spot{
		{"a partner", func(c *clinic) { c.Ctrl(fyne.Key2); c.Tap("RSUD Tirtasana", "Profil") }},
		{"contacts of a partner", func(c *clinic) { c.Ctrl(fyne.Key2); c.Tap("RSUD Tirtasana", "Narahubung") }},
		{"a new partner", func(c *clinic) { c.Ctrl(fyne.Key2); c.Ctrl(fyne.KeyN) }},
		{"an agreement", func(c *clinic) {
			c.Ctrl(fyne.Key3)
			c.settle()
			roomy := false // a new one has the whole width
			c.Until("the list or a new agreement", func() bool {
				roomy = len(c.Fields("Bidang kerja sama")) > 0
				return roomy || c.Find("Rujukan Pasien Ibu dan Anak") != nil
			})
			if roomy {
				c.TapIcon(theme.NavigateBackIcon(), 0)
			}
			c.Tap("Rujukan Pasien Ibu dan Anak", "Isi")
		}},
		{"issued letters", func(c *clinic) { c.Ctrl(fyne.Key4); c.Tap("Dokumen terbit") }},
		{"a new referral", func(c *clinic) { c.Ctrl(fyne.Key5); c.Ctrl(fyne.KeyN) }},
		{"a new training", func(c *clinic) { c.Ctrl(fyne.Key6); c.Ctrl(fyne.KeyN) }},
	}
	for _, section := range []string{"Profil klinik", "Staf", "Kotak surat", "Penomoran"} {
		all = append(all, spot{section, func(c *clinic) { c.Ctrl(fyne.Key0); c.Tap(section) }})
	}

	return all
}

// acts lead away from a page, or change what is shown of it. After the first page some ways to another place are enough.
func acts(first bool) []spot {
	var all []spot
	for i := range 8 {
		if !first && i != 0 && i != 4 {
			continue
		}
		key := fyne.KeyName(rune('1' + i))
		all = append(all, spot{"Ctrl+" + string(key), func(c *clinic) { c.Ctrl(key) }})
	}

	for _, key := range []fyne.KeyName{fyne.KeyF, fyne.KeyN, fyne.KeyS, fyne.KeyR} {
		all = append(all, spot{"Ctrl+" + string(key), func(c *clinic) { c.Ctrl(key) }})
	}

	for _, place := range []string{"Beranda", "Pengaturan"} {
		all = append(all, spot{"a click on " + place, func(c *clinic) { c.Tap(place) }})
	}

	return append(all,
		spot{"the search and Esc", func(c *clinic) { c.Ctrl(fyne.KeyK); c.Press(fyne.KeyEscape) }},
		spot{"the help and Esc", func(c *clinic) { c.Press(fyne.KeyF1); c.Press(fyne.KeyEscape) }},
		spot{"English", func(c *clinic) { c.app.SetLanguage("en"); c.app.SetLanguage("id") }},
		spot{"dark", func(c *clinic) { c.app.SetLook("dark", 1.2); c.app.SetLook("light", 1) }},
		spot{"a narrow window", func(c *clinic) { c.window.Resize(fyne.NewSize(760, 700)); c.window.Resize(fyne.NewSize(1280, 800)) }})
}

// settle throws away what was typed, where that is asked, and waits for what runs.
func (c *clinic) settle() {
	c.t.Helper()
	c.loop.Drain()
	if c.window.Canvas().Overlays().Top() != nil {
		c.Tap("Buang perubahan")
	}
	c.loop.Drain()
}

// astray types where the cursor is after an act, and fails when that is nowhere to be seen.
func (c *clinic) astray(where string, input interface {
	Text() string
	Visible() bool
}) {
	c.t.Helper()
	before := input.Text()
	if c.Astray() {
		c.t.Errorf("%s: the cursor is where nobody sees it", where)
	}

	if target := c.window.Canvas().Focused(); target != nil {
		target.TypedRune('x')
		defer target.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}

	if after := input.Text(); after != before && !input.Visible() {
		c.t.Errorf("%s: %q, which nobody sees, became %q", where, before, after)
	}
}

func TestFocus_NeverStaysOnWhatIsNotShown(t *testing.T) {
	c := letterBox(t)
	for i, at := range places() {
		for _, act := range acts(i == 0) {
			where := act.name + " in " + at.name
			at.open(c)
			c.settle()
			c.Until("inputs of "+at.name, func() bool { return len(c.Inputs()) > 0 })
			all := c.Inputs()
			input := all[len(all)-1]
			input.Focus()
			act.open(c)
			c.astray(where, input)
			c.loop.Drain()
			c.astray(where+", later", input)
			c.Ctrl(fyne.Key1)
			c.settle()
		}
	}
}

func TestFocus_ANewRecordThatIsSavedKeepsTheCursorWhereItWas(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.Tap("Perjanjian", "Perjanjian baru")
	c.Pick("Mitra", "RSUD Kenanga")
	c.rest()
	c.Choose("Bidang kerja sama", "Lainnya")
	c.Enter("Tentang", "Uji")
	c.Choose("Model kerja sama", "Antarinstitusi kesehatan")
	c.Field("Tentang").Focus()
	c.Ctrl(fyne.KeyS)
	c.Sees("Tersimpan.")
	c.rest()
	c.Write(" coba")
	if got := c.Field("Tentang").Text(); got != "Uji coba" {
		t.Errorf("what was typed on after saving: %q", got)
	}
}
