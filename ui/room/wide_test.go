package room_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"jejaring/ui/look"
	"jejaring/ui/room"
)

// Two panes stand side by side where there is room, and below each other where there is not; neither is ever cut.
func TestWide_PanesStandBelowEachOtherWhereItIsNarrow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light", Scale: 1})
	for width, beside := range map[float32]bool{900: true, 300: false} {
		left, right := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
		size := fyne.NewSize(width, 400)
		(&room.Wide{Share: 0.5, Gap: 16}).Layout([]fyne.CanvasObject{left, right}, size)
		if got := right.Position().Y == 0; got != beside {
			t.Errorf("at %v they are side by side: %v", width, got)
		}
		if end := right.Position().AddXY(right.Size().Width, right.Size().Height); end.X > width+1 || end.Y > size.Height+1 || left.Size().Width > width {
			t.Errorf("at %v the second ends at %v", width, end)
		}
		if !beside && left.Size().Width != width {
			t.Errorf("at %v the first is %v wide", width, left.Size().Width)
		}
	}
}
