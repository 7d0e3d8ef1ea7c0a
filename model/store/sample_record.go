package store

import "jejaring/model"

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
