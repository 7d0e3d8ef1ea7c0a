package letter

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// vitalsOf are the signs that were measured; an emergency asks for pressure, pulse and respiration.
func vitalsOf(f *facts, v map[string]any, r model.Referral) {
	s := r.Vitals
	urgent := r.Emergency()
	number := func(key, field string, n float64, needed bool) {
		v[key] = ""
		if n != 0 {
			v[key] = f.words.Decimal(n, -1)
		} else if needed {
			v[key] = typeset.Gap("vitals." + field)
		}
	}

	v["consciousness"] = f.optional("vitals.consciousness", s.Consciousness)
	v["measured"] = s != (model.Vitals{}) || urgent
	number("gcs", "gcs", float64(s.GCS), false)
	number("bp", "bp_s", float64(s.BPSystolic), urgent)
	if s.BPSystolic > 0 {
		v["bp"] = pressure(s)
	}

	number("hr", "hr", float64(s.HR), urgent)
	number("rr", "rr", float64(s.RR), urgent)
	number("temp", "temp", s.Temp, false)
	number("spo2", "spo2", float64(s.SpO2), false)
	number("weight", "weight", s.Weight, false)
	number("pain", "pain", float64(s.Pain), false)
}

// pressure is the blood pressure, 120/80, or 120/– where the lower value was not heard.
func pressure(s model.Vitals) string {
	if s.BPDiastolic == 0 {
		return fmt.Sprintf("%d/–", s.BPSystolic)
	}
	return fmt.Sprintf("%d/%d", s.BPSystolic, s.BPDiastolic)
}
