package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// agreementDrafts gathers the data of a paper of an agreement.
func agreementDrafts(ctx context.Context, s *Store, q sqlite.Querier, i model.Issue) ([]model.LetterData, error) {
	rec, err := agreements(s).living(ctx, q, i.About.Of(model.EntityAgreement))
	if err != nil {
		return nil, err
	}
	data, err := s.Papers().letterData(ctx, q, i, rec)
	return []model.LetterData{data}, err
}

func (pp Papers) letterData(ctx context.Context, q sqlite.Querier, i model.Issue, rec model.Agreement) (data model.LetterData, err error) {
	if err := complete(&i, rec); err != nil {
		return data, err
	}

	chosen, err := settings(ctx, q)
	if err != nil {
		return data, err
	}

	data = model.LetterData{Type: i.Type, Language: i.Language, Date: i.Date, Agreement: rec, Said: i.Said, Draft: true,
		MeteraiRate: chosen.MeteraiRate}
	if kept := paperKindOf(i.Type).kept(&data); kept != nil {
		data.Number = *kept
	}
	if data.Clinic, err = clinics(pp.s).get(ctx, q, 1); err != nil {
		return data, err
	}

	if data.Partners, err = pp.partnersOf(ctx, q, rec); err != nil {
		return data, err
	}

	return data, pp.letterExtras(ctx, q, &data)
}

// partnersOf are the partners of an agreement in the order of the parties.
func (pp Papers) partnersOf(ctx context.Context, q sqlite.Querier, rec model.Agreement) (all []model.Partner, err error) {
	for _, p := range rec.Partners() {
		if p.PartnerID <= 0 { // not chosen yet, in an agreement that is still being typed
			all = append(all, nobody(p.PartnerID))
			continue
		}

		partner, err := partners(pp.s).get(ctx, q, p.PartnerID)
		if err != nil {
			return nil, err
		}
		all = append(all, partner)
	}
	return all, nil
}

func (pp Papers) letterExtras(ctx context.Context, q sqlite.Querier, data *model.LetterData) error {
	rec := &data.Agreement
	if rec.ParentID != 0 {
		parent, err := agreements(pp.s).get(ctx, q, rec.ParentID)
		if err != nil {
			return err
		}
		data.Parent = &parent
	}

	signed, err := addenda(pp.s).fetch(ctx, q, true, "agreement_id = ? AND deleted_at IS NULL AND "+conditions.AddendumSigned+" ORDER BY ordinal", rec.ID)
	if err != nil {
		return err
	}
	data.Earlier = signed

	bases, err := legalBases(pp.s).rows(ctx, q, rec.LegalBasisIDs)
	if err != nil {
		return err
	}

	data.LegalBases = slices.DeleteFunc(bases, func(b model.LegalBasis) bool { return !b.DeletedAt.IsZero() })
	if rec.Terms.ProposalSignatory != 0 {
		staff, err := staff(pp.s).get(ctx, q, rec.Terms.ProposalSignatory)
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return err
		}
		if err == nil {
			data.Signatory = &staff
		}
	}

	if rec.FacilitatorPartnerID != 0 {
		partner, err := partners(pp.s).get(ctx, q, rec.FacilitatorPartnerID)
		if err != nil {
			return err
		}
		data.Facilitator = partner.Name
	}

	return nil
}

// complete fills what the issue of an agreement's paper leaves open and refuses documents that cannot be made. A deed follows the
// agreement in language and day, a letter is in one language and of today.
func complete(i *model.Issue, rec model.Agreement) error {
	kind := i.Type.Kind()
	if i.Language == "" {
		i.Language = rec.LanguageMode
		if !kind.PerParty && i.Language == "bilingual" {
			i.Language = "id"
		}
	}

	if row := paperKindOf(i.Type); i.Date.IsZero() && row.day != nil {
		i.Date = row.day(&model.LetterData{Agreement: rec})
	}
	if i.Date.IsZero() {
		i.Date = i.Today
	}

	switch {
	case i.Language == "en" && kind.PerParty && !slices.Contains(kind.Languages, "en"):
		return model.ErrEnglishOnly
	case !kind.Made || kind.About != model.EntityAgreement && kind.About != model.EntityAddendum,
		kind.PerParty && kind.About == model.EntityAgreement && i.Type != rec.Paper():
		return fmt.Errorf("%s for %s: %w", i.Type, rec.Type, model.ErrNoTemplate)
	case !slices.Contains(kind.Languages, i.Language):
		return model.Problems{{Field: "language", Code: model.CodeUnknownValue}}
	case i.Date.IsZero():
		return model.Problems{{Field: "date", Code: model.CodeRequired}}
	}

	return nil
}
