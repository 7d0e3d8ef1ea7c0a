package model

import (
	"fmt"
	"slices"
)

// Check returns every broken rule and warning that matters for saving (brief section 4.4). What a document
// needs beyond this before it may leave the draft is said by Incomplete.
func (r *Agreement) Check() Problems {
	var c checker
	c.oneOf("type", r.Type, AgreementTypes())
	c.text("title", r.Title, 200)
	c.oneOf("cooperation_model", r.CooperationModel, CooperationModels())
	c.oneOf("cooperation_field", r.CooperationField, CooperationFields())
	c.oneOf("status", string(r.Status), texts(Statuses()))
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

	checkAgreementDates(r, &c)
	checkFullDue(r, &c)
	checkParties(r, &c)
	checkAgreementLists(r, &c)
	checkRoles(r, &c)
	r.Terms.check(&c)
	if r.ID == 0 {
		r.checkPast(&c)
	}

	c.limits(r)
	return c.found
}

func checkAgreementDates(r *Agreement, c *checker) {
	if r.Status == StatusActive && r.SignDate.IsZero() {
		c.add("sign_date", CodeRequired)
	}

	c.found = append(c.found, r.SignedLate(r.SignDate)...)
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

func checkParties(r *Agreement, c *checker) {
	if len(r.Parties) < 2 || len(r.Parties) > 4 {
		c.add("parties", CodeRange, "2", "4")
	}

	own := 0
	seen := map[string]bool{}
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

func checkAgreementLists(r *Agreement, c *checker) {
	for i, g := range r.Goals {
		c.text(fmt.Sprintf("goals[%d].text_id", i), g.ID, 500)
	}

	for i, s := range r.ScopeItems {
		c.text(fmt.Sprintf("scope_items[%d].text_id", i), s.ID, 500)
	}

	for i, x := range r.Annexes {
		c.text(fmt.Sprintf("annexes[%d].text_id", i), x.ID, 500)
		c.length(fmt.Sprintf("annexes[%d].body.text_id", i), x.Body.ID, 20000)
	}

	for i := range r.Obligations {
		r.Obligations[i].check(c, fmt.Sprintf("obligations[%d].", i))
	}

	checkContributions(r, c)

	for i, w := range r.Witnesses {
		c.text(fmt.Sprintf("witnesses[%d].name", i), w.Name, 120)
	}

	for i := range r.PICs {
		field := fmt.Sprintf("pics[%d].", i)
		c.text(field+"name", r.PICs[i].Name, 120)
		c.normal(field+"phone", &r.PICs[i].Phone, Phone)
		c.normal(field+"email", &r.PICs[i].Email, Email)
		c.optional(field+"channel", r.PICs[i].Channel, ContactChannels())
		c.optional(field+"rhythm", r.PICs[i].Rhythm, Rhythms())
	}
}

// Validate returns the rules that forbid saving, or nil.
func (r *Agreement) Validate() error { return r.Check().Errors() }

// Incomplete lists what is missing before the draft may go to review: goals whose differences are settled, scope, obligations of every
// party, a contact person for each party, and dates (brief sections 4.4.1 and 9.3).
func (r Agreement) Incomplete() Problems {
	c := checker{found: Problems{}}
	if r.LanguageMode == "en" {
		c.add("language_mode", "not_bilingual")
	}
	if len(GoalsOf(r, "")) == 0 {
		c.add("goals", CodeRequired)
	}

	for i, g := range r.Goals {
		if g.Shared() {
			c.required(fmt.Sprintf("goals[%d].indicator", i), g.Indicator)
		}
	}
	unsettled(r.Goals, &c)

	if len(r.ScopeItems) == 0 {
		c.add("scope_items", CodeRequired)
	}

	least := 1
	switch r.Type {
	case "pks":
		least = 2
	case "mou": // rights and money are left to later agreements (brief section 2.7)
		least = 0
	}
	if r.Type == "mou" && len(r.ScopeItems) == 1 {
		c.add("scope_items", CodeAtLeast, "2")
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

// checkRoles refuses what belongs to a party that the agreement does not have: it would be printed nowhere.
func checkRoles(r *Agreement, c *checker) {
	var roles []string
	for _, p := range r.Parties {
		roles = append(roles, p.Role)
	}

	for i, g := range r.Goals {
		checkGoal(g, c, fmt.Sprintf("goals[%d].", i), roles)
	}
	r.Readiness.check(c, roles)

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
		{"installments_n", t.InstallmentsN}, {"workplan_days", t.WorkplanDays},
	} {
		c.between("terms."+f.name, f.value, 0, 3650)
	}
}

// checkFullDue tries the day on which the full agreement is due.
func checkFullDue(r *Agreement, c *checker) {
	switch {
	case r.FullDue.IsZero():
	case !CanBeFast(r.Type):
		c.add("full_due", "not_short")
	case !r.FullDue.After(r.StartDate):
		c.add("full_due", "full_due_early")
	}
}
