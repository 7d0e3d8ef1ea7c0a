package form

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// fold is a group that is rarely needed: its heading says what it holds, and opens it.
type fold struct {
	head  *look.Tap
	sign  *widget.Icon
	holds *widget.RichText
	body  *fyne.Container
	// settle gives the form its new height.
	settle func()
}

func newFold(title string, body *fyne.Container, settle func()) *fold {
	f := &fold{sign: widget.NewIcon(theme.MenuExpandIcon()), body: body, settle: settle,
		holds: look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false)}
	name := look.Heading(title)
	name.Truncation = fyne.TextTruncateOff
	f.head = look.NewTap(look.Border(nil, nil, container.NewCenter(look.Fixed(18, 18, f.sign)), nil,
		look.Border(nil, nil, name, nil, container.New(middleLayout{}, f.holds))), func() { f.set(!f.open()) })
	f.body.Hide()
	return f
}

func (f *fold) open() bool { return f.body.Visible() }

// set opens or closes the group; what was typed stays.
func (f *fold) set(open bool) {
	if open == f.open() {
		return
	}

	if open {
		f.sign.SetResource(theme.MenuDropDownIcon())
		f.body.Show()
	} else {
		f.sign.SetResource(theme.MenuExpandIcon())
		f.body.Hide()
	}

	f.holds.Hidden = open
	f.settle()
}

// say says what the group holds.
func (f *fold) say(values []string, nothing string) {
	text := strings.Join(values, " · ")
	if text == "" {
		text = nothing
	}
	look.SetText(f.holds, text, look.ColorMuted, theme.SizeNameCaptionText, false)
}

// middleLayout places one line of text in the middle of the height.
type middleLayout struct{}

func (middleLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (middleLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	height := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, float32(int((size.Height-height)/2))))
	o[0].Resize(fyne.NewSize(size.Width, height))
}

// held lists what stands in the inputs of the group, in words; what is not filled in is left out.
func (g Group[T]) held() []string {
	var all []string
	for _, line := range g.Lines {
		if l, ok := line.(interface{ said() []string }); ok {
			all = append(all, l.said()...)
		}
	}
	return all
}

// said is what stands in the input, in words; of a box its name, when it is ticked.
func (f *Field[T]) said() []string {
	text := ""
	switch in := f.in.(type) {
	case *checkInput:
		if in.Checked {
			text = f.title.Segments[0].Textual()
		}
	case *choiceInput:
		if in.code != "" {
			text = in.Chosen()
		}
	default:
		text = inWords(f.in, f.c)
	}

	if text = strings.TrimSpace(strings.ReplaceAll(text, "\n", ", ")); text == "" {
		return nil
	}
	return []string{text}
}

func (l besideLine[T]) said() (all []string) {
	for _, f := range l {
		all = append(all, f.said()...)
	}
	return all
}

// said is how many rows there are.
func (l *Rows[T, R]) said() []string {
	if len(l.rows) == 0 {
		return nil
	}
	return []string{l.c.words.Count(len(l.rows))}
}
