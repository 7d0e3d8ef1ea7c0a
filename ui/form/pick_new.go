package form

import (
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// Maker is a Finder that makes a record as well, so that nobody has to leave what is being entered.
type Maker interface {
	Finder
	// Offer says in words what belongs here while there is nothing, and what the button that makes one says; an empty button
	// means that records arise elsewhere.
	Offer() (belongs, button string)
	// Make asks for what a new record needs, beginning with what was searched, and hands it over.
	Make(text string, made func(Option))
}

// belongs is what an empty list says, and the button below it that makes a record; nil when there is none.
func belongs(l *pickList, typed func() string, leave func(), picked func(Option)) *look.Button {
	maker, ok := l.finder.(Maker)
	if !ok {
		return nil
	}

	said, label := maker.Offer()
	l.empty = said
	if label == "" {
		return nil
	}

	b := look.NewButtonWithIcon(label, theme.ContentAddIcon(), func() {
		text := typed()
		leave()
		maker.Make(text, picked)
	})
	b.Alignment = widget.ButtonAlignLeading

	return b
}

// say shows what stands for an empty list: that nothing matches, or what belongs here.
func (l *pickList) say(text string) {
	said := l.none
	if text == "" {
		said = l.empty
	}

	l.nothing.Hide()
	if len(l.options) == 0 && said != "" {
		look.SetText(l.nothing, said, look.ColorMuted, theme.SizeNameText, false)
		l.nothing.Show()
	}
}
