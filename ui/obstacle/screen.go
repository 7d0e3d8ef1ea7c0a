package obstacle

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// obstacles is the screen of what stands in the way.
type obstacles struct {
	*register.Screen[model.Obstacle]
	desk   *desk
	object fyne.CanvasObject
}

func newObstacles(d *desk) *obstacles {
	type O = model.Obstacle
	g := &obstacles{desk: d}
	w := d.Words
	g.Screen = register.New(d.Env, register.Spec[O]{
		Entity: string(model.EntityObstacle),
		List: register.ListSpec[O]{Records: d.Obstacles, ID: func(r O) model.ID { return r.ID },
			Search: "obstacle.search", Empty: "obstacle.empty", Columns: g.columns(), Filters: g.filters(), Menus: []register.Menu{
				d.Menu("category", "obstacle_category", model.ObstacleCategories()), d.Menu("severity", "severity", model.Severities()), d.Years()}},
		Base: func(r *O) *model.Base { return &r.Base }, Check: (*O).Check,
		New:   func() O { return model.NewObstacle(d.Today()) },
		Title: func(r O) string { return r.Title }, Subtitle: g.subtitle, Chips: g.chips, Actions: g.actions,
		Saved: func(O) { d.Recount() }, Removed: d.Recount, Roomy: true,
		Tabs: []register.Tab[O]{
			{Title: "tab.summary", View: g.read},
			{Title: "tab.obstacle", Groups: g.groups},
			{Title: "tab.actions", Groups: g.taken},
			{Title: "tab.meetings", Groups: g.meetings},
			{Title: "tab.history", View: func(r O) fyne.CanvasObject { return d.HistoryOf(model.EntityObstacle, r.ID) }},
		},
	}, d.state)
	g.object = look.Border(room.Heading(w.Say("nav.obstacles"), nil, g.Tools()...), nil, nil, nil, g.Screen.Object())

	return g
}

// Object is the screen.
func (g *obstacles) Object() fyne.CanvasObject { return g.object }

// createFor begins an obstacle of another record, by the field that names it.
func (g *obstacles) createFor(field model.FilterName, id model.ID) {
	r := model.NewObstacle(g.desk.Today())
	*map[model.FilterName]*model.ID{model.ByPartner: &r.PartnerID, model.ByAgreement: &r.AgreementID,
		model.ByReferral: &r.ReferralID, model.ByTraining: &r.TrainingID}[field] = id
	g.CreateFrom(r)
}

// steps are what the window makes of the flow of obstacles. One is resolved today, unless somebody says otherwise.
func (g *obstacles) steps() room.Steps[model.Obstacle, model.ObstacleStatus, model.ObstacleChange] {
	now := func() model.ObstacleChange {
		return model.ObstacleChange{Today: g.desk.Today(), ResolvedOn: g.desk.Today()}
	}
	return room.Steps[model.Obstacle, model.ObstacleStatus, model.ObstacleChange]{Desk: g.desk.Desk, Entity: model.EntityObstacle,
		Flow: model.ObstacleFlow(), Now: now, Take: g.take,
		Text: func(r model.Obstacle, _ model.StepName) string { return r.Title },
		With: func(then func(model.Obstacle)) { g.Stored(func() { then(*g.Draft()) }) }}
}

// resolveRow opens an obstacle for a row of the home screen, and over it the form by which it is resolved.
func resolveRow(d room.Desk, a model.Attention) {
	d.Leave(func() {
		g := d.Show(place).(*obstacles)
		register.OpenThen(g.Screen, a.Record, func() { g.steps().Do("resolve") })
	})
}

// takeUpRow does so for one that is grave, with the step that comes next: as a rule nobody has taken it up yet.
func takeUpRow(d room.Desk, a model.Attention) {
	d.Leave(func() {
		g := d.Show(place).(*obstacles)
		register.OpenThen(g.Screen, a.Record, func() {
			if next := g.steps().Next(*g.Draft()); next != nil {
				g.steps().Do(next.Name)
			}
		})
	})
}

// take takes a step; done, if any, is told instead of the form.
func (g *obstacles) take(r model.Obstacle, step model.StepName, said model.ObstacleChange, done func(error)) {
	d := g.desk
	task.Run(d.Tasks, func(ctx context.Context) (model.Obstacle, error) { return d.Obstacles.Apply(ctx, r.ID, step, said) },
		func(r model.Obstacle, err error) {
			switch ps := model.AsProblems(err); {
			case done != nil:
				done(err)
			case ps != nil:
				g.ShowProblems(ps)
			case err != nil:
				d.Report(err)
			}
			if err == nil {
				d.Notify(d.Words.Say("obstacle.now", d.Words.Label("obstacle_status", string(r.Status))), "", nil)
				g.Open(r) // at once, so that what is typed next is not about the record as it was
				g.Reload()
				d.Recount()
			}
		})
}

func (g *obstacles) actions(r model.Obstacle) []register.Action {
	steps := g.steps()
	var list []register.Action
	shown := model.StepName("")
	if next := steps.Next(r); next != nil {
		list = append(list, steps.Button(r, *next))
		shown = next.Name
	}

	return append(list, register.Action{Icon: theme.MoreVerticalIcon(), Do: func() {
		items := steps.Items(r, func(s model.Step[model.Obstacle, model.ObstacleStatus, model.ObstacleChange]) bool {
			return s.Name == shown
		})
		g.desk.ShowMenu(model.About(model.EntityObstacle, r.ID), append(items, fyne.NewMenuItem(g.desk.Words.Say("obstacle.minutes"), func() { g.Stored(func() { g.minutes(*g.Draft()) }) })))
	}})
}

func (g *obstacles) subtitle(r model.Obstacle) string {
	w := g.desk.Words
	text := room.Joined(r.About, w.Say("obstacle.raised", w.Day(r.RaisedOn.Time())))
	if days, done := r.ResolutionDays(); done {
		return room.Joined(text, w.Say("obstacle.took", days))
	}
	if left := g.desk.Today().DaysUntil(r.DueDate); r.Unsettled() && !r.DueDate.IsZero() && left < 0 {
		return room.Joined(text, w.Say("chip.late", -left))
	}

	return text
}

func (g *obstacles) chips(r model.Obstacle) []*look.Chip {
	w := g.desk.Words
	return []*look.Chip{look.NewChip(w.Label("obstacle_status", string(r.Status)), tone(r)), look.NewChip(w.Label("severity", r.Severity), weight(r)),
		look.NewChip(w.Label("obstacle_category", r.Category), look.Plain)}
}

// tone is the meaning of a state's colour, weight that of how grave an obstacle is.
func tone(r model.Obstacle) look.Tone {
	return map[model.ObstacleStatus]look.Tone{model.ObstacleOpen: look.Soon, model.ObstacleInProgress: look.Busy, model.ObstacleResolved: look.Good}[r.Status]
}

func weight(r model.Obstacle) look.Tone {
	if !r.Unsettled() {
		return look.Plain
	}
	return map[string]look.Tone{"critical": look.Late, "high": look.Soon}[r.Severity]
}

func (g *obstacles) columns() []register.Column[model.Obstacle] {
	type O = model.Obstacle
	w := g.desk.Words
	soft := func(text string) register.Cell { return register.Cell{Text: text, Soft: true} }
	day := func(d model.Date) register.Cell {
		return register.Cell{Text: w.ShortDay(d.Time()), Soft: true, Whole: true}
	}

	return []register.Column[O]{
		{Title: "field.title", Sort: "title", Width: 3.4, Show: func(r O) register.Cell { return register.Cell{Text: r.Title, Under: r.About} }},
		{Title: "field.obstacle.about", Width: 2.2, Spare: true, Show: func(r O) register.Cell { return soft(r.About) }},
		{Title: "field.category", Sort: "category", Width: 2.2, Spare: true, Show: func(r O) register.Cell { return soft(w.Label("obstacle_category", r.Category)) }},
		{Title: "field.severity", Width: 1.1, Spare: true, Show: func(r O) register.Cell { return soft(w.Label("severity", r.Severity)) }},
		{Title: "list.raised", Sort: "raised_on", Width: 1.7, Show: func(r O) register.Cell { return day(r.RaisedOn) }},
		{Title: "field.due_date", Sort: "due_date", Width: 1.7, Spare: true, Show: func(r O) register.Cell { return day(r.DueDate) }},
		{Title: "field.status", Sort: "status", Width: 1.8, Show: func(r O) register.Cell {
			return register.Cell{Chip: w.Label("obstacle_status", string(r.Status)), Tone: tone(r)}
		}},
	}
}

func (g *obstacles) filters() []register.Filter {
	w := g.desk.Words
	all := []register.Filter{{Label: w.Say("obstacle.unsettled"), Tone: look.Soon, Set: model.Filters{model.ByOpen: "yes"}}}
	for _, s := range model.ObstacleStatuses() {
		all = append(all, register.Filter{Label: w.Label("obstacle_status", string(s)), Tone: tone(model.Obstacle{Status: s}), Set: model.Filters{model.ByStatus: string(s)}})
	}
	return all
}

// groups are the form. A new obstacle can be over already; of a stored one the state changes by steps.
func (g *obstacles) groups() []form.Group[model.Obstacle] {
	type O = model.Obstacle
	d := g.desk
	over := func(r *O) bool { return !r.Unsettled() }
	pick := func(name string, of model.Entity, at func(*O) *model.ID) *form.Field[O] {
		return form.Pick(name, at, d.Finder(of, nil))
	}

	return []form.Group[O]{
		{Title: "group.obstacle", Lines: []form.Line[O]{
			form.Text("title", func(r *O) *string { return &r.Title }).Must(),
			form.Beside(form.Choice("category", "obstacle_category", model.ObstacleCategories, func(r *O) *string { return &r.Category }).Must(),
				form.Choice("severity", "severity", model.Severities, func(r *O) *string { return &r.Severity }).Must()),
			form.LongText("description", func(r *O) *string { return &r.Description }).Hint("hint.obstacle_description"),
			form.Beside(form.Day("raised_on", func(r *O) *model.Date { return &r.RaisedOn }).Must(), form.Text("raised_by", func(r *O) *string { return &r.RaisedBy })),
		}},
		{Title: "group.obstacle_about", Lines: []form.Line[O]{
			pick("partner_id", model.EntityPartner, func(r *O) *model.ID { return &r.PartnerID }),
			pick("agreement_id", model.EntityAgreement, func(r *O) *model.ID { return &r.AgreementID }), // its number and title are long
			form.Beside(pick("referral_id", model.EntityReferral, func(r *O) *model.ID { return &r.ReferralID }),
				pick("training_id", model.EntityTraining, func(r *O) *model.ID { return &r.TrainingID })),
		}},
		{Title: "group.obstacle_care", Lines: []form.Line[O]{
			pick("owner_staff_id", model.EntityStaff, func(r *O) *model.ID { return &r.OwnerStaffID }),
			form.Beside(form.Day("due_date", func(r *O) *model.Date { return &r.DueDate }), form.Text("escalated_to", func(r *O) *string { return &r.EscalatedTo })),
			form.LongText("root_cause", func(r *O) *string { return &r.RootCause }),
		}},
		{Title: "group.existing_obstacle", When: func(r *O) bool { return r.ID == 0 }, Lines: []form.Line[O]{
			form.Choice("status", "obstacle_status", model.ObstacleStatuses, func(r *O) *model.ObstacleStatus { return &r.Status }).Must().Hint("hint.existing_obstacle")}},
		{When: func(r *O) bool { return r.Status == model.ObstacleResolved }, Lines: []form.Line[O]{
			form.Day("resolved_on", func(r *O) *model.Date { return &r.ResolvedOn }).Must()}},
		{When: over, Lines: []form.Line[O]{form.LongText("resolution", func(r *O) *string { return &r.Resolution })}},
	}
}

// taken is what was done about an obstacle.
func (g *obstacles) taken() []form.Group[model.Obstacle] {
	type A = model.ObstacleAction
	rows := form.NewRows("actions", "obstacle.add_action", func(r *model.Obstacle) *[]A { return &r.Actions },
		func() A { return A{Date: g.desk.Today()} }, func() []*form.Field[A] {
			return []*form.Field[A]{
				form.Day("date", func(a *A) *model.Date { return &a.Date }).Must(),
				form.LongText("text", func(a *A) *string { return &a.Text }).Label("field.actions.text").Must(),
				form.Text("by", func(a *A) *string { return &a.By }).Label("field.actions.by"),
			}
		})

	return []form.Group[model.Obstacle]{{Title: "tab.actions", Lines: []form.Line[model.Obstacle]{rows}}}
}

// meetings are the talks about an obstacle: the parties alone, with a mediator, and the last one.
func (g *obstacles) meetings() []form.Group[model.Obstacle] {
	type M = model.ObstacleMeeting
	d := g.desk
	rows := form.NewRows("meetings", "obstacle.add_meeting", func(r *model.Obstacle) *[]M { return &r.Meetings },
		func() M { return M{Way: "deliberation", Date: d.Today(), Place: d.Clinic().City} }, func() []*form.Field[M] {
			return []*form.Field[M]{
				form.Choice("way", "settlement_way", model.SettlementWays, func(m *M) *string { return &m.Way }).Must(),
				form.Day("date", func(m *M) *model.Date { return &m.Date }).Label("field.meetings.date").Must(),
				form.Text("place", func(m *M) *string { return &m.Place }).Label("field.meetings.place"),
				form.Text("mediator", func(m *M) *string { return &m.Mediator }).Label("field.meetings.mediator"),
				form.LongText("attendees", func(m *M) *string { return &m.Attendees }).Label("field.meetings.attendees").Hint("hint.meeting_attendees"),
				form.LongText("discussed", func(m *M) *string { return &m.Discussed }).Label("field.meetings.discussed"),
				form.LongText("agreed", func(m *M) *string { return &m.Agreed }).Label("field.meetings.agreed").Must(),
				form.Text("by", func(m *M) *string { return &m.By }).Label("field.meetings.by"),
				form.Day("due_date", func(m *M) *model.Date { return &m.DueDate }).Label("field.meetings.due_date"),
			}
		})

	return []form.Group[model.Obstacle]{{Title: "tab.meetings", Lines: []form.Line[model.Obstacle]{rows}}}
}

// minutes shows those of the last talk before they are issued.
func (g *obstacles) minutes(r model.Obstacle) {
	g.desk.ShowPaper(room.PaperJob{DocType: model.DocumentMinutes, Title: r.Title, Issue: model.Issue{About: model.About(model.EntityObstacle, r.ID)},
		Fix: g.ShowProblems}, g.ReloadAt)
}
