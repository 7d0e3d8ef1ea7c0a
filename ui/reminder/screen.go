package reminder

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

// reminders is the screen of all reminders.
type reminders struct {
	*register.Screen[model.Reminder]
	desk   *desk
	object fyne.CanvasObject
}

type (
	reminderSteps = room.Steps[model.Reminder, model.ReminderStatus, model.ReminderChange]
	reminderStep  = model.Step[model.Reminder, model.ReminderStatus, model.ReminderChange]
)

func newReminders(d *desk) *reminders {
	type R = model.Reminder
	g := &reminders{desk: d}
	w := d.Words
	g.Screen = register.New(d.Env, register.Spec[R]{
		Entity: string(model.EntityReminder),
		List: register.ListSpec[R]{Records: d.Reminders, ID: func(r R) model.ID { return r.ID }, Search: "reminder.search", Empty: "reminder.empty",
			Columns: g.columns(), Filters: g.filters(), Menus: []register.Menu{d.Menu(model.ByPriority, "priority", model.Priorities())}},
		Base: func(r *R) *model.Base { return &r.Base }, Check: (*R).Check,
		New:   func() R { return model.NewReminder(d.Today(), model.Subject{}) },
		Title: func(r R) string { return r.Title }, Subtitle: g.subtitle, Chips: g.chips, Actions: g.actions,
		Tabs: []register.Tab[R]{
			{Title: "tab.reminder", Groups: g.groups},
			{Title: "tab.history", View: func(r R) fyne.CanvasObject { return d.HistoryOf(model.EntityReminder, r.ID) }},
		},
	}, d.state)
	g.object = look.Border(room.Heading(w.Say("nav.reminders"), nil, g.Tools()...), nil, nil, nil, g.Screen.Object())

	return g
}

// Object is the screen.
func (g *reminders) Object() fyne.CanvasObject { return g.object }

// steps are what the window makes of the flow of reminders.
func (g *reminders) steps() reminderSteps {
	return reminderSteps{Desk: g.desk.Desk, Entity: model.EntityReminder, Flow: model.ReminderFlow(),
		Now:  func() model.ReminderChange { return model.ReminderChange{Today: g.desk.Today()} },
		Take: g.take, With: func(then func(model.Reminder)) { g.Stored(func() { then(*g.Draft()) }) }}
}

func (g *reminders) take(r model.Reminder, step model.StepName, said model.ReminderChange, _ func(error)) {
	d := g.desk
	task.Run(d.Tasks, func(ctx context.Context) (model.Reminder, error) { return d.Reminders.Apply(ctx, r.ID, step, said) },
		func(r model.Reminder, err error) {
			if err != nil {
				d.Report(err)
				return
			}
			d.Notify(d.Words.Say("reminder.now", d.Words.Label("reminder_status", string(r.Status)), d.Words.Day(r.DueDate.Time())), "", nil)
			g.ReloadAt(r.ID)
		})
}

func (g *reminders) actions(r model.Reminder) []register.Action {
	steps := g.steps()
	var list []register.Action
	shown := model.StepName("")
	if next := steps.Next(r); next != nil {
		list = append(list, steps.Button(r, *next))
		shown = next.Name
	}

	return append(list, register.Action{Icon: theme.MoreVerticalIcon(), Do: func() {
		items := steps.Items(r, func(s reminderStep) bool { return s.Name == shown })
		if of := r.Subject(); of.ID != 0 {
			items = append(items, fyne.NewMenuItem(g.desk.Words.Say("reminder.open_subject"), func() { g.desk.Open(of.Entity, of.ID) }))
		}
		g.desk.ShowMenu(model.Subject{}, items)
	}})
}

func (g *reminders) subtitle(r model.Reminder) string {
	w := g.desk.Words
	text := room.Joined(w.Say("reminder.due", w.Day(r.DueDate.Time())), r.About)
	if !r.DoneOn.IsZero() {
		return room.Joined(text, w.Say("reminder.done_on", w.Day(r.DoneOn.Time())))
	}
	return text
}

func (g *reminders) chips(r model.Reminder) []*look.Chip {
	w := g.desk.Words
	chips := []*look.Chip{look.NewChip(w.Label("reminder_status", string(r.Status)), tone(r))}
	if r.Priority == model.PriorityHigh {
		chips = append(chips, look.NewChip(w.Label("priority", r.Priority), look.Soon))
	}
	if r.Assignee != "" {
		chips = append(chips, look.NewChip(r.Assignee, look.Plain))
	}
	return chips
}

// tone is the meaning of a state's colour.
func tone(r model.Reminder) look.Tone {
	return map[model.ReminderStatus]look.Tone{model.ReminderOpen: look.Busy, model.ReminderDone: look.Good}[r.Status]
}

func (g *reminders) columns() []register.Column[model.Reminder] {
	type R = model.Reminder
	w := g.desk.Words
	soft := func(text string) register.Cell { return register.Cell{Text: text, Soft: true} }

	return []register.Column[R]{
		{Title: "field.reminder.title", Sort: "title", Width: 3.4, Show: func(r R) register.Cell { return register.Cell{Text: r.Title, Under: r.About} }},
		{Title: "field.reminder.due_date", Sort: "due_date", Width: 1.7, Show: func(r R) register.Cell {
			return register.Cell{Text: w.ShortDay(r.DueDate.Time()), Soft: true, Whole: true}
		}},
		{Title: "field.recurrence", Width: 1.4, Spare: true, Show: func(r R) register.Cell { return soft(w.Label("recurrence", r.Recurrence)) }},
		{Title: "field.assignee_staff_id", Width: 2, Spare: true, Show: func(r R) register.Cell { return soft(r.Assignee) }},
		{Title: "field.priority", Sort: "priority", Width: 1.2, Spare: true, Show: func(r R) register.Cell { return soft(w.Label("priority", r.Priority)) }},
		{Title: "field.status", Sort: "status", Width: 1.8, Show: func(r R) register.Cell {
			return register.Cell{Chip: w.Label("reminder_status", string(r.Status)), Tone: tone(r)}
		}},
	}
}

func (g *reminders) filters() []register.Filter {
	var all []register.Filter
	for _, s := range model.ReminderStatuses() {
		all = append(all, register.Filter{Label: g.desk.Words.Label("reminder_status", string(s)), Tone: tone(model.Reminder{Status: s}),
			Set: model.Filters{model.ByStatus: string(s)}})
	}
	return all
}

// groups are the form: what every reminder has, and the one record that it can be about.
func (g *reminders) groups() []form.Group[model.Reminder] {
	type R = model.Reminder
	d := g.desk
	pick := func(of model.Entity, at func(*R) *model.ID) *form.Field[R] {
		return form.Pick(string(of)+"_id", at, d.Finder(of, nil))
	}

	return []form.Group[R]{
		{Title: "group.reminder", Lines: d.lines()},
		{Title: "group.reminder_about", Lines: []form.Line[R]{
			pick(model.EntityPartner, func(r *R) *model.ID { return &r.PartnerID }),
			pick(model.EntityAgreement, func(r *R) *model.ID { return &r.AgreementID }), // its number and title are long
			form.Beside(pick(model.EntityReferral, func(r *R) *model.ID { return &r.ReferralID }),
				pick(model.EntityTraining, func(r *R) *model.ID { return &r.TrainingID })),
			pick(model.EntityObstacle, func(r *R) *model.ID { return &r.ObstacleID }),
		}},
	}
}
