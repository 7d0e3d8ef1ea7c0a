package ui

import (
	"bytes"
	"context"
	"encoding/csv"

	"jejaring/model"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// paper is the report as a plain document.
func (r *reports) paper() model.Report {
	w, d := r.app.words, r.data
	out := model.Report{Language: w.Language(), Title: w.Say("report.title"), Subtitle: w.Say("report.subtitle", r.app.clinic.Name, r.days(r.period))}
	figures := model.ReportPart{Title: w.Say("report.figures"), Heads: []string{w.Say("report.indicator"), w.Say("report.value")}}
	if d.hasBefore {
		figures.Heads = append(figures.Heads, w.Say("report.before_head"))
	}
	figures.Heads = append(figures.Heads, w.Say("field.note"))
	for _, f := range r.figures(d) {
		row := []string{f.key + " " + f.label, f.value}
		if d.hasBefore {
			row = append(row, f.before)
		}
		figures.Rows = append(figures.Rows, append(row, f.note))
	}
	out.Parts = append(out.Parts, figures)
	for _, p := range r.parts(d) {
		if len(p.rows) > 0 {
			out.Parts = append(out.Parts, model.ReportPart{Title: p.title, Heads: p.heads, Rows: p.rows, Bars: p.shares()})
		}
	}
	if d.hasBefore {
		out.Parts = append(out.Parts, model.ReportPart{Text: w.Say("report.compared", r.days(r.period), r.days(r.period.Before()))})
	}
	out.Parts = append(out.Parts, model.ReportPart{Text: w.Say("report.note")}, model.ReportPart{Text: w.Say("report.closing", r.app.clinic.Name)})
	out.Signed = r.app.session.Today()
	return out
}

// name is the file name of the report, without its ending.
func (r *reports) name() string {
	return r.app.words.Say("report.file", r.period.From.String()+"-"+r.period.To.String())
}

// export writes the report as CSV for spreadsheets.
func (r *reports) export() { r.app.saveAs(r.name()+".csv", reportCSV(r.paper())) }

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

// printReport prints a plain document, or shows it where the system cannot print; printed follows once it was printed.
func (a *App) printReport(doc model.Report, name string, printed ...func()) {
	session := a.session
	a.print(name, func(ctx context.Context) ([]byte, error) { return session.Papers.Report(ctx, doc) }, printed...)
}

// saveReport asks where to write a plain document; saved follows once it is written.
func (a *App) saveReport(doc model.Report, name string, saved ...func()) {
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) ([]byte, error) { return session.Papers.Report(ctx, doc) }, func(pdf []byte, err error) {
		if err != nil {
			a.report(err)
			return
		}
		a.saveFile(name, pdf, saved...)
	})
}

// print hands a PDF to the printer, or shows it where the system cannot print.
func (a *App) print(name string, pdf func(context.Context) ([]byte, error), then ...func()) {
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) {
		content, err := pdf(ctx)
		if err != nil {
			return false, err
		}
		return a.System.Print(name, content)
	}, func(printed bool, err error) {
		switch {
		case err != nil:
			a.report(err)
		case printed:
			a.notify(a.words.Say("file.printed", name), "", nil)
			for _, do := range then {
				do()
			}
		}
	})
}
