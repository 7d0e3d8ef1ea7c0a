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
	register.Ask(a.window, said[0], said[1]+"\n\n"+a.session.Path, nil,
		register.Answer{Label: w.Say("moved.put_back"), Main: true, Do: closed(func() { a.putBack(a.session.Path, nil) })},
		register.Answer{Label: w.Say("moved.elsewhere"), Do: closed(a.saveElsewhere)},
		register.Answer{Label: w.Say("action.close"), Do: closed(nil)})
}

// putBack saves the open register at a path and goes on there. Done hears what failed; nil shows it over the window.
func (a *App) putBack(path string, done func(error)) {
	s, w := a.session, a.words
	task.Run(a.Tasks, func(ctx context.Context) (string, error) { return s.PutBack(ctx, path) }, func(aside string, err error) {
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
		a.Log.Warn("register put back", "elsewhere", path != s.Path, "aside", aside != "")
		switch {
		case path != s.Path:
			register.Ask(a.window, w.Say("moved.is_elsewhere", path), w.Say("moved.is_elsewhere_hint", s.Path), nil,
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
	s := saving{name: filepath.Base(a.session.Path), folder: &folder}
	var curtain func(shown bool)
	curtain = ask(a, s, question[saving]{entity: "file", title: w.Say("moved.elsewhere"), text: w.Say("moved.elsewhere_text"), do: w.Say("action.save"),
		groups: []form.Group[saving]{{Lines: []form.Line[saving]{
			form.Text("file_name", func(x *saving) *string { return &x.name }).Must(),
			form.Note(func(x *saving) fyne.CanvasObject { return a.folderLine(x.folder, func(shown bool) { curtain(shown) }) }),
		}}},
		submit: a.submitElsewhere})
}

func (a *App) submitElsewhere(s saving, done func(error)) {
	name := strings.TrimSpace(s.name)
	if !fileName(name) {
		done(model.Problems{{Field: "file_name", Code: "file_name"}})
		return
	}
	if filepath.Ext(name) == "" {
		name += ".db"
	}
	a.putBack(filepath.Join(*s.folder, name), func(err error) {
		if errors.Is(err, fs.ErrExist) {
			err = model.Problems{{Field: "file_name", Code: "file_taken"}}
		}
		done(err)
	})
}
