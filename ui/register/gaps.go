package register

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
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

// withGaps puts the list of what is missing beside a form, where there is room and the record can have a paper.
func (s *Screen[T]) withGaps(content fyne.CanvasObject) fyne.CanvasObject {
	s.missing = nil
	g := s.spec.Gaps
	if g == nil || s.form == nil || s.state.Unlocked || !g.Of(*s.state.Draft) {
		return content
	}

	s.missing = container.New(&look.Lines{Gap: -6})
	side := look.Border(nil, nil, look.Fixed(1, 0, look.NewGround(look.ColorLine)), nil, container.NewVScroll(look.PadXY(10, 10, s.missing)))
	s.findGaps()

	return container.New(&sideLayout{}, content, side)
}

// findGaps looks anew what is missing.
func (s *Screen[T]) findGaps() {
	if s.missing == nil {
		return
	}

	rec, _ := s.form.Record()
	rec = apart(rec)
	s.gapsOf.Run(s.env.Tasks, func(ctx context.Context) (model.Problems, error) { return s.spec.Gaps.Find(ctx, rec) },
		func(found model.Problems, err error) {
			if err == nil && s.missing != nil { // what cannot be read is said by the paper room
				s.gaps = found
				s.showGaps()
			}
		})
}

// showGaps lists what is missing; each leads to its input.
func (s *Screen[T]) showGaps() {
	w := s.env.Words
	errors := slices.DeleteFunc(slices.Clone(s.gaps), func(p model.Problem) bool { return p.Warning })
	title := w.Say("gaps.none")
	colour := theme.ColorNameSuccess
	if len(errors) > 0 {
		title = w.Say("gaps.some", len(errors))
		colour = theme.ColorNameForeground
	}

	s.missing.Objects = []fyne.CanvasObject{look.Paragraph(title, colour, theme.SizeNameText, true)}
	for _, p := range s.gaps {
		colour := theme.ColorNameForeground
		if p.Warning {
			colour = theme.ColorNameWarning
		}
		s.missing.Add(look.NewTap(look.Paragraph("• "+s.spec.Gaps.Say(p), colour, theme.SizeNameCaptionText, false), func() { s.lead(p) }))
	}

	s.missing.Refresh()
	s.foot.gaps(len(errors))
}

// lead goes to the input of what is missing, on whichever page it stands, and marks all that is missing there.
func (s *Screen[T]) lead(p model.Problem) {
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
		s.form.Show(s.gaps, "", false)
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
