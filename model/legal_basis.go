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
	return c.found
}

// Validate returns the rules that forbid saving, or nil.
func (r *LegalBasis) Validate() error { return r.Check().Errors() }

// RepealedLaw returns the repealed rule that a citation names, or "" (brief section 4.15).
func RepealedLaw(citation string) string {
	for _, old := range []struct{ pattern, name string }{
		{`(?i)(undang-undang|\bUU\b).{0,12}\b36\D{1,9}2009`, "UU 36/2009"},
		{`(?i)(undang-undang|\bUU\b).{0,12}\b29\D{1,9}2004`, "UU 29/2004"},
		{`(?i)(undang-undang|\bUU\b).{0,12}\b44\D{1,9}2009`, "UU 44/2009"},
		{`(?i)(undang-undang|\bUU\b).{0,12}\b36\D{1,9}2014`, "UU 36/2014"},
		{`(?i)(peraturan menteri kesehatan|permenkes).{0,12}\b0?0?1\D{1,9}2012`, "Permenkes 001/2012"},
		{`(?i)(peraturan menteri kesehatan|permenkes).{0,12}\b269\D.{0,14}2008`, "Permenkes 269/2008"},
		{`(?i)(undang-undang|\bUU\b).{0,12}\b13\D{1,9}1985`, "UU 13/1985"},
	} {
		if matches(old.pattern, citation) {
			return old.name
		}
	}
	return ""
}
