package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Agreement is a cooperation document between the clinic and one or more partners (brief section 4.4).
// Filters of its register: status, type, cooperation_field, cooperation_model, partner_id, sector, year, badge.
type Agreement struct {
	Base
	Type             string `json:"type"`
	Title            string `json:"title"`
	TitleEN          string `json:"title_en,omitempty"` // for bilingual papers
	CooperationModel string `json:"cooperation_model"`
	CooperationField string `json:"cooperation_field"`
	Status           string `json:"status"`
	StatusReason     string `json:"status_reason,omitempty"`
	StatusDate       Date   `json:"status_date"`
	// StatusSince is the day of the last change of state.
	StatusSince Date `json:"status_since"`

	Parties              []Party        `json:"parties"`
	FacilitatorPartnerID ID             `json:"facilitator_partner_id,omitempty"`
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
}

// Party is one side of an agreement. The clinic's own party has PartnerID 0.
type Party struct {
	Role        string `json:"role"` // p1 … p4
	PartnerID   ID     `json:"partner_id,omitempty"`
	PartnerName string `json:"partner_name,omitempty"` // read only, for lists
	RepName     string `json:"rep_name,omitempty"`
	RepPosition string `json:"rep_position,omitempty"`
	// Authority names the decree, deed or power of attorney that lets the representative sign.
	Authority string `json:"authority,omitempty"`
	// Undertaking completes "PIHAK … menyelenggarakan …" in the recitals.
	Undertaking Text   `json:"undertaking"`
	OwnNumber   string `json:"own_number,omitempty"` // the partner's number of this agreement, free text
	SignedOn    Date   `json:"signed_on"`
	SignedBy    string `json:"signed_by,omitempty"`
}

// Goal is an aim with the way to measure it.
type Goal struct {
	Text
	Benefit   string `json:"benefit"`
	Indicator string `json:"indicator,omitempty"`
	Target    string `json:"target,omitempty"`
}

// Right is what a party may expect, written as a verb phrase in lower case.
type Right struct {
	Party string `json:"party"`
	Text
}

// KPI is an indicator for the evaluation of the agreement.
type KPI struct {
	Name      string `json:"name"`
	NameEN    string `json:"name_en,omitempty"`
	Unit      string `json:"unit,omitempty"`
	Target    string `json:"target,omitempty"`
	Direction string `json:"direction,omitempty"`
}

// Contribution is what a party brings in.
type Contribution struct {
	Party       string `json:"party"`
	Kind        string `json:"kind"`
	Description string `json:"description"`
	Amount      Money  `json:"amount,omitempty"`
}

// PIC is the contact person of one party (narahubung).
type PIC struct {
	Party    string `json:"party"`
	Name     string `json:"name"`
	Position string `json:"position,omitempty"`
	Phone    string `json:"phone,omitempty"`
	Email    string `json:"email,omitempty"`
}

// Definition is a term of clause C01.
type Definition struct {
	Term    string `json:"term"`
	Meaning Text   `json:"meaning"`
}

// File is a document that belongs to an agreement. DocumentID points to an issued document;
// otherwise the bytes are kept with the agreement, or nowhere (Size 0) when only the fact is known.
type File struct {
	Kind       string `json:"kind"`
	Name       string `json:"name"`
	CopyNo     int    `json:"copy_no,omitempty"`
	DocumentID ID     `json:"document_id,omitempty"`
	Size       int64  `json:"size"`
	SHA256     string `json:"sha256,omitempty"`
	// Body is set only when a new file is to be stored.
	Body []byte `json:"-"`
}

// AgreementTypes lists the kinds of cooperation document.
func AgreementTypes() []string { return []string{"loi", "mou", "kb", "pks", "ia"} }

// CooperationFields lists the fields of cooperation (brief section 4.4.2).
func CooperationFields() []string {
	return []string{"referral", "laboratory", "diagnostics", "education_practice", "joint_research", "training", "tb_dppm",
		"vaccination", "screening", "health_promotion", "community_empowerment", "telemedicine", "resource_sharing", "ambulance",
		"pharmacy_prb", "waste", "ppp_service", "csr", "occupational_health", "insurance", "data_exchange", "other"}
}

// CooperationModels lists the models of cooperation (brief section 4.4.3).
func CooperationModels() []string {
	return []string{"ppp", "inter_facility", "international", "community_based", "academic", "corporate", "professional_network",
		"vendor_service"}
}

// Benefits lists what cooperation is good for (brief section 4.4.4).
func Benefits() []string {
	return []string{"access", "quality", "capacity", "awareness", "innovation", "efficiency", "network", "competitiveness",
		"crisis_response"}
}

// FinancingModes lists how an agreement is paid.
func FinancingModes() []string { return []string{"none", "tariff", "value", "insurer", "mixed"} }

// LanguageModes lists the languages an agreement may be written in; English alone is forbidden (brief section 2.1).
func LanguageModes() []string { return []string{"id", "bilingual"} }

// DataSharings lists what data the parties exchange.
func DataSharings() []string { return []string{"none", "aggregate", "identified"} }

// RiskLevels lists the levels of risk.
func RiskLevels() []string { return []string{"low", "medium", "high"} }

// PartyRoles lists the places of parties; two to four are allowed.
func PartyRoles() []string { return []string{"p1", "p2", "p3", "p4"} }

// ContributionKinds lists what a party can bring in.
func ContributionKinds() []string {
	return []string{"money", "staff", "facility", "device", "consumables", "knowledge", "data"}
}

// FileKinds lists the kinds of documents of an agreement.
func FileKinds() []string {
	return []string{"draft", "final_pdf", "signed_scan", "annex", "addendum", "correspondence"}
}

// NewAgreement returns an empty PKS draft of the clinic with the customary values; today proposes the dates.
func NewAgreement(today Date) Agreement {
	start := today.AddDays(1)
	return Agreement{Type: "pks", Status: StatusDraft, StatusSince: today, LanguageMode: "id", PrevailingLanguage: "id",
		FinancingMode: "none", DataSharing: "none", RenewalNoticeDays: 60, TerminationNotice: 30,
		StartDate: start, EndDate: start.AddMonths(24).AddDays(-1), Terms: DefaultTerms(),
		Parties: []Party{{Role: "p1"}, {Role: "p2"}}}
}

// Check returns every broken rule and warning that matters for saving (brief section 4.4). What a document
// needs beyond this before it may leave the draft is said by Incomplete.
func (r *Agreement) Check() Problems {
	var c checker
	c.oneOf("type", r.Type, AgreementTypes())
	c.text("title", r.Title, 200)
	c.oneOf("cooperation_model", r.CooperationModel, CooperationModels())
	c.oneOf("cooperation_field", r.CooperationField, CooperationFields())
	c.oneOf("status", r.Status, Statuses())
	c.oneOf("financing_mode", r.FinancingMode, FinancingModes())
	c.oneOf("data_sharing", r.DataSharing, DataSharings())
	c.optional("risk_level", r.RiskLevel, RiskLevels())
	if r.LanguageMode == "en" {
		c.add("language_mode", "not_bilingual")
	} else {
		c.oneOf("language_mode", r.LanguageMode, LanguageModes())
	}
	c.between("renewal_notice_days", r.RenewalNoticeDays, 0, 365)
	c.between("termination_notice_days", r.TerminationNotice, 0, 365)
	if r.ValueAmount < 0 {
		c.add("value_amount", CodeAtLeast, "0")
	}
	if r.FinancingMode == "value" && r.ValueAmount == 0 {
		c.add("value_amount", CodeRequired)
	}
	r.checkDates(&c)
	r.checkParties(&c)
	r.checkLists(&c)
	r.checkRoles(&c)
	r.Terms.check(&c)
	return c.found
}

func (r *Agreement) checkDates(c *checker) {
	if r.Status == StatusActive && r.SignDate.IsZero() {
		c.add("sign_date", CodeRequired)
	}
	if r.StartDate.IsZero() {
		c.add("start_date", CodeRequired)
	}
	if r.EndDate.IsZero() {
		c.add("end_date", CodeRequired)
	}
	if r.StartDate.IsZero() || r.EndDate.IsZero() {
		return
	}
	if !r.EndDate.After(r.StartDate) {
		c.add("end_date", CodeDateOrder)
		return
	}
	if limit := map[string]int{"mou": 5, "pks": 3}[r.Type]; limit > 0 && !r.EndDate.Before(r.StartDate.AddMonths(12*limit)) {
		c.warn("end_date", "long_term", fmt.Sprint(limit))
	}
}

func (r *Agreement) checkParties(c *checker) {
	if len(r.Parties) < 2 || len(r.Parties) > 4 {
		c.add("parties", CodeRange, "2", "4")
	}
	own, seen := 0, map[string]bool{}
	for i, p := range r.Parties {
		field := fmt.Sprintf("parties[%d].", i)
		if p.PartnerID == 0 {
			own++
		}
		if !slices.Contains(PartyRoles(), p.Role) || seen[p.Role] {
			c.add(field+"role", CodeUnknownValue)
		}
		seen[p.Role] = true
		c.length(field+"own_number", p.OwnNumber, 80)
	}
	switch {
	case own == 1:
	case len(r.Parties) > 1 && r.Parties[1].PartnerID == 0:
		c.add("parties[1].partner_id", CodeRequired)
	default:
		c.add("parties", "one_clinic")
	}
}

func (r *Agreement) checkLists(c *checker) {
	for i, g := range r.Goals {
		c.text(fmt.Sprintf("goals[%d].text_id", i), g.ID, 500)
		c.optional(fmt.Sprintf("goals[%d].benefit", i), g.Benefit, Benefits())
	}
	for i, s := range r.ScopeItems {
		c.text(fmt.Sprintf("scope_items[%d].text_id", i), s.ID, 500)
	}
	for i := range r.Obligations {
		r.Obligations[i].check(c, fmt.Sprintf("obligations[%d].", i))
	}
	for i, k := range r.Contributions {
		c.oneOf(fmt.Sprintf("contributions[%d].kind", i), k.Kind, ContributionKinds())
	}
	for i := range r.PICs {
		field := fmt.Sprintf("pics[%d].", i)
		c.text(field+"name", r.PICs[i].Name, 120)
		c.normal(field+"phone", &r.PICs[i].Phone, Phone)
		c.normal(field+"email", &r.PICs[i].Email, Email)
	}
}

// Validate returns the rules that forbid saving, or nil.
func (r *Agreement) Validate() error { return r.Check().Errors() }

// Incomplete lists what is missing before the draft may go to review: goals, scope, obligations of every party,
// a contact person for each party, and dates (brief sections 4.4.1 and 9.3).
func (r Agreement) Incomplete() Problems {
	c := checker{found: Problems{}}
	if r.LanguageMode == "en" {
		c.add("language_mode", "not_bilingual")
	}
	if len(r.Goals) == 0 {
		c.add("goals", CodeRequired)
	}
	for i, g := range r.Goals {
		c.required(fmt.Sprintf("goals[%d].indicator", i), g.Indicator)
	}
	if len(r.ScopeItems) == 0 {
		c.add("scope_items", CodeRequired)
	}
	least := 1
	if r.Type == "pks" {
		least = 2
	}
	for _, p := range r.Parties {
		if n := len(r.ObligationsOf(p.Role)); n < least {
			c.add("obligations", "obligations_of", p.Role, fmt.Sprint(least))
		}
		if _, ok := r.PICOf(p.Role); !ok {
			c.add("pics", "pic_of", p.Role)
		}
	}
	if r.StartDate.IsZero() {
		c.add("start_date", CodeRequired)
	}
	if r.EndDate.IsZero() {
		c.add("end_date", CodeRequired)
	}
	return c.found
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

// DaysLeft returns the days from today to the end; negative when it has passed.
func (r Agreement) DaysLeft(today Date) int { return today.DaysUntil(r.EndDate) }

// InForce reports whether the agreement binds on that day: active, begun and not ended.
func (r Agreement) InForce(day Date) bool {
	return r.Status == StatusActive && !day.Before(r.StartDate) && !day.After(r.EndDate)
}

// Terms are the clause parameters of an agreement, each editable (brief section 2.20, default values).
type Terms struct {
	ResponseMinutes   int    `json:"response_minutes"`
	ReplyDays         int    `json:"reply_days"`
	InvoiceDay        int    `json:"invoice_day"`
	PaymentDays       int    `json:"payment_days"`
	TariffNoticeDays  int    `json:"tariff_notice_days"`
	SecrecyYears      int    `json:"secrecy_years"`
	EvalIntervalN     int    `json:"eval_interval_n"` // months
	FMDays            int    `json:"fm_days"`
	FMLimitDays       int    `json:"fm_limit_days"`
	CureDays          int    `json:"cure_days"`
	SettleDays        int    `json:"settle_days"`
	InstallmentsN     int    `json:"installments_n"`
	TariffAnnex       string `json:"tariff_annex,omitempty"`
	Payee             string `json:"payee,omitempty"` // p1 … p4
	Payer             string `json:"payer,omitempty"`
	BankAccount       string `json:"bank_account,omitempty"`
	Court             string `json:"court,omitempty"` // empty: Pengadilan Negeri of the clinic's city
	MeteraiMode       string `json:"meterai_mode"`
	FirstPartySide    string `json:"first_party_side"`           // left or right in the signature block
	NoInducement      bool   `json:"no_inducement"`              // clause C17
	ProposalFlavour   string `json:"proposal_flavour,omitempty"` // permohonan or penawaran
	ProposalSignatory ID     `json:"proposal_signatory,omitempty"`
}

// Annex is a part behind the signatures: its title, and what stands on its page.
type Annex struct {
	Text
	// Content is attached (a document of its own lies behind the sheet; also ""), contacts, indicators, or text.
	Content string `json:"content,omitempty"`
	Body    Text   `json:"body,omitzero"` // of the content text; paragraphs are lines
}

// AnnexContents lists what an annex can show.
func AnnexContents() []string { return []string{"attached", "text", "contacts", "indicators"} }

// MeteraiModes lists where the duty stamp goes (brief section 2.3).
func MeteraiModes() []string {
	return []string{"none", "one_on_each_copy", "both_signatures", "electronic"}
}

// DefaultTerms returns the customary clause parameters of brief section 2.20.
func DefaultTerms() Terms {
	return Terms{ResponseMinutes: 30, ReplyDays: 3, InvoiceDay: 5, PaymentDays: 14, TariffNoticeDays: 30, SecrecyYears: 5,
		EvalIntervalN: 6, FMDays: 7, FMLimitDays: 90, CureDays: 14, SettleDays: 30, InstallmentsN: 1, TariffAnnex: "1",
		Payee: "p2", Payer: "p1", MeteraiMode: "one_on_each_copy", FirstPartySide: "left", ProposalFlavour: "permohonan"}
}

// StaleSignature is the number of days after which a missing signature is overdue (brief section 4.4.1).
const StaleSignature = 30

// ExpiryWindow is the number of days before the end in which an agreement counts as expiring.
const ExpiryWindow = 90

// Midnight returns the beginning of a day in a zone, for derived states.
func Midnight(d Date, zone *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone)
}
