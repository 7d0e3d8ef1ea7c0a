package store

import (
	"context"
	"database/sql"
	"slices"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// paperKind is a row of the table of kinds: what the register does for papers of one kind. What holds for them everywhere,
// such as how they are numbered, stands in model.DocumentKinds.
type paperKind struct {
	code model.DocumentCode
	// drafts gathers what its papers are made from as they would be now, one for each paper.
	drafts func(ctx context.Context, s *Store, q sqlite.Querier, i model.Issue) ([]model.LetterData, error)
	// issue makes them final, and moves the record on.
	issue func(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue, make render) ([]model.Document, error)
	// number is where the record keeps the number; nil where the papers alone bear it.
	number func(d *model.LetterData) *string
	// borne is the SQL that another record than ?2 keeps the number ?1 there.
	borne string
	// named says that the line of the ledger names the agreement, so that the number is of no other.
	named bool
	// again reports whether a standing paper, one of all, is the one that is made once more, under its number, where no record keeps it.
	again func(ctx context.Context, s *Store, q sqlite.Querier, data *model.LetterData, d model.Document, all []model.Document) bool
	// day is what it bears where no day was asked for; nil means today.
	day func(d *model.LetterData) model.Date
	// unfinished lists what the record itself must have before the paper is made.
	unfinished func(d model.LetterData) model.Problems
}

// paperKinds is the table: one row for each kind of document that can be made.
func paperKinds() []paperKind {
	return []paperKind{
		{code: model.DocumentProposal, drafts: agreementDrafts, issue: issueLetter, again: sameText},
		deed(model.DocumentMemorandum), deed(model.DocumentAgreement),
		{code: model.DocumentAddendum, drafts: addendumDrafts, issue: issueAddendum, number: addendumNumber,
			borne:      "EXISTS (SELECT 1 FROM addendum WHERE number_own = ?1 AND id <> ?2 AND deleted_at IS NULL)",
			unfinished: func(d model.LetterData) model.Problems { return d.Addendum.Incomplete() }},
		{code: model.DocumentExpiry, drafts: agreementDrafts, issue: issueLetter, again: sameText},
		{code: model.DocumentTermination, drafts: agreementDrafts, issue: issueNotice, again: sameNotice},
		{code: model.DocumentSummary, drafts: agreementDrafts, issue: issueLetter},
		{code: model.DocumentInvitation, drafts: trainingDrafts, issue: issueTraining, again: sameInstitution},
		{code: model.DocumentCertificate, drafts: certificateDrafts, issue: issueCertificates, number: certificateNumber},
		{code: model.DocumentAttendance, drafts: trainingDrafts, issue: issueTraining},
		{code: model.DocumentMinutes, drafts: obstacleDrafts, issue: issueMinutes, again: sameMeeting},
		{code: model.DocumentReferral, drafts: referralDrafts, issue: issueReferral,
			number:     func(d *model.LetterData) *string { return &d.Referral.ReferralNo },
			borne:      "EXISTS (SELECT 1 FROM referral WHERE direction = 'out' AND referral_no = ?1 AND id <> ?2 AND deleted_at IS NULL)",
			day:        referralDay,
			unfinished: func(d model.LetterData) model.Problems { return d.Referral.Unissued(*d.Patient) }},
		{code: model.DocumentReply, drafts: referralDrafts, issue: issueReferral,
			number: func(d *model.LetterData) *string { return &d.Referral.Reply.Number },
			borne:  "EXISTS (SELECT 1 FROM referral WHERE direction = 'in' AND reply_no = ?1 AND id <> ?2 AND deleted_at IS NULL)"},
		{code: model.DocumentEvaluation, drafts: evaluationDrafts, issue: issueEvaluation,
			number:     func(d *model.LetterData) *string { return &d.Evaluation.RecordNo },
			borne:      "EXISTS (SELECT 1 FROM evaluation WHERE record_no = ?1 AND id <> ?2 AND deleted_at IS NULL)",
			day:        func(d *model.LetterData) model.Date { return d.Evaluation.Date },
			unfinished: func(d model.LetterData) model.Problems { return d.Evaluation.Unfinished() }},
	}
}

// deed is the row of what an agreement itself is issued as, and waits for its signatures on.
func deed(code model.DocumentCode) paperKind {
	return paperKind{code: code, drafts: agreementDrafts, issue: issueDeed,
		number:     func(d *model.LetterData) *string { return &d.Agreement.NumberOwn },
		borne:      "EXISTS (SELECT 1 FROM agreement WHERE number_own = ?1 AND id <> ?2 AND deleted_at IS NULL)",
		named:      true,
		day:        func(d *model.LetterData) model.Date { return d.Agreement.SignDate },
		unfinished: func(d model.LetterData) model.Problems { return d.Agreement.Incomplete() }}
}

// paperKindOf returns the row of a code. A kind that is not made has that of a letter, which refuses it.
func paperKindOf(code model.DocumentCode) paperKind {
	all := paperKinds()
	at := slices.IndexFunc(all, func(k paperKind) bool { return k.code == code })
	if at < 0 {
		return paperKind{code: code, drafts: agreementDrafts, issue: issueLetter}
	}
	return all[at]
}

// kept is where the record keeps the number of its paper, or nil.
func (k paperKind) kept(d *model.LetterData) *string {
	if k.number == nil {
		return nil
	}
	return k.number(d)
}

// referralDay is the day of a referral where the clinic is.
func referralDay(d *model.LetterData) model.Date {
	return model.DateOf(d.Referral.ReferralAt.In(d.Clinic.Zone()))
}

// addendumNumber is where an addendum keeps its number.
func addendumNumber(d *model.LetterData) *string {
	if d.Addendum == nil {
		return nil
	}
	return &d.Addendum.NumberOwn
}

// certificateNumber is where the participant of a certificate keeps its number.
func certificateNumber(d *model.LetterData) *string {
	if d.Certified == nil {
		return nil
	}
	return &d.Certified.CertificateNo
}

// sameText reports whether a letter says the same in another language, in which there is none yet.
func sameText(ctx context.Context, s *Store, q sqlite.Querier, data *model.LetterData, d model.Document, all []model.Document) bool {
	if slices.ContainsFunc(all, func(o model.Document) bool { return o.Number == d.Number && o.Language == data.Language }) {
		return false
	}
	probe := *data
	same, err := s.Papers().besides(ctx, q, &probe, d)
	return same && err == nil && probe.Date == data.Date
}

// sameNotice reports whether a letter gave the notice that is written in the agreement: it is made once more, in whatever language.
func sameNotice(ctx context.Context, s *Store, q sqlite.Querier, data *model.LetterData, d model.Document, _ []model.Document) bool {
	a := data.Agreement
	made, err := s.Papers().madeFrom(ctx, q, d.ID)
	return err == nil && a.Terminating() && made.Said.TerminatesOn == a.TerminatesOn && made.Said.Cause == a.TerminationCause
}

// sameInstitution reports whether a letter went to the same institution.
func sameInstitution(_ context.Context, _ *Store, _ sqlite.Querier, data *model.LetterData, d model.Document, _ []model.Document) bool {
	return len(data.Partners) > 0 && d.PartnerID == data.Partners[0].ID
}
