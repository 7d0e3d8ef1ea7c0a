package ui

import (
	"fyne.io/fyne/v2"
)

// comeBack opens the window as it was left: as large, and with the place that was open.
func (a *App) comeBack() {
	p := a.App.Preferences()
	a.window.Resize(fyne.NewSize(float32(p.FloatWithFallback("width", 1180)), float32(p.FloatWithFallback("height", 740))))
	a.place = "home"
	if place := p.String("place"); place != "" {
		a.place = place
	}
}

// rememberWindow keeps for the next start how the window is left. One that fills the screen comes back so; when it no
// longer does, it has the size that it had before.
func (a *App) rememberWindow() {
	p := a.App.Preferences()
	p.SetString("place", a.place)
	canvas := a.window.Canvas()
	size := canvas.Size()
	full := a.System.Fills(int(size.Width*canvas.Scale()), int(size.Height*canvas.Scale()))
	p.SetBool("maximised", full)
	if !full {
		p.SetFloat("width", float64(size.Width))
		p.SetFloat("height", float64(size.Height))
	}
}
