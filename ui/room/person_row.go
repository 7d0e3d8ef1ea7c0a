package room

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// NewPersonRow is a line with a number, a name, what is known about the person, and a chip.
func NewPersonRow() fyne.CanvasObject {
	number := look.Fixed(34, 0, look.Muted(""))
	chip := container.NewCenter(look.NewChip("", look.Plain))
	lines := container.New(nameOverDetail{}, look.Text("", theme.ColorNameForeground, theme.SizeNameText, false),
		look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false))
	return container.New(&personRow{}, number, lines, chip)
}

// ShowPersonRow fills a row that NewPersonRow made.
func ShowPersonRow(o fyne.CanvasObject, i int, name, detail, chip string, tone look.Tone) {
	row := o.(*fyne.Container).Objects
	look.SetText(row[0].(*fyne.Container).Objects[0].(*widget.RichText), strconv.Itoa(i+1), look.ColorMuted, theme.SizeNameText, false)
	lines := row[1].(*fyne.Container).Objects
	look.SetText(lines[0].(*widget.RichText), name, theme.ColorNameForeground, theme.SizeNameText, false)
	look.SetText(lines[1].(*widget.RichText), detail, look.ColorMuted, theme.SizeNameCaptionText, false)

	if detail == "" {
		lines[1].Hide()
	} else {
		lines[1].Show()
	}

	row[2].(*fyne.Container).Objects[0].(*look.Chip).Set(chip, tone)
	row[1].(*fyne.Container).Layout.Layout(lines, row[1].Size())
	o.(*fyne.Container).Layout.Layout(row, o.Size())
}

// personRow gives the chip its width and the rest to the words.
type personRow struct{}

func (personRow) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 42) }

func (personRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	chip := min(o[2].MinSize().Width, size.Width/2)
	top := (size.Height - o[0].MinSize().Height) / 2
	o[0].Move(fyne.NewPos(0, top))
	o[0].Resize(fyne.NewSize(40, size.Height-top))
	o[1].Move(fyne.NewPos(40, 0))
	o[1].Resize(fyne.NewSize(max(size.Width-56-chip, 40), size.Height))
	o[2].Move(fyne.NewPos(size.Width-chip-10, 0))
	o[2].Resize(fyne.NewSize(chip, size.Height))
}

// nameOverDetail puts the second line close below the first; a first line that is alone stands in the middle.
type nameOverDetail struct{}

func (nameOverDetail) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 42) }

func (nameOverDetail) Layout(o []fyne.CanvasObject, size fyne.Size) {
	height := o[0].MinSize().Height
	if !o[1].Visible() {
		o[0].Move(fyne.NewPos(0, (size.Height-height)/2))
		o[0].Resize(fyne.NewSize(size.Width, height))
		return
	}

	for i, y := range []float32{-5, 14} {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(size.Width, height))
	}
}
