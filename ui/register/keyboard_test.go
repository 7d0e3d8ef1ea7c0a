package register_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

// focused reports whether the keyboard is at what carries a label.
func (o *office) focused(label string) bool {
	f, ok := o.Find(label).(fyne.Focusable)
	return ok && o.window.Canvas().Focused() == f
}

func TestScreen_TheTabulatorGoesThroughARecordAsItIsRead(t *testing.T) {
	o := open(t, nil)
	o.openPartner("RSUD Tirtasana")
	o.window.Canvas().Focus(o.Find("Profil").(fyne.Focusable))
	for _, tab := range []string{"Narahubung", "Riwayat"} {
		o.window.Canvas().FocusNext()
		if !o.focused(tab) {
			t.Errorf("after the tab before it, the keyboard is not at %s", tab)
		}
	}

	o.window.Canvas().FocusNext()
	if !o.Field("Nama mitra").Focused() {
		t.Error("the first input does not follow the tabs")
	}
}

func TestScreen_APageOpenedByKeyboardKeepsTheKeyboardAtItsTab(t *testing.T) {
	o := open(t, nil)
	o.openPartner("RSUD Tirtasana")
	o.window.Canvas().Focus(o.Find("Narahubung").(fyne.Focusable))
	o.Press(fyne.KeyReturn)
	o.Sees("Tambah narahubung")
	if !o.focused("Narahubung") {
		t.Error("the keyboard left the tab")
	}

	o.window.Canvas().FocusNext()
	o.window.Canvas().FocusNext()
	if !o.Fields("Nama narahubung")[0].Focused() {
		t.Error("the first contact does not follow the tabs")
	}
}

func TestScreen_AFilterChosenByKeyboardKeepsTheKeyboard(t *testing.T) {
	o := open(t, nil)
	o.Sees("Calon mitra  2")
	o.window.Canvas().Focus(o.Find("Calon mitra  2").(fyne.Focusable))
	o.Press(fyne.KeySpace)
	o.Sees("2 baris")
	if !o.focused("Calon mitra  2") {
		t.Error("the keyboard left the filter")
	}

	o.Press(fyne.KeySpace)
	o.Sees("12 baris")
}
