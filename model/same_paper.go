package model

import (
	"slices"
	"strings"
)

// Says reports whether a paper made from other data would say the same, but for its language: then the two stand beside
// each other under one number. What the paper does not bear, and what goes on after it was made, does not count.
func (d LetterData) Says(other LetterData) bool {
	for _, path := range differing(d, other) {
		if d.bears(path) {
			return false
		}
	}

	if d.Training == nil || other.Training == nil {
		return d.Training == nil && other.Training == nil
	}

	return slices.Equal(d.Training.taught(), other.Training.taught()) &&
		(d.Type != DocumentCertificate || d.Training.chair() == other.Training.chair())
}

// bears reports whether something of the data stands on the paper.
func (d LetterData) bears(path string) bool {
	whole, rest, _ := strings.Cut(path, ".")
	switch whole {
	case "language", "draft", "revision", "replaces", "beside", "beside_language":
		return false
	case "agreement":
		return d.bearsAgreement(rest)
	case "referral":
		return d.Referral != nil && onReferral(d.Type).holds(rest)
	case "training":
		if d.Training == nil || d.Type == DocumentAttendance {
			return d.Type == DocumentAttendance
		}
		if d.Type == DocumentInvitation {
			return d.Training.onInvitation().holds(rest)
		}
		return d.Training.onCertificate().holds(rest)
	case "evaluation":
		return onEvaluation().holds(rest)
	case "said":
		return !slices.Contains(saidInWords(), rest)
	case "certified":
		return onPerson().holds(rest)
	}

	at := strings.LastIndex(path, ".")
	return !slices.Contains(kept(), path[at+1:])
}

// bearsAgreement: a letter about something else bears only the agreement's number, an invitation its contact persons.
func (d LetterData) bearsAgreement(field string) bool {
	switch d.Type {
	case DocumentReferral:
		return field == "number_own"
	case DocumentInvitation:
		return stands{fields: []string{"pics"}}.holds(field)
	case DocumentEvaluation:
		return stands{fields: []string{"number_own", "title", "parties"}}.holds(field)
	case DocumentReply, DocumentCertificate, DocumentAttendance:
		return false
	}
	return onAgreement().holds(field)
}
