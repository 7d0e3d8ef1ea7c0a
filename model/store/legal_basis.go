package store

import (
	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// LegalBases is the register of laws and rules; it comes with the sixteen of brief section 4.15, not yet checked.
// Filters: status. Sorts: code (the default), citation_id, status, checked_on.
func (s *Store) LegalBases() model.Register[model.LegalBasis] { return legalBases(s) }

func legalBases(s *Store) *table[model.LegalBasis] {
	return &table[model.LegalBasis]{store: s, name: "legal_basis", columns: legalBasisColumns,
		base:  func(r *model.LegalBasis) *model.Base { return &r.Base },
		check: (*model.LegalBasis).Validate, order: "id",
		sorts:   []string{"code", "citation_id", "status", "checked_on"},
		filters: equals(model.ByStatus),
		words:   func(r *model.LegalBasis) []string { return []string{r.Citation, r.ShortTitleEN, r.Note} },
		used: `EXISTS (SELECT 1 FROM agreement, json_each(CASE json_type(legal_bases) WHEN 'array' THEN legal_bases ELSE '[]' END)
			WHERE json_each.value = :id AND deleted_at IS NULL)`}
}

func legalBasisColumns(r *model.LegalBasis) []column {
	return []column{{"citation_id", &r.Citation}, {"short_title_en", &r.ShortTitleEN}, {"applies_to", sqlite.JSON(&r.AppliesTo)},
		{"status", &r.Status}, {"checked_on", sqlite.Day(&r.CheckedOn)}, {"note", &r.Note}}
}

func legalBasisEntry(s *Store) entry {
	e := entryOf(model.EntityLegalBasis, legalBases(s), func(r model.LegalBasis) []string { return []string{r.Citation, r.Status} },
		"legal_bases", "legal_basis")
	e.title = "citation_id"
	return e
}
