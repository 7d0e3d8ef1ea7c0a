package form

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"jejaring/model"
)

// Code tells one form from all others: of which evaluation it is, and what was asked. One whose items were changed since has another code.
func Code(e model.Evaluation) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d|%d|%s", e.ID, e.AgreementID, e.CreatedAt.UTC().Format("2006-01-02T15:04:05"))
	for _, item := range e.Items {
		fmt.Fprintf(h, "|%q|%q|%q", item.Text.ID, item.Indicator, item.Target)
	}
	return fmt.Sprintf("%s%x", mark(e), h.Sum(nil)[:6])
}

// mark is what the code of every form of an evaluation begins with.
func mark(e model.Evaluation) string { return fmt.Sprintf("JEJARING-EVALUASI-%d-", e.ID) }

// scored reports whether an input takes a score.
func scored(name string) bool {
	return strings.HasPrefix(name, "score_") || name == model.InputFeedbackScore
}

// field is where what is wrong with a form that came back stands, in words.
const field = "form"

func refused(code string) error { return model.Problems{{Field: field, Code: code}} }

// Read reads what a partner filled into the form of an evaluation. Another file is refused: no PDF, one that is locked by a password, no
// form of ours, the form of another evaluation, one that asked something else, and one without any answer.
func Read(file []byte, e model.Evaluation) (model.EvaluationAnswers, error) {
	filled, err := values(file)
	if err != nil {
		return model.EvaluationAnswers{}, err
	}

	switch code := filled[model.InputCode]; {
	case code == Code(e):
	case strings.HasPrefix(code, mark(e)):
		return model.EvaluationAnswers{}, refused("form_changed")
	case strings.HasPrefix(code, "JEJARING-EVALUASI-"):
		return model.EvaluationAnswers{}, refused("form_other")
	default:
		return model.EvaluationAnswers{}, refused("form_foreign")
	}

	answers, err := answered(filled, len(e.Items))
	if err == nil && answers.Empty() {
		err = refused("form_empty")
	}
	return answers, err
}

// mostOfForm is the size of a file that is looked at: a form of ours has some 100 KB.
const mostOfForm = 5 << 20

// values are what stands in the inputs of a form, by their names.
func values(file []byte) (found map[string]string, err error) {
	defer func() {
		if recover() != nil { // a file from outside never ends the program
			err = refused("form_not_pdf")
		}
	}()

	if len(file) > mostOfForm {
		return nil, refused("form_not_pdf")
	}
	if !bytes.HasPrefix(bytes.TrimSpace(file[:min(len(file), 1024)]), []byte("%PDF-")) {
		return nil, refused("form_not_pdf")
	}
	group, err := api.ExportForm(bytes.NewReader(file), "", configured())
	switch {
	case err != nil && bytes.Contains(file, []byte("/Encrypt")):
		return nil, refused("form_encrypted")
	case err != nil && strings.Contains(err.Error(), "no form available"):
		return nil, refused("form_foreign")
	case err != nil:
		return nil, refused("form_not_pdf")
	}

	found = map[string]string{}
	for _, f := range group.Forms {
		for _, t := range f.TextFields {
			found[t.Name] = t.Value
		}
		for _, r := range f.RadioButtonGroups {
			found[r.Name] = r.Value
		}
	}
	return found, nil
}

// answered reads the inputs; one that is not there, or a score that is none, says that the form was altered.
func answered(filled map[string]string, items int) (a model.EvaluationAnswers, err error) {
	score := func(name string) int {
		text, there := filled[name]
		n, wrong := strconv.Atoi(text)
		if !there || text != "" && text != "Off" && (wrong != nil || !slices.Contains([]int{1, 2, 3, 4}, n)) {
			err = refused("form_changed")
		}
		return n
	}

	for i := range items {
		a.Scores = append(a.Scores, score(fmt.Sprintf(model.InputScore, i+1)))
		a.Notes = append(a.Notes, strings.TrimSpace(filled[fmt.Sprintf(model.InputNote, i+1)]))
	}
	a.FeedbackScore = score(model.InputFeedbackScore)
	a.Feedback = strings.TrimSpace(filled[model.InputFeedback])
	return a, err
}
