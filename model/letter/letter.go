// Package letter says what the clinic's papers say: from the data of a document it fills the model texts, from the texts it
// makes manuscripts, and package typeset makes pages and files of them. It knows nothing of the register, of windows or of
// numbers: whoever calls it brings all data along.
//
// The words used here have one meaning each:
//
//   - A kind is a row of the table of kinds (kinds.go): what holds for every document with a code.
//   - A model text is a part of a template, {{define "C07"}}, one in each language. Filled with values it becomes a section of a
//     manuscript; the manuscripts of all languages and what is wrong with them are a composition.
//   - A paper is a PDF file. An agreement has several, one original for each party, made of the same pages.
//   - A gap is a value that is missing, and is named by the field that lacks it.
package letter

import (
	"fmt"
	"io/fs"
	"sync"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// Writer makes papers out of model texts. It may be used by several goroutines.
type Writer struct {
	faces     func() (typeset.Faces, error)
	languages map[string]language
}

// New returns a writer. The templates lie at letters/id/*.tmpl and letters/en/*.tmpl; a file or a part of a file
// ({{define "C07"}}) that is missing there is taken from the built-in texts, so a clinic's own copy may hold just what
// the clinic changed; {{define "C12"}}{{""}}{{end}} leaves a clause out. Nil means the built-in texts alone. Files are
// read once, for the first paper; one that cannot be used is reported as model.Problems with code "template_broken".
func New(templates fs.FS) *Writer {
	return &Writer{
		faces:     sync.OnceValues(func() (typeset.Faces, error) { return typeset.LoadFaces(assets.Fonts) }),
		languages: map[string]language{"id": newLanguage("id", templates), "en": newLanguage("en", templates)},
	}
}

// Render makes the papers of a document: one original for each party where its kind asks for that (PKS), else one paper.
// A draft carries a watermark and shows missing values as gaps. A final refuses them with model.Problems, "required" at
// the field that is empty. Further errors: model.ErrNoTemplate for other documents, model.ErrEnglishOnly for an
// agreement in English alone, model.Problems with code "glyph" for text that the fonts cannot show.
// The same data give the same bytes.
func (w *Writer) Render(d model.LetterData) ([]model.Paper, error) {
	c, err := w.compose(d)
	if err != nil {
		return nil, err
	}
	if err := c.refusal(); err != nil {
		return nil, err
	}

	faces, err := w.faces()
	if err != nil {
		return nil, err
	}
	if ps := c.unprintable(faces); ps != nil {
		return nil, ps
	}
	if ps := c.tooTall(faces); ps != nil && !d.Draft {
		return nil, ps
	}

	return c.papers(faces)
}

// Missing lists what Render would refuse as a final, and warnings: "untranslated" for a text without English version
// that an English or bilingual paper needs, "old_law" for a repealed rule that is cited, "dpia_missing" for patient data
// that are shared without an assessment. Number and date are left out, since the issue brings them.
func (w *Writer) Missing(d model.LetterData) model.Problems {
	c, err := w.compose(d)
	if err != nil {
		return failure(err)
	}

	var found model.Problems
	for _, p := range c.missing() {
		if p.Field != "number" && p.Field != "date" {
			found = append(found, p)
		}
	}

	if faces, err := w.faces(); err == nil {
		found = append(found, c.unprintable(faces)...)
		found = append(found, c.tooTall(faces)...)
	}

	return append(found, c.warnings...)
}

// Letterhead returns a page that shows the clinic's letterhead alone, as a PDF.
func (w *Writer) Letterhead(clinic model.Clinic) ([]byte, error) {
	faces, err := w.faces()
	if err != nil {
		return nil, err
	}

	k, _ := kindOf(model.DocumentProposal)
	c, err := w.begin(k, model.LetterData{Clinic: clinic}, []string{"id"})
	if err != nil {
		return nil, err
	}

	c.header(clinic)
	if ps := c.unprintable(faces); ps != nil {
		return nil, ps
	}

	pdf, err := faces.Print([]typeset.Page{c.layout(faces).HeadAlone()}, c.file())
	if err != nil {
		return nil, fmt.Errorf("letterhead: %w", err)
	}
	return pdf, nil
}
