package room

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/task"
)

// pick asks by the system's own dialog, which knows the person's places and drives, and turns the choice into what is wanted of
// it, beside the window. Where the system has no dialog, the toolkit's comes instead.
func pick[T any](d Desk, p Picking, read func(path string) (T, error), picked func(T, error), toolkit func()) {
	ask := d.System().Picker(d.Window)
	if ask == nil {
		toolkit()
		return
	}

	if d.Memory().picking {
		return // the system's dialog is open, and not every desktop keeps the window behind it from clicks
	}

	d.Memory().picking = true
	task.Run(d.Tasks, func(ctx context.Context) (t T, err error) {
		path, err := ask(ctx, p)
		if err != nil || path == "" {
			return t, err
		}
		return read(path)
	}, func(t T, err error) {
		d.Memory().picking = false
		switch {
		case errors.Is(err, context.Canceled):
			// the window is left
		case errors.Is(err, ErrNoDialog):
			toolkit()
		default:
			picked(t, err)
		}
	})
}

// PickPicture asks for a picture and opens it; without a choice it hands over none.
func (d Desk) PickPicture(picked func(fyne.URIReadCloser, error)) {
	d.open("", []string{".png", ".jpg", ".jpeg"}, picked)
}

// open asks for a file, beginning in a folder or in that of the last choice. One that was dropped on the window is taken instead.
func (d Desk) open(folder string, ends []string, picked func(fyne.URIReadCloser, error)) {
	if file := d.Memory().dropped; file != nil {
		d.Memory().dropped = nil
		task.Run(d.Tasks, func(context.Context) (fyne.URIReadCloser, error) { return storage.Reader(file) }, picked)
		return
	}

	p := Picking{Title: d.Words.Say("file.open"), Folder: folder, Ends: ends, Kind: d.Words.Say("file.kind")}
	pick(d, p, func(path string) (fyne.URIReadCloser, error) { return storage.Reader(storage.NewFileURI(path)) }, picked, func() {
		dialog := dialog.NewFileOpen(picked, d.Window)
		begin(dialog, folder)
		dialog.SetFilter(storage.NewExtensionFileFilter(ends))
		d.ShowFiles(dialog)
	})
}

// pickFolder asks for a folder, beginning in one. Without a choice it hands over "". Over says when the toolkit's dialog comes
// over the window, and when it has gone.
func (d Desk) pickFolder(folder string, over func(bool), picked func(string, error)) {
	p := Picking{Title: d.Words.Say("file.choose_folder"), Folder: folder}
	pick(d, p, func(path string) (string, error) { return path, nil }, picked, func() {
		over(true)
		dialog := dialog.NewFolderOpen(func(place fyne.ListableURI, err error) {
			over(false)
			if err != nil || place == nil {
				picked("", err)
				return
			}
			picked(filepath.FromSlash(place.Path()), nil)
		}, d.Window)
		begin(dialog, folder)
		d.ShowFiles(dialog)
	})
}

// begin lets a dialog of the toolkit show a folder first, when there is one.
func begin(d *dialog.FileDialog, folder string) {
	if folder == "" {
		return
	}
	if place, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(place)
	}
}

// ShowFiles shows a dialog of the toolkit for files as the rest of the window behaves: its places speak the window's
// language, the arrow keys and Enter go through its rows, and Esc closes it.
func (a Desk) ShowFiles(d *dialog.FileDialog) {
	d.Show()
	d.SetView(dialog.ListView)
	c := a.Window.Canvas()
	popup, ok := contentOf(c.Overlays().Top()).(*widget.PopUp)
	d.Resize(a.dialogSize())
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
				keys.open = x
				keys.folders = !x.Disabled()
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

// contentOf is what lies inside a layer over the window: the last thing that it draws. A layer takes the place where its content
// lies when it is drawn for one that somebody chose; it is asked a second time with the content at its beginning, so that it goes
// on centring it.
func contentOf(layer fyne.CanvasObject) fyne.CanvasObject {
	w, ok := layer.(fyne.Widget)
	if !ok {
		return nil
	}

	drawn := w.CreateRenderer().Objects()
	if len(drawn) == 0 {
		return nil
	}

	content := drawn[len(drawn)-1]
	content.Move(fyne.Position{})
	w.CreateRenderer()
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
