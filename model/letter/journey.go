package letter

import (
	"slices"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// journey adds how the patient travels. What is not known when the letter is made stays a line to write on.
func journey(f *facts, v map[string]any, r model.Referral) {
	v["transport_label"] = ""
	if r.Emergency() || r.Transport != "" {
		v["transport_label"] = f.choice("transport", "transport", r.Transport)
	}

	escort := ""
	if f.d.Escort != nil {
		escort = f.optional("escort_staff_id", f.d.Escort.FullName())
	}

	escort = join(escort, f.optional("companion", r.Companion))
	if escort == "" && r.Emergency() {
		escort = typeset.Gap("escort_staff_id")
	}

	v["escort_name"] = escort

	v["departure_time"] = ""
	if !r.DepartedAt.IsZero() {
		v["departure_time"] = f.clock(r.DepartedAt)
	}

	criteria := make([]bool, 5)
	copy(criteria, r.EmergencyCriteria)
	v["criteria"] = criteria
	v["any_criteria"] = slices.Contains(criteria, true)
}

// consent adds who agreed, or why nobody could be asked.
func consent(f *facts, v map[string]any, r model.Referral) {
	c := r.Consent
	v["unobtainable"] = ""
	if r.Emergency() && typeset.Clean(c.Person) == "" {
		v["unobtainable"] = inList(f.optional("consent.unobtainable", c.Unobtainable))
	}

	v["consent_person"] = ""
	v["consent_relation"] = ""
	if v["unobtainable"] == "" {
		v["consent_person"] = f.required("consent.person", c.Person)
		v["consent_relation"] = f.label("consent_relation", "consent.relation", c.Relation)
	}

	v["consent_date"] = ""
	if !c.At.IsZero() {
		v["consent_date"] = f.moment(c.At)
	}
}
