package agreement

import (
	"strings"

	"jejaring/model"
	"jejaring/ui/form"
)

// fastTrack is the tick of a short agreement that a full one follows; that it is set is told by the day on which the full one is due.
const fastTrack = "fast_track"

// fast is the group of the fast track, which only short types of agreement have.
func fast() form.Group[agreement] {
	tick := form.Check(fastTrack, func(r *agreement) *bool {
		on := !r.FullDue.IsZero()
		return &on
	}).Hint("hint.fast_track").Set(func(r *agreement, text string) string {
		switch on := text == "true"; {
		case !on:
			r.FullDue = model.Date{}
		case r.FullDue.IsZero():
			r.FullDue = model.UsualFullDue(*r)
		}
		return ""
	})
	return form.Group[agreement]{Title: "group.fast_track", Right: true, When: func(r *agreement) bool { return model.CanBeFast(r.Type) },
		Lines: []form.Line[agreement]{tick}}
}

// fullDue is the day that belongs to the tick: without it there is none, and with it always one.
func fullDue() form.Line[agreement] {
	return form.Day("full_due", func(r *agreement) *model.Date { return &r.FullDue }).Must().
		Through(func(shown string) string { return shown }, func(before, typed string) string {
			if before == "" || strings.TrimSpace(typed) == "" {
				return before
			}
			return typed
		})
}

// slowed takes an agreement off the fast track whose type has none, and reports whether it did.
func slowed(r *agreement) bool {
	if r.FullDue.IsZero() || model.CanBeFast(r.Type) {
		return false
	}
	r.FullDue = model.Date{}
	return true
}
