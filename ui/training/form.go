package training

import (
	"strconv"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/ui/form"
)

func (g *trainings) profile() []form.Group[model.Training] {
	type T = model.Training
	approved := func(r *T) bool { return r.SKPStatus == "approved" }
	return []form.Group[T]{
		{Title: "group.training", Lines: []form.Line[T]{
			form.Text("title", func(r *T) *string { return &r.Title }).Must(),
			form.Choice("type", "training_type", model.TrainingTypes, func(r *T) *string { return &r.Type }).Must(),
			form.Text("training_code", func(r *T) *string { return &r.Number }).Must().Hint("hint.training_code"),
			form.Beside(form.Day("start", func(r *T) *model.Date { return &r.Start }).Must(), form.Day("end", func(r *T) *model.Date { return &r.End }).Must()),
			form.Choice("method", "training_method", model.TrainingMethods, func(r *T) *string { return &r.Method }).Must(),
			form.Text("place", func(r *T) *string { return &r.Place }),
			form.Text("link", func(r *T) *string { return &r.Link }),
			form.Beside(form.Number("quota", func(r *T) *int { return &r.Quota }), form.Day("rsvp_date", func(r *T) *model.Date { return &r.RSVPDate })),
			form.LongText("purpose.text_id", func(r *T) *string { return &r.Purpose.ID }),
			form.LongText("target.text_id", func(r *T) *string { return &r.Target.ID }),
		}},
		{Title: "group.organizer", Right: true, Lines: []form.Line[T]{
			form.Choice("organizer", "organizer", model.Organizers, func(r *T) *string { return &r.Organizer }).Must(),
			g.firstPartner(),
			form.Pick("agreement_id", func(r *T) *model.ID { return &r.AgreementID }, g.desk.Finder("agreement", nil)),
			form.Beside(form.Money("fee", func(r *T) *model.Money { return &r.Fee }), form.Money("budget", func(r *T) *model.Money { return &r.Budget })),
		}},
		{Title: "group.certificate", Right: true, Lines: []form.Line[T]{
			form.Beside(form.Number("min_attendance_pct", func(r *T) *int { return &r.MinAttendancePct }), form.Decimal("jpl_total", func(r *T) *float64 { return &r.JPL }).Hint("hint.jpl")),
			form.Check("uses_tests", func(r *T) *bool { return &r.UsesTests }),
		}},
		{Right: true, When: func(r *T) bool { return r.UsesTests }, Lines: []form.Line[T]{form.Number("passing_score", func(r *T) *int { return &r.PassingScore })}},
		{Right: true, Lines: []form.Line[T]{
			form.Choice("skp_status", "skp_status", model.SKPStatuses, func(r *T) *string { return &r.SKPStatus }).Must().Hint("hint.skp"),
			form.Text("accredited_institution", func(r *T) *string { return &r.Accredited }),
		}},
		{Right: true, When: approved, Lines: []form.Line[T]{
			form.Beside(form.Decimal("skp_value", func(r *T) *float64 { return &r.SKPValue }),
				form.Choice("skp_domain", "skp_domain", model.SKPDomains, func(r *T) *string { return &r.SKPDomain })),
			form.Text("skp_reference", func(r *T) *string { return &r.SKPReference }),
		}},
		{Right: true, When: func(r *T) bool { return r.Status == model.TrainingFinished || r.Status == model.TrainingReported },
			Lines: []form.Line[T]{form.Decimal("evaluation", func(r *T) *float64 { return &r.Evaluation }).Hint("hint.evaluation")}},
		{Title: "group.english", Right: true, Rare: true, Lines: []form.Line[T]{
			form.Text("title_en", func(r *T) *string { return &r.TitleEN }),
			form.LongText("purpose.text_en", func(r *T) *string { return &r.Purpose.EN }),
			form.LongText("notes", func(r *T) *string { return &r.Notes }),
		}},
		{Title: "group.existing_training", Right: true, Rare: true, When: func(r *T) bool { return r.ID == 0 }, Lines: []form.Line[T]{
			form.Choice("status", "training_status", model.TrainingStatuses, func(r *T) *model.TrainingStatus { return &r.Status }).Must().Hint("hint.existing_training"),
		}},
		{Right: true, When: func(r *T) bool { return r.ID == 0 && r.Status == model.TrainingCancelled }, Lines: []form.Line[T]{
			form.LongText("status_reason", func(r *T) *string { return &r.StatusReason }).Must(),
		}},
	}
}

// firstPartner edits the partner that a training is held with.
func (g *trainings) firstPartner() *form.Field[model.Training] {
	first := func(r *model.Training) *model.ID {
		var id model.ID
		if len(r.PartnerIDs) > 0 {
			id = r.PartnerIDs[0]
		}
		return &id
	}
	return form.Pick("partner_ids", first, g.desk.Finder("partner", nil)).Label("list.partner").Set(func(r *model.Training, text string) string {
		n, _ := strconv.ParseInt(text, 10, 64)
		switch {
		case n == 0 && len(r.PartnerIDs) < 2:
			r.PartnerIDs = nil
		case n != 0 && len(r.PartnerIDs) == 0:
			r.PartnerIDs = []model.ID{model.ID(n)}
		case n != 0:
			r.PartnerIDs = append([]model.ID{model.ID(n)}, r.PartnerIDs[1:]...)
		}

		return ""
	})
}

// sessions are the lessons, with their speakers.
func (g *trainings) sessions() []form.Group[model.Training] {
	type (
		T = model.Training
		S = model.Session
	)
	clock := func(name string, at func(*S) *string) *form.Field[S] {
		return form.Text(name, at).Set(func(s *S, text string) string {
			*at(s) = clockText(text)
			return ""
		}).Must().Short()
	}
	rows := form.NewRows("sessions", "session.add", func(r *T) *[]S { return &r.Sessions }, g.nextSession, func() []*form.Field[S] {
		return []*form.Field[S]{
			form.Text("topic", func(s *S) *string { return &s.Topic }).Must(),
			form.Day("date", func(s *S) *model.Date { return &s.Date }).Must(),
			clock("start", func(s *S) *string { return &s.Start }).Label("field.sessions.start"),
			clock("end", func(s *S) *string { return &s.End }).Label("field.sessions.end"),
			form.Text("room", func(s *S) *string { return &s.Room }).Short(),
			form.Words("speakers", func(s *S) *[]string { return &s.Speakers }),
			form.Decimal("jpl", func(s *S) *float64 { return &s.JPL }).Hint("hint.session_jpl"),
		}
	})

	return []form.Group[T]{{Title: "group.sessions", Lines: []form.Line[T]{rows}}}
}

// nextSession begins where the last one of the open training ended, and lasts as long.
func (g *trainings) nextSession() model.Session {
	g.Keep()
	r := g.Draft()
	s := model.Session{Date: r.Start, Start: "08:00", End: "09:30", Was: model.NoMarks}
	if n := len(r.Sessions); n > 0 {
		last := r.Sessions[n-1]
		s.Date, s.Start, s.End = last.Date, last.End, ""
		from, err1 := time.Parse("15:04", last.Start)
		to, err2 := time.Parse("15:04", last.End)
		if end := to.Add(to.Sub(from)); err1 == nil && err2 == nil && end.Day() == to.Day() {
			s.End = end.Format("15:04")
		}
	}

	return s
}

// clockText writes a time of day as HH:MM where it can be one: 8.30, 0830 and 8:30 are the same.
func clockText(text string) string {
	text = strings.Replace(strings.TrimSpace(text), ".", ":", 1)
	if len(text) == 4 && !strings.Contains(text, ":") {
		text = text[:2] + ":" + text[2:]
	}
	if len(text) == 4 && text[1] == ':' {
		text = "0" + text
	}
	return text
}
