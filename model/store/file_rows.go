package store

import (
	"context"
	"database/sql"
	"slices"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

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
