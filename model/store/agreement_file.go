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

// AttachFile keeps a file with an agreement: its bytes in f.Body, or only the fact when there are none. A name that is
// taken gets a number behind it.
func (s *Store) AttachFile(ctx context.Context, agreement model.ID, f model.File) (model.Agreement, error) {
	if err := checkFile(f); err != nil {
		return model.Agreement{}, err
	}
	var rec model.Agreement
	err := s.change(ctx, func(tx *sql.Tx) (err error) {
		if rec, err = s.agreements().get(ctx, tx, agreement); err != nil {
			return err
		}
		f.DocumentID = 0
		f.Name = freeName(f.Name, rec.Documents)
		rec.Documents = append(rec.Documents, f)
		return s.agreements().put(ctx, tx, &rec, "attach")
	})
	if err != nil {
		return model.Agreement{}, err
	}
	return rec, nil
}

func checkFile(f model.File) error {
	var found model.Problems
	if strings.TrimSpace(f.Name) == "" {
		found = append(found, model.Problem{Field: "name", Code: model.CodeRequired})
	}
	if len(f.Name) > 255 {
		found = append(found, model.Problem{Field: "name", Code: model.CodeTooLong, Args: []string{"255"}})
	}
	if !slices.Contains(model.FileKinds(), f.Kind) {
		found = append(found, model.Problem{Field: "kind", Code: model.CodeUnknownValue})
	}
	return found.Errors()
}

// freeName returns the name, or "name (2).pdf" when a file of the agreement has it already.
func freeName(name string, files []model.File) string {
	free, end := name, path.Ext(name)
	for n := 2; slices.ContainsFunc(files, func(f model.File) bool { return f.Name == free }); n++ {
		free = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, end), n, end)
	}
	return free
}

// known reports whether a file belonged to the agreement before.
func known(before *model.Agreement, f model.File) bool {
	return before != nil && slices.ContainsFunc(before.Documents, func(old model.File) bool { return old.Name == f.Name })
}

// addFile stores an entry and, when there are bytes, the bytes with their checksum.
func addFile(ctx context.Context, tx querier, agreement model.ID, f model.File) error {
	if f.DocumentID == 0 {
		f.Size, f.SHA256 = int64(len(f.Body)), ""
		if f.Body != nil {
			f.SHA256 = sum(f.Body)
		}
	}
	var id model.ID
	err := one(ctx, tx, `INSERT INTO agreement_file (agreement_id, kind, name, copy_no, document_id, size, sha256)
		VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
		[]any{agreement, f.Kind, f.Name, f.CopyNo, ref{&f.DocumentID}, f.Size, f.SHA256}, &id)
	if err != nil || f.Body == nil || f.DocumentID != 0 {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO agreement_file_body (file_id, body) VALUES (?, ?)", id, f.Body)
	return err
}

// FileBytes returns the bytes of a file of an agreement: of an attached one, or of the issued document that it stands
// for. It returns ErrNotFound when only the fact is known.
func (s *Store) FileBytes(ctx context.Context, agreement model.ID, name string) (body []byte, err error) {
	err = s.view(ctx, func(tx *sql.Tx) error {
		return one(ctx, tx, `SELECT coalesce(b.body, d.body) FROM agreement_file f
			LEFT JOIN agreement_file_body b ON b.file_id = f.id LEFT JOIN document_body d ON d.document_id = f.document_id
			WHERE f.agreement_id = ? AND f.name = ? AND coalesce(b.body, d.body) IS NOT NULL`, []any{agreement, name}, &body)
	})
	return body, err
}

func sum(body []byte) string {
	digest := sha256.Sum256(body)
	return hex.EncodeToString(digest[:])
}
