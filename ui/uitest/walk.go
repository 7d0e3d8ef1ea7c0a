// Package uitest stands in for a person at the window in tests: it reads what is shown and acts on it by its words.
// It knows no screen and no record.
package uitest

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// path is an object with the objects around it, the outermost first.
type path []fyne.CanvasObject

// walk visits what is visible in o, from top to bottom. It does not go into an object for which visit returns false.
func walk(o fyne.CanvasObject, around path, visit func(fyne.CanvasObject, path) bool) {
	if o == nil || !o.Visible() || !visit(o, around) {
		return
	}

	inside := append(slices.Clone(around), o)
	switch c := o.(type) {
	case *fyne.Container:
		for _, child := range c.Objects {
			walk(child, inside, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(c).Objects() {
			walk(child, inside, visit)
		}
	}
}

// textOf returns the text of an object that shows one, and whether it does.
func textOf(o fyne.CanvasObject) (string, bool) {
	switch x := o.(type) {
	case *widget.RichText:
		return written(x.Segments), true
	case *canvas.Text:
		return x.Text, true
	case *look.Chip:
		return x.Text, true
	case *look.FilterChip:
		return x.Text, true
	}
	return "", false
}

// written is what rich text says, with the items of its lists.
func written(segments []widget.RichTextSegment) string {
	var all strings.Builder
	for _, s := range segments {
		if block, ok := s.(widget.RichTextBlock); ok {
			all.WriteString(written(block.Segments()))
			continue
		}
		all.WriteString(s.Textual())
	}

	return all.String()
}

// Texts returns every text that is visible in an object, in reading order.
func Texts(o fyne.CanvasObject) []string {
	var all []string
	walk(o, nil, func(o fyne.CanvasObject, _ path) bool {
		text, ok := textOf(o)
		if ok && text != "" {
			all = append(all, text)
		}
		return !ok
	})

	return all
}

// hiddenTexts are the texts of an object that is hidden itself.
func hiddenTexts(o fyne.CanvasObject) []string {
	if text, ok := textOf(o); ok {
		return []string{text}
	}

	var all []string
	if w, ok := o.(fyne.Widget); ok {
		for _, child := range test.WidgetRenderer(w).Objects() {
			all = append(all, Texts(child)...)
		}
	}

	return all
}

// tappable returns the innermost object that reacts to a click, or nil; one that is disabled does not react.
func tappable(around path) fyne.Tappable {
	for _, o := range slices.Backward(around) {
		t, ok := o.(fyne.Tappable)
		if chip, only := o.(*look.Chip); !ok || only && chip.OnTapped == nil {
			continue
		}

		switch o.(type) {
		case *widget.PopUp, interface{ SetCanvas(fyne.Canvas) }:
			return nil // a click beside what lies over the window
		}

		if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
			return nil
		}
		return t
	}
	return nil
}

// isInput reports whether an object takes typed text; its text is no word to click on.
func isInput(o fyne.CanvasObject) bool {
	_, ok := o.(interface{ SetPlaceHolder(string) })
	return ok
}
