// Package register shows records: a list with search, filters and sorting beside the form of the chosen record.
// It works for any record of a model.Register and knows none of them by name.
package register

import (
	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/task"
)

// Env is what all screens share.
type Env struct {
	Window fyne.Window
	Words  translations.Words
	Tasks  *task.Runner
	// Report shows an error in words, and logs it when it was not expected.
	Report func(error)
	// Notify shows a short sentence at the foot of the window, with an action such as "undo" or "" for none.
	Notify func(sentence, action string, act func())
	// Undoable lets the key that takes back do act, where what was done is said elsewhere than at the foot of the window.
	Undoable func(act func())
	// SaveAs asks for a place and writes a file there; nil where there is none to ask.
	SaveAs func(name string, content []byte)
	// Today is the day on which the register lives.
	Today func() model.Date
}
