package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
)

// reportWidth is the room for a table on the page, in millimetres.
const reportWidth = 165

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
	text.documents = []document{{language: r.Language, sections: []section{{"DH", reportBlocks(r)}}}}
	text.header(d)
	if ps := text.unprintable(faces); ps != nil {
		return nil, ps
	}
	papers, err := printAll(d, text, layOut(d, text, faces))
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return papers[0].PDF, nil
}

func reportBlocks(r model.Report) []block {
	blocks := []block{{kind: directive, mark: "kop"}, {kind: banner, runs: []run{{r.Title, true}}}}
	if r.Subtitle != "" {
		blocks = append(blocks, block{kind: centred, runs: []run{{r.Subtitle, false}}})
	}
	for _, p := range r.Parts {
		blocks = append(blocks, reportPart(p)...)
	}
	return blocks
}

func reportPart(p model.ReportPart) []block {
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
	blocks = append(blocks, block{kind: directive, mark: "columns", cells: cellsOf([]string{reportColumns(len(p.Heads))}, false)},
		block{kind: tableHead, cells: cellsOf(p.Heads, true)})
	for _, row := range p.Rows {
		blocks = append(blocks, block{kind: tableRow, cells: cellsOf(row, false)})
	}
	return blocks
}

// reportColumns gives the first column twice the room of the others.
func reportColumns(n int) string {
	unit := reportWidth / (n + 1)
	widths := []string{fmt.Sprint(reportWidth - unit*(n-1))}
	for range n - 1 {
		widths = append(widths, fmt.Sprint(unit))
	}
	return strings.Join(widths, " ")
}

func cellsOf(texts []string, bold bool) [][]run {
	cells := make([][]run, len(texts))
	for i, t := range texts {
		cells[i] = []run{{t, bold}}
	}
	return cells
}
