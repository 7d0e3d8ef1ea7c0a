package form_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/form"
)

// TestEntry_ItsHintIsCutToTheRoomAndComesBackWithIt: a hint that is longer than the input would be scrolled, with a bar below it.
func TestEntry_ItsHintIsCutToTheRoomAndComesBackWithIt(t *testing.T) {
	test.NewTempApp(t)
	e := form.NewEntry(false)
	e.Icon = theme.SearchIcon()
	const hint = "Cari nomor, judul, mitra …"
	e.SetPlaceHolder(hint)
	least := e.MinSize().Height
	for _, width := range []float32{400, 160, 90, 30, 400} {
		e.Resize(fyne.NewSize(width, least))
		shown := e.PlaceHolder
		if got := fyne.MeasureText(shown, theme.TextSize(), fyne.TextStyle{}).Width; got > width {
			t.Errorf("in %g: %q is %g wide", width, shown, got)
		}
		if e.Hint() != hint || width == 400 && shown != hint || width < 200 && !strings.HasPrefix(hint, strings.TrimSuffix(shown, "…")) {
			t.Errorf("in %g: %q of %q", width, shown, e.Hint())
		}
	}
}
