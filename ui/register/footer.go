package register

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

// footer tells whether the record is saved, and saves it.
type footer struct {
	words  translations.Words
	object fyne.CanvasObject
	state  *widget.RichText
	save   *look.Button
	cancel *look.Button
	left   int // what is missing before a paper can be made
	// lead goes to the first of it, where the list of it has no room; nil while nothing is missing.
	lead func()
	// isSaved says that the record was just saved.
	isSaved bool
	fresh   bool // a new record, or a correction, can be cancelled before anything is typed
}

func newFooter(words translations.Words, save, cancel func()) *footer {
	f := &footer{words: words, state: look.Muted("")}
	f.save = look.NewMainButton(words.Say("action.save"), theme.DocumentSaveIcon(), save)
	f.cancel = look.NewButton(words.Say("action.cancel"), cancel)
	f.object = look.Border(nil, nil, nil, container.NewHBox(f.cancel, f.save), container.NewVBox(layout.NewSpacer(), look.NewTap(f.state, f.leads), layout.NewSpacer()))
	return f
}

// leads goes to the first thing that is missing before a paper can be made.
func (f *footer) leads() {
	if f.left > 0 && f.lead != nil {
		f.lead()
	}
}

func (f *footer) say(key string, colour fyne.ThemeColorName, args ...any) {
	text := ""
	if key != "" {
		text = f.words.Say(key, args...)
	}
	look.SetText(f.state, text, colour, theme.SizeNameText, false)
}

func (f *footer) dirty(dirty bool) {
	f.isSaved = false
	if dirty {
		f.save.Enable()
		f.cancel.Enable()
		f.say("form.unsaved", look.ColorMuted)
		return
	}

	f.save.Disable()
	if f.cancel.Disable(); f.fresh {
		f.cancel.Enable()
	}

	f.sayLeft()
}

func (f *footer) saving(on bool) {
	if on {
		f.save.Disable()
		f.say("form.saving", look.ColorMuted)
		return
	}
	f.save.Enable()
}

func (f *footer) saved() {
	f.dirty(false)
	f.isSaved = true
	f.sayLeft()
}

// gaps takes over how much is missing before a paper can be made.
func (f *footer) gaps(n int, lead func()) {
	f.left, f.lead = n, lead
	if f.isSaved || f.save.Disabled() {
		f.sayLeft()
	}
}

// sayLeft says that the record is saved, and what is missing still.
func (f *footer) sayLeft() {
	switch {
	case f.isSaved && f.left > 0:
		f.say("form.saved_gaps", theme.ColorNameSuccess, f.left)
	case f.isSaved:
		f.say("form.saved", theme.ColorNameSuccess)
	case f.left > 0:
		f.say("gaps.some", look.ColorMuted, f.left)
	default:
		f.say("", look.ColorMuted)
	}
}

func (f *footer) problems(homeless model.Problems, n int, wrong bool) {
	if !wrong {
		f.say("form.saved_with_warnings", theme.ColorNameWarning, n)
		return
	}

	if len(homeless) > 0 {
		look.SetText(f.state, form.Sentence(f.words, homeless[0]), theme.ColorNameError, theme.SizeNameText, false)
		return
	}

	if f.save.Disabled() { // nothing waits to be saved: a paper asks for it
		f.say("gaps.some", theme.ColorNameError, n)
		return
	}
	f.say("form.problems", theme.ColorNameError, n)
}
