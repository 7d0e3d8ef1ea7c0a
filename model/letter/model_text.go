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
)

// modelText is a model text of a document and the values that fill it.
type modelText struct {
	key    string // its name in the template
	name   string // of the section, where the same model text gives several
	values map[string]any
	// article says that it has a number, which other texts may refer to; a clinic may leave an article out.
	article bool
	// firm says why the article cannot be left out.
	firm string
	// annex says that it stands behind the signatures, cut that it is cut off and sent back.
	annex, cut bool
	filled     string
}

// own is a model text that is called by the code of the document, and further ones by the code and what they are.
func (f *facts) own(further string, values map[string]any) modelText {
	return modelText{key: string(f.made.kind.code) + further, values: values}
}

// write adds the manuscript in the language of the facts.
func (f *facts) write(set *template.Template) error {
	texts := f.made.kind.texts(f, f.common())
	for i := range texts {
		if err := texts[i].fill(set); err != nil {
			return err
		}
	}

	texts = slices.DeleteFunc(texts, modelText.leftOut)
	if err := f.refer(texts); err != nil {
		return err
	}

	p := typeset.NewParser(f.partyNames())
	var m typeset.Manuscript
	number := 0
	for _, t := range texts {
		section := typeset.Section{Key: orText(t.name, t.key), Annex: t.annex, Cut: t.cut}
		if t.article {
			number++
			section.Blocks = append(section.Blocks, f.articleHead(number))
		}
		section.Blocks = append(section.Blocks, p.Blocks(t.filled)...)
		m.Sections = append(m.Sections, section)
	}

	f.made.manuscripts = append(f.made.manuscripts, m)
	f.made.gaps = append(f.made.gaps, p.Gaps()...)
	return nil
}

// fill makes the text out of the template.
func (t *modelText) fill(set *template.Template) error {
	found := set.Lookup(t.key)
	if found == nil {
		return fmt.Errorf("model text %s: %w", t.key, model.ErrNoTemplate)
	}

	var b strings.Builder
	if err := found.Execute(&b, t.values); err != nil {
		return broken(t.key, err)
	}

	t.filled = b.String()
	if t.firm != "" && t.leftOut() {
		return broken(t.key, errors.New(t.firm))
	}
	return nil
}

// leftOut reports whether it is an article that the clinic wrote nothing in.
func (t modelText) leftOut() bool { return t.article && strings.TrimSpace(t.filled) == "" }

func (f *facts) articleHead(n int) typeset.Block {
	return typeset.Block{Shape: typeset.Article, Runs: []typeset.Run{{Text: f.articleName(n), Bold: true}}}
}

func (f *facts) articleName(n int) string { return f.words.Say("text.article", fmt.Sprint(n)) }

// refer replaces [[REF C06]] by the article's number.
func (f *facts) refer(texts []modelText) error {
	var articles []string
	for _, t := range texts {
		if t.article {
			articles = append(articles, t.key)
		}
	}

	refs := regexp.MustCompile(`\[\[REF ([^\]]*)\]\]`)
	for i := range texts {
		var wrong string
		texts[i].filled = refs.ReplaceAllStringFunc(texts[i].filled, func(ref string) string {
			target := refs.FindStringSubmatch(ref)[1]
			at := slices.Index(articles, target)
			if at < 0 {
				wrong = target
			}
			return f.articleName(at + 1)
		})
		if wrong != "" {
			return broken(texts[i].key, fmt.Errorf("no clause %q to refer to", wrong))
		}
	}

	return nil
}
