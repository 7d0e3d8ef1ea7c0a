package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (a *App) shortcuts() {
	c := a.window.Canvas()
	add := func(key fyne.KeyName, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
			if a.main != nil && c.Overlays().Top() == nil {
				do()
				a.desk().LetGo()
			}
		})
	}
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { // an input has its own
		if a.main != nil && c.Overlays().Top() == nil {
			a.strip.takeBack()
		}
	})
	add(fyne.KeyS, func() { a.places[a.place].Save() })
	add(fyne.KeyF, func() { a.places[a.place].FocusSearch() })
	add(fyne.KeyN, func() { a.places[a.place].Create() })
	add(fyne.KeyE, func() {
		if s, ok := a.places[a.place].(interface{ OpenForm() }); ok {
			s.OpenForm()
		}
	})
	for _, key := range []fyne.KeyName{fyne.KeyD, fyne.KeyL, fyne.KeyJ} { // of the mail list
		add(key, func() {
			if s, ok := a.places[a.place].(interface{ Press(fyne.KeyName) }); ok {
				s.Press(key)
			}
		})
	}
	add(fyne.KeyK, a.showSearch)
	add(fyne.KeyR, a.sync)
	c.SetOnTypedKey(a.unfocused)

	for i, key := range "1234567890" { // Ctrl+1 is the first place, Ctrl+0 the tenth
		add(fyne.KeyName(string(key)), func() {
			if listed := a.rooms.listed(); i < len(listed) {
				a.Go(listed[i].Name)
			}
		})
	}
}

// unfocused takes the keys while nothing has the keyboard, after a click beside all inputs: F1 opens the help, Esc closes
// what lies over the window, and a place takes those of its list.
func (a *App) unfocused(k *fyne.KeyEvent) {
	c := a.window.Canvas()
	over := c.Overlays().Top() != nil
	switch {
	case a.viewer.Turned(k):
	case k.Name == fyne.KeyF1 && !over:
		a.showHelp(a.place)
	case k.Name == fyne.KeyEscape && over:
		c.FocusNext()
		if f := c.Focused(); f != nil {
			f.TypedKey(k)
		}
	case a.main != nil && !over && c.Focused() == nil:
		if s, ok := a.places[a.place].(interface{ Unfocused(*fyne.KeyEvent) }); ok {
			s.Unfocused(k)
		}
	}
}
