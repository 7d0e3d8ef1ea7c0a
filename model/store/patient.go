package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Patients are the patients of the referrals, whose identities are sealed.
type Patients struct{ s *Store }

// Patients are those of the register.
func (s *Store) Patients() Patients { return Patients{s} }

// patients is the table of identities. Every personal field is sealed in a column of its own; initials and record number
// are in clear, for lists. Only Patient and SavePatient open and write what is sealed.
func patients(s *Store) *table[model.Patient] {
	return &table[model.Patient]{store: s, name: "patient", order: "mr_no",
		base:    func(r *model.Patient) *model.Base { return &r.Base },
		columns: func(r *model.Patient) []column { return []column{{"mr_no", &r.MRNo}} },
		audit:   auditPatient, save: s.Patients().sealPatient, load: s.Patients().openPatients}
}

// auditPatient keeps nothing personal: the history shows that there was a change, not of what.
func auditPatient(r *model.Patient) any {
	return struct {
		model.Base
		Initials string `json:"initials"`
		MRNo     string `json:"mr_no"`
	}{r.Base, r.Initials(), r.MRNo}
}

// sealedField is one sealed column.
type sealedField struct {
	column string
	get    func() string
	set    func(string)
}

func sealedFields(r *model.Patient) []sealedField {
	text := func(name string, at *string) sealedField {
		return sealedField{name, func() string { return *at }, func(v string) { *at = v }}
	}
	return []sealedField{text("name", &r.Name), text("nik", &r.NIK), text("sex", &r.Sex), text("address", &r.Address),
		text("phone", &r.Phone), text("family_contact", &r.FamilyContact), text("insurance_no", &r.InsuranceNo),
		{"birth_date", r.BirthDate.String, func(v string) { _ = sqlite.Day(&r.BirthDate).Scan(v) }},
		{"age_years", func() string {
			if r.AgeYears < 0 {
				return ""
			}
			return strconv.Itoa(r.AgeYears)
		}, func(v string) { r.AgeYears, _ = strconv.Atoi(v) }}}
}

// sealPatient writes the sealed columns and the digests that a patient is found by.
func (pa Patients) sealPatient(ctx context.Context, tx *sql.Tx, _, rec *model.Patient) error {
	if err := pa.s.Seal().bind(ctx, tx); err != nil {
		return err
	}

	names := []string{"initials", "name_digest", "nik_digest", "insurance_digest"}
	values := []any{rec.Initials(),
		pa.s.Seal().nameDigest(rec.Name), pa.s.Seal().nikDigest(rec.NIK), pa.s.Seal().cardDigest(rec.InsuranceNo)}
	for _, f := range sealedFields(rec) {
		var sealed []byte
		if v := f.get(); v != "" {
			var err error
			if sealed, err = pa.s.Seal().key().Seal([]byte(v), place("patient."+f.column, rec.ID)); err != nil {
				return err
			}
		}

		names = append(names, f.column)
		values = append(values, sealed)
	}

	_, err := tx.ExecContext(ctx, "UPDATE patient SET "+strings.Join(names, " = ?, ")+" = ? WHERE id = ?", append(values, rec.ID)...)
	return err
}

// place binds a sealed value to its record.
func place(name string, id model.ID) string { return fmt.Sprintf("%s/%d", name, id) }

// openPatients opens a whole identity. Lists and a locked register get none.
func (pa Patients) openPatients(ctx context.Context, q sqlite.Querier, recs []*model.Patient, whole bool) error {
	for _, r := range recs {
		r.AgeYears = -1
	}

	if !whole || pa.s.Seal().key() == nil {
		return nil
	}

	byID := make(map[model.ID]*model.Patient, len(recs))
	ids := make([]model.ID, len(recs))
	for i, r := range recs {
		byID[r.ID], ids[i] = r, r.ID
	}

	names := []string{"id"}
	for _, f := range sealedFields(&model.Patient{}) {
		names = append(names, f.column)
	}

	var id model.ID
	boxes := make([]sql.RawBytes, len(names)-1)
	places := []any{&id}
	for i := range boxes {
		places = append(places, &boxes[i])
	}

	return sqlite.Each(ctx, q, "SELECT "+strings.Join(names, ", ")+" FROM patient WHERE id IN (SELECT value FROM json_each(?))", []any{sqlite.JSON(&ids)},
		func(scan func(...any) error) error {
			if err := scan(places...); err != nil {
				return err
			}

			for i, f := range sealedFields(byID[id]) {
				if len(boxes[i]) == 0 {
					continue
				}
				plain, err := pa.s.Seal().key().Open(boxes[i], place("patient."+f.column, id))
				if err != nil {
					return fmt.Errorf("patient.%s/%d: %w", f.column, id, err)
				}
				f.set(string(plain))
			}
			return nil
		})
}

// Patient returns an identity and notes in the history who looked at it. It is ErrKeyLost while the register is locked.
func (pa Patients) Patient(ctx context.Context, id model.ID) (rec model.Patient, err error) {
	if pa.s.Seal().key() == nil {
		return rec, model.ErrKeyLost
	}

	err = pa.s.change(ctx, func(tx *sql.Tx) error {
		if rec, err = patients(pa.s).get(ctx, tx, id); err != nil {
			return err
		}
		return pa.s.note(ctx, tx, "view", "patient", id, nil, nil)
	})
	if err != nil {
		return model.Patient{}, err
	}

	return rec, nil
}

// Save stores an identity as Save of a register does. It is ErrKeyLost while the register is locked.
func (pa Patients) Save(ctx context.Context, rec *model.Patient) error {
	if pa.s.Seal().key() == nil {
		return model.ErrKeyLost
	}
	if err := rec.Check(pa.s.Today()).Errors(); err != nil {
		return err
	}
	return patients(pa.s).Save(ctx, rec)
}

// patientEntry has no list of its own: patients are found by what is sealed.
func patientEntry(s *Store) entry {
	return entry{entity: model.EntityPatient, table: "patient", also: "mr_no", kept: true, read: readable(patients(s)),
		sample: func(ctx context.Context, l *sampleLoader) error { return l.patients(ctx) }}
}

// Locked reports that identities cannot be opened, because their key is missing.
func (pa Patients) Locked() bool { return pa.s.Seal().Locked() }
