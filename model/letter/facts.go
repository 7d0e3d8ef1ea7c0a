package letter

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
	"jejaring/translations"
)

// facts turns the data of a document into the values that the model texts print, in one language. What it learns about the
// whole paper it leaves in the composition.
type facts struct {
	d     model.LetterData
	given []model.Party // the parties in the caller's order; those of d are sorted by role
	words translations.Words
	made  *composition
}

// optional returns a value ready to print, or "".
func (f *facts) optional(field, value string) string {
	value = typeset.Clean(value)
	if value != "" {
		f.made.origins = append(f.made.origins, origin{field, value})
	}
	return typeset.Literal(value)
}

// required returns a value ready to print, or the gap that blocks the final.
func (f *facts) required(field, value string) string {
	if s := f.optional(field, value); s != "" {
		return s
	}
	return typeset.Gap(field)
}

// shown is an optional value, or a dash.
func (f *facts) shown(field, value string) string {
	if s := f.optional(field, value); s != "" {
		return s
	}
	return "–"
}

func (f *facts) day(field string, d model.Date) string {
	if d.IsZero() {
		return typeset.Gap(field)
	}
	return typeset.Literal(f.words.Day(d.Time()))
}

// label is the word for a code as it stands inside a sentence.
func (f *facts) label(group, field, code string) string {
	if code == "" {
		return typeset.Gap(field)
	}
	return typeset.Literal(inSentence(f.words.Label(group, code)))
}

// choice is the word for a code as it stands at the beginning of a line.
func (f *facts) choice(group, field, code string) string {
	if code == "" {
		return typeset.Gap(field)
	}
	return typeset.Literal(f.words.Label(group, code))
}

func (f *facts) optionalChoice(group, code string) string {
	if code == "" {
		return ""
	}
	return typeset.Literal(f.words.Label(group, code))
}

// common are the values that every document may use.
func (f *facts) common() map[string]any {
	c := f.d.Clinic
	a := f.d.Agreement
	return map[string]any{
		"clinic_name":             f.required("clinic.name", c.Name),
		"clinic_address":          f.required("clinic.address", c.Address),
		"clinic_city":             f.required("clinic.city", c.City),
		"clinic_phone":            f.optional("clinic.phone", c.Phone),
		"clinic_email":            f.optional("clinic.email", c.Email),
		"agreement_title":         f.title(),
		"agreement_place":         f.place(),
		"cooperation_field_label": f.label("cooperation_field", "cooperation_field", a.CooperationField),
		"scope_items":             f.passages("scope_items", a.ScopeItems),
		"goals":                   f.goals(),
	}
}

// title is the subject of the agreement.
func (f *facts) title() string {
	a := f.d.Agreement
	return f.required("title", f.titled("title_en", a.Title, a.TitleEN))
}

func (f *facts) place() string {
	if place := addendumOf(f.d).SignPlace; place != "" {
		return f.optional("sign_place", place)
	}
	if f.d.Agreement.SignPlace != "" {
		return f.optional("sign_place", f.d.Agreement.SignPlace)
	}
	return f.required("clinic.city", f.d.Clinic.City)
}

// partyField is the place of a party in the data as the caller gave them.
func (f *facts) partyField(role string) string {
	at := slices.IndexFunc(f.given, func(p model.Party) bool { return p.Role == role })
	return fmt.Sprintf("parties[%d].", max(at, 0))
}

// orText is the first text that says something.
func orText(first, second string) string {
	if typeset.Clean(first) != "" {
		return first
	}
	return second
}

// join lists what is there with commas.
func join(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), ", ")
}
