package model

import (
	"fmt"
	"slices"
)

// MustKnow is somebody who must know of the agreement: a person, or whoever has a role.
type MustKnow struct {
	Name   string `json:"name"`
	ToldOn Date   `json:"told_on,omitzero"`
	How    string `json:"how,omitempty"` // ContactChannels
}

// Exchange is information that one party gives the others again and again.
type Exchange struct {
	What     string `json:"what"`
	Party    string `json:"party"`  // that gives it
	Rhythm   string `json:"rhythm"` // Rhythms
	Channel  string `json:"channel,omitempty"`
	LastSent Date   `json:"last_sent,omitzero"`
}

// ContactChannels lists the ways in which parties speak with each other.
func ContactChannels() []string { return []string{"email", "whatsapp", "phone", "letter", "meeting"} }

// Rhythms lists how often parties speak with each other.
func Rhythms() []string {
	return []string{"weekly", "monthly", "quarterly", "semester", "yearly", "as_needed"}
}

// Next is the day on which information is due that is given from a start on: a period after it was last sent, or after the start.
// Zero is no day.
func (x Exchange) Next(start Date) Date {
	from := x.LastSent
	if from.IsZero() {
		from = start
	}
	if from.IsZero() {
		return from
	}

	if x.Rhythm == "weekly" {
		return from.AddDays(7)
	}
	if n := (Obligation{Recurrence: x.Rhythm}).months(); n > 0 {
		return from.AddMonths(n)
	}
	return Date{}
}

// InformationDue reports whether information is to be sent on a day, or should have been, under an agreement that is in force.
func InformationDue(r Agreement, x Exchange, day Date) bool {
	next := x.Next(r.StartDate)
	return r.InForce(day) && !next.IsZero() && !next.After(day)
}

// Untold are those who must know of an agreement and were not told.
func Untold(r Agreement) []MustKnow {
	return slices.DeleteFunc(slices.Clone(r.MustKnow), func(x MustKnow) bool { return !x.ToldOn.IsZero() })
}

// Tell notes that somebody was told of the agreement on a day; no day takes that back.
func Tell(r *Agreement, who MustKnow, on Date) error {
	at := slices.Index(r.MustKnow, who)
	if at < 0 {
		return fmt.Errorf("who must know: %w", ErrNotFound)
	}

	r.MustKnow = slices.Clone(r.MustKnow)
	r.MustKnow[at].ToldOn = on
	return nil
}

// Send notes that information was sent on a day; no day says that it never was.
func Send(r *Agreement, x Exchange, on Date) error {
	at := slices.Index(r.Exchanges, x)
	if at < 0 {
		return fmt.Errorf("information to be sent: %w", ErrNotFound)
	}

	r.Exchanges = slices.Clone(r.Exchanges)
	r.Exchanges[at].LastSent = on
	return nil
}

// Untimely names the days of an agreement's notes that have not come yet: who was told, what was sent, what was agreed.
func Untimely(r Agreement, today Date) Problems {
	var c checker
	for i, g := range r.Goals {
		if g.AgreedOn.After(today) {
			c.add(fmt.Sprintf("goals[%d].agreed_on", i), "future_date")
		}
	}

	for i, x := range r.MustKnow {
		if x.ToldOn.After(today) {
			c.add(fmt.Sprintf("must_know[%d].told_on", i), "future_date")
		}
	}

	for i, x := range r.Exchanges {
		if x.LastSent.After(today) {
			c.add(fmt.Sprintf("exchanges[%d].last_sent", i), "future_date")
		}
	}

	return c.found
}

// again are the notes of the agreement that follows: nobody was told of it, and nothing was sent under it.
func (n Readiness) again() Readiness {
	n.Expectations, n.Risks = slices.Clone(n.Expectations), slices.Clone(n.Risks)
	n.MustKnow, n.Exchanges = slices.Clone(n.MustKnow), slices.Clone(n.Exchanges)
	for i := range n.MustKnow {
		n.MustKnow[i].ToldOn = Date{}
	}
	for i := range n.Exchanges {
		n.Exchanges[i].LastSent = Date{}
	}
	return n
}
