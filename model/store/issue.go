package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"jejaring/model"
)

// Issue takes the number, has the papers made and stores them, and moves the agreement on, all in one transaction: on
// any error, also a panic of render, nothing was taken and nothing changed. For an agreement (PKS) a draft first passes
// to review, under the rules for that; a number that it already has is kept, and the papers issued under it before are
// superseded. A letter (SPK) takes a number of its own and leaves the agreement's state alone.
func (s *Store) Issue(ctx context.Context, i model.Issue, render func(model.LetterData) ([]model.Paper, error)) ([]model.Document, error) {
	if i.Today.IsZero() {
		i.Today = model.DateOf(s.now())
	}
	var issued []model.Document
	err := s.change(ctx, func(tx *sql.Tx) error {
		rec, err := s.living(ctx, tx, i.AgreementID)
		if err != nil {
			return err
		}
		if err := prepare(&i, rec); err != nil {
			return err
		}
		if i.Type == "PKS" {
			if err := toReview(&rec, i); err != nil {
				return err
			}
		}
		data, err := s.letterData(ctx, tx, i, rec)
		if err != nil {
			return err
		}
		number, err := s.numberFor(ctx, tx, &data)
		if err != nil {
			return err
		}
		papers, err := made(render, data)
		if err != nil {
			return err
		}
		if issued, err = s.storePapers(ctx, tx, data, number, papers); err != nil {
			return err
		}
		if i.Type != "PKS" {
			return nil
		}
		return s.moveOn(ctx, tx, &data.Agreement, i, issued)
	})
	if err != nil {
		return nil, err
	}
	return issued, nil
}

// toReview brings a draft into review and refuses every other state.
func toReview(rec *model.Agreement, i model.Issue) error {
	if rec.Status == model.StatusDraft {
		return rec.Apply(model.Change{To: model.StatusReview, Today: i.Today})
	}
	if rec.Status != model.StatusReview {
		return fmt.Errorf("issue from %s: %w", rec.Status, model.ErrTransition)
	}
	return nil
}

// numberFor takes a number, or finds the one that the agreement has, and makes a draft's data final.
func (s *Store) numberFor(ctx context.Context, tx *sql.Tx, data *model.LetterData) (number model.NumberEntry, err error) {
	data.Draft = false
	if data.Number != "" {
		entries, err := s.numbers().fetch(ctx, tx, true, "agreement_id = ? AND formatted = ? AND status = 'issued'",
			data.Agreement.ID, data.Number)
		if err != nil || len(entries) == 0 {
			return model.NumberEntry{Formatted: data.Number}, err
		}
		return entries[0], nil
	}
	if number, err = s.takeNumber(ctx, tx, *data); err != nil {
		return number, err
	}
	data.Number = number.Formatted
	if data.Type == "PKS" {
		data.Agreement.NumberOwn = number.Formatted
	}
	return number, nil
}

// made runs render and turns its panic into an error.
func made(render func(model.LetterData) ([]model.Paper, error), data model.LetterData) (papers []model.Paper, err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = fmt.Errorf("making the papers: panic: %v", failure)
		}
	}()
	papers, err = render(data)
	if err == nil && len(papers) == 0 {
		err = fmt.Errorf("making the papers: none came out")
	}
	for _, p := range papers {
		if err == nil && len(p.PDF) == 0 {
			err = fmt.Errorf("making the papers: %s is empty", p.FileName)
		}
	}
	return papers, err
}

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
