package model

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Stored states of an agreement (brief section 4.4.1).
const (
	StatusDraft     = "draft"
	StatusReview    = "review"
	StatusAwaiting  = "awaiting_signature"
	StatusActive    = "active"
	StatusSuspended = "suspended"
	StatusRenewed   = "renewed"
	StatusExpired   = "expired"
	StatusEnded     = "terminated"
	StatusCancelled = "cancelled"
)

// Derived badges of an agreement; they are never stored.
const (
	BadgeNotYetEffective  = "not_yet_effective"
	BadgeExpiring         = "expiring"
	BadgeOverdueSignature = "overdue_signature"
)

// Statuses lists the stored states in their usual order.
func Statuses() []string {
	return []string{StatusDraft, StatusReview, StatusAwaiting, StatusActive, StatusSuspended, StatusRenewed, StatusExpired,
		StatusEnded, StatusCancelled}
}

// Badge returns the derived state on that day, or "".
func (r Agreement) Badge(today Date) string {
	switch {
	case r.Status == StatusActive && today.Before(r.StartDate):
		return BadgeNotYetEffective
	case r.Status == StatusActive && r.DaysLeft(today) >= 0 && r.DaysLeft(today) <= ExpiryWindow:
		return BadgeExpiring
	case r.Status == StatusAwaiting && !r.StatusSince.IsZero() && r.StatusSince.DaysUntil(today) > StaleSignature:
		return BadgeOverdueSignature
	}
	return ""
}

// NextStatuses returns the states that a person may choose next. The states suspended, renewed, expired and
// terminated are loaded and shown; their transitions are not offered yet.
func (r Agreement) NextStatuses() []string {
	switch r.Status {
	case StatusDraft:
		return []string{StatusReview, StatusCancelled}
	case StatusReview:
		return []string{StatusDraft, StatusAwaiting, StatusCancelled}
	case StatusAwaiting:
		return []string{StatusReview, StatusActive, StatusCancelled}
	}
	return nil
}

// Change describes a wished change of state.
type Change struct {
	To     string
	Reason string // required for cancelling and for returning to draft
	Today  Date
	// SignDate, SignPlace and the parties' signing dates and numbers go with "active".
	SignDate       Date
	SignPlace      string
	PartnerNumbers map[string]string // role -> the partner's number of the agreement
}

// Apply changes the state when the guards of brief section 4.4.1 allow it. It returns ErrTransition for a way that
// does not exist and Problems for a guard that does not hold; the record is then unchanged.
func (r *Agreement) Apply(ch Change) error {
	if !slices.Contains(r.NextStatuses(), ch.To) {
		return fmt.Errorf("%s to %s: %w", r.Status, ch.To, ErrTransition)
	}
	var c checker
	switch {
	case r.Status == StatusDraft && ch.To == StatusReview:
		c.found = r.Incomplete()
	case ch.To == StatusDraft, ch.To == StatusCancelled:
		c.required("status_reason", ch.Reason)
	case ch.To == StatusAwaiting:
		c.found = r.unissued()
	case ch.To == StatusActive:
		c.found = r.unsigned(ch)
	}
	if err := c.found.Errors(); err != nil {
		return err
	}
	r.Status, r.StatusSince = ch.To, ch.Today
	r.StatusReason, r.StatusDate = strings.TrimSpace(ch.Reason), Date{}
	if ch.Reason != "" {
		r.StatusDate = ch.Today
	}
	if ch.To == StatusActive {
		r.sign(ch)
	}
	return nil
}

// unissued is the guard of review → awaiting_signature: number issued and final PDFs made.
func (r Agreement) unissued() Problems {
	var c checker
	c.required("number_own", r.NumberOwn)
	if !r.HasFile("final_pdf") {
		c.add("documents", "final_pdf_missing")
	}
	return c.found
}

// unsigned is the guard of awaiting_signature → active: a signing date not in the future.
func (r Agreement) unsigned(ch Change) Problems {
	var c checker
	if ch.SignDate.IsZero() {
		c.add("sign_date", CodeRequired)
	} else if ch.SignDate.After(ch.Today) {
		c.add("sign_date", "future_date")
	}
	for _, role := range slices.Sorted(maps.Keys(ch.PartnerNumbers)) {
		if r.Party(role) == nil {
			c.add("parties."+role, CodeUnknownValue)
		}
		c.length("parties."+role, ch.PartnerNumbers[role], 80)
	}
	return c.found
}

func (r *Agreement) sign(ch Change) {
	r.SignDate = ch.SignDate
	if ch.SignPlace != "" {
		r.SignPlace = ch.SignPlace
	}
	for i := range r.Parties {
		p := &r.Parties[i]
		p.SignedOn = ch.SignDate
		if p.SignedBy == "" {
			p.SignedBy = p.RepName
		}
		if number := strings.TrimSpace(ch.PartnerNumbers[p.Role]); number != "" {
			p.OwnNumber = number
		}
	}
}
