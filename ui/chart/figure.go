package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// FigureBox is a large number between its name and what is to be said about it.
func FigureBox(label, value string, lines ...fyne.CanvasObject) fyne.CanvasObject {
	number := widget.NewRichText(&widget.TextSegment{Text: value, Style: widget.RichTextStyle{
		SizeName: theme.SizeNameHeadingText, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNameForeground}})
	box := container.New(&look.Lines{Gap: -10}, look.Muted(label), number)
	for _, line := range lines {
		box.Add(line)
	}
	box.Add(look.Gap(1, 14)) // a little air below
	return box
}
