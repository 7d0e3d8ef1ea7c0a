package room

import (
	"cmp"
	"maps"
	"slices"

	"jejaring/model"
	"jejaring/ui/chart"
	"jejaring/ui/look"
)

// None stands for a value that does not exist: the median or share of nothing.
const None = "—"

// rankedShown is how many bars a chart has at most.
const rankedShown = 10

// Reported is what the figures of a record type are made of: the key figures of a period, and those of the period before.
type Reported struct {
	Now, Before model.KPIs
	Period      model.Period
}

// Figure is one number of the report with its name, the same of the period before, and the list behind it.
type Figure struct {
	Key, Label, Value, Note, Before string
	Tone                            look.Tone
	Open                            func()
}

// ReportPart is a piece of the report: a chart, a table, or both from the same rows.
type ReportPart struct {
	// Key is that of a figure whose list this is; most parts have none.
	Key   string
	Title string
	Heads []string
	Rows  [][]string
	Bars  []chart.Bar
	// Lying bars go from left to right.
	Lying bool
	// Open acts on a row; nil where there is nothing behind it.
	Open func(row int)
}

// Add adds a row of a name and a number, with its bar; open acts on the bar.
func (p *ReportPart) Add(name, text string, value int, open func()) {
	p.Rows = append(p.Rows, []string{name, text})
	p.Bars = append(p.Bars, chart.Bar{Label: name, Value: float64(value), Text: text, Strong: true, Open: open})
}

// Ranked is a chart of numbers by the names of their codes, the largest first. Title and head are keys.
func (d Desk) Ranked(title, head string, by map[string]int, name func(code string) string, open func(code string) func()) ReportPart {
	w := d.Words
	codes := slices.SortedFunc(maps.Keys(by), func(a, b string) int {
		return cmp.Or(cmp.Compare(by[b], by[a]), cmp.Compare(name(a), name(b)))
	})

	p := ReportPart{Title: w.Say(title), Heads: []string{w.Say(head), w.Say("report.number")}, Lying: true}
	for _, c := range codes[:min(len(codes), rankedShown)] {
		p.Add(cmp.Or(name(c), None), w.Count(by[c]), by[c], open(c))
	}

	return p
}
