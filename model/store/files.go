package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"

	"jejaring/model"
)

// files keeps what is attached to the records of one type: entries in a table of their own, <record>_file, and bytes in
// <record>_file_body, so that no list reads them.
type files[T any] struct {
	store   *Store
	name    string // of the record's table
	records func() *table[T]
	kinds   func() []string
	of      func(*T) *[]model.File
	// forget takes a name away from where the record refers to its file; nil when it refers to none.
	forget func(*T, string)
}

func (s *Store) agreementFiles() files[model.Agreement] {
	return files[model.Agreement]{s, "agreement", s.agreements, model.FileKinds, func(r *model.Agreement) *[]model.File { return &r.Documents },
		(*model.Agreement).ForgetEvidence}
}

func (s *Store) trainingFiles() files[model.Training] {
	return files[model.Training]{s, "training", s.trainings, model.TrainingFileKinds, func(r *model.Training) *[]model.File { return &r.Documents }, nil}
}

// query names the tables of a statement about {file}, {body} and their {owner}.
func (x files[T]) query(text string) string {
	return strings.NewReplacer("{file}", x.name+"_file", "{body}", x.name+"_file_body", "{owner}", x.name+"_id").Replace(text)
}

// attach keeps a file with a record: its bytes in f.Body, or only the fact when there are none. A name that is taken gets a
// number behind it.
func (x files[T]) attach(ctx context.Context, id model.ID, f model.File) (T, error) {
	return x.change(ctx, id, "attach", func(_ *sql.Tx, rec *T) error {
		f.DocumentID = 0
		f.Name = freeName(f.Name, *x.of(rec))
		*x.of(rec) = append(*x.of(rec), f)
		return x.check(f)
	})
}

// detach removes an attached file for good. An issued paper stays: it is ErrInUse.
func (x files[T]) detach(ctx context.Context, id model.ID, name string) (T, error) {
	return x.change(ctx, id, "detach", func(tx *sql.Tx, rec *T) error {
		at := slices.IndexFunc(*x.of(rec), func(f model.File) bool { return f.Name == name })
		if at < 0 {
			return fmt.Errorf("file of %s %d: %w", x.name, id, model.ErrNotFound)
		}
		if (*x.of(rec))[at].DocumentID != 0 {
			return model.ErrInUse
		}
		*x.of(rec) = slices.Delete(slices.Clone(*x.of(rec)), at, at+1)
		if x.forget != nil {
			x.forget(rec, name)
		}
		_, err := tx.ExecContext(ctx, x.query("DELETE FROM {file} WHERE {owner} = ? AND name = ?"), id, name)
		return err
	})
}

// change does something about the files of a record and writes it into the history.
func (x files[T]) change(ctx context.Context, id model.ID, action string, do func(*sql.Tx, *T) error) (T, error) {
	var rec T
	err := x.store.change(ctx, func(tx *sql.Tx) (err error) {
		before, err := x.records().get(ctx, tx, id)
		if err != nil {
			return err
		}
		rec = before
		if err := do(tx, &rec); err != nil {
			return err
		}
		return x.records().put(ctx, tx, &rec, action)
	})
	if err != nil {
		return *new(T), err
	}
	return rec, nil
}

func (x files[T]) check(f model.File) error {
	var found model.Problems
	if strings.TrimSpace(f.Name) == "" {
		found = append(found, model.Problem{Field: "name", Code: model.CodeRequired})
	}
	if len(f.Name) > 255 {
		found = append(found, model.Problem{Field: "name", Code: model.CodeTooLong, Args: []string{"255"}})
	}
	if !slices.Contains(x.kinds(), f.Kind) {
		found = append(found, model.Problem{Field: "kind", Code: model.CodeUnknownValue})
	}
	if len(f.Body) > model.MaxScan {
		found = append(found, model.Problem{Field: "documents", Code: model.CodeTooLarge, Args: []string{model.MaxScanText}})
	}
	return found.Errors()
}

// freeName returns the name, or "name (2).pdf" when another file has it already.
func freeName(name string, files []model.File) string {
	free, end := name, path.Ext(name)
	for n := 2; slices.ContainsFunc(files, func(f model.File) bool { return f.Name == free }); n++ {
		free = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, end), n, end)
	}
	return free
}

func sum(body []byte) string {
	digest := sha256.Sum256(body)
	return hex.EncodeToString(digest[:])
}
