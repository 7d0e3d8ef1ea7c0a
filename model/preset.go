package model

import "slices"

// Preset proposes the contents of an agreement for a field of cooperation (brief section 2.9).
type Preset struct {
	Key              string          `json:"key"` // V-REF …
	CooperationField string          `json:"cooperation_field"`
	CooperationModel string          `json:"cooperation_model"`
	FinancingMode    string          `json:"financing_mode"`
	DataSharing      string          `json:"data_sharing"`
	NoInducement     bool            `json:"no_inducement"`
	Title            Text            `json:"title"`
	Purpose          Text            `json:"common_purpose"`
	Undertakings     map[string]Text `json:"undertakings"` // role → recital
	Goals            []Goal          `json:"goals"`
	Scope            []Text          `json:"scope_items"`
	Rights           []Right         `json:"rights"`
	Obligations      []Obligation    `json:"obligations"`
	KPIs             []KPI           `json:"kpis"`
	Annexes          []Annex         `json:"annexes"`
}

// Fill writes the preset into the parts of the agreement that are still empty; what a person wrote stays.
func (p Preset) Fill(a *Agreement) {
	a.CooperationField = p.CooperationField
	if a.CooperationModel == "" {
		a.CooperationModel = p.CooperationModel
	}
	if a.FinancingMode == "" || a.FinancingMode == "none" {
		a.FinancingMode = p.FinancingMode
	}
	if a.DataSharing == "" || a.DataSharing == "none" {
		a.DataSharing = p.DataSharing
	}

	a.Terms.NoInducement = a.Terms.NoInducement || p.NoInducement
	if a.Title == "" {
		a.Title, a.TitleEN = p.Title.ID, p.Title.EN
	}
	if a.Purpose.ID == "" {
		a.Purpose = p.Purpose
	}

	for i := range a.Parties {
		if a.Parties[i].Undertaking.ID == "" {
			a.Parties[i].Undertaking = p.Undertakings[a.Parties[i].Role]
		}
	}

	if len(GoalsOf(*a, "")) == 0 { // what single parties want does not stand in for what all want
		a.Goals = slices.Concat(p.Goals, a.Goals)
	}
	a.ScopeItems = orElse(a.ScopeItems, p.Scope)
	a.Rights = orElse(a.Rights, p.Rights)
	a.Obligations = orElse(a.Obligations, p.Obligations)
	a.KPIs = orElse(a.KPIs, p.KPIs)
	a.Annexes = orElse(a.Annexes, p.Annexes)
}

func orElse[T any](list, proposal []T) []T {
	if len(list) > 0 {
		return list
	}
	return append([]T(nil), proposal...)
}
