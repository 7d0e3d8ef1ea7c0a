package evaluation

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// shownPapers is how many of the last papers a summary names.
const shownPapers = 3

// read is the page of an evaluation that is read: the scores of both sides beside one another, what the register knows of the period,
// and how it goes on.
func (g *evaluations) read(r model.Evaluation) fyne.CanvasObject {
	d := g.desk
	w := d.Words
	known := container.New(&look.Lines{Gap: 2})
	left := []room.Section{{Title: w.Say("group.evaluation_items"), Content: g.scored(r)}, {Title: w.Say("group.evaluation_facts"), Content: known}}
	for _, x := range []struct{ field, text string }{{"strengths", r.Strengths}, {"weaknesses", r.Weaknesses}, {"lessons", r.Lessons}, {"partner_feedback", r.PartnerFeedback}} {
		if x.text != "" {
			left = append(left, room.Section{Title: w.Field(x.field), Content: paragraph(x.text)})
		}
	}

	next := ""
	if !r.NextDate.IsZero() {
		next = w.Day(r.NextDate.Time())
	}
	right := []room.Section{
		{Title: w.Say("group.evaluation_result"), Content: d.Facts(w.Say("evaluation.unscored"), room.Fact{Label: w.Field("score_avg"), Text: d.average(r)},
			room.Fact{Label: w.Field("recommendation"), Text: d.recommended(r)}, room.Fact{Label: w.Field("next_evaluation_date"), Text: next},
			room.Fact{Label: w.Field("record_no"), Text: r.RecordNo, Copy: true})},
		{Title: w.Say("group.evaluation_follow_ups"), Content: g.followUps(r)},
		{Title: w.Say("field.evaluation.agreement_id"), Content: d.LinkRow(r.About, r.Partners, "", look.Plain, model.EntityAgreement, r.AgreementID)},
		{Title: w.Say("summary.papers"), Content: d.Latest(model.EntityDocument, model.ByEvaluation, r.ID, shownPapers, w.Say("papers.none"))},
	}

	task.Run(d.Tasks, func(ctx context.Context) (model.EvaluationFacts, error) { return d.Evaluations.Facts(ctx, r) }, func(f model.EvaluationFacts, err error) {
		if err != nil {
			d.Report(err)
			return
		}
		g.showFacts(known, f)
	})

	return room.Summary(left, right)
}

// scored are the items with the scores of both sides; where they differ, by how much.
func (g *evaluations) scored(r model.Evaluation) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: 4})
	for i, item := range r.Items {
		chip, mark := w.Say("evaluation.unscored"), look.Soon
		if n, ok := item.Value(); ok {
			chip, mark = w.Decimal(n, -1), graded(n)
		}

		var said []string
		for _, x := range []struct{ key, text string }{{"evaluation.before", item.Baseline}, {"evaluation.wanted", item.Target}, {"evaluation.reached", item.Actual}} {
			if x.text != "" {
				said = append(said, w.Say(x.key, x.text))
			}
		}
		if apart, both := item.Apart(); both {
			said = append(said, w.Say("evaluation.sides", item.OwnScore, item.PartnerScore))
			if apart != 0 {
				chip += " · " + w.Say("evaluation.apart", max(apart, -apart))
				mark = look.Soon
			}
		}
		box.Add(room.WaitRow(chip, mark, fmt.Sprintf("%d. %s", i+1, room.Joined(append([]string{room.Sentence(item.Text.ID)}, said...)...))))
	}

	if len(r.Items) == 0 {
		box.Add(look.Paragraph(w.Say("evaluation.no_items"), look.ColorMuted, theme.SizeNameText, false))
	}
	return box
}

// showFacts says how the duties of the period were met, and what stood in the way.
func (g *evaluations) showFacts(box *fyne.Container, f model.EvaluationFacts) {
	d := g.desk
	w := d.Words
	box.Add(paragraph(w.Say("evaluation.obligations", f.Done, f.Total, f.Overdue)))
	for _, o := range f.Obstacles {
		box.Add(d.LinkRow(o.Title, room.Joined(w.Label("obstacle_category", o.Category), f.Owners[o.OwnerStaffID]), w.Label("obstacle_status", string(o.Status)), look.Plain,
			model.EntityObstacle, o.ID))
	}
	if len(f.Obstacles) == 0 {
		box.Add(look.Paragraph(w.Say("evaluation.no_obstacles"), look.ColorMuted, theme.SizeNameText, false))
	}
	box.Refresh()
}

func (g *evaluations) followUps(r model.Evaluation) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: -6})
	for _, f := range r.FollowUps {
		due := ""
		if !f.DueDate.IsZero() {
			due = w.ShortDay(f.DueDate.Time())
		}
		box.Add(paragraph(room.Joined(f.Text, f.Owner, due)))
	}
	if len(r.FollowUps) == 0 {
		box.Add(look.Paragraph(w.Say("evaluation.no_follow_ups"), look.ColorMuted, theme.SizeNameText, false))
	}
	return box
}

func paragraph(text string) fyne.CanvasObject {
	return look.Paragraph(text, theme.ColorNameForeground, theme.SizeNameText, false)
}
