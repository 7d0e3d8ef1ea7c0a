package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Twins finds patients by the whole NIK, card number, record number or name, without opening an identity: one who
// is written as somebody who is here already.
func (pa Patients) Twins(ctx context.Context, text string) (found []model.PatientHit, err error) {
	text = strings.TrimSpace(text)
	condition := "SELECT id FROM patient WHERE deleted_at IS NULL AND mr_no = ?"
	args := []any{text}
	if pa.s.Seal().key() != nil {
		condition += ` UNION SELECT id FROM patient WHERE name_digest = ? UNION SELECT id FROM patient WHERE nik_digest = ?
			UNION SELECT id FROM patient WHERE insurance_digest = ?`
		args = append(args, pa.s.Seal().nameDigest(text), pa.s.Seal().nikDigest(text), pa.s.Seal().cardDigest(text))
	}

	found = []model.PatientHit{}
	err = pa.s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.Each(ctx, tx, "SELECT id, code, initials, mr_no FROM patient WHERE deleted_at IS NULL AND name IS NOT NULL AND id IN ("+condition+
			") AND ? <> '' ORDER BY mr_no, initials, id", append(args, text), func(scan func(...any) error) error {
			var hit model.PatientHit
			err := scan(&hit.ID, &hit.Code, &hit.Initials, &hit.MRNo)
			found = append(found, hit)
			return err
		})
	})

	return found, err
}

// Find finds patients by the record number or its beginning, by the whole NIK or card number, and by words, or
// beginnings of words, of the name, in which no numbers are looked for. Empty text finds all. While the register is locked, it finds by the record number
// alone. Names are opened in memory, one at a time, and nothing of them is kept.
func (pa Patients) Find(ctx context.Context, text string) (found []model.PatientHit, err error) {
	err = pa.s.view(ctx, func(tx *sql.Tx) error {
		found, err = pa.matchPatients(ctx, tx, text)
		return err
	})
	return found, err
}

func (pa Patients) matchPatients(ctx context.Context, q sqlite.Querier, text string) ([]model.PatientHit, error) {
	wanted := sqlite.Words(text)
	number := strings.Join(wanted, "")
	found := []model.PatientHit{}
	if number == "" && strings.TrimSpace(text) != "" {
		return found, nil
	}

	numbers := slices.DeleteFunc(slices.Clone(wanted), func(word string) bool { return !strings.ContainsAny(word, "0123456789") })
	query, args := "SELECT id, code, initials, mr_no, name, FALSE FROM patient INDEXED BY patient_by_mr_no WHERE deleted_at IS NULL AND name IS NOT NULL", []any(nil)
	if len(numbers) > 0 {
		query, args = pa.numbered(text, number, numbers[0])
	}

	err := sqlite.Each(ctx, q, query+" ORDER BY mr_no, initials, id", args, func(scan func(...any) error) error {
		var hit model.PatientHit
		var sealed sql.RawBytes
		var told bool
		if err := scan(&hit.ID, &hit.Code, &hit.Initials, &hit.MRNo, &sealed, &told); err != nil {
			return err
		}

		theirs := sqlite.Words(hit.MRNo)
		if told || strings.HasPrefix(strings.Join(theirs, ""), number) ||
			beginAll(numbers, theirs) && beginAll(wanted, append(theirs, sqlite.Words(pa.nameIn(sealed, hit.ID))...)) {
			found = append(found, hit)
		}

		return nil
	})

	return found, err
}

// numbered asks for the patients whom a text with digits in it may tell: by NIK or card, or by a record number that begins with all of it or
// has a word that begins with the first number of it. No others need be looked at, because a name has no numbers.
func (pa Patients) numbered(text, joined, first string) (query string, args []any) {
	var nik, card []byte
	if pa.s.Seal().key() != nil {
		nik, card = pa.s.Seal().nikDigest(text), pa.s.Seal().cardDigest(text)
	}

	return `SELECT id, code, initials, mr_no, name, coalesce(nik_digest = ? OR insurance_digest = ?, FALSE) FROM patient
		WHERE deleted_at IS NULL AND name IS NOT NULL AND id IN (SELECT patient_id FROM patient_word WHERE word >= ? AND word < ? || '` + "\U0010FFFF" + `'
			UNION SELECT patient_id FROM patient_word WHERE word >= ? AND word < ? || '` + "\U0010FFFF" + `'
			UNION SELECT id FROM patient WHERE nik_digest = ? UNION SELECT id FROM patient WHERE insurance_digest = ?)`,
		[]any{nik, card, joined, joined, first, first, nik, card}
}

// nameIn opens a name. One that cannot be opened is none: it does not keep the others from being found.
func (pa Patients) nameIn(sealed []byte, id model.ID) string {
	if pa.s.Seal().key() == nil {
		return ""
	}
	name, err := pa.s.Seal().key().Open(sealed, place("patient.name", id))
	if err != nil {
		return ""
	}
	return string(name)
}

// beginAll reports whether each of the words begins one of theirs.
func beginAll(words, theirs []string) bool {
	for _, word := range words {
		if !slices.ContainsFunc(theirs, func(their string) bool { return strings.HasPrefix(their, word) }) {
			return false
		}
	}
	return true
}

// joinedUp makes two ways of writing a number equal: case, spaces and marks do not count.
func joinedUp(text string) string { return strings.ReplaceAll(plainName(text), " ", "") }

// shortestPatient is how many letters and digits a patient is looked for by in a list.
const shortestPatient = 2

// ofPatients finds the referrals of the patients whom a text tells.
func (pa Patients) ofPatients(ctx context.Context, q sqlite.Querier, text string) (query string, args []any, err error) {
	if len(joinedUp(text)) < shortestPatient {
		return "", nil, nil
	}

	hits, err := pa.matchPatients(ctx, q, text)
	if err != nil || len(hits) == 0 {
		return "", nil, err
	}

	ids := make([]model.ID, len(hits))
	for i, hit := range hits {
		ids[i] = hit.ID
	}

	return "SELECT id FROM referral WHERE patient_id IN (SELECT value FROM json_each(?))", []any{sqlite.JSON(&ids)}, nil
}
