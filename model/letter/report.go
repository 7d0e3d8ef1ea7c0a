package letter

import (
	"fmt"
	"slices"
	"strconv"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// Report makes a plain document of tables and paragraphs under the clinic's letterhead, as a PDF. It has no number.
func (w *Writer) Report(clinic model.Clinic, r model.Report) ([]byte, error) {
	faces, err := w.faces()
	if err != nil {
		return nil, err
	}

	c, err := w.report(clinic, r, faces)
	if err != nil {
		return nil, err
	}

	if ps := c.unprintable(faces); ps != nil {
		return nil, ps
	}

	papers, err := c.papers(faces)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return papers[0].PDF, nil
}

// report composes a report: it has no model text, so that its blocks are made here.
func (w *Writer) report(clinic model.Clinic, r model.Report, faces typeset.Faces) (*composition, error) {
	if _, ok := w.languages[r.Language]; !ok {
		return nil, fmt.Errorf("language %q: %w", r.Language, model.ErrNoTemplate)
	}

	c, err := w.begin(reportKind(), model.LetterData{Clinic: clinic}, []string{r.Language})
	if err != nil {
		return nil, err
	}

	c.subject = r.Title
	blocks := reportBlocks(r, faces)
	if !r.Signed.IsZero() {
		f := &facts{d: c.d, words: c.words[0], made: c}
		blocks = append(blocks, f.reportEnd(r.Signed)...)
	}

	c.manuscripts = []typeset.Manuscript{{Sections: []typeset.Section{{Key: "report", Blocks: blocks}}}}
	c.sign()
	c.header(clinic)
	return c, nil
}

func reportBlocks(r model.Report, faces typeset.Faces) []typeset.Block {
	blocks := []typeset.Block{directive("kop", ""), textBlock(typeset.Banner, r.Title, true)}
	if r.Subtitle != "" {
		blocks = append(blocks, textBlock(typeset.Centred, r.Subtitle, false))
	}
	for _, p := range r.Parts {
		blocks = append(blocks, reportPart(p, faces)...)
	}
	return blocks
}

// reportEnd is place and date, and where the head of the clinic signs.
func (f *facts) reportEnd(day model.Date) []typeset.Block {
	f.signs()
	at := join(typeset.Clean(f.d.Clinic.City), f.words.Day(day.Time()))
	return []typeset.Block{directive("gap", "6"), textBlock(typeset.SignatureHere, at, false)}
}

// reportPart is a title, a paragraph and a table, as far as the part has them.
func reportPart(p model.ReportPart, faces typeset.Faces) []typeset.Block {
	blocks := []typeset.Block{directive("gap", "3")}
	if p.Title != "" {
		blocks = append(blocks, textBlock(typeset.Paragraph, p.Title, true))
	}
	if p.Text != "" {
		blocks = append(blocks, textBlock(typeset.Paragraph, p.Text, false))
	}
	if len(p.Heads) == 0 {
		return blocks
	}

	return append(blocks, reportTable(p, faces)...)
}

// keptRows is the length of a table up to which it stands on one page.
const keptRows = 16

func reportTable(p model.ReportPart, faces typeset.Faces) []typeset.Block {
	heads := p.Heads
	if p.Bars != nil {
		heads = append(slices.Clip(heads), "")
	}

	columns := faces.FitColumns(reportStyle(), tableWidth, p.Heads, p.Rows, p.Bars != nil)
	blocks := []typeset.Block{directive("columns", columns), {Shape: typeset.TableHead, Cells: cellsOf(heads, true)}}

	kept := len(p.Rows) <= keptRows
	for i, texts := range p.Rows {
		b := typeset.Block{Shape: typeset.TableRow, Cells: cellsOf(texts, false), Keep: kept && i+1 < len(p.Rows)}
		if i < len(p.Bars) {
			b.Mark = strconv.FormatFloat(p.Bars[i], 'f', 3, 64)
		}
		blocks = append(blocks, b)
	}

	return blocks
}

// directive is a line that is no text, with what it is about.
func directive(name, about string) typeset.Block {
	b := typeset.Block{Shape: typeset.Directive, Mark: name}
	if about != "" {
		b.Cells = cellsOf([]string{about}, false)
	}
	return b
}

func textBlock(shape typeset.Shape, text string, bold bool) typeset.Block {
	return typeset.Block{Shape: shape, Runs: []typeset.Run{{Text: text, Bold: bold}}}
}

func cellsOf(texts []string, bold bool) [][]typeset.Run {
	cells := make([][]typeset.Run, len(texts))
	for i, text := range texts {
		cells[i] = []typeset.Run{{Text: text, Bold: bold}}
	}
	return cells
}
