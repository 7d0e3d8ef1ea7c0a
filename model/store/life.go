package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// life is the flow of a record type with what its steps bring about in the register.
type life[T any, S ~string, C any] struct {
	flow  model.Flow[T, S, C]
	table *table[T]
	// complete fills in when a step is taken, where that was left open.
	complete func(ctx context.Context, tx *sql.Tx, said *C) error
	// follow does what a step brings about beside the record, before it is written, and written what it brings about after;
	// nil does nothing.
	follow  func(ctx context.Context, tx *sql.Tx, step model.StepName, rec *T, said C) error
	written func(ctx context.Context, tx *sql.Tx, rec *T, said C) error
}

// take lets a living record take a step, and writes that into the history. A step that belongs to a paper is taken by its
// issue alone.
func (l life[T, S, C]) take(ctx context.Context, id model.ID, step model.StepName, said C) (T, error) {
	var rec, none T
	err := l.table.store.change(ctx, func(tx *sql.Tx) (err error) {
		if rec, err = l.table.living(ctx, tx, id); err != nil {
			return err
		}

		way, err := l.flow.Way(rec, step)
		if err != nil {
			return err
		}
		if way.By == model.ByPaper {
			return fmt.Errorf("%s without its paper: %w", step, model.ErrTransition)
		}

		if err := l.complete(ctx, tx, &said); err != nil {
			return err
		}
		if err := l.flow.Take(&rec, step, said); err != nil {
			return err
		}

		if l.follow != nil {
			if err := l.follow(ctx, tx, step, &rec, said); err != nil {
				return err
			}
		}

		if err := l.table.put(ctx, tx, &rec, "update"); err != nil || l.written == nil {
			return err
		}
		return l.written(ctx, tx, &rec, said)
	})
	if err != nil {
		return none, err
	}

	return rec, nil
}

// Life is the flow of a record type as the commands take its steps.
type Life interface {
	// Options are the names of everything that its steps ask.
	Options() []string
	// Ways returns the state of a living record and the steps that it has now.
	Ways(ctx context.Context, id model.ID) (state string, ways []Way, err error)
	// Take lets a record take a step with the answers that the options give; it returns the state that this leads to.
	Take(ctx context.Context, id model.ID, step model.StepName, options map[string]string) (state string, err error)
}

// Way is a step that a record has.
type Way struct {
	Name model.StepName
	// Called is what the record calls it, the rest of the key of its word.
	Called  string
	Options []string
	Paper   bool // it belongs to the issue of a paper
}

func (l life[T, S, C]) Options() []string {
	var names []string
	for _, step := range l.flow.Steps {
		for _, a := range step.Asks {
			names = append(names, a.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (l life[T, S, C]) Ways(ctx context.Context, id model.ID) (state string, ways []Way, err error) {
	err = l.table.store.view(ctx, func(tx *sql.Tx) error {
		rec, err := l.table.living(ctx, tx, id)
		if err != nil {
			return err
		}

		var now C
		if err := l.complete(ctx, tx, &now); err != nil {
			return err
		}

		state = string(*l.flow.State(&rec))
		for _, step := range l.flow.Offered(rec, now) {
			ways = append(ways, Way{step.Name, step.Called(rec), step.Options(rec), step.By == model.ByPaper})
		}

		return nil
	})
	return state, ways, err
}

func (l life[T, S, C]) Take(ctx context.Context, id model.ID, step model.StepName, options map[string]string) (string, error) {
	s := l.table.store
	var said C
	var rec T
	err := s.view(ctx, func(tx *sql.Tx) (err error) {
		rec, err = l.table.living(ctx, tx, id)
		return err
	})
	if err != nil {
		return "", err
	}

	way, err := l.flow.Way(rec, step)
	if err != nil {
		return "", err
	}

	err = way.Answer(rec, &said, options, model.Reading{Zone: s.Now().Location(),
		Find: func(entity model.Entity, text string) (model.ID, error) { return s.Resolve(ctx, entity, text) }})
	if err != nil {
		return "", err
	}

	rec, err = l.take(ctx, id, step, said)
	return string(*l.flow.State(&rec)), err
}

// living returns a record that is not in the trash.
func (t *table[T]) living(ctx context.Context, q sqlite.Querier, id model.ID) (T, error) {
	rec, err := t.get(ctx, q, id)
	if err == nil && !t.base(&rec).DeletedAt.IsZero() {
		err = fmt.Errorf("%s %d lies in the trash: %w", t.name, id, model.ErrNotFound)
	}
	return rec, err
}
