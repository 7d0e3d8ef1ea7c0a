// Package letter makes papers: from the data of a cooperation letter or agreement it sets the model text, and from the
// text PDF pages. It knows nothing of the register, of windows or of numbers: whoever calls it brings all data along.
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
	templates fs.FS
	faces     func() (typeset.Faces, error)
}

// New returns a writer. The templates lie at letters/id/*.tmpl and letters/en/*.tmpl; a file or a part of a file
// ({{define "C07"}}) that is missing there is taken from the built-in texts, so a clinic's own copy may hold just what
// the clinic changed; {{define "C12"}}{{""}}{{end}} leaves a clause out. Nil means the built-in texts alone. Files are
// read anew for each paper; one that cannot be used is reported as model.Problems with code "template_broken".
func New(templates fs.FS) *Writer {
	return &Writer{templates: templates, faces: sync.OnceValues(func() (typeset.Faces, error) { return typeset.LoadFaces(assets.Fonts) })}
}

// Render makes the papers of a document: one original for each party of an agreement (PKS), one paper for a letter (SPK,
// UND, RJK, SRB), an attendance list of all asked sessions (DH) and the certificate of one participant (SRT).
// A draft carries a watermark and shows missing values as gaps. A final refuses them with model.Problems, "required" at
// the field that is empty. Further errors: model.ErrNoTemplate for other documents, model.ErrEnglishOnly for an
// agreement in English alone, model.Problems with code "glyph" for text that the fonts cannot show.
// The same data give the same bytes.
func (w *Writer) Render(d model.LetterData) ([]model.Paper, error) {
	text, err := w.compose(d)
	if err != nil {
		return nil, err
	}
	if err := text.refusal(d); err != nil {
		return nil, err
	}
	faces, err := w.faces()
	if err != nil {
		return nil, err
	}
	if ps := text.unprintable(faces); ps != nil {
		return nil, ps
	}
	if ps := text.tooTall(d, faces); ps != nil && !d.Draft {
		return nil, ps
	}
	return printAll(d, text, layOut(d, text, faces), faces)
}

// Missing lists what Render would refuse as a final, and warnings: "untranslated" for a text without English version
// that an English or bilingual paper needs, "old_law" for a repealed rule that is cited, "dpia_missing" for patient data
// that are shared without an assessment. Number and date are left out, since the issue brings them.
func (w *Writer) Missing(d model.LetterData) model.Problems {
	text, err := w.compose(d)
	if err != nil {
		return failure(err)
	}
	var found model.Problems
	for _, p := range text.missing(d) {
		if p.Field != "number" && p.Field != "date" {
			found = append(found, p)
		}
	}
	if faces, err := w.faces(); err == nil {
		found = append(found, text.unprintable(faces)...)
		found = append(found, text.tooTall(d, faces)...)
	}
	return append(found, text.warnings...)
}

// Letterhead returns a page that shows the clinic's letterhead alone, as a PDF.
func (w *Writer) Letterhead(c model.Clinic) ([]byte, error) {
	faces, err := w.faces()
	if err != nil {
		return nil, err
	}
	d := model.LetterData{Type: "SPK", Language: "id", Clinic: c}
	text, err := newComposition(d)
	if err != nil {
		return nil, err
	}

	text.header(c)
	if ps := text.unprintable(faces); ps != nil {
		return nil, ps
	}
	head := text.layout(sheetOf(c.Paper), faces).HeadAlone()
	papers, err := printAll(d, text, []typeset.Page{head}, faces)
	if err != nil {
		return nil, fmt.Errorf("letterhead: %w", err)
	}
	return papers[0].PDF, nil
}
