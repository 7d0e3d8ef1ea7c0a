package letter

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// items numbers a list: letter (a, b, c), i (1, 2, 3) and end, the mark behind the item.
func items(list []map[string]any) []map[string]any {
	for i, item := range list {
		item["i"] = fmt.Sprint(i + 1)
		item["letter"] = letterOf(i)
		item["end"] = ";"
		if i == len(list)-1 {
			item["end"] = "."
		}
	}
	return list
}

// letterOf counts a … z, aa, ab …
func letterOf(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letterOf(i/26-1) + string(rune('a'+i%26))
}

func (f *facts) passages(field string, list []model.Text) []map[string]any {
	var found []map[string]any
	for i, t := range list {
		text := f.passage(fmt.Sprintf("%s[%d].", field, i), t, f.spelled)
		found = append(found, map[string]any{"text": inList(text)})
	}
	return items(orGap(found, field))
}

func (f *facts) goals() []map[string]any {
	var found []map[string]any
	for i, g := range f.d.Agreement.Goals {
		if !g.Shared() {
			continue // what one party is after is no goal of their agreement
		}
		field := fmt.Sprintf("goals[%d].", i)
		found = append(found, map[string]any{
			"text":      inList(f.passage(field, g.Text, f.spelled)),
			"indicator": inList(f.optional(field+"indicator", g.Indicator)),
		})
	}

	return items(orGap(found, "goals"))
}

// orGap makes a list that must not be empty show one gap.
func orGap(list []map[string]any, field string) []map[string]any {
	if len(list) > 0 {
		return list
	}
	return []map[string]any{{"text": typeset.Gap(field), "indicator": "", "due_text": ""}}
}
