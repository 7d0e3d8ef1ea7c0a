package register

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

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
	// Saved is called after a save, Removed after a delete or undo.
	Saved   func(T)
	Removed func()
	// Changed may fill fields that depend on others, each time a field was left; it returns true when it did.
	Changed func(rec *T, field string) bool
	Extra   []fyne.CanvasObject // further buttons beside "new"
	// Roomy gives a new record the whole width, so that it fits on one screen.
	Roomy bool
}

// Tab is a page of a record: a form, or a view of its own.
type Tab[T any] struct {
	Title  string // key of the translations
	Groups func() []form.Group[T]
	// View shows something of a stored record; it is not part of the form.
	View func(T) fyne.CanvasObject
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
	Tab   int
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
	bar   *fyne.Container // of the tabs
}

// New builds a screen; Reload fetches its rows.
func New[T any](env Env, spec Spec[T], state *State[T]) *Screen[T] {
	s := &Screen[T]{env: env, spec: spec, state: state}
	spec.List.Opened = func(rec T) { s.OpenID(spec.Base(&rec).ID) } // rows of a list may be parts of their records
	s.list = NewList(env, spec.List, &state.List)
	s.panel = container.NewStack()
	s.split = &look.Split{Narrow: look.Scaled(900), Share: 0.44, OnNarrow: func(bool) { s.showHead() }}
	s.body = container.New(s.split, s.list.Object(), s.panel)
	if state.Draft != nil {
		s.split.Record = true
		s.showRecord(state.Typed)
		s.remind()
	} else {
		s.showNothing()
	}
	return s
}

// Object is what to show below the screen's heading.
func (s *Screen[T]) Object() fyne.CanvasObject { return s.body }

// Tools are the search and the buttons for the screen's heading.
func (s *Screen[T]) Tools() []fyne.CanvasObject {
	tools := []fyne.CanvasObject{look.Fixed(270, 0, s.list.SearchEntry())}
	if s.env.SaveAs != nil && len(s.spec.List.Columns) > 0 {
		b := widget.NewButtonWithIcon("", theme.DownloadIcon(), func() {
			s.list.Export(func(content []byte) { s.env.SaveAs(s.env.Words.Label("entity", s.spec.Entity)+".csv", content) })
		})
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
			s.OpenID(id)
		}
	}
}

// FocusSearch puts the cursor into the search.
func (s *Screen[T]) FocusSearch() { s.env.Window.Canvas().Focus(s.list.SearchEntry()) }

// Filter chooses a chip by its position from 1; 0 shows everything.
func (s *Screen[T]) Filter(n int) { s.list.SetFilter(n); s.list.fetch() }

// Show shows the list behind a figure: it offers chips for it and chooses the first of them.
func (s *Screen[T]) Show(offer func(w translations.Words) []Filter) {
	s.list.Show(offer)
	s.list.Reload()
	if s.split.IsNarrow() && !s.state.Dirty {
		s.showPane(false)
	}
}

// Keep stores what was typed in the state, before the window is built anew.
func (s *Screen[T]) Keep() {
	if s.form != nil && s.state.Draft != nil {
		*s.state.Draft, _ = s.form.Record()
		s.state.Typed = s.form.Typed()
	}
}

// Redraw builds the open page anew, with what was typed.
func (s *Screen[T]) Redraw() {
	if s.state.Draft != nil && s.form != nil {
		s.Keep()
		s.showRecord(s.state.Typed)
		s.remind()
	}
}

// remind shows again which typed texts are no values.
func (s *Screen[T]) remind() {
	if s.form != nil {
		_, problems := s.form.Record()
		s.form.Show(problems, "", false)
	}
}

// Leave calls then at once, or after asking what shall become of unsaved changes.
func (s *Screen[T]) Leave(then func()) {
	if !s.state.Dirty {
		then()
		return
	}
	s.ask(func() { s.save(then) }, func() { s.drop(); then() })
}

// OpenID opens a record by its identifier.
func (s *Screen[T]) OpenID(id model.ID) {
	s.opens.Run(s.env.Tasks, func(ctx context.Context) (T, error) { return s.spec.List.Records.Get(ctx, id) },
		func(rec T, err error) {
			if err != nil {
				s.env.Report(err)
				return
			}
			s.Open(rec)
		})
}

// OpenAt opens a record by its identifier at the page with a title.
func (s *Screen[T]) OpenAt(id model.ID, title string) {
	s.opens.Run(s.env.Tasks, func(ctx context.Context) (T, error) { return s.spec.List.Records.Get(ctx, id) },
		func(rec T, err error) {
			if err != nil {
				s.env.Report(err)
				return
			}
			s.Leave(func() {
				s.Open(rec)
				if i := slices.IndexFunc(s.spec.Tabs, func(t Tab[T]) bool { return t.Title == title }); i >= 0 {
					s.showTab(i)
				}
			})
		})
}

// Open shows a record, after asking about unsaved changes.
func (s *Screen[T]) Open(rec T) {
	id := s.spec.Base(&rec).ID
	if s.state.Draft != nil && s.state.Dirty && s.spec.Base(s.state.Draft).ID == id {
		s.showPane(true)
		return
	}
	s.Leave(func() {
		if s.state.Draft == nil || s.spec.Base(s.state.Draft).ID != id {
			s.state.Tab = 0
		}
		s.set(rec)
	})
}

func (s *Screen[T]) set(rec T) {
	s.opens.Stop() // a record that is still being fetched would take this one's place
	s.state.Draft, s.state.Dirty, s.state.Typed = &rec, false, nil
	s.list.Choose(s.spec.Base(&rec).ID)
	s.showRecord(nil)
	s.showPane(true)
}

// keep shows a record that was just saved without moving what the user looks at.
func (s *Screen[T]) keep(rec T) {
	if s.form == nil || s.spec.Base(s.state.Draft).ID == 0 {
		s.set(rec)
		return
	}
	s.state.Draft, s.state.Dirty, s.state.Typed = &rec, false, nil
	s.form.Load(rec, nil)
	s.showHead()
}

// keepTyping shows that a record was saved while the user went on typing: what came since is still unsaved.
func (s *Screen[T]) keepTyping(saved T) {
	fresh := s.spec.Base(s.state.Draft).ID == 0
	s.Keep()
	*s.spec.Base(s.state.Draft) = *s.spec.Base(&saved)
	s.list.Choose(s.spec.Base(&saved).ID)
	if fresh || s.form == nil {
		s.showRecord(s.state.Typed)
		return
	}
	s.form.Load(*s.state.Draft, s.state.Typed)
	s.showHead()
	s.foot.dirty(true)
}

// Create opens an empty record.
func (s *Screen[T]) Create() { s.CreateFrom(s.spec.New()) }

// CreateFrom opens a new record that is filled already.
func (s *Screen[T]) CreateFrom(rec T) {
	s.Leave(func() {
		s.state.Tab = 0
		s.set(rec)
		if s.form != nil {
			s.form.FocusFirst()
		}
	})
}

// Edit changes the open record beside the user's own changes and marks it as unsaved.
func (s *Screen[T]) Edit(change func(*T)) {
	if s.state.Draft == nil || s.form == nil {
		return
	}
	var wrong model.Problems
	*s.state.Draft, wrong = s.form.Record()
	change(s.state.Draft)
	s.refill(*s.state.Draft, wrong)
}

// refill shows a record that was completed beside the user's own changes; texts that are no values stay as typed.
func (s *Screen[T]) refill(rec T, wrong model.Problems) {
	typed, kept := s.form.Typed(), map[string]string{}
	for _, p := range wrong {
		if text, ok := typed[p.Field]; ok {
			kept[p.Field] = text
		}
	}
	s.form.Load(rec, kept)
	s.changed()
}

// Reveal changes what the open record shows without marking it as edited; what was typed stays.
func (s *Screen[T]) Reveal(change func(*T)) {
	if s.state.Draft == nil {
		return
	}
	if s.form == nil {
		change(s.state.Draft)
		s.showRecord(nil)
		return
	}
	var wrong model.Problems
	*s.state.Draft, wrong = s.form.Record()
	typed, kept := s.form.Typed(), map[string]string{}
	for _, p := range wrong {
		kept[p.Field] = typed[p.Field]
	}
	change(s.state.Draft)
	s.form.Load(*s.state.Draft, kept)
	s.showHead()
}

// Stored runs do with a record that holds what was typed: it saves first where something was.
func (s *Screen[T]) Stored(do func()) {
	if s.state.Draft == nil || !s.state.Dirty {
		do()
		return
	}
	s.save(do)
}

// Draft returns the open record as it was edited so far, or nil.
func (s *Screen[T]) Draft() *T { return s.state.Draft }

func (s *Screen[T]) showPane(record bool) {
	s.split.Record = record
	s.body.Refresh()
}

// discard throws the changes away and shows the record as it is stored.
func (s *Screen[T]) discard() {
	id := s.spec.Base(s.state.Draft).ID
	s.drop()
	if id != 0 {
		s.OpenID(id)
	}
}

// Close closes a record that is no longer there.
func (s *Screen[T]) Close() { s.drop() }

// drop throws the changes away and closes the record.
func (s *Screen[T]) drop() {
	s.opens.Stop()
	s.state.Draft, s.state.Dirty, s.state.Typed = nil, false, nil
	s.showNothing()
	s.showPane(false)
}

// Settled calls do with the open record once its changes are saved or thrown away.
func (s *Screen[T]) Settled(do func(T)) {
	if s.state.Draft == nil {
		return
	}
	if !s.state.Dirty {
		do(*s.state.Draft)
		return
	}
	id := s.spec.Base(s.state.Draft).ID
	s.ask(func() {
		s.save(func() { do(*s.state.Draft) })
	}, func() {
		s.drop()
		s.opens.Run(s.env.Tasks, func(ctx context.Context) (T, error) { return s.spec.List.Records.Get(ctx, id) },
			func(rec T, err error) {
				if err != nil {
					s.env.Report(err)
					return
				}
				s.set(rec)
				do(rec)
			})
	})
}

// ask asks what shall become of unsaved changes.
func (s *Screen[T]) ask(save, discard func()) {
	w := s.env.Words
	s.question("ask.unsaved",
		Answer{Label: w.Say("action.save"), Main: true, Do: save},
		Answer{Label: w.Say("action.discard"), Danger: true, Do: discard},
		Answer{Label: w.Say("action.keep_editing")})
}

// question asks in place of a question that is still open: the record is there for one answer only.
func (s *Screen[T]) question(key string, answers ...Answer) {
	if s.unask != nil {
		s.unask()
	}
	s.unask = Ask(s.env.Window, s.env.Words.Say(key), s.env.Words.Say(key+"_text"), nil, answers...)
}

// Save stores the open record, if it was changed.
func (s *Screen[T]) Save() {
	if s.state.Draft != nil && s.state.Dirty {
		s.save(nil)
	}
}

func (s *Screen[T]) save(then func()) {
	if s.saves || s.state.Draft == nil {
		return
	}
	problems := s.take()
	if err := problems.Errors(); err != nil {
		s.showProblems(problems, true)
		return
	}
	rec, draft, edits := apart(*s.state.Draft), s.state.Draft, s.edits
	s.saves = true
	s.foot.saving(true)
	task.Run(s.env.Tasks, func(ctx context.Context) (T, error) {
		err := s.spec.List.Records.Save(ctx, &rec)
		return rec, err
	}, func(rec T, err error) {
		s.saves = false
		s.foot.saving(false)
		if err != nil {
			s.failed(err)
			return
		}
		switch {
		case s.state.Draft != draft: // the user is with another record already
			s.foot.dirty(s.state.Dirty)
		case s.edits != edits:
			s.keepTyping(rec)
		default:
			s.keep(rec)
			s.showProblems(s.spec.Check(&rec).Warnings(), false)
			s.foot.saved()
			s.list.Choose(s.spec.Base(&rec).ID)
		}
		s.list.Reload()
		if s.spec.Saved != nil {
			s.spec.Saved(rec)
		}
		if then != nil {
			s.Leave(then)
		}
	})
}

func (s *Screen[T]) failed(err error) {
	if ps := model.AsProblems(err); ps != nil {
		s.showProblems(ps, true)
		return
	}
	if errors.Is(err, context.Canceled) {
		return
	}
	s.env.Report(err)
}

// take reads the inputs into the draft and returns every problem.
func (s *Screen[T]) take() model.Problems {
	var problems model.Problems
	if s.form != nil {
		*s.state.Draft, problems = s.form.Record()
	}
	for _, p := range s.spec.Check(s.state.Draft) {
		if !problemAt(problems, p.Field) {
			problems = append(problems, p)
		}
	}
	return problems
}

func problemAt(ps model.Problems, field string) bool {
	for _, p := range ps {
		if p.Field == field {
			return true
		}
	}
	return false
}

// Delete moves the open record to the trash and offers to undo.
func (s *Screen[T]) Delete() {
	rec := *s.state.Draft
	s.Leave(func() { s.remove(rec) })
}

func (s *Screen[T]) remove(rec T) {
	id := s.spec.Base(&rec).ID
	done := func(err error, then func()) {
		if errors.Is(err, model.ErrInUse) {
			s.refuse()
			return
		}
		if err != nil {
			s.env.Report(err)
			return
		}
		then()
		s.list.Reload()
		if s.spec.Removed != nil {
			s.spec.Removed()
		}
	}
	task.Run(s.env.Tasks, func(ctx context.Context) (bool, error) { return true, s.spec.List.Records.Delete(ctx, id) },
		func(_ bool, err error) {
			done(err, func() {
				s.state.Draft, s.state.Dirty = nil, false
				s.showNothing()
				s.showPane(false)
				s.env.Notify(s.env.Words.Say("trash.moved", s.spec.Title(rec)), s.env.Words.Say("action.undo"), func() {
					task.Run(s.env.Tasks, func(ctx context.Context) (bool, error) { return true, s.spec.List.Records.Restore(ctx, id) },
						func(_ bool, err error) { done(err, func() { s.OpenID(id) }) })
				})
			})
		})
}
