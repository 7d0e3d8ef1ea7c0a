package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// clinical is what is sealed of a referral: everything that a person wrote about the patient, and who agreed. Codes,
// states and times stay in clear for lists and figures.
type clinical struct {
	InsuranceNo       string                 `json:"insurance_no,omitempty"`
	InsurerReferralNo string                 `json:"insurer_referral_no,omitempty"`
	Dx                model.Text             `json:"dx"`
	DxSecondary       []model.Diagnosis      `json:"dx_secondary,omitempty"`
	ReasonText        string                 `json:"reason_text,omitempty"`
	TACCReason        string                 `json:"tacc_reason,omitempty"`
	Anamnesis         string                 `json:"anamnesis,omitempty"`
	Physical          string                 `json:"physical,omitempty"`
	Vitals            model.Vitals           `json:"vitals"`
	Supporting        string                 `json:"supporting,omitempty"`
	Therapy           string                 `json:"therapy,omitempty"`
	RequestedService  string                 `json:"requested_service,omitempty"`
	Companion         string                 `json:"companion,omitempty"`
	ConsentPerson     string                 `json:"consent_person,omitempty"`
	Unobtainable      string                 `json:"unobtainable,omitempty"`
	StatusReason      string                 `json:"status_reason,omitempty"`
	ContactLog        []model.ContactAttempt `json:"contact_log,omitempty"`
	ArrivalCondition  string                 `json:"arrival_condition,omitempty"`
	Note              string                 `json:"note,omitempty"`
	FinalDx           model.Text             `json:"final_dx"`
	Summary           string                 `json:"summary,omitempty"`
	ReturnTherapy     []model.Therapy        `json:"return_therapy,omitempty"`
	NextPlace         string                 `json:"next_place,omitempty"`
	Advice            string                 `json:"advice,omitempty"`
	ReplyDoctor       string                 `json:"reply_doctor,omitempty"`
	ReplyDoctorSIP    string                 `json:"reply_doctor_sip,omitempty"`
}

func clinicalOf(r *model.Referral) clinical {
	return clinical{r.InsuranceNo, r.InsurerReferralNo, r.DxPrimary.Text, r.DxSecondary, r.ReasonText, r.TACCReason, r.Anamnesis,
		r.Physical, r.Vitals, r.Supporting, r.Therapy, r.RequestedService, r.Companion, r.Consent.Person, r.Consent.Unobtainable,
		r.StatusReason, r.ContactLog, r.ArrivalCondition, r.Note, r.Reply.FinalDx.Text, r.Reply.Summary, r.Reply.Therapy,
		r.Reply.NextPlace, r.Reply.Advice, r.Reply.Doctor, r.Reply.DoctorSIP}
}

// fill puts the clinical part into a referral.
func (c clinical) fill(r *model.Referral) {
	r.InsuranceNo, r.InsurerReferralNo, r.DxPrimary.Text, r.DxSecondary = c.InsuranceNo, c.InsurerReferralNo, c.Dx, c.DxSecondary
	r.ReasonText, r.TACCReason, r.Anamnesis, r.Physical, r.Vitals = c.ReasonText, c.TACCReason, c.Anamnesis, c.Physical, c.Vitals
	r.Supporting, r.Therapy, r.RequestedService, r.Companion = c.Supporting, c.Therapy, c.RequestedService, c.Companion
	r.Consent.Person, r.Consent.Unobtainable, r.StatusReason = c.ConsentPerson, c.Unobtainable, c.StatusReason
	r.ContactLog, r.ArrivalCondition, r.Note, r.Reply.FinalDx.Text = c.ContactLog, c.ArrivalCondition, c.Note, c.FinalDx
	r.Reply.Summary, r.Reply.Therapy, r.Reply.NextPlace, r.Reply.Advice = c.Summary, c.ReturnTherapy, c.NextPlace, c.Advice
	r.Reply.Doctor, r.Reply.DoctorSIP = c.ReplyDoctor, c.ReplyDoctorSIP
}

// saveParts seals the clinical part and the scan of the reply, and writes what lists need to know. A locked register keeps the clinical part
// as it is and refuses to change it.
func (rc ReferralChanges) saveParts(ctx context.Context, tx *sql.Tx, before, rec *model.Referral) error {
	what, since := rec.Waiting()
	waits := []any{what, sqlite.Instant(&since), rec.ID, what, sqlite.Instant(&since)}
	// What is written again is taken for changed, and its place in every index, too.
	for query, args := range map[string][]any{
		"UPDATE referral SET waiting_for = ?, waiting_since = ? WHERE id = ? AND (waiting_for <> ? OR waiting_since IS NOT ?)": waits,
		`UPDATE referral SET partner_name = coalesce((SELECT name FROM partner WHERE id = partner_id), '')
			WHERE id = ? AND partner_name COLLATE BINARY <> coalesce((SELECT name FROM partner WHERE id = partner_id), '')`: {rec.ID},
	} {
		if _, err := tx.ExecContext(ctx, query, args...); err != nil {
			return err
		}
	}
	if rc.s.Seal().key() == nil {
		return unchangedWhileLocked(before, rec)
	}
	if err := rc.s.Seal().bind(ctx, tx); err != nil {
		return err
	}

	sealed, err := rc.s.Seal().sealJSON(clinicalOf(rec), place("referral.clinical", rec.ID))
	if err != nil {
		return err
	}
	if _, err = tx.ExecContext(ctx, "UPDATE referral SET clinical = ? WHERE id = ?", sealed, rec.ID); err != nil {
		return err
	}

	return rc.saveReplyFile(ctx, tx, rec)
}

// loadParts adds initials, record numbers and what is known of scans, and opens the clinical part unless the register is locked.
func (rc ReferralChanges) loadParts(ctx context.Context, q sqlite.Querier, recs []*model.Referral, whole bool) error {
	byPatient := map[model.ID][]*model.Referral{}
	byID := map[model.ID]*model.Referral{}
	patients := []model.ID{}
	ids := []model.ID{}
	for _, r := range recs {
		byPatient[r.PatientID] = append(byPatient[r.PatientID], r)
		byID[r.ID] = r
		patients = append(patients, r.PatientID)
		ids = append(ids, r.ID)
	}

	wanted, err := json.Marshal(patients)
	if err != nil {
		return err
	}

	err = sqlite.Each(ctx, q, "SELECT id, initials, mr_no FROM patient WHERE id IN (SELECT value FROM json_each(?))", []any{string(wanted)},
		func(scan func(...any) error) error {
			var hit model.PatientHit
			err := scan(&hit.ID, &hit.Initials, &hit.MRNo)
			for _, r := range byPatient[hit.ID] {
				r.Initials, r.MRNo = hit.Initials, hit.MRNo
			}
			return err
		})
	if err != nil {
		return err
	}
	if wanted, err = json.Marshal(ids); err != nil {
		return err
	}
	if err := rc.loadReplyFiles(ctx, q, string(wanted), byID, whole); err != nil || rc.s.Seal().key() == nil {
		return err
	}

	return sqlite.Each(ctx, q, "SELECT id, clinical FROM referral WHERE id IN (SELECT value FROM json_each(?))", []any{string(wanted)},
		func(scan func(...any) error) error {
			var id model.ID
			var sealed []byte
			if err := scan(&id, &sealed); err != nil {
				return err
			}

			var c clinical
			if err := rc.s.Seal().openJSON(sealed, place("referral.clinical", id), &c); err != nil {
				return err
			}

			c.fill(byID[id])
			return nil
		})
}

// Save stores a referral together with the identity of its patient: both, or neither. Problems of the identity
// have "patient." before their fields. It is ErrKeyLost while the register is locked.
func (rc ReferralChanges) Save(ctx context.Context, rec *model.Referral, p *model.Patient) error {
	if rc.s.Seal().Locked() {
		return model.ErrKeyLost
	}

	today := rc.s.Today()
	next := *rec
	named := *p
	if next.BPJS() && named.InsuranceNo == "" {
		named.InsuranceNo = next.InsuranceNo
	}
	if err := named.Check(today).Within("patient").Errors(); err != nil {
		return err
	}

	err := rc.s.change(ctx, func(tx *sql.Tx) error {
		if err := rc.sameIdentity(ctx, tx, next.ID, named); err != nil {
			return err
		}
		if err := patients(rc.s).put(ctx, tx, &named, ""); err != nil {
			return err
		}
		next.PatientID = named.ID
		return referrals(rc.s).put(ctx, tx, &next, "")
	})
	if err == nil {
		*rec, *p = next, named
	}

	return err
}

// sameIdentity refuses another identity beside a referral whose letter bears it.
func (rc ReferralChanges) sameIdentity(ctx context.Context, q sqlite.Querier, referral model.ID, named model.Patient) error {
	if referral == 0 || named.ID == 0 {
		return nil
	}

	rec, err := referrals(rc.s).get(ctx, q, referral)
	if err != nil {
		return err
	}

	before, err := patients(rc.s).get(ctx, q, named.ID)
	if err != nil {
		return err
	}
	return rec.ChangedPatient(before, named).Errors()
}
