package room

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// NikLines edit a NIK. A stored one stands there masked; it is replaced by typing another one, and shown whole beside its
// input when somebody asks, which the register logs.
func NikLines[T any](d Desk, table string, id func(*T) model.ID, at func(*T) *string) []form.Line[T] {
	return []form.Line[T]{form.Text("nik", at).Hint("hint.nik"), form.Note(func(r *T) fyne.CanvasObject {
		if !model.NIKMasked(*at(r)) {
			return nil
		}
		return d.coveredNIK(table, id(r))
	})}
}

func (d Desk) coveredNIK(table string, id model.ID) fyne.CanvasObject {
	w := d.Words
	beside := look.Hint(w.Say("nik.logged"))
	var show *look.Button
	show = look.NewButtonWithIcon(w.Say("nik.show"), theme.VisibilityIcon(), func() {
		task.Run(d.Tasks, func(ctx context.Context) (string, error) { return d.NIK(ctx, table, id) }, func(nik string, err error) {
			if err != nil {
				d.Report(err)
				return
			}
			look.SetText(beside, nik, theme.ColorNameForeground, theme.SizeNameText, true)
			show.Disable()
		})
	})

	return container.NewBorder(nil, nil, show, nil, beside)
}
