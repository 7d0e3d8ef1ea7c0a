package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"jejaring/model"
)

// Erase removes an identity for good. Drafts go with it; of a referral that has ended, states, codes and times
// stay for the figures, while the clinical texts, the bytes of its papers and the scan of its reply go (brief section 6.4). Numbers stay in the
// ledger. A referral on its way refuses it with a problem of patient_id. Daily copies keep the identity, sealed, until
// they are replaced. It is ErrKeyLost while the register is locked.
func (pa Patients) Erase(ctx context.Context, id model.ID) error {
	if pa.s.Seal().Locked() {
		return model.ErrKeyLost
	}
	return pa.s.change(ctx, func(tx *sql.Tx) error {
		if _, err := patients(pa.s).get(ctx, tx, id); err != nil {
			return err
		}

		own, err := referrals(pa.s).fetch(ctx, tx, false, "patient_id = ? ORDER BY id", id)
		if err != nil {
			return err
		}
		if err := unfinished(own); err != nil {
			return err
		}

		left := 0
		for _, r := range own {
			stays, err := pa.eraseReferral(ctx, tx, r)
			if err != nil {
				return err
			}
			if stays {
				left++
			}
		}

		query := "DELETE FROM patient WHERE id = ?"
		if left > 0 {
			query = blankPatient()
		}
		if _, err := tx.ExecContext(ctx, query, id); err != nil {
			return err
		}

		return pa.s.note(ctx, tx, "erase", "patient", id, nil, nil)
	})
}

// unfinished refuses while a referral is neither a draft nor at its end.
func unfinished(own []model.Referral) error {
	open := 0
	for _, r := range own {
		if r.DeletedAt.IsZero() && r.Status != model.ReferralDraft && !r.Ended() {
			open++
		}
	}

	if open > 0 {
		return model.Problems{{Field: "patient_id", Code: "patient_open", Args: []string{fmt.Sprint(open)}}}
	}
	return nil
}

// blankPatient empties every personal column and digest; the row stays for the referrals that name it.
func blankPatient() string {
	var names []string
	for _, f := range sealedFields(&model.Patient{}) {
		names = append(names, f.column+" = NULL")
	}
	return "UPDATE patient SET " + strings.Join(names, ", ") + `, name_digest = NULL, nik_digest = NULL, insurance_digest = NULL,
		initials = '', mr_no = '', version = version + 1 WHERE id = ?`
}

// eraseReferral takes out of a referral what tells of the patient; a draft goes whole. It reports whether a row stays.
func (pa Patients) eraseReferral(ctx context.Context, tx *sql.Tx, r model.Referral) (stays bool, err error) {
	if r.Status == model.ReferralDraft {
		return false, pa.removeDraft(ctx, tx, r.ID)
	}

	for _, query := range []string{
		"DELETE FROM document_body WHERE document_id IN (SELECT id FROM document WHERE referral_id = ?)",
		"DELETE FROM reply_file WHERE referral_id = ?",
		"DELETE FROM correction WHERE entity = 'referral' AND record = ?",
		"UPDATE document SET sha256 = '', size = 0, version = version + 1 WHERE referral_id = ?",
	} {
		if _, err := tx.ExecContext(ctx, query, r.ID); err != nil {
			return false, err
		}
	}

	nothing, err := pa.s.Seal().sealJSON(clinical{}, place("referral.clinical", r.ID))
	if err != nil {
		return false, err
	}

	_, err = tx.ExecContext(ctx, `UPDATE referral SET clinical = ?, consent_relation = '', consent_method = '', consent_at = NULL,
		version = version + 1 WHERE id = ?`, nothing, r.ID)
	if err != nil {
		return false, err
	}

	return true, pa.s.note(ctx, tx, "erase", "referral", r.ID, nil, nil)
}

// removeDraft deletes a referral that was never issued, and the links to it.
func (pa Patients) removeDraft(ctx context.Context, tx *sql.Tx, id model.ID) error {
	for _, query := range []string{
		"UPDATE referral SET next_referral_id = NULL WHERE next_referral_id = ?",
		"UPDATE referral SET origin_referral_id = NULL WHERE origin_referral_id = ?",
		"DELETE FROM referral_words WHERE rowid = ?",
		"DELETE FROM referral WHERE id = ?",
	} {
		if _, err := tx.ExecContext(ctx, query, id); err != nil {
			return err
		}
	}
	return pa.s.note(ctx, tx, "erase", "referral", id, nil, nil)
}

// Merge joins two records of one person: every referral of double goes to keep, which takes what it lacked, and
// double is removed for good. The history notes it for both. It is ErrKeyLost while the register is locked.
func (pa Patients) Merge(ctx context.Context, keep, double model.ID) (kept model.Patient, err error) {
	if pa.s.Seal().Locked() {
		return kept, model.ErrKeyLost
	}
	if keep == double {
		return kept, model.Problems{{Field: "patient_id", Code: "same_patient"}}
	}

	err = pa.s.change(ctx, func(tx *sql.Tx) error {
		gone, err := patients(pa.s).get(ctx, tx, double)
		if err != nil {
			return err
		}
		if kept, err = patients(pa.s).get(ctx, tx, keep); err != nil {
			return err
		}
		if kept.Erased() || gone.Erased() {
			return fmt.Errorf("merge with an erased patient: %w", model.ErrNotFound)
		}

		kept = kept.Completed(gone)
		if err := patients(pa.s).put(ctx, tx, &kept, "merge"); err != nil {
			return err
		}
		if err := pa.moveReferrals(ctx, tx, double, keep); err != nil {
			return err
		}
		if _, err = tx.ExecContext(ctx, "DELETE FROM patient WHERE id = ?", double); err != nil {
			return err
		}

		into, err := json.Marshal(map[string]model.ID{"patient_id": keep})
		if err != nil {
			return err
		}
		return pa.s.note(ctx, tx, "merge", "patient", double, nil, into)
	})
	if err != nil {
		return model.Patient{}, err
	}

	return kept, nil
}

// moveReferrals gives the referrals of one patient to another, also those in the trash.
func (pa Patients) moveReferrals(ctx context.Context, tx *sql.Tx, from, to model.ID) error {
	own, err := referrals(pa.s).fetch(ctx, tx, false, "patient_id = ? ORDER BY id", from)
	if err != nil {
		return err
	}

	for _, r := range own {
		r.PatientID = to
		if err := referrals(pa.s).put(ctx, tx, &r, "update"); err != nil {
			return err
		}
	}

	return nil
}
