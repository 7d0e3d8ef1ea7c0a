package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
)

// life is the flow of a record type with what its steps bring about in the register.
type life[T any, S ~string, C any] struct {
	flow  model.Flow[T, S, C]
	table *table[T]
	// complete fills in what was left open of a change; nil leaves it as it is.
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

		if l.complete != nil {
			if err := l.complete(ctx, tx, &said); err != nil {
				return err
			}
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

// living returns a record that is not in the trash.
func (t *table[T]) living(ctx context.Context, q querier, id model.ID) (T, error) {
	rec, err := t.get(ctx, q, id)
	if err == nil && !t.base(&rec).DeletedAt.IsZero() {
		err = fmt.Errorf("%s %d lies in the trash: %w", t.name, id, model.ErrNotFound)
	}
	return rec, err
}
