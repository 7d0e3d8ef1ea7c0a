package register

import (
	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

// Keep stores what was typed in the state, before the window is built anew.
func (s *Screen[T]) Keep() {
	s.list.Keep()
	if s.form != nil && s.state.Draft != nil {
		*s.state.Draft, _ = s.form.Record()
		s.state.Typed = s.form.Typed()
		s.state.Cursor = s.form.Last()
	}
}

// Resume puts the cursor where it was before the window was built anew.
func (s *Screen[T]) Resume() {
	if s.form != nil {
		s.form.Return(s.state.Cursor)
	}
	s.state.Cursor = form.Cursor{}
}

// Redraw builds the open page anew, with what was typed.
func (s *Screen[T]) Redraw() {
	if s.state.Draft != nil && s.form != nil {
		s.Keep()
		s.showRecord(s.state.Typed)
		remind(s)
	}
}

// remind shows again which typed texts are no values.
func remind[T any](s *Screen[T]) {
	if s.form != nil {
		_, problems := s.form.Record()
		s.form.Show(problems, "", false)
	}
}

// rowRemoved offers a way back for a row that was taken out of a list of the open record.
func rowRemoved[T any](s *Screen[T]) func(back func()) {
	return func(back func()) {
		open, mine := s.form, s.state.Draft
		s.env.Notify(s.env.Words.Say("list.row_removed"), s.env.Words.Say("action.undo"), func() {
			if s.form != open || s.state.Draft != mine || !look.Shown(s.panel) { // it was saved or left meanwhile
				s.env.Notify(s.env.Words.Say("list.row_gone"), "", nil)
				return
			}
			back()
		})
	}
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
	typed := s.form.Typed()
	kept := map[string]string{}
	for _, p := range wrong {
		if text, ok := typed[p.Field]; ok {
			kept[p.Field] = text
		}
	}

	s.form.Load(rec, kept)
	s.changed()
	s.gaps.find()
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
	typed := s.form.Typed()
	kept := map[string]string{}
	for _, p := range wrong {
		kept[p.Field] = typed[p.Field]
	}

	change(s.state.Draft)
	s.form.Load(*s.state.Draft, kept)
	s.showHead()
	s.gaps.find()
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
