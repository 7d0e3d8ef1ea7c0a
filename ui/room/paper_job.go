package room

import (
	"jejaring/model"
)

// PaperJob is a document that is to be looked at or issued.
type PaperJob struct {
	Agreement model.Agreement
	DocType   model.DocumentCode
	// look shows the draft only.
	Look bool
	// What the paper is about where it is not an agreement: its name, its number when it has one already, what is to be
	// issued, and where problems are put right.
	Title  string
	Number string
	// training is the code of the training that certificates are of.
	Training string
	Issue    model.Issue
	// people are those who get a certificate.
	People []model.ID
	Fix    func(model.Problems)
}

// Subject names what the paper is about.
func (j PaperJob) Subject() string {
	if j.Title != "" {
		return j.Title
	}
	return j.Agreement.Title
}

// Taken is the number that the paper has already, or "".
func (j PaperJob) Taken() string {
	if j.Agreement.ID == 0 || j.DocType != j.Agreement.Paper() {
		return j.Number
	}
	return j.Agreement.NumberOwn
}

// Signed is the day that a signed agreement bears when it is only looked at.
func (j PaperJob) Signed() model.Date {
	if j.Look && j.DocType == j.Agreement.Paper() {
		return j.Agreement.SignDate
	}
	return model.Date{}
}

// Complete is the key that says what will be made.
func (j PaperJob) Complete() string {
	if j.DocType.Kind().Numbered == model.NumberedPerPerson {
		return "paper.complete_certificates"
	}
	return "paper.complete"
}
