package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// nikLines edit a NIK. A stored one stands there masked; it is replaced by typing another one, and shown whole beside its
// input when somebody asks, which the register logs.
func nikLines[T any](a *App, table string, id func(*T) model.ID, at func(*T) *string) []form.Line[T] {
	return []form.Line[T]{form.Text("nik", at).Hint("hint.nik"), form.Note(func(r *T) fyne.CanvasObject {
		if !model.NIKMasked(*at(r)) {
			return nil
		}
		return a.coveredNIK(table, id(r))
	})}
}

func (a *App) coveredNIK(table string, id model.ID) fyne.CanvasObject {
	w, session := a.words, a.session
	beside := look.Hint(w.Say("nik.logged"))
	var show *widget.Button
	show = widget.NewButtonWithIcon(w.Say("nik.show"), theme.VisibilityIcon(), func() {
		task.Run(a.Tasks, func(ctx context.Context) (string, error) { return session.Care.NIK(ctx, table, id) }, func(nik string, err error) {
			if err != nil {
				a.report(err)
				return
			}
			look.SetText(beside, nik, theme.ColorNameForeground, theme.SizeNameText, true)
			show.Disable()
		})
	})
	return container.NewBorder(nil, nil, show, nil, beside)
}
