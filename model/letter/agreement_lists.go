package letter

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// rightsOf are optional: a party without any has only obligations.
func rightsOf(f *facts, role string) []map[string]any {
	var list []map[string]any
	for i, r := range f.d.Agreement.Rights {
		if r.Party != role {
			continue
		}
		text := f.passage(fmt.Sprintf("rights[%d].", i), r.Text, f.spelled)
		list = append(list, map[string]any{"text": inList(text)})
	}

	return items(list)
}

func obligationsOf(f *facts, role string) []map[string]any {
	var list []map[string]any
	for i, o := range f.d.Agreement.Obligations {
		if o.Party != role {
			continue
		}
		field := fmt.Sprintf("obligations[%d].", i)
		list = append(list, map[string]any{
			"text":     inList(f.passage(field, o.Text, f.spelled)),
			"due_text": f.optional(field+"due_text", o.DueText),
		})
	}

	return items(orGap(list, "obligations"))
}

// contactsOf lists the contact person of each party; a telephone number or an address is needed, not both.
func contactsOf(f *facts) []map[string]any {
	var list []map[string]any
	for _, p := range f.d.Agreement.Parties {
		i := slices.IndexFunc(f.d.Agreement.PICs, func(c model.PIC) bool { return c.Party == p.Role })
		c := map[string]any{"party": partyLabel(f.words, p.Role)}
		contactOf(f, i, c)
		list = append(list, c)
	}
	return items(list)
}

// contactOf adds a contact person of the agreement; a negative place is one that is missing.
func contactOf(f *facts, i int, v map[string]any) {
	if i < 0 {
		v["name"] = typeset.Gap("pics")
		v["position"] = ""
		v["phone"] = ""
		v["email"] = ""
		v["rhythm"] = ""
		return
	}

	c := f.d.Agreement.PICs[i]
	field := fmt.Sprintf("pics[%d].", i)
	v["name"] = f.required(field+"name", c.Name)
	v["position"] = f.optional(field+"position", c.Position)
	v["email"] = f.optional(field+"email", c.Email)
	v["phone"] = f.optional(field+"phone", model.ShowPhone(c.Phone))
	if v["email"] == "" && v["phone"] == "" {
		v["phone"] = typeset.Gap(field + "phone")
	}

	v["rhythm"] = ""
	if c.Channel != "" && c.Rhythm != "" {
		v["rhythm"] = f.words.Say("text.rhythm." + c.Rhythm)
		v["channel"] = f.words.Say("text.channel." + c.Channel)
	}
}

func definitionsOf(f *facts) []map[string]any {
	var list []map[string]any
	for i, x := range f.d.Agreement.Definitions {
		field := fmt.Sprintf("definitions[%d].", i)
		list = append(list, map[string]any{
			"term":    f.required(field+"term", x.Term),
			"meaning": inList(f.passage(field+"meaning.", x.Meaning, f.spelled)),
		})
	}

	return items(list)
}

func kpisOf(f *facts) []map[string]any {
	var list []map[string]any
	for i, k := range f.d.Agreement.KPIs {
		field := fmt.Sprintf("kpis[%d].", i)
		name := f.named(field+"name_en", k.Name, k.NameEN)
		list = append(list, map[string]any{
			"name":   inList(f.required(field+"name", name)),
			"target": inList(f.optional(field+"target", f.parameters(k.Target, count.String))),
		})
	}

	return items(list)
}

func annexesOf(f *facts) []map[string]any {
	var list []map[string]any
	for i, t := range f.d.Agreement.Annexes {
		field := fmt.Sprintf("annexes[%d].", i)
		annex := map[string]any{"title": inList(f.passage(field, t.Text, f.spelled)), "content": t.Content}
		if t.Content == "text" {
			annex["body"] = paragraphsOf(f, field+"body.", t.Body)
		}
		list = append(list, annex)
	}

	return items(list)
}

// paragraphsOf are the lines of a longer text.
func paragraphsOf(f *facts, field string, t model.Text) []string {
	s := f.translation(field, t)
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = f.optional(field+"text_id", line); line != "" {
			lines = append(lines, line)
		}
	}

	if len(lines) == 0 {
		return []string{typeset.Gap(field + "text_id")}
	}
	return lines
}
