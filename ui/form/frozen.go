package form

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// holds reports whether a field of the form stands on a paper, so that it is shown as text.
func (c *context) holds(name string) bool { return c.frozen != nil && c.frozen(c.path+name) }

// frozenText shows what an input holds as text. The input itself is kept beside it, unseen: it knows the words.
type frozenText struct {
	*widget.RichText
	in input
	c  *context
}

func newFrozenText(c *context, in input) *frozenText {
	t := &frozenText{look.Paragraph("", theme.ColorNameForeground, theme.SizeNameText, false), in, c}
	if pick, ok := in.(*pickInput); ok {
		pick.shown = t.show
	}
	return t
}

func (t *frozenText) object() fyne.CanvasObject { return t.RichText }

// show writes what the input shows now.
func (t *frozenText) show() {
	text := inWords(t.in, t.c)
	if strings.TrimSpace(text) == "" {
		text = "—"
	}
	look.SetText(t.RichText, text, theme.ColorNameForeground, theme.SizeNameText, false)
}

// inWords is what stands in an input as people read it.
func inWords(shown input, c *context) string {
	switch in := shown.(type) {
	case *choiceInput:
		return in.Chosen()
	case *pickInput:
		if in.id == 0 && in.nothing == c.words.Say("form.choose") {
			return "" // other words than these, like those for the own clinic, mean something
		}
		return in.Chosen()
	case *checkInput:
		return c.words.Say(map[bool]string{true: "answer.yes", false: "answer.no"}[in.Checked])
	case *ticksInput:
		var titles []string
		for i, check := range in.checks {
			if check.Checked {
				titles = append(titles, in.options[i].Title)
			}
		}
		return strings.Join(titles, "\n")
	case *codesInput:
		var titles []string
		for i, check := range in.checks {
			if check.Checked {
				titles = append(titles, in.titles[i])
			}
		}
		return strings.Join(titles, "\n")
	}
	return shown.text()
}
