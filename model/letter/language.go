package letter

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sync"
	"text/template"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/letter/typeset"
	"jejaring/translations"
)

// language is what papers in one language are written with. Both are read once, when a paper first needs them, and used by
// several goroutines.
type language struct {
	words func() (translations.Words, error)
	texts func() (*template.Template, error)
}

// newLanguage is "id" or "en" with the built-in model texts, and over them those of the clinic's own folder.
func newLanguage(code string, own fs.FS) language {
	words := sync.OnceValues(func() (translations.Words, error) { return translations.In(code) })
	return language{words: words, texts: sync.OnceValues(func() (*template.Template, error) {
		w, err := words()
		if err != nil {
			return nil, err
		}
		return parse(w, own)
	})}
}

// parse reads the model texts of a language. What comes later takes the place of what has the same name.
func parse(words translations.Words, own fs.FS) (*template.Template, error) {
	set := template.New("letter").Option("missingkey=error").Funcs(functions(words))
	folder := path.Join("letters", words.Language())
	for _, source := range []fs.FS{assets.Letters, own} {
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

// broken reports a mistake in a clinic's own copy of a model text.
func broken(name string, err error) error {
	return errors.Join(model.Problems{{Field: "template", Code: "template_broken", Args: []string{name}}}, err)
}

// functions are what model texts may call.
func functions(words translations.Words) template.FuncMap {
	spelled := func(c count) string { return c.spelled(words) }
	return template.FuncMap{
		"upper": typeset.Upper, "title": title, "office": office, "num": spelled,
		"count": func(c count, noun string) string {
			if c.n != 1 {
				noun += "s"
			}
			return spelled(c) + " " + noun
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

// spelled returns the number as agreements write it: 30 (tiga puluh), thirty (30).
func (c count) spelled(words translations.Words) string {
	if c.missing() {
		return typeset.Gap(c.field)
	}
	return words.Say("text.figure_and_words", fmt.Sprint(c.n), words.Number(int64(c.n)))
}
