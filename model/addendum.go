package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// EntityAddendum is the record type of addenda.
const EntityAddendum Entity = "addendum"

// AttentionAddendum says that an addendum waits for its signatures.
const AttentionAddendum = "addendum_unsigned"

// Addendum changes or extends an agreement without replacing it (brief sections 2.10 and 4.4.1). Filters of its register: status,
// agreement_id, partner_id, open (yes).
type Addendum struct {
	Base
	AgreementID ID `json:"agreement_id"`
	// Ordinal counts the addenda of an agreement from 1; the register proposes it.
	Ordinal       int            `json:"ordinal"`
	Status        AddendumStatus `json:"status"`
	StatusReason  string         `json:"status_reason,omitempty"` // why it was cancelled
	NumberOwn     string         `json:"number_own,omitempty"`
	NumberPartner string         `json:"number_partner,omitempty"`
	SignDate      Date           `json:"sign_date,omitzero"`
	SignPlace     string         `json:"sign_place,omitempty"`
	EffectiveDate Date           `json:"effective_date,omitzero"`
	// NewEndDate is the last day of the extended term; zero where only the wording changes.
	NewEndDate Date           `json:"new_end_date,omitzero"`
	Changes    []ClauseChange `json:"changes,omitempty"`
	// Main is what counts of the agreement. Read only.
	Main MainAgreement `json:"-"`
}

// ClauseChange is the new wording of an article.
type ClauseChange struct {
	Clause Text `json:"clause_ref"` // completes "Ketentuan … diubah sehingga berbunyi", such as "Pasal 7 ayat (1)"
	Text   Text `json:"new_text"`
}

// MainAgreement is what an addendum has to fit: the agreement as it is now.
type MainAgreement struct {
	Title, PartnerNames, Number  string
	Paper                        DocumentCode
	LanguageMode                 string
	Status                       AgreementStatus
	SignDate, StartDate, EndDate Date
	Ended, Noticed               bool // by its last day, and by a notice
}

// AddendumStatus is the state of an addendum.
type AddendumStatus string

// The states of an addendum.
const (
	AddendumDraft     AddendumStatus = "draft"
	AddendumAwaiting  AddendumStatus = "awaiting_signature"
	AddendumActive    AddendumStatus = "active"
	AddendumCancelled AddendumStatus = "cancelled"
)

// AddendumStatuses lists the states in the order of an addendum's life.
func AddendumStatuses() []AddendumStatus {
	return []AddendumStatus{AddendumDraft, AddendumAwaiting, AddendumActive, AddendumCancelled}
}

// MainOf is what an addendum has to fit of an agreement.
func MainOf(a Agreement) MainAgreement {
	return MainAgreement{Title: a.Title, PartnerNames: a.PartnerNames(), Number: a.NumberOwn, Paper: a.Paper(), LanguageMode: a.LanguageMode, Status: a.Status,
		SignDate: a.SignDate, StartDate: a.StartDate, EndDate: a.EndDate, Ended: a.ExpiredFrom != "", Noticed: a.Noticed()}
}

// NewAddendum returns the empty addendum of an agreement, in force from today.
func NewAddendum(a Agreement, today Date) Addendum {
	return Addendum{AgreementID: a.ID, Status: AddendumDraft, EffectiveDate: today, SignPlace: a.SignPlace, Main: MainOf(a)}
}

// Amendable reports whether an agreement can be changed by an addendum: it binds, or its end came before the addendum was entered.
func (m MainAgreement) Amendable() bool {
	return m.Status == StatusActive || m.Status == StatusSuspended || m.Status == StatusExpired && m.Ended
}

// Paper is the kind of paper that an addendum is issued as.
func (r Addendum) Paper() DocumentCode { return DocumentAddendum }

// took reports whether an addendum that was signed before can be one of an agreement: it binds, or is over and was not moved any more.
func (m MainAgreement) took(r Addendum) bool {
	over := m.Status == StatusExpired || m.Status == StatusRenewed || m.Status == StatusEnded
	return m.Amendable() || over && !r.NewEndDate.After(m.EndDate)
}

// Extends reports whether an addendum moves the end of its agreement.
func (r Addendum) Extends() bool { return !r.NewEndDate.IsZero() }

// Check returns every broken rule of the addendum by itself.
func (r *Addendum) Check() Problems {
	var c checker
	if r.AgreementID == 0 {
		c.add("agreement_id", CodeRequired)
	}
	c.oneOf("status", string(r.Status), texts(AddendumStatuses()))
	if r.Ordinal < 0 {
		c.add("ordinal", CodeUnknownValue)
	}
	r.NumberOwn, r.NumberPartner = strings.TrimSpace(r.NumberOwn), strings.TrimSpace(r.NumberPartner)

	for i, ch := range r.Changes {
		row := checker{}
		row.required("clause_ref.text_id", ch.Clause.ID)
		row.required("new_text.text_id", ch.Text.ID)
		c.found = append(c.found, row.found.Within(fmt.Sprintf("changes[%d]", i))...)
	}

	if r.Status == AddendumActive {
		c.required("number_own", r.NumberOwn)
		for field, day := range map[string]Date{"sign_date": r.SignDate, "effective_date": r.EffectiveDate} {
			if day.IsZero() {
				c.add(field, CodeRequired)
			}
		}
	}
	if r.Status == AddendumCancelled {
		c.required("status_reason", r.StatusReason)
	}

	c.limits(r)
	return c.found
}

// Validate returns the rules that forbid saving, or nil.
func (r *Addendum) Validate() error { return r.Check().Errors() }

// Incomplete lists what speaks against issuing or signing the addendum: nothing that it changes, and days that do not fit its agreement.
func (r Addendum) Incomplete() Problems {
	c := checker{found: r.Check()}
	if !r.Extends() && len(r.Changes) == 0 {
		c.add("new_end_date", "addendum_empty")
	}

	m := r.Main
	switch {
	case !m.Amendable():
		c.add("agreement_id", "not_amendable")
	case r.Extends() && m.Noticed:
		c.add("new_end_date", "under_notice")
	case r.Extends() && !r.NewEndDate.After(m.EndDate):
		c.add("new_end_date", "addendum_end", m.EndDate.String())
	}

	switch day := r.EffectiveDate; {
	case day.IsZero():
		c.add("effective_date", CodeRequired)
	case day.Before(m.StartDate) || day.After(m.EndDate.AddDays(1)):
		c.add("effective_date", "addendum_effective", m.StartDate.String(), m.EndDate.AddDays(1).String())
	}

	return c.found
}

// EnterPast completes a new addendum that is entered as signed or cancelled, or says what speaks against it.
func (r *Addendum) EnterPast(today Date) error {
	var c checker
	switch {
	case r.Status == AddendumAwaiting:
		c.add("status", CodeUnknownValue) // its paper is issued here
	case r.Status == AddendumActive && r.SignDate.After(today):
		c.add("sign_date", "future_date")
	case r.Status == AddendumActive && !r.Main.took(*r):
		c.add("agreement_id", "not_amendable")
	}

	if r.Status != AddendumCancelled {
		r.StatusReason = ""
	}
	if r.Status == AddendumDraft { // typed for another state before this one was chosen
		r.NumberOwn, r.SignDate = "", Date{}
	}
	return c.found.Errors()
}

// Standing reports whether a paper of the addendum was issued or signed, so that its terms are frozen.
func (r Addendum) Standing() bool { return r.Status != AddendumDraft && r.Status != "" }

// Frozen reports whether a field stands on the issued or signed paper; the partner's number may come later.
func (r Addendum) Frozen(field string) bool {
	return r.Standing() && (field != "number_partner" || r.NumberPartner != "")
}

// Changed are the problems of the frozen fields that another version of the addendum changes.
func (r Addendum) Changed(next Addendum) Problems {
	return frozen(slices.DeleteFunc(differing(r, next), func(f string) bool {
		return !r.Frozen(f) || !stands{but: true, fields: kept()}.holds(f)
	}))
}

// Wording is what an article says now, and since which addendum.
type Wording struct {
	Clause, Text Text
	From         Addendum
}

// WordingInForce are the articles that addenda have changed by a day, each in its last version, in the order in which they were
// first changed. All others are as the agreement was signed.
func WordingInForce(addenda []Addendum, day Date) []Wording {
	active := slices.DeleteFunc(slices.Clone(addenda), func(r Addendum) bool {
		return r.Status != AddendumActive || r.EffectiveDate.After(day)
	})
	slices.SortStableFunc(active, func(a, b Addendum) int {
		return cmp.Or(a.EffectiveDate.Time().Compare(b.EffectiveDate.Time()), cmp.Compare(a.Ordinal, b.Ordinal))
	})

	var now []Wording
	for _, r := range active {
		for _, ch := range r.Changes {
			w := Wording{ch.Clause, ch.Text, r}
			at := slices.IndexFunc(now, func(o Wording) bool { return clauseKey(o.Clause.ID) == clauseKey(ch.Clause.ID) })
			if at < 0 {
				now = append(now, w)
				continue
			}
			now[at] = w
		}
	}

	return now
}

// clauseKey is what the ways of writing the place of an article have in common.
func clauseKey(ref string) string { return strings.Join(NumberWords(ref), " ") }
