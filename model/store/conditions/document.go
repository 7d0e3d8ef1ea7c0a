package conditions

import "jejaring/model"

const (
	ValidPaper = "document.status = 'issued'"
	// NumberedPaper is a valid paper that has a number, keptPaper such a one whose bytes are kept.
	NumberedPaper  = ValidPaper + " AND document.number <> ''"
	KeptPaper      = NumberedPaper + " AND document.size > 0"
	GivenNumber    = "number_entry.status = 'issued'"
	AnnulledNumber = "number_entry.status = 'annulled'"
)

// DocumentRules are what is asked of issued papers.
func DocumentRules() []Rule[model.Document] {
	type D = model.Document
	return []Rule[D]{
		{"valid", ValidPaper, func(r D, _ Moment) bool { return r.Valid() }},
		{"numbered", NumberedPaper, func(r D, _ Moment) bool { return r.Valid() && r.Number != "" }},
		{"kept", KeptPaper, func(r D, _ Moment) bool { return r.Standing() }},
	}
}

// NumberRules are what is asked of the lines of the ledger.
func NumberRules() []Rule[model.NumberEntry] {
	type N = model.NumberEntry
	return []Rule[N]{
		{"given", GivenNumber, func(r N, _ Moment) bool { return r.Given() }},
		{"annulled", AnnulledNumber, func(r N, _ Moment) bool { return r.Annulled() }},
	}
}
