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
