package letter

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// portion is how many characters of a long text are drawn at once; drawing much more makes the window slow.
const portion = 8000

// longText shows a text of any length: its beginning, and more of it on request.
func (d *desk) longText(text string, colour fyne.ThemeColorName) fyne.CanvasObject {
	box := container.New(&look.Lines{Gap: -8})
	rest := strings.TrimSpace(text)
	var more *look.Button
	next := func() {
		var part string
		part, rest = cut(rest, portion)
		box.Remove(more)
		box.Add(look.Paragraph(part, colour, theme.SizeNameText, false))
		if rest != "" {
			more.SetText(d.Words.Say("text.more", len([]rune(rest))))
			box.Add(more)
		}
	}
	more = look.NewButtonWithIcon("", theme.MenuDropDownIcon(), next)
	more.Importance, more.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	next()

	return box
}

// cut divides a text after at most n characters, at the end of a line or of a word where there is one nearby.
func cut(text string, n int) (part, rest string) {
	runes := []rune(text)
	if len(runes) <= n {
		return text, ""
	}

	part = string(runes[:n])
	for _, mark := range []string{"\n", " "} {
		if at := strings.LastIndex(part, mark); at > len(part)*3/4 {
			return part[:at], text[at+len(mark):]
		}
	}

	return part, text[len(part):]
}
