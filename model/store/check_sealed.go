package store

import (
	"bytes"
	"context"
	"encoding/json"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// checkSealed opens everything that is sealed, where it lies. What cannot be opened was changed, moved or damaged.
func (cc checks) checkSealed(ctx context.Context, q sqlite.Querier, r *Report) error {
	if cc.s.Seal().key() == nil {
		return sqlite.One(ctx, q, "SELECT EXISTS (SELECT 1 FROM seal)", nil, &r.Locked)
	}

	for _, part := range []func(context.Context, sqlite.Querier, *Report) error{cc.checkPatients, cc.checkClinical, cc.checkPapers, cc.s.ReferralChanges().checkReplyFiles, cc.s.niks().checkNIKs, cc.checkCorrections} {
		if err := part(ctx, q, r); err != nil {
			return err
		}
	}

	return nil
}

// checkPatients opens the identities, and compares what was derived from them: initials, and the digests for the search.
func (cc checks) checkPatients(ctx context.Context, q sqlite.Querier, r *Report) error {
	type derived struct {
		id              model.ID
		initials        string
		name, nik, card []byte
	}
	var rows []derived
	err := sqlite.Each(ctx, q, "SELECT id, initials, name_digest, nik_digest, insurance_digest FROM patient ORDER BY id", nil,
		func(scan func(...any) error) error {
			var d derived
			err := scan(&d.id, &d.initials, &d.name, &d.nik, &d.card)
			rows = append(rows, d)
			return err
		})

	for len(rows) > 0 && err == nil {
		some := rows[:min(len(rows), 500)]
		ids := make([]model.ID, len(some))
		for i, d := range some {
			ids[i] = d.id
		}

		found, failed := patients(cc.s).fetch(ctx, q, true, "id IN (SELECT value FROM json_each(?)) ORDER BY id", sqlite.JSON(&ids))
		for i, d := range some {
			var p model.Patient
			if failed == nil {
				p = found[i]
			} else if p, err = patients(cc.s).get(ctx, q, d.id); err != nil {
				r.add("sealed", "%v", err)
				continue
			}

			if p.Initials() != d.initials || !bytes.Equal(cc.s.Seal().nameDigest(p.Name), d.name) || !bytes.Equal(cc.s.Seal().nikDigest(p.NIK), d.nik) ||
				!bytes.Equal(cc.s.Seal().cardDigest(p.InsuranceNo), d.card) {
				r.add("sealed", "patient %d: initials or search do not belong to the identity", d.id)
			}
		}

		rows = rows[len(some):]
		err = ctx.Err()
	}

	return err
}

// checkClinical opens the clinical texts. Only referrals of an erased patient have none.
func (cc checks) checkClinical(ctx context.Context, q sqlite.Querier, r *Report) error {
	return sqlite.Each(ctx, q, `SELECT id, clinical FROM referral
		WHERE clinical IS NOT NULL OR patient_id NOT IN (SELECT id FROM patient WHERE name IS NULL) ORDER BY id`, nil, func(scan func(...any) error) error {
		var id model.ID
		var box []byte
		if err := scan(&id, &box); err != nil {
			return err
		}
		if cc.s.Seal().openJSON(box, place("referral.clinical", id), &clinical{}) != nil || len(box) == 0 {
			r.add("sealed", "referral %d", id)
		}

		return nil
	})
}

// checkPapers opens the papers of patients and what they were made from.
func (cc checks) checkPapers(ctx context.Context, q sqlite.Querier, r *Report) error {
	return sqlite.Each(ctx, q, `SELECT document_id, body, sealed_snapshot FROM document_body WHERE sealed_snapshot IS NOT NULL`, nil,
		func(scan func(...any) error) error {
			var id model.ID
			var body, kept []byte
			if err := scan(&id, &body, &kept); err != nil {
				return err
			}

			_, err := cc.s.Seal().key().Open(body, place("document.body", id))
			snapshot, failed := cc.s.Seal().key().Open(kept, place("document.snapshot", id))
			if err != nil || failed != nil || !json.Valid(snapshot) {
				r.add("sealed", "document %d", id)
			}

			return nil
		})
}

// checkCorrections opens the reasons and old values of corrected referrals.
func (cc checks) checkCorrections(ctx context.Context, q sqlite.Querier, r *Report) error {
	return sqlite.Each(ctx, q, "SELECT history_id, sealed FROM correction WHERE sealed IS NOT NULL", nil, func(scan func(...any) error) error {
		var id model.ID
		var box []byte
		if err := scan(&id, &box); err != nil {
			return err
		}
		if cc.s.Seal().openJSON(box, correctionPlace(id), &sealedCorrection{}) != nil {
			r.add("sealed", "correction %d", id)
		}

		return nil
	})
}

// checkValidPapers looks for numbers under which more than one paper is valid: of two records, of two versions in one language,
// a valid one of an annulled number, and a valid one without a line in the ledger while the number stands there. Such a
// register was written before a number had one valid paper at a time.
func checkValidPapers(ctx context.Context, q sqlite.Querier, r *Report) error {
	valid := conditions.Called("d", "document", conditions.ValidPaper)
	numbered := conditions.Called("d", "document", conditions.NumberedPaper)
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
func (cc checks) checkLanguages(ctx context.Context, q sqlite.Querier, r *Report) error {
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
		a, failed := cc.s.Papers().madeFrom(ctx, q, p.a)
		b, also := cc.s.Papers().madeFrom(ctx, q, p.b)
		if failed == nil && also == nil && a.Type != "" && b.Type != "" && !a.Says(b) {
			r.add("number_two_texts", "%s: %d,%d", p.number, p.a, p.b)
		}
	}

	return err
}
