package letter

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
	"jejaring/translations"
)

// facts turns the data of a document into the values that the model texts print, in one language.
type facts struct {
	d     model.LetterData
	given []model.Party // the parties in the caller's order; those of d are sorted by role
	words translations.Words
	made  *composition
}

func (f *facts) language() string { return f.words.Language() }

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

// passage returns a text in the language of the document; without a translation it is the Indonesian one and a warning.
func (f *facts) passage(field string, t model.Text, numbers func(count) string) string {
	s, ok := t.In(f.language())
	if !ok && typeset.Clean(t.ID) != "" {
		f.untranslated(field + "text_en")
	}
	return f.required(field+"text_id", f.parameters(s, numbers))
}

func (f *facts) untranslated(field string) { f.warn(field, "untranslated") }

func (f *facts) warn(field, code string, args ...string) {
	p := model.Problem{Field: field, Code: code, Args: args, Warning: true}
	if !f.made.warnings.Has(field, code) {
		f.made.warnings = append(f.made.warnings, p)
	}
}

// parameters fills {{response_minutes}} and {{reply_days}} in a text that a person may have changed. Nothing else in
// such a text is a place.
func (f *facts) parameters(s string, numbers func(count) string) string {
	for _, p := range f.d.Agreement.Terms.Places() {
		if strings.Contains(s, p.Mark()) {
			s = strings.ReplaceAll(s, p.Mark(), numbers(count{n: p.N, field: "terms." + p.Name}))
		}
	}
	return s
}

// spelled writes a number as agreements do: 30 (tiga puluh), thirty (30).
func (f *facts) spelled(c count) string { return functions(f.words)["num"].(func(count) string)(c) }

func (f *facts) day(field string, d model.Date) string {
	if d.IsZero() {
		return typeset.Gap(field)
	}
	return typeset.Literal(f.words.Day(d.Time()))
}

func (f *facts) label(group, field, code string) string {
	if code == "" {
		return typeset.Gap(field)
	}
	return typeset.Literal(inSentence(f.words.Label(group, code)))
}

// shown is an optional value, or a dash.
func (f *facts) shown(field, value string) string {
	if s := f.optional(field, value); s != "" {
		return s
	}
	return "–"
}

// translated is a text of a record in the language of the paper; without a translation it is the Indonesian one.
func (f *facts) translated(field string, t model.Text) string {
	s, ok := t.In(f.language())
	if !ok && typeset.Clean(t.ID) != "" {
		f.untranslated(field + "text_en")
	}
	return f.required(field+"text_id", s)
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
	c, a := f.d.Clinic, f.d.Agreement
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

// title is the subject in the language of the paper; without a translation it is the Indonesian one.
func (f *facts) title() string {
	a := f.d.Agreement
	title, ok := model.Text{ID: a.Title, EN: a.TitleEN}.In(f.language())
	if !ok && typeset.Clean(a.Title) != "" {
		f.untranslated("title_en")
	}
	return f.required("title", title)
}

func (f *facts) place() string {
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

func join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

func isEnglishOnly(err error) bool { return errors.Is(err, model.ErrEnglishOnly) }
