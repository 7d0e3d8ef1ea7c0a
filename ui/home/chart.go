package home

import (
	"cmp"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/chart"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// chosenChart is the setting which of the charts is shown.
const chosenChart = "home_chart"

// picture is one of the charts: its name on the chip, the title with what it opens, and how it is drawn.
type picture struct {
	name, title string
	open        func()
	draw        func(model.Charts) fyne.CanvasObject
}

// pictures are the charts, and the latest mails that nobody has linked: one is seen at a time, so that the screen stays calm.
func (h *home) pictures() []picture {
	w := h.desk.Words
	return []picture{
		{"referrals", w.Say("home.referrals_month"), func() { h.desk.Go("reports") }, h.months},
		{"sectors", w.Say("home.sectors"), h.behind("agreements", 1), h.sectors},
		{"obstacles", w.Say("home.obstacles"), h.behind("obstacles", 1), h.obstacles},
		{"mails", w.Say("home.mails"), h.behind("letters", 1), h.mails},
	}
}

// showCharts draws the chosen picture below chips that choose another one.
func (h *home) showCharts(c model.Charts) {
	w := h.desk.Words
	settings := h.desk.Settings()
	all := h.pictures()
	at := max(0, slices.IndexFunc(all, func(p picture) bool { return p.name == settings.String(chosenChart) }))
	chips := container.NewHBox()
	for i, p := range all {
		chip := look.NewFilterChip(w.Say("home.chart_"+p.name), look.Plain, func() {
			settings.SetString(chosenChart, p.name)
			h.showCharts(c)
		})
		chip.Chosen = i == at
		chips.Add(chip)
	}

	title := look.NewTap(look.Heading(all[at].title), all[at].open)
	h.charts.Objects = []fyne.CanvasObject{container.NewBorder(container.NewVBox(container.NewHScroll(chips), title), nil, nil, nil, all[at].draw(c))}
	h.charts.Refresh()
}

// months are the outgoing referrals of the last twelve months; a month opens its list.
func (h *home) months(c model.Charts) fyne.CanvasObject {
	w := h.desk.Words
	today := h.desk.Today()
	if bars := chart.Months(w, c.Referrals, chart.YearBack(today), today, h.desk.MonthBehind); bars != nil {
		return look.PadXY(8, 4, chart.New(bars, false, 80))
	}
	return nothing(w, "home.no_referrals")
}

// sectors are the agreements in force by the sector of their partner; a sector opens its list.
func (h *home) sectors(c model.Charts) fyne.CanvasObject {
	return h.ranked(c.Sectors, "sector", "home.no_agreements", func(code string, name func(translations.Words) string) func() {
		return h.desk.Behind("agreements", room.AgreementChip("in_force", h.desk.Today(), model.Filters{model.BySector: code}).Named(name))
	})
}

// obstacles are those that stand in the way by category.
func (h *home) obstacles(c model.Charts) fyne.CanvasObject {
	year := model.PeriodOf("year", h.desk.Today())
	return h.ranked(c.Obstacles, "obstacle_category", "home.no_obstacles", func(code string, name func(translations.Words) string) func() {
		return h.desk.Behind("obstacles", room.FigureChip("obstacles_open", year, model.Filters{model.ByCategory: code}).Named(name))
	})
}

// ranked are lying bars, the longest first.
func (h *home) ranked(counts map[string]int, group, none string, open func(code string, name func(translations.Words) string) func()) fyne.CanvasObject {
	w := h.desk.Words
	codes := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(w.Label(group, a), w.Label(group, b)))
	})

	var bars []chart.Bar
	for _, code := range codes {
		bars = append(bars, chart.Bar{Label: w.Label(group, code), Value: float64(counts[code]), Text: w.Count(counts[code]), Strong: true,
			Open: open(code, func(w translations.Words) string { return w.Label(group, code) })})
	}

	if len(bars) == 0 {
		return nothing(w, none)
	}
	return container.NewVScroll(look.PadXY(8, 0, chart.New(bars, true, 0)))
}

// mails are the latest ones that nobody has linked.
func (h *home) mails(c model.Charts) fyne.CanvasObject {
	if len(c.Unlinked) == 0 {
		return nothing(h.desk.Words, "home.no_mails")
	}

	rows := container.New(&look.Lines{})
	for _, m := range c.Unlinked {
		text := container.New(&look.Lines{Gap: -14}, look.Text(room.Dash(m.Title), theme.ColorNameForeground, theme.SizeNameText, false),
			look.Text(m.Detail, look.ColorMuted, theme.SizeNameCaptionText, false))
		rows.Add(look.NewTap(text, func() { h.desk.Open(m.Entity, m.Record) }))
	}
	return container.NewVScroll(rows)
}

func nothing(w translations.Words, key string) fyne.CanvasObject {
	return look.Paragraph(w.Say(key), look.ColorMuted, theme.SizeNameText, false)
}
