package letter

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// frontKeys lists the model texts before the first article.
func frontKeys(d model.LetterData) []string {
	keys := []string{"title", "numbers", "opening"}
	if len(d.LegalBases) > 0 {
		keys = append(keys, "legal")
	}
	return append(keys, "agreed")
}

// clauseKeys lists the clauses of this agreement in their order (brief section 2.8, assembly). C10 protects personal
// data in every agreement, whatever data are shared.
func clauseKeys(d model.LetterData) []string {
	a := d.Agreement
	var keys []string
	add := func(wanted bool, key ...string) {
		if wanted {
			keys = append(keys, key...)
		}
	}
	add(len(a.Definitions) >= 3, "C01")
	add(true, "C02", "C03", "C04", "C05")
	add(len(a.Parties) >= 3, "C05b")
	add(len(a.Parties) >= 4, "C05c")
	add(true, "C06")
	add(a.CooperationField == "referral", "V-REF-1", "V-REF-2")
	add(true, "C07", "C08", "C09", "C10", "C11", "C12", "C13", "C14", "C15", "C16")
	add(a.Terms.NoInducement, "C17")
	add(bilingual(d), "C18")
	add(len(a.Annexes) > 0, "C19")
	add(true, "C20")
	return keys
}

func bilingual(d model.LetterData) bool {
	return d.Language == "bilingual" || d.Language == "" && d.Agreement.LanguageMode == "bilingual"
}

// agreement adds the values of an agreement.
func (f *facts) agreement(v map[string]any) {
	var parties []map[string]any
	var names []string
	for i := range f.d.Agreement.Parties {
		p := f.party(i)
		parties = append(parties, p)
		names = append(names, "**"+p["label"].(string)+"**")
	}
	f.signers(parties)
	v["parties"] = parties
	v["parties_joined"] = joinNames(names, f.language())
	for _, role := range model.PartyRoles() {
		v[role] = partyLabel(f.language(), role)
		v[role+"_rights"] = f.rights(role)
		v[role+"_obligations"] = f.obligations(role)
	}
	v["agreement_date_words"] = f.dateInWords()
	v["recitals"] = f.recitals(parties)
	v["legal_bases"] = f.legalBases()
	v["definitions"] = f.definitions()
	v["pics"] = f.contacts()
	v["kpis"] = f.kpis()
	v["annexes"] = f.annexes()
	f.financing(v)
	f.term(v)
	f.conditions(v)
}

func (f *facts) dateInWords() string {
	day := f.d.Date
	if day.IsZero() {
		return typeset.Gap("date")
	}
	if f.language() == "en" {
		return typeset.Literal(f.words.Weekday(day.Time()) + ", " + f.words.Day(day.Time()))
	}
	return typeset.Literal(f.words.DateInWords(day.Time()))
}

// recitals are what each party does, what they want together, and the agreement that this one implements.
func (f *facts) recitals(parties []map[string]any) []map[string]any {
	var list []map[string]any
	recital := func(about string, who, text any) {
		r := map[string]any{"party": "", "purpose": false, "parent": "", "text": text}
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
		last["parent_no"] = f.required("parent.number_own", parent.NumberOwn)
		last["parent_date"] = f.day("parent.sign_date", parent.SignDate)
	}
	return items(list)
}

func (f *facts) legalBases() []map[string]any {
	var list []map[string]any
	for i, law := range f.d.LegalBases {
		field := fmt.Sprintf("legal_bases[%d].", i)
		citation := law.Citation
		if f.language() == "en" {
			if citation = law.ShortTitleEN; typeset.Clean(citation) == "" {
				f.untranslated(field + "short_title_en")
				citation = law.Citation
			}
		}
		if old := model.RepealedLaw(law.Citation); old != "" {
			f.warn(field+"citation_id", "old_law", old)
		} else if law.Status == "repealed" {
			f.warn(field+"citation_id", "old_law", typeset.Clean(law.Citation))
		}
		list = append(list, map[string]any{"citation": inList(f.required(field+"citation_id", citation))})
	}
	return items(list)
}
