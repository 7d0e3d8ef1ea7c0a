package model

import (
	"fmt"
	"time"
)

// Letters are dated between these years: a number is taken for the year of its letter, and no letter is dated far ahead.
const (
	firstLetterYear = 1990
	yearsAhead      = 1
)

// Dated lists what the date of a letter contradicts. It refuses a year that no letter can bear; all else are warnings: a
// date that is still to come, one in another year, before the last number of the year, in another month than the number
// that the letter has already, and what does not fit the record. The last is that of the sequence in the year of the
// letter, had the line of the ledger of a letter that has its number already; both may be empty.
func (d LetterData) Dated(last, had NumberEntry, today Date) Problems {
	c := checker{found: Problems{}}
	if d.Date.IsZero() {
		return c.found
	}

	if d.Date.Year < firstLetterYear || !today.IsZero() && d.Date.Year > today.Year+yearsAhead {
		c.add("date", "letter_year", fmt.Sprint(d.Date.Year))
		return c.found
	}

	if d.Type.Kind().Numbered != NumberedNot && !today.IsZero() {
		switch {
		case d.Date.Year != today.Year && had.ID == 0:
			c.warn("date", "letter_other_year", fmt.Sprint(d.Date.Year))
		case d.Date.After(today):
			c.warn("date", "letter_future")
		}
	}

	if had.ID == 0 && !last.LetterDate.IsZero() && d.Date.Before(last.LetterDate) {
		c.warn("date", "letter_backdated", last.Formatted, last.LetterDate.String())
	}
	if had.ID != 0 && !had.LetterDate.IsZero() && (d.Date.Year != had.LetterDate.Year || d.Date.Month != had.LetterDate.Month) {
		c.warn("date", "letter_number_month", had.Formatted)
	}

	switch {
	case d.Training != nil:
		d.datedTraining(&c, today)
	case d.Referral != nil:
		d.datedReferral(&c)
	case d.Type == d.Agreement.Paper():
		d.datedAgreement(&c, today)
	}

	return c.found
}

func (d LetterData) datedTraining(c *checker, today Date) {
	t := d.Training
	switch d.Type {
	case DocumentInvitation:
		if !t.Start.IsZero() && d.Date.After(t.Start) {
			c.warn("date", "invitation_late", t.Start.String())
		} else if !t.Start.IsZero() && today.After(t.Start) {
			c.warn("start", "training_begun", t.Start.String())
		}

		if !t.RSVPDate.IsZero() && d.Date.After(t.RSVPDate) {
			c.warn("date", "invitation_after_rsvp", t.RSVPDate.String())
		}
		if !t.RSVPDate.IsZero() && t.RSVPDate.After(t.Start) && !t.Start.IsZero() {
			c.warn("rsvp_date", "rsvp_late")
		}
	case DocumentCertificate:
		if !t.End.IsZero() && d.Date.Before(t.End) {
			c.warn("date", "certificate_early", t.End.String())
		}
	}
}

func (d LetterData) datedReferral(c *checker) {
	r := d.Referral
	zone := d.Clinic.Zone()
	day := func(t time.Time) (at Date) {
		if !t.IsZero() {
			at = DateOf(t.In(zone))
		}
		return at
	}

	if d.Type == DocumentReply {
		for _, p := range []struct {
			at   Date
			code string
		}{{day(r.ReferralAt), "reply_before_referral"}, {r.Reply.CareDate, "reply_before_care"}} {
			if !p.at.IsZero() && d.Date.Before(p.at) {
				c.warn("date", p.code, p.at.String())
			}
		}

		if !r.Reply.ControlDate.IsZero() && r.Reply.ControlDate.Before(d.Date) {
			c.warn("reply.control_date", "control_before_letter", r.Reply.ControlDate.String())
		}
		return
	}

	if at := day(r.ReferralAt); !at.IsZero() && d.Date != at {
		c.warn("date", "letter_referral_day", at.String())
	}
	if !r.PlannedVisit.IsZero() && r.PlannedVisit.Before(d.Date) {
		c.warn("planned_visit_date", "visit_before_letter", r.PlannedVisit.String())
	}
	if !r.ValidUntil.IsZero() && r.ValidUntil.Before(d.Date) {
		c.warn("valid_until", "valid_before_letter", r.ValidUntil.String())
	}
	if at := day(r.Consent.At); !at.IsZero() && at.After(d.Date) {
		c.warn("consent.time", "consent_after_letter", at.String())
	}
}

func (d LetterData) datedAgreement(c *checker, today Date) {
	a := d.Agreement
	if !a.StartDate.IsZero() && d.Date.After(a.StartDate) {
		c.warn("start_date", "signed_after_start", a.StartDate.String(), d.Date.String())
	}
	if !a.EndDate.IsZero() && (d.Date.After(a.EndDate) || today.After(a.EndDate)) {
		c.warn("end_date", "agreement_over", a.EndDate.String())
	}
	if p := d.Parent; p != nil && !p.EndDate.IsZero() && p.EndDate.Before(a.EndDate) {
		c.warn("end_date", "parent_ends", p.EndDate.String())
	}
}

// SignedLate are the warnings about the day of a signature.
func (r Agreement) SignedLate(signed Date) Problems {
	c := checker{found: Problems{}}
	if !signed.IsZero() && !r.StartDate.IsZero() && signed.After(r.StartDate) {
		c.warn("sign_date", "signed_after_start", r.StartDate.String(), signed.String())
	}
	if !signed.IsZero() && !r.EndDate.IsZero() && signed.After(r.EndDate) {
		c.warn("sign_date", "agreement_over", r.EndDate.String())
	}
	return c.found
}
