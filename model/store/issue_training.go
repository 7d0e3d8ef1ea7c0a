package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// issueTraining makes an invitation or an attendance list.
func issueTraining(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue, make render) ([]model.Document, error) {
	rec, err := trainings(s).living(ctx, tx, i.About.Of(model.EntityTraining))
	if err != nil {
		return nil, err
	}
	if rec.Status == model.TrainingCancelled {
		return nil, fmt.Errorf("%s of a training that is cancelled: %w", i.Type, model.ErrTransition)
	}

	data, err := s.Papers().trainingData(ctx, tx, i, rec)
	if err != nil {
		return nil, err
	}
	return s.Papers().issuePapers(ctx, tx, &data, i.Today, make)
}

// issueCertificates makes the certificates of those who were asked for, else of all who earned one and have none. One
// who has a certificate already and is asked for gets it again under the same number.
func issueCertificates(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue, make render) ([]model.Document, error) {
	rec, err := trainings(s).living(ctx, tx, i.About.Of(model.EntityTraining))
	if err != nil {
		return nil, err
	}
	if rec.Status != model.TrainingFinished && rec.Status != model.TrainingReported {
		return nil, fmt.Errorf("certificates of a training that is %s: %w", rec.Status, model.ErrTransition)
	}

	chosen, err := certifiable(rec, i.People)
	if err != nil {
		return nil, err
	}

	data, err := s.Papers().trainingData(ctx, tx, i, rec)
	if err != nil {
		return nil, err
	}

	var issued []model.Document
	for _, at := range chosen {
		p := &rec.Participants[at]
		if rec.SKPStatus == "approved" && p.Role == "peserta" && p.SKPAwarded == 0 {
			p.SKPAwarded = rec.SKPValue
		}

		certificate := ofOne(data, *p)
		papers, err := s.Papers().issuePapers(ctx, tx, &certificate, i.Today, make)
		if err != nil {
			return nil, err
		}

		p.CertificateNo, p.CertificateDate = certificate.Number, certificate.Date
		issued = append(issued, papers...)
	}

	return issued, trainings(s).put(ctx, tx, &rec, "issue")
}

// certifiable finds the places of those who get a certificate, or tells who has not earned one and why.
func certifiable(r model.Training, people []model.ID) ([]int, error) {
	var chosen []int
	var found model.Problems
	for i, p := range r.Participants {
		asked := slices.Contains(people, p.RecordID)
		if len(people) > 0 && !asked || len(people) == 0 && p.CertificateNo != "" {
			continue
		}

		ok, reason := r.Earned(p)
		switch {
		case ok:
			chosen = append(chosen, i)
		case asked:
			found = append(found, model.Problem{Field: fmt.Sprintf("participants[%d].certificate_no", i), Code: reason})
		}
	}

	if len(found) == 0 && len(chosen) == 0 {
		found = model.Problems{{Field: "participants", Code: "nobody_certified"}}
	}
	return chosen, found.Errors()
}

// ofOne narrows the data of a training to one certificate: of the others only those stay who taught.
func ofOne(data model.LetterData, p model.Participant) model.LetterData {
	training := *data.Training
	own := p
	training.Participants = slices.DeleteFunc(slices.Clone(training.Participants), func(x model.Participant) bool {
		return x.Role == "peserta" && x.RecordID != p.RecordID
	})
	staff := map[model.ID]model.Staff{}

	for _, x := range training.Participants {
		if s, ok := data.Staff[x.StaffID]; ok {
			staff[x.StaffID] = s
		}
	}

	data.Training, data.Certified, data.Staff, data.Number = &training, &own, staff, p.CertificateNo
	return data
}

// trainingDrafts gathers the data of a paper of a training.
func trainingDrafts(ctx context.Context, s *Store, q sqlite.Querier, i model.Issue) ([]model.LetterData, error) {
	rec, err := trainings(s).living(ctx, q, i.About.Of(model.EntityTraining))
	if err != nil {
		return nil, err
	}
	data, err := s.Papers().trainingData(ctx, q, i, rec)
	return []model.LetterData{data}, err
}

// certificateDrafts gathers the data of the certificates of those who were asked for, else of all who earned one and have none, or of
// all who earned one where each has one. Where nobody has earned one it is an empty one.
func certificateDrafts(ctx context.Context, s *Store, q sqlite.Querier, i model.Issue) ([]model.LetterData, error) {
	rec, err := trainings(s).living(ctx, q, i.About.Of(model.EntityTraining))
	if err != nil {
		return nil, err
	}

	data, err := s.Papers().trainingData(ctx, q, i, rec)
	if err != nil {
		return nil, err
	}

	var drafts []model.LetterData
	for _, p := range shown(rec, i.People) {
		drafts = append(drafts, ofOne(data, p))
	}

	if len(drafts) == 0 {
		drafts = []model.LetterData{data}
	}
	return drafts, nil
}

// shown are the participants whose certificates are drafted.
func shown(r model.Training, people []model.ID) (chosen []model.Participant) {
	var due []model.Participant
	for _, p := range r.Participants {
		earned, _ := r.Earned(p)
		if asked := slices.Contains(people, p.RecordID); asked || len(people) == 0 && earned {
			chosen = append(chosen, p)
			if p.CertificateNo == "" {
				due = append(due, p)
			}
		}
	}

	if len(people) == 0 && len(due) > 0 {
		return due
	}
	return chosen
}

// trainingData gathers everything that the papers of a training are made from.
func (pp Papers) trainingData(ctx context.Context, q sqlite.Querier, i model.Issue, rec model.Training) (data model.LetterData, err error) {
	if err := plainLetter(&i); err != nil {
		return data, err
	}

	data = model.LetterData{Type: i.Type, Language: i.Language, Date: i.Date, Training: &rec, Sessions: i.Sessions, Draft: true,
		Staff: map[model.ID]model.Staff{}}
	if data.Clinic, err = clinics(pp.s).get(ctx, q, 1); err != nil {
		return data, err
	}

	about := rec.PartnerIDs
	if i.Type.Kind().ToPartner {
		about = nil
		if i.PartnerID != 0 {
			about = []model.ID{i.PartnerID}
		}
	}

	if data.Partners, err = partners(pp.s).rows(ctx, q, about); err != nil {
		return data, err
	}

	if rec.AgreementID != 0 {
		if data.Agreement, err = agreements(pp.s).get(ctx, q, rec.AgreementID); err != nil {
			return data, err
		}
	}

	var ids []model.ID
	for _, p := range rec.Participants {
		if p.StaffID != 0 {
			ids = append(ids, p.StaffID)
		}
	}

	staff, err := staff(pp.s).rows(ctx, q, ids)
	for _, x := range staff {
		data.Staff[x.ID] = x
	}

	return data, err
}

// trainingAgain makes the valid invitations and certificates of a training again that would say something else now.
func (pp Papers) trainingAgain(ctx context.Context, tx *sql.Tx, rec *model.Training, today model.Date, make render) (made []model.Document, err error) {
	standing, err := documents(pp.s).fetch(ctx, tx, true, "training_id = ? AND "+conditions.KeptPaper+" ORDER BY id", rec.ID)
	if err != nil {
		return nil, err
	}

	for _, d := range standing {
		data, err := pp.trainingData(ctx, tx, model.Issue{Type: d.Type, About: model.About(model.EntityTraining, rec.ID), PartnerID: d.PartnerID, Language: d.Language,
			Date: d.Date, Today: today}, *rec)
		if err != nil {
			return nil, err
		}

		data.Number = d.Number
		if d.Type.Kind().Numbered == model.NumberedPerPerson {
			at := slices.IndexFunc(rec.Participants, func(p model.Participant) bool { return p.CertificateNo == d.Number })
			if at < 0 {
				continue
			}
			data = ofOne(data, rec.Participants[at])
		}

		fresh, err := pp.s.ReferralChanges().unlessSame(ctx, tx, d, &data, today, make)
		if err != nil {
			return nil, err
		}

		made = append(made, fresh...)
	}

	return made, nil
}
