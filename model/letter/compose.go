package letter

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"jejaring/model"
	"jejaring/model/letter/typeset"
	"jejaring/translations"
)

func newComposition(d model.LetterData) (*composition, error) {
	languages := map[string][]string{"id": {"id"}, "en": {"en"}, "bilingual": {"id", "en"}}
	language := d.Language
	if language == "" && (d.Type == "PKS" || d.Type == "SPK") {
		language = d.Agreement.LanguageMode
	} else if language == "" {
		language = orText(d.Clinic.DefaultLanguage, "id")
	}
	t := &composition{languages: languages[language], logo: readLogo(d.Clinic.Logo)}
	switch {
	case !slices.Contains([]string{"SPK", "PKS", "RJK", "SRB", "UND", "DH", "SRT"}, d.Type):
		return nil, fmt.Errorf("document %q: %w", d.Type, model.ErrNoTemplate)
	case d.Type == "PKS" && language == "en":
		return nil, model.ErrEnglishOnly
	case t.languages == nil:
		return nil, fmt.Errorf("language %q: %w", language, model.ErrNoTemplate)
	}
	return t, nil
}

// compose fills the model texts of a document.
func (w *Writer) compose(d model.LetterData) (*composition, error) {
	t, err := newComposition(d)
	if err != nil {
		return nil, err
	}
	given := d.Agreement.Parties
	d.Agreement.Parties = slices.Clone(given)
	slices.SortStableFunc(d.Agreement.Parties, func(a, b model.Party) int { return strings.Compare(a.Role, b.Role) })
	for _, language := range t.languages {
		words, err := translations.In(language)
		if err != nil {
			return nil, fmt.Errorf("compose: %w", err)
		}
		f := &facts{d: d, given: given, words: words, made: t}
		if err := w.write(f, language); err != nil {
			return nil, err
		}
	}
	t.sign()
	t.header(d.Clinic)
	return t, nil
}

// write adds the version in one language.
func (w *Writer) write(f *facts, language string) error {
	set, err := w.load(f.words)
	if err != nil {
		return err
	}
	values := f.common()
	if f.d.Type != "PKS" {
		return f.form(set, values)
	}
	f.agreement(values)
	front, clauses := frontKeys(f.d), clauseKeys(f.d)
	parts := make(map[string]string)
	for _, key := range append(slices.Clone(front), clauses...) {
		if parts[key], err = execute(set, key, values); err != nil {
			return err
		}
	}
	clauses = slices.DeleteFunc(clauses, func(key string) bool { return strings.TrimSpace(parts[key]) == "" })
	if f.d.Agreement.DataSharing == "identified" && !slices.Contains(clauses, "C10") {
		return broken("C10", errors.New("patient data are shared, so their protection cannot be left out"))
	}
	if err := refer(parts, clauses, language); err != nil {
		return err
	}
	annexes, err := annexTexts(set, values)
	if err != nil {
		return err
	}
	p := typeset.NewParser(f.partyNames())
	var m typeset.Manuscript
	for _, key := range front {
		m.Sections = append(m.Sections, typeset.Section{Key: key, Blocks: p.Blocks(parts[key])})
	}
	for i, key := range clauses {
		number := typeset.Block{Shape: typeset.Article, Runs: []typeset.Run{{Text: articleName(language, i+1), Bold: true}}}
		m.Sections = append(m.Sections, typeset.Section{Key: key, Blocks: append([]typeset.Block{number}, p.Blocks(parts[key])...)})
	}
	for i, text := range annexes {
		m.Sections = append(m.Sections, typeset.Section{Key: fmt.Sprint("annex ", i+1), Annex: true, Blocks: p.Blocks(text)})
	}
	f.made.manuscripts = append(f.made.manuscripts, m)
	f.made.gaps = append(f.made.gaps, p.Gaps()...)
	return nil
}

// annexTexts fills the model text of an annex for each of them.
func annexTexts(set *template.Template, values map[string]any) ([]string, error) {
	var texts []string
	for _, annex := range values["annexes"].([]map[string]any) {
		values["annex"] = annex
		text, err := execute(set, "annex", values)
		if err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, nil
}

func articleName(language string, n int) string {
	if language == "en" {
		return fmt.Sprintf("Article %d", n)
	}
	return fmt.Sprintf("Pasal %d", n)
}

// refer replaces [[REF C06]] by the article's number.
func refer(parts map[string]string, clauses []string, language string) error {
	refs := regexp.MustCompile(`\[\[REF ([^\]]*)\]\]`)
	for key, part := range parts {
		var wrong string
		parts[key] = refs.ReplaceAllStringFunc(part, func(ref string) string {
			target := refs.FindStringSubmatch(ref)[1]
			at := slices.Index(clauses, target)
			if at < 0 {
				wrong = target
			}
			return articleName(language, at+1)
		})
		if wrong != "" {
			return broken(key, fmt.Errorf("no clause %q to refer to", wrong))
		}
	}
	return nil
}

// partyStyle returns the last change of every text: how the first party is called.
func partyStyle(style string) func(string) string {
	if style != "kesatu" {
		return func(s string) string { return s }
	}
	return strings.NewReplacer("PIHAK PERTAMA", "PIHAK KESATU", "Pihak Pertama", "Pihak Kesatu").Replace
}
