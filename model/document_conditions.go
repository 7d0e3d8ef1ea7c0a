package model

// Valid reports whether the paper was issued, and neither superseded nor annulled.
func (r Document) Valid() bool { return r.Status == "issued" }

// Standing reports whether the paper is valid, has a number, and its bytes are kept.
func (r Document) Standing() bool { return r.Valid() && r.Number != "" && r.Size > 0 }

// Annulled reports whether the number was withdrawn.
func (r NumberEntry) Annulled() bool { return r.Status == "annulled" }

// Given reports whether the number is one of an issued paper, and was not withdrawn.
func (r NumberEntry) Given() bool { return r.Status == "issued" }
