package letter

import "text/template"

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
	p := newParser(f.partyNames())
	doc := document{language: f.language()}
	for _, part := range f.parts(values) {
		text, err := execute(set, part.key, part.values)
		if err != nil {
			return err
		}
		if err := refer(map[string]string{part.key: text}, nil, f.language()); err != nil {
			return err
		}
		doc.sections = append(doc.sections, section{part.key, p.blocks(text)})
	}
	f.text.documents = append(f.text.documents, doc)
	f.text.gaps = append(f.text.gaps, p.gaps...)
	return nil
}
