package store

import (
	"context"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// checkValidPapers looks for numbers under which more than one paper is valid: of two records, of two versions in one language,
// a valid one of an annulled number, and a valid one without a line in the ledger while the number stands there. Such a
// register was written before a number had one valid paper at a time.
func checkValidPapers(ctx context.Context, q sqlite.Querier, r *Report) error {
	valid, numbered := conditions.Called("d", "document", conditions.ValidPaper), conditions.Called("d", "document", conditions.NumberedPaper)
	for _, rule := range []struct{ code, query string }{
		{"number_two_records", `SELECT d.number, group_concat(DISTINCT d.id) FROM document d WHERE ` + numbered + `
			GROUP BY d.type, d.number HAVING count(DISTINCT d.subject_entity || ' ' || coalesce(d.subject_id, 0)) > 1`},
		{"number_two_valid", `SELECT d.number || ' (' || d.language || ')', group_concat(d.id) FROM document d WHERE ` + numbered + `
			GROUP BY d.type, d.number, d.language, d.copy_no HAVING count(*) > 1`},
		{"number_annulled_valid", `SELECT d.number, group_concat(d.id) FROM document d JOIN number_entry n ON n.formatted = d.number
			WHERE ` + valid + ` AND ` + conditions.Called("n", "number_entry", conditions.AnnulledNumber) + ` AND n.document_type = d.type GROUP BY d.number`},
		{"number_no_line", `SELECT d.number, group_concat(d.id) FROM document d WHERE ` + valid + ` AND d.number_id IS NULL
			AND d.number IN (SELECT formatted FROM number_entry WHERE document_type = d.type) GROUP BY d.number`},
		{"number_two_holders", `SELECT x.number, group_concat(x.kind || ' ' || x.id) FROM (
			SELECT 'agreement' kind, id, number_own number FROM agreement WHERE ` + conditions.HoldsNumber + `
				AND deleted_at IS NULL
			UNION ALL SELECT 'referral', id, referral_no FROM referral WHERE ` + conditions.HasLetter + `
				AND deleted_at IS NULL
			UNION ALL SELECT 'participant', id, certificate_no FROM participant WHERE certificate_no <> '') x
			GROUP BY x.kind, x.number HAVING count(*) > 1`},
	} {
		err := sqlite.Each(ctx, q, rule.query, nil, func(scan func(...any) error) error {
			var number, where string
			err := scan(&number, &where)
			r.add(rule.code, "%s: %s", number, where)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// checkLanguages looks for valid papers of one number in two languages that do not say the same.
func (s *Store) checkLanguages(ctx context.Context, q sqlite.Querier, r *Report) error {
	type pair struct {
		number string
		a, b   model.ID
	}
	var pairs []pair
	err := sqlite.Each(ctx, q, `SELECT a.number, min(a.id), min(b.id) FROM document a JOIN document b ON a.number = b.number AND a.type = b.type
		AND a.language < b.language WHERE `+conditions.Called("a", "document", conditions.KeptPaper)+` AND `+conditions.Called("b", "document", conditions.KeptPaper)+`
		GROUP BY a.type, a.number, a.language, b.language`, nil, func(scan func(...any) error) error {
		var p pair
		err := scan(&p.number, &p.a, &p.b)
		pairs = append(pairs, p)
		return err
	})
	for _, p := range pairs {
		a, failed := s.madeFrom(ctx, q, p.a)
		b, also := s.madeFrom(ctx, q, p.b)
		if failed == nil && also == nil && a.Type != "" && b.Type != "" && !a.Says(b) {
			r.add("number_two_texts", "%s: %d,%d", p.number, p.a, p.b)
		}
	}
	return err
}
