package model

// Unissued lists what is missing before the letter may be issued (brief sections 2.15 and 4.11): the doctor, a unit,
// consent, TACC where the insurer asks for it, and for an emergency vital signs, therapy, transport and escort.
func (r Referral) Unissued(p Patient) Problems {
	c := checker{found: Problems{}}
	c.required("patient.name", p.Name)
	if r.DoctorStaffID == 0 {
		c.add("doctor_staff_id", CodeRequired)
	}
	c.required("dest_unit", r.DestUnit)
	if r.Consent.Unobtainable == "" || !r.Emergency() {
		c.required("consent.person", r.Consent.Person)
		c.required("consent.relation", r.Consent.Relation)
	}
	if r.NeedsTACC() && r.TACC == "" {
		c.add("tacc", "tacc_missing")
	}
	if r.Emergency() {
		if !r.Vitals.Measured() {
			c.add("vitals.bp_s", "vitals_required")
		}
		c.required("therapy", r.Therapy)
		c.required("transport", r.Transport)
		if r.EscortStaffID == 0 && r.Companion == "" {
			c.add("escort_staff_id", CodeRequired)
		}
	}
	return c.found
}

// Covers reports whether an agreement covers a referral to its partner on a day (brief section 4.11).
func (r Agreement) Covers(partner ID, day Date) bool {
	switch r.CooperationField {
	case "referral", "laboratory", "diagnostics", "tb_dppm":
	default:
		return false
	}
	if r.Status != StatusActive && r.Status != StatusExpired && r.Status != StatusRenewed && r.Status != StatusEnded {
		return false
	}
	for _, p := range r.Parties {
		if p.PartnerID == partner && partner != 0 {
			end := r.EndDate
			if r.Status == StatusEnded && !r.StatusDate.IsZero() && r.StatusDate.Before(end) {
				end = r.StatusDate
			}
			return !day.Before(r.StartDate) && !day.After(end)
		}
	}
	return false
}
