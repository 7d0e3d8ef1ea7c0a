package letter

import (
	"slices"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// expiry adds the values of the notice that an agreement will end, with the offer to renew it (brief section 2.11).
func expiry(f *facts, v map[string]any) []modelText {
	a := f.d.Agreement
	said := f.d.Said
	noticed(f, v)
	v["agreement_date"] = f.day("sign_date", a.SignDate)
	v["end_date"] = f.day("end_date", a.EndDate)
	v["days_left"] = daysLeft(f)

	n, unit := offered(a)
	v["renew_term_n"] = count{n: n, field: "renew_term_n"}
	v["renew_term_unit"] = unitOf(f, unit)
	v["renew_terms"] = n > 1
	v["change_list"] = inList(f.optional("renewal_changes", said.Changes))
	v["evaluation_summary"] = inList(f.optional("evaluation_summary", said.Evaluation))
	v["answer_deadline"] = f.day("answer_deadline", said.AnswerBy)
	v["draft"] = f.label("renewal_paper", "renewal_paper", said.RenewBy)
	v["auto_renew"] = a.AutoRenew

	pic := map[string]any{}
	contactOf(f, slices.IndexFunc(a.PICs, func(p model.PIC) bool { return p.Party == ownRole(f) }), pic)
	for name, value := range pic {
		v["pic1_"+name] = value
	}

	f.signs()
	return []modelText{f.own("", v)}
}

// noticed adds what every notice about a signed agreement begins with: the head of the letter, and which agreement it is about.
func noticed(f *facts, v map[string]any) {
	a := f.d.Agreement
	v["letter_no"] = f.required("number", f.d.Number)
	v["letter_place"] = f.required("clinic.city", f.d.Clinic.City)
	v["letter_date"] = f.day("date", f.d.Date)
	v["letter_nature"] = f.words.Label("nature", "biasa")
	v["subject_label"] = subjectLabel(f)
	addressee(f, v)

	v["type"] = a.Type
	v["agreement_type"] = f.choice("agreement_type", "type", a.Type)
	v["agreement_no_p1"] = f.required("number_own", a.NumberOwn)
	v["agreement_no_partners"] = partnerNumbers(f)
}

// expiryStyles are those of a letter, a little smaller: a number with so long a code stands on one line with place and date.
func expiryStyles() (usual, dense typeset.Style) {
	usual, dense = letterStyles()
	usual.Size, dense.Size = 11, 11
	return usual, dense
}

// partnerNumbers are the numbers that the partners gave to the agreement; one that has none yet is left out.
func partnerNumbers(f *facts) []string {
	var numbers []string
	for _, p := range f.d.Agreement.Partners() {
		if number := f.optional(f.partyField(p.Role)+"own_number", p.OwnNumber); number != "" {
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// daysLeft counts the days from the letter to the end of the agreement, with their noun.
func daysLeft(f *facts) string {
	a := f.d.Agreement
	switch {
	case f.d.Date.IsZero():
		return typeset.Gap("date")
	case a.EndDate.IsZero():
		return typeset.Gap("end_date")
	}
	return f.words.Say("text.calendar_days", max(a.DaysLeft(f.d.Date), 0))
}

// offered is the length of the renewal: as the agreement has it, else as long again as it was first made for.
func offered(a model.Agreement) (n int, unit string) {
	if a.RenewTermN > 0 {
		return a.RenewTermN, a.RenewTermUnit
	}
	a.EndDate = model.FirstEnd(a)
	return a.Duration()
}

// unending lists what makes a notice of the end untrue: an agreement that does not run out, an end that has come, and a day for the
// answer that is not between the letter and the end.
func unending(d model.LetterData) model.Problems {
	var found model.Problems
	add := func(field, code string, args ...string) {
		found = append(found, model.Problem{Field: field, Code: code, Args: args})
	}

	a := d.Agreement
	if !a.RunsOut() {
		add("status", "not_running_out")
	}
	if d.Date.IsZero() || a.EndDate.IsZero() {
		return found
	}

	answer := d.Said.AnswerBy
	switch {
	case !d.Date.Before(a.EndDate):
		add("end_date", "agreement_over", a.EndDate.String())
	case !answer.IsZero() && (!answer.After(d.Date) || answer.After(a.EndDate)):
		add("answer_deadline", "answer_outside", d.Date.String(), a.EndDate.String())
	}

	return found
}
