package form_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// pressable is an input as the mouse meets it.
type pressable interface {
	fyne.CanvasObject
	fyne.Focusable
	desktop.Mouseable
}

// input gives the input beside a label, and leaves the cursor in another.
func (d *desk) input(label, other string) pressable {
	d.Field(label).Focus()
	in := d.window.Canvas().Focused().(pressable)
	d.Field(other).Focus()
	return in
}

// The release of the button takes the cursor away where it falls beside the input.
func TestForm_ThePageStandsStillWhileTheButtonIsDownOnAnInput(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	in := d.input("Nilai", "Tentang")
	page := d.form.Object().(*container.Scroll)
	top := func() float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(in).Y }
	page.ScrollToOffset(fyne.Position{})
	d.window.Resize(fyne.NewSize(700, top()+14)) // the input is cut at the page's lower edge
	before := top()
	left := len(d.left)
	event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(30, 8)}, Button: desktop.MouseButtonPrimary}
	in.MouseDown(event)
	if y := top(); y != before || d.window.Canvas().Focused() != fyne.Focusable(in) {
		t.Errorf("while the button is down the input stands at %v, not at %v", y, before)
	}
	if len(d.left) != left {
		t.Error("notes under the input that was left can move the page while the button is down")
	}

	in.MouseUp(event)
	if y := top(); y >= before {
		t.Errorf("after the click the input stays cut, at %v", y)
	}
	if len(d.left) != left+1 || d.left[left] != "title" {
		t.Errorf("left were %q", d.left[left:])
	}
}

// A button that is released over another window never comes: the first key ends it.
func TestForm_AKeyEndsAPressThatWasNeverReleased(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	in := d.input("Nilai", "Tentang")
	left := len(d.left)
	in.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	in.(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: fyne.KeyA})
	if len(d.left) != left+1 {
		t.Errorf("left were %q", d.left[left:])
	}
}
