package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
)

// When shows the field in the records that have it alone; what was typed stays while it is hidden.
func (f *Field[T]) When(has func(rec *T) bool) *Field[T] { f.when = has; return f }

// Explain puts what the chosen code means under its input: the words "explain.<group>.<code>".
func (f *Field[T]) Explain(group string) *Field[T] { f.explain = group; return f }

// Live is a Note that is drawn anew when an input was left, of the record as it was typed so far.
func Live[T any](draw func(rec *T) fyne.CanvasObject) Line[T] {
	return &liveLine[T]{noteLine[T]{draw: draw}}
}

type liveLine[T any] struct{ noteLine[T] }

func (l *liveLine[T]) turns() bool { return true }

func (l *liveLine[T]) follow(rec *T) { l.load(rec) }

// turns reports whether the field shows something else, or nothing, with what is typed elsewhere or here.
func (f *Field[T]) turns() bool { return f.when != nil || f.explain != "" }

func (l besideLine[T]) turns() bool { return l.any((*Field[T]).turns) }

func (l *Rows[T, R]) turns() bool { return slices.ContainsFunc(l.fields(), (*Field[R]).turns) }

// turn brings what turns in line with the record once an input was left. Not with every letter: a text that is half typed has lost the
// places of numbers that it names.
func (f *Form[T]) turn() {
	turns := func(line Line[T]) bool {
		l, ok := line.(interface{ turns() bool })
		return ok && l.turns()
	}
	if f.loaded && !*f.ctx.halfway && slices.ContainsFunc(f.lines(), turns) {
		f.follow()
	}
}

// follow takes what was typed, and shows what goes with it.
func (f *Form[T]) follow() {
	f.Record()
	for _, line := range f.lines() {
		if l, ok := line.(interface{ follow(*T) }); ok {
			l.follow(&f.rec)
		}
	}
	f.open()
}

// turn shows the field where the record has it, and what its code means.
func (f *Field[T]) turn(rec *T) {
	if f.when != nil && f.when(rec) != f.whole.Visible() {
		f.c.turn(f.whole, f.when(rec))
	}
	if f.explain == "" || f.tip == nil || f.explained == f.in.text() {
		return
	}

	f.explained = f.in.text()
	if f.explained != "" {
		look.SetText(f.tip, f.c.words.Say("explain."+f.explain+"."+f.explained), look.ColorMuted, theme.SizeNameCaptionText, false)
	}
	f.c.turn(f.tip, f.explained != "")
}

// turn shows or hides a part of the form, which gets its new height once all was looked at.
func (c *context) turn(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
	*c.turned = true
}
