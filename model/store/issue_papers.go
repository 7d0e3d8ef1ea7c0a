package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// storePapers writes a document for every paper.
func (pp Papers) storePapers(ctx context.Context, tx *sql.Tx, data model.LetterData, number model.NumberEntry, papers []model.Paper) ([]model.Document, error) {
	snapshot, err := json.Marshal(data)
	if err != nil {
		return nil, err
	}

	var issued []model.Document
	for _, p := range papers {
		d := model.Document{Type: data.Type, Number: number.Formatted, NumberID: number.ID, Date: data.Date,
			Subject: subject(data), About: data.About(), AgreementID: data.Agreement.ID, Language: data.Language, Status: "issued",
			Revision: data.Revision, CopyNo: p.CopyNo, Copies: p.Copies, FileName: p.FileName, MIME: "application/pdf",
			Size: int64(len(p.PDF)), SHA256: sum(p.PDF), IssuedAt: pp.s.now(), IssuedBy: pp.s.actor}
		if len(data.Partners) > 0 {
			d.PartnerID = data.Partners[0].ID
		}
		if err := pp.storePaper(ctx, tx, &d, p.PDF, snapshot, data.Patient != nil); err != nil {
			return nil, err
		}

		issued = append(issued, d)
	}

	if number.ID == 0 {
		return issued, nil
	}

	number.DocumentID = issued[0].ID
	return issued, numbers(pp.s).put(ctx, tx, &number, "issue")
}

// subject is what lists show of a paper. Of a patient's it is where they go, and nothing of the patient.
func subject(data model.LetterData) string {
	switch {
	case data.Referral != nil:
		return data.Referral.DestUnit
	case data.Training != nil:
		return data.Training.Title
	case data.Obstacle != nil:
		return data.Obstacle.Title
	}
	return data.Agreement.Title
}

// storePaper writes one document with its bytes and what it was made from; both are sealed for a patient's, and then the
// checksum is that of the sealed bytes.
func (pp Papers) storePaper(ctx context.Context, tx *sql.Tx, d *model.Document, body, snapshot []byte, sealed bool) error {
	if !sealed {
		if err := documents(pp.s).put(ctx, tx, d, "issue"); err != nil {
			return err
		}
		d.Snapshot = snapshot
		_, err := tx.ExecContext(ctx, "INSERT INTO document_body (document_id, snapshot, body, snapshot_sum) VALUES (?, ?, ?, ?)", d.ID, string(snapshot), body,
			shortSum(snapshot))
		return err
	}

	if err := pp.s.Seal().bind(ctx, tx); err != nil {
		return err
	}

	id, err := nextID(ctx, tx, "document")
	if err != nil {
		return err
	}

	box, err := pp.s.Seal().key().Seal(body, place("document.body", id))
	if err != nil {
		return err
	}

	kept, err := pp.s.Seal().key().Seal(snapshot, place("document.snapshot", id))
	if err != nil {
		return err
	}

	d.SHA256 = sum(box)
	if err := documents(pp.s).put(ctx, tx, d, "issue"); err != nil {
		return err
	}

	d.Snapshot = snapshot
	if d.ID != id {
		return fmt.Errorf("document %d was expected to be %d", d.ID, id)
	}

	_, err = tx.ExecContext(ctx, "INSERT INTO document_body (document_id, snapshot, body, sealed_snapshot) VALUES (?, '{}', ?, ?)", id, box, kept)
	return err
}

// nextID is the identifier that the next record of a table gets.
func nextID(ctx context.Context, q sqlite.Querier, table string) (id model.ID, err error) {
	return id, sqlite.One(ctx, q, "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0) + 1", []any{table}, &id)
}

// moveOn gives the agreement its final papers and lets it wait for the signatures.
func (pp Papers) moveOn(ctx context.Context, tx *sql.Tx, rec *model.Agreement, i model.Issue, issued []model.Document) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM agreement_file WHERE agreement_id = ? AND kind = 'final_pdf' AND document_id IS NOT NULL",
		rec.ID)
	if err != nil {
		return err
	}

	rec.Documents = slices.DeleteFunc(rec.Documents, func(f model.File) bool { return f.Kind == "final_pdf" && f.DocumentID != 0 })
	for _, d := range issued {
		rec.Documents = append(rec.Documents, model.File{Kind: "final_pdf", Name: freeName(d.FileName, rec.Documents),
			CopyNo: d.CopyNo, DocumentID: d.ID, Size: d.Size, SHA256: d.SHA256})
	}

	if err := rec.Apply(model.StepIssue, model.Change{Today: i.Today}); err != nil {
		return err
	}
	return agreements(pp.s).put(ctx, tx, rec, "issue")
}
