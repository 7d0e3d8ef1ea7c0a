package letter

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// entitled adds what every deed begins with: its parties and its day.
func (f *facts) entitled(v map[string]any) (parties []map[string]any) {
	var labels []string
	for i := range f.d.Agreement.Parties {
		p := f.party(i)
		parties = append(parties, p)
		labels = append(labels, "**"+p["label"].(string)+"**")
	}

	f.signatories(parties)

	v["parties"] = parties
	v["parties_joined"] = f.joinParties(labels)
	v["agreement_date_words"] = f.dateInWords()
	return parties
}

// agreement adds the values of an agreement.
func (f *facts) agreement(v map[string]any) {
	parties := f.entitled(v)
	for _, role := range model.PartyRoles() {
		v[role] = partyLabel(f.words, role)
		v[role+"_rights"] = rightsOf(f, role)
		v[role+"_obligations"] = obligationsOf(f, role)
	}

	v["recitals"] = f.recitals(parties)
	v["facilitator_name"] = f.optional("facilitator_partner_id", f.d.Facilitator)
	v["purpose"] = inList(f.passage("common_purpose.", f.d.Agreement.Purpose, f.spelled))
	v["legal_bases"] = f.legalBases()
	v["definitions"] = definitionsOf(f)
	v["pics"] = contactsOf(f)
	v["kpis"] = kpisOf(f)
	v["annexes"] = annexesOf(f)
	financing(f, v)
	termOf(f, v)
	conditionsOf(f, v)
}

func (f *facts) dateInWords() string {
	day := f.d.Date
	if day.IsZero() {
		return typeset.Gap("date")
	}
	return typeset.Literal(f.words.AgreementDay(day.Time()))
}

// recitals are what each party does, what they want together, and the agreement that this one implements.
func (f *facts) recitals(parties []map[string]any) []map[string]any {
	var list []map[string]any
	recital := func(about string, who, text any) {
		r := map[string]any{"party": "", "purpose": false, "parent": "", "self": "", "text": text}
		r[about] = who
		list = append(list, r)
	}

	for i, p := range parties {
		field := f.partyField(p["role"].(string)) + "undertaking."
		recital("party", p["label"], inList(f.passage(field, f.d.Agreement.Parties[i].Undertaking, f.spelled)))
	}

	recital("purpose", true, inList(f.passage("common_purpose.", f.d.Agreement.Purpose, f.spelled)))

	if parent := f.d.Parent; parent != nil {
		recital("parent", orText(parent.Type, "mou"), "")
		last := list[len(list)-1]
		last["self"] = f.d.Agreement.Type
		last["parent_no"] = f.required("parent.number_own", parent.NumberOwn)
		last["parent_date"] = f.day("parent.sign_date", parent.SignDate)
	}

	return items(list)
}

// legalBases are cited under their short title in English. A repealed one is a warning.
func (f *facts) legalBases() []map[string]any {
	var list []map[string]any
	for i, law := range f.d.LegalBases {
		field := fmt.Sprintf("legal_bases[%d].", i)
		citation := f.named(field+"short_title_en", law.Citation, law.ShortTitleEN)

		if old := model.RepealedLaw(law.Citation); old != "" {
			f.warn(field+"citation_id", "old_law", old)
		} else if law.Status == "repealed" {
			f.warn(field+"citation_id", "old_law", typeset.Clean(law.Citation))
		}

		list = append(list, map[string]any{"citation": inList(f.required(field+"citation_id", citation))})
	}

	return items(list)
}
