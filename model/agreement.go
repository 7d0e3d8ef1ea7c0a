package model

import (
	"slices"
	"strings"
)

// Agreement is a cooperation document between the clinic and one or more partners (brief section 4.4).
// Filters of its register: status, type, cooperation_field, cooperation_model, partner_id, sector, year, badge.
type Agreement struct {
	Base
	Type             string          `json:"type"`
	Title            string          `json:"title"`
	TitleEN          string          `json:"title_en,omitempty"` // for bilingual papers
	CooperationModel string          `json:"cooperation_model"`
	CooperationField string          `json:"cooperation_field"`
	Status           AgreementStatus `json:"status"`
	StatusReason     string          `json:"status_reason,omitempty"`
	StatusDate       Date            `json:"status_date"`
	ResumeDate       Date            `json:"resume_date,omitzero"` // expected, while it is suspended
	// StatusSince is the day of the last change of state.
	StatusSince Date `json:"status_since"`
	// ExpiredFrom is the state that the day ended, and ExpiredSince when that began, or empty; Notice is what the day did and nobody has acknowledged.
	ExpiredFrom  AgreementStatus `json:"expired_from,omitempty"`
	ExpiredSince Date            `json:"expired_since"`
	Notice       string          `json:"notice,omitempty"`
	Termination
	Amended
	Journey

	Parties              []Party        `json:"parties"`
	FacilitatorPartnerID ID             `json:"facilitator_partner_id,omitempty"`
	Witnesses            []Witness      `json:"witnesses,omitempty"`
	ParentID             ID             `json:"parent_id,omitempty"`
	SuccessorID          ID             `json:"successor_id,omitempty"`
	NumberOwn            string         `json:"number_own,omitempty"`
	SignDate             Date           `json:"sign_date"`
	SignPlace            string         `json:"sign_place,omitempty"`
	StartDate            Date           `json:"start_date"`
	EndDate              Date           `json:"end_date"`
	OriginalEndDate      Date           `json:"original_end_date"`
	AutoRenew            bool           `json:"auto_renew"`
	RenewTermN           int            `json:"renew_term_n,omitempty"`
	RenewTermUnit        string         `json:"renew_term_unit,omitempty"` // year or month
	RenewMax             int            `json:"renew_max,omitempty"`
	RenewCount           int            `json:"renew_count,omitempty"`
	RenewalNoticeDays    int            `json:"renewal_notice_days"`
	TerminationNotice    int            `json:"termination_notice_days"`
	FinancingMode        string         `json:"financing_mode"`
	ValueAmount          Money          `json:"value_amount,omitempty"`
	LanguageMode         string         `json:"language_mode"`
	PrevailingLanguage   string         `json:"prevailing_language,omitempty"`
	DataSharing          string         `json:"data_sharing"`
	DPIADone             bool           `json:"dpia_done,omitempty"`
	RiskLevel            string         `json:"risk_level,omitempty"`
	Purpose              Text           `json:"common_purpose"` // completes "PARA PIHAK memandang perlu menggabungkan kemampuan untuk …"
	Goals                []Goal         `json:"goals"`
	ScopeItems           []Text         `json:"scope_items"`
	Rights               []Right        `json:"rights,omitempty"`
	Obligations          []Obligation   `json:"obligations"`
	KPIs                 []KPI          `json:"kpis,omitempty"`
	Contributions        []Contribution `json:"contributions,omitempty"`
	PICs                 []PIC          `json:"pics"`
	Definitions          []Definition   `json:"definitions,omitempty"`
	Annexes              []Annex        `json:"annexes,omitempty"`
	LegalBasisIDs        []ID           `json:"legal_bases,omitempty"`
	Terms                Terms          `json:"terms"`
	Documents            []File         `json:"documents"`
	Readiness
}

// NewAgreement returns an empty PKS draft of the clinic with the customary values; today proposes the dates.
func NewAgreement(today Date) Agreement {
	start := today.AddDays(1)
	return Agreement{Type: "pks", Status: StatusDraft, StatusSince: today, LanguageMode: "id", PrevailingLanguage: "id",
		FinancingMode: "none", DataSharing: "none", RenewalNoticeDays: 60, TerminationNotice: 30,
		StartDate: start, EndDate: start.AddMonths(24).AddDays(-1), Terms: DefaultTerms(), Readiness: Readiness{Confidentiality: "internal"},
		Parties: []Party{{Role: "p1"}, {Role: "p2"}}}
}

// Party returns the party with this role ("p1"), or nil.
func (r *Agreement) Party(role string) *Party {
	for i := range r.Parties {
		if r.Parties[i].Role == role {
			return &r.Parties[i]
		}
	}
	return nil
}

// Partners returns the parties other than the clinic.
func (r Agreement) Partners() []Party {
	var others []Party
	for _, p := range r.Parties {
		if p.PartnerID != 0 {
			others = append(others, p)
		}
	}
	return others
}

// PartnerNames joins the names of the partners for a list.
func (r Agreement) PartnerNames() string {
	var names []string
	for _, p := range r.Partners() {
		names = append(names, p.PartnerName)
	}
	return strings.Join(names, ", ")
}

// ObligationsOf returns the obligations of one party.
func (r Agreement) ObligationsOf(role string) []Obligation {
	var found []Obligation
	for _, o := range r.Obligations {
		if o.Party == role {
			found = append(found, o)
		}
	}
	return found
}

// RightsOf returns the rights of one party.
func (r Agreement) RightsOf(role string) []Right {
	var found []Right
	for _, x := range r.Rights {
		if x.Party == role {
			found = append(found, x)
		}
	}
	return found
}

// PICOf returns the contact person of one party.
func (r Agreement) PICOf(role string) (PIC, bool) {
	for _, p := range r.PICs {
		if p.Party == role {
			return p, true
		}
	}
	return PIC{}, false
}

// HasFile reports whether a document of this kind belongs to the agreement.
func (r Agreement) HasFile(kind string) bool {
	return slices.ContainsFunc(r.Documents, func(f File) bool { return f.Kind == kind })
}

// Duration returns the term from start to end in whole years or months ("year", "month"), else in days ("day").
func (r Agreement) Duration() (n int, unit string) {
	if r.StartDate.IsZero() || r.EndDate.IsZero() {
		return 0, "day"
	}

	past := r.EndDate.AddDays(1)
	months := (past.Year-r.StartDate.Year)*12 + int(past.Month-r.StartDate.Month)
	switch {
	case months <= 0 || r.StartDate.AddMonths(months) != past:
		return r.StartDate.DaysUntil(past), "day"
	case months%12 == 0:
		return months / 12, "year"
	}

	return months, "month"
}

// LastDay is the last day on which the agreement binds: its end, or the day before the one that a notice names.
func (r Agreement) LastDay() Date {
	if last := r.TerminatesOn.AddDays(-1); r.Noticed() && last.Before(r.EndDate) {
		return last
	}
	return r.EndDate
}

// DaysLeft returns the days from today to the last one; negative when it has passed.
func (r Agreement) DaysLeft(today Date) int { return today.DaysUntil(r.LastDay()) }
