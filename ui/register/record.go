package register

import (
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
	canvas := s.env.Window.Canvas()
	worked := s.form != nil && canvas.Focused() != nil && canvas.Focused() != s.list.rowsView && canvas.Focused() != s.list.search
	if s.form != nil {
		cursor = s.form.Leave()
	}

	s.head, s.said = container.NewStack(), container.New(&look.Lines{})
	s.split.Alone = false
	s.split.Whole = s.spec.Roomy && s.spec.Base(s.state.Draft).ID == 0
	s.foot = newFooter(s.env.Words, func() { s.save(nil) }, s.escape)
	s.foot.fresh = s.spec.Base(s.state.Draft).ID == 0 || s.state.Unlocked
	content := s.gaps.beside(s.page(typed))
	s.showHead()
	top := container.New(&look.Lines{}, s.head, s.pages.object(), line(), s.said)
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

	look.LetGo(canvas)
	if worked && canvas.Focused() == nil && s.form != nil {
		s.form.FocusWhole() // the keys of a table go on going there
	}
}

// remarks are what is to be said about the open record besides its title; nil where there is nothing.
func remarks[T any](s *Screen[T]) fyne.CanvasObject {
	if s.spec.Base(s.state.Draft).ID == 0 {
		return nil
	}
	_, rest := subtitle(s, *s.state.Draft)
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

	s.form = form.New(s.env.Words, s.spec.Entity, tab.Groups(), form.Events{Changed: s.changed, Left: s.left, Escaped: s.escape, Today: s.env.Today, Removed: rowRemoved(s),
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
	byKey := s.pages.focused()
	s.showRecord(nil)
	switch {
	case byKey:
		s.pages.focus()
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
		back := look.NewIconButton(theme.NavigateBackIcon(), s.env.Words.Say("tip.back"), func() { s.Leave(s.back) })
		back.Importance = widget.LowImportance
		left = back
	}

	lines := container.New(&look.Lines{Gap: -4}, look.Border(nil, nil, left, look.PadXY(4, 0, actions(s, rec, stored)), heading))
	if stored {
		lines.Add(below(s, rec))
	}

	height := s.said.MinSize().Height
	s.said.RemoveAll()
	if said := remarks(s); said != nil {
		s.said.Add(said)
	}
	if s.said.MinSize().Height != height {
		s.panel.Refresh() // what stands below makes room
	}

	s.head.Objects = []fyne.CanvasObject{lines}
	s.head.Refresh()
}

// below is the line below the title of a stored record: its state in chips, then the first line of its subtitle.
func below[T any](s *Screen[T], rec T) fyne.CanvasObject {
	chips := container.NewHBox()
	if s.spec.Chips != nil {
		for _, c := range s.spec.Chips(rec) {
			chips.Add(c)
		}
	}

	first, _ := subtitle(s, rec)
	text := look.Text(first, look.ColorMuted, theme.SizeNameCaptionText, false)
	if len(chips.Objects) == 0 {
		return text
	}
	return look.Border(nil, nil, container.NewCenter(look.PadXY(8, 0, chips)), nil, text)
}

// subtitle is what stands below the title of a record, and what is to be said about it besides.
func subtitle[T any](s *Screen[T], rec T) (first, rest string) {
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

func actions[T any](s *Screen[T], rec T, stored bool) fyne.CanvasObject {
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
			b := look.NewButtonWithIcon(a.Label, a.Icon, a.Do)
			if a.Label == "" {
				b = look.NewIconButton(a.Icon, s.env.Words.Say("tip.more"), a.Do)
			}
			box.Add(Busy(s.env.Tasks, s.env.Words, b))
		}
	}

	if formTab(s) != "" {
		edit := look.NewButton(s.env.Words.Say("action.edit"), s.OpenForm)
		box.Add(Busy(s.env.Tasks, s.env.Words, edit))
		if s.form != nil { // it keeps its place there, so that no other button comes under the mouse
			edit.Disable()
		}
	}
	if s.spec.New != nil {
		b := look.NewIconButton(theme.DeleteIcon(), s.env.Words.Say("list.to_trash"), s.Delete)
		b.Importance = widget.LowImportance
		box.Add(Busy(s.env.Tasks, s.env.Words, b))
	}
	if !s.split.IsNarrow() {
		b := look.NewIconButton(theme.CancelIcon(), s.env.Words.Say("tip.close"), s.shut)
		b.Importance = widget.LowImportance
		box.Add(b)
	}

	return box
}

// formTab is the title of the first page that is a form, or "".
func formTab[T any](s *Screen[T]) string {
	for _, t := range visibleTabs(s) {
		if t.View == nil {
			return t.Title
		}
	}
	return ""
}

// OpenForm opens the form of the record that is read, with the cursor in its first input.
func (s *Screen[T]) OpenForm() {
	if s.state.Draft == nil || s.form != nil || formTab(s) == "" {
		return
	}
	s.ShowTab(formTab(s))
	s.form.FocusFirst()
}

func (s *Screen[T]) changed() {
	s.edits++
	s.gaps.soon()
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
	s.gaps.find()
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
