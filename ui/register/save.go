package register

import (
	"context"
	"errors"

	"jejaring/model"
)

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

	problems := take(s)
	if err := problems.Errors(); err != nil {
		s.showProblems(problems, true)
		return
	}

	if s.spec.Before == nil {
		s.store(then)
		return
	}

	draft := s.state.Draft
	s.saves = true
	s.foot.saving(true)
	s.spec.Before(apart(*draft), func(save bool) {
		s.saves = false
		s.foot.saving(false)
		if save && s.state.Draft == draft {
			s.store(then)
		}
	})
}

// store writes the open record, which has no problem.
func (s *Screen[T]) store(then func()) {
	rec := apart(*s.state.Draft)
	draft := s.state.Draft
	edits := s.edits
	corrected := s.state.Unlocked
	s.write(rec, func(rec T, err error) {
		s.saves = false
		s.foot.saving(false)
		if err != nil {
			failed(s, err)
			return
		}

		switch {
		case s.state.Draft != draft: // the user is with another record already
			s.foot.dirty(s.state.Dirty)
		case corrected:
			s.set(rec)
		case s.edits != edits:
			s.keepTyping(rec)
		default:
			s.keep(rec)
			s.showProblems(s.spec.Check(&rec).Warnings(), false)
			s.foot.saved()
			s.gaps.find()
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

func failed[T any](s *Screen[T], err error) {
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
func take[T any](s *Screen[T]) model.Problems {
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
