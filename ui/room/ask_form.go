package room

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

// Question is a small form over the window: what it asks, and what becomes of the answers.
type Question[T any] struct {
	Entity string
	// title, text and do are in words; do is the button. A title drops the dots of the entry that led to it.
	Title, Text, Do string
	Groups          []form.Group[T]
	// submit acts on the answers and calls done. Problems stay under their fields and the form stays open.
	Submit func(rec T, done func(error))
	// check returns warnings about the answers, to be said while they are given; nil has none.
	Check func(rec T) model.Problems
	// frozen are the fields that are shown as text; nil has none.
	Frozen func(field string) bool
	Danger bool
	// aside is a further button, such as the one that takes the subject away; it closes the form and does asideDo.
	Aside   string
	AsideDo func()
}

func (q Question[T]) warnings(rec T) model.Problems {
	if q.Check == nil {
		return nil
	}
	return q.Check(rec)
}

// Ask shows the form. It closes when submit is done without an error. The curtain that it returns hides the form while
// something else is asked, and shows it again as it was.
func Ask[T any](d Desk, rec T, q Question[T]) (curtain func(shown bool)) {
	w := d.Words
	var popup *widget.PopUp
	do := NewEscapeButton(q.Do, nil)
	do.Importance, do.escape = widget.HighImportance, func() { look.Close(popup) }
	var told objections
	var f *form.Form[T]
	f = form.New(w, q.Entity, q.Groups, form.Events{Left: func(field string) {
		rec, wrong := f.Record()
		f.Show(append(told.still(wrong, f.Typed()), q.warnings(rec)...), field, false)
	}, Escaped: func() { look.Close(popup) }, Today: d.Today, Frozen: q.Frozen, Submitted: func() {
		if !do.Disabled() {
			do.OnTapped()
		}
	}})
	f.Load(rec, nil)
	f.Show(q.warnings(rec), "", false)
	wrong := look.Paragraph("", theme.ColorNameError, theme.SizeNameCaptionText, false)
	wrong.Hide()
	if q.Danger {
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
		q.Submit(rec, func(err error) {
			do.SetText(q.Do)
			do.Enable()
			told = objections{model.AsProblems(err), typed}
			answered(d, popup, f, wrong, err)
		})
	}
	cancel := NewEscapeButton(w.Say("action.back"), func() { look.Close(popup) })
	buttons := container.NewHBox(layout.NewSpacer(), cancel, do)

	if q.Aside != "" {
		other := look.NewButtonWithIcon(q.Aside, theme.DeleteIcon(), func() { look.Close(popup); q.AsideDo() })
		other.Importance = widget.LowImportance
		buttons.Objects = append([]fyne.CanvasObject{other}, buttons.Objects...)
	}

	head := container.NewVBox(look.Text(strings.TrimSuffix(q.Title, " …"), theme.ColorNameForeground, theme.SizeNameSubHeadingText, true))
	if q.Text != "" {
		head.Add(look.Hint(q.Text))
	}

	size := d.Window.Canvas().Size()
	room := look.Fixed(min(size.Width-60, 600), min(size.Height-210, f.Height()+4), f.Object())
	popup = widget.NewModalPopUp(look.Pad(12, look.Border(head, container.NewVBox(wrong, buttons), nil, nil, room)), d.Window.Canvas())
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

// ErrUndecided keeps a form open as it is: a further question was answered with going back.
var ErrUndecided = errors.New("not decided")

// answered closes the form, or says what is wrong; what was typed stays until it is kept.
func answered[T any](d Desk, popup *widget.PopUp, f *form.Form[T], wrong *widget.RichText, err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		look.Close(popup)
		return
	}

	wrong.Hide()
	if errors.Is(err, ErrUndecided) {
		return
	}

	said := ""
	if ps := model.AsProblems(err); ps == nil {
		said = strings.Join(d.Told(err), "\n")
		if errors.Is(err, model.ErrRegisterMoved) {
			defer d.Report(err) // offers what can be done, over the form
		}
	} else if homeless := f.Show(ps, "", true); homeless.Errors() != nil {
		said = MissingText(d.Words, homeless[0])
	}

	if said != "" {
		look.SetText(wrong, said, theme.ColorNameError, theme.SizeNameCaptionText, false)
		wrong.Show()
		popup.Resize(popup.MinSize())
	}
}
