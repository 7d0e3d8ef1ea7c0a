package main

import (
	"context"
	"fmt"

	"jejaring/model"
	"jejaring/model/form"
)

// forms makes and reads the forms that partners fill in.
type forms struct{ o *office }

// EvaluationForm implements evaluation.Forms. A partner abroad gets it in English.
func (f forms) EvaluationForm(ctx context.Context, id model.ID) (file []byte, name string, err error) {
	p, err := f.o.Papers().Prepare(ctx, model.Issue{Type: model.DocumentEvaluation, About: model.About(model.EntityEvaluation, id)})
	if err != nil {
		return nil, "", err
	}

	data := p.Drafts[0]
	data.Language = "id"
	if len(data.Partners) > 0 && data.Partners[0].Country != "ID" {
		data.Language = "en"
	}

	sheet, err := f.o.writer.EvaluationForm(data)
	if err != nil {
		return nil, "", err
	}
	file, err = form.Make(sheet, *data.Evaluation)
	return file, fmt.Sprintf("formulir-evaluasi-%d.pdf", id), err
}

// ReadForm implements evaluation.Forms.
func (f forms) ReadForm(_ context.Context, e model.Evaluation, file []byte) (model.EvaluationAnswers, error) {
	return form.Read(file, e)
}
