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

// tab presses the tabulator as the window does.
func (d *desk) tab() {
	c := d.window.Canvas()
	key := &fyne.KeyEvent{Name: fyne.KeyTab}
	if from, ok := c.Focused().(desktop.Keyable); ok {
		from.KeyDown(key)
	}

	c.FocusNext()
	if to, ok := c.Focused().(desktop.Keyable); ok {
		to.KeyUp(key)
	}
}

func TestDay_TypingAfterTheTabulatorReplacesWhatStoodThere(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	d.Field("Nilai").Focus()
	d.tab()
	if !d.Field("Tanggal mulai").Focused() {
		t.Fatal("the tabulator does not lead to the date")
	}

	d.Write("1-12-2026")
	d.tab()
	if got := d.Field("Tanggal mulai").Text(); got != "1 Des 2026" {
		t.Errorf("the date became %q", got)
	}
}

func TestText_AClickOrAWindowThatComesBackSelectsNothing(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	d.Field("Nilai").Focus()
	d.tab()
	d.Field("Tanggal mulai").Focus()
	entry := d.window.Canvas().Focused().(interface {
		fyne.Focusable
		desktop.Mouseable
		SelectedText() string
	})
	if got := entry.SelectedText(); got != "21 Nov 2026" {
		t.Errorf("the tabulator selected %q", got)
	}

	entry.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, 8)}, Button: desktop.MouseButtonPrimary})
	entry.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, 8)}, Button: desktop.MouseButtonPrimary})
	if got := entry.SelectedText(); got != "" {
		t.Errorf("after a click %q is selected", got)
	}

	entry.FocusLost()
	entry.FocusGained()
	if got := entry.SelectedText(); got != "" {
		t.Errorf("back in the window %q is selected", got)
	}
}

func TestDay_AnEmptyDateOpensAtTheDayOfTheRegister(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.Field("Tanggal mulai").Focus()
	d.Press(fyne.KeyDown)
	d.Sees("Maret 2031")
}
