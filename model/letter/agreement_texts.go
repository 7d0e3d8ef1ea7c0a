package letter

import (
	"fmt"
	"maps"

	"jejaring/model"
)

// deed is what varies between the papers that an agreement is issued as: the keys of their model texts.
type deed struct {
	front, articles func(f *facts) []string
	annex           string
}

// cooperation is the cooperation agreement (brief section 2.8), memorandum the memorandum of understanding (2.7), which leaves rights and
// money to later agreements.
func cooperation() deed { return deed{frontKeys, clauseKeys, "annex"} }

func memorandum() deed {
	return deed{func(*facts) []string { return []string{"MOU-title", "numbers", "opening", "MOU-agreed"} },
		func(f *facts) []string {
			articles := []string{"M01", "M02", "M03"}
			if f.d.Facilitator != "" {
				articles = append(articles, "V-NGO-2")
			}
			return append(articles, "M04", "M05", "M06", "M07", "M08", "M09", "M10")
		}, "MOU-annex"}
}

// texts fills in the values of an agreement, and lists the model texts of its paper in their order.
func (d deed) texts(f *facts, v map[string]any) []modelText {
	f.agreement(v)
	var texts []modelText
	for _, key := range d.front(f) {
		texts = append(texts, modelText{key: key, values: v})
	}

	for _, key := range d.articles(f) {
		t := modelText{key: key, values: v, article: true}
		if key == "C10" && f.d.Agreement.DataSharing == "identified" {
			t.firm = "patient data are shared, so their protection cannot be left out"
		}
		texts = append(texts, t)
	}

	for i, annex := range v["annexes"].([]map[string]any) {
		own := maps.Clone(v)
		own["annex"] = annex
		texts = append(texts, modelText{key: d.annex, name: fmt.Sprint("annex ", i+1), values: own, annex: true})
	}

	return texts
}

// frontKeys are what stands before the first article.
func frontKeys(f *facts) []string {
	keys := []string{"title", "numbers", "opening"}
	if len(f.d.LegalBases) > 0 {
		keys = append(keys, "legal")
	}
	return append(keys, "agreed")
}

// clauseKeys are the articles. C10 protects personal data in every agreement, whatever data are shared.
func clauseKeys(f *facts) []string {
	a := f.d.Agreement
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
	add(f.d.Facilitator != "", "V-NGO-2")
	add(true, "C07")
	add(len(a.Contributions) > 0, "C07b")
	add(true, "C08", "C09", "C10", "C11", "C12", "C13", "C14", "C15", "C16")
	add(a.Terms.NoInducement, "C17")
	add(f.made.bilingual(), "C18")
	add(len(a.Annexes) > 0, "C19")
	add(true, "C20")

	return keys
}

// unfinishedAgreement lists what an agreement must have before it may leave the draft (brief section 4.4).
func unfinishedAgreement(d model.LetterData) model.Problems {
	found := d.Agreement.Incomplete()
	if n := len(d.Agreement.Parties); n < 2 || n > 4 {
		found = append(found, model.Problem{Field: "parties", Code: model.CodeRange, Args: []string{"2", "4"}})
	}
	return found
}
