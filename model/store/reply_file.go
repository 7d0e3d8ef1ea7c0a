package store

import (
	"context"
	"database/sql"
	"reflect"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// unchangedWhileLocked refuses what could not be sealed: clinical texts and a scan stay as they are.
func unchangedWhileLocked(before, rec *model.Referral) error {
	if before == nil || !reflect.DeepEqual(clinicalOf(rec), clinicalOf(before)) || !reflect.DeepEqual(rec.Reply.File, before.Reply.File) {
		return model.ErrKeyLost
	}
	return nil
}

// saveReplyFile keeps the scan of the reply, sealed. New bytes take the place of the old ones; without a file they go.
func (rc ReferralChanges) saveReplyFile(ctx context.Context, tx *sql.Tx, rec *model.Referral) error {
	f := rec.Reply.File
	if f == nil {
		_, err := tx.ExecContext(ctx, "DELETE FROM reply_file WHERE referral_id = ?", rec.ID)
		return err
	}

	if f.Body == nil {
		return nil
	}
	if err := f.Check().Errors(); err != nil {
		return err
	}

	name, err := rc.s.Seal().key().Seal([]byte(f.Name), place("reply_file.name", rec.ID))
	if err != nil {
		return err
	}

	body, err := rc.s.Seal().key().Seal(f.Body, place("reply_file.body", rec.ID))
	if err != nil {
		return err
	}

	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO reply_file (referral_id, mime, size, sha256, name, body) VALUES (?, ?, ?, ?, ?, ?)",
		rec.ID, f.MIME, f.Size, sum(body), name, body)
	return err
}

// loadReplyFiles reads that there are scans, without their bytes; their names only where a whole referral is asked for.
// A name that cannot be opened is left to the check.
func (rc ReferralChanges) loadReplyFiles(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Referral, whole bool) error {
	return sqlite.Each(ctx, q, "SELECT referral_id, mime, size, sha256, name FROM reply_file WHERE referral_id IN (SELECT value FROM json_each(?))",
		[]any{ids}, func(scan func(...any) error) error {
			var id model.ID
			var f model.ReplyFile
			var name sql.RawBytes
			if err := scan(&id, &f.MIME, &f.Size, &f.SHA256, &name); err != nil {
				return err
			}

			if whole && rc.s.Seal().key() != nil {
				plain, err := rc.s.Seal().key().Open(name, place("reply_file.name", id))
				if err == nil {
					f.Name = string(plain)
				}
			}

			byID[id].Reply.File = &f
			return nil
		})
}

// ReplyFile returns the scan of a referral's reply with its bytes, and notes in the history that somebody looked at the
// patient. It is ErrNotFound when there is none and ErrKeyLost while the register is locked.
func (rc ReferralChanges) ReplyFile(ctx context.Context, referral model.ID) (f model.ReplyFile, err error) {
	if rc.s.Seal().Locked() {
		return f, model.ErrKeyLost
	}

	err = rc.s.change(ctx, func(tx *sql.Tx) error {
		var patient model.ID
		var name, body []byte
		err := sqlite.One(ctx, tx, `SELECT r.patient_id, f.mime, f.size, f.sha256, f.name, f.body
			FROM reply_file f JOIN referral r ON r.id = f.referral_id WHERE r.id = ?`, []any{referral},
			&patient, &f.MIME, &f.Size, &f.SHA256, &name, &body)
		if err != nil {
			return err
		}
		if name, err = rc.s.Seal().key().Open(name, place("reply_file.name", referral)); err != nil {
			return err
		}
		if f.Body, err = rc.s.Seal().key().Open(body, place("reply_file.body", referral)); err != nil {
			return err
		}

		f.Name = string(name)
		return rc.s.note(ctx, tx, "view", "patient", patient, nil, nil)
	})
	if err != nil {
		return model.ReplyFile{}, err
	}

	return f, nil
}

// checkReplyFiles opens every scan and its name.
func (rc ReferralChanges) checkReplyFiles(ctx context.Context, q sqlite.Querier, r *Report) error {
	return sqlite.Each(ctx, q, "SELECT referral_id, size, name, body FROM reply_file", nil, func(scan func(...any) error) error {
		var id model.ID
		var size int
		var name, body sql.RawBytes
		if err := scan(&id, &size, &name, &body); err != nil {
			return err
		}

		_, failed := rc.s.Seal().key().Open(name, place("reply_file.name", id))
		plain, err := rc.s.Seal().key().Open(body, place("reply_file.body", id))
		if err != nil || failed != nil || len(plain) != size {
			r.add("sealed", "reply_file %d", id)
		}

		return nil
	})
}
