package room

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
)

// FileLine picks a file within a question: none says that there is none yet, pick is the button. The question gives way to
// the choice and comes back with the file's name, or with why it cannot be taken.
func (d Desk) FileLine(none, pick string, file *model.File, curtain func(shown bool), choose func(picked func(model.File, error))) fyne.CanvasObject {
	w := d.Words
	name := look.Paragraph(w.Say(none), look.ColorMuted, theme.SizeNameText, false)
	button := d.QuestionFileButton(w.Say(pick), func() {
		curtain(false)
		choose(func(f model.File, err error) {
			curtain(true)
			switch {
			case err != nil:
				said, _, _ := Explain(w, err)
				look.SetText(name, said, theme.ColorNameError, theme.SizeNameText, false)
			case f.Name != "":
				*file = f
				look.SetText(name, Joined(f.Name, w.Size(int64(len(f.Body)))), theme.ColorNameForeground, theme.SizeNameText, false)
			}
		})
	})

	return container.NewBorder(nil, nil, container.NewCenter(button), nil, name)
}
