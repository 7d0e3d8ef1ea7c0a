package store

import (
	"context"
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

	const query = `SELECT r.id, r.clinical, r.insurance <> 'umum', (r.dest_unit <> '') + (r.dx_code <> '') + (p.name IS NOT NULL)
		+ (p.sex IS NOT NULL) + (p.birth_date IS NOT NULL OR p.age_years IS NOT NULL) + (coalesce(d.sip_no, '') <> '')
		FROM (SELECT * FROM referral WHERE ` + countedThen + `) r JOIN patient p ON p.id = r.patient_id
		LEFT JOIN staff d ON d.id = r.doctor_staff_id`
	sum := new(big.Rat)
	letters := int64(0)
	err := sqlite.Each(ctx, q, query, p.named(), func(scan func(...any) error) error {
		var id model.ID
		var sealed []byte
		var insured bool
		var filled int
		if err := scan(&id, &sealed, &insured, &filled); err != nil {
			return err
		}

		var text letterText
		if err := s.Seal().openJSON(sealed, place("referral.clinical", id), &text); err != nil {
			return err
		}

		asked := int64(11)
		if insured {
			asked = 12
		}

		sum.Add(sum, big.NewRat(int64(filled+text.filled(insured)), asked))
		letters++
		return nil
	})
	if letters > 0 {
		share := model.RoundRat(sum.Mul(sum, big.NewRat(100, letters)), 1)
		k.CompletenessPct = &share
	}

	return err
}
