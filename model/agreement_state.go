package model

import (
	"slices"
	"strings"
)

// AgreementStatus is a stored state of an agreement (brief section 4.4.1).
type AgreementStatus string

// Stored states of an agreement.
const (
	StatusDraft     AgreementStatus = "draft"
	StatusReview    AgreementStatus = "review"
	StatusAwaiting  AgreementStatus = "awaiting_signature"
	StatusActive    AgreementStatus = "active"
	StatusSuspended AgreementStatus = "suspended"
	StatusRenewed   AgreementStatus = "renewed"
	StatusExpired   AgreementStatus = "expired"
	StatusEnded     AgreementStatus = "terminated"
	StatusCancelled AgreementStatus = "cancelled"
)

// Derived badges of an agreement; they are never stored.
const (
	BadgeNotYetEffective  = "not_yet_effective"
	BadgeExpiring         = "expiring"
	BadgeOverdueSignature = "overdue_signature"
)

// Statuses lists the stored states in their usual order.
func Statuses() []AgreementStatus {
	return []AgreementStatus{StatusDraft, StatusReview, StatusAwaiting, StatusActive, StatusSuspended, StatusRenewed, StatusExpired,
		StatusEnded, StatusCancelled}
}

// Badge returns the derived state on that day, or "".
func (r Agreement) Badge(today Date) string {
	switch {
	case r.NotYetEffective(today):
		return BadgeNotYetEffective
	case r.Expiring(today):
		return BadgeExpiring
	case r.SignatureLate(today):
		return BadgeOverdueSignature
	}
	return ""
}

// Paper returns the type of the document that this agreement is issued as, or "" when there is no model text for it.
func (r Agreement) Paper() DocumentCode {
	return map[string]DocumentCode{"mou": DocumentMemorandum, "pks": DocumentAgreement}[r.Type]
}

// Signature is how one party signed. An empty date is that of the agreement, an empty name that of the representative.
type Signature struct {
	Role   string
	Number string // the partner's own number of the agreement; it may come later
	By     string
	On     Date
}

// unissued says what is missing to wait for signatures: a number issued and final PDFs made.
func unissued(r Agreement) Problems {
	var c checker
	c.required("number_own", r.NumberOwn)
	if !r.HasFile("final_pdf") {
		c.add("documents", "final_pdf_missing")
	}
	return c.found
}

// unsigned is the guard of every way to active: a number, and signing dates not in the future.
func unsigned(r Agreement, ch Change) Problems {
	var c checker
	if ch.SignDate.IsZero() {
		c.add("sign_date", CodeRequired)
	} else if ch.SignDate.After(ch.Today) {
		c.add("sign_date", "future_date")
	}

	c.required("number_own", r.NumberOwn)
	c.length("number_own", ch.Number, 80)
	for _, s := range ch.Signatures {
		field := "parties." + s.Role
		if r.Party(s.Role) == nil {
			c.add(field, CodeUnknownValue)
		}

		c.length(field+".own_number", s.Number, 80)
		c.length(field+".signed_by", s.By, 120)
		if s.On.After(ch.Today) {
			c.add(field+".signed_on", "future_date")
		}
	}

	return c.found
}

// sign writes when, where and by whom the agreement was signed.
func (r *Agreement) sign(ch Change) {
	r.SignDate = ch.SignDate
	if ch.SignPlace != "" {
		r.SignPlace = ch.SignPlace
	}
	if r.NumberOwn == "" {
		r.NumberOwn = strings.TrimSpace(ch.Number)
	}

	r.Parties = slices.Clone(r.Parties)
	for i := range r.Parties {
		p := &r.Parties[i]
		var s Signature
		if at := slices.IndexFunc(ch.Signatures, func(s Signature) bool { return s.Role == p.Role }); at >= 0 {
			s = ch.Signatures[at]
		}

		p.SignedOn = s.On
		if s.On.IsZero() {
			p.SignedOn = ch.SignDate
		}

		p.SignedBy = firstText(s.By, p.SignedBy, p.RepName)
		p.OwnNumber = firstText(s.Number, p.OwnNumber)
	}
}

// firstText is the first text that says something, without blanks around it.
func firstText(texts ...string) string {
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			return t
		}
	}
	return ""
}
