package look_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
)

// relative is the relative luminance of WCAG 2.2.
func relative(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// ratio is the contrast of two colours, from 1 to 21.
func ratio(a, b color.Color) float64 {
	x := relative(a) + 0.05
	y := relative(b) + 0.05
	return max(x, y) / min(x, y)
}

// Text has 4.5 to 1 on every ground on which it stands, and what shows an input or where the keyboard is has 3 to 1 (WCAG 2.2,
// success criteria 1.4.3 and 1.4.11).
func TestTheme_EveryPairOfColoursHasItsContrast(t *testing.T) {
	type name = fyne.ThemeColorName
	grounds := []name{look.ColorSurface, theme.ColorNameBackground, look.ColorRow, look.ColorNav, look.ColorNavChosen, theme.ColorNameButton}
	inputs := []name{look.ColorSurface, theme.ColorNameBackground, theme.ColorNameInputBackground}

	for _, pairs := range []struct {
		least float64
		ink   []name
		on    []name
	}{
		{4.5, []name{theme.ColorNameForeground, look.ColorMuted, theme.ColorNamePrimary}, grounds},
		{4.5, []name{theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess, theme.ColorNamePlaceHolder}, inputs},
		{4.5, []name{theme.ColorNameForegroundOnPrimary}, []name{theme.ColorNamePrimary}},
		{3, []name{theme.ColorNameInputBorder}, inputs},
		{3, []name{theme.ColorNamePrimary}, append(grounds, inputs...)}, // the ring of the keyboard, and the mark of the open row
	} {
		for _, mode := range []string{"light", "dark"} {
			for _, ink := range pairs.ink {
				for _, ground := range pairs.on {
					t.Run(fmt.Sprintf("%s %s on %s", mode, ink, ground), func(t *testing.T) {
						th := look.Theme{Mode: mode}
						if got := ratio(th.Color(ink, 0), th.Color(ground, 0)); got < pairs.least {
							t.Errorf("%.2f to 1, less than %v", got, pairs.least)
						}
					})
				}
			}
		}
	}
}

func TestChip_EveryToneCanBeRead(t *testing.T) {
	for _, dark := range []bool{false, true} {
		for _, tone := range []look.Tone{look.Plain, look.Good, look.Soon, look.Late, look.Busy} {
			ground, ink := look.ToneColors(tone, dark)
			if got := ratio(ground, ink); got < 4.5 {
				t.Errorf("tone %d, dark %v: %.2f to 1", tone, dark, got)
			}
		}
	}
}
