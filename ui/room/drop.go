package room

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
)

// fileTarget is a button that asks for a file, and takes one that is dropped on the window as if it had been chosen: the system
// knows no button, and tells only the place.
type fileTarget struct {
	button *look.Button
	choose func()
	// over says that it stands in a question, which lies over the window.
	over bool
}

// targetsKept is how many buttons are remembered; those that went with their page are passed by.
const targetsKept = 24

// FileButton is a button of a page by which a file is chosen. A file can be dropped there too.
func (d Desk) FileButton(label string, choose func()) *look.Button {
	return d.fileButton(label, false, choose)
}

// QuestionFileButton is one in a question, which lies over the window.
func (d Desk) QuestionFileButton(label string, choose func()) *look.Button {
	return d.fileButton(label, true, choose)
}

func (d Desk) fileButton(label string, over bool, choose func()) *look.Button {
	m := d.Memory()
	b := look.NewButtonWithIcon(label, theme.UploadIcon(), choose)

	m.targets = append(m.targets, fileTarget{b, choose, over})
	m.targets = m.targets[max(0, len(m.targets)-targetsKept):]
	return b
}

// Drop hands a file that was dropped at a place of the window to the nearest button there that asks for one. It reports whether
// there was any.
func (d Desk) Drop(file fyne.URI, at fyne.Position) bool {
	driver := fyne.CurrentApp().Driver()
	asked := d.Window.Canvas().Overlays().Top() != nil
	var nearest fileTarget
	least := float32(-1)

	for _, t := range d.Memory().targets {
		if t.over != asked || t.button.Disabled() || driver.CanvasForObject(t.button) == nil || !look.Shown(t.button) {
			continue
		}

		away := driver.AbsolutePositionForObject(t.button).Subtract(at)
		if far := away.X*away.X + away.Y*away.Y; least < 0 || far < least {
			nearest, least = t, far
		}
	}

	if least < 0 {
		return false
	}

	d.give(file, nearest)
	return true
}

// give lets a button take a dropped file. Where it asks something first, the file is not kept: what comes after the answer may be
// about another record.
func (d Desk) give(file fyne.URI, to fileTarget) {
	m := d.Memory()
	m.dropped = file
	to.choose()
	m.dropped = nil
}

// DropAfter hands a dropped file to the button that show brings onto the screen, and reports whether it brought one. What was never
// drawn has no place yet.
func (d Desk) DropAfter(file fyne.URI, show func() bool) bool {
	m := d.Memory()
	before := len(m.targets)
	var last *look.Button
	if before > 0 {
		last = m.targets[before-1].button
	}

	if !show() || len(m.targets) == 0 {
		return false
	}
	newest := m.targets[len(m.targets)-1]
	if newest.button == last || newest.over {
		return false
	}

	d.give(file, newest)
	return true
}
