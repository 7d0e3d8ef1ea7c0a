package letter

import (
	"text/template"

	"jejaring/model/letter/typeset"
)

// part is a model text and what it is filled with.
type part struct {
	key    string
	values map[string]any
}

// parts lists the model texts of a document that has no articles.
func (f *facts) parts(values map[string]any) []part {
	switch f.d.Type {
	case "RJK":
		f.referral(values)
		return []part{{"RJK", values}, {"RJK-form", values}}
	case "SRB":
		f.reply(values)
		return []part{{"SRB", values}}
	case "UND":
		f.invitation(values)
		return []part{{"UND", values}, {"UND-agenda", values}}
	case "SRT":
		f.certificate(values)
		return []part{{"SRT", values}, {"SRT-subjects", values}}
	case "DH":
		return f.attendance(values)
	}
	f.letter(values)
	return []part{{"SPK", values}}
}

// form adds the version in one language of a document that has no articles.
func (f *facts) form(set *template.Template, values map[string]any) error {
	p := typeset.NewParser(f.partyNames())
	var m typeset.Manuscript
	for _, part := range f.parts(values) {
		text, err := execute(set, part.key, part.values)
		if err != nil {
			return err
		}
		if err := refer(map[string]string{part.key: text}, nil, f.language()); err != nil {
			return err
		}
		m.Sections = append(m.Sections, typeset.Section{Key: part.key, Blocks: p.Blocks(text), Cut: part.key == "RJK-form"})
	}
	f.made.manuscripts = append(f.made.manuscripts, m)
	f.made.gaps = append(f.made.gaps, p.Gaps()...)
	return nil
}
