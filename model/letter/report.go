package letter

import (
	"fmt"
	"slices"
	"strconv"

	"jejaring/model"
	"jejaring/model/letter/typeset"
	"jejaring/translations"
)

// Report makes a plain document of tables and paragraphs under the clinic's letterhead, as a PDF. It has no number.
func (w *Writer) Report(c model.Clinic, r model.Report) ([]byte, error) {
	faces, err := w.faces()
	if err != nil {
		return nil, err
	}
	d := model.LetterData{Type: "DH", Language: r.Language, Clinic: c, Training: &model.Training{Title: r.Title}}
	text, err := newComposition(d)
	if err != nil {
		return nil, err
	}
	words, err := translations.In(r.Language)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	blocks := reportBlocks(r, faces)
	if !r.Signed.IsZero() {
		blocks = append(blocks, (&facts{d: d, words: words, made: text}).reportEnd(r.Signed)...)
	}
	text.manuscripts = []typeset.Manuscript{{Sections: []typeset.Section{{Key: "DH", Blocks: blocks}}}}
	text.sign()
	text.header(c)
	d.Type = plainReport
	if ps := text.unprintable(faces); ps != nil {
		return nil, ps
	}
	papers, err := printAll(d, text, layOut(d, text, faces), faces)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return papers[0].PDF, nil
}

// plainReport is the kind of paper that has no model text: tables close together.
const plainReport = "LAP"

func reportBlocks(r model.Report, f typeset.Faces) []typeset.Block {
	blocks := []typeset.Block{{Shape: typeset.Directive, Mark: "kop"}, {Shape: typeset.Banner, Runs: []typeset.Run{{Text: r.Title, Bold: true}}}}
	if r.Subtitle != "" {
		blocks = append(blocks, typeset.Block{Shape: typeset.Centred, Runs: []typeset.Run{{Text: r.Subtitle}}})
	}
	for _, p := range r.Parts {
		blocks = append(blocks, reportPart(p, f)...)
	}
	return blocks
}

// reportEnd is place and date, and where the head of the clinic signs.
func (f *facts) reportEnd(day model.Date) []typeset.Block {
	f.signs()
	at := f.words.Day(day.Time())
	if city := typeset.Clean(f.d.Clinic.City); city != "" {
		at = city + ", " + at
	}
	return []typeset.Block{{Shape: typeset.Directive, Mark: "gap", Cells: cellsOf([]string{"6"}, false)}, {Shape: typeset.SignatureHere, Runs: []typeset.Run{{Text: at}}}}
}

// keptRows is the length of a table up to which it stands on one page.
const keptRows = 16

func reportPart(p model.ReportPart, f typeset.Faces) []typeset.Block {
	blocks := []typeset.Block{{Shape: typeset.Directive, Mark: "gap", Cells: cellsOf([]string{"3"}, false)}}
	if p.Title != "" {
		blocks = append(blocks, typeset.Block{Shape: typeset.Paragraph, Runs: []typeset.Run{{Text: p.Title, Bold: true}}})
	}
	if p.Text != "" {
		blocks = append(blocks, typeset.Block{Shape: typeset.Paragraph, Runs: []typeset.Run{{Text: p.Text}}})
	}
	if len(p.Heads) == 0 {
		return blocks
	}
	heads := p.Heads
	if p.Bars != nil {
		heads = append(slices.Clip(heads), "")
	}
	blocks = append(blocks, typeset.Block{Shape: typeset.Directive, Mark: "columns", Cells: cellsOf([]string{f.FitColumns(formStyles(plainReport)[0], tableWidth, p.Heads, p.Rows, p.Bars != nil)}, false)},
		typeset.Block{Shape: typeset.TableHead, Cells: cellsOf(heads, true)})
	for i, row := range p.Rows {
		b := typeset.Block{Shape: typeset.TableRow, Cells: cellsOf(row, false), Keep: len(p.Rows) <= keptRows && i+1 < len(p.Rows)}
		if i < len(p.Bars) {
			b.Mark = strconv.FormatFloat(p.Bars[i], 'f', 3, 64)
		}
		blocks = append(blocks, b)
	}
	return blocks
}

func cellsOf(texts []string, bold bool) [][]typeset.Run {
	cells := make([][]typeset.Run, len(texts))
	for i, t := range texts {
		cells[i] = []typeset.Run{{Text: t, Bold: bold}}
	}
	return cells
}
