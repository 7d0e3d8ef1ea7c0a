package evaluation

import (
	"jejaring/model"
	"jejaring/ui/form"
)

// groups are when and where the evaluation takes place, with whom, and what is judged.
func (g *evaluations) groups() []form.Group[model.Evaluation] {
	type E = model.Evaluation
	return []form.Group[E]{
		{Title: "group.evaluation", Lines: []form.Line[E]{
			form.Beside(form.Day("period_start", func(r *E) *model.Date { return &r.PeriodStart }).Must(),
				form.Day("period_end", func(r *E) *model.Date { return &r.PeriodEnd }).Must()),
			form.Beside(form.Day("date", func(r *E) *model.Date { return &r.Date }), form.Text("place", func(r *E) *string { return &r.Place })),
		}},
		{Title: "group.evaluation_attendees", Lines: []form.Line[E]{g.attendees()}},
		{Title: "group.evaluation_items", Lines: []form.Line[E]{items()}},
	}
}

func (g *evaluations) attendees() form.Line[model.Evaluation] {
	type A = model.Attendee
	return form.NewRows("attendees", "evaluation.add_attendee", func(r *model.Evaluation) *[]A { return &r.Attendees },
		func() A { return A{Party: "p1"} }, func() []*form.Field[A] {
			return []*form.Field[A]{
				form.Text("name", func(a *A) *string { return &a.Name }).Label("field.attendees.name").Must(),
				form.Text("position", func(a *A) *string { return &a.Position }).Label("field.attendees.position"),
				form.Choice("party", "party", model.PartyRoles, func(a *A) *string { return &a.Party }).Label("field.attendees.party").Must(),
			}
		})
}

// items are what is judged; the scores have a page of their own.
func items() form.Line[model.Evaluation] {
	type I = model.EvaluationItem
	text := func(name string, at func(*I) *string) *form.Field[I] { return form.Text(name, at) }
	return form.NewRows("items", "evaluation.add_item", func(r *model.Evaluation) *[]I { return &r.Items }, func() I { return I{} },
		func() []*form.Field[I] {
			return []*form.Field[I]{
				form.LongText("text_id", func(i *I) *string { return &i.Text.ID }).Label("field.items.text_id").Must(),
				text("indicator", func(i *I) *string { return &i.Indicator }),
				text("baseline", func(i *I) *string { return &i.Baseline }),
				text("target", func(i *I) *string { return &i.Target }),
				text("actual", func(i *I) *string { return &i.Actual }),
				text("note", func(i *I) *string { return &i.Note }),
				text("partner_note", func(i *I) *string { return &i.PartnerNote }),
				text("text_en", func(i *I) *string { return &i.Text.EN }).Label("field.items.text_en"),
			}
		})
}

// result is how the cooperation goes on, and what both sides learnt.
func (g *evaluations) result() []form.Group[model.Evaluation] {
	type (
		E = model.Evaluation
		B = model.BenefitScore
		F = model.FollowUpAction
	)
	benefits := form.NewRows("benefit_scores", "evaluation.add_benefit", func(r *E) *[]B { return &r.BenefitScores }, func() B { return B{} },
		func() []*form.Field[B] {
			return []*form.Field[B]{form.Choice("benefit", "benefit", model.Benefits, func(b *B) *string { return &b.Benefit }).Must(),
				form.Number("score", func(b *B) *int { return &b.Score })}
		})
	followUps := form.NewRows("follow_ups", "evaluation.add_follow_up", func(r *E) *[]F { return &r.FollowUps }, func() F { return F{} },
		func() []*form.Field[F] {
			return []*form.Field[F]{form.LongText("text", func(f *F) *string { return &f.Text }).Label("field.follow_ups.text").Must(),
				form.Text("owner", func(f *F) *string { return &f.Owner }).Label("field.follow_ups.owner"),
				form.Day("due_date", func(f *F) *model.Date { return &f.DueDate })}
		})

	return []form.Group[E]{
		{Title: "group.evaluation_result", Lines: []form.Line[E]{
			form.Beside(form.Choice("recommendation", "recommendation", model.Recommendations, func(r *E) *string { return &r.Recommendation }),
				form.Day("next_evaluation_date", func(r *E) *model.Date { return &r.NextDate }).Hint("hint.next_evaluation_date")),
			form.LongText("strengths", func(r *E) *string { return &r.Strengths }),
			form.LongText("weaknesses", func(r *E) *string { return &r.Weaknesses }),
			form.LongText("lessons", func(r *E) *string { return &r.Lessons }).Hint("hint.lessons"),
			form.Number("feedback_score", func(r *E) *int { return &r.FeedbackScore }).Hint("hint.feedback_score"),
			form.LongText("partner_feedback", func(r *E) *string { return &r.PartnerFeedback }),
		}},
		{Title: "group.evaluation_follow_ups", Lines: []form.Line[E]{followUps}},
		{Title: "group.evaluation_benefits", Lines: []form.Line[E]{benefits}},
	}
}
