package register

import (
	"cmp"
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// Gaps tells beside the form of a record what is missing before its paper can be made, while it is typed.
type Gaps[T any] struct {
	// Of reports whether a record can have a paper at all.
	Of func(T) bool
	// Find lists what is missing; it runs beside the window.
	Find func(context.Context, T) (model.Problems, error)
	// Say says one of them.
	Say func(model.Problem) string
}

// gapsWidth is how wide the list beside the form is; besideForm is the width from which it stands there.
const gapsWidth, besideForm = 250, 780

// gapList is the list of what is missing beside the form of the open record.
type gapList[T any] struct {
	screen *Screen[T]
	lines  *fyne.Container // nil while the open record can have no paper
	places form.Places[T]
	found  model.Problems
	latest task.Latest[model.Problems]
	stop   func() // ends the wait for typing to rest; nil before anything was typed
}

// beside puts the list beside a form, where there is room and the record can have a paper.
func (l *gapList[T]) beside(content fyne.CanvasObject) fyne.CanvasObject {
	s := l.screen
	l.lines = nil
	g := s.spec.Gaps
	if g == nil || s.form == nil || s.state.Unlocked || !g.Of(*s.state.Draft) {
		return content
	}

	l.lines = container.New(&look.Lines{Gap: -6})
	l.places = form.NewPlaces(s.env.Words, s.spec.Entity, pagesOf(s))
	side := look.Border(nil, nil, look.Fixed(1, 0, look.NewGround(look.ColorLine)), nil, container.NewVScroll(look.PadXY(10, 10, l.lines)))
	l.find()

	return container.New(&sideLayout{}, content, side)
}

// gapsPause is how long typing must rest before it is looked anew.
const gapsPause = 400 * time.Millisecond

// soon looks anew once typing rests: a row that came or went leaves no input.
func (l *gapList[T]) soon() {
	if l.lines == nil {
		return
	}
	if l.stop != nil {
		l.stop()
	}
	l.stop = l.screen.env.Tasks.After(gapsPause, l.find)
}

// find looks anew what is missing.
func (l *gapList[T]) find() {
	s := l.screen
	if l.lines == nil || s.form == nil {
		return
	}

	rec, _ := s.form.Record()
	rec = apart(rec)
	refused := s.spec.Check(&rec)
	l.latest.Run(s.env.Tasks, func(ctx context.Context) (model.Problems, error) { return s.spec.Gaps.Find(ctx, rec) },
		func(found model.Problems, err error) {
			if err == nil && l.lines != nil { // what cannot be read is said by the paper room
				l.take(found, refused)
			}
		})
}

// take lists what stands against the paper, and what a save would refuse, in the order of the inputs. What is missing has the sign
// of what is required from now on.
func (l *gapList[T]) take(found, refused model.Problems) {
	l.found = slices.Clone(found)
	for _, p := range refused {
		if !p.Warning && !slices.ContainsFunc(found, func(q model.Problem) bool { return q.Field == p.Field }) {
			l.found = append(l.found, p)
		}
	}

	all := slices.Clone(l.found)
	l.found = slices.DeleteFunc(l.found, func(p model.Problem) bool { // what is said more exactly is said once
		return p.Code == model.CodeRequired && slices.ContainsFunc(all, func(q model.Problem) bool {
			return q.Field == p.Field && q.Code != p.Code && !q.Warning
		})
	})

	slices.SortStableFunc(l.found, func(a, b model.Problem) int {
		if a.Warning != b.Warning { // what only warns stands below
			return map[bool]int{true: 1, false: -1}[a.Warning]
		}
		return cmp.Compare(l.places.Order(a.Field), l.places.Order(b.Field))
	})

	var missing []string
	for _, p := range l.found {
		if !p.Warning && p.Code == model.CodeRequired {
			missing = append(missing, p.Field)
		}
	}

	if l.screen.form != nil {
		l.screen.form.Require(missing...)
	}
	l.show()
}

// pagesOf are the groups of all pages of the open record that are forms.
func pagesOf[T any](s *Screen[T]) (pages [][]form.Group[T]) {
	for _, t := range visibleTabs(s) {
		if t.Groups != nil {
			pages = append(pages, t.Groups())
		}
	}
	return pages
}

// show lists what is missing; each leads to its input.
func (l *gapList[T]) show() {
	w := l.screen.env.Words
	errors := slices.DeleteFunc(slices.Clone(l.found), func(p model.Problem) bool { return p.Warning })
	title := w.Say("gaps.none")
	colour := theme.ColorNameSuccess
	if len(errors) > 0 {
		title = w.Say("gaps.some", len(errors))
		colour = theme.ColorNameForeground
	}

	l.lines.Objects = []fyne.CanvasObject{look.Paragraph(title, colour, theme.SizeNameText, true)}
	for i, p := range l.found {
		colour := theme.ColorNameForeground
		if p.Warning {
			colour = theme.ColorNameWarning
		}
		if p.Warning && (i == 0 || !l.found[i-1].Warning) {
			l.lines.Add(look.Paragraph(w.Say("gaps.warnings"), theme.ColorNameForeground, theme.SizeNameText, true))
		}
		said := cmp.Or(l.places.Say(p), l.screen.spec.Gaps.Say(p))
		text := look.Paragraph("• "+said, colour, theme.SizeNameCaptionText, false)
		l.lines.Add(look.NewTap(text, func() { l.lead(p) }))
	}

	l.lines.Refresh()
	l.screen.foot.gaps(len(errors), func() { l.lead(errors[0]) })
}

// lead goes to the input of what is missing, on whichever page it stands, and marks all that is missing there.
func (l *gapList[T]) lead(p model.Problem) {
	s := l.screen
	if s.form == nil {
		return
	}

	if !s.form.Has(p.Field) {
		rec, wrong := s.form.Record()
		if wrong.Errors() != nil {
			s.form.Show(wrong, "", true)
			return
		}
		*s.state.Draft = rec
		openTabOf(s, model.Problems{p})
	}

	if s.form != nil {
		s.form.Show(l.found, "", false)
		s.form.FocusOn(p.Field)
	}
}

// sideLayout places something beside a form where there is room for both.
type sideLayout struct{}

func (*sideLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (*sideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	wide := size.Width >= look.Scaled(besideForm)
	width := size.Width
	if wide {
		width -= look.Scaled(gapsWidth)
		o[1].Move(fyne.NewPos(width, 0))
		o[1].Resize(fyne.NewSize(look.Scaled(gapsWidth), size.Height))
		o[1].Show()
	} else {
		o[1].Hide()
	}

	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(width, size.Height))
}
