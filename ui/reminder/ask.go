package reminder

import (
	"context"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// Ask begins a reminder about a record, or about none, over what is open.
func (r *Room) Ask(d room.Desk, about model.Subject) { r.at(d).ask(about) }

func (d *desk) ask(about model.Subject) {
	task.Run(d.Tasks, func(ctx context.Context) (string, error) {
		if about.ID == 0 {
			return "", nil
		}
		return d.Named(ctx, about.Entity, about.ID), nil
	}, func(name string, _ error) {
		w := d.Words
		text := w.Say("reminder.ask_text")
		if name != "" {
			text = w.Say("reminder.ask_about", w.Label("entity", string(about.Entity)), name)
		}

		room.Ask(d.Desk, model.NewReminder(d.Today(), about), room.Question[model.Reminder]{Entity: string(model.EntityReminder),
			Title: w.Say("reminder.new"), Text: text, Do: w.Say("action.save"), Groups: []form.Group[model.Reminder]{{Lines: d.lines()}},
			Submit: d.keep})
	})
}

// lines are the inputs that every reminder has.
func (d *desk) lines() []form.Line[model.Reminder] {
	type R = model.Reminder
	none := func(text string) string {
		if text == "" {
			return "0" // on its day and not before
		}
		return text
	}
	return []form.Line[R]{
		form.Text("title", func(r *R) *string { return &r.Title }).Must().Label("field.reminder.title").Hint("hint.reminder_title"),
		form.Beside(form.Day("due_date", func(r *R) *model.Date { return &r.DueDate }).Must().Label("field.reminder.due_date"),
			form.Number("lead_days", func(r *R) *int { return &r.LeadDays }).Through(none, func(_, typed string) string { return none(typed) })),
		form.Beside(form.Choice("recurrence", "recurrence", model.Recurrences, func(r *R) *string { return &r.Recurrence }).Must(),
			form.Choice("priority", "priority", model.Priorities, func(r *R) *string { return &r.Priority }).Must()),
		form.Pick("assignee_staff_id", func(r *R) *model.ID { return &r.AssigneeStaffID }, d.Finder(model.EntityStaff, nil)),
		form.LongText("note", func(r *R) *string { return &r.Note }),
	}
}

// keep stores a new reminder and says when it will be seen.
func (d *desk) keep(r model.Reminder, done func(error)) {
	task.Run(d.Tasks, func(ctx context.Context) (model.Reminder, error) {
		err := d.Reminders.Save(ctx, &r)
		return r, err
	}, func(r model.Reminder, err error) {
		done(err)
		if err != nil || !d.Current() {
			return
		}
		d.Shown().Reload()
		w := d.Words
		said := w.Say("reminder.kept_now")
		if from := r.DueDate.AddDays(-r.LeadDays); from.After(d.Today()) {
			said = w.Say("reminder.kept", w.Day(from.Time()))
		}
		d.Notify(said, w.Say("action.open"), func() { d.Open(model.EntityReminder, r.ID) })
	})
}

// done is the button of a row of the home screen: it is taken back where that is said.
func (d *desk) done(id model.ID) {
	today := d.Today()
	type outcome struct {
		now    model.Reminder
		passed int
	}
	task.Run(d.Tasks, func(ctx context.Context) (o outcome, err error) {
		before, err := d.Reminders.Get(ctx, id)
		if err != nil {
			return o, err
		}
		if before.Repeats() {
			_, o.passed = before.Next(today)
		}
		o.now, err = d.Reminders.Apply(ctx, id, model.StepDone, model.ReminderChange{Today: today})
		return o, err
	}, func(o outcome, err error) {
		if err != nil {
			d.Report(err)
			return
		}
		if d.Current() {
			d.Shown().Reload()
			d.Notify(said(d.Words, o.now, o.passed), d.Words.Say("action.undo"), func() { d.takeBack(id) })
		}
	})
}

// said is what became of a reminder that was done: when one that repeats comes again, and how many of its days passed meanwhile.
func said(w translations.Words, r model.Reminder, passed int) string {
	switch {
	case !r.Repeats():
		return w.Say("reminder.done")
	case passed == 0:
		return w.Say("reminder.done_next", w.Day(r.DueDate.Time()))
	}
	return w.Say("reminder.done_passed", passed, w.Day(r.DueDate.Time()))
}

func (d *desk) takeBack(id model.ID) {
	today := d.Today()
	task.Run(d.Tasks, func(ctx context.Context) (model.Reminder, error) {
		return d.Reminders.Apply(ctx, id, model.StepReopen, model.ReminderChange{Today: today})
	}, func(_ model.Reminder, err error) {
		switch {
		case err != nil:
			d.Report(err)
		case d.Current():
			d.Shown().Reload()
		}
	})
}

// about is the second line of a row of the home screen: its day, and what it is about.
func about(w translations.Words, a model.Attention) string {
	return room.Joined(w.ShortDay(a.Due.Time()), a.Detail)
}
