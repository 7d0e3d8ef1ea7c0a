package conditions

import "jejaring/model"

const (
	// KnownPartner is a partner whom the clinic works with, or wants to. The plus keeps SQLite from the index of the states, which
	// narrows less than that of the date.
	KnownPartner = "+partner.status IN ('active', 'prospect')"
	LicenceDue   = KnownPartner + " AND partner.license_expiry <= :licence"
	SipDue       = "staff.active = 1 AND staff.sip_expiry <= :licence"
	StrDue       = "staff.active = 1 AND staff.str_lifetime = 0 AND staff.str_expiry <= :licence"
	// LicencesDue are those of whom something is to be renewed.
	LicencesDue = SipDue + " OR " + StrDue
)

// PartnerRules are what is asked of partners.
func PartnerRules() []Rule[model.Partner] {
	type P = model.Partner
	return []Rule[P]{
		{"known", KnownPartner, func(r P, _ Moment) bool { return r.Known() }},
		{"licence due", LicenceDue, func(r P, at Moment) bool { return r.LicenceDue(at.Today) }},
	}
}

// StaffRules are what is asked of the staff.
func StaffRules() []Rule[model.Staff] {
	type S = model.Staff
	return []Rule[S]{
		{"SIP due", SipDue, func(r S, at Moment) bool { return r.SIPDue(at.Today) }},
		{"STR due", StrDue, func(r S, at Moment) bool { return r.STRDue(at.Today) }},
		{"licences due", LicencesDue, func(r S, at Moment) bool { return r.SIPDue(at.Today) || r.STRDue(at.Today) }},
	}
}
