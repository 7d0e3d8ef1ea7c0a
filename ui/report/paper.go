package report

import (
	"bytes"
	"context"
	"encoding/csv"

	"jejaring/model"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

// paper is the report as a plain document.
func (r *reports) paper() model.Report {
	w, d := r.desk.Words, r.data
	out := model.Report{Language: w.Language(), Title: w.Say("report.title"), Subtitle: w.Say("report.subtitle", r.desk.Clinic().Name, r.days(r.period))}
	figures := model.ReportPart{Title: w.Say("report.figures"), Heads: []string{w.Say("report.indicator"), w.Say("report.value")}}
	if d.hasBefore {
		figures.Heads = append(figures.Heads, w.Say("report.before_head"))
	}

	figures.Heads = append(figures.Heads, w.Say("field.note"))
	for _, f := range r.figures(d) {
		row := []string{f.Key + " " + f.Label, f.Value}
		if d.hasBefore {
			row = append(row, f.Before)
		}
		figures.Rows = append(figures.Rows, append(row, f.Note))
	}

	out.Parts = append(out.Parts, figures)
	for _, p := range r.parts(d) {
		if len(p.Rows) > 0 {
			out.Parts = append(out.Parts, model.ReportPart{Title: p.Title, Heads: p.Heads, Rows: p.Rows, Bars: shares(p)})
		}
	}

	if d.hasBefore {
		out.Parts = append(out.Parts, model.ReportPart{Text: w.Say("report.compared", r.days(r.period), r.days(r.period.Before()))})
	}

	out.Parts = append(out.Parts, model.ReportPart{Text: w.Say("report.note")}, model.ReportPart{Text: w.Say("report.closing", r.desk.Clinic().Name)})
	out.Signed = r.desk.Today()
	return out
}

// name is the file name of the report, without its ending.
func (r *reports) name() string {
	return r.desk.Words.Say("report.file", r.period.From.String()+"-"+r.period.To.String())
}

// export writes the report as CSV for spreadsheets.
func (r *reports) export() { r.desk.SaveAs(r.name()+".csv", reportCSV(r.paper())) }

// reportCSV writes the tables of a report below each other, as spreadsheets of this country read them: UTF-8 with a byte
// order mark, semicolons, CRLF (brief section 7.4).
func reportCSV(doc model.Report) []byte {
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = ';', true
	write := func(cells []string) {
		line := make([]string, len(cells))
		for i, c := range cells {
			line[i] = register.Harmless(c)
		}
		_ = w.Write(line) // a buffer takes everything
	}
	write([]string{doc.Title, doc.Subtitle})

	for _, p := range doc.Parts {
		write(nil)
		if p.Text != "" {
			write([]string{p.Text})
			continue
		}

		write([]string{p.Title})
		write(p.Heads)
		for _, row := range p.Rows {
			write(row)
		}
	}

	w.Flush()
	return out.Bytes()
}

// preview shows the report as a PDF with the clinic's letterhead, page by page.
func (r *reports) preview() {
	doc := r.paper()
	r.desk.ShowPDF(room.PDF{Title: doc.Title, Hint: doc.Subtitle, Name: r.name() + ".pdf",
		Bytes: func(ctx context.Context) ([]byte, error) { return r.desk.Papers.Report(ctx, doc) }})
}
