package letter

import (
	"errors"
	"io/fs"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"jejaring/model"
)

// counted counts how often a file is opened.
type counted struct {
	fs.FS
	opened *atomic.Int32
}

func (c counted) Open(name string) (fs.File, error) {
	c.opened.Add(1)
	return c.FS.Open(name)
}

// The model texts are read for the first paper in a language, and never again.
func TestLanguage_ModelTextsAreReadOnce(t *testing.T) {
	var opened atomic.Int32
	own := fstest.MapFS{"letters/id/own.tmpl": {Data: []byte(`{{define "agreed"}}Sepakat.{{end}}`)},
		"letters/en/own.tmpl": {Data: []byte(`{{define "agreed"}}Agreed.{{end}}`)}}
	w := New(counted{own, &opened})
	if opened.Load() != 0 {
		t.Error("files are read before the first paper")
	}

	d := agreementOf(2, "merujuk")
	var after []int32
	for _, language := range []string{"id", "id", "bilingual", "bilingual"} {
		d.Language = language
		if _, err := w.Render(d); err != nil {
			t.Fatal(err)
		}
		w.Missing(d)
		after = append(after, opened.Load())
	}

	if after[0] == 0 || after[1] != after[0] || after[2] <= after[1] || after[3] != after[2] {
		t.Errorf("files opened after each paper: %v", after)
	}
}

// A mistake in the English texts does not stop papers in Indonesian.
func TestLanguage_AMistakeStopsItsOwnLanguage(t *testing.T) {
	w := New(fstest.MapFS{"letters/en/own.tmpl": {Data: []byte(`{{define "agreed"}}`)}})
	d := agreementOf(2, "merujuk")
	for range 2 {
		d.Language = "id"
		if _, err := w.Render(d); err != nil {
			t.Errorf("Indonesian: %v", err)
		}
		d.Language = "bilingual"
		if _, err := w.Render(d); !model.AsProblems(err).Has("template", "template_broken") {
			t.Errorf("bilingual: %v", err)
		}
	}
}

func TestLanguage_AFileThatCannotBeRead(t *testing.T) {
	broken := errors.New("disk")
	w := New(failing{fstest.MapFS{"letters/id/own.tmpl": {Data: []byte("x")}}, broken})
	if _, err := w.Render(agreementOf(2, "merujuk")); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

// failing lists its files but cannot read them.
type failing struct {
	fstest.MapFS
	err error
}

func (f failing) ReadFile(string) ([]byte, error) { return nil, f.err }
func (f failing) Open(name string) (fs.File, error) {
	if name == "letters/id" {
		return f.MapFS.Open(name)
	}
	return nil, f.err
}
func (f failing) Glob(pattern string) ([]string, error) { return f.MapFS.Glob(pattern) }

// Draft and final are made of the same composition: beside the marks of the draft they say the same.
func TestComposition_DraftAndFinalHaveTheSamePages(t *testing.T) {
	f := reportFaces(t)
	for _, d := range append(papersOf("kata"), agreementOf(3, "merujuk")) {
		var drawn [2]string
		for i, draft := range []bool{false, true} {
			d.Draft = draft
			c, err := New(nil).compose(d)
			if err != nil {
				t.Fatal(err)
			}

			for _, page := range c.pages(f) {
				for _, o := range page.Ops {
					drawn[i] += o.Text + "|"
				}
			}
		}

		if drawn[0] != drawn[1] {
			t.Errorf("%s: the pages of draft and final differ", d.Type)
		}
	}
}
