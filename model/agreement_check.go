package model

import (
	"fmt"
	"slices"
)

// checkRoles refuses what belongs to a party that the agreement does not have: it would be printed nowhere.
func (r *Agreement) checkRoles(c *checker) {
	var roles []string
	for _, p := range r.Parties {
		roles = append(roles, p.Role)
	}
	for i, x := range r.Rights {
		c.oneOf(fmt.Sprintf("rights[%d].party", i), x.Party, roles)
		c.text(fmt.Sprintf("rights[%d].text_id", i), x.ID, 500)
	}
	for i, o := range r.Obligations {
		if slices.Contains(PartyRoles(), o.Party) {
			c.oneOf(fmt.Sprintf("obligations[%d].party", i), o.Party, roles)
		}
	}
	for i, p := range r.PICs {
		c.oneOf(fmt.Sprintf("pics[%d].party", i), p.Party, roles)
	}
	for i, x := range r.Contributions {
		c.oneOf(fmt.Sprintf("contributions[%d].party", i), x.Party, roles)
	}
}

// check refuses clause parameters that a document could not print.
func (t Terms) check(c *checker) {
	c.optional("terms.meterai_mode", t.MeteraiMode, MeteraiModes())
	c.optional("terms.first_party_side", t.FirstPartySide, []string{"left", "right"})
	c.optional("terms.proposal_flavour", t.ProposalFlavour, []string{"permohonan", "penawaran"})
	c.optional("terms.payee", t.Payee, PartyRoles())
	c.optional("terms.payer", t.Payer, PartyRoles())
	c.between("terms.invoice_day", t.InvoiceDay, 0, 31)
	for _, f := range []struct {
		name  string
		value int
	}{
		{"response_minutes", t.ResponseMinutes}, {"reply_days", t.ReplyDays}, {"payment_days", t.PaymentDays},
		{"tariff_notice_days", t.TariffNoticeDays}, {"secrecy_years", t.SecrecyYears}, {"eval_interval_n", t.EvalIntervalN},
		{"fm_days", t.FMDays}, {"fm_limit_days", t.FMLimitDays}, {"cure_days", t.CureDays}, {"settle_days", t.SettleDays},
		{"installments_n", t.InstallmentsN},
	} {
		c.between("terms."+f.name, f.value, 0, 3650)
	}
}
