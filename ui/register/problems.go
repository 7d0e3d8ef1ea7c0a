package register

import (
	"jejaring/model"
	"jejaring/ui/form"
)

// showProblems puts problems under their fields; it opens the tab that has the first one.
func (s *Screen[T]) showProblems(problems model.Problems, focus bool) {
	if len(problems) == 0 {
		return
	}
	if focus && (s.form == nil || !anyHere(s, problems)) {
		openTabOf(s, problems)
	}
	if s.form == nil {
		return
	}

	homeless := s.form.Show(problems, "", focus)
	for i := range homeless {
		homeless[i].Field = s.spec.Entity + "." + homeless[i].Field // its label in this kind of record
	}

	s.foot.problems(homeless, len(problems), problems.Errors() != nil)
}

func anyHere[T any](s *Screen[T], problems model.Problems) bool {
	for _, p := range problems {
		if matters(p, problems) && s.form.Has(p.Field) {
			return true
		}
	}
	return false
}

// matters reports whether a problem should be looked at first: an error, or any warning where there is no error.
func matters(p model.Problem, all model.Problems) bool { return !p.Warning || all.Errors() == nil }

func openTabOf[T any](s *Screen[T], problems model.Problems) {
	for _, t := range visibleTabs(s) {
		if t.Groups == nil {
			continue
		}

		groups := t.Groups()
		for _, p := range problems {
			if matters(p, problems) && form.Holds(groups, p.Field) {
				s.state.Tab = t.Title
				s.showRecord(nil)
				return
			}
		}
	}
}

// ShowProblems marks what is missing in the open record, for actions that need more than a save does.
func (s *Screen[T]) ShowProblems(problems model.Problems) { s.showProblems(problems, true) }
