package look_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"jejaring/ui/look"
)

func TestEnds_StandBelowEachOtherWhereThereIsNoRoom(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	left := canvas.NewRectangle(nil)
	right := canvas.NewRectangle(nil)
	left.SetMinSize(fyne.NewSize(300, 30))
	right.SetMinSize(fyne.NewSize(400, 40))
	box := container.New(&look.Ends{}, left, right)
	box.Resize(fyne.NewSize(900, 40))
	if right.Position() != fyne.NewPos(500, 0) || box.MinSize() != fyne.NewSize(400, 40) {
		t.Errorf("beside each other the right end is at %v, the height is %v", right.Position(), box.MinSize().Height)
	}

	box.Resize(fyne.NewSize(600, 70))
	if right.Position() != fyne.NewPos(0, 30) || box.MinSize() != fyne.NewSize(400, 70) {
		t.Errorf("below each other the right end is at %v, the height is %v", right.Position(), box.MinSize().Height)
	}
}

func TestScaled_GrowsWithTheTextAndNeverShrinks(t *testing.T) {
	app := test.NewTempApp(t)
	for scale, want := range map[float32]float32{0.9: 190, 1: 190, 1.5: 285} {
		app.Settings().SetTheme(look.Theme{Mode: "light", Scale: scale})
		if got := look.Scaled(190); got != want {
			t.Errorf("at %v the width is %v", scale, got)
		}
	}
}
