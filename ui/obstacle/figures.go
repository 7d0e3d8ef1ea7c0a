package obstacle

import (
	"cmp"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/ui/chart"
	"jejaring/ui/room"
)

// figures are K19 and K20: what stands in the way at the end of the period, and how long it took to resolve what was.
func figures(d room.Desk, of room.Reported) []room.Figure {
	w := d.Words
	days := func(k model.KPIs) string {
		if k.ObstacleDays == nil {
			return room.None
		}
		if whole := int(*k.ObstacleDays); float64(whole) == *k.ObstacleDays {
			return w.Say("report.k20_days", whole)
		}
		return w.Say("report.k20_days", *k.ObstacleDays)
	}
	open := room.FigureChip("obstacles_open", of.Period, nil)
	resolved := room.FigureChip("obstacles_resolved", of.Period, nil)
	stands := sum(of.Now, "/open")
	done := sum(of.Now, "/resolved")

	return []room.Figure{
		{Key: "K19", Label: w.Say("report.k19_open"), Value: w.Count(stands), Note: w.Say("report.k19_note", done), Open: d.Behind(place, open, resolved)},
		{Key: "K20", Label: w.Say("report.k20"), Value: days(of.Now), Before: days(of.Before), Open: d.Behind(place, resolved, open)},
	}
}

func sum(k model.KPIs, end string) (n int) {
	for name, count := range k.Obstacles {
		if strings.HasSuffix(name, end) {
			n += count
		}
	}
	return n
}

// parts are the obstacles by category, the most frequent first: a chart of all, and a table of those that stand in the way,
// those that were resolved, and the median of the days that this took.
func parts(d room.Desk, of room.Reported) []room.ReportPart {
	w, k := d.Words, of.Now
	bars := room.ReportPart{Title: w.Say("report.k19"), Lying: true}
	table := room.ReportPart{Title: w.Say("report.k20"), Heads: []string{w.Say("field.category"), w.Say("report.k19_stands"),
		w.Say("report.k19_resolved"), w.Say("report.k20_median")}}

	var behind []func()
	for _, code := range ranked(k.Obstacles) {
		open := k.Obstacles[code+"/open"]
		resolved := k.Obstacles[code+"/resolved"]
		days := room.None
		if median := k.DaysByCategory[code]; median != nil {
			days = w.Decimal(*median, -1)
		}

		chip := func(set string) room.Chip {
			return room.FigureChip(set, of.Period, model.Filters{model.ByCategory: code})
		}
		lists := []room.Chip{chip("obstacles_open"), chip("obstacles_resolved")}
		if open == 0 {
			slices.Reverse(lists)
		}

		name := w.Label("obstacle_category", code)
		show := d.Behind(place, lists...)
		bars.Bars = append(bars.Bars, chart.Bar{Label: name, Value: float64(open + resolved), Text: w.Count(open + resolved), Strong: true, Open: show})
		table.Rows = append(table.Rows, []string{name, w.Count(open), w.Count(resolved), days})
		behind = append(behind, show)
	}

	table.Open = func(row int) { behind[row]() }
	return []room.ReportPart{bars, table}
}

// ranked are the categories that occur, the most frequent first, and those as frequent in the order of their list.
func ranked(counts map[string]int) []string {
	number := func(code string) int { return counts[code+"/open"] + counts[code+"/resolved"] }
	codes := slices.DeleteFunc(model.ObstacleCategories(), func(code string) bool { return number(code) == 0 })
	slices.SortStableFunc(codes, func(a, b string) int { return cmp.Compare(number(b), number(a)) })
	return codes
}
