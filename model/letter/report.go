package letter

import (
	"fmt"
	"slices"
	"strconv"

	"jejaring/model"
	"jejaring/translations"
)

// Report makes a plain document of tables and paragraphs under the clinic's letterhead, as a PDF. It has no number.
func (w *Writer) Report(c model.Clinic, r model.Report) ([]byte, error) {
	faces, err := w.faces()
	if err != nil {
		return nil, err
	}
	d := model.LetterData{Type: "DH", Language: r.Language, Clinic: c, Training: &model.Training{Title: r.Title}}
	text, err := newText(d)
	if err != nil {
		return nil, err
	}
	words, err := translations.In(r.Language)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	blocks := reportBlocks(r, faces)
	if !r.Signed.IsZero() {
		blocks = append(blocks, (&facts{d: d, words: words, text: text}).reportEnd(r.Signed)...)
	}
	text.documents = []document{{language: r.Language, sections: []section{{"DH", blocks}}}}
	text.header(d)
	d.Type = plainReport
	if ps := text.unprintable(faces); ps != nil {
		return nil, ps
	}
	papers, err := printAll(d, text, layOut(d, text, faces))
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return papers[0].PDF, nil
}

// plainReport is the kind of paper that has no model text: tables close together.
const plainReport = "LAP"

func reportBlocks(r model.Report, f faces) []block {
	blocks := []block{{kind: directive, mark: "kop"}, {kind: banner, runs: []run{{r.Title, true}}}}
	if r.Subtitle != "" {
		blocks = append(blocks, block{kind: centred, runs: []run{{r.Subtitle, false}}})
	}
	for _, p := range r.Parts {
		blocks = append(blocks, reportPart(p, f)...)
	}
	return blocks
}

// reportEnd is place and date, and where the head of the clinic signs.
func (f *facts) reportEnd(day model.Date) []block {
	f.signs()
	at := f.words.Day(day.Time())
	if city := clean(f.d.Clinic.City); city != "" {
		at = city + ", " + at
	}
	return []block{{kind: directive, mark: "gap", cells: cellsOf([]string{"6"}, false)}, {kind: signature, runs: []run{{at, false}}}}
}

// keptRows is the length of a table up to which it stands on one page.
const keptRows = 16

func reportPart(p model.ReportPart, f faces) []block {
	blocks := []block{{kind: directive, mark: "gap", cells: cellsOf([]string{"3"}, false)}}
	if p.Title != "" {
		blocks = append(blocks, block{kind: paragraph, runs: []run{{p.Title, true}}})
	}
	if p.Text != "" {
		blocks = append(blocks, block{kind: paragraph, runs: []run{{p.Text, false}}})
	}
	if len(p.Heads) == 0 {
		return blocks
	}
	face := formStyles(plainReport, f)[0].face
	heads := p.Heads
	if p.Bars != nil {
		heads = append(slices.Clip(heads), "")
	}
	blocks = append(blocks, block{kind: directive, mark: "columns", cells: cellsOf([]string{reportColumns(p, face)}, false)},
		block{kind: tableHead, cells: cellsOf(heads, true)})
	for i, row := range p.Rows {
		b := block{kind: tableRow, cells: cellsOf(row, false), keep: len(p.Rows) <= keptRows && i+1 < len(p.Rows)}
		if i < len(p.Bars) {
			b.mark = strconv.FormatFloat(p.Bars[i], 'f', 3, 64)
		}
		blocks = append(blocks, b)
	}
	return blocks
}

func cellsOf(texts []string, bold bool) [][]run {
	cells := make([][]run, len(texts))
	for i, t := range texts {
		cells[i] = []run{{t, bold}}
	}
	return cells
}
