package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// issueReferral makes the letter of a referral, or the reply to an incoming one, and moves the referral on.
func issueReferral(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue, make render) ([]model.Document, error) {
	rec, err := referrals(s).living(ctx, tx, i.About.Of(model.EntityReferral))
	if err != nil {
		return nil, err
	}

	data, err := s.Papers().referralData(ctx, tx, i, rec)
	if err != nil {
		return nil, err
	}
	if err := issuable(i.Type, rec, *data.Patient); err != nil {
		return nil, err
	}
	if err := s.Papers().furtherLanguage(ctx, tx, &data); err != nil {
		return nil, err
	}

	issued, err := s.Papers().issuePapers(ctx, tx, &data, i.Today, make)
	if err != nil {
		return nil, err
	}

	rec.ReferralNo, rec.Reply.Number = data.Referral.ReferralNo, data.Referral.Reply.Number
	if rec.Direction == "in" && rec.Reply.Date.IsZero() {
		rec.Reply.Date = data.Date
	}
	if err := s.Papers().advance(ctx, tx, i, &rec); err != nil {
		return nil, err
	}

	return issued, referrals(s).put(ctx, tx, &rec, "issue")
}

// issuable reports what the letter still needs.
func issuable(docType model.DocumentCode, r model.Referral, p model.Patient) error {
	reply := r.Direction == "in"
	switch {
	case docType != r.Paper():
		return fmt.Errorf("%s of a referral that goes %s: %w", docType, r.Direction, model.ErrNoTemplate)
	case !reply && !slices.Contains(lettered(), r.Status), reply && !slices.Contains(answered(), r.Status):
		return fmt.Errorf("%s of a referral that is %s: %w", docType, r.Status, model.ErrTransition)
	case !reply:
		return r.Unissued(p).Errors()
	}

	return nil
}

// furtherLanguage refuses a letter of a patient who is on the way already, unless it is the first in its language, beside
// another one. What stands on it changes only by a correction.
func (pp Papers) furtherLanguage(ctx context.Context, q sqlite.Querier, data *model.LetterData) error {
	r := data.Referral
	if r.Status == model.ReferralDraft || r.Status == model.ReferralIssued || r.Direction == "in" && r.Status != model.ReferralBackReferred &&
		r.Status != model.ReferralClosed {
		return nil
	}

	papers, err := pp.earlier(ctx, q, data)
	papers = slices.DeleteFunc(papers, func(d model.Document) bool { return d.Status != "issued" || d.Size == 0 })
	if err == nil && (len(papers) == 0 || slices.ContainsFunc(papers, func(d model.Document) bool { return d.Language == data.Language })) {
		err = fmt.Errorf("%s of a referral that is %s: %w", data.Type, r.Status, model.ErrTransition)
	}

	return err
}

// lettered are the states in which a referral letter is issued, the first time or again: until the patient's way ended.
func lettered() []model.ReferralStatus {
	return []model.ReferralStatus{model.ReferralDraft, model.ReferralIssued, model.ReferralSent, model.ReferralAccepted, model.ReferralInTransit,
		model.ReferralArrived, model.ReferralInCare, model.ReferralReplied, model.ReferralBackReferred}
}

// answered are the states in which our reply is issued, the first time or again.
func answered() []model.ReferralStatus {
	return []model.ReferralStatus{model.ReferralArrived, model.ReferralInCare, model.ReferralReplied, model.ReferralBackReferred, model.ReferralClosed}
}

// advance moves a referral whose letter was made. The instant is now, on the day that the register lives on, but never
// before what happened already.
func (pp Papers) advance(ctx context.Context, tx *sql.Tx, i model.Issue, rec *model.Referral) error {
	at, zone, err := pp.s.present(ctx, tx)
	if err != nil {
		return err
	}

	at = onDay(at, i.Today, zone)
	for _, earlier := range []time.Time{rec.ReferralAt, rec.ArrivedAt, rec.HandedOverAt} {
		if earlier.After(at) {
			at = earlier
		}
	}

	step := model.StepLetter
	ch := model.ReferralChange{At: at, Now: at, Zone: zone}
	if rec.Direction == "in" {
		step, ch.Reply, ch.Outcome = model.StepAnswer, &rec.Reply, rec.Outcome
	}
	if err := rec.Apply(step, ch); err != nil && !errors.Is(err, model.ErrTransition) {
		return err
	}

	return nil // a letter that is issued again moves nothing
}

// referralDrafts gathers the data of the letter of a referral, or of the reply.
func referralDrafts(ctx context.Context, s *Store, q sqlite.Querier, i model.Issue) ([]model.LetterData, error) {
	rec, err := referrals(s).living(ctx, q, i.About.Of(model.EntityReferral))
	if err != nil {
		return nil, err
	}
	data, err := s.Papers().referralData(ctx, q, i, rec)
	return []model.LetterData{data}, err
}

// referralData gathers everything that a referral's letter is made from.
func (pp Papers) referralData(ctx context.Context, q sqlite.Querier, i model.Issue, rec model.Referral) (model.LetterData, error) {
	return pp.referralOf(ctx, q, i, rec, nil)
}

// referralOf does so for a patient who is given, else for the one in the register. Who is not chosen yet is left empty.
func (pp Papers) referralOf(ctx context.Context, q sqlite.Querier, i model.Issue, rec model.Referral, typed *model.Patient) (data model.LetterData, err error) {
	if pp.s.Seal().key() == nil {
		return data, model.ErrKeyLost
	}

	data = model.LetterData{Type: i.Type, Referral: &rec, Draft: true}
	if data.Clinic, err = clinics(pp.s).get(ctx, q, 1); err != nil {
		return data, err
	}

	row := paperKindOf(i.Type)
	if i.Date.IsZero() && row.day != nil {
		i.Date = row.day(&data)
	}
	if err := plainLetter(&i); err != nil {
		return data, err
	}

	data.Language, data.Date = i.Language, i.Date
	if kept := row.kept(&data); kept != nil {
		data.Number = *kept
	}

	if data.Patient, err = pp.patientOf(ctx, q, rec.PatientID, typed); err != nil {
		return data, err
	}

	data.Partners = []model.Partner{{}}
	if rec.PartnerID != 0 {
		if data.Partners[0], err = partners(pp.s).get(ctx, q, rec.PartnerID); err != nil {
			return data, err
		}
	}

	if rec.AgreementID != 0 {
		if data.Agreement, err = agreements(pp.s).get(ctx, q, rec.AgreementID); err != nil {
			return data, err
		}
	}

	if data.Doctor, err = pp.person(ctx, q, rec.DoctorStaffID); err != nil {
		return data, err
	}

	data.Escort, err = pp.person(ctx, q, rec.EscortStaffID)
	return data, err
}

// patientOf is the patient who is given, else the one in the register; nobody yet is an empty one.
func (pp Papers) patientOf(ctx context.Context, q sqlite.Querier, id model.ID, typed *model.Patient) (*model.Patient, error) {
	if typed != nil {
		return typed, nil
	}
	if id == 0 {
		nobody := model.NewPatient()
		return &nobody, nil
	}
	rec, err := patients(pp.s).get(ctx, q, id)
	if err != nil {
		return nil, err
	}
	return &rec, nil
}

// person reads somebody of the staff; nobody is nil.
func (pp Papers) person(ctx context.Context, q sqlite.Querier, id model.ID) (*model.Staff, error) {
	if id == 0 {
		return nil, nil
	}
	rec, err := staff(pp.s).get(ctx, q, id)
	if err != nil {
		return nil, err
	}
	return &rec, nil
}

// plainLetter fills what the issue of a paper in one language leaves open.
func plainLetter(i *model.Issue) error {
	if i.Language == "" {
		i.Language = "id"
	}
	if i.Date.IsZero() {
		i.Date = i.Today
	}

	switch {
	case i.Language != "id" && i.Language != "en":
		return model.Problems{{Field: "language", Code: model.CodeUnknownValue}}
	case i.Date.IsZero():
		return model.Problems{{Field: "date", Code: model.CodeRequired}}
	}

	return nil
}
