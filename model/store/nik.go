package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// niks are the sealed NIKs of staff and participants.
type niks struct{ s *Store }

func (s *Store) niks() niks { return niks{s} }

// nikPlace is where the NIK of somebody of the staff or of a participant is sealed.
func nikPlace(table string, id model.ID) string { return place(table+".nik", id) }

// saveNIK seals the NIK of a row. A masked one stands for the one that is stored, before, and leaves it there.
func (n niks) saveNIK(ctx context.Context, tx *sql.Tx, table string, id model.ID, before, nik string) error {
	if nik == before {
		return nil
	}
	if model.NIKMasked(nik) {
		return model.Problems{{Field: "nik", Code: model.CodeNIKLength}}
	}
	if err := n.s.Seal().bind(ctx, tx); err != nil {
		return err
	}

	var sealed []byte
	if nik != "" {
		var err error
		if sealed, err = n.s.Seal().key().Seal([]byte(nik), nikPlace(table, id)); err != nil {
			return err
		}
	}

	_, err := tx.ExecContext(ctx, "UPDATE "+table+" SET nik = ? WHERE id = ?", sealed, id)
	return err
}

// maskedNIK is what a record shows of a sealed NIK. One that cannot be opened does not keep the record from being used.
func (n niks) maskedNIK(table string, id model.ID, sealed []byte) string {
	if len(sealed) == 0 {
		return ""
	}
	if n.s.Seal().key() == nil {
		return model.HiddenNIK
	}

	plain, err := n.s.Seal().key().Open(sealed, nikPlace(table, id))
	if err != nil {
		return model.HiddenNIK
	}
	return model.MaskNIK(string(plain))
}

// NIK returns the whole NIK of a person of the staff (table "staff") or of a participant ("participant"), and notes in the
// history of that person or of the training who looked at it. It is ErrKeyLost while the register is locked.
func (s *Store) NIK(ctx context.Context, table string, id model.ID) (nik string, err error) {
	owner := map[string]string{"staff": "id", "participant": "training_id"}[table]
	if owner == "" {
		return "", fmt.Errorf("NIK of %s: %w", table, model.ErrNotFound)
	}
	if s.Seal().Locked() {
		return "", model.ErrKeyLost
	}

	err = s.change(ctx, func(tx *sql.Tx) error {
		var record model.ID
		var sealed []byte
		if err := sqlite.One(ctx, tx, "SELECT "+owner+", nik FROM "+table+" WHERE id = ? AND nik IS NOT NULL", []any{id}, &record, &sealed); err != nil {
			return err
		}

		plain, err := s.Seal().key().Open(sealed, nikPlace(table, id))
		if err != nil {
			return err
		}

		nik = string(plain)
		return s.note(ctx, tx, "view", map[string]string{"staff": "staff", "participant": "training"}[table], record, nil, nil)
	})
	if err != nil {
		return "", err
	}

	return nik, nil
}

// checkNIKs opens every NIK of staff and participants.
func (n niks) checkNIKs(ctx context.Context, q sqlite.Querier, r *Report) error {
	for _, table := range []string{"staff", "participant"} {
		err := sqlite.Each(ctx, q, "SELECT id, nik FROM "+table+" WHERE nik IS NOT NULL", nil, func(scan func(...any) error) error {
			var id model.ID
			var sealed sql.RawBytes
			if err := scan(&id, &sealed); err != nil {
				return err
			}
			if _, err := n.s.Seal().key().Open(sealed, nikPlace(table, id)); err != nil {
				r.add("sealed", "%s %d: NIK", table, id)
			}

			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
