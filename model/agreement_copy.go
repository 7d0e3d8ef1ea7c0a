package model

import "slices"

// Take takes over what an earlier agreement says: its kind, purpose, goals, scope, rights, duties, indicators, clauses and
// annexes. Who concludes it, its term, its numbers, sums and signatures stay its own; so do a title and a field of
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
	r.Goals, r.ScopeItems, r.Rights = slices.Clone(from.Goals), slices.Clone(from.ScopeItems), slices.Clone(from.Rights)
	r.KPIs, r.Definitions, r.Annexes = slices.Clone(from.KPIs), slices.Clone(from.Definitions), slices.Clone(from.Annexes)
	r.LegalBasisIDs = slices.Clone(from.LegalBasisIDs)

	r.Contributions = slices.Clone(from.Contributions)
	for i := range r.Contributions {
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
