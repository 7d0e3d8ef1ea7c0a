package model_test

import (
	"errors"
	"testing"
	"time"

	"jejaring/model"
)

// supported is an agreement of 2027 under which the partner brings medicine, a device on loan, money and a place.
func supported(t *testing.T) model.Agreement {
	a := ready(t, model.StatusActive)
	a.StartDate, a.EndDate, a.SignDate = dateOf(2027, time.January, 1), dateOf(2027, time.December, 31), dateOf(2026, time.December, 28)
	a.Contributions = []model.Contribution{
		{Party: "p2", Kind: "medicine", Description: "parasetamol", Quantity: 200, Unit: "strip", DueDate: dateOf(2027, time.January, 31)},
		{Party: "p2", Kind: "device", Description: "elektrokardiograf", Quantity: 1, Loan: true, ReturnBy: dateOf(2027, time.June, 30)},
		{Party: "p2", Kind: "money", Amount: 500},
		{Party: "p2", Kind: "facility", Description: "balai warga", Capacity: 60},
	}
	has(t, a.Check())
	return a
}

func receive(t *testing.T, a *model.Agreement, no int, x model.Receipt) {
	t.Helper()
	if err := (model.Handover{What: model.HandoverReceived, Contribution: no, Receipt: x, Today: dateOf(2027, time.December, 1)}).Note(a); err != nil {
		t.Fatal(err)
	}
}

func TestContribution_WhatIsOpenIsWhatWasPromisedWithoutWhatCame(t *testing.T) {
	a := supported(t)
	day := dateOf(2027, time.January, 10)
	receive(t, &a, 1, model.Receipt{Date: day, Quantity: 150})
	receive(t, &a, 3, model.Receipt{Date: day, Amount: 300})
	if _, open := a.Contributions[0].Open(); open != 50 || a.Contributions[0].Whole() {
		t.Errorf("%d strips are to come", open)
	}
	if open, _ := a.Contributions[2].Open(); open != 200 || a.Contributions[2].Whole() {
		t.Errorf("%d is to come", open)
	}

	receive(t, &a, 1, model.Receipt{Date: day, Quantity: 60}) // more than was promised
	receive(t, &a, 3, model.Receipt{Date: day, Amount: 200})
	receive(t, &a, 4, model.Receipt{Date: day})
	for _, i := range []int{0, 2, 3} {
		if amount, quantity := a.Contributions[i].Open(); amount != 0 || quantity != 0 || !a.Contributions[i].Whole() {
			t.Errorf("of %s %d and %d are to come", a.Contributions[i].Kind, amount, quantity)
		}
	}
}

func TestContribution_IsAskedForAWeekBeforeItsDayUntilItCame(t *testing.T) {
	a := supported(t)
	k := &a.Contributions[0]
	for day, want := range map[int]bool{23: false, 24: true, 31: true} {
		if model.ContributionDue(a, *k, dateOf(2027, time.January, day)) != want {
			t.Errorf("on %d January: not %v", day, want)
		}
	}
	if model.ContributionDue(a, *k, dateOf(2028, time.February, 1)) {
		t.Error("it is asked for after the agreement")
	}
	receive(t, &a, 1, model.Receipt{Date: dateOf(2027, time.January, 24), Quantity: 200})
	if model.ContributionDue(a, a.Contributions[0], dateOf(2027, time.January, 31)) {
		t.Error("it is asked for though it came")
	}
}

// TestContribution_ALoanIsAskedForUntilItIsBack also when its agreement has ended.
func TestContribution_ALoanIsAskedForUntilItIsBack(t *testing.T) {
	a := supported(t)
	due := func(day model.Date) bool { return model.LoanDue(a, a.Contributions[1], day) }
	if due(dateOf(2027, time.July, 5)) {
		t.Error("what never came is to go back")
	}
	receive(t, &a, 2, model.Receipt{Date: dateOf(2027, time.January, 10), Quantity: 1, Condition: "baik"})
	if due(dateOf(2027, time.May, 30)) || !due(dateOf(2027, time.May, 31)) || !due(dateOf(2027, time.July, 5)) {
		t.Error("it is not announced 30 days before")
	}
	a.Status = model.StatusExpired
	if !due(dateOf(2028, time.July, 5)) {
		t.Error("the end of the agreement gave it away")
	}

	back := model.Handover{What: model.HandoverReturned, Contribution: 2, Receipt: model.Receipt{Date: dateOf(2027, time.July, 5)}, Today: dateOf(2027, time.July, 5)}
	has(t, model.AsProblems(back.Note(&a)), "condition: required")
	back.Receipt.Condition = "layar retak"
	if err := back.Note(&a); err != nil || due(dateOf(2028, time.July, 5)) || a.Contributions[1].ReturnCondition != "layar retak" {
		t.Errorf("%v, %+v", err, a.Contributions[1])
	}
	back.Undo = true
	if err := back.Note(&a); err != nil || !due(dateOf(2028, time.July, 5)) {
		t.Errorf("%v, %+v", err, a.Contributions[1])
	}
}

func TestContribution_ABatchIsAskedAboutUntilNothingIsLeft(t *testing.T) {
	a := supported(t)
	receive(t, &a, 1, model.Receipt{Date: dateOf(2027, time.January, 10), Quantity: 200, Expiry: dateOf(2027, time.June, 1)})
	asks := func(day model.Date) bool { return model.GoodsExpiring(a, a.Contributions[0].Received[0], day) }
	if asks(dateOf(2027, time.March, 2)) || !asks(dateOf(2027, time.March, 3)) || !asks(dateOf(2027, time.July, 1)) {
		t.Error("it is not announced 90 days before")
	}
	used := model.Handover{What: model.HandoverUsedUp, Contribution: 1, At: 1, Receipt: model.Receipt{Date: dateOf(2027, time.March, 4)}, Today: dateOf(2027, time.March, 4)}
	if err := used.Note(&a); err != nil || asks(dateOf(2027, time.July, 1)) {
		t.Error(err)
	}
}

func TestContribution_WhatCannotBeNotedIsRefused(t *testing.T) {
	today := dateOf(2027, time.January, 10)
	for name, c := range map[string]struct {
		by   model.Handover
		want string
	}{
		"without a day":    {model.Handover{What: model.HandoverReceived, Contribution: 4}, "date: required"},
		"tomorrow":         {model.Handover{What: model.HandoverReceived, Contribution: 4, Receipt: model.Receipt{Date: today.AddDays(1)}}, "date: future_date"},
		"nothing of pills": {model.Handover{What: model.HandoverReceived, Contribution: 1, Receipt: model.Receipt{Date: today}}, "quantity: required"},
		"no money":         {model.Handover{What: model.HandoverReceived, Contribution: 3, Receipt: model.Receipt{Date: today}}, "amount: required"},
		"no loan":          {model.Handover{What: model.HandoverReturned, Contribution: 1, Receipt: model.Receipt{Date: today, Condition: "baik"}}, "loan: required"},
	} {
		a := supported(t)
		c.by.Today = today
		t.Run(name, func(t *testing.T) { has(t, model.AsProblems(c.by.Note(&a)), c.want) })
	}

	a := supported(t)
	if err := (model.Handover{What: model.HandoverReceived, Contribution: 9, Receipt: model.Receipt{Date: today}, Today: today}).Note(&a); !errors.Is(err, model.ErrNotFound) {
		t.Error(err)
	}
	a.Status = model.StatusDraft
	if err := (model.Handover{What: model.HandoverReceived, Contribution: 4, Receipt: model.Receipt{Date: today}, Today: today}).Note(&a); !errors.Is(err, model.ErrTransition) {
		t.Error(err)
	}
}

// TestContribution_HasWhatItsKindHas: what was typed for another kind goes, and a loan has a day to go back.
func TestContribution_HasWhatItsKindHas(t *testing.T) {
	a := referral(t)
	a.Contributions = []model.Contribution{{Party: "p1", Kind: "money", Amount: 5, Quantity: 3, Unit: "strip", Capacity: 4, Period: "a", Loan: true},
		{Party: "p1", Kind: "goods", Loan: true}, {Party: "p1", Kind: "goods", Loan: true, DueDate: a.EndDate, ReturnBy: a.StartDate}}
	has(t, a.Check(), "contributions[1].return_by: required", "contributions[2].return_by: date_order")
	if k := a.Contributions[0]; k.Quantity != 0 || k.Unit != "" || k.Capacity != 0 || k.Period != "" || k.Loan || k.Amount != 5 || k.No != 1 {
		t.Errorf("%+v", k)
	}
}

func TestContribution_OfTheAgreementThatFollowsIsYetToCome(t *testing.T) {
	a := supported(t)
	receive(t, &a, 1, model.Receipt{Date: dateOf(2027, time.January, 10), Quantity: 200})
	next, err := a.Renewal(dateOf(2027, time.December, 1))
	if err != nil {
		t.Fatal(err)
	}
	if k := next.Contributions[0]; len(k.Received) != 0 || k.DueDate != dateOf(2028, time.January, 31) || k.Quantity != 200 || len(a.Contributions[0].Received) != 1 {
		t.Errorf("%+v", k)
	}
}

// TestContribution_ReceiptsAreNotedThoughThePaperStands, and what was promised stands.
func TestContribution_ReceiptsAreNotedThoughThePaperStands(t *testing.T) {
	a := supported(t)
	b := a
	receive(t, &b, 1, model.Receipt{Date: dateOf(2027, time.January, 10), Quantity: 200})
	has(t, a.Changed(b))
	b.Contributions[0].Quantity = 100
	has(t, a.Changed(b), "contributions[0].quantity: frozen")
}
