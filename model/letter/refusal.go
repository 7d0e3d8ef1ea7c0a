package letter

import (
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// refusal says why the document cannot be printed as it is, or nil.
func (t *composition) refusal(d model.LetterData) error {
	if d.Draft {
		return nil
	}
	return t.missing(d).Errors()
}

// missing lists the gaps and, for an agreement, what it must contain before it may leave the draft.
func (t *composition) missing(d model.LetterData) model.Problems {
	var found model.Problems
	add := func(p model.Problem) {
		if !slices.ContainsFunc(found, func(q model.Problem) bool {
			return p.Field == q.Field && p.Code == q.Code && slices.Equal(p.Args, q.Args)
		}) {
			found = append(found, p)
		}
	}
	for _, field := range t.gaps {
		add(model.Problem{Field: field, Code: model.CodeRequired})
	}
	if len(d.Clinic.Logo) > 0 && t.logo == nil {
		add(model.Problem{Field: "clinic.logo", Code: model.CodeFormat})
	}
	for _, p := range refused(d) {
		if !slices.ContainsFunc(found, func(q model.Problem) bool { return p.Field == q.Field }) {
			add(p)
		}
	}
	if d.Type == "PKS" {
		for _, p := range d.Agreement.Incomplete() {
			add(p)
		}
		if n := len(d.Agreement.Parties); n < 2 || n > 4 {
			add(model.Problem{Field: "parties", Code: model.CodeRange, Args: []string{"2", "4"}})
		}
	}
	return found
}

// refused says why the participant may have no certificate, and which referral is not ours to write.
func refused(d model.LetterData) model.Problems {
	var found model.Problems
	if d.Type == "SRT" && d.Training != nil && d.Certified != nil {
		if ok, reason := d.Training.Earned(*d.Certified); !ok {
			found = append(found, model.Problem{Field: "participants", Code: reason})
		}
		if !d.Training.Chaired() {
			found = append(found, model.Problem{Field: "participants", Code: "no_chair", Warning: true})
		}
	}
	if r := d.Referral; r != nil && (d.Type == "RJK" && r.Direction == "in" || d.Type == "SRB" && r.Direction == "out") {
		found = append(found, model.Problem{Field: "direction", Code: model.CodeUnknownValue})
	}
	if d.Type == "RJK" && d.Referral != nil && d.Patient != nil {
		found = append(found, d.Referral.Unissued(*d.Patient)...)
	}
	return found
}

// unprintable returns a problem for each field whose text has characters outside the fonts.
func (t *composition) unprintable(f typeset.Faces) model.Problems {
	var found model.Problems
	report := func(field, text string) {
		if odd := f.Missing(text); odd != nil &&
			!slices.ContainsFunc(found, func(p model.Problem) bool { return p.Field == field }) {
			found = append(found, model.Problem{Field: field, Code: "glyph", Args: odd})
		}
	}
	printed := t.printed()
	odd := f.Missing(printed)
	if odd == nil {
		return nil
	}
	for _, o := range t.origins {
		if slices.ContainsFunc(odd, func(c string) bool { return strings.Contains(o.text, c) }) {
			report(o.field, o.text)
		}
	}
	if found == nil {
		report("template", printed)
	}
	return found
}

// tooTall reports a letterhead that is higher than it may be even in the smallest type.
func (t *composition) tooTall(d model.LetterData, f typeset.Faces) model.Problems {
	if d.Type == "PKS" || d.Type == "SRT" || t.layout(sheetFor(d), f).HeadFits() {
		return nil
	}
	return model.Problems{{Field: "clinic.kop_lines", Code: "letterhead_too_tall"}}
}

// failure turns an error of composing into problems, for Missing.
func failure(err error) model.Problems {
	if ps := model.AsProblems(err); ps != nil {
		return ps
	}
	if isEnglishOnly(err) {
		return model.Problems{{Field: "language_mode", Code: "not_bilingual"}}
	}
	return model.Problems{{Field: "type", Code: model.CodeUnknownValue}}
}
