package register

import (
	"context"
	"errors"

	"jejaring/model"
	"jejaring/ui/task"
)

// Delete moves the open record to the trash and offers to undo.
func (s *Screen[T]) Delete() {
	rec := *s.state.Draft
	s.Leave(func() { s.remove(rec) })
}

func (s *Screen[T]) remove(rec T) {
	id := s.spec.Base(&rec).ID
	done := func(err error, then func()) {
		if errors.Is(err, model.ErrInUse) {
			refuse(s)
			return
		}

		if err != nil {
			s.env.Report(err)
			return
		}

		then()
		s.list.Reload()
		if s.spec.Removed != nil {
			s.spec.Removed()
		}
	}
	task.Run(s.env.Tasks, func(ctx context.Context) (bool, error) { return true, s.spec.List.Records.Delete(ctx, id) },
		func(_ bool, err error) {
			done(err, func() {
				s.state.Draft, s.state.Dirty = nil, false
				showNothing(s)
				showPane(s, false)
				s.env.Notify(s.env.Words.Say("trash.moved", s.spec.Title(rec)), s.env.Words.Say("action.undo"), func() {
					task.Run(s.env.Tasks, func(ctx context.Context) (bool, error) { return true, s.spec.List.Records.Restore(ctx, id) },
						func(_ bool, err error) { done(err, func() { s.OpenID(id) }) })
				})
			})
		})
}
