package room

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
)

// Heading is the first line of a screen: its title and its tools.
func Heading(title string, beside fyne.CanvasObject, tools ...fyne.CanvasObject) fyne.CanvasObject {
	right := container.NewHBox(tools...)
	var left fyne.CanvasObject
	text := look.Title(title)
	if beside != nil {
		left = container.NewBorder(nil, nil, nil, nil, beside)
		return container.NewBorder(nil, nil, left, container.NewCenter(right), text)
	}

	width := fyne.MeasureText(title, theme.Size(theme.SizeNameHeadingText), fyne.TextStyle{Bold: true}).Width
	return container.New(&look.Ends{}, look.Fixed(width+20, 0, text), right)
}
