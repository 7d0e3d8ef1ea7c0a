package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"jejaring/model"
)

// LetterData gathers everything that a draft of a document is made from. The number is filled in only when the
// record has one already. Data of a patient are noted in the history as viewed; those of a certificate are of the first
// participant who is asked for or has earned one.
func (s *Store) LetterData(ctx context.Context, i model.Issue) (data model.LetterData, err error) {
	switch i.Type {
	case "RJK", "SRB":
		return s.referralLetter(ctx, i)
	case "UND", "DH", "SRT":
		return s.trainingLetter(ctx, i)
	}
	err = s.view(ctx, func(tx *sql.Tx) error {
		rec, err := s.agreements().living(ctx, tx, i.AgreementID)
		if err != nil {
			return err
		}
		data, err = s.letterData(ctx, tx, i, rec)
		return err
	})
	return data, err
}

func (s *Store) letterData(ctx context.Context, q querier, i model.Issue, rec model.Agreement) (data model.LetterData, err error) {
	if err := prepare(&i, rec); err != nil {
		return data, err
	}
	chosen, err := settings(ctx, q)
	if err != nil {
		return data, err
	}
	data = model.LetterData{Type: i.Type, Language: i.Language, Date: i.Date, Agreement: rec, Draft: true,
		MeteraiRate: chosen.MeteraiRate}
	if i.Type == "PKS" {
		data.Number = rec.NumberOwn
	}
	if data.Clinic, err = s.clinics().get(ctx, q, 1); err != nil {
		return data, err
	}
	for _, p := range rec.Partners() {
		partner, err := s.partners().get(ctx, q, p.PartnerID)
		if err != nil {
			return data, err
		}
		data.Partners = append(data.Partners, partner)
	}
	return data, s.letterExtras(ctx, q, &data)
}

func (s *Store) letterExtras(ctx context.Context, q querier, data *model.LetterData) error {
	rec := &data.Agreement
	if rec.ParentID != 0 {
		parent, err := s.agreements().get(ctx, q, rec.ParentID)
		if err != nil {
			return err
		}
		data.Parent = &parent
	}
	bases, err := s.legalBases().rows(ctx, q, rec.LegalBasisIDs)
	if err != nil {
		return err
	}
	data.LegalBases = slices.DeleteFunc(bases, func(b model.LegalBasis) bool { return !b.DeletedAt.IsZero() })
	if rec.Terms.ProposalSignatory != 0 {
		staff, err := s.staff().get(ctx, q, rec.Terms.ProposalSignatory)
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return err
		}
		if err == nil {
			data.Signatory = &staff
		}
	}
	if rec.FacilitatorPartnerID != 0 {
		partner, err := s.partners().get(ctx, q, rec.FacilitatorPartnerID)
		if err != nil {
			return err
		}
		data.Facilitator = partner.Name
	}
	return nil
}

// prepare fills what an issue leaves open and refuses documents that cannot be made.
func prepare(i *model.Issue, rec model.Agreement) error {
	if i.Language == "" {
		i.Language = rec.LanguageMode
		if i.Type == "SPK" && i.Language == "bilingual" {
			i.Language = "id"
		}
	}
	if i.Date.IsZero() && i.Type == "PKS" {
		i.Date = rec.SignDate
	}
	if i.Date.IsZero() {
		i.Date = i.Today
	}
	switch {
	case i.Language == "en" && slices.Contains([]string{"MOU", "PKS", "ADD"}, i.Type):
		return model.ErrEnglishOnly
	case i.Type != "SPK" && i.Type != "PKS", i.Type == "PKS" && rec.Type != "pks":
		return fmt.Errorf("%s for %s: %w", i.Type, rec.Type, model.ErrNoTemplate)
	case !slices.Contains([]string{"id", "en", "bilingual"}, i.Language):
		return model.Problems{{Field: "language", Code: model.CodeUnknownValue}}
	case i.Date.IsZero():
		return model.Problems{{Field: "date", Code: model.CodeRequired}}
	}
	return nil
}
