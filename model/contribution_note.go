package model

import (
	"fmt"
	"slices"
	"strings"
)

// What can be noted of a contribution.
const (
	HandoverReceived = "received"
	HandoverReturned = "returned" // of a loan
	HandoverUsedUp   = "used_up"  // of a batch
)

// Handover is what is noted of a contribution of an agreement that binds or did: that some of it came, that a loan went back, or that
// nothing is left of a batch.
type Handover struct {
	What         string
	Contribution int     // its No
	At           int     // which receipt, from 1; 0 is a new one
	Receipt      Receipt // its day and condition are those of the return, its day that of the batch that is used up
	Undo         bool    // takes the note back
	Evidence     *File   // proof, kept with the agreement
	Today        Date
}

// Note writes a handover into its agreement, or says what speaks against it.
func (h Handover) Note(r *Agreement) error {
	if !r.Binds() {
		return fmt.Errorf("contribution to an agreement in state %s: %w", r.Status, ErrTransition)
	}

	i := slices.IndexFunc(r.Contributions, func(k Contribution) bool { return k.No == h.Contribution })
	if i < 0 || h.At < 0 || h.At > len(r.Contributions[i].Received) || h.At == 0 && (h.What == HandoverUsedUp || h.Undo && h.What == HandoverReceived) {
		return fmt.Errorf("contribution %d, receipt %d: %w", h.Contribution, h.At, ErrNotFound)
	}

	if !h.Undo {
		if err := h.check(r.Contributions[i]).Errors(); err != nil {
			return err
		}
	}

	r.Contributions = slices.Clone(r.Contributions) // a copy of the record stays as it is
	k := &r.Contributions[i]
	k.Received = slices.Clone(k.Received)
	h.write(k)
	return nil
}

// check is what speaks against a note.
func (h Handover) check(k Contribution) Problems {
	var c checker
	x := h.Receipt
	switch {
	case x.Date.IsZero():
		c.add("date", CodeRequired)
	case x.Date.After(h.Today):
		c.add("date", "future_date")
	case h.What != HandoverReceived && len(k.Received) > 0 && x.Date.Before(k.Received[max(h.At-1, 0)].Date):
		c.add("date", "before_receipt", k.Received[max(h.At-1, 0)].Date.String())
	}

	switch {
	case h.What == HandoverReturned && !k.Loan:
		c.add("loan", CodeRequired)
	case h.What == HandoverReturned:
		c.required("condition", x.Condition)
	case h.What == HandoverReceived && k.Kind == "money" && x.Amount <= 0:
		c.add("amount", CodeRequired)
	case h.What == HandoverReceived && Counted(k.Kind) && k.Quantity > 0 && x.Quantity <= 0:
		c.add("quantity", CodeRequired)
	}

	c.length("condition", x.Condition, 200)
	c.length("note", x.Note, 500)
	return c.found
}

func (h Handover) write(k *Contribution) {
	x := h.Receipt
	x.Condition, x.Note = strings.TrimSpace(x.Condition), strings.TrimSpace(x.Note)
	if h.Evidence != nil {
		x.Evidence = h.Evidence.Name
	}

	switch {
	case h.What == HandoverReturned && h.Undo:
		k.ReturnedOn, k.ReturnCondition = Date{}, ""
	case h.What == HandoverReturned:
		k.ReturnedOn, k.ReturnCondition = x.Date, x.Condition
	case h.What == HandoverUsedUp && h.Undo:
		k.Received[h.At-1].UsedOn = Date{}
	case h.What == HandoverUsedUp:
		k.Received[h.At-1].UsedOn = x.Date
	case h.Undo:
		k.Received = slices.Delete(k.Received, h.At-1, h.At)
	case h.At > 0:
		k.Received[h.At-1] = x
	default:
		k.Received = append(k.Received, x)
	}
}
