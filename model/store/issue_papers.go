package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"jejaring/model"
)

// storePapers writes a document for every paper and marks earlier ones under the same number as superseded.
func (s *Store) storePapers(ctx context.Context, tx *sql.Tx, data model.LetterData, number model.NumberEntry, papers []model.Paper) ([]model.Document, error) {
	snapshot, err := json.Marshal(data)
	if err != nil {
		return nil, err
	}
	revision, err := s.supersede(ctx, tx, data)
	if err != nil {
		return nil, err
	}
	var issued []model.Document
	for _, p := range papers {
		d := model.Document{Type: data.Type, Number: number.Formatted, NumberID: number.ID, Date: data.Date,
			Subject: data.Agreement.Title, AgreementID: data.Agreement.ID, Language: data.Language, Status: "issued",
			Revision: revision, CopyNo: p.CopyNo, Copies: p.Copies, FileName: p.FileName, MIME: "application/pdf",
			Size: int64(len(p.PDF)), SHA256: sum(p.PDF), IssuedAt: s.now(), IssuedBy: s.actor}
		if len(data.Partners) > 0 {
			d.PartnerID = data.Partners[0].ID
		}
		if err := s.documents().put(ctx, tx, &d, "issue"); err != nil {
			return nil, err
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO document_body (document_id, snapshot, body) VALUES (?, ?, ?)", d.ID,
			string(snapshot), p.PDF)
		if err != nil {
			return nil, err
		}
		d.Snapshot = snapshot
		issued = append(issued, d)
	}
	if number.ID == 0 {
		return issued, nil
	}
	number.DocumentID = issued[0].ID
	return issued, s.numbers().put(ctx, tx, &number, "issue")
}

// supersede returns the revision of the papers to come and marks those before them.
func (s *Store) supersede(ctx context.Context, tx *sql.Tx, data model.LetterData) (int, error) {
	earlier, err := s.documents().fetch(ctx, tx, true, "agreement_id = ? AND type = ? AND number = ?", data.Agreement.ID,
		data.Type, data.Number)
	revision := 0
	for j := range earlier {
		d := &earlier[j]
		revision = max(revision, d.Revision)
		if d.Status != "issued" {
			continue
		}
		d.Status = "superseded"
		if err := s.documents().put(ctx, tx, d, "update"); err != nil {
			return 0, err
		}
	}
	return revision + 1, err
}

// moveOn gives the agreement its final papers and lets it wait for the signatures.
func (s *Store) moveOn(ctx context.Context, tx *sql.Tx, rec *model.Agreement, i model.Issue, issued []model.Document) error {
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
	if err := rec.Apply(model.Change{To: model.StatusAwaiting, Today: i.Today}); err != nil {
		return err
	}
	return s.agreements().put(ctx, tx, rec, "issue")
}
