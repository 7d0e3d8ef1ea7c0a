package store

import "jejaring/model"

const (
	validPaper = "document.status = 'issued'"
	// numberedPaper is a valid paper that has a number, keptPaper such a one whose bytes are kept.
	numberedPaper  = validPaper + " AND document.number <> ''"
	keptPaper      = numberedPaper + " AND document.size > 0"
	givenNumber    = "number_entry.status = 'issued'"
	annulledNumber = "number_entry.status = 'annulled'"
)

// documentRules are what is asked of issued papers.
func documentRules() []rule[model.Document] {
	type D = model.Document
	return []rule[D]{
		{"valid", validPaper, func(r D, _ moment) bool { return r.Valid() }},
		{"numbered", numberedPaper, func(r D, _ moment) bool { return r.Valid() && r.Number != "" }},
		{"kept", keptPaper, func(r D, _ moment) bool { return r.Standing() }},
	}
}

// numberRules are what is asked of the lines of the ledger.
func numberRules() []rule[model.NumberEntry] {
	type N = model.NumberEntry
	return []rule[N]{
		{"given", givenNumber, func(r N, _ moment) bool { return r.Given() }},
		{"annulled", annulledNumber, func(r N, _ moment) bool { return r.Annulled() }},
	}
}
