// Package form puts inputs on a paper that a partner fills in, and reads what came back. It knows no register and no letter: what is asked
// comes with the paper.
package form

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"jejaring/model"
)

// points are those of a millimetre.
const points = 72 / 25.4

// settle keeps the library from the folder of the user: it would write its own settings there.
var settle = sync.OnceFunc(api.DisableConfigDir)

// configured is how the library reads and writes. What a partner's program wrote is taken as people's programs write it.
func configured() *pdf.Configuration {
	settle()
	c := pdf.NewDefaultConfiguration()
	c.ValidationMode = pdf.ValidationRelaxed
	c.Offline = true
	return c
}

// Make puts the inputs on a paper, and into one of them the code by which the form is known again.
func Make(sheet model.FormSheet, e model.Evaluation) ([]byte, error) {
	asked, err := json.Marshal(drawing(sheet.Inputs, Code(e)))
	if err != nil {
		return nil, err
	}

	var out bytes.Buffer
	if err := api.Create(bytes.NewReader(sheet.PDF), bytes.NewReader(asked), &out, configured()); err != nil {
		return nil, fmt.Errorf("form: %w", err)
	}
	return out.Bytes(), nil
}

type object = map[string]any

// drawing is what the library draws, page by page.
func drawing(inputs []model.FormInput, code string) object {
	pages := object{}
	for _, in := range inputs {
		page := fmt.Sprint(in.Page)
		content, _ := pages[page].(object)
		if content == nil {
			content = object{"textfield": []object{}, "radiobuttongroup": []object{}}
			pages[page] = object{"content": content}
		} else {
			content = content["content"].(object)
		}
		if scored(in.Name) {
			content["radiobuttongroup"] = append(content["radiobuttongroup"].([]object), choice(in))
			continue
		}
		content["textfield"] = append(content["textfield"].([]object), text(in, code))
	}

	font := object{"name": "Helvetica", "size": 10}
	return object{"paper": "A4P", "origin": "UpperLeft", "fonts": object{"input": font, "label": font}, "pages": pages}
}

// corner is the lower left one of an input, counted from the upper left one of the page.
func corner(in model.FormInput) []float64 {
	return []float64{in.X * points, (in.Y + in.Height) * points}
}

// choice is a row of four circles.
func choice(in model.FormInput) object {
	return object{"id": in.Name, "orientation": "hor", "pos": corner(in), "width": 12,
		"buttons": object{"values": []string{"1", "2", "3", "4"}, "label": object{"value": "1", "width": 22, "gap": 5, "pos": "right", "font": object{"name": "$label"}}}}
}

// text is a frame to type in; that of the code can't be typed into.
func text(in model.FormInput, code string) object {
	t := object{"id": in.Name, "value": "", "pos": corner(in), "width": in.Width * points, "height": in.Height * points,
		"multiline": true, "font": object{"name": "$input"}, "border": object{"width": 1, "col": "#909090"}}
	if in.Name == model.InputCode {
		t["value"], t["locked"], t["multiline"] = code, true, false
		delete(t, "border")
	}
	return t
}
