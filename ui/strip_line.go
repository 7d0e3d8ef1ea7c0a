package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
)

// sentenceLine is a sentence with buttons close behind it. A sentence that is longer than the room goes on below: it never
// makes the window wider than the screen.
func sentenceLine(sentence string, room float32, buttons ...fyne.CanvasObject) *fyne.Container {
	text := look.Paragraph(sentence, theme.ColorNameForeground, theme.SizeNameText, false)
	line := &sentenceLayout{fyne.MeasureText(sentence, theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width + 3*theme.InnerPadding()}
	c := container.New(line, text, container.NewHBox(buttons...))
	if room > 0 {
		line.Layout(c.Objects, fyne.NewSize(room, 0)) // only then it knows its rows
	}
	return c
}

// sentenceLayout gives the sentence its whole width, or what the buttons leave.
type sentenceLayout struct{ whole float32 }

// leastSentence is the width that a sentence has at least.
const leastSentence = 120

func (l *sentenceLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	text := objects[0].MinSize()
	buttons := objects[1].MinSize()
	return fyne.NewSize(leastSentence+buttons.Width, max(text.Height, buttons.Height))
}

func (l *sentenceLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text := objects[0]
	buttons := objects[1]
	least := buttons.MinSize()
	width := min(l.whole, size.Width-least.Width)
	text.Resize(fyne.NewSize(width, size.Height))
	text.Move(fyne.NewPos(0, max(0, (size.Height-text.MinSize().Height)/2)))
	buttons.Resize(fyne.NewSize(least.Width, least.Height))
	buttons.Move(fyne.NewPos(width, max(0, (size.Height-least.Height)/2)))
}
