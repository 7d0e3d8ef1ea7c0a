package letter

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// addendum adds the values of an addendum (brief section 2.10), and lists its model texts: what changes, that the rest stays, and since when.
func addendum(f *facts, v map[string]any) []modelText {
	a := f.d.Agreement
	r := addendumOf(f.d)
	f.entitled(v)
	v["type"] = a.Type
	v["ordinal"] = typeset.Literal(f.words.Ordinal(r.Ordinal))
	v["main_no"] = f.required("number_own", a.NumberOwn)
	v["main_no_partners"] = partnerNumbers(f)
	v["main_date"] = f.day("sign_date", a.SignDate)
	v["earlier"] = f.listed("text.parties", earlierAddenda(f))
	v["amended"] = len(f.d.Earlier) > 0

	v["extension"] = r.Extends()
	extensionOf(f, r, v)
	v["changes"] = changesOf(f, r)
	v["effective_date"] = f.day("effective_date", r.EffectiveDate)
	v["copies_n"] = count{n: len(a.Parties), field: "parties"}
	v["meterai"] = a.Terms.MeteraiMode != "none"

	texts := []modelText{{key: "ADD-title", values: v}, {key: "numbers", values: v}, {key: "ADD-opening", values: v}}
	articles := map[string]bool{"ADD-extension": r.Extends(), "ADD-changes": len(r.Changes) > 0, "ADD-rest": true, "ADD-effect": true}
	for _, key := range []string{"ADD-extension", "ADD-changes", "ADD-rest", "ADD-effect"} {
		if articles[key] {
			texts = append(texts, modelText{key: key, values: v, article: true})
		}
	}

	return texts
}

// addendumOf is the addendum of a paper; without one it is empty.
func addendumOf(d model.LetterData) model.Addendum {
	if d.Addendum == nil {
		return model.Addendum{}
	}
	return *d.Addendum
}

// extensionOf is how long the term goes on: from the day after the end that holds now to the new one.
func extensionOf(f *facts, r model.Addendum, v map[string]any) {
	term := f.d.Agreement
	term.StartDate, term.EndDate = endBefore(f.d, r).AddDays(1), r.NewEndDate
	n, unit := term.Duration()
	v["ext_n"] = count{n: n, field: "new_end_date"}
	v["ext_unit"] = unitOf(f, unit)
	v["ext_start_date"] = f.day("end_date", term.StartDate)
	v["ext_end_date"] = f.day("new_end_date", r.NewEndDate)
}

// endBefore is the end that an addendum moves: the one that holds, and once it was moved, the one of the addendum before, or the first. An
// old register that knows none of them tells when the addendum took effect.
func endBefore(d model.LetterData, r model.Addendum) model.Date {
	end := d.Agreement.EndDate
	if r.NewEndDate.After(end) {
		return end
	}

	end = model.FirstEnd(d.Agreement)
	for _, before := range d.Earlier {
		if before.Extends() {
			end = before.NewEndDate
		}
	}
	if !r.NewEndDate.After(end) {
		end = r.EffectiveDate.AddDays(-1)
	}
	return end
}

// changesOf are the articles with their new wording, paragraph by paragraph.
func changesOf(f *facts, r model.Addendum) []map[string]any {
	var list []map[string]any
	for i, ch := range r.Changes {
		field := fmt.Sprintf("changes[%d].", i)
		body := paragraphsOf(f, field+"new_text.", ch.Text)
		list = append(list, map[string]any{"clause": inList(f.passage(field+"clause_ref.", ch.Clause, f.spelled)), "body": body, "last": len(body) - 1})
	}
	return items(list)
}

// earlierAddenda name the addenda that count already.
func earlierAddenda(f *facts) []string {
	var names []string
	for _, r := range f.d.Earlier {
		names = append(names, typeset.Literal(f.words.Say("text.earlier_addendum", f.words.Ordinal(r.Ordinal), typeset.Clean(r.NumberOwn), f.words.Day(r.SignDate.Time()))))
	}
	return names
}

// unamended lists what makes an addendum untrue, beside gaps.
func unamended(d model.LetterData) model.Problems {
	return addendumOf(d).Incomplete()
}
