package form_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejaring/model"
)

func TestDay_TheTabulatorGoesToTheNextField(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.Field("Tanggal mulai").Write("21-11-2026")
	d.window.Canvas().FocusNext()
	if !d.Field("Sektor").Focused() {
		t.Error("the tabulator stops between the date and the next input")
	}
	if got := d.Field("Tanggal mulai").Text(); got != "21 Nov 2026" {
		t.Errorf("the date became %q", got)
	}
}

func TestDay_IsPickedByKeyboard(t *testing.T) {
	d := sitDown(t, "id", letter{start: model.Date{Year: 2026, Month: 12, Day: 31}}, nil)
	d.Field("Tanggal mulai").Focus()
	d.Press(fyne.KeyDown)
	d.Sees("Desember 2026")
	d.Press(fyne.KeyRight)
	d.Sees("Januari 2027")
	d.Press(fyne.KeyDown)
	d.Press(fyne.KeyPageDown)
	d.Sees("Februari 2027")
	d.Press(fyne.KeyReturn)
	d.SeesNoMore("Februari 2027")
	if rec, _ := d.form.Record(); rec.start != (model.Date{Year: 2027, Month: 2, Day: 8}) || d.Field("Tanggal mulai").Text() != "8 Feb 2027" {
		t.Errorf("picked was %s, shown is %q", rec.start, d.Field("Tanggal mulai").Text())
	}
	if !d.Field("Tanggal mulai").Focused() {
		t.Error("the cursor did not come back to the date")
	}
}

func TestDay_AltAndDownOpenTheMonthAndEscClosesIt(t *testing.T) {
	d := sitDown(t, "id", letter{start: model.Date{Year: 2026, Month: 12, Day: 31}}, nil)
	d.Field("Tanggal mulai").Focus()
	d.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	d.Sees("Desember 2026")
	d.Press(fyne.KeyEscape)
	d.SeesNoMore("Desember 2026")
	if got := d.Field("Tanggal mulai").Text(); got != "31 Des 2026" || d.changes != 0 {
		t.Errorf("Esc left %q with %d changes", got, d.changes)
	}
}

func TestDay_SaysWhetherItIsNoDateOrNoSuchDay(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	for typed, want := range map[string]string{
		"31-02-1980": "Tanggal ini tidak ada: bulan tersebut tidak mempunyai hari itu. Periksa hari dan bulannya.",
		"29-02-2027": "Tanggal ini tidak ada: bulan tersebut tidak mempunyai hari itu. Periksa hari dan bulannya.",
		"lusa":       "Tanggal tidak dikenali. Tulis hari lebih dahulu, misalnya 21-11-2026.",
		"02-31-1980": "Tanggal tidak dikenali. Tulis hari lebih dahulu, misalnya 21-11-2026."} {
		d.Enter("Tanggal mulai", typed)
		_, problems := d.form.Record()
		d.form.Show(problems, "", false)
		if got := d.Field("Tanggal mulai").Note(); got != want {
			t.Errorf("%s is answered with %q", typed, got)
		}
	}
}
