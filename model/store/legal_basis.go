package store

import (
	"context"
	"database/sql"

	"jejaring/model"
	"jejaring/model/store/conditions"
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
		parts:   []part[model.LegalBasis]{citing(s)},
		used: `EXISTS (SELECT 1 FROM legal_basis o WHERE o.replaced_by = :id AND o.deleted_at IS NULL) OR EXISTS (SELECT 1 FROM agreement, json_each(CASE json_type(legal_bases) WHEN 'array' THEN legal_bases ELSE '[]' END)
			WHERE json_each.value = :id AND deleted_at IS NULL)`}
}

func legalBasisColumns(r *model.LegalBasis) []column {
	return []column{{"citation_id", &r.Citation}, {"short_title_en", &r.ShortTitleEN}, {"applies_to", sqlite.JSON(&r.AppliesTo)},
		{"status", &r.Status}, {"checked_on", sqlite.Day(&r.CheckedOn)}, {"note", &r.Note},
		{"replaced_by", sqlite.Ref(&r.ReplacedBy)}, {"replaced_since", sqlite.Day(&r.ReplacedSince)}}
}

// citing reads what took the place of rules, and how many agreements in force cite them.
func citing(s *Store) part[model.LegalBasis] {
	return func(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.LegalBasis) error {
		query := `SELECT b.id, coalesce(n.citation_id, ''), (SELECT count(*) FROM agreement WHERE deleted_at IS NULL AND ` + conditions.InForce + `
			AND EXISTS (SELECT 1 FROM json_each(CASE json_type(agreement.legal_bases) WHEN 'array' THEN agreement.legal_bases ELSE '[]' END) c WHERE c.value = b.id))
			FROM legal_basis b LEFT JOIN legal_basis n ON n.id = b.replaced_by WHERE b.id IN (SELECT value FROM json_each(:ids))`
		return sqlite.Each(ctx, q, query, conditions.Moment{Today: s.Today()}.Named(sql.Named("ids", ids)), func(scan func(...any) error) error {
			var id model.ID
			var replacement string
			var cited int
			if err := scan(&id, &replacement, &cited); err != nil {
				return err
			}
			byID[id].Replacement, byID[id].Cited = replacement, cited
			return nil
		})
	}
}

func legalBasisEntry(s *Store) entry {
	e := entryOf(model.EntityLegalBasis, legalBases(s), func(r model.LegalBasis) []string { return []string{r.Citation, r.Status} },
		"legal_bases", "legal_basis")
	e.title = "citation_id"
	return e
}
