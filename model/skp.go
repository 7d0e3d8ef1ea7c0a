package model

import "time"

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

	c.limits(r)
	return c.found
}

// Validate returns the rules that forbid saving, or nil.
func (r *SKPRecord) Validate() error { return r.Check().Errors() }

// Credit is a credit of a person of the staff: of a training in the register, or of an SKPRecord.
type Credit struct {
	Date       Date    `json:"date"`
	Title      string  `json:"title"`
	Domain     string  `json:"domain"`
	Value      float64 `json:"value"`
	TrainingID ID      `json:"training_id,omitempty"`
	RecordID   ID      `json:"record_id,omitempty"`
}

// DefaultSKPTarget is the number of credits of five years where a person has no target of their own.
const DefaultSKPTarget = 50

// Target is how many credits a person needs in five years.
func (r Staff) Target() int {
	if r.SKPTarget == 0 {
		return DefaultSKPTarget
	}
	return r.SKPTarget
}

// SKPShares are the least parts of the target, in per cent, that each domain must give; the rest is free.
func SKPShares() map[string]float64 {
	return map[string]float64{"pembelajaran": 45, "pelayanan": 35, "pengabdian": 5}
}

// LearningShare is the part of the learning credits, in per cent, that each year must bring.
const LearningShare = 20

// SKPOverview compares the credits of a period with the norms (brief section 4.10).
type SKPOverview struct {
	From, To Date
	Target   float64
	Total    float64
	Domains  map[string]float64 // credits
	Needed   map[string]float64 // of each domain
	// Year is the learning credit of the current year, YearNeeded what each year must bring.
	Year, YearNeeded float64
}

// Overview adds up credits up to a day in the period of a person's licence; without a period, in the five years before.
func (r Staff) Overview(credits []Credit, asOf Date) SKPOverview {
	o := SKPOverview{From: r.SKPPeriodStart, To: r.SKPPeriodEnd, Target: float64(r.Target()),
		Domains: map[string]float64{}, Needed: map[string]float64{}}
	if o.From.IsZero() {
		o.From = Date{Year: asOf.Year - 4, Month: time.January, Day: 1}
	}
	if o.To.IsZero() {
		o.To = Date{Year: o.From.Year + 5, Month: o.From.Month, Day: o.From.Day}.AddDays(-1)
	}

	for domain, share := range SKPShares() {
		o.Needed[domain] = share * o.Target / 100
	}

	o.YearNeeded = o.Needed["pembelajaran"] * LearningShare / 100
	for _, c := range credits {
		if c.Date.Before(o.From) || c.Date.After(o.To) || c.Date.After(asOf) {
			continue
		}
		o.Total = Sum(o.Total, c.Value)
		o.Domains[c.Domain] = Sum(o.Domains[c.Domain], c.Value)
		if c.Domain == "pembelajaran" && c.Date.Year == asOf.Year {
			o.Year = Sum(o.Year, c.Value)
		}
	}

	return o
}
