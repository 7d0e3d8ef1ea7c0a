package room

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// PickFolder asks for a folder, beginning in one.
func (d Desk) PickFolder(begin string, picked func(folder string)) {
	d.pickFolder(begin, func(bool) {}, func(folder string, err error) {
		if err != nil {
			d.Report(err)
		} else if folder != "" {
			picked(folder)
		}
	})
}

// Saving is what the form for a file asks: its name and its folder.
type Saving struct {
	Name   string
	Folder *string
	// taken is the name that stands in the folder already; saving under it once more replaces that file.
	Taken *string
	// then follows once the file is written.
	then []func()
}

// SaveFile asks for name and folder and writes a file there; then follows once it is written. The folder is proposed the next
// time.
func (d Desk) SaveFile(name string, content []byte, then ...func()) {
	w := d.Words
	folder := d.Settings().StringWithFallback("folder", d.System().Documents())
	s := Saving{Name: name, Folder: &folder, Taken: new(string), then: then}
	var curtain func(shown bool)
	curtain = Ask(d, s, Question[Saving]{Entity: "file", Title: w.Say("file.save"), Do: w.Say("action.save"),
		Groups: []form.Group[Saving]{{Lines: []form.Line[Saving]{
			form.Text("file_name", func(x *Saving) *string { return &x.Name }).Must(),
			form.Note(func(x *Saving) fyne.CanvasObject { return d.FolderLine(x.Folder, func(shown bool) { curtain(shown) }) }),
		}}},
		Submit: func(s Saving, done func(error)) { d.Save(s, filepath.Ext(name), content, done) }})
}

// FolderLine shows the folder and picks another one. The form gives way to the choice and comes back with it.
func (d Desk) FolderLine(folder *string, curtain func(shown bool)) fyne.CanvasObject {
	shown := look.Paragraph(*folder, theme.ColorNameForeground, theme.SizeNameText, false)
	pick := look.NewButtonWithIcon(d.Words.Say("file.folder"), theme.FolderOpenIcon(), func() {
		d.pickFolder(*folder, func(over bool) { curtain(!over) }, func(chosen string, err error) {
			if err == nil && chosen != "" {
				*folder = chosen
				look.SetText(shown, *folder, theme.ColorNameForeground, theme.SizeNameText, false)
			}
		})
	})

	return container.NewBorder(nil, nil, nil, container.NewCenter(pick), shown)
}

// Save writes the file; what cannot be is said under its name, and the form stays open.
func (d Desk) Save(s Saving, end string, content []byte, done func(error)) {
	wrong := func(code string) { done(model.Problems{{Field: "file_name", Code: code}}) }
	name := strings.TrimSpace(s.Name)
	switch {
	case name == "":
		wrong(model.CodeRequired)
		return
	case !FileName(name):
		wrong("file_name")
		return
	case !strings.EqualFold(filepath.Ext(name), end):
		name += end
	}

	folder := *s.Folder
	replace := *s.Taken == name
	task.Run(d.Tasks, func(context.Context) (bool, error) { return true, d.System().Save(folder, name, content, replace) },
		func(_ bool, err error) {
			switch {
			case errors.Is(err, fs.ErrExist):
				*s.Taken = name
				wrong("file_exists")
			case err != nil && slices.Contains([]string{"unknown", "file_forbidden", "file_absent"}, ErrorKey(err)):
				wrong("file_refused")
			case err != nil:
				done(err) // a full disk is no fault of the folder
			default:
				d.Settings().SetString("folder", folder)
				done(nil)
				d.Notify(d.Words.Say("file.saved", name), "", nil)
				for _, do := range s.then {
					do()
				}
			}
		})
}

// FileName reports whether every system takes a text as the name of a file.
func FileName(name string) bool {
	return !strings.ContainsAny(name, `<>:"/\|?*`) && strings.Trim(name, ". ") != "" &&
		!strings.ContainsFunc(name, func(r rune) bool { return r < ' ' })
}
