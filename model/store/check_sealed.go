package store

import (
	"bytes"
	"context"
	"encoding/json"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// checkSealed opens everything that is sealed, where it lies. What cannot be opened was changed, moved or damaged.
func (s *Store) checkSealed(ctx context.Context, q sqlite.Querier, r *Report) error {
	if s.key() == nil {
		return sqlite.One(ctx, q, "SELECT EXISTS (SELECT 1 FROM seal)", nil, &r.Locked)
	}
	for _, part := range []func(context.Context, sqlite.Querier, *Report) error{s.checkPatients, s.checkClinical, s.checkPapers, s.checkReplyFiles, s.checkNIKs, s.checkCorrections} {
		if err := part(ctx, q, r); err != nil {
			return err
		}
	}
	return nil
}

// checkPatients opens the identities, and compares what was derived from them: initials, and the digests for the search.
func (s *Store) checkPatients(ctx context.Context, q sqlite.Querier, r *Report) error {
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
	for _, d := range rows {
		p, failed := s.patients().get(ctx, q, d.id)
		if failed != nil {
			r.add("sealed", "%v", failed)
			continue
		}
		if p.Initials() != d.initials || !bytes.Equal(s.nameDigest(p.Name), d.name) || !bytes.Equal(s.nikDigest(p.NIK), d.nik) ||
			!bytes.Equal(s.cardDigest(p.InsuranceNo), d.card) {
			r.add("sealed", "patient %d: initials or search do not belong to the identity", d.id)
		}
	}
	return err
}

// checkClinical opens the clinical texts. Only referrals of an erased patient have none.
func (s *Store) checkClinical(ctx context.Context, q sqlite.Querier, r *Report) error {
	return sqlite.Each(ctx, q, `SELECT id, clinical FROM referral
		WHERE clinical IS NOT NULL OR patient_id NOT IN (SELECT id FROM patient WHERE name IS NULL) ORDER BY id`, nil, func(scan func(...any) error) error {
		var id model.ID
		var box []byte
		if err := scan(&id, &box); err != nil {
			return err
		}
		if s.openJSON(box, place("referral.clinical", id), &clinical{}) != nil || len(box) == 0 {
			r.add("sealed", "referral %d", id)
		}
		return nil
	})
}

// checkPapers opens the papers of patients and what they were made from.
func (s *Store) checkPapers(ctx context.Context, q sqlite.Querier, r *Report) error {
	return sqlite.Each(ctx, q, `SELECT document_id, body, sealed_snapshot FROM document_body WHERE sealed_snapshot IS NOT NULL`, nil,
		func(scan func(...any) error) error {
			var id model.ID
			var body, kept []byte
			if err := scan(&id, &body, &kept); err != nil {
				return err
			}
			_, err := s.key().Open(body, place("document.body", id))
			snapshot, failed := s.key().Open(kept, place("document.snapshot", id))
			if err != nil || failed != nil || !json.Valid(snapshot) {
				r.add("sealed", "document %d", id)
			}
			return nil
		})
}

// checkCorrections opens the reasons and old values of corrected referrals.
func (s *Store) checkCorrections(ctx context.Context, q sqlite.Querier, r *Report) error {
	return sqlite.Each(ctx, q, "SELECT history_id, sealed FROM correction WHERE sealed IS NOT NULL", nil, func(scan func(...any) error) error {
		var id model.ID
		var box []byte
		if err := scan(&id, &box); err != nil {
			return err
		}
		if s.openJSON(box, correctionPlace(id), &sealedCorrection{}) != nil {
			r.add("sealed", "correction %d", id)
		}
		return nil
	})
}
