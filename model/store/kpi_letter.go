package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/big"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// letterText is what K12 looks for among the sealed texts of a referral.
type letterText struct {
	InsuranceNo   string       `json:"insurance_no"`
	ReasonText    string       `json:"reason_text"`
	Anamnesis     string       `json:"anamnesis"`
	Physical      string       `json:"physical"`
	Vitals        model.Vitals `json:"vitals"`
	Therapy       string       `json:"therapy"`
	ConsentPerson string       `json:"consent_person"`
	Unobtainable  string       `json:"unobtainable"`
}

// filled counts the key fields among the texts. The payer's number is one only of the insured.
func (l letterText) filled(insured bool) (n int) {
	for _, ok := range []bool{l.ReasonText != "", l.Anamnesis != "", l.Physical != "" || l.Vitals.Measured(), l.Therapy != "",
		l.ConsentPerson != "" || l.Unobtainable != "", insured && l.InsuranceNo != ""} {
		if ok {
			n++
		}
	}
	return n
}

// completeness is K12: the mean share of the twelve key fields of a letter that are filled (brief section 5.2). Six stand
// in clear, or are known to be there: unit, diagnosis, the patient's name, sex and age, a doctor with a licence.
func completeness(s *Store, ctx context.Context, q sqlite.Querier, k *model.KPIs, p period) error {
	if s.Seal().key() == nil {
		return nil
	}

	lacking, err := lackingOf(ctx, q)
	if err != nil {
		return err
	}

	const query = `SELECT id, clinical, insurance <> 'umum', patient_id, (dest_unit <> '') + (dx_code <> '')
		+ coalesce(doctor_staff_id IN (SELECT id FROM staff WHERE sip_no <> ''), 0) FROM referral WHERE ` + countedThen
	var filled, letters [2]int64 // of those who pay themselves, and of the insured
	err = sqlite.Each(ctx, q, query, p.named(), func(scan func(...any) error) error {
		var id, patient model.ID
		var sealed sql.RawBytes
		var insured bool
		var there int
		if err := scan(&id, &sealed, &insured, &patient, &there); err != nil {
			return err
		}

		texts, err := s.Seal().filledIn(sealed, id, insured)
		payer := map[bool]int{true: 1}[insured]
		filled[payer] += int64(there + 3 - lacking[patient] + texts)
		letters[payer]++
		return err
	})

	if all := letters[0] + letters[1]; all > 0 {
		sum := new(big.Rat).Add(big.NewRat(filled[0], 11), big.NewRat(filled[1], 12))
		share := model.RoundRat(sum.Mul(sum, big.NewRat(100, all)), 1)
		k.CompletenessPct = &share
	}

	return err
}

// lackingOf counts what is not known of patients of whom not all is known: name, sex and age.
func lackingOf(ctx context.Context, q sqlite.Querier) (map[model.ID]int, error) {
	lacking := map[model.ID]int{}
	return lacking, sqlite.Each(ctx, q, `SELECT id, 3 - ((name IS NOT NULL) + (sex IS NOT NULL) + (birth_date IS NOT NULL OR age_years IS NOT NULL))
		FROM patient INDEXED BY patient_known WHERE (name IS NOT NULL) + (sex IS NOT NULL) + (birth_date IS NOT NULL OR age_years IS NOT NULL) < 3`, nil,
		func(scan func(...any) error) error {
			var id model.ID
			var n int
			err := scan(&id, &n)
			lacking[id] = n
			return err
		})
}

// filledIn counts the key fields among the sealed texts of a referral. A text that is empty is not written, and inside a text a quotation mark
// has a sign before it: so the names of the fields tell which are filled, and only measurements must be read.
func (k Seal) filledIn(sealed []byte, id model.ID, insured bool) (int, error) {
	if len(sealed) == 0 {
		return 0, nil
	}

	place := place("referral.clinical", id)
	plain, err := k.key().Open(sealed, place)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", place, err)
	}

	var text letterText
	if !bytes.Contains(plain, []byte(`"vitals":{}`)) {
		err = json.Unmarshal(plain, &text)
		return text.filled(insured), err
	}

	for name, at := range map[string]*string{"insurance_no": &text.InsuranceNo, "reason_text": &text.ReasonText, "anamnesis": &text.Anamnesis,
		"physical": &text.Physical, "therapy": &text.Therapy, "consent_person": &text.ConsentPerson, "unobtainable": &text.Unobtainable} {
		if bytes.Contains(plain, []byte(`"`+name+`":`)) {
			*at = name
		}
	}
	return text.filled(insured), nil
}
