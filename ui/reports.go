package ui

import (
	"bytes"
	"context"
	"encoding/csv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// reports is the screen of the key figures.
type reports struct {
	app    *App
	object fyne.CanvasObject
	body   *fyne.Container
	day    *form.Form[model.Issue]
	asOf   model.Date
	data   reportData
	latest task.Latest[reportData]
}

func newReports(a *App) *reports {
	r := &reports{app: a, body: container.NewStack(), asOf: a.states.reportDay}
	if r.asOf.IsZero() {
		r.asOf = a.session.Today()
	}
	w := a.words
	type I = model.Issue
	r.day = form.New(w, "report", []form.Group[I]{{Lines: []form.Line[I]{
		form.Day("date", func(i *I) *model.Date { return &i.Date }).Label("report.as_of")}}}, form.Events{Left: func(string) { r.typedDay() }})
	r.day.Load(I{Date: r.asOf}, nil)
	year := func(icon fyne.Resource, years int) fyne.CanvasObject {
		return widget.NewButtonWithIcon("", icon, func() { r.turn(years) })
	}
	export := widget.NewButtonWithIcon(w.Say("report.csv"), theme.DownloadIcon(), r.export)
	print := widget.NewButtonWithIcon(w.Say("report.print"), theme.DocumentPrintIcon(), r.print)
	print.Importance = widget.HighImportance
	tools := []fyne.CanvasObject{year(theme.NavigateBackIcon(), -1), look.Fixed(390, 40, r.day.Bare()), year(theme.NavigateNextIcon(), 1), export, print}
	r.object = container.NewBorder(heading(w.Say("nav.reports"), nil, tools...), nil, nil, nil, r.body)
	return r
}

// Object is the screen.
func (r *reports) Object() fyne.CanvasObject { return r.object }

// Leave goes at once: nothing is typed here.
func (r *reports) Leave(then func()) { then() }

// Keep remembers the day.
func (r *reports) Keep() { r.app.states.reportDay = r.asOf }

// Save does nothing.
func (r *reports) Save() {}

// FocusSearch opens the search over everything.
func (r *reports) FocusSearch() { r.app.showSearch() }

// Create does nothing.
func (r *reports) Create() {}

// turn goes to the end of another year, or to today in this one.
func (r *reports) turn(years int) {
	today := r.app.session.Today()
	r.asOf = model.Date{Year: r.asOf.Year + years, Month: time.December, Day: 31}
	if r.asOf.Year == today.Year {
		r.asOf = today
	}
	r.day.Load(model.Issue{Date: r.asOf}, nil)
	r.Reload()
}

func (r *reports) typedDay() {
	i, problems := r.day.Record()
	if problems.Errors() != nil || i.Date.IsZero() {
		r.day.Load(model.Issue{Date: r.asOf}, nil)
		return
	}
	if i.Date != r.asOf {
		r.asOf = i.Date
		r.Reload()
	}
}

// Reload computes the figures anew.
func (r *reports) Reload() {
	r.Keep()
	session, asOf := r.app.session, r.asOf
	r.latest.Run(r.app.Tasks, func(ctx context.Context) (reportData, error) {
		k, err := session.Figures.KPIs(ctx, asOf)
		d := reportData{KPIs: k, partners: map[string]model.Partner{}}
		if err != nil {
			return d, err
		}
		if d.staff, err = session.Staff.Find(ctx, model.Query{Sort: "name"}); err != nil {
			return d, err
		}
		if d.agreements, err = session.Agreements.Find(ctx, model.Query{Filter: map[string]string{"status": model.StatusActive}}); err != nil {
			return d, err
		}
		partners, err := session.Partners.Find(ctx, model.Query{})
		for _, p := range partners {
			d.partners[codeOf(p.Base)] = p
		}
		return d, err
	}, func(d reportData, err error) {
		if err != nil {
			r.app.report(err)
			return
		}
		r.data = d
		r.draw()
	})
}

func (r *reports) draw() {
	cards := container.New(&cardGrid{least: 210, gap: 12})
	for _, f := range r.figures(r.data) {
		cards.Add(r.card(f))
	}
	all := container.NewVBox(cards, look.Gap(1, 4))
	parts := container.New(&cardGrid{least: 430, gap: 12})
	for _, p := range r.parts(r.data) {
		if p.bars != nil {
			parts.Add(r.chartCard(p))
		}
	}
	all.Add(parts)
	for _, p := range r.parts(r.data) {
		if p.bars == nil && len(p.rows) > 0 {
			all.Add(r.tableCard(p))
		}
	}
	all.Add(look.Hint(r.app.words.Say("report.note")))
	r.body.Objects = []fyne.CanvasObject{container.NewVScroll(container.NewBorder(nil, nil, nil, look.Gap(8, 1), all))}
	r.body.Refresh()
}

// card is a figure with its name; a click opens the list behind it.
func (r *reports) card(f figure) fyne.CanvasObject {
	number := widget.NewRichText(&widget.TextSegment{Text: f.value, Style: widget.RichTextStyle{
		SizeName: theme.SizeNameHeadingText, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNameForeground}})
	colour := map[look.Tone]fyne.ThemeColorName{look.Good: theme.ColorNameSuccess, look.Soon: theme.ColorNameWarning, look.Plain: look.ColorMuted}[f.tone]
	box := container.New(&plain{gap: -10}, look.Muted(f.label), number, look.Text(f.note, colour, theme.SizeNameCaptionText, false))
	content := container.New(plainBottom{}, box)
	if f.open == nil {
		return look.Card(content)
	}
	return look.Card(look.NewTap(content, f.open))
}

// chartCard is a chart under its title.
func (r *reports) chartCard(p reportPart) fyne.CanvasObject {
	return look.Card(container.NewBorder(look.Heading(p.title), nil, nil, nil, look.PadXY(10, 6, newChart(p.bars, p.lying, 190))))
}

// tableCard is a table under its title; its rows lead to their records.
func (r *reports) tableCard(p reportPart) fyne.CanvasObject {
	box := container.NewVBox(look.Heading(p.title))
	line := func(cells []string, colour fyne.ThemeColorName, bold bool) fyne.CanvasObject {
		row := container.New(&tableRow{})
		for _, c := range cells {
			row.Add(look.Text(c, colour, theme.SizeNameText, bold))
		}
		return row
	}
	box.Add(line(p.heads, look.ColorMuted, true))
	box.Add(widget.NewSeparator())
	for i, cells := range p.rows {
		row := line(cells, theme.ColorNameForeground, false)
		if p.open != nil {
			row = look.NewTap(row, func() { p.open(i) })
		}
		box.Add(row)
	}
	return look.Card(box)
}

// tableRow gives the first column more room than the others.
type tableRow struct{}

func (tableRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(200, h)
}

func (tableRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	unit, x := size.Width/(float32(len(o))+1.4), float32(0)
	for i, c := range o {
		w := unit
		if i == 0 {
			w = unit * 2.4
		}
		c.Move(fyne.NewPos(x, 0))
		c.Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}

// cardGrid places cards of the same width in rows, as many as have room; the cards of a row have one height.
type cardGrid struct{ least, gap, width float32 }

func (l *cardGrid) columns() int {
	return max(1, int((l.width+l.gap)/(l.least+l.gap)))
}

func (l *cardGrid) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.least, l.place(o, l.width, false))
}

func (l *cardGrid) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(o, size.Width, true)
}

func (l *cardGrid) place(o []fyne.CanvasObject, width float32, move bool) float32 {
	n := l.columns()
	w, y := (width-l.gap*float32(n-1))/float32(n), float32(0)
	for from := 0; from < len(o); from += n {
		row := o[from:min(from+n, len(o))]
		var h float32
		for _, x := range row {
			h = max(h, x.MinSize().Height)
		}
		for i, x := range row {
			if move {
				x.Move(fyne.NewPos(float32(i)*(w+l.gap), y))
				x.Resize(fyne.NewSize(w, h))
			}
		}
		y += h + l.gap
	}
	return y
}

// paper is the report as a plain document.
func (r *reports) paper() model.Report {
	w := r.app.words
	out := model.Report{Language: w.Language(), Title: w.Say("report.title"), Subtitle: w.Say("report.subtitle", r.app.clinic.Name, w.Day(r.asOf.Time()))}
	figures := model.ReportPart{Title: w.Say("report.figures"), Heads: []string{w.Say("report.indicator"), w.Say("report.value"), w.Say("field.note")}}
	for _, f := range r.figures(r.data) {
		figures.Rows = append(figures.Rows, []string{f.key + " " + f.label, f.value, f.note})
	}
	out.Parts = append(out.Parts, figures)
	for _, p := range r.parts(r.data) {
		if len(p.rows) > 0 {
			out.Parts = append(out.Parts, model.ReportPart{Title: p.title, Heads: p.heads, Rows: p.rows})
		}
	}
	out.Parts = append(out.Parts, model.ReportPart{Text: w.Say("report.note")})
	return out
}

// export writes the report as CSV for spreadsheets.
func (r *reports) export() {
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = ';', true
	doc := r.paper()
	_ = w.Write([]string{doc.Title, doc.Subtitle})
	for _, p := range doc.Parts {
		if p.Title == "" {
			continue
		}
		_ = w.Write(nil)
		_ = w.Write([]string{p.Title})
		_ = w.Write(p.Heads)
		_ = w.WriteAll(p.Rows)
	}
	w.Flush()
	r.app.saveAs(r.app.words.Say("report.file", r.asOf.String())+".csv", out.Bytes())
}

// print makes the report as a PDF with the clinic's letterhead and hands it to the printer.
func (r *reports) print() {
	a, doc := r.app, r.paper()
	a.printReport(doc, a.words.Say("report.file", r.asOf.String())+".pdf")
}

// printReport prints a plain document, or shows it where the system cannot print.
func (a *App) printReport(doc model.Report, name string) {
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) {
		pdf, err := session.Papers.Report(ctx, doc)
		if err != nil {
			return false, err
		}
		return a.System.Print(name, pdf)
	}, func(printed bool, err error) {
		switch {
		case err != nil:
			a.report(err)
		case printed:
			a.notify(a.words.Say("file.printed", name), "", nil)
		}
	})
}
