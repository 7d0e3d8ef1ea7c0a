package store

import (
	"context"
	"fmt"
	"slices"

	"jejaring/model"
)

func (l *sampleLoader) staff(ctx context.Context) error {
	for i := range l.file.Staff {
		if err := add(ctx, l, staff(l.store), l.file.Staff[i].ID, &l.file.Staff[i].Staff); err != nil {
			return err
		}
	}
	return nil
}

func (l *sampleLoader) partners(ctx context.Context) error {
	for i := range l.file.Partners {
		if err := add(ctx, l, partners(l.store), l.file.Partners[i].ID, &l.file.Partners[i].Partner); err != nil {
			return err
		}
	}
	return nil
}

func (l *sampleLoader) agreements(ctx context.Context) error {
	for i := range l.file.Agreements {
		a := &l.file.Agreements[i]
		if err := l.fillAgreement(a); err != nil {
			return fmt.Errorf("agreement %s: %w", a.ID, err)
		}
		if err := add(ctx, l, agreements(l.store), a.ID, &a.Agreement); err != nil {
			return err
		}
	}
	return nil
}

// fillAgreement gives an agreement its parties, persons, obligations and files.
func (l *sampleLoader) fillAgreement(a *sampleAgreement) error {
	r := &a.Agreement
	r.Terms = model.DefaultTerms()
	r.Status = a.Status
	r.StatusSince = l.since(a)
	r.Stages = []model.Stage{{Status: r.Status, Since: r.StatusSince}}
	clinic := l.file.Clinic
	r.Parties = []model.Party{{Role: "p1", RepName: clinic.HeadName, RepPosition: clinic.HeadPosition,
		Authority: clinic.HeadAuthority}}
	r.PICs = []model.PIC{l.ownPIC()}

	for i, code := range a.PartnerIDs {
		id, err := l.id("partner", code)
		if err != nil {
			return err
		}

		role := fmt.Sprintf("p%d", i+2)
		at := slices.IndexFunc(l.file.Partners, func(p samplePartner) bool { return p.ID == code })
		partner := l.file.Partners[at].Partner
		head, _ := partner.Primary("decision_maker")
		pic, _ := partner.Primary("pic_agreement")
		r.Parties = append(r.Parties, model.Party{Role: role, PartnerID: id, RepName: head.Name, RepPosition: head.Position})
		r.PICs = append(r.PICs, model.PIC{Party: role, Name: pic.Name, Position: pic.Position, Phone: pic.Phone, Email: pic.Email})
	}

	if len(r.Parties) > 1 {
		r.Parties[1].OwnNumber = a.NumberPartner
	}

	for i := range r.Parties {
		if p := &r.Parties[i]; !r.SignDate.IsZero() {
			p.SignedOn, p.SignedBy = r.SignDate, p.RepName
		}
	}

	if a.SignedScan {
		r.Documents = []model.File{{Kind: "signed_scan", Name: "signed_scan_" + a.ID + ".pdf"}}
	}
	return l.obligations(a)
}

// since guesses the day of the last change of state: its own date, the signature, the number, or the sample's day.
func (l *sampleLoader) since(a *sampleAgreement) model.Date {
	for _, d := range []model.Date{a.StatusDate, a.SignDate} {
		if !d.IsZero() {
			return d
		}
	}

	for _, n := range l.file.Ledger {
		if n.Document == a.ID {
			return n.LetterDate
		}
	}

	return l.file.Meta.AsOf
}

// ownPIC is the clinic's contact person: the administrator, else the head.
func (l *sampleLoader) ownPIC() model.PIC {
	for _, s := range l.file.Staff {
		if s.Profession == "admin" && s.Active {
			return model.PIC{Party: "p1", Name: s.FullName(), Position: s.Position, Phone: s.Phone, Email: s.Email}
		}
	}
	c := l.file.Clinic
	return model.PIC{Party: "p1", Name: c.HeadName, Position: c.HeadPosition, Phone: c.Phone, Email: c.Email}
}

func (l *sampleLoader) obligations(a *sampleAgreement) error {
	for _, o := range l.file.Obligations {
		if o.AgreementID == a.ID {
			o.Code = o.ID
			a.Obligations = append(a.Obligations, o.Obligation)
		}
	}
	return nil
}

// agreementLinks sets what agreements say of each other, once all are there.
func (l *sampleLoader) agreementLinks(ctx context.Context) error {
	for i := range l.file.Agreements {
		a := &l.file.Agreements[i]
		if a.Parent == "" && a.Successor == "" && a.Facilitator == "" {
			continue
		}

		var err error
		for _, link := range []struct {
			at           *model.ID
			entity, code string
		}{{&a.ParentID, "agreement", a.Parent}, {&a.SuccessorID, "agreement", a.Successor},
			{&a.FacilitatorPartnerID, "partner", a.Facilitator}} {
			if *link.at, err = l.id(link.entity, link.code); err != nil {
				return fmt.Errorf("agreement %s: %w", a.ID, err)
			}
		}

		if err := agreements(l.store).put(ctx, l.tx, &a.Agreement, "update"); err != nil {
			return err
		}
	}
	return nil
}
