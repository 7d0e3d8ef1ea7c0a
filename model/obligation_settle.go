package model

import (
	"fmt"
	"slices"
	"strings"
)

// Settlement says that an occurrence of an obligation was met, or is waived.
type Settlement struct {
	Obligation ID
	Due        Date
	Waive      bool
	On         Date   // the day on which it was met or waived
	Note       string // the reason, where it is waived
	Evidence   *File  // proof, kept with the agreement
	Today      Date
}

// Settle records that an occurrence was met or is waived. One that was settled before is settled anew.
func (r *Agreement) Settle(s Settlement) error {
	if !r.Binds() {
		return fmt.Errorf("obligation of an agreement in state %s: %w", r.Status, ErrTransition)
	}

	x := r.occurrence(s.Obligation, s.Due)
	if x == nil {
		return fmt.Errorf("obligation %d due on %s: %w", s.Obligation, s.Due, ErrNotFound)
	}

	var c checker
	switch {
	case s.On.IsZero():
		c.add("on", CodeRequired)
	case s.On.After(s.Today):
		c.add("on", "future_date")
	}

	if s.Waive {
		c.required("note", s.Note)
	}

	c.length("note", s.Note, 500)
	if err := c.found.Errors(); err != nil {
		return err
	}

	x.Done = s.On
	x.Waived = Date{}
	x.Note = strings.TrimSpace(s.Note)
	if s.Waive {
		x.Done = Date{}
		x.Waived = s.On
	}

	if s.Evidence != nil {
		x.Evidence = s.Evidence.Name
	}
	return nil
}

// Reopen takes back that an occurrence was met or waived. Its evidence stays with the agreement.
func (r *Agreement) Reopen(obligation ID, due Date) error {
	x := r.occurrence(obligation, due)
	if x == nil {
		return fmt.Errorf("obligation %d due on %s: %w", obligation, due, ErrNotFound)
	}
	*x = Occurrence{Due: due}
	return nil
}

// occurrence finds what is due on a day, or nil. The obligations are made its own first, so that a copy of the record
// stays as it is.
func (r *Agreement) occurrence(obligation ID, due Date) *Occurrence {
	i := slices.IndexFunc(r.Obligations, func(o Obligation) bool { return o.RecordID == obligation })
	if i < 0 {
		return nil
	}

	r.Obligations = slices.Clone(r.Obligations)
	o := &r.Obligations[i]
	o.Occurrences = slices.Clone(o.Occurrences)
	at := slices.IndexFunc(o.Occurrences, func(x Occurrence) bool { return x.Due == due })
	if at < 0 {
		return nil
	}

	return &o.Occurrences[at]
}

// ForgetEvidence takes the name of a file away that proved something and is with the agreement no more.
func (r *Agreement) ForgetEvidence(name string) {
	for _, o := range r.Obligations {
		for _, x := range o.Occurrences {
			if x.Evidence == name {
				r.occurrence(o.RecordID, x.Due).Evidence = ""
			}
		}
	}

	r.Contributions = slices.Clone(r.Contributions)
	for i := range r.Contributions {
		k := &r.Contributions[i]
		k.Received = slices.Clone(k.Received)
		for n := range k.Received {
			if k.Received[n].Evidence == name {
				k.Received[n].Evidence = ""
			}
		}
	}
}
