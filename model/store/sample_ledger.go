package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"jejaring/model"
)

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

		d := model.Document{Type: model.DocumentCode(x.Type), Number: x.Number, Date: x.Date, Subject: x.Subject, PartnerID: partner,
			AgreementID: agreement, About: model.About(model.EntityAgreement, agreement), Language: "id", Status: x.Status, IssuedAt: x.Date.Time()}
		if training := l.ids["training "+x.TrainingID]; training != 0 {
			d.About = model.About(model.EntityTraining, training)
		}
		if d.Status == "" {
			d.Status = "issued"
		}
		if err := add(ctx, l, documents(l.store), x.ID, &d); err != nil {
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
			DocumentType: model.DocumentCode(x.SequenceKey), LetterDate: x.LetterDate, IssuedAt: x.LetterDate.Time(), Status: x.Status,
			AnnulReason: x.AnnulReason, DocumentID: l.ids["document "+x.Document], AgreementID: l.ids["agreement "+x.Document]}
		if n.DocumentID == 0 && n.AgreementID == 0 {
			n.DocumentCode = x.Document
			n.AgreementID = l.ids["agreement "+others[x.Document]]
		}

		if err := add(ctx, l, numbers(l.store), "", &n); err != nil {
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

	if err := l.subjects(ctx); err != nil {
		return err
	}

	_, err = l.tx.ExecContext(ctx, `INSERT INTO number_sequence (sequence_key, year, first_seq)
		SELECT sequence_key, year, min(seq) FROM number_entry GROUP BY sequence_key, year`)
	return err
}

// subjects tells what the numbers are about: what their papers are about, or where there is none, the referral, the training of the
// person whose certificate it is, or the agreement.
func (l *sampleLoader) subjects(ctx context.Context) error {
	for _, query := range []string{
		`UPDATE number_entry SET subject_entity = d.subject_entity, subject_id = d.subject_id FROM document d WHERE d.id = number_entry.document_id`,
		`UPDATE number_entry SET subject_entity = 'referral', subject_id = r.id FROM referral r
			WHERE number_entry.document_id IS NULL AND number_entry.document <> '' AND r.code = number_entry.document`,
		`UPDATE number_entry SET subject_entity = 'training', subject_id = p.training_id FROM participant p
			WHERE number_entry.subject_id IS NULL AND number_entry.formatted <> '' AND p.certificate_no = number_entry.formatted`,
		`UPDATE number_entry SET subject_entity = 'agreement', subject_id = agreement_id WHERE subject_id IS NULL AND agreement_id IS NOT NULL`,
	} {
		if _, err := l.tx.ExecContext(ctx, query); err != nil {
			return err
		}
	}
	return nil
}

// others tells for the codes of addenda, evaluations and referrals which agreement they belong to.
func (l *sampleLoader) others() (map[string]string, error) {
	found := map[string]string{}
	for _, r := range l.file.Referrals {
		found[r.ID] = r.Agreement
	}

	for _, part := range slices.Concat(l.file.Addenda, l.file.Evaluations) {
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
