package model

import (
	"fmt"
	"slices"
)

// CanRenew reports whether a new agreement may follow this one.
func (r Agreement) CanRenew() bool {
	return slices.Contains([]AgreementStatus{StatusActive, StatusSuspended, StatusExpired}, r.Status)
}

// RunsOut reports whether the agreement comes to its end by itself, so that its partner may be told so beforehand.
func (r Agreement) RunsOut() bool {
	return (r.Status == StatusActive || r.Status == StatusSuspended) && !r.Terminating()
}

// Renewal returns the draft of the agreement that follows this one on the same terms, for as long again: from the day
// after its end, or from today where that has passed. Number, signatures and papers are not those of the old one.
func (r Agreement) Renewal(today Date) (Agreement, error) {
	if !r.CanRenew() {
		return Agreement{}, fmt.Errorf("renew an agreement in state %s: %w", r.Status, ErrTransition)
	}

	n := r
	n.Base = Base{}
	n.Status = StatusDraft
	n.StatusReason = ""
	n.StatusDate = Date{}
	n.StatusSince = today
	n.ExpiredFrom = ""
	n.ExpiredSince = Date{}
	n.Notice = ""
	n.Termination = Termination{}
	n.SuccessorID = 0
	n.NumberOwn = ""
	n.SignDate = Date{}
	n.OriginalEndDate = Date{}
	n.RenewCount = 0
	n.Documents = nil
	n.Readiness = r.Readiness.again()
	n.Amended, n.Journey = Amended{}, Journey{}
	enterStage(&n, today)
	first := r
	first.EndDate = FirstEnd(r)

	n.StartDate = r.EndDate.AddDays(1)
	if n.StartDate.Before(today) {
		n.StartDate = today
	}

	length, unit := first.Duration()
	switch unit {
	case "year":
		n.EndDate = n.StartDate.AddMonths(12 * length).AddDays(-1)
	case "month":
		n.EndDate = n.StartDate.AddMonths(length).AddDays(-1)
	default:
		n.EndDate = n.StartDate.AddDays(length - 1)
	}

	n.Parties = slices.Clone(r.Parties)
	for i := range n.Parties {
		n.Parties[i].OwnNumber, n.Parties[i].SignedOn, n.Parties[i].SignedBy = "", Date{}, ""
	}

	n.Obligations = slices.Clone(r.Obligations)
	for i := range n.Obligations {
		n.Obligations[i] = n.Obligations[i].again(r.StartDate, n.StartDate)
	}

	n.Contributions = slices.Clone(r.Contributions)
	for i := range n.Contributions {
		n.Contributions[i] = n.Contributions[i].again(r.StartDate, n.StartDate)
	}

	return n, nil
}

// again is an obligation of the agreement that follows: its date is as long after the new start, and what recurs keeps its
// day of the period.
func (o Obligation) again(oldStart, start Date) Obligation {
	due := o.DueDate
	switch step := o.months(); {
	case due.IsZero():
	case step == 0:
		due = start.AddDays(oldStart.DaysUntil(due))
	default:
		for n := 1; due.Before(start); n++ {
			due = o.DueDate.AddMonths(n * step)
		}
	}

	o.RecordID, o.Code, o.Status, o.DueDate, o.Occurrences = 0, "", "open", due, nil
	return o
}

// Take takes over what an earlier agreement says: its kind, purpose, shared goals, scope, rights, duties, indicators, clauses and
// annexes, its risks, and what information flows. Who concludes it, its term, its numbers, sums and signatures stay its own; so do a title and a field of
// cooperation that were chosen already. The days of duties follow the new start.
func (r *Agreement) Take(from Agreement) {
	if r.Title == "" {
		r.Title, r.TitleEN = from.Title, from.TitleEN
	}
	if r.CooperationField == "" {
		r.CooperationField = from.CooperationField
	}

	r.Type, r.CooperationModel = from.Type, from.CooperationModel
	r.FinancingMode, r.DataSharing, r.RiskLevel = from.FinancingMode, from.DataSharing, from.RiskLevel
	r.LanguageMode, r.PrevailingLanguage = from.LanguageMode, from.PrevailingLanguage
	r.RenewalNoticeDays, r.TerminationNotice = from.RenewalNoticeDays, from.TerminationNotice
	r.AutoRenew, r.RenewTermN, r.RenewTermUnit, r.RenewMax = from.AutoRenew, from.RenewTermN, from.RenewTermUnit, from.RenewMax

	r.Purpose = from.Purpose
	r.Goals, r.ScopeItems, r.Rights = GoalsOf(from, ""), slices.Clone(from.ScopeItems), slices.Clone(from.Rights)
	r.Confidentiality, r.Risks, r.NoRisks, r.Exchanges = from.Confidentiality, slices.Clone(from.Risks), from.NoRisks, from.again().Exchanges
	r.KPIs, r.Definitions, r.Annexes = slices.Clone(from.KPIs), slices.Clone(from.Definitions), slices.Clone(from.Annexes)
	r.LegalBasisIDs = slices.Clone(from.LegalBasisIDs)

	r.Contributions = slices.Clone(from.Contributions)
	for i := range r.Contributions {
		r.Contributions[i] = r.Contributions[i].again(from.StartDate, r.StartDate)
		r.Contributions[i].Amount = 0
	}

	r.Obligations = slices.Clone(from.Obligations)
	for i := range r.Obligations {
		r.Obligations[i] = r.Obligations[i].again(from.StartDate, r.StartDate)
		r.Obligations[i].Amount = 0
	}

	account, signatory := r.Terms.BankAccount, r.Terms.ProposalSignatory
	r.Terms = from.Terms
	r.Terms.BankAccount, r.Terms.ProposalSignatory = account, signatory

	for _, p := range from.Parties {
		own := r.Party(p.Role)
		if own == nil {
			r.Parties = append(r.Parties, Party{Role: p.Role})
			own = &r.Parties[len(r.Parties)-1]
		}
		own.Undertaking = p.Undertaking
	}
}

// FullDueDays is the number of days after the start in which the full agreement usually follows a short one, and FullDueWindow the
// number of days before that day in which it is called to mind.
const FullDueDays, FullDueWindow = 90, 30

// CanBeFast reports whether a type of agreement can be a short one that a full one follows.
func CanBeFast(kind string) bool { return slices.Contains([]string{"loi", "mou", "kb"}, kind) }

// UsualFullDue is the day on which the full agreement usually follows a short one.
func UsualFullDue(short Agreement) Date { return short.StartDate.AddDays(FullDueDays) }

// FullAgreement is the draft of the full agreement that a short one announced: between the same parties, on the same matter.
func FullAgreement(short Agreement, today Date) Agreement {
	r := NewAgreement(today)
	r.ParentID, r.Title, r.TitleEN = short.ID, short.Title, short.TitleEN
	r.CooperationModel, r.CooperationField, r.LanguageMode = short.CooperationModel, short.CooperationField, short.LanguageMode
	r.PrevailingLanguage, r.SignPlace = short.PrevailingLanguage, short.SignPlace
	r.Purpose, r.LegalBasisIDs = short.Purpose, slices.Clone(short.LegalBasisIDs)
	r.PICs, r.Witnesses, r.FacilitatorPartnerID = slices.Clone(short.PICs), slices.Clone(short.Witnesses), short.FacilitatorPartnerID
	r.Parties = slices.Clone(short.Parties)
	for i := range r.Parties {
		r.Parties[i].OwnNumber, r.Parties[i].SignedOn, r.Parties[i].SignedBy = "", Date{}, ""
	}
	enterStage(&r, today)
	return r
}
