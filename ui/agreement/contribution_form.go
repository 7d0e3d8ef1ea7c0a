package agreement

import (
	"jejaring/model"
	"jejaring/ui/form"
)

// contributions are the inputs of what the parties promise to bring in. Which of them a contribution has depends on its kind.
func contributions(bilingual bool) form.Line[agreement] {
	type K = model.Contribution
	of := func(has func(kind string) bool) func(*K) bool { return func(x *K) bool { return has(x.Kind) } }
	english := func(has func(kind string) bool) func(*K) bool {
		return func(x *K) bool { return bilingual && has(x.Kind) }
	}
	any := func(string) bool { return true }
	place := func(kind string) bool { return kind == "facility" }

	return form.NewRows("contributions", "contribution.add", func(r *agreement) *[]K { return &r.Contributions },
		func() K { return K{Party: "p2"} }, func() []*form.Field[K] {
			return []*form.Field[K]{
				form.Choice("party", "party", model.PartyRoles, func(x *K) *string { return &x.Party }).Must().Label("list.party"),
				form.Choice("kind", "contribution_kind", model.ContributionKinds, func(x *K) *string { return &x.Kind }).Must(),
				form.Text("description", func(x *K) *string { return &x.Description }).Hint("hint.contribution"),
				form.Text("description_en", func(x *K) *string { return &x.DescriptionEN }).When(english(any)),
				form.Number("quantity", func(x *K) *int { return &x.Quantity }).When(of(model.Counted)),
				form.Text("unit", func(x *K) *string { return &x.Unit }).Short().When(of(model.Pieces)),
				form.Number("capacity", func(x *K) *int { return &x.Capacity }).When(of(place)),
				form.Text("period", func(x *K) *string { return &x.Period }).Hint("hint.contribution_period").When(of(model.Timed)),
				form.Text("period_en", func(x *K) *string { return &x.PeriodEN }).When(english(model.Timed)),
				form.Money("amount", func(x *K) *model.Money { return &x.Amount }),
				form.Day("due_date", func(x *K) *model.Date { return &x.DueDate }),
				form.Check("loan", func(x *K) *bool { return &x.Loan }).When(of(model.Lendable)),
				form.Day("return_by", func(x *K) *model.Date { return &x.ReturnBy }).When(func(x *K) bool { return x.Loan && model.Lendable(x.Kind) }),
			}
		})
}
