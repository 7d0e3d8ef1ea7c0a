package model

import (
	"strconv"
	"strings"
)

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

// Witness signs an agreement beside its parties, without being bound by it (brief section 2.4).
type Witness struct {
	Name     string `json:"name"`
	Position string `json:"position,omitempty"`
}

// Goal is an aim with the way to measure it: of all parties, or of one of them.
type Goal struct {
	Party string `json:"party,omitempty"` // "" for all
	Text
	Benefit     string `json:"benefit"`
	Orientation string `json:"orientation,omitempty"` // GoalOrientations
	Beneficiary string `json:"beneficiary,omitempty"` // Beneficiaries
	Indicator   string `json:"indicator,omitempty"`
	Baseline    string `json:"baseline,omitempty"` // what was measured before the cooperation
	Target      string `json:"target,omitempty"`
	// Differs says how the goal of a party differs from those of the others, Agreed how they go on with that, and AgreedOn since when.
	Differs  string `json:"differs,omitempty"`
	Agreed   string `json:"agreed,omitempty"`
	AgreedOn Date   `json:"agreed_on,omitzero"`
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
	Baseline  string `json:"baseline,omitempty"` // what was measured before the cooperation
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
	Channel  string `json:"channel,omitempty"` // ContactChannels: how one speaks with the person
	Rhythm   string `json:"rhythm,omitempty"`  // Rhythms: how often
}

// Definition is a term of clause C01.
type Definition struct {
	Term    string `json:"term"`
	Meaning Text   `json:"meaning"`
}

// File is a document that belongs to an agreement or a training. DocumentID points to an issued document;
// otherwise the bytes are kept with the record, or nowhere (Size 0) when only the fact is known.
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
	WorkplanDays      int    `json:"workplan_days,omitempty"` // of a memorandum, from its signature
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

// DefaultTerms returns the customary clause parameters of brief section 2.20.
func DefaultTerms() Terms {
	return Terms{ResponseMinutes: 30, ReplyDays: 3, InvoiceDay: 5, PaymentDays: 14, TariffNoticeDays: 30, SecrecyYears: 5,
		EvalIntervalN: 6, FMDays: 7, FMLimitDays: 90, CureDays: 14, SettleDays: 30, InstallmentsN: 1, WorkplanDays: 30, TariffAnnex: "1",
		Payee: "p2", Payer: "p1", MeteraiMode: "one_on_each_copy", FirstPartySide: "left", ProposalFlavour: "permohonan"}
}

// StampAsUsual sets where the duty stamp goes to what is usual for the kind of paper, unless something else was chosen: a memorandum bears
// none (brief section 2.0). It reports whether that changed anything.
func (t *Terms) StampAsUsual(paper DocumentCode) bool {
	usual := DefaultTerms().MeteraiMode
	wants, had := usual, t.MeteraiMode
	if kind, ok := KindOfDocument(paper); ok && kind.Meterai == MeteraiChosen {
		wants = "none"
	}
	if had == usual || had == "none" {
		t.MeteraiMode = wants
	}
	return t.MeteraiMode != had
}

// TermsPlace is a number of the terms that the texts of an agreement may name instead of repeating it.
type TermsPlace struct {
	Name string // as in Terms: response_minutes
	N    int
}

// Mark is how a text names the number: {{response_minutes}}.
func (p TermsPlace) Mark() string { return "{{" + p.Name + "}}" }

// shown is the number as people read it.
func (p TermsPlace) shown() string {
	if p.N == 0 {
		return "…"
	}
	return strconv.Itoa(p.N)
}

// Places lists the numbers that texts may name. Nothing else in a text is a place.
func (t Terms) Places() []TermsPlace {
	return []TermsPlace{{"response_minutes", t.ResponseMinutes}, {"reply_days", t.ReplyDays}}
}

// Shown is a text with the numbers of the terms in their places, for people to read and change.
func (t Terms) Shown(text string) string {
	for _, p := range t.Places() {
		text = strings.ReplaceAll(text, p.Mark(), p.shown())
	}
	return text
}

// Kept is what a person made of a text that was Shown. A place goes on following the terms while its number was left as
// it stood, with what stands before or behind it.
func (t Terms) Kept(stored, typed string) string {
	if typed == t.Shown(stored) {
		return stored
	}

	for _, p := range t.Places() {
		before, after, ok := strings.Cut(stored, p.Mark())
		if !ok {
			continue
		}
		if rest, ok := strings.CutPrefix(typed, t.Shown(before)+p.shown()); ok && !isDigit(rest, 0) {
			return before + p.Mark() + t.Kept(after, rest)
		}
		if rest, ok := strings.CutSuffix(typed, p.shown()+t.Shown(after)); ok && !isDigit(rest, len(rest)-1) {
			return t.Kept(before, rest) + p.Mark() + after
		}
	}

	return typed
}

func isDigit(s string, at int) bool { return at >= 0 && at < len(s) && s[at] >= '0' && s[at] <= '9' }
