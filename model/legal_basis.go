package model

import "slices"

// LegalBasis is a law or rule that a document may cite (brief section 4.15). The list belongs to the user.
type LegalBasis struct {
	Base
	Citation     string   `json:"citation_id"`
	ShortTitleEN string   `json:"short_title_en,omitempty"`
	AppliesTo    []string `json:"applies_to,omitempty"` // cooperation fields; empty: all
	Status       string   `json:"status"`
	CheckedOn    Date     `json:"checked_on"`
	// ReplacedBy is the rule that took its place, on ReplacedSince; it is repealed then.
	ReplacedBy    ID   `json:"replaced_by,omitempty"`
	ReplacedSince Date `json:"replaced_since,omitzero"`
	// Replacement is the citation of that rule, and Cited how many agreements in force cite this one. Read only.
	Replacement string `json:"-"`
	Cited       int    `json:"-"`
	Note        string `json:"note,omitempty"`
}

// LegalStatuses lists whether a rule is in force.
func LegalStatuses() []string { return []string{"in_force", "repealed", "unknown"} }

// Check returns every broken rule and warning.
func (r *LegalBasis) Check() Problems {
	var c checker
	c.text("citation_id", r.Citation, 400)
	switch {
	case r.ReplacedBy == 0:
		r.ReplacedSince = Date{}
	case r.ReplacedBy == r.ID:
		c.add("replaced_by", "replaces_itself")
	case r.ReplacedSince.IsZero():
		c.add("replaced_since", CodeRequired)
	}
	if r.ReplacedBy != 0 {
		r.Status = "repealed"
	}
	c.oneOf("status", r.Status, LegalStatuses())
	if old := RepealedLaw(r.Citation); old != "" {
		c.warn("citation_id", "old_law", old)
	}
	c.limits(r)
	return c.found
}

// Validate returns the rules that forbid saving, or nil.
func (r *LegalBasis) Validate() error { return r.Check().Errors() }

// Repealed reports whether the rule counts no more, by what is noted of it or by what is known.
func (r LegalBasis) Repealed() bool { return r.Status == "repealed" || RepealedLaw(r.Citation) != "" }

// CiteInstead puts a rule in the place of another one that an agreement cites. One that it cites already is not cited twice.
func CiteInstead(a *Agreement, old, by ID) {
	ids := slices.Clone(a.LegalBasisIDs)
	if slices.Contains(ids, by) {
		ids = slices.DeleteFunc(ids, func(id ID) bool { return id == old })
	}
	for i := range ids {
		if ids[i] == old {
			ids[i] = by
		}
	}
	a.LegalBasisIDs = ids
}

// RepealedLaw returns the repealed rule that a citation names, or "" (brief section 4.15).
func RepealedLaw(citation string) string {
	const law, rule = `(?i)(?:undang-undang|\bUU)\D{0,40}`, `(?i)(?:peraturan menteri kesehatan|permenkes)\D{0,40}`
	for _, old := range []struct{ pattern, name string }{
		{law + `36\D{1,9}2009`, "UU 36/2009"},
		{law + `29\D{1,9}2004`, "UU 29/2004"},
		{law + `44\D{1,9}2009`, "UU 44/2009"},
		{law + `36\D{1,9}2014`, "UU 36/2014"},
		{rule + `0{0,2}1\D{1,30}2012`, "Permenkes 001/2012"},
		{rule + `269\D{1,30}2008`, "Permenkes 269/2008"},
		{law + `13\D{1,9}1985`, "UU 13/1985"},
	} {
		if matches(old.pattern, citation) {
			return old.name
		}
	}

	return ""
}
