package letter

import (
	"errors"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// refusal says why the document cannot be printed as it is, or nil.
func (c *composition) refusal() error {
	if c.d.Draft {
		return nil
	}
	return c.missing().Errors()
}

// missing lists the gaps, what stands against a document of the kind, and what its record must have.
func (c *composition) missing() model.Problems {
	var found model.Problems
	add := func(p model.Problem) {
		if !slices.ContainsFunc(found, func(q model.Problem) bool {
			return p.Field == q.Field && p.Code == q.Code && slices.Equal(p.Args, q.Args)
		}) {
			found = append(found, p)
		}
	}

	for _, field := range c.gaps {
		add(model.Problem{Field: field, Code: model.CodeRequired})
	}

	if len(c.d.Clinic.Logo) > 0 && c.logo == nil {
		add(model.Problem{Field: "clinic.logo", Code: model.CodeFormat})
	}

	if c.kind.refuses != nil {
		for _, p := range c.kind.refuses(c.d) {
			if !has(found, p.Field) {
				add(p)
			}
		}
	}

	if c.kind.unfinished != nil {
		for _, p := range c.kind.unfinished(c.d) {
			add(p)
		}
	}

	return found
}

// unprintable returns a problem for each field whose text has characters outside the fonts.
func (c *composition) unprintable(faces typeset.Faces) model.Problems {
	printed := c.printed()
	odd := faces.Missing(printed)
	if odd == nil {
		return nil
	}

	var found model.Problems
	for _, o := range c.origins {
		if !slices.ContainsFunc(odd, func(char string) bool { return strings.Contains(o.text, char) }) || has(found, o.field) {
			continue
		}
		found = append(found, model.Problem{Field: o.field, Code: "glyph", Args: faces.Missing(o.text)})
	}

	if found == nil {
		return model.Problems{{Field: "template", Code: "glyph", Args: odd}}
	}
	return found
}

// has reports whether a field is among the problems.
func has(found model.Problems, field string) bool {
	return slices.ContainsFunc(found, func(p model.Problem) bool { return p.Field == field })
}

// tooTall reports a letterhead that is higher than it may be even in the smallest type.
func (c *composition) tooTall(faces typeset.Faces) model.Problems {
	if !c.kind.headed || c.layout(faces).HeadFits() {
		return nil
	}
	return model.Problems{{Field: "clinic.kop_lines", Code: "letterhead_too_tall"}}
}

// failure turns an error of composing into problems, for Missing.
func failure(err error) model.Problems {
	if ps := model.AsProblems(err); ps != nil {
		return ps
	}
	if errors.Is(err, model.ErrEnglishOnly) {
		return model.Problems{{Field: "language_mode", Code: "not_bilingual"}}
	}
	return model.Problems{{Field: "type", Code: model.CodeUnknownValue}}
}
