package ui

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

// question is a small form over the window: what it asks, and what becomes of the answers.
type question[T any] struct {
	entity string
	// title, text and do are in words; do is the button. A title drops the dots of the entry that led to it.
	title, text, do string
	groups          []form.Group[T]
	// submit acts on the answers and calls done. Problems stay under their fields and the form stays open.
	submit func(rec T, done func(error))
	// check returns warnings about the answers, to be said while they are given; nil has none.
	check func(rec T) model.Problems
	// frozen are the fields that are shown as text; nil has none.
	frozen func(field string) bool
	danger bool
	// aside is a further button, such as the one that takes the subject away; it closes the form and does asideDo.
	aside   string
	asideDo func()
}

func (q question[T]) warnings(rec T) model.Problems {
	if q.check == nil {
		return nil
	}
	return q.check(rec)
}

// ask shows the form. It closes when submit is done without an error. The curtain that it returns hides the form while
// something else is asked, and shows it again as it was.
func ask[T any](a *App, rec T, q question[T]) (curtain func(shown bool)) {
	w := a.words
	var popup *widget.PopUp
	do := newEscapeButton(q.do, nil)
	do.Importance, do.escape = widget.HighImportance, func() { look.Close(popup) }
	var told objections
	var f *form.Form[T]
	f = form.New(w, q.entity, q.groups, form.Events{Left: func(field string) {
		rec, wrong := f.Record()
		f.Show(append(told.still(wrong, f.Typed()), q.warnings(rec)...), field, false)
	}, Escaped: func() { look.Close(popup) }, Today: a.today, Frozen: q.frozen, Submitted: func() {
		if !do.Disabled() {
			do.OnTapped()
		}
	}})
	f.Load(rec, nil)
	f.Show(q.warnings(rec), "", false)
	wrong := look.Paragraph("", theme.ColorNameError, theme.SizeNameCaptionText, false)
	wrong.Hide()
	if q.danger {
		do.Importance = widget.DangerImportance
	}
	do.OnTapped = func() {
		rec, problems := f.Record()
		told = objections{}
		if problems.Errors() != nil {
			f.Show(problems, "", true)
			return
		}
		do.Disable()
		do.SetText(w.Say("action.working"))
		typed := f.Typed()
		q.submit(rec, func(err error) {
			do.SetText(q.do)
			do.Enable()
			told = objections{model.AsProblems(err), typed}
			answered(a, popup, f, wrong, err)
		})
	}
	cancel := newEscapeButton(w.Say("action.back"), func() { look.Close(popup) })
	buttons := container.NewHBox(layout.NewSpacer(), do, cancel)
	if q.aside != "" {
		other := widget.NewButtonWithIcon(q.aside, theme.DeleteIcon(), func() { look.Close(popup); q.asideDo() })
		other.Importance = widget.LowImportance
		buttons.Objects = append([]fyne.CanvasObject{other}, buttons.Objects...)
	}
	head := container.NewVBox(look.Text(strings.TrimSuffix(q.title, " …"), theme.ColorNameForeground, theme.SizeNameSubHeadingText, true))
	if q.text != "" {
		head.Add(look.Hint(q.text))
	}
	size := a.window.Canvas().Size()
	room := look.Fixed(min(size.Width-60, 600), min(size.Height-210, f.Height()+4), f.Object())
	popup = widget.NewModalPopUp(look.Pad(12, look.Border(head, container.NewVBox(wrong, buttons), nil, nil, room)), a.window.Canvas())
	popup.Show()
	popup.Resize(popup.MinSize())
	f.FocusFirst()
	return func(shown bool) {
		if shown {
			popup.Show()
			return
		}
		look.Close(popup)
	}
}

// errUndecided keeps a form open as it is: a further question was answered with going back.
var errUndecided = errors.New("not decided")

// answered closes the form, or says what is wrong; what was typed stays until it is kept.
func answered[T any](a *App, popup *widget.PopUp, f *form.Form[T], wrong *widget.RichText, err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		look.Close(popup)
		return
	}
	wrong.Hide()
	if errors.Is(err, errUndecided) {
		return
	}
	said := ""
	if ps := model.AsProblems(err); ps == nil {
		said = strings.Join(a.told(err), "\n")
		if errors.Is(err, model.ErrRegisterMoved) {
			defer a.report(err) // offers what can be done, over the form
		}
	} else if homeless := f.Show(ps, "", true); homeless.Errors() != nil {
		said = missingText(a.words, homeless[0])
	}
	if said != "" {
		look.SetText(wrong, said, theme.ColorNameError, theme.SizeNameCaptionText, false)
		wrong.Show()
		popup.Resize(popup.MinSize())
	}
}

// showMenu drops a menu below the actions of a record.
func (a *App) showMenu(items []*fyne.MenuItem) {
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), a.window.Canvas())
	size := a.window.Canvas().Size()
	menu.ShowAtPosition(fyne.NewPos(size.Width-menu.MinSize().Width-72, 112))
}
