package model

import "slices"

// What is asked of agreements in lists and figures, too, stands here once in Go; model/store has the same in SQL, and a test
// holds the two against each other.

// StaleSignature is the number of days after which a missing signature is overdue (brief section 4.4.1).
const StaleSignature = 30

// ExpiryWindow is the number of days before the end in which an agreement counts as expiring.
const ExpiryWindow = 90

// LicenceWindow is the number of days before the end in which a licence is to be renewed.
const LicenceWindow = 180

// PaperDays is the number of days after the signature in which its scan and the number of the partner should be there.
const PaperDays = 14

// Ran reports whether an agreement is active, or was until the day ended it: what is said of a day that has passed stays the
// same.
func (r Agreement) Ran() bool {
	ended := r.Status == StatusExpired || r.Status == StatusRenewed || r.Status == StatusEnded
	return r.Status == StatusActive || ended && r.ExpiredFrom == StatusActive
}

// InForce reports whether the agreement binds on that day: active, begun and not ended.
func (r Agreement) InForce(day Date) bool { return r.Ran() && day.within(r.StartDate, r.LastDay()) }

// Expiring reports whether the agreement is in force on that day and ends soon.
func (r Agreement) Expiring(day Date) bool {
	return r.InForce(day) && !r.LastDay().After(day.AddDays(ExpiryWindow))
}

// NotYetEffective reports whether the agreement was signed and begins later.
func (r Agreement) NotYetEffective(day Date) bool {
	return r.Status == StatusActive && r.StartDate.After(day)
}

// SignatureLate reports whether the agreement has waited too long for its signatures.
func (r Agreement) SignatureLate(day Date) bool {
	return r.Status == StatusAwaiting && !r.StatusSince.IsZero() && r.StatusSince.Before(day.AddDays(-StaleSignature))
}

// ResumeDue reports whether the agreement is suspended though the day has come on which it was expected to bind again.
func (r Agreement) ResumeDue(day Date) bool {
	return r.Status == StatusSuspended && !r.ResumeDate.IsZero() && !r.ResumeDate.After(day)
}

// Over reports whether an agreement has come to its end, or will never begin.
func (r Agreement) Over() bool {
	return slices.Contains([]AgreementStatus{StatusExpired, StatusRenewed, StatusEnded, StatusCancelled}, r.Status)
}

// Binds reports whether the parties are bound by the agreement, or were.
func (r Agreement) Binds() bool {
	return slices.Contains([]AgreementStatus{StatusActive, StatusSuspended, StatusRenewed, StatusExpired, StatusEnded}, r.Status)
}

// WasInForce reports whether the agreement was in force on a day that has passed, whatever has become of it since.
func (r Agreement) WasInForce(day Date) bool {
	since := func(at Date) bool { return !at.IsZero() && !at.After(day) }
	switch {
	case !r.Binds() || !day.within(r.StartDate, r.EndDate):
		return false
	case r.Status == StatusEnded && since(r.StatusDate):
		return false
	case r.Status == StatusSuspended && since(r.StatusSince):
		return false
	}

	return r.ExpiredFrom != StatusSuspended || !since(r.ExpiredSince)
}

// EndUnseen reports whether the day ended the agreement, and nobody has renewed or acknowledged it.
func (r Agreement) EndUnseen() bool { return r.Status == StatusExpired && r.Notice == NoticeExpired }

// Renews reports whether an agreement goes on by itself at its end.
func Renews(r Agreement) bool {
	return r.AutoRenew && (r.RenewMax == 0 || r.RenewCount < r.RenewMax)
}

// ExtendedUnseen reports whether the agreement went on by itself, and nobody has acknowledged that.
func (r Agreement) ExtendedUnseen() bool {
	return r.Status == StatusActive && r.Notice == NoticeExtended
}

// Scanned reports whether the scan of the signed original is there.
func (r Agreement) Scanned() bool { return r.HasFile("signed_scan") }

// Unnumbered reports whether the number that a partner gives to the agreement is not known yet.
func (r Agreement) Unnumbered() bool {
	if r.Status != StatusActive && r.Status != StatusAwaiting {
		return false
	}
	return slices.ContainsFunc(r.Partners(), func(p Party) bool { return p.OwnNumber == "" })
}

// HoldsNumber reports whether the agreement has a number that no other one may have.
func (r Agreement) HoldsNumber() bool {
	return r.NumberOwn != "" && r.Status != StatusDraft && r.Status != StatusCancelled
}

// MayTurn reports whether a day may change the agreement (see PassDay).
func (r Agreement) MayTurn(day Date) bool {
	over := !r.EndDate.IsZero() && r.EndDate.Before(day)
	switch {
	case (r.Status == StatusActive || r.Status == StatusSuspended) && over:
		return true
	case r.Terminating() && r.comes(day):
		return true
	case r.Status == StatusEnded:
		return r.ExpiredFrom != "" && !r.comes(day)
	case r.ExpiredFrom != "" && !r.EndDate.IsZero() && !over:
		return true
	}
	return r.Notice == NoticeExtended || r.Status == StatusExpired && r.SuccessorID != 0
}

// Covers reports whether an agreement covers a referral to its partner on a day (brief section 4.11).
func (r Agreement) Covers(partner ID, day Date) bool {
	if !slices.Contains([]string{"referral", "laboratory", "diagnostics", "tb_dppm"}, r.CooperationField) {
		return false
	}
	if !r.Binds() || r.Status == StatusSuspended {
		return false
	}

	end := r.EndDate
	if r.Status == StatusEnded && !r.StatusDate.IsZero() && !r.StatusDate.After(end) {
		end = r.StatusDate.AddDays(-1) // the day that a notice names is the first without the agreement
	}

	partners := slices.ContainsFunc(r.Partners(), func(p Party) bool { return p.PartnerID == partner })
	return partners && day.within(r.StartDate, end)
}

// AnnouncesFull reports whether a full agreement should follow a short one, which was neither cancelled nor ended before its term.
func (j Journey) AnnouncesFull(status AgreementStatus) bool {
	return !j.FullDue.IsZero() && status != StatusCancelled && status != StatusEnded
}

// OwesFull reports whether the full agreement has to be called to mind that a short one announced; what became of the full one is not
// known here.
func (j Journey) OwesFull(status AgreementStatus, today Date) bool {
	return j.AnnouncesFull(status) && !j.FullDue.After(today.AddDays(FullDueWindow))
}
