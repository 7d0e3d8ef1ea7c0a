package ui

import "fyne.io/fyne/v2"

// Drop takes files that were dropped at a place of the window: as if they had been chosen by the button there that asks for a file,
// else by the one on the page of the open record where files belong. What cannot be taken is said.
func (a *App) Drop(at fyne.Position, files []fyne.URI) {
	if len(files) == 0 || a.session == nil {
		return
	}

	d := a.desk()
	if len(files) > 1 {
		d.Notify(a.words.Say("drop.one"), "", nil)
		return
	}

	if d.Drop(files[0], at) {
		return
	}

	s, ok := a.places[a.place].(interface{ ShowFiles() bool })
	if ok && a.window.Canvas().Overlays().Top() == nil && d.DropAfter(files[0], s.ShowFiles) {
		return
	}
	d.Notify(a.words.Say("drop.nowhere"), "", nil)
}
