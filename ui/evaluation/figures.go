package evaluation

import (
	"math"

	"jejaring/model"
	"jejaring/ui/room"
)

// figures are K27: how many agreements were judged, and the mean of their latest averages.
func figures(d room.Desk, of room.Reported) []room.Figure {
	w := d.Words
	mean := func(k model.KPIs) string {
		var all []float64
		for _, x := range k.ScoreList {
			all = append(all, x.Average)
		}
		if len(all) == 0 {
			return room.None
		}
		return w.Decimal(model.Mean(2, all...), 2)
	}

	return []room.Figure{{Key: "K27", Label: w.Say("report.k27"), Value: mean(of.Now), Before: mean(of.Before), Note: w.Say("report.k27_note", len(of.Now.ScoreList)),
		Open: func() { d.Go(place) }}}
}

// parts are the latest average of each agreement, the lowest first, and how it has changed since the one before.
func parts(d room.Desk, of room.Reported) []room.ReportPart {
	w := d.Words
	table := room.ReportPart{Title: w.Say("report.k27"), Heads: []string{w.Say("field.evaluation.agreement_id"), w.Say("list.partner"), w.Say("field.evaluation.date"),
		w.Field("score_avg"), w.Say("report.k27_trend"), w.Field("recommendation")}}
	for _, x := range of.Now.ScoreList {
		trend := room.None
		if x.Before != nil {
			change := int(math.Round(100*x.Average) - math.Round(100**x.Before))
			trend = room.Signed(w.Decimal(float64(change)/100, 2), change)
		}
		table.Rows = append(table.Rows, []string{x.Title, x.Partner, w.ShortDay(x.Date.Time()), w.Say("evaluation.average", w.Decimal(x.Average, 2),
			w.Label("score_label", model.ScoreLabel(x.Average))), trend, w.Label("recommendation", x.Recommendation)})
	}

	table.Open = func(row int) { d.Open(model.EntityEvaluation, of.Now.ScoreList[row].EvaluationID) }
	return []room.ReportPart{table}
}
