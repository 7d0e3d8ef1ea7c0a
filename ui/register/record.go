package register

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/form"
	"jejaring/ui/look"
)

// showNothing fills the record's place with a hint.
func showNothing[T any](s *Screen[T]) {
	s.form, s.head = nil, nil
	s.split.Alone = true
	hint := look.Paragraph(s.env.Words.Say("list.choose_row"), look.ColorMuted, theme.SizeNameText, false)
	hint.Segments[0].(*widget.TextSegment).Style.Alignment = fyne.TextAlignCenter
	s.panel.Objects = []fyne.CanvasObject{look.Card(container.NewVBox(look.Gap(1, 80), hint))}
	s.panel.Refresh()
	look.LetGo(s.env.Window.Canvas())
}

// showRecord builds the panel of the open record. The cursor stays in the input where it was.
func (s *Screen[T]) showRecord(typed map[string]string) {
	var cursor form.Cursor
	if s.form != nil {
		cursor = s.form.Leave()
	}

	s.head = container.NewStack()
	s.split.Alone = false
	s.split.Whole = s.spec.Roomy && s.spec.Base(s.state.Draft).ID == 0
	s.foot = newFooter(s.env.Words, func() { s.save(nil) }, s.escape)
	s.foot.fresh = s.spec.Base(s.state.Draft).ID == 0 || s.state.Unlocked
	content := s.withGaps(s.page(typed))
	s.showHead()
	top := container.New(&look.Lines{}, s.head, s.tabs(), line())
	if said := s.remarks(); said != nil {
		top.Add(said)
	}
	if note := s.lock(); note != nil && s.form != nil {
		top.Add(note)
	}

	var bottom fyne.CanvasObject
	if s.form != nil {
		bottom = container.NewVBox(line(), s.foot.object)
	}

	s.foot.dirty(s.state.Dirty)
	s.panel.Objects = []fyne.CanvasObject{look.Card(look.Border(top, bottom, nil, nil, content))}
	s.panel.Refresh()
	if s.form != nil {
		s.form.Return(cursor)
	}

	look.LetGo(s.env.Window.Canvas())
}

// remarks are what is to be said about the open record besides its title; nil where there is nothing.
func (s *Screen[T]) remarks() fyne.CanvasObject {
	if s.spec.Base(s.state.Draft).ID == 0 {
		return nil
	}
	_, rest := s.subtitle(*s.state.Draft)
	if rest == "" {
		return nil
	}
	return look.PadXY(4, 0, look.Paragraph(rest, look.ColorMuted, theme.SizeNameCaptionText, false))
}

// page builds the chosen tab: its form, or its view.
func (s *Screen[T]) page(typed map[string]string) fyne.CanvasObject {
	s.form = nil
	visible := visibleTabs(s)
	tab := visible[tabAt(s, visible)]
	s.state.Tab = tab.Title
	if tab.View != nil {
		return tab.View(*s.state.Draft)
	}

	s.form = form.New(s.env.Words, s.spec.Entity, tab.Groups(), form.Events{Changed: s.changed, Left: s.left, Escaped: s.escape, Today: s.env.Today,
		Frozen: s.frozen()})
	s.form.Load(*s.state.Draft, typed)
	return s.form.Object()
}

// visibleTabs leaves out the views of a record that is not stored yet.
func visibleTabs[T any](s *Screen[T]) []Tab[T] {
	var tabs []Tab[T]
	for _, t := range s.spec.Tabs {
		if t.View == nil || s.spec.Base(s.state.Draft).ID != 0 {
			tabs = append(tabs, t)
		}
	}
	return tabs
}

func (s *Screen[T]) tabs() fyne.CanvasObject {
	tabs := visibleTabs(s)
	if len(tabs) == 1 {
		return look.Gap(1, 1)
	}

	s.bar = container.New(&look.OneLine{Gap: 2, Keep: tabAt(s, tabs)})
	s.numbers = map[string]*widget.RichText{}
	for _, t := range tabs {
		button, number := newTabButton(s.env.Words.Say(t.Title), t.Count != nil, t.Title == s.state.Tab, func() { s.ShowTab(t.Title) })
		s.numbers[t.Title] = number
		s.bar.Add(button)
	}

	var more *look.Tap
	more, _ = newTabButton(s.env.Words.Say("list.more")+" ▾", false, false, func() { s.openTabs(more) })
	s.bar.Add(more)
	s.count(tabs)

	return look.PadXY(4, 0, s.bar)
}

// count counts what is on the pages of a stored record, and shows it beside their titles.
func (s *Screen[T]) count(tabs []Tab[T]) {
	s.showCounted()
	rec := *s.state.Draft
	if s.spec.Base(&rec).ID == 0 {
		return
	}

	rec = apart(rec)
	s.counting.Run(s.env.Tasks, func(ctx context.Context) (map[string]int, error) {
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
	}, func(counted map[string]int, err error) {
		if err != nil || s.state.Draft == nil || s.spec.Base(s.state.Draft).ID != s.spec.Base(&rec).ID {
			return // a page that cannot be counted says so when it is opened
		}
		s.counted = counted
		s.countedOf = s.spec.Base(&rec).ID
		s.showCounted()
	})
}

// showCounted shows the numbers that are known of the open record.
func (s *Screen[T]) showCounted() {
	if s.countedOf != s.spec.Base(s.state.Draft).ID {
		s.counted = nil
	}

	for title, number := range s.numbers {
		text := ""
		if n := s.counted[title]; n > 0 {
			text = s.env.Words.Count(n)
		}
		look.SetText(number, text, look.ColorMuted, theme.SizeNameCaptionText, false)
	}
}

// openTabs lists the pages for which there was no room.
func (s *Screen[T]) openTabs(more fyne.CanvasObject) {
	tabs := visibleTabs(s)
	var items []*fyne.MenuItem
	for _, i := range s.bar.Layout.(*look.OneLine).Hidden(s.bar.Objects) {
		items = append(items, fyne.NewMenuItem(s.env.Words.Say(tabs[i].Title), func() { s.ShowTab(tabs[i].Title) }))
	}

	at := fyne.NewPos(0, more.Size().Height+2)
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), s.env.Window.Canvas(), at, more)
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

// tabAt is the position of the open page among those that are there, that of the first one where it is not.
func tabAt[T any](s *Screen[T], tabs []Tab[T]) int {
	return max(0, slices.IndexFunc(tabs, func(t Tab[T]) bool { return t.Title == s.state.Tab }))
}

// ShowTab opens a page of the record by its title, unless something on the open page is no value.
func (s *Screen[T]) ShowTab(title string) {
	if s.form != nil {
		if _, problems := s.form.Record(); problems.Errors() != nil {
			s.form.Show(problems, "", true)
			return
		}
		*s.state.Draft, _ = s.form.Record()
	}

	s.state.Tab = title
	byKey := s.bar != nil && look.FocusedAt(s.env.Window.Canvas(), s.bar.Objects) >= 0
	s.showRecord(nil)
	switch {
	case byKey:
		look.FocusAt(s.env.Window.Canvas(), s.bar.Objects, tabAt(s, visibleTabs(s)))
	case s.form != nil:
		s.form.FocusWhole()
	}
}

// showHead shows title, chips and actions above the tabs.
func (s *Screen[T]) showHead() {
	if s.head == nil || s.state.Draft == nil {
		return
	}

	rec := *s.state.Draft
	stored := s.spec.Base(&rec).ID != 0
	title := s.env.Words.Say(s.spec.Entity + ".new")
	if stored {
		title = s.spec.Title(rec)
	}

	heading := look.Text(title, theme.ColorNameForeground, theme.SizeNameSubHeadingText, true)
	var left fyne.CanvasObject
	if s.split.IsNarrow() {
		back := look.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { s.Leave(s.back) })
		back.Importance = widget.LowImportance
		left = back
	}

	lines := container.New(&look.Lines{Gap: -4}, look.Border(nil, nil, left, look.PadXY(4, 0, s.actions(rec, stored)), heading))
	if stored {
		lines.Add(s.below(rec))
	}

	s.head.Objects = []fyne.CanvasObject{lines}
	s.head.Refresh()
}

// below is the line below the title of a stored record: its state in chips, then the first line of its subtitle.
func (s *Screen[T]) below(rec T) fyne.CanvasObject {
	chips := container.NewHBox()
	if s.spec.Chips != nil {
		for _, c := range s.spec.Chips(rec) {
			chips.Add(c)
		}
	}

	first, _ := s.subtitle(rec)
	text := look.Text(first, look.ColorMuted, theme.SizeNameCaptionText, false)
	if len(chips.Objects) == 0 {
		return text
	}
	return look.Border(nil, nil, container.NewCenter(look.PadXY(8, 0, chips)), nil, text)
}

// subtitle is what stands below the title of a record, and what is to be said about it besides.
func (s *Screen[T]) subtitle(rec T) (first, rest string) {
	if s.spec.Subtitle == nil {
		return "", ""
	}
	first, rest, _ = strings.Cut(s.spec.Subtitle(rec), "\n")
	return first, rest
}

// refuse says under the record's title why it cannot be deleted, and what to do instead.
func refuse[T any](s *Screen[T]) {
	key := s.spec.Entity + ".in_use"
	if !s.env.Words.Has(key) {
		key = "error.in_use"
	}
	s.warn(s.env.Words.Say(key))
}

func (s *Screen[T]) actions(rec T, stored bool) fyne.CanvasObject {
	box := container.NewHBox()
	if !stored {
		return box
	}

	if s.spec.Actions != nil {
		for _, a := range s.spec.Actions(rec) {
			if a.Main {
				b := look.NewMainButton(a.Label, a.Icon, a.Do)
				Busy(s.env.Tasks, s.env.Words, b)
				box.Add(b)
				continue
			}
			box.Add(Busy(s.env.Tasks, s.env.Words, look.NewButtonWithIcon(a.Label, a.Icon, a.Do)))
		}
	}

	if s.form == nil && s.formTab() != "" {
		box.Add(Busy(s.env.Tasks, s.env.Words, look.NewButton(s.env.Words.Say("action.edit"), s.OpenForm)))
	}
	if s.spec.New != nil {
		b := look.NewButtonWithIcon("", theme.DeleteIcon(), s.Delete)
		b.Importance = widget.LowImportance
		box.Add(Busy(s.env.Tasks, s.env.Words, b))
	}
	if !s.split.IsNarrow() {
		b := look.NewButtonWithIcon("", theme.CancelIcon(), s.shut)
		b.Importance = widget.LowImportance
		box.Add(b)
	}

	return box
}

// formTab is the title of the first page that is a form, or "".
func (s *Screen[T]) formTab() string {
	for _, t := range visibleTabs(s) {
		if t.View == nil {
			return t.Title
		}
	}
	return ""
}

// OpenForm opens the form of the record that is read, with the cursor in its first input.
func (s *Screen[T]) OpenForm() {
	if s.state.Draft == nil || s.form != nil || s.formTab() == "" {
		return
	}
	s.ShowTab(s.formTab())
	s.form.FocusFirst()
}

func (s *Screen[T]) changed() {
	s.edits++
	if !s.state.Dirty {
		s.state.Dirty = true
		s.foot.dirty(true)
	}
}

// left checks the field that the user has just left.
func (s *Screen[T]) left(field string) {
	if s.form == nil || s.state.Draft == nil {
		return
	}

	rec, problems := s.form.Record()
	if s.spec.Changed != nil && s.spec.Changed(&rec, field) {
		s.refill(rec, problems)
	}

	checked := rec
	for _, p := range s.spec.Check(&checked) {
		if !problemAt(problems, p.Field) {
			problems = append(problems, p)
		}
	}

	s.form.Show(problems, field, false)
	s.findGaps()
}

func (s *Screen[T]) escape() {
	if s.state.Dirty {
		w := s.env.Words
		s.question("ask.discard",
			Answer{Label: w.Say("action.discard"), Danger: true, Do: s.discard},
			Answer{Label: w.Say("action.keep_editing"), Main: true})
		return
	}

	if s.state.Unlocked {
		s.discard() // the correction alone is over; the record stays
		return
	}

	s.back()
}

// back goes from the record to the list. In a narrow window it stays open behind the list.
func (s *Screen[T]) back() {
	switch {
	case s.state.Draft == nil:
	case s.split.IsNarrow() && s.spec.Base(s.state.Draft).ID != 0:
		showPane(s, false)
	default:
		s.drop()
	}
}
