package letter

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// shownItems is how many duties or goals a plain summary names, so that it stays on one page, and shownLetters how much of each.
const shownItems, shownLetters = 5, 180

// plain adds the values of the summary of an agreement in plain words, for those who have to know it and will not read it.
func plain(f *facts, v map[string]any) []modelText {
	a := f.d.Agreement
	f.called(v)
	v["parties"] = f.namesOf(a.Parties)
	v["main_no"] = f.optional("number_own", a.NumberOwn)
	v["signed"] = ""
	if !a.SignDate.IsZero() {
		v["signed"] = f.day("sign_date", a.SignDate)
	}
	v["start_date"], v["end_date"] = f.day("start_date", a.StartDate), f.day("end_date", a.LastDay())
	v["moved"] = !a.FirstEndDate.IsZero()
	v["auto_renew"], v["notice"] = a.AutoRenew, typeset.Literal(f.words.Say("text.calendar_days", a.TerminationNotice))

	v["goals"], v["goals_more"] = nil, 0
	if len(a.Goals) > 0 {
		v["goals"], v["goals_more"] = few(f.goals())
	}
	v["sides"] = sidesOf(f)
	v["people"] = peopleOf(f)
	v["changes"], v["changes_more"] = few(inForce(f))
	v["costs"] = typeset.Literal(f.words.Say("text.plain_costs." + orText(a.FinancingMode, "none")))
	if a.FinancingMode == "value" {
		v["costs"] = typeset.Literal(f.words.Say("text.plain_costs.value", f.words.Money(int64(a.ValueAmount))))
	}
	v["shares"] = a.DataSharing == "identified"

	return []modelText{f.own("", v)}
}

// called adds what the agreement is called.
func (f *facts) called(v map[string]any) {
	v["type"] = f.d.Agreement.Type
	v["agreement_type"] = f.choice("agreement_type", "type", f.d.Agreement.Type)
}

// nameOf is the name of a party.
func (f *facts) nameOf(p model.Party) string {
	if p.PartnerID == 0 {
		return f.required("clinic.name", f.d.Clinic.Name)
	}
	partner, at := f.partner(p)
	return f.required(at+"name", orText(partner.Name, p.PartnerName))
}

func (f *facts) namesOf(parties []model.Party) string {
	var names []string
	for _, p := range parties {
		names = append(names, f.nameOf(p))
	}
	return f.listed("text.parties_plain", names)
}

// sidesOf are what each party does under the agreement.
func sidesOf(f *facts) []map[string]any {
	var sides []map[string]any
	for _, p := range f.d.Agreement.Parties {
		if len(f.d.Agreement.ObligationsOf(p.Role)) == 0 {
			continue
		}
		duties, more := few(obligationsOf(f, p.Role))
		sides = append(sides, map[string]any{"name": f.nameOf(p), "duties": duties, "more": more})
	}
	return sides
}

// peopleOf are whom one asks; an agreement without contact persons has none.
func peopleOf(f *facts) []map[string]any {
	var people []map[string]any
	for i, c := range f.d.Agreement.PICs {
		field := fmt.Sprintf("pics[%d].", i)
		party := f.d.Agreement.Party(c.Party)
		if party == nil {
			continue
		}
		people = append(people, map[string]any{"party": f.nameOf(*party), "name": f.optional(field+"name", c.Name),
			"reach": join(f.optional(field+"phone", model.ShowPhone(c.Phone)), f.optional(field+"email", c.Email))})
	}
	return people
}

// inForce are the articles that addenda have changed.
func inForce(f *facts) []map[string]any {
	var list []map[string]any
	for _, w := range model.WordingInForce(f.d.Earlier, f.d.Date) {
		list = append(list, map[string]any{"text": f.optional("addenda", f.translation("addenda", w.Clause)) + ": " + inList(f.optional("addenda", f.translation("addenda", w.Text)))})
	}
	return items(list)
}

// few shortens a list, and each of its texts; more is how many were left out.
func few(list []map[string]any) (shown []map[string]any, more int) {
	for _, item := range list[:min(shownItems, len(list))] {
		text := []rune(item["text"].(string))
		if len(text) > shownLetters {
			item["text"] = string(text[:shownLetters]) + " …"
		}
		shown = append(shown, item)
	}
	return shown, len(list) - len(shown)
}
