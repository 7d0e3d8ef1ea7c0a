package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"jejaring/model"
	"jejaring/model/store/conditions"
)

// sealedCorrection is what the history keeps sealed of a corrected referral.
type sealedCorrection struct {
	Reason string                     `json:"reason"`
	Before map[string]json.RawMessage `json:"before,omitempty"`
	After  map[string]json.RawMessage `json:"after,omitempty"`
}

// correctReferral corrects a referral, and the identity of its patient where that is given. The reason may speak of the
// patient, so it is sealed with the clinical values.
func (rc ReferralChanges) correctReferral(ctx context.Context, tx *sql.Tx, c *model.Correction, make render) ([]model.Document, error) {
	if rc.s.Seal().key() == nil {
		return nil, model.ErrKeyLost
	}
	if err := rc.s.Seal().bind(ctx, tx); err != nil {
		return nil, err
	}

	var was, now model.Patient
	if c.Patient != nil {
		var err error
		if was, err = patients(rc.s).get(ctx, tx, c.Patient.ID); err != nil {
			return nil, err
		}

		now = *c.Patient
		at, zone, err := rc.s.present(ctx, tx)
		if err != nil {
			return nil, err
		}
		if err := now.Check(model.DateOf(at.In(zone))).Within("patient").Errors(); err != nil {
			return nil, err
		}
		if err := patients(rc.s).put(ctx, tx, &now, actionCorrect); err != nil {
			return nil, err
		}

		c.Patient = &now
	}

	rec, err := correct(ctx, tx, referrals(rc.s), c.Referral, c.Reason, func(before, after model.Referral) (any, error) {
		return sealedCorrection{c.Reason, values(before, after, was, now, true), values(before, after, was, now, false)}, nil
	})
	if err != nil {
		return nil, err
	}

	c.Referral = rec
	if !c.Reissue {
		return nil, nil
	}
	return rc.referralAgain(ctx, tx, *rec, c.Today, make)
}

// values are the fields that a correction changed, as they were or are. Of the identity they say which field it was, and
// of the one who agreed the initials, as lists do.
func values(before, after model.Referral, was, now model.Patient, old bool) map[string]json.RawMessage {
	for _, r := range []*model.Referral{&before, &after} {
		r.Consent.Person = model.Patient{Name: r.Consent.Person}.Initials()
	}

	found := map[string]json.RawMessage{}
	a := fieldsOf(before)
	b := fieldsOf(after)
	for name := range changedFields(a, b) {
		found[name] = map[bool]json.RawMessage{true: a[name], false: b[name]}[old]
	}

	for name := range changedFields(fieldsOf(was), fieldsOf(now)) {
		found["patient."+name] = map[bool]json.RawMessage{true: json.RawMessage(`"•••"`), false: json.RawMessage(`"••••"`)}[old]
	}

	if was.Name != now.Name {
		who := map[bool]model.Patient{true: was, false: now}[old]
		found["patient.name"] = side(who.Initials())
	}

	return found
}

// changedFields are the names of the fields in which two records differ, but for what the program itself keeps.
func changedFields(a, b map[string]json.RawMessage) map[string]bool {
	changed := map[string]bool{}
	for _, fields := range []map[string]json.RawMessage{a, b} {
		for name := range fields {
			if string(a[name]) != string(b[name]) && name != "version" && name != "updated_at" && name != "updated_by" {
				changed[name] = true
			}
		}
	}

	return changed
}

// fieldsOf are the fields of a record as JSON.
func fieldsOf(rec any) map[string]json.RawMessage {
	fields := map[string]json.RawMessage{}
	_ = json.Unmarshal(side(rec), &fields)
	return fields
}

// referralAgain makes the valid letters of a referral again that would say something else now. One that has a number and
// no paper here gets one.
func (rc ReferralChanges) referralAgain(ctx context.Context, tx *sql.Tx, rec model.Referral, today model.Date, make render) (made []model.Document, err error) {
	standing, err := documents(rc.s).fetch(ctx, tx, true, "referral_id = ? AND "+conditions.KeptPaper+" ORDER BY id", rec.ID)
	if err != nil {
		return nil, err
	}
	if len(standing) == 0 && rec.Standing() != "" {
		standing = []model.Document{{Type: rec.Standing()}}
	}

	type paper struct {
		code             model.DocumentCode
		number, language string
	}
	done := map[paper]bool{}

	for _, d := range standing {
		one := paper{d.Type, d.Number, d.Language}
		if done[one] {
			continue
		}

		done[one] = true
		data, err := rc.s.Papers().referralData(ctx, tx, model.Issue{Type: d.Type, About: model.About(model.EntityReferral, rec.ID), Language: d.Language, Date: d.Date, Today: today}, rec)
		if err != nil {
			return nil, err
		}
		if row := paperKindOf(d.Type); row.day != nil {
			data.Date = row.day(&data)
		}
		if err := issuable(d.Type, rec, *data.Patient); err != nil {
			return nil, err
		}

		fresh, err := rc.unlessSame(ctx, tx, d, &data, today, make)
		if err != nil {
			return nil, err
		}

		made = append(made, fresh...)
	}

	return made, nil
}

// unlessSame makes a paper again under its number, unless it says the same as the one that stands.
func (rc ReferralChanges) unlessSame(ctx context.Context, tx *sql.Tx, d model.Document, data *model.LetterData, today model.Date, make render) ([]model.Document, error) {
	if d.ID != 0 {
		before, err := rc.s.Papers().madeFrom(ctx, tx, d.ID)
		if err != nil {
			return nil, err
		}

		probe := *data
		probe.Number = before.Number
		if before.Says(probe) {
			return nil, nil
		}
	}
	return rc.s.Papers().issuePapers(ctx, tx, data, today, make)
}
