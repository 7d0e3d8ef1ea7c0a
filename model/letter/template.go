package letter

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"text/template"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/letter/typeset"
	"jejaring/translations"
)

// load reads the model texts of a language: the built-in ones, and over them those of the writer's own folder.
func (w *Writer) load(words translations.Words) (*template.Template, error) {
	set := template.New("letter").Option("missingkey=error").Funcs(functions(words))
	folder := path.Join("letters", words.Language())
	for _, source := range []fs.FS{assets.Letters, w.templates} {
		if source == nil {
			continue
		}
		names, err := fs.Glob(source, folder+"/*.tmpl")
		if err != nil {
			return nil, fmt.Errorf("model texts: %w", err)
		}
		for _, name := range names {
			body, err := fs.ReadFile(source, name)
			if err != nil {
				return nil, fmt.Errorf("model text: %w", err)
			}
			if _, err := set.New(name).Parse(string(body)); err != nil {
				return nil, broken(name, err)
			}
		}
	}
	return set, nil
}

// execute fills the model text of one section with values.
func execute(set *template.Template, key string, values map[string]any) (string, error) {
	part := set.Lookup(key)
	if part == nil {
		return "", fmt.Errorf("model text %s: %w", key, model.ErrNoTemplate)
	}
	var b strings.Builder
	if err := part.Execute(&b, values); err != nil {
		return "", broken(key, err)
	}
	return b.String(), nil
}

// broken reports a mistake in a clinic's own copy of a model text.
func broken(name string, err error) error {
	return errors.Join(model.Problems{{Field: "template", Code: "template_broken", Args: []string{name}}}, err)
}

func functions(words translations.Words) template.FuncMap {
	num := func(c count) string {
		switch {
		case c.missing():
			return typeset.Gap(c.field)
		case words.Language() == "en":
			return fmt.Sprintf("%s (%d)", words.Number(int64(c.n)), c.n)
		}
		return fmt.Sprintf("%d (%s)", c.n, words.Number(int64(c.n)))
	}
	return template.FuncMap{
		"upper": typeset.Upper, "title": title, "office": office, "num": num,
		"count": func(c count, noun string) string {
			if c.n != 1 {
				noun += "s"
			}
			return num(c) + " " + noun
		},
	}
}

// count is a number that a model text may print plainly, in words ({{num .x}}) or with its noun ({{count .x "day"}}).
type count struct {
	n     int
	field string
	zero  bool // zero is a value, not a gap
}

func (c count) missing() bool { return c.n < 0 || c.n == 0 && !c.zero }

// String returns the number in figures, or the gap.
func (c count) String() string {
	if c.missing() {
		return typeset.Gap(c.field)
	}
	return fmt.Sprint(c.n)
}
