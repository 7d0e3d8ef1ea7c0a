package register

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
	"jejaring/ui/task"
)

// frozen is what the open record keeps from its form, or nil while it is corrected.
func (s *Screen[T]) frozen() func(string) bool {
	if s.spec.Lock.Frozen == nil || s.state.Unlocked || s.spec.Base(s.state.Draft).ID == 0 {
		return nil
	}
	return s.spec.Lock.Frozen(*s.state.Draft)
}

// lock says why fields are shown as text, and leads to the correction; nil where nothing is frozen.
func (s *Screen[T]) lock() fyne.CanvasObject {
	w := s.env.Words
	if s.state.Unlocked {
		return look.PadXY(12, 2, look.Paragraph(w.Say("correct.open"), theme.ColorNameWarning, theme.SizeNameCaptionText, false))
	}
	if s.frozen() == nil {
		return nil
	}

	note := look.Paragraph(s.spec.Lock.Locked(*s.state.Draft), look.ColorMuted, theme.SizeNameCaptionText, false)
	if s.spec.Lock.Correct == nil {
		return look.PadXY(12, 2, note)
	}

	open := look.NewButtonWithIcon(w.Say("correct.start"), theme.DocumentCreateIcon(), func() { s.Settled(func(T) { s.unlock() }) })
	return look.PadXY(12, 2, look.Border(nil, nil, nil, container.NewVBox(open), note))
}

// Unlocked reports whether the open record is being corrected.
func (s *Screen[T]) Unlocked() bool { return s.state.Unlocked }

// unlock lets the open record be corrected.
func (s *Screen[T]) unlock() {
	if s.state.Draft == nil {
		return
	}
	s.state.Unlocked = true
	s.showRecord(nil)
	if s.form != nil {
		s.form.FocusFirst()
	}
}

// write saves a record, or asks for the reason of its correction first; done is told the outcome.
func (s *Screen[T]) write(rec T, done func(T, error)) {
	if s.state.Unlocked {
		s.spec.Lock.Correct(rec, done)
		return
	}

	s.saves = true
	s.foot.saving(true)
	task.Run(s.env.Tasks, func(ctx context.Context) (T, error) {
		err := s.spec.List.Records.Save(ctx, &rec)
		return rec, err
	}, done)
}

// Saving reports whether the open record is just being saved.
func (s *Screen[T]) Saving() bool { return s.saves }
