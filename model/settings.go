package model

// Settings is what the clinic chose for its register, apart from its profile. A register has one.
type Settings struct {
	Numbering   Numbering `json:"numbering"`
	MeteraiRate Money     `json:"meterai_rate"` // of one duty stamp (brief section 2.3)
	// Today, when set, is the date that this register lives on: the sample's 21 November 2026.
	Today Date `json:"today"`
	// Sample marks the register with the fictitious clinic.
	Sample bool `json:"sample,omitempty"`
	// DisclaimerSeen is set once the user has read that model texts need a legal review (brief section 0.1).
	DisclaimerSeen bool `json:"disclaimer_seen,omitempty"`
	// OwnAddresses are further mail addresses of the clinic itself, besides those of profile and mailboxes.
	OwnAddresses []string `json:"own_addresses,omitempty"`
}

// NewSettings returns the customary settings.
func NewSettings() Settings {
	return Settings{Numbering: Numbering{Scope: "per_type"}, MeteraiRate: 10000 * 100}
}
