package form_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"jejaring/model"
	"jejaring/model/form"
	"jejaring/model/letter"
)

// evaluation is one with three questions.
func evaluation() model.Evaluation {
	return model.Evaluation{Base: model.Base{ID: 7, CreatedAt: time.Date(2026, 11, 21, 2, 0, 0, 0, time.UTC)}, AgreementID: 4, PeriodStart: date(2026, 1, 1),
		PeriodEnd: date(2026, 6, 30), Items: []model.EvaluationItem{{Text: model.Text{ID: "rujukan diterima", EN: "referrals"}, Indicator: "waktu tanggap", Target: "≤ 30 menit"},
			{Text: model.Text{ID: "balasan rujukan", EN: "replies"}}, {Text: model.Text{ID: "komunikasi", EN: "communication"}}}}
}

func date(y int, m time.Month, d int) model.Date { return model.Date{Year: y, Month: m, Day: d} }

// made is the form of an evaluation as it goes to the partner.
func made(t testing.TB, e model.Evaluation, language string) []byte {
	t.Helper()
	d := model.LetterData{Type: "BA", Language: language, Date: date(2026, 7, 1), Evaluation: &e, Clinic: model.Clinic{Name: "Klinik Mawar", Address: "Jalan Mawar 1", City: "Kota Tirtasana",
		HeadName: "dr. Ani", HeadPosition: "Pimpinan", Phone: "0812", Email: "info@klinikmawar.example.org"},
		Agreement: model.Agreement{Type: "pks", NumberOwn: "001/PKS/KLN-MW/I/2026", Title: "Rujukan Pasien", Parties: []model.Party{{Role: "p1"}, {Role: "p2", PartnerID: 1}}},
		Partners:  []model.Partner{{Base: model.Base{ID: 1}, Name: "RSUD Kenanga", City: "Kota Tirtasana"}}}
	sheet, err := letter.New(nil).EvaluationForm(d)
	if err != nil {
		t.Fatal(err)
	}
	file, err := form.Make(sheet, e)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// filled is a form that somebody filled in, by the names of its inputs.
func filled(t testing.TB, file []byte, values map[string]string) []byte {
	t.Helper()
	group, err := api.ExportForm(bytes.NewReader(file), "", pdf.NewDefaultConfiguration())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range group.Forms[0].TextFields {
		if v, ok := values[f.Name]; ok {
			f.Value, f.Locked = v, false
		}
	}
	for _, f := range group.Forms[0].RadioButtonGroups {
		if v, ok := values[f.Name]; ok {
			f.Value = v
		}
	}

	text, err := json.Marshal(group)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := api.FillForm(bytes.NewReader(file), bytes.NewReader(text), &out, pdf.NewDefaultConfiguration()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestForm_ComesBackWithWhatThePartnerSaid, in both languages.
func TestForm_ComesBackWithWhatThePartnerSaid(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		e := evaluation()
		file := made(t, e, language)
		if name := os.Getenv("JEJARING_FORM"); name != "" {
			_ = os.WriteFile(name+"."+language+".pdf", file, 0o600)
		}
		back := filled(t, file, map[string]string{"score_1": "3", "score_3": "4", "note_1": "cepat sekali", "feedback_score": "4", "feedback": "laporan lengkap"})
		got, err := form.Read(back, e)
		want := model.EvaluationAnswers{Scores: []int{3, 0, 4}, Notes: []string{"cepat sekali", "", ""}, FeedbackScore: 4, Feedback: "laporan lengkap"}
		if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %+v, %v", language, got, err)
		}
	}
}

// TestForm_OfManyQuestionsGoesOnBelow: a question stands with its inputs, on however many pages.
func TestForm_OfManyQuestionsGoesOnBelow(t *testing.T) {
	e := evaluation()
	for n := range 20 {
		e.Items = append(e.Items, model.EvaluationItem{Text: model.Text{ID: fmt.Sprint("butir ", n)}})
	}
	back := filled(t, made(t, e, "id"), map[string]string{"score_1": "1", "score_23": "4", "note_23": "terakhir"})
	pages := map[string]int{}
	fields, err := api.FormFields(bytes.NewReader(back), pdf.NewDefaultConfiguration())
	if err != nil {
		t.Fatal(err)
	}
	last := 0
	for _, f := range fields {
		pages[f.Name] = f.Pages[0]
		last = max(last, f.Pages[0])
	}
	for n := range 23 {
		if score, note := pages[fmt.Sprint("score_", n+1)], pages[fmt.Sprint("note_", n+1)]; score == 0 || score != note {
			t.Errorf("question %d stands on page %d, its remark on page %d", n+1, score, note)
		}
	}
	if got, err := form.Read(back, e); err != nil || got.Scores[0] != 1 || got.Scores[22] != 4 || got.Notes[22] != "terakhir" || last < 2 {
		t.Errorf("%+v on %d pages: %v", got, last, err)
	}
}

// TestForm_WhatIsNotOursIsRefused, each with its reason.
func TestForm_WhatIsNotOursIsRefused(t *testing.T) {
	e := evaluation()
	file := made(t, e, "id")
	back := filled(t, file, map[string]string{"score_1": "3"})

	other := e
	other.ID = 8
	changed := evaluation()
	changed.Items[1].Text.ID = "balasan rujukan dalam tiga hari"
	fewer := evaluation()
	fewer.Items = fewer.Items[:2]

	sheet, err := letter.New(nil).Report(model.Clinic{Name: "Klinik Mawar", City: "Kota"}, model.Report{Language: "id", Title: "Bukan formulir"})
	if err != nil {
		t.Fatal(err)
	}
	var locked bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(back), &locked, pdf.NewAESConfiguration("rahasia", "pemilik", 256)); err != nil {
		t.Fatal(err)
	}

	for name, x := range map[string]struct {
		file []byte
		of   model.Evaluation
		code string
	}{
		"nothing was filled in":      {file, e, "form_empty"},
		"of another evaluation":      {back, other, "form_other"},
		"another question":           {back, changed, "form_changed"},
		"one question less":          {back, fewer, "form_changed"},
		"another paper":              {sheet, e, "form_foreign"},
		"a picture":                  {[]byte("\x89PNG\r\n"), e, "form_not_pdf"},
		"nothing":                    {nil, e, "form_not_pdf"},
		"cut off":                    {back[:len(back)/2], e, "form_not_pdf"},
		"locked by a password":       {locked.Bytes(), e, "form_encrypted"},
		"a code that somebody typed": {filled(t, back, map[string]string{"code": "JEJARING-EVALUASI-7-000000000000"}), e, "form_changed"},
	} {
		if _, err := form.Read(x.file, x.of); !model.AsProblems(err).Has("form", x.code) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzRead: no file from outside ends the program.
func FuzzRead(f *testing.F) {
	e := evaluation()
	f.Add(made(f, e, "id"))
	f.Add([]byte("%PDF-1.7\n"))
	f.Fuzz(func(_ *testing.T, file []byte) { _, _ = form.Read(file, e) })
}
