package register

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// pageBar is the line with the titles of the open record's pages, and with the numbers of what is on them.
type pageBar[T any] struct {
	screen *Screen[T]
	line   *fyne.Container
	// counted is how much is on the pages of the record of, by their titles; numbers show it.
	counted map[string]int
	of      model.ID
	numbers map[string]*widget.RichText
	latest  task.Latest[map[string]int]
}

// object builds the line anew; it counts what is on the pages.
func (b *pageBar[T]) object() fyne.CanvasObject {
	s := b.screen
	tabs := visibleTabs(s)
	if len(tabs) == 1 {
		return look.Gap(1, 1)
	}

	b.line = container.New(&look.OneLine{Gap: 2, Keep: tabAt(s, tabs)})
	b.numbers = map[string]*widget.RichText{}
	for _, t := range tabs {
		button, number := newTabButton(s.env.Words.Say(t.Title), t.Count != nil, t.Title == s.state.Tab, func() { s.ShowTab(t.Title) })
		b.numbers[t.Title] = number
		b.line.Add(button)
	}

	var more *look.Tap
	more, _ = newTabButton(s.env.Words.Say("list.more")+" ▾", false, false, func() { b.openRest(more) })
	b.line.Add(more)
	b.count(tabs)

	return look.PadXY(4, 0, b.line)
}

// openRest lists the pages for which there was no room.
func (b *pageBar[T]) openRest(more fyne.CanvasObject) {
	s := b.screen
	tabs := visibleTabs(s)
	var items []*fyne.MenuItem
	for _, i := range b.line.Layout.(*look.OneLine).Hidden(b.line.Objects) {
		items = append(items, fyne.NewMenuItem(s.env.Words.Say(tabs[i].Title), func() { s.ShowTab(tabs[i].Title) }))
	}

	at := fyne.NewPos(0, more.Size().Height+2)
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), s.env.Window.Canvas(), at, more)
}

// count counts what is on the pages of a stored record, and shows it beside their titles.
func (b *pageBar[T]) count(tabs []Tab[T]) {
	s := b.screen
	b.show()
	rec := *s.state.Draft
	id := s.spec.Base(&rec).ID
	if id == 0 {
		return
	}

	rec = apart(rec)
	b.latest.Run(s.env.Tasks, func(ctx context.Context) (map[string]int, error) { return counts(ctx, tabs, rec) },
		func(counted map[string]int, err error) {
			if err != nil || s.state.Draft == nil || s.spec.Base(s.state.Draft).ID != id {
				return // a page that cannot be counted says so when it is opened
			}
			b.counted, b.of = counted, id
			b.show()
		})
}

func counts[T any](ctx context.Context, tabs []Tab[T], rec T) (map[string]int, error) {
	counted := map[string]int{}
	for _, t := range tabs {
		if t.Count == nil {
			continue
		}

		n, err := t.Count(ctx, rec)
		if err != nil {
			return nil, err
		}
		counted[t.Title] = n
	}

	return counted, nil
}

// show shows the numbers that are known of the open record.
func (b *pageBar[T]) show() {
	if b.of != b.screen.spec.Base(b.screen.state.Draft).ID {
		b.counted = nil
	}

	for title, number := range b.numbers {
		text := ""
		if n := b.counted[title]; n > 0 {
			text = b.screen.env.Words.Count(n)
		}
		look.SetText(number, text, look.ColorMuted, theme.SizeNameCaptionText, false)
	}
}

// focused reports whether the keyboard is on a title; focus puts it on that of the open page.
func (b *pageBar[T]) focused() bool {
	return b.line != nil && look.FocusedAt(b.screen.env.Window.Canvas(), b.line.Objects) >= 0
}

func (b *pageBar[T]) focus() {
	look.FocusAt(b.screen.env.Window.Canvas(), b.line.Objects, tabAt(b.screen, visibleTabs(b.screen)))
}

// newTabButton is the title of a page, and where the number of what is on it stands if it has one. It takes the room of bold
// letters and of two digits whether they are there or not, so that no title moves.
func newTabButton(text string, counted, chosen bool, tapped func()) (*look.Tap, *widget.RichText) {
	colour := look.ColorMuted
	mark := look.NewGround("")
	if chosen {
		colour = theme.ColorNamePrimary
		mark = look.NewGround(theme.ColorNamePrimary)
	}

	label := widget.NewRichText(&widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: colour,
		SizeName: theme.SizeNameText, TextStyle: fyne.TextStyle{Bold: chosen}}})
	width := fyne.MeasureText(text, theme.Size(theme.SizeNameText), fyne.TextStyle{Bold: true}).Width + 2*theme.InnerPadding()
	number := look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false)
	number.Truncation = fyne.TextTruncateOff
	if counted {
		width += fyne.MeasureText("00", theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width
	}

	words := container.New(besideTitle{}, label, number)
	return look.NewTap(look.Fixed(width, 0, look.Border(nil, look.Fixed(0, 2.5, mark), nil, nil, words)), tapped), number
}

// besideTitle places a small number close behind a title.
type besideTitle struct{}

func (besideTitle) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (besideTitle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	title := o[0].MinSize()
	o[0].Resize(fyne.NewSize(title.Width, size.Height))
	number := o[1].MinSize()
	o[1].Move(fyne.NewPos(title.Width-2*theme.InnerPadding()+4, (size.Height-number.Height)/2+1))
	o[1].Resize(number)
}
