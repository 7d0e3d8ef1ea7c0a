package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
)

// Papers is what makes papers: what there is to tell before an issue, the issue with its numbers, and corrections.
type Papers struct{ s *Store }

// Papers are those of the register.
func (s *Store) Papers() Papers { return Papers{s} }

// render makes the papers of a document.
type render func(model.LetterData) ([]model.Paper, error)

// Issue takes the number, has the papers made and stores them, and moves the record on, all in one transaction: on any
// error, also a panic of render, nothing was taken and nothing changed.
//
// A paper that is issued again keeps its number, and its earlier versions are superseded, but for one in another language
// that says the same. For an agreement (PKS) a draft first passes to review, under the rules for that. A letter (SPK) takes a number of its own and leaves the
// agreement's state alone. A referral (RJK) goes from draft to issued; the reply to an incoming one (SRB) makes it
// replied. Papers of patients are sealed. Of a training an invitation (UND) takes a number, an attendance list (DH) none,
// and every certificate (SRT) one of its own, which its participant keeps.
func (pp Papers) Issue(ctx context.Context, i model.Issue, make func(model.LetterData) ([]model.Paper, error)) ([]model.Document, error) {
	if i.Today.IsZero() {
		i.Today = pp.s.Today()
	}

	var issued []model.Document
	err := pp.s.change(ctx, func(tx *sql.Tx) (err error) {
		issued, err = paperKindOf(i.Type).issue(ctx, pp.s, tx, i, make)
		return err
	})
	if err != nil {
		return nil, err
	}

	pp.s.Copies().noteNumbers(ctx)
	return issued, nil
}

// issueLetter makes a letter about an agreement, whose state stays.
func issueLetter(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue, make render) ([]model.Document, error) {
	rec, err := agreements(s).living(ctx, tx, i.About.Of(model.EntityAgreement))
	if err != nil {
		return nil, err
	}

	data, err := s.Papers().letterData(ctx, tx, i, rec)
	if err != nil {
		return nil, err
	}
	return s.Papers().issuePapers(ctx, tx, &data, i.Today, make)
}

// issueNotice makes the letter that ends an agreement early, and writes the notice into the agreement. A letter about a notice that is
// written there already, such as one in another language, says the same day and cause.
func issueNotice(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue, make render) ([]model.Document, error) {
	issued, err := issueLetter(ctx, s, tx, i, make)
	if err != nil {
		return nil, err
	}

	rec, err := agreements(s).living(ctx, tx, i.About.Of(model.EntityAgreement))
	if err != nil || rec.Terminating() {
		return issued, err
	}
	i.Date = issued[0].Date
	if err := rec.Apply(model.StepNotify, i.Notice()); err != nil {
		return nil, err
	}

	rec.PassDay(i.Today, false)
	return issued, agreements(s).put(ctx, tx, &rec, "issue")
}

// issueDeed makes the originals of an agreement, which then waits for its signatures.
func issueDeed(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue, make render) ([]model.Document, error) {
	rec, err := agreements(s).living(ctx, tx, i.About.Of(model.EntityAgreement))
	if err != nil {
		return nil, err
	}
	if err := complete(&i, rec); err != nil {
		return nil, err
	}
	if err := toReview(&rec, i); err != nil {
		return nil, err
	}

	data, err := s.Papers().letterData(ctx, tx, i, rec)
	if err != nil {
		return nil, err
	}

	issued, err := s.Papers().issuePapers(ctx, tx, &data, i.Today, make)
	if err != nil {
		return nil, err
	}
	return issued, s.Papers().moveOn(ctx, tx, &data.Agreement, i, issued)
}

// issuePapers takes the number of a document, has its papers made and stores them.
func (pp Papers) issuePapers(ctx context.Context, tx *sql.Tx, data *model.LetterData, today model.Date, make render) ([]model.Document, error) {
	if err := data.Dated(model.NumberEntry{}, model.NumberEntry{}, today).Errors(); err != nil {
		return nil, err
	}

	number, err := pp.numberFor(ctx, tx, data)
	if err != nil {
		return nil, err
	}

	replaced, err := pp.revise(ctx, tx, data)
	if err != nil {
		return nil, err
	}
	if data.Certified != nil {
		data.Certified.CertificateDate = data.Date
	}

	papers, err := made(make, *data)
	if err != nil {
		return nil, err
	}
	if err := pp.supersede(ctx, tx, replaced); err != nil {
		return nil, err
	}

	return pp.storePapers(ctx, tx, *data, number, papers)
}

// toReview brings a draft into review and refuses every other state.
func toReview(rec *model.Agreement, i model.Issue) error {
	if rec.Status == model.StatusDraft {
		return rec.Apply(model.StepSubmit, model.Change{Today: i.Today})
	}
	if rec.Status != model.StatusReview {
		return fmt.Errorf("issue from %s: %w", rec.Status, model.ErrTransition)
	}
	return nil
}

// numberFor takes a number, or finds the one that the record has, and makes a draft's data final. An attendance list has
// none.
func (pp Papers) numberFor(ctx context.Context, tx *sql.Tx, data *model.LetterData) (number model.NumberEntry, err error) {
	data.Draft = false
	if data.Type.Kind().Numbered == model.NumberedNot {
		return number, nil
	}
	if err := pp.again(ctx, tx, data); err != nil {
		return number, err
	}
	if data.Number != "" {
		return pp.numberOf(ctx, tx, data)
	}
	if number, err = pp.takeNumber(ctx, tx, *data); err != nil {
		return number, err
	}

	data.Number = number.Formatted
	if kept := paperKindOf(data.Type).kept(data); kept != nil {
		*kept = number.Formatted
	}
	return number, nil
}

// made has the papers made and turns a panic into an error.
func made(make render, data model.LetterData) (papers []model.Paper, err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = fmt.Errorf("making the papers: panic: %v", failure)
		}
	}()
	papers, err = make(data)
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
