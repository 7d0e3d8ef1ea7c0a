package register

import (
	"slices"

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
	s.showHead()
	s.foot = newFooter(s.env.Words, func() { s.save(nil) }, s.escape)
	s.foot.fresh = s.spec.Base(s.state.Draft).ID == 0 || s.state.Unlocked
	content := s.page(typed)
	top := container.NewVBox(s.head, s.tabs(), line())
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

	bar := container.New(&look.Flow{Gap: 2})
	s.bar = bar
	for _, t := range tabs {
		bar.Add(newTabButton(s.env.Words.Say(t.Title), t.Title == s.state.Tab, func() { s.ShowTab(t.Title) }))
	}

	return look.PadXY(4, 0, bar)
}

func newTabButton(text string, chosen bool, tapped func()) fyne.CanvasObject {
	colour := look.ColorMuted
	mark := look.NewGround("")
	if chosen {
		colour = theme.ColorNamePrimary
		mark = look.NewGround(theme.ColorNamePrimary)
	}

	label := widget.NewRichText(&widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: colour,
		SizeName: theme.SizeNameText, TextStyle: fyne.TextStyle{Bold: chosen}}})
	return look.NewTap(look.Border(nil, look.Fixed(0, 2.5, mark), nil, nil, label), tapped)
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

	heading := look.Paragraph(title, theme.ColorNameForeground, theme.SizeNameSubHeadingText, true)
	lines := container.NewVBox(heading)
	if stored {
		chips := container.New(&look.Flow{Gap: 6})
		if s.spec.Chips != nil {
			for _, c := range s.spec.Chips(rec) {
				chips.Add(c)
			}
		}

		if s.spec.Subtitle != nil {
			lines.Add(container.New(tightLayout{}, look.Paragraph(s.spec.Subtitle(rec), look.ColorMuted, theme.SizeNameCaptionText, false)))
		}
		if len(chips.Objects) > 0 {
			lines.Add(look.PadXY(8, 0, chips))
		}
	}

	var left fyne.CanvasObject
	if s.split.IsNarrow() {
		back := widget.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { s.Leave(s.back) })
		back.Importance = widget.LowImportance
		left = container.NewVBox(back)
	}

	s.head.Objects = []fyne.CanvasObject{look.Border(nil, nil, left, container.NewVBox(look.PadXY(4, 4, s.actions(rec, stored))), lines)}
	s.head.Refresh()
}

// refuse says under the record's title why it cannot be deleted, and what to do instead.
func refuse[T any](s *Screen[T]) {
	key := s.spec.Entity + ".in_use"
	if !s.env.Words.Has(key) {
		key = "error.in_use"
	}
	s.warn(s.env.Words.Say(key))
}

// tightLayout pulls a line up to the one above it.
type tightLayout struct{}

func (tightLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[0].MinSize()
	return fyne.NewSize(m.Width, m.Height-14)
}

func (tightLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, -12))
	o[0].Resize(fyne.NewSize(size.Width, size.Height+14))
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
				Busy(s.env.Tasks, s.env.Words, &b.Button)
				box.Add(b)
				continue
			}
			box.Add(Busy(s.env.Tasks, s.env.Words, widget.NewButtonWithIcon(a.Label, a.Icon, a.Do)))
		}
	}

	if s.spec.New != nil {
		b := widget.NewButtonWithIcon("", theme.DeleteIcon(), s.Delete)
		b.Importance = widget.LowImportance
		box.Add(Busy(s.env.Tasks, s.env.Words, b))
	}

	return box
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

// back goes from the record to the list; a new one that was not stored is closed.
func (s *Screen[T]) back() {
	if s.state.Draft != nil && s.spec.Base(s.state.Draft).ID == 0 {
		s.drop()
		return
	}
	showPane(s, false)
}
