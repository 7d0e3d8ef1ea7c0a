package model

import (
	"fmt"
	"slices"
	"strings"
)

// What contributions ask for on the home screen.
const (
	AttentionContribution = "contribution_due" // promised, and not wholly received within a week of its day
	AttentionLoan         = "loan_return_due"  // lent, and to go back within LoanWindow days
	AttentionGoods        = "goods_expiring"   // received, and expiring within ExpiryWindow days
)

// LoanWindow is how many days before its day the return of a loan is announced.
const LoanWindow = 30

// Contribution is what a party brings in (brief section 4.4): promised in the agreement, and received part by part.
type Contribution struct {
	// No tells the contributions of an agreement apart, whatever their order; Check gives it.
	No    int    `json:"no,omitempty"`
	Party string `json:"party"`
	Kind  string `json:"kind"`
	// Description is the item, the people, the place or whatever it is.
	Description   string `json:"description"`
	DescriptionEN string `json:"description_en,omitempty"` // for bilingual papers
	Amount        Money  `json:"amount,omitempty"`         // the sum, and of all else its value
	Quantity      int    `json:"quantity,omitempty"`
	Unit          string `json:"unit,omitempty"`
	Period        string `json:"period,omitempty"` // how long people come or a place is open, in words
	PeriodEN      string `json:"period_en,omitempty"`
	Capacity      int    `json:"capacity,omitempty"` // of a place, in people
	DueDate       Date   `json:"due_date,omitzero"`
	// Loan says that it goes back, by ReturnBy.
	Loan            bool      `json:"loan,omitempty"`
	ReturnBy        Date      `json:"return_by,omitzero"`
	ReturnedOn      Date      `json:"returned_on,omitzero"`
	ReturnCondition string    `json:"return_condition,omitempty"`
	Received        []Receipt `json:"received,omitempty"`
}

// Receipt is one delivery of a contribution.
type Receipt struct {
	Date      Date   `json:"date"`
	Amount    Money  `json:"amount,omitempty"`
	Quantity  int    `json:"quantity,omitempty"`
	Condition string `json:"condition,omitempty"`
	Expiry    Date   `json:"expiry,omitzero"`  // of this batch
	UsedOn    Date   `json:"used_on,omitzero"` // since when nothing of the batch is left
	Note      string `json:"note,omitempty"`
	// Evidence names a file of the agreement.
	Evidence string `json:"evidence,omitempty"`
}

// Pieces reports whether contributions of a kind are counted in pieces.
func Pieces(kind string) bool {
	return slices.Contains([]string{"device", "goods", "consumables", "medicine"}, kind)
}

// Counted reports whether contributions of a kind have a number.
func Counted(kind string) bool { return kind == "staff" || Pieces(kind) }

// Timed reports whether a kind tells how long.
func Timed(kind string) bool { return kind == "staff" || kind == "facility" }

// Lendable reports whether a kind can be a loan.
func Lendable(kind string) bool { return kind == "device" || kind == "goods" }

// Perishable reports whether a kind comes in batches with an expiry date.
func Perishable(kind string) bool { return kind == "consumables" || kind == "medicine" }

// Came is what was received of it so far.
func (k Contribution) Came() (amount Money, quantity int) {
	for _, x := range k.Received {
		amount += x.Amount
		quantity += x.Quantity
	}
	return amount, quantity
}

// Open is what is still to come of a sum or a number; both are zero of what has neither.
func (k Contribution) Open() (amount Money, quantity int) {
	gotAmount, gotQuantity := k.Came()
	if k.Kind == "money" {
		return max(0, k.Amount-gotAmount), 0
	}
	return 0, max(0, k.Quantity-gotQuantity)
}

// Whole reports whether everything that was promised came. What has neither sum nor number is there once something came.
func (k Contribution) Whole() bool {
	amount, quantity := k.Open()
	measured := k.Kind == "money" && k.Amount > 0 || k.Kind != "money" && k.Quantity > 0
	return amount == 0 && quantity == 0 && (measured || len(k.Received) > 0)
}

// Lent reports whether it is a loan that came and did not go back.
func (k Contribution) Lent() bool { return k.Loan && len(k.Received) > 0 && k.ReturnedOn.IsZero() }

// Left reports whether something of a batch with an expiry date may be left.
func (x Receipt) Left() bool { return !x.Expiry.IsZero() && x.UsedOn.IsZero() }

// ContributionDue reports whether a contribution of an agreement in force is late, or due within a week.
func ContributionDue(r Agreement, k Contribution, day Date) bool {
	return r.InForce(day) && !k.Whole() && !k.DueDate.IsZero() && !k.DueDate.After(day.AddDays(DueSoon))
}

// LoanDue reports whether a loan should be back, or soon, whatever became of its agreement.
func LoanDue(r Agreement, k Contribution, day Date) bool {
	return r.Binds() && k.Lent() && !k.ReturnBy.IsZero() && !k.ReturnBy.After(day.AddDays(LoanWindow))
}

// GoodsExpiring reports whether a batch expires soon or has expired.
func GoodsExpiring(r Agreement, x Receipt, day Date) bool {
	return r.Binds() && x.Left() && !x.Expiry.After(day.AddDays(ExpiryWindow))
}

// check gives the contributions their numbers, and refuses what does not fit. What a kind does not have was typed before it was chosen.
func checkContributions(r *Agreement, c *checker) {
	last := 0
	for _, k := range r.Contributions {
		last = max(last, k.No)
	}

	for i := range r.Contributions {
		k := &r.Contributions[i]
		field := fmt.Sprintf("contributions[%d].", i)
		if k.No == 0 {
			last++
			k.No = last
		}

		k.tidy()
		c.oneOf(field+"kind", k.Kind, ContributionKinds())
		c.between(field+"quantity", k.Quantity, 0, 1_000_000)
		c.between(field+"capacity", k.Capacity, 0, 1_000_000)
		if k.Amount < 0 {
			c.add(field+"amount", CodeAtLeast, "0")
		}
		if k.Loan && k.ReturnBy.IsZero() {
			c.add(field+"return_by", CodeRequired)
		}
		if k.Loan && !k.ReturnBy.IsZero() && k.ReturnBy.Before(k.DueDate) {
			c.add(field+"return_by", CodeDateOrder)
		}
	}
}

func (k *Contribution) tidy() {
	k.Description, k.Unit, k.Period = strings.TrimSpace(k.Description), strings.TrimSpace(k.Unit), strings.TrimSpace(k.Period)
	if !Counted(k.Kind) {
		k.Quantity = 0
	}
	if !Pieces(k.Kind) {
		k.Unit = ""
	}
	if !Timed(k.Kind) {
		k.Period, k.PeriodEN = "", ""
	}
	if k.Kind != "facility" {
		k.Capacity = 0
	}
	if !Lendable(k.Kind) {
		k.Loan = false
	}
	if !k.Loan {
		k.ReturnBy = Date{}
	}
}

// again is the contribution as the agreement that follows promises it: nothing came yet, and its days are as long after the new start.
func (k Contribution) again(oldStart, start Date) Contribution {
	k.Received, k.ReturnedOn, k.ReturnCondition = nil, Date{}, ""
	for _, day := range []*Date{&k.DueDate, &k.ReturnBy} {
		if !day.IsZero() {
			*day = start.AddDays(oldStart.DaysUntil(*day))
		}
	}
	return k
}

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
