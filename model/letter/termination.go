package letter

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
)

// termination adds the values of the notice that ends an agreement before its term (brief section 2.12).
func termination(f *facts, v map[string]any) []modelText {
	said := f.d.Said
	noticed(f, v)
	v["clause_ref"] = inList(f.optional("clause_ref", said.Clause))

	v["effective_date"] = f.day("terminates_on", said.TerminatesOn)
	v["reason"] = inList(f.required("termination_reason", said.Reason))
	v["outstanding"] = inList(f.optional("outstanding", said.Outstanding))
	if v["outstanding"] == "" {
		v["outstanding"] = outstanding(f)
	}
	v["continuity"] = inList(f.optional("continuity", said.Continuity))
	v["closeout_date"] = ""
	if !said.CloseoutOn.IsZero() {
		v["closeout_date"] = f.day("closeout_date", said.CloseoutOn)
	}
	v["closeout_place"] = inList(f.optional("closeout_place", said.CloseoutPlace))

	f.signs()
	return []modelText{f.own("", v)}
}

// outstanding are the obligations of both sides that are still owed until the agreement ends, as one list.
func outstanding(f *facts) string {
	a := f.d.Agreement
	var open []string
	for i, o := range a.Obligations {
		owed := slices.ContainsFunc(o.Occurrences, func(x model.Occurrence) bool {
			return a.Owed(o, x, f.d.Date) && !x.Due.IsZero() && x.Due.Before(f.d.Said.TerminatesOn)
		})
		if !owed {
			continue
		}
		if text := inList(f.passage(fmt.Sprintf("obligations[%d].", i), o.Text, f.spelled)); !slices.Contains(open, text) {
			open = append(open, text)
		}
	}
	return strings.Join(open, "; ")
}

// unterminated lists what makes a notice of termination untrue: an agreement that does not bind, a day that the notice may not name, and
// another notice than the one that was given.
func unterminated(d model.LetterData) model.Problems {
	a := d.Agreement
	said := d.Said
	var found model.Problems
	add := func(field, code string, args ...string) {
		found = append(found, model.Problem{Field: field, Code: code, Args: args})
	}
	if said.Cause == "" {
		add("termination_cause", model.CodeRequired) // it stands in the register alone
	}

	if close := said.CloseoutOn; !close.IsZero() && (close.Before(d.Date) || close.After(said.TerminatesOn)) {
		add("closeout_date", "closeout_outside", d.Date.String(), said.TerminatesOn.String())
	}

	switch {
	case a.Status != model.StatusActive && a.Status != model.StatusSuspended:
		add("status", "not_binding")
	case a.Terminating():
		if a.TerminatesOn != said.TerminatesOn || a.TerminationCause != said.Cause {
			add("terminates_on", "other_notice", a.TerminatesOn.String())
		}
	default:
		issue := model.Issue{Date: d.Date, Today: d.Date, Said: said}
		for _, p := range model.AgreementFlow().Refused(a, model.StepNotify, issue.Notice()) {
			if p.Code != model.CodeRequired { // a gap in the letter says so
				found = append(found, p)
			}
		}
	}

	return found
}
