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
	said, w := a.told(err), a.words
	closed := func(then func()) func() {
		return func() {
			a.movedShown = false
			if then != nil {
				then()
			}
		}
	}
	register.Ask(a.window, said[0], said[1]+"\n\n"+a.session.Frame.Path, nil,
		register.Answer{Label: w.Say("moved.put_back"), Main: true, Do: closed(func() { a.putBack(a.session.Frame.Path, nil) })},
		register.Answer{Label: w.Say("moved.elsewhere"), Do: closed(a.saveElsewhere)},
		register.Answer{Label: w.Say("action.close"), Do: closed(nil)})
}

// putBack saves the open register at a path and goes on there. Done hears what failed; nil shows it over the window.
func (a *App) putBack(path string, done func(error)) {
	s, w := a.session, a.words
	task.Run(a.Tasks, func(ctx context.Context) (string, error) { return s.Frame.PutBack(ctx, path) }, func(aside string, err error) {
		switch {
		case done != nil:
			done(err)
		case err != nil:
			a.report(err)
		}
		if err != nil {
			return
		}
		a.ailing = ""
		a.Log.Warn("register put back", "elsewhere", path != s.Frame.Path, "aside", aside != "")
		switch {
		case path != s.Frame.Path:
			register.Ask(a.window, w.Say("moved.is_elsewhere", path), w.Say("moved.is_elsewhere_hint", s.Frame.Path), nil,
				register.Answer{Label: w.Say("action.close"), Main: true})
		case aside != "":
			a.notify(w.Say("moved.is_back_aside", filepath.Base(aside)), "", nil)
		default:
			a.notify(w.Say("moved.is_back"), "", nil)
		}
	})
}

// saveElsewhere asks for name and folder of another place.
func (a *App) saveElsewhere() {
	w := a.words
	folder := a.App.Preferences().StringWithFallback("folder", a.System.Documents())
	s := room.Saving{Name: filepath.Base(a.session.Frame.Path), Folder: &folder}
	var curtain func(shown bool)
	curtain = room.Ask(a.desk(), s, room.Question[room.Saving]{Entity: "file", Title: w.Say("moved.elsewhere"), Text: w.Say("moved.elsewhere_text"), Do: w.Say("action.save"),
		Groups: []form.Group[room.Saving]{{Lines: []form.Line[room.Saving]{
			form.Text("file_name", func(x *room.Saving) *string { return &x.Name }).Must(),
			form.Note(func(x *room.Saving) fyne.CanvasObject {
				return a.desk().FolderLine(x.Folder, func(shown bool) { curtain(shown) })
			}),
		}}},
		Submit: a.submitElsewhere})
}

func (a *App) submitElsewhere(s room.Saving, done func(error)) {
	name := strings.TrimSpace(s.Name)
	if !room.FileName(name) {
		done(model.Problems{{Field: "file_name", Code: "file_name"}})
		return
	}
	if filepath.Ext(name) == "" {
		name += ".db"
	}
	a.putBack(filepath.Join(*s.Folder, name), func(err error) {
		if errors.Is(err, fs.ErrExist) {
			err = model.Problems{{Field: "file_name", Code: "file_taken"}}
		}
		done(err)
	})
}
