package ui

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// saving is what the form for a file asks: its name and its folder.
type saving struct {
	name   string
	folder *string
	// taken is the name that stands in the folder already; saving under it once more replaces that file.
	taken *string
	// then follows once the file is written.
	then []func()
}

// saveAs asks for name and folder and writes a file there. The folder is proposed the next time.
func (a *App) saveAs(name string, content []byte) { a.saveFile(name, content) }

// saveFile is saveAs with what follows once the file is written.
func (a *App) saveFile(name string, content []byte, then ...func()) {
	w := a.words
	folder := a.App.Preferences().StringWithFallback("folder", a.System.Documents())
	s := saving{name: name, folder: &folder, taken: new(string), then: then}
	var curtain func(shown bool)
	curtain = ask(a, s, question[saving]{entity: "file", title: w.Say("file.save"), do: w.Say("action.save"),
		groups: []form.Group[saving]{{Lines: []form.Line[saving]{
			form.Text("file_name", func(x *saving) *string { return &x.name }).Must(),
			form.Note(func(x *saving) fyne.CanvasObject { return a.folderLine(x.folder, func(shown bool) { curtain(shown) }) }),
		}}},
		submit: func(s saving, done func(error)) { a.save(s, filepath.Ext(name), content, done) }})
}

// folderLine shows the folder and picks another one. The form gives way to the choice and comes back with it.
func (a *App) folderLine(folder *string, curtain func(shown bool)) fyne.CanvasObject {
	shown := look.Paragraph(*folder, theme.ColorNameForeground, theme.SizeNameText, false)
	pick := widget.NewButtonWithIcon(a.words.Say("file.folder"), theme.FolderOpenIcon(), func() {
		curtain(false)
		open := dialog.NewFolderOpen(func(place fyne.ListableURI, err error) {
			curtain(true)
			if err == nil && place != nil {
				*folder = filepath.FromSlash(place.Path())
				look.SetText(shown, *folder, theme.ColorNameForeground, theme.SizeNameText, false)
			}
		}, a.window)
		if place, err := storage.ListerForURI(storage.NewFileURI(*folder)); err == nil {
			open.SetLocation(place)
		}
		a.showFiles(open)
	})
	return container.NewBorder(nil, nil, nil, container.NewCenter(pick), shown)
}

// save writes the file; what cannot be is said under its name, and the form stays open.
func (a *App) save(s saving, end string, content []byte, done func(error)) {
	wrong := func(code string) { done(model.Problems{{Field: "file_name", Code: code}}) }
	name := strings.TrimSpace(s.name)
	switch {
	case name == "":
		wrong(model.CodeRequired)
		return
	case !fileName(name):
		wrong("file_name")
		return
	case !strings.EqualFold(filepath.Ext(name), end):
		name += end
	}
	folder, replace := *s.folder, *s.taken == name
	task.Run(a.Tasks, func(context.Context) (bool, error) { return true, a.System.Save(folder, name, content, replace) },
		func(_ bool, err error) {
			switch {
			case errors.Is(err, fs.ErrExist):
				*s.taken = name
				wrong("file_exists")
			case err != nil && slices.Contains([]string{"unknown", "file_forbidden", "file_absent"}, ErrorKey(err)):
				wrong("file_refused")
			case err != nil:
				done(err) // a full disk is no fault of the folder
			default:
				a.App.Preferences().SetString("folder", folder)
				done(nil)
				a.notify(a.words.Say("file.saved", name), "", nil)
				for _, do := range s.then {
					do()
				}
			}
		})
}

// fileName reports whether every system takes a text as the name of a file.
func fileName(name string) bool {
	return !strings.ContainsAny(name, `<>:"/\|?*`) && strings.Trim(name, ". ") != "" &&
		!strings.ContainsFunc(name, func(r rune) bool { return r < ' ' })
}
