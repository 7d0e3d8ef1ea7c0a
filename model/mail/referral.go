package mail

import (
	"slices"

	"jejaring/model"
)

// linkByOwnNumber is rule 2 and, for numbers of referrals, rule 4.
func (c *matcher) linkByOwnNumber() bool {
	for _, h := range c.hits {
		partner := h.PartnerID
		if partner == 0 {
			partner = c.partnerOfSender()
		}

		switch {
		case h.ReferralCode != "" || h.Type == model.DocumentReferral:
			c.link.ReferralCode = h.ReferralCode
			return c.record(model.RuleReferral, 0.9, partner, c.referralAgreements(h, partner))
		case partner != 0 || len(h.AgreementIDs) > 0:
			return c.record(model.RuleOwnNumber, 0.95, partner, c.agreementsOfNumbers(partner))
		}
	}

	return false
}

// agreementsOfNumbers returns the agreements that the numbers in the message stand for, without those of other partners.
func (c *matcher) agreementsOfNumbers(partner model.ID) []model.ID {
	var ids []model.ID
	for _, h := range c.hits {
		if h.PartnerID != 0 && h.PartnerID != partner {
			continue
		}

		for _, id := range h.AgreementIDs {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}

	return ids
}

// referralAgreements returns the agreement of a referral, or those with the partner that cover referrals on that day.
func (c *matcher) referralAgreements(h model.NumberTarget, partner model.ID) []model.ID {
	if len(h.AgreementIDs) > 0 {
		return h.AgreementIDs
	}

	day := model.DateOf(c.m.Date)
	var ids []model.ID
	for _, a := range c.agreementsWith(partner) {
		covers := slices.Contains([]string{"referral", "laboratory", "diagnostics", "tb_dppm"}, a.Field)
		lived := slices.Contains([]model.AgreementStatus{model.StatusActive, model.StatusRenewed, model.StatusExpired}, a.Status)
		if covers && lived && !day.Before(a.Start) && !day.After(a.End) {
			ids = append(ids, a.ID)
		}
	}

	return ids
}
