package report

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/chart"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

func (r *reports) draw() {
	w, d := r.desk.Words, r.data
	r.enable(!d.empty)
	if d.empty {
		r.body.Objects = []fyne.CanvasObject{container.NewVBox(look.Card(look.Pad(8, r.firstStep())))}
		r.body.Refresh()
		return
	}

	said := w.Say("report.flows", r.days(r.period))
	if d.hasBefore {
		said = w.Say("report.compared", r.days(r.period), r.days(r.period.Before()))
	}

	cards := container.New(&cardGrid{least: look.Scaled(210), gap: 12})
	for _, f := range r.figures(d) {
		cards.Add(r.card(f))
	}

	all := container.NewVBox(look.Hint(said), cards, look.Gap(1, 4))
	charts := container.New(&cardGrid{least: look.Scaled(430), gap: 12})
	tables := container.New(&look.Lines{Gap: 12})
	r.owedAt = nil
	for _, p := range r.parts(d) {
		switch {
		case p.Bars != nil:
			charts.Add(r.chartCard(p))
		case len(p.Rows) > 0:
			tables.Add(r.tableCard(p))
			if p.Key == "K18" {
				r.owedAt = tables.Objects[len(tables.Objects)-1]
			}
		}
	}

	if d.Outgoing == 0 && d.TrainingsDone == 0 {
		all.Add(look.Card(look.Pad(8, look.Paragraph(w.Say("report.no_flows"), look.ColorMuted, theme.SizeNameText, false))))
	}

	all.Objects = append(all.Objects, charts, tables, look.Hint(w.Say("report.note")))
	r.scroll = container.NewVScroll(container.NewBorder(nil, nil, nil, look.Gap(8, 1), all))
	r.body.Objects = []fyne.CanvasObject{r.scroll}
	r.body.Refresh()
}

// firstStep is what stands here while the register is empty.
func (r *reports) firstStep() fyne.CanvasObject {
	w := r.desk.Words
	begin := look.NewButtonWithIcon(w.Say("partner.new"), theme.ContentAddIcon(), func() { r.desk.Show("partners").Create() })
	return container.NewVBox(look.Paragraph(w.Say("report.empty"), look.ColorMuted, theme.SizeNameText, false), container.NewHBox(begin))
}

// card is a figure with its name; a click opens the list behind it.
func (r *reports) card(f room.Figure) fyne.CanvasObject {
	colour := map[look.Tone]fyne.ThemeColorName{look.Good: theme.ColorNameSuccess, look.Soon: theme.ColorNameWarning, look.Plain: look.ColorMuted}[f.Tone]
	lines := []fyne.CanvasObject{look.Text(f.Note, colour, theme.SizeNameCaptionText, false)}
	if f.Before != "" {
		before := look.Text(r.desk.Words.Say("report.before", f.Before), look.ColorMuted, theme.SizeNameCaptionText, false)
		if f.Note == "" {
			lines = nil
		}
		lines = append(lines, before)
	}

	return look.Card(look.NewTap(chart.FigureBox(f.Label, f.Value, lines...), f.Open))
}

// chartCard is a chart under its title.
func (r *reports) chartCard(p room.ReportPart) fyne.CanvasObject {
	return look.Card(container.NewBorder(look.Heading(p.Title), nil, nil, nil, look.PadXY(10, 6, chart.New(p.Bars, p.Lying, 190))))
}

// tableCard is a table under its title; its rows lead to their records.
func (r *reports) tableCard(p room.ReportPart) fyne.CanvasObject {
	columns := newTableColumns(p.Heads, p.Rows)
	line := func(cells []string, colour fyne.ThemeColorName, bold bool) fyne.CanvasObject {
		row := make([]fyne.CanvasObject, len(cells))
		for i, c := range cells {
			row[i] = look.Text(c, colour, theme.SizeNameText, bold)
		}
		return container.New(columns, row...)
	}
	box := container.New(&look.Lines{}, look.Heading(p.Title), line(p.Heads, look.ColorMuted, true), widget.NewSeparator())

	for i, cells := range p.Rows {
		row := line(cells, theme.ColorNameForeground, false)
		if p.Open != nil {
			row = look.NewTap(row, func() { p.Open(i) })
		}
		box.Add(row)
	}

	return look.Card(box)
}
