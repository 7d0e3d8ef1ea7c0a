package register

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
	"jejaring/ui/task"
)

// Beside shows what another program has changed. The open record follows, unless it is being edited: then what was typed
// stays, and its head says that the record was changed, before a save is refused.
func (s *Screen[T]) Beside() {
	if s.env.Window.Canvas().Overlays().Top() != nil { // what is answered there belongs to the page below, which must stay
		s.list.Reload()
		return
	}

	s.Reload()
	if s.state.Draft == nil || !s.state.Dirty {
		return
	}

	base := *s.spec.Base(s.state.Draft)
	if base.ID == 0 {
		return
	}

	task.Run(s.env.Tasks, func(ctx context.Context) (T, error) { return s.spec.List.Records.Get(ctx, base.ID) },
		func(rec T, err error) {
			if err != nil || s.state.Draft == nil {
				return
			}
			stored := s.spec.Base(&rec)
			open := s.spec.Base(s.state.Draft)
			if stored.ID == open.ID && stored.Version != open.Version && s.state.Dirty {
				s.warn(s.env.Words.Say("record.changed_beside"))
			}
		})
}

// warn says something in red under the record's title, until the record is shown anew.
func (s *Screen[T]) warn(text string) {
	s.showHead()
	note := look.Paragraph(text, theme.ColorNameError, theme.SizeNameText, false)
	s.head.Objects = []fyne.CanvasObject{look.Border(nil, note, nil, nil, s.head.Objects[0])}
	s.panel.Refresh()
}
