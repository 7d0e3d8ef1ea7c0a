package form_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestChoice_TheListOpensAtWhatIsChosen(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	before := d.Field("Sektor").Text()
	d.Field("Sektor").Focus()
	d.Press(fyne.KeySpace)
	d.Press(fyne.KeyReturn)
	if got := d.Field("Sektor").Text(); got != before || d.changes != 0 {
		t.Errorf("opened and closed by keyboard, %q became %q with %d changes", before, got, d.changes)
	}

	d.Press(fyne.KeySpace)
	d.Press(fyne.KeyUp)
	d.Press(fyne.KeyReturn)
	above := d.Field("Sektor").Text()
	d.Press(fyne.KeySpace)
	d.Press(fyne.KeyDown)
	d.Press(fyne.KeyReturn)
	if got := d.Field("Sektor").Text(); above == before || got != before {
		t.Errorf("one up and one down from %q are %q and %q", before, above, got)
	}
}

func TestChoice_TheSameValueAgainIsNoChange(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	d.Choose("Sektor", d.Field("Sektor").Text())
	if d.changes != 0 {
		t.Errorf("choosing the same value counts as %d changes", d.changes)
	}
}
