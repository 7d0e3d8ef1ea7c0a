package model

// Known reports whether the clinic works with a partner, or wants to.
func (r Partner) Known() bool { return r.Status == "active" || r.Status == "prospect" }

// LicenceDue reports whether the licence of such a partner ends soon or has ended.
func (r Partner) LicenceDue(day Date) bool { return r.Known() && due(r.LicenseExpiry, day) }

// SIPDue reports whether the licence to practise of a person who works here ends soon or has ended.
func (r Staff) SIPDue(day Date) bool { return r.Active && due(r.SIPExpiry, day) }

// STRDue reports whether the registration of a person who works here ends soon or has ended.
func (r Staff) STRDue(day Date) bool { return r.Active && !r.STRLifetime && due(r.STRExpiry, day) }

// due reports whether a known end comes within the window.
func due(end, day Date) bool { return !end.IsZero() && !end.After(day.AddDays(ExpiryWindow)) }
