package look_test

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// luminance is the light of a colour as the accessibility guidelines count it, from 0 to 1.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		x := float64(v) / 0xFFFF
		return x * x // close to the curve of screens
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

// contrast is the greatest contrast between two pictures at one place.
func contrast(a, b image.Image) float64 {
	most := 1.0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			p := luminance(a.At(x, y)) + 0.05
			q := luminance(b.At(x, y)) + 0.05
			most = max(most, p/q, q/p)
		}
	}

	return most
}

func TestFocus_IsSeenOnEveryKindOfControlInLightAndDark(t *testing.T) {
	danger := look.NewMainButton("Hapus", nil, nil)
	danger.Importance = widget.DangerImportance
	quiet := widget.NewButton("Batal", nil)
	quiet.Importance = widget.LowImportance
	controls := map[string]fyne.Focusable{"main": look.NewMainButton("Simpan", nil, nil), "danger": danger, "button": widget.NewButton("Kembali", nil),
		"quiet": quiet, "chip": look.NewFilterChip("Konsep", look.Plain, nil), "row": look.NewTap(look.Muted("Riwayat"), nil),
		"choice": widget.NewSelect([]string{"a"}, nil), "box": widget.NewCheck("ya", nil), "text": widget.NewEntry()}

	for _, mode := range []string{"light", "dark"} {
		test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: mode})
		for name, control := range controls {
			w := test.NewTempWindow(t, container.NewStack(look.NewGround(look.ColorSurface), container.NewCenter(look.Fixed(120, 0, control.(fyne.CanvasObject)))))
			w.Resize(fyne.NewSize(200, 80))
			control.(fyne.CanvasObject).Refresh()
			before := w.Canvas().Capture()
			w.Canvas().Focus(control)
			if got := contrast(before, w.Canvas().Capture()); got < 1.5 {
				t.Errorf("%s: the focus of the %s changes the picture by %.2f only", mode, name, got)
			}

			w.Canvas().Unfocus()
		}
	}
}
