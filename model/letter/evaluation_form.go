package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// EvaluationForm makes the paper on which a partner judges the cooperation: the questions of an evaluation, with room for the inputs. It
// can be printed and filled in by hand as well.
func (w *Writer) EvaluationForm(d model.LetterData) (model.FormSheet, error) {
	faces, err := w.faces()
	if err != nil {
		return model.FormSheet{}, err
	}

	d.Draft = false
	c, err := w.composeAs(formKind(d.Type), d)
	if err != nil {
		return model.FormSheet{}, err
	}
	if ps := append(c.missing(), c.unprintable(faces)...).Errors(); ps != nil {
		return model.FormSheet{}, ps
	}

	pages := c.pages(faces)
	pdf, err := faces.Print(pages, c.file())
	if err != nil {
		return model.FormSheet{}, fmt.Errorf("form: %w", err)
	}

	sheet := model.FormSheet{PDF: pdf}
	for n, p := range pages {
		for _, r := range p.Rooms {
			if name, ok := strings.CutPrefix(r.Key, typeset.InputRoom); ok {
				sheet.Inputs = append(sheet.Inputs, model.FormInput{Name: name, Page: n + 1, X: r.X, Y: r.Y, Width: r.Width, Height: r.Height})
			}
		}
	}
	return sheet, nil
}

// formKind is the row of the form that belongs to a kind of paper. No register numbers or keeps it, and there is one for all parties.
func formKind(code model.DocumentCode) kind {
	k, _ := kindOf(code)
	k.general.PerParty, k.table, k.unfinished = false, 0, nil
	k.texts, k.margins, k.set = evaluationForm, margins{top: 18, bottom: 20, left: 25, right: 25}, asForm([]typeset.Style{minutesStyle()})
	return k
}

// evaluationForm adds the values of the form.
func evaluationForm(f *facts, v map[string]any) []modelText {
	e := evaluated(f.d)
	v["agreement_type"] = f.choice("agreement_type", "type", f.d.Agreement.Type)
	v["agreement_no_p1"] = f.required("number_own", f.d.Agreement.NumberOwn)
	v["period"], _ = dateRange(f, e.PeriodStart, e.PeriodEnd)
	v["indicators"] = indicatorsOf(f, e)

	var names []string
	for i, p := range f.d.Partners {
		names = append(names, f.required(fmt.Sprintf("partners[%d].name", i), p.Name))
	}
	v["partners"] = join(names...)
	return []modelText{f.own("-form", v)}
}
