package ui

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// moved says that the register's file has left its place, and offers to put the open register back or to save it
// elsewhere. What was typed stays in its inputs, to be saved then.
func (a *App) moved(err error) {
	if a.movedShown {
		return
	}

	a.movedShown = true
	said := a.told(err)
	w := a.words
	closed := func(then func()) func() {
		return func() {
			a.movedShown = false
			if then != nil {
				then()
			}
		}
	}
	register.Ask(a.window, said[0], said[1]+"\n\n"+a.session.Frame.Path, nil,
		register.Answer{Label: w.Say("moved.put_back"), Main: true, Do: closed(func() { displaced{a}.putBack(a.session.Frame.Path, nil) })},
		register.Answer{Label: w.Say("moved.elsewhere"), Do: closed(displaced{a}.saveElsewhere)},
		register.Answer{Label: w.Say("action.close"), Do: closed(nil)})
}

// displaced is an open register whose file has left its place.
type displaced struct{ app *App }

// putBack saves the open register at a path and goes on there. Done hears what failed; nil shows it over the window.
func (d displaced) putBack(path string, done func(error)) {
	s, w := d.app.session, d.app.words
	task.Run(d.app.Tasks, func(ctx context.Context) (string, error) { return s.Frame.PutBack(ctx, path) }, func(aside string, err error) {
		switch {
		case done != nil:
			done(err)
		case err != nil:
			d.app.report(err)
		}

		if err != nil {
			return
		}

		d.app.ailing = ""
		d.app.Log.Warn("register put back", "elsewhere", path != s.Frame.Path, "aside", aside != "")
		switch {
		case path != s.Frame.Path:
			register.Ask(d.app.window, w.Say("moved.is_elsewhere", path), w.Say("moved.is_elsewhere_hint", s.Frame.Path), nil,
				register.Answer{Label: w.Say("action.close"), Main: true})
		case aside != "":
			d.app.notify(w.Say("moved.is_back_aside", filepath.Base(aside)), "", nil)
		default:
			d.app.notify(w.Say("moved.is_back"), "", nil)
		}
	})
}

// saveElsewhere asks for name and folder of another place.
func (d displaced) saveElsewhere() {
	w := d.app.words
	folder := d.app.App.Preferences().StringWithFallback("folder", d.app.System.Documents())
	s := room.Saving{Name: filepath.Base(d.app.session.Frame.Path), Folder: &folder}
	var curtain func(shown bool)
	curtain = room.Ask(d.app.desk(), s, room.Question[room.Saving]{Entity: "file", Title: w.Say("moved.elsewhere"), Text: w.Say("moved.elsewhere_text"), Do: w.Say("action.save"),
		Groups: []form.Group[room.Saving]{{Lines: []form.Line[room.Saving]{
			form.Text("file_name", func(x *room.Saving) *string { return &x.Name }).Must(),
			form.Note(func(x *room.Saving) fyne.CanvasObject {
				return d.app.desk().FolderLine(x.Folder, func(shown bool) { curtain(shown) })
			}),
		}}},
		Submit: d.submitElsewhere})
}

func (d displaced) submitElsewhere(s room.Saving, done func(error)) {
	name := strings.TrimSpace(s.Name)
	if !room.FileName(name) {
		done(model.Problems{{Field: "file_name", Code: "file_name"}})
		return
	}

	if filepath.Ext(name) == "" {
		name += ".db"
	}

	d.putBack(filepath.Join(*s.Folder, name), func(err error) {
		if errors.Is(err, fs.ErrExist) {
			err = model.Problems{{Field: "file_name", Code: "file_taken"}}
		}
		done(err)
	})
}
