package register

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// Answer is a button of a question.
type Answer struct {
	Label string
	// Main fills the button, Danger makes it red.
	Main, Danger bool
	Do           func()
}

// Ask shows a question over the window. The main answer has the focus, else the first; Esc chooses the last one. A
// dangerous answer beside others stands apart from them, at the left.
// Extra content, if any, stands between question and answers. The returned function closes it.
func Ask(w fyne.Window, title, text string, extra fyne.CanvasObject, answers ...Answer) (closeIt func()) {
	var popup *widget.PopUp
	left := container.NewHBox()
	right := container.NewHBox()
	acts := container.NewHBox() // what is done stands at the right end, as everywhere
	var first *answerButton
	escape := func() {
		look.Close(popup)
		if last := answers[len(answers)-1]; last.Do != nil {
			last.Do()
		}
	}
	alone := !slices.ContainsFunc(answers, func(a Answer) bool { return a.Main })

	for _, a := range answers {
		b := newAnswer(a, func() {
			look.Close(popup)
			if a.Do != nil {
				a.Do()
			}
		}, escape)
		if first == nil || a.Main {
			first = b
		}

		switch {
		case a.Danger && !alone:
			left.Add(b)
		case a.Main || a.Danger:
			acts.Add(b)
		default:
			right.Add(b)
		}
	}

	buttons := container.NewHBox(left, layout.NewSpacer(), right, acts)
	body := container.NewVBox(look.Paragraph(title, theme.ColorNameForeground, theme.SizeNameSubHeadingText, true))
	if text != "" {
		body.Add(look.Paragraph(text, theme.ColorNameForeground, theme.SizeNameText, false))
	}
	if extra != nil {
		body.Add(extra)
	}

	body.Add(look.Gap(1, 6))
	body.Add(buttons)
	popup = widget.NewModalPopUp(look.Fixed(min(w.Canvas().Size().Width-60, 520), 0, look.Pad(14, body)), w.Canvas())
	popup.Show()
	popup.Resize(popup.MinSize())
	if extra == nil {
		w.Canvas().Focus(first)
	}

	return func() { look.Close(popup) }
}

type answerButton struct {
	look.Button
	escape func()
}

func newAnswer(a Answer, tapped, escape func()) *answerButton {
	b := &answerButton{escape: escape}
	b.Text, b.OnTapped = a.Label, tapped
	switch {
	case a.Danger:
		b.Importance = widget.DangerImportance
	case a.Main:
		b.Importance = widget.HighImportance
	}

	b.ExtendBaseWidget(b)
	return b
}

// TypedKey answers with Enter too, and leaves with Esc.
func (b *answerButton) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		b.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.OnTapped()
	default:
		b.Button.TypedKey(k)
	}
}
