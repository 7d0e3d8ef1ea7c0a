package store

import "jejaring/model"

const (
	// knownPartner is a partner whom the clinic works with, or wants to. The plus keeps SQLite from the index of the states, which
	// narrows less than that of the date.
	knownPartner = "+partner.status IN ('active', 'prospect')"
	licenceDue   = knownPartner + " AND partner.license_expiry <= :window"
	sipDue       = "staff.active = 1 AND staff.sip_expiry <= :window"
	strDue       = "staff.active = 1 AND staff.str_lifetime = 0 AND staff.str_expiry <= :window"
)

// partnerRules are what is asked of partners.
func partnerRules() []rule[model.Partner] {
	type P = model.Partner
	return []rule[P]{
		{"known", knownPartner, func(r P, _ moment) bool { return r.Known() }},
		{"licence due", licenceDue, func(r P, at moment) bool { return r.LicenceDue(at.today) }},
	}
}

// staffRules are what is asked of the staff.
func staffRules() []rule[model.Staff] {
	type S = model.Staff
	return []rule[S]{
		{"SIP due", sipDue, func(r S, at moment) bool { return r.SIPDue(at.today) }},
		{"STR due", strDue, func(r S, at moment) bool { return r.STRDue(at.today) }},
	}
}
