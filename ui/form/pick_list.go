package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// pickList shows what the newest search found.
type pickList struct {
	widget.List
	finder  Finder
	options []Option
	// asked counts the searches; shown is the one whose options are shown.
	asked, shown int
	// enter says that Enter was pressed before the options came.
	enter  bool
	escape func()
	// nothing is what stands there when nothing was found.
	nothing *widget.RichText
	// none says that nothing matches, empty what belongs here while there is nothing at all.
	none, empty string
	// here says that the arrow keys move in the list: the row that Enter picks is then marked by the list itself.
	here bool
}

func newPickList(finder Finder, nothing string) *pickList {
	l := &pickList{finder: finder, none: nothing, nothing: look.Paragraph(nothing, look.ColorMuted, theme.SizeNameText, false)}
	l.nothing.Hide()
	_, words := finder.(options) // nothing but words: rows of one line
	l.List = widget.List{Length: func() int { return len(l.options) }, CreateItem: func() fyne.CanvasObject { return newOption(words) },
		UpdateItem: func(i int, o fyne.CanvasObject) { showOption(o, l.options[i], i == 0 && !l.here) }}
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained hands the mark over to the row that the arrow keys reach.
func (l *pickList) FocusGained() { l.here = true; l.List.FocusGained(); l.Refresh() }

// FocusLost marks the first row again, which Enter in the search picks.
func (l *pickList) FocusLost() { l.here = false; l.List.FocusLost(); l.Refresh() }

func (l *pickList) find(text string) {
	l.asked++
	turn := l.asked
	l.enter = false
	l.finder.Find(text, func(found []Option) {
		if turn != l.asked {
			return
		}

		l.options, l.shown = found, turn
		l.say(text)
		l.Refresh()
		if l.enter {
			l.OnSelected(0)
		}
	})
}

// submit picks the first option, once the search for what was typed has ended.
func (l *pickList) submit() {
	if l.enter = l.shown != l.asked; !l.enter {
		l.OnSelected(0)
	}
}

// TypedKey chooses with Enter as well as with the space bar.
func (l *pickList) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		k = &fyne.KeyEvent{Name: fyne.KeySpace}
	case fyne.KeyEscape:
		l.escape()
		return
	}
	l.List.TypedKey(k)
}

func newOption(words bool) fyne.CanvasObject {
	ground := look.NewGround("")
	ground.Radius = 4
	if words {
		return container.NewStack(ground, container.New(&column{}, look.Text("", theme.ColorNameForeground, theme.SizeNameText, false)))
	}
	return container.NewStack(ground, container.New(&column{gap: -12}, look.Text("", theme.ColorNameForeground, theme.SizeNameText, true),
		look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false), look.Gap(1, 16)))
}

func showOption(o fyne.CanvasObject, option Option, first bool) {
	parts := o.(*fyne.Container).Objects
	ground := parts[0].(*look.Ground)
	lines := parts[1].(*fyne.Container).Objects
	ground.Color = ""
	if first {
		ground.Color = look.ColorRow
	}

	ground.Refresh()
	look.SetText(lines[0].(*widget.RichText), option.Title, theme.ColorNameForeground, theme.SizeNameText, len(lines) > 1)
	if len(lines) == 1 {
		return
	}
	look.SetText(lines[1].(*widget.RichText), option.Detail, look.ColorMuted, theme.SizeNameCaptionText, false)
}
