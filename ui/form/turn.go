package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
)

// When shows the field in the records that have it alone; what was typed stays while it is hidden.
func (f *Field[T]) When(has func(rec *T) bool) *Field[T] { f.when = has; return f }

// Explain puts what the chosen code means under its input: the words "explain.<group>.<code>".
func (f *Field[T]) Explain(group string) *Field[T] { f.explain = group; return f }

// Live is a Note that is drawn anew with every change, of the record as it was typed so far.
func Live[T any](draw func(rec *T) fyne.CanvasObject) Line[T] {
	return &liveLine[T]{noteLine[T]{draw: draw}}
}

type liveLine[T any] struct{ noteLine[T] }

func (l *liveLine[T]) turns() bool { return true }

func (l *liveLine[T]) follow(rec *T) { l.load(rec) }

// turns reports whether the field shows something else, or nothing, with what is typed elsewhere or here.
func (f *Field[T]) turns() bool { return f.when != nil || f.explain != "" }

func (l besideLine[T]) turns() bool { return l.any((*Field[T]).turns) }

func (l *Rows[T, R]) turns() bool {
	for _, f := range l.fields() {
		if f.turns() {
			return true
		}
	}
	return false
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
