package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"jejaring/model"
)

type sampleStaff struct {
	ID string `json:"id"`
	model.Staff
}

type sampleUser struct {
	Name    string `json:"name"`
	Role    string `json:"role"`
	StaffID string `json:"staff_id"`
}

type samplePartner struct {
	ID string `json:"id"`
	model.Partner
}

type sampleAgreement struct {
	ID            string   `json:"id"`
	PartnerIDs    []string `json:"partner_ids"`
	NumberPartner string   `json:"number_partner"`
	Parent        string   `json:"parent_id"`
	Successor     string   `json:"successor_id"`
	Facilitator   string   `json:"facilitator_partner_id"`
	SignedScan    bool     `json:"signed_scan"`
	model.Agreement
}

type sampleObligation struct {
	ID          string `json:"id"`
	AgreementID string `json:"agreement_id"`
	model.Obligation
}

type sampleLetter struct {
	ID          string     `json:"id"`
	Type        string     `json:"type"`
	Number      string     `json:"number"`
	Date        model.Date `json:"date"`
	Subject     string     `json:"subject"`
	PartnerID   string     `json:"partner_id"`
	AgreementID string     `json:"agreement_id"`
	TrainingID  string     `json:"training_id"`
	Status      string     `json:"status"`
}

type sampleNumber struct {
	SequenceKey string     `json:"sequence_key"`
	Year        int        `json:"year"`
	Seq         int        `json:"seq"`
	Suffix      string     `json:"suffix"`
	Formatted   string     `json:"formatted"`
	LetterDate  model.Date `json:"letter_date"`
	Document    string     `json:"document"`
	Status      string     `json:"status"`
	AnnulReason string     `json:"annul_reason"`
}

func (l *sampleLoader) staff(ctx context.Context) error {
	for i := range l.file.Staff {
		if err := add(ctx, l, l.store.staff(), l.file.Staff[i].ID, &l.file.Staff[i].Staff); err != nil {
			return err
		}
	}
	return nil
}

func (l *sampleLoader) partners(ctx context.Context) error {
	for i := range l.file.Partners {
		if err := add(ctx, l, l.store.partners(), l.file.Partners[i].ID, &l.file.Partners[i].Partner); err != nil {
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
		if err := add(ctx, l, l.store.agreements(), a.ID, &a.Agreement); err != nil {
			return err
		}
	}
	return nil
}

// fillAgreement gives an agreement its parties, persons, obligations and files.
func (l *sampleLoader) fillAgreement(a *sampleAgreement) error {
	r := &a.Agreement
	r.Terms, r.Status = model.DefaultTerms(), a.Status
	r.StatusSince = l.since(a)
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
		if err := l.store.agreements().put(ctx, l.tx, &a.Agreement, "update"); err != nil {
			return err
		}
	}
	return nil
}

func (l *sampleLoader) letters(ctx context.Context) error {
	for _, x := range l.file.Letters {
		partner, err := l.id("partner", x.PartnerID)
		if err != nil {
			return fmt.Errorf("letter %s: %w", x.ID, err)
		}
		agreement, err := l.id("agreement", x.AgreementID)
		if err != nil {
			return fmt.Errorf("letter %s: %w", x.ID, err)
		}
		d := model.Document{Type: x.Type, Number: x.Number, Date: x.Date, Subject: x.Subject, PartnerID: partner,
			AgreementID: agreement, Language: "id", Status: x.Status, IssuedAt: x.Date.Time()}
		if d.Status == "" {
			d.Status = "issued"
		}
		if err := add(ctx, l, l.store.documents(), x.ID, &d); err != nil {
			return err
		}
	}
	return nil
}

// ledger writes the numbers and ties them to what they stand for.
func (l *sampleLoader) ledger(ctx context.Context) error {
	others, err := l.others()
	if err != nil {
		return err
	}
	for _, x := range l.file.Ledger {
		n := model.NumberEntry{SequenceKey: x.SequenceKey, Year: x.Year, Seq: x.Seq, Suffix: x.Suffix, Formatted: x.Formatted,
			DocumentType: x.SequenceKey, LetterDate: x.LetterDate, IssuedAt: x.LetterDate.Time(), Status: x.Status,
			AnnulReason: x.AnnulReason, DocumentID: l.ids["document "+x.Document], AgreementID: l.ids["agreement "+x.Document]}
		if n.DocumentID == 0 && n.AgreementID == 0 {
			n.DocumentCode, n.AgreementID = x.Document, l.ids["agreement "+others[x.Document]]
		}
		if err := add(ctx, l, l.store.numbers(), "", &n); err != nil {
			return fmt.Errorf("number %s: %w", x.Formatted, err)
		}
		delete(l.ids, "number_entry ")
		if n.DocumentID == 0 {
			continue
		}
		if _, err := l.tx.ExecContext(ctx, "UPDATE document SET number_id = ? WHERE id = ?", n.ID, n.DocumentID); err != nil {
			return err
		}
	}
	_, err = l.tx.ExecContext(ctx, `INSERT INTO number_sequence (sequence_key, year, first_seq)
		SELECT sequence_key, year, min(seq) FROM number_entry GROUP BY sequence_key, year`)
	return err
}

// others tells for the codes of addenda, evaluations and referrals which agreement they belong to.
func (l *sampleLoader) others() (map[string]string, error) {
	found := map[string]string{}
	for _, part := range slices.Concat(l.file.Addenda, l.file.Evaluations, l.file.Referrals) {
		var x struct {
			ID          string `json:"id"`
			AgreementID string `json:"agreement_id"`
		}
		if err := json.Unmarshal(part, &x); err != nil {
			return nil, err
		}
		found[x.ID] = x.AgreementID
	}
	return found, nil
}
