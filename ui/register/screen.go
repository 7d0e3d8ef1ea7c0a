package register

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// Spec describes a screen of records.
type Spec[T any] struct {
	// Entity is the record's name in the keys of the translations: "partner".
	Entity string
	List   ListSpec[T]
	Base   func(*T) *model.Base
	Check  func(*T) model.Problems
	// New returns an empty record; nil means that records are not made by hand.
	New  func() T
	Tabs []Tab[T]
	// Title, Subtitle and Chips head the record.
	Title    func(T) string
	Subtitle func(T) string
	Chips    func(T) []*look.Chip
	// Actions are the buttons of a stored record.
	Actions func(T) []Action
	// Before is asked before a record is saved, when it is set; it calls proceed once, with whether to save.
	Before func(rec T, proceed func(save bool))
	// Saved is called after a save, Removed after a delete or undo.
	Saved   func(T)
	Removed func()
	// Changed may fill fields that depend on others, each time a field was left; it returns true when it did.
	Changed func(rec *T, field string) bool
	Extra   []fyne.CanvasObject // further buttons beside "new"
	// Lock keeps what stands on a paper from being typed over.
	Lock Lock[T]
	// Gaps tells what is missing before a paper can be made; nil where there is none.
	Gaps *Gaps[T]
	// Roomy gives a new record the whole width, so that it fits on one screen.
	Roomy bool
}

// Lock keeps the fields of a record that stand on a paper; an empty one keeps none.
type Lock[T any] struct {
	// Frozen reports of a record which of its fields stand on a paper, so that the form shows them as text; nil, or a nil
	// answer, is none. Locked says why, in words.
	Frozen func(T) func(field string) bool
	Locked func(T) string
	// Correct asks for a reason and stores a record in which such fields were changed; it calls done when it was tried. Nil where
	// nothing of a type is corrected, or a step opens the record again.
	Correct func(rec T, done func(T, error))
}

// Tab is a page of a record: a form, or a view of its own.
type Tab[T any] struct {
	Title  string // key of the translations
	Groups func() []form.Group[T]
	// View shows something of a stored record; it is not part of the form.
	View func(T) fyne.CanvasObject
	// Count is the number of what is on the page, beside its title; nil where there is nothing to count. It runs beside the
	// window.
	Count func(context.Context, T) (int, error)
	// Files says that files are chosen there, and dropped.
	Files bool
}

// Action is a button of a record.
type Action struct {
	Label string
	Icon  fyne.Resource
	Main  bool
	Do    func()
}

// State is what a screen keeps when the window is built anew, in another language for instance.
type State[T any] struct {
	List ListState
	// Draft is the open record as edited, nil when none is open.
	Draft *T
	Typed map[string]string
	Dirty bool
	// Unlocked says that fields that stand on a paper are being corrected.
	Unlocked bool
	Tab      string // the title of the open page; the first one where there is none
	// Cursor is where the cursor was when the window was built anew.
	Cursor form.Cursor
}

// Screen is a list beside the chosen record.
type Screen[T any] struct {
	env   Env
	spec  Spec[T]
	state *State[T]
	list  *List[T]
	split *look.Split
	body  *fyne.Container
	panel *fyne.Container
	form  *form.Form[T]
	foot  *footer
	saves bool
	unask func() // closes the question that was asked last
	edits int    // changes by the user so far
	opens task.Latest[T]
	head  *fyne.Container
	said  *fyne.Container // what is to be said about the open record besides its title
	pages *pageBar[T]
	gaps  *gapList[T]
}

// New builds a screen; Reload fetches its rows.
func New[T any](env Env, spec Spec[T], state *State[T]) *Screen[T] {
	s := &Screen[T]{env: env, spec: spec, state: state}
	s.pages = &pageBar[T]{screen: s}
	s.gaps = &gapList[T]{screen: s}
	spec.List.Opened = func(rec T) { s.fetch(spec.Base(&rec).ID, s.Open) } // rows of a list may be parts of their records
	spec.List.Menu = func(rec T, at fyne.Position) { rowMenu(s, rec, at) }
	if len(spec.List.Columns) > 0 {
		spec.List.Name = env.Words.Label("entity", spec.Entity)
	}
	s.list = NewList(env, spec.List, &state.List)
	s.list.rowsView.escaped = func() {
		if len(s.list.marks.on) > 0 {
			s.list.marks.Clear()
			return
		}
		s.shut()
	}
	s.list.search.OnEscape = func() {
		if s.list.search.Text == "" {
			s.shut()
			return
		}
		s.list.search.SetText("")
	}
	s.panel = container.NewStack()
	s.split = &look.Split{Narrow: look.Scaled(900), Share: 0.4, OnNarrow: func(bool) { s.showHead() }}
	s.body = container.New(s.split, s.list.Object(), s.panel)

	if state.Draft != nil {
		s.split.Record = true
		s.showRecord(state.Typed)
		remind(s)
	} else {
		showNothing(s)
	}

	return s
}

// Object is what to show below the screen's heading.
func (s *Screen[T]) Object() fyne.CanvasObject { return s.body }

// Tools are the search and the buttons for the screen's heading.
func (s *Screen[T]) Tools() []fyne.CanvasObject {
	tools := []fyne.CanvasObject{look.Fixed(270, 0, s.list.SearchEntry())}
	if s.env.SaveAs != nil && len(s.spec.List.Columns) > 0 {
		b := look.NewIconButton(theme.DownloadIcon(), s.env.Words.Say("tip.export"), func() { s.list.Export(s.list.spec.Name) })
		tools = append(tools, b)
	}

	tools = append(tools, s.spec.Extra...)
	if s.spec.New != nil {
		tools = append(tools, look.NewMainButton(s.env.Words.Say(s.spec.Entity+".new"), theme.ContentAddIcon(), s.Create))
	}
	return tools
}

// Reload fetches the list anew, and the open record when it is not being edited.
func (s *Screen[T]) Reload() {
	s.list.Reload()
	if s.state.Draft != nil && !s.state.Dirty {
		if id := s.spec.Base(s.state.Draft).ID; id != 0 {
			s.fetch(id, func(rec T) { again(s, rec) })
		}
	}
}

// again shows the open record as it is stored now. That it was saved is still said, unless somebody has changed it since.
func again[T any](s *Screen[T], rec T) {
	saved := s.foot != nil && s.foot.isSaved && s.state.Draft != nil
	if saved {
		shown, stored := s.spec.Base(s.state.Draft), s.spec.Base(&rec)
		saved = shown.ID == stored.ID && shown.Version == stored.Version
	}

	s.Open(rec)
	if saved && s.form != nil && !s.state.Dirty {
		s.foot.saved()
	}
}

// Unfocused takes a key while nothing has the keyboard: those that go through a list go to the list, and Esc closes the record.
func (s *Screen[T]) Unfocused(k *fyne.KeyEvent) {
	rows := s.list.rowsView
	switch k.Name {
	case fyne.KeyEscape:
		s.shut()
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyReturn, fyne.KeyEnter:
		if s.split.IsNarrow() && s.split.Record || rows.Length() == 0 {
			return
		}
		s.env.Window.Canvas().Focus(rows)
		if k.Name != fyne.KeyDown && k.Name != fyne.KeyUp { // a list that is entered stands at a row already
			rows.TypedKey(k)
		}
	}
}

// FocusSearch puts the cursor into the search.
func (s *Screen[T]) FocusSearch() { s.env.Window.Canvas().Focus(s.list.SearchEntry()) }

// Marks are the marked rows.
func (s *Screen[T]) Marks() *Marks[T] { return s.list.marks }

// Filter chooses a chip by its position from 1; 0 shows everything.
func (s *Screen[T]) Filter(n int) { s.list.SetFilter(n); s.list.fetch() }

// Show shows the list behind a figure: it offers chips for it and chooses the first of them.
func (s *Screen[T]) Show(offer func(w translations.Words) []Filter) {
	s.list.Show(offer)
	s.list.Reload()
	if s.split.IsNarrow() && !s.state.Dirty {
		showPane(s, false)
	}
}

// OpenID opens a record by its identifier, from elsewhere: filters of the list that would hide it give way.
func (s *Screen[T]) OpenID(id model.ID) {
	s.list.Seek(id)
	s.fetch(id, s.Open)
}

// OpenThen opens a record by its identifier, and calls then once it is shown.
func OpenThen[T any](s *Screen[T], id model.ID, then func()) {
	s.list.Seek(id)
	s.fetch(id, func(rec T) {
		s.Leave(func() {
			s.Open(rec)
			then()
		})
	})
}

// fetch gets a record beside the window; of two that are asked for, only the later one comes.
func (s *Screen[T]) fetch(id model.ID, then func(T)) {
	s.opens.Run(s.env.Tasks, func(ctx context.Context) (T, error) { return s.spec.List.Records.Get(ctx, id) },
		func(rec T, err error) {
			if err != nil {
				s.env.Report(err)
				return
			}
			then(rec)
		})
}

// Next is the record below one in the list, or above the last one; 0 where there is no other.
func (s *Screen[T]) Next(id model.ID) model.ID { return s.list.Next(id) }

// ReloadAt fetches the list anew and opens a record, which a step has changed.
func (s *Screen[T]) ReloadAt(id model.ID) {
	s.list.Reload()
	s.fetch(id, s.Open)
}

// OpenAt opens a record by its identifier at the page with a title, with the cursor in the input of a field; "" is the first
// page, and no input.
func (s *Screen[T]) OpenAt(id model.ID, title, field string) {
	s.list.Seek(id)
	s.fetch(id, func(rec T) {
		s.Leave(func() {
			s.Open(rec)
			if slices.ContainsFunc(s.spec.Tabs, func(t Tab[T]) bool { return t.Title == title }) {
				s.ShowTab(title)
			}
			if s.form != nil && field != "" {
				s.form.FocusOn(field)
			}
		})
	})
}

// ShowFiles opens the page of the open record where files are chosen, and reports whether there is one.
func (s *Screen[T]) ShowFiles() bool {
	if s.state.Draft == nil {
		return false
	}

	tabs := visibleTabs(s)
	at := slices.IndexFunc(tabs, func(t Tab[T]) bool { return t.Files })
	if at >= 0 {
		s.ShowTab(tabs[at].Title)
	}
	return at >= 0
}

// Open shows a record, after asking about unsaved changes.
func (s *Screen[T]) Open(rec T) {
	id := s.spec.Base(&rec).ID
	if s.state.Draft != nil && s.state.Dirty && s.spec.Base(s.state.Draft).ID == id {
		showPane(s, true)
		return
	}

	s.Leave(func() {
		if s.state.Draft == nil || s.spec.Base(s.state.Draft).ID != id {
			s.state.Tab = ""
		}
		s.set(rec)
	})
}

func (s *Screen[T]) set(rec T) {
	s.opens.Stop() // a record that is still being fetched would take this one's place
	s.state.Draft, s.state.Dirty, s.state.Typed, s.state.Unlocked = &rec, false, nil, false
	s.list.Choose(s.spec.Base(&rec).ID)
	s.showRecord(nil)
	showPane(s, true)
}

// Create opens an empty record.
func (s *Screen[T]) Create() { s.CreateFrom(s.spec.New()) }

// CreateFrom opens a new record that is filled already.
func (s *Screen[T]) CreateFrom(rec T) {
	s.Leave(func() {
		s.state.Tab = ""
		s.set(rec)
		if s.form != nil {
			s.form.FocusFirst()
		}
	})
}

func showPane[T any](s *Screen[T], record bool) {
	s.split.Record = record
	s.body.Refresh()
	look.LetGo(s.env.Window.Canvas())
}
