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
	"jejaring/model/store/sqlite"
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

func agreementFiles(s *Store) files[model.Agreement] {
	return files[model.Agreement]{s, "agreement", func() *table[model.Agreement] { return agreements(s) }, model.FileKinds, func(r *model.Agreement) *[]model.File { return &r.Documents },
		(*model.Agreement).ForgetEvidence}
}

func trainingFiles(s *Store) files[model.Training] {
	return files[model.Training]{s, "training", func() *table[model.Training] { return trainings(s) }, model.TrainingFileKinds, func(r *model.Training) *[]model.File { return &r.Documents }, nil}
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
	free := name
	end := path.Ext(name)
	for n := 2; slices.ContainsFunc(files, func(f model.File) bool { return f.Name == free }); n++ {
		free = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, end), n, end)
	}
	return free
}

func sum(body []byte) string {
	digest := sha256.Sum256(body)
	return hex.EncodeToString(digest[:])
}

// addNew stores the files that a record did not have before. It removes none: a form that was opened earlier knows fewer.
func (x files[T]) addNew(ctx context.Context, tx sqlite.Querier, before, rec *T) error {
	for _, f := range *x.of(rec) {
		if before != nil && slices.ContainsFunc(*x.of(before), func(old model.File) bool { return old.Name == f.Name }) {
			continue
		}
		if err := x.add(ctx, tx, x.records().base(rec).ID, f); err != nil {
			return err
		}
	}
	return nil
}

// add stores an entry and, when there are bytes, the bytes with their checksum.
func (x files[T]) add(ctx context.Context, tx sqlite.Querier, owner model.ID, f model.File) error {
	if f.DocumentID == 0 {
		f.Size, f.SHA256 = int64(len(f.Body)), ""
		if f.Body != nil {
			f.SHA256 = sum(f.Body)
		}
	}

	var id model.ID
	err := sqlite.One(ctx, tx, x.query(`INSERT INTO {file} ({owner}, kind, name, copy_no, document_id, size, sha256)
		VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`), []any{owner, f.Kind, f.Name, f.CopyNo, sqlite.Ref(&f.DocumentID), f.Size, f.SHA256}, &id)
	if err != nil || f.Body == nil || f.DocumentID != 0 {
		return err
	}

	_, err = tx.ExecContext(ctx, x.query("INSERT INTO {body} (file_id, body) VALUES (?, ?)"), id, f.Body)
	return err
}

// load is the part that reads the entries of records.
func (x files[T]) load(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*T) error {
	return sqlite.Each(ctx, q, x.query(`SELECT {owner}, kind, name, copy_no, document_id, size, sha256 FROM {file}
		WHERE {owner} IN (SELECT value FROM json_each(?)) ORDER BY {owner}, id`), []any{ids}, func(scan func(...any) error) error {
		var id model.ID
		var f model.File
		err := scan(&id, &f.Kind, &f.Name, &f.CopyNo, sqlite.Ref(&f.DocumentID), &f.Size, &f.SHA256)
		if err == nil {
			*x.of(byID[id]) = append(*x.of(byID[id]), f)
		}
		return err
	})
}

// bytes returns the bytes of a file: of an attached one, or of the issued document that it stands for. It is ErrNotFound
// when only the fact is known.
func (x files[T]) bytes(ctx context.Context, owner model.ID, name string) (body []byte, err error) {
	err = x.store.view(ctx, func(tx *sql.Tx) error {
		return sqlite.One(ctx, tx, x.query(`SELECT coalesce(b.body, d.body) FROM {file} f
			LEFT JOIN {body} b ON b.file_id = f.id LEFT JOIN document_body d ON d.document_id = f.document_id
			WHERE f.{owner} = ? AND f.name = ? AND coalesce(b.body, d.body) IS NOT NULL`), []any{owner, name}, &body)
	})
	return body, err
}
