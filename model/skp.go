package model

// Check returns every broken rule of a credit that was earned elsewhere.
func (r *SKPRecord) Check() Problems {
	var c checker
	if r.StaffID == 0 {
		c.add("staff_id", CodeRequired)
	}
	if r.Date.IsZero() {
		c.add("date", CodeRequired)
	}
	c.text("title", r.Title, 200)
	c.length("organizer", r.Organizer, 160)
	c.length("evidence", r.Evidence, 300)
	c.oneOf("domain", r.Domain, SKPDomains())
	if r.Value <= 0 {
		c.add("value", CodeRequired)
	} else if r.Value > 1000 {
		c.add("value", CodeRange, "0", "1000")
	}
	return c.found
}

// Validate returns the rules that forbid saving, or nil.
func (r *SKPRecord) Validate() error { return r.Check().Errors() }
