package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

// The window can be as small as a screen of 1024×640, in either language and in text of any size: nothing in it, and nothing
// that lies over it, wants more.
func TestWidth_EveryScreenFitsASmallWindow(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, scale := range []float64{0.9, 1, 1.25, 1.5} {
			c := letterBox(t)
			c.Tap("Beranda")
			c.window.Resize(fyne.NewSize(1920, 1080)) // where the list stands beside the record
			c.app.SetLook("light", scale)
			c.app.SetLanguage(language)
			seen := 0
			c.tour(words(t, language), func(where string) {
				seen++
				c.window.Resize(fyne.NewSize(1024, 640))
				defer c.window.Resize(fyne.NewSize(1920, 1080))
				need := c.window.Content().MinSize()
				for _, over := range c.window.Canvas().Overlays().List() {
					need = need.Max(over.MinSize())
				}
				if need.Width > 1024 || need.Height > 640 {
					t.Errorf("%s in %s at %v wants %v×%v", where, language, scale, need.Width, need.Height)
				}
			})
			if seen < 30 {
				t.Errorf("only %d screens were seen", seen)
			}
		}
	}
}
