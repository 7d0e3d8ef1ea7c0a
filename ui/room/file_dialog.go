package room

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// ShowFiles shows a dialog of the toolkit for files as the rest of the window behaves: its places speak the window's
// language, the arrow keys and Enter go through its rows, and Esc closes it.
func (a Desk) ShowFiles(d *dialog.FileDialog) {
	d.Show()
	d.SetView(dialog.ListView)
	d.Resize(a.dialogSize())
	c := a.Window.Canvas()
	popup, ok := contentOf(c.Overlays().Top()).(*widget.PopUp)
	if !ok {
		return
	}
	content := popup.Content.(*fyne.Container)
	var lists []*widget.List
	keys := &fileKeys{dismiss: d.Dismiss}
	walk(content, func(o fyne.CanvasObject) {
		switch x := o.(type) {
		case *widget.List:
			lists = append(lists, x)
		case *widget.Button:
			if x.Importance == widget.HighImportance {
				keys.open, keys.folders = x, !x.Disabled()
			}
		}
	})
	if len(lists) < 2 || keys.open == nil {
		return
	}
	a.namePlaces(lists[0])
	keys.rows = lists[1]
	keys.ExtendBaseWidget(keys)
	content.Objects = append([]fyne.CanvasObject{keys}, content.Objects...)
	content.Refresh()
	for _, l := range lists {
		selected := l.OnSelected
		l.OnSelected = func(i int) { selected(i); c.Focus(keys) }
	}
	c.Focus(keys)
}

// namePlaces shows the places beside the files (home, documents …) in the window's language.
func (d Desk) namePlaces(places *widget.List) {
	show := places.UpdateItem
	places.UpdateItem = func(i int, o fyne.CanvasObject) {
		show(i, o)
		for _, part := range o.(*fyne.Container).Objects {
			label, ok := part.(*widget.Label)
			if !ok {
				continue
			}
			if key := "place." + strings.ReplaceAll(strings.ToLower(label.Text), " ", "_"); d.Words.Has(key) {
				label.SetText(d.Words.Say(key))
			}
		}
	}
	places.Refresh()
}

// contentOf is what lies inside a layer over the window. The toolkit has no other way to it than its field.
func contentOf(layer fyne.CanvasObject) fyne.CanvasObject {
	field := reflect.Indirect(reflect.ValueOf(layer)).FieldByName("Content")
	if !field.IsValid() {
		return nil
	}
	content, _ := field.Interface().(fyne.CanvasObject)
	return content
}

// walk visits an object and what lies inside it, from left to right.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	var inside []fyne.CanvasObject
	switch c := o.(type) {
	case *fyne.Container:
		inside = c.Objects
	case *container.Split:
		inside = []fyne.CanvasObject{c.Leading, c.Trailing}
	case *container.Scroll:
		inside = []fyne.CanvasObject{c.Content}
	}
	for _, child := range inside {
		walk(child, visit)
	}
}
