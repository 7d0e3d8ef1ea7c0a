package model

// LegalBasis is a law or rule that a document may cite (brief section 4.15). The list belongs to the user.
type LegalBasis struct {
	Base
	Citation     string   `json:"citation_id"`
	ShortTitleEN string   `json:"short_title_en,omitempty"`
	AppliesTo    []string `json:"applies_to,omitempty"` // cooperation fields; empty: all
	Status       string   `json:"status"`
	CheckedOn    Date     `json:"checked_on"`
	Note         string   `json:"note,omitempty"`
}

// LegalStatuses lists whether a rule is in force.
func LegalStatuses() []string { return []string{"in_force", "repealed", "unknown"} }

// Check returns every broken rule and warning.
func (r *LegalBasis) Check() Problems {
	var c checker
	c.text("citation_id", r.Citation, 400)
	c.oneOf("status", r.Status, LegalStatuses())
	if old := RepealedLaw(r.Citation); old != "" {
		c.warn("citation_id", "old_law", old)
	}
	c.limits(r)
	return c.found
}

// Validate returns the rules that forbid saving, or nil.
func (r *LegalBasis) Validate() error { return r.Check().Errors() }

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
