package model

import (
	"fmt"
	"math"
	"time"
)

// Check returns every broken rule and warning.
func (r *Training) Check() Problems {
	var c checker
	c.text("title", r.Title, 200)
	c.text("training_code", r.Number, 40)
	c.oneOf("type", r.Type, TrainingTypes())
	c.oneOf("organizer", r.Organizer, Organizers())
	c.oneOf("method", r.Method, TrainingMethods())
	c.oneOf("status", string(r.Status), texts(TrainingStatuses()))
	c.oneOf("skp_status", r.SKPStatus, SKPStatuses())
	c.optional("skp_domain", r.SKPDomain, SKPDomains())
	c.between("passing_score", r.PassingScore, 0, 100)
	c.between("min_attendance_pct", r.MinAttendancePct, 0, 100)
	r.checkQuota(&c)
	c.length("place", r.Place, 200)
	c.length("link", r.Link, 500)
	if r.Fee < 0 {
		c.add("fee", CodeAtLeast, "0")
	}
	if r.Budget < 0 {
		c.add("budget", CodeAtLeast, "0")
	}
	if r.Evaluation != 0 && (r.Evaluation < 1 || r.Evaluation > 4) {
		c.add("evaluation", CodeRange, "1", "4")
	}
	if r.Start.IsZero() {
		c.add("start", CodeRequired)
	}

	if r.End.IsZero() {
		c.add("end", CodeRequired)
	} else if r.End.Before(r.Start) {
		c.add("end", CodeDateOrder)
	}

	if !r.RSVPDate.IsZero() && !r.Start.IsZero() && r.RSVPDate.After(r.Start) {
		c.warn("rsvp_date", "rsvp_late")
	}
	if r.Organizer != "clinic" && len(r.PartnerIDs) == 0 {
		c.add("partner_ids", CodeRequired)
	}

	r.checkSKP(&c)
	r.Realign()
	r.checkSessions(&c)
	r.checkParticipants(&c)
	c.limits(r)

	return c.found
}

// checkQuota refuses more people than there are places.
func (r *Training) checkQuota(c *checker) {
	c.between("quota", r.Quota, 0, 100000)
	if taken, _ := r.Seats(); r.Quota > 0 && taken > r.Quota {
		c.add("quota", "quota_full", fmt.Sprint(taken))
	}
}

func (r *Training) checkSKP(c *checker) {
	if r.SKPStatus != "approved" && (r.SKPValue != 0 || r.SKPReference != "") {
		c.add("skp_value", "skp_unapproved")
	}
	if r.SKPStatus == "approved" {
		c.required("skp_reference", r.SKPReference)
		c.required("skp_domain", r.SKPDomain)
		if r.SKPValue <= 0 {
			c.add("skp_value", CodeRequired)
		}
	}
}

func (r *Training) checkSessions(c *checker) {
	var total float64
	for i := range r.Sessions {
		s := &r.Sessions[i]
		field := fmt.Sprintf("sessions[%d].", i)
		c.text(field+"topic", s.Topic, 200)
		from, err1 := time.Parse("15:04", s.Start)
		to, err2 := time.Parse("15:04", s.End)

		switch {
		case err1 != nil:
			c.add(field+"start", "clock")
		case err2 != nil:
			c.add(field+"end", "clock")
		case !to.After(from):
			c.add(field+"end", "session_order")
		case s.JPL == 0:
			s.JPL = math.Round(to.Sub(from).Minutes()/45*2) / 2
		}

		if s.Date.IsZero() || s.Date.Before(r.Start) || s.Date.After(r.End) {
			c.add(field+"date", "session_date")
		}
		if s.JPL < 0 || s.JPL > 24 {
			c.add(field+"jpl", CodeRange, "0", "24")
		}

		total = Sum(total, s.JPL)
	}

	if len(r.Sessions) > 0 {
		r.JPL = total
	}
	if r.JPL < 0 {
		c.add("jpl_total", CodeRange, "0", "")
	}
}

func (r *Training) checkParticipants(c *checker) {
	seen := map[string]bool{}
	for i := range r.Participants {
		p := &r.Participants[i]
		field := fmt.Sprintf("participants[%d].", i)
		r.checkParticipant(c, p, field)
		key := fmt.Sprintf("%d|%s|%s|%s", p.StaffID, NormalNumber(p.Name), NormalNumber(p.Institution), p.Role)
		if seen[key] {
			c.add(field+"name", "participant_twice")
		}
		seen[key] = true
	}
}

func (r *Training) checkParticipant(c *checker, p *Participant, field string) {
	if p.StaffID != 0 {
		p.NIK = ""
	} else {
		c.text(field+"name", p.Name, 120)
		c.normal(field+"nik", &p.NIK, storedNIK)
		c.length(field+"profession", p.Profession, 120)
		c.length(field+"institution", p.Institution, 160)
	}

	if p.Registration == "" {
		p.Registration = "registered"
	}

	c.oneOf(field+"role", p.Role, ParticipantRoles())
	c.oneOf(field+"registration", p.Registration, Registrations())
	c.optional(field+"result", p.Result, TrainingResults())
	c.normal(field+"phone", &p.Phone, Phone)
	c.normal(field+"email", &p.Email, Email)
	c.between(field+"attendance_pct", p.AttendancePct, -1, 100)
	for _, mark := range p.Attendance {
		c.optional(field+"attendance", mark, AttendanceMarks())
	}

	if p.PreTest != nil {
		c.between(field+"pre_test", *p.PreTest, 0, 100)
	}
	if p.PostTest != nil {
		c.between(field+"post_test", *p.PostTest, 0, 100)
	}
	if p.SKPAwarded < 0 {
		c.add(field+"skp_awarded", CodeAtLeast, "0")
	}
	if p.SKPAwarded != 0 && r.SKPStatus != "approved" {
		c.add(field+"skp_awarded", "skp_unapproved")
	}
}

// Validate returns the rules that forbid saving, or nil.
func (r *Training) Validate() error { return r.Check().Errors() }
