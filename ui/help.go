package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/assets"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// topic is a page of the help; its code is that of the place that it tells about.
type topic struct{ code, title, text string }

// topics reads the help of a language.
func topics(language string) ([]topic, error) {
	all, err := assets.Help.ReadFile("help/" + language + ".md")
	if err != nil {
		return nil, err
	}

	var list []topic
	for _, page := range strings.Split("\n"+string(all), "\n# ")[1:] {
		head, text, _ := strings.Cut(page, "\n")
		title, code, _ := strings.Cut(strings.TrimSuffix(head, "}"), " {")
		list = append(list, topic{code, title, strings.TrimSpace(text)})
	}

	return list, nil
}

// help is the window's manual: the list of its pages at the left, the chosen one beside it.
type help struct {
	app    *App
	topics []topic
	list   *fyne.Container
	page   *container.Scroll
	popup  *widget.PopUp
}

// showHelp opens the help over the window, at the page of a place. What is open and typed stays below it.
func (a *App) showHelp(code string) {
	list, err := topics(a.words.Language())
	if err != nil {
		a.report(err)
		return
	}
	h := &help{app: a, topics: list, list: container.NewVBox(), page: container.NewVScroll(layout.NewSpacer())}
	h.build()
	h.open(code)
}

func (h *help) build() {
	w := h.app.words
	c := h.app.window.Canvas()
	closeIt := room.NewEscapeButton(w.Say("action.close"), func() { look.Close(h.popup) })
	closeIt.Importance = widget.HighImportance
	foot := container.NewBorder(nil, nil, nil, container.NewCenter(closeIt), look.Hint(w.Say("about.path", h.app.registerPath())))
	side := look.Fixed(200, 0, container.NewVScroll(h.list))
	body := container.NewBorder(look.Title(w.Say("help.title")), foot, container.NewHBox(side, look.Gap(12, 1)), nil, h.page)
	h.popup = widget.NewModalPopUp(look.Pad(12, body), c)
	h.popup.Show()
	h.popup.Resize(fyne.NewSize(min(c.Size().Width-40, 940), min(c.Size().Height-40, 680)))
	c.Focus(closeIt)
}

// open shows a page; a code without one shows the first.
func (h *help) open(code string) {
	chosen := h.topics[0]
	for _, t := range h.topics {
		if t.code == code {
			chosen = t
		}
	}

	h.list.Objects = nil
	for _, t := range h.topics {
		colour := theme.ColorNameForeground
		ground := fyne.ThemeColorName("")
		if t.code == chosen.code {
			colour, ground = theme.ColorNamePrimary, look.ColorNavChosen
		}
		tap := look.NewTap(look.PadXY(4, 0, look.Text(t.title, colour, theme.SizeNameText, t.code == chosen.code)), func() { h.open(t.code) })
		tap.SetResting(ground)
		h.list.Add(tap)
	}

	page := container.NewVBox(look.Heading(chosen.title))
	for _, part := range strings.Split(chosen.text, "\n\n") {
		text := widget.NewRichTextFromMarkdown(part)
		text.Wrapping = fyne.TextWrapWord
		page.Add(text)
	}

	h.page.Content = page
	h.page.Offset = fyne.Position{}
	h.page.Refresh()
}

// registerPath is the file of the open register, or the folder where it will be.
func (a *App) registerPath() string {
	if a.session != nil {
		return a.session.Frame.Path
	}
	return filepath.Dir(a.LogPath)
}
