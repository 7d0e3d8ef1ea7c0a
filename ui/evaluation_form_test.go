package ui_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"jejaring/model"
	"jejaring/model/form"
	"jejaring/model/letter"
	"jejaring/model/store"
)

// formMaker makes and reads the forms of partners, as cmd does.
type formMaker struct{ s *store.Store }

func (f formMaker) EvaluationForm(ctx context.Context, id model.ID) ([]byte, string, error) {
	p, err := f.s.Papers().Prepare(ctx, model.Issue{Type: model.DocumentEvaluation, About: model.About(model.EntityEvaluation, id)})
	if err != nil {
		return nil, "", err
	}
	sheet, err := letter.New(nil).EvaluationForm(p.Drafts[0])
	if err != nil {
		return nil, "", err
	}
	file, err := form.Make(sheet, *p.Drafts[0].Evaluation)
	return file, "formulir.pdf", err
}

func (f formMaker) ReadForm(_ context.Context, e model.Evaluation, file []byte) (model.EvaluationAnswers, error) {
	return form.Read(file, e)
}

// filledForm is the form of the newest evaluation with a score of the partner, at a path.
func (c *clinic) filledForm(score string) string {
	c.t.Helper()
	file, _, err := formMaker{c.store}.EvaluationForm(c.t.Context(), c.evaluation().ID)
	if err != nil {
		c.t.Fatal(err)
	}

	group, err := api.ExportForm(bytes.NewReader(file), "", pdf.NewDefaultConfiguration())
	if err != nil {
		c.t.Fatal(err)
	}
	for _, f := range group.Forms[0].RadioButtonGroups {
		if f.Name == "score_1" {
			f.Value = score
		}
	}
	for _, f := range group.Forms[0].TextFields {
		if f.Name == "feedback" {
			f.Value = "laporan selalu lengkap"
		}
	}

	text, err := json.Marshal(group)
	if err != nil {
		c.t.Fatal(err)
	}
	path := filepath.Join(c.t.TempDir(), "kembali.pdf")
	var out bytes.Buffer
	if err := api.FillForm(bytes.NewReader(file), bytes.NewReader(text), &out, pdf.NewDefaultConfiguration()); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		c.t.Fatal(err)
	}
	return path
}

// The form goes to the partner and comes back: its scores land beside ours after a look at them, and another file is refused.
func TestEvaluation_TheFormOfThePartnerComesBack(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Penguatan Jejaring Layanan TBC (DPPM)")
	c.more("Evaluasi")
	c.Sees("Kami", "Selisih")
	c.focusGrid()
	c.Write("4")

	c.answering(c.filledForm("2"), nil)
	c.more("Baca formulir yang kembali …")
	c.Sees("Isian mitra", "laporan selalu lengkap")
	c.Tap("Ambil isian")
	c.Sees("Isian mitra diambil.")
	if got := c.evaluation(); got.Items[0].OwnScore != 4 || got.Items[0].PartnerScore != 2 || got.PartnerFeedback != "laporan selalu lengkap" {
		t.Errorf("%+v", got)
	}

	foreign := filepath.Join(t.TempDir(), "foto.pdf")
	if err := os.WriteFile(foreign, []byte("bukan PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	c.answering(foreign, nil)
	c.more("Baca formulir yang kembali …")
	c.Sees("Berkas ini bukan PDF yang dapat dibaca.")
}
