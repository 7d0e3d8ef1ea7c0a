package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// translation is a text of a record in the language of the paper; without a translation it is the Indonesian one and a warning.
func (f *facts) translation(field string, t model.Text) string {
	return f.titled(field+"text_en", t.ID, t.EN)
}

// titled is translation for a text whose two languages are two fields; field is that of the English one.
func (f *facts) titled(field, indonesian, english string) string {
	s, ok := model.Text{ID: indonesian, EN: english}.In(f.words.Language())
	if !ok && typeset.Clean(indonesian) != "" {
		f.untranslated(field)
	}
	return s
}

// named is titled for a name that must be there: its translation is asked for even when there is nothing to translate.
func (f *facts) named(field, indonesian, english string) string {
	s, ok := model.Text{ID: indonesian, EN: typeset.Clean(english)}.In(f.words.Language())
	if !ok {
		f.untranslated(field)
	}
	return s
}

// translated is a text of a record, ready to print.
func (f *facts) translated(field string, t model.Text) string {
	return f.required(field+"text_id", f.translation(field, t))
}

// passage is a text of an agreement, ready to print, with the numbers of its terms in their places.
func (f *facts) passage(field string, t model.Text, numbers func(count) string) string {
	return f.required(field+"text_id", f.parameters(f.translation(field, t), numbers))
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
func (f *facts) spelled(c count) string { return c.spelled(f.words) }

func (f *facts) untranslated(field string) { f.warn(field, "untranslated") }

func (f *facts) warn(field, code string, args ...string) {
	if !f.made.warnings.Has(field, code) {
		f.made.warnings = append(f.made.warnings, model.Problem{Field: field, Code: code, Args: args, Warning: true})
	}
}

// joinParties lists the labels of parties.
func (f *facts) joinParties(labels []string) string { return f.listed("text.parties", labels) }

// listed joins names as a sentence of the language does: "A, B, dan C". The words stand at key.two, key.more and key.last.
func (f *facts) listed(key string, names []string) string {
	if len(names) == 0 {
		return typeset.Gap("parties")
	}

	said := names[0]
	for i, name := range names[1:] {
		between := ".more"
		switch last := i == len(names)-2; {
		case last && i == 0:
			between = ".two"
		case last:
			between = ".last"
		}
		said = f.words.Say(key+between, said, name)
	}

	return said
}

// decimalInWords spells 2.5 as "dua koma lima".
func (f *facts) decimalInWords(n float64) string {
	whole, rest, _ := strings.Cut(fmt.Sprintf("%.1f", n), ".")
	words := f.words.Number(int64(n))
	if rest == "0" || whole == "" {
		return words
	}
	return f.words.Say("text.decimal", words, f.words.Number(int64(rest[0]-'0')))
}

// hours is a span of the day as the language writes it: 08.00–12.00.
func (f *facts) hours(from, to string) string {
	s := typeset.Clean(from) + "–" + typeset.Clean(to)
	return typeset.Literal(strings.ReplaceAll(s, ":", f.words.Say("text.clock_mark")))
}
