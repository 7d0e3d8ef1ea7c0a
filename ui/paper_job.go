package ui

import "jejaring/model"

// paperJob is a document that is to be looked at or issued.
type paperJob struct {
	agreement model.Agreement
	docType   string
	// look shows the draft only.
	look bool
	// What the paper is about where it is not an agreement: its name, its number when it has one already, what is to be
	// issued, and where problems are put right.
	title  string
	number string
	// training is the code of the training that certificates are of.
	training string
	issue    model.Issue
	// people are those who get a certificate.
	people []model.ID
	fix    func(model.Problems)
}

// subject names what the paper is about.
func (j paperJob) subject() string {
	if j.title != "" {
		return j.title
	}
	return j.agreement.Title
}

// taken is the number that the paper has already, or "".
func (j paperJob) taken() string {
	if j.agreement.ID == 0 || j.docType == "SPK" {
		return j.number
	}
	return j.agreement.NumberOwn
}

// signed is the day that a signed agreement bears when it is only looked at.
func (j paperJob) signed() model.Date {
	if j.look && j.docType == "PKS" {
		return j.agreement.SignDate
	}
	return model.Date{}
}

// complete is the key that says what will be made.
func (j paperJob) complete() string {
	if j.docType == "SRT" {
		return "paper.complete_certificates"
	}
	return "paper.complete"
}
