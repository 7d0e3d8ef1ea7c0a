package model

// ReminderChange is what is said with a step of a reminder: the day on which it is taken.
type ReminderChange struct{ Today Date }

// Steps of a reminder that the home screen takes.
const (
	StepDone   StepName = "done"
	StepReopen StepName = "reopen"
)

// ReminderFlow is the life of a reminder. One that repeats stays open when it is done, and is due on its next day.
func ReminderFlow() Flow[Reminder, ReminderStatus, ReminderChange] {
	type (
		step   = Step[Reminder, ReminderStatus, ReminderChange]
		states = []ReminderStatus
	)
	once := func(r Reminder) bool { return !r.Repeats() }
	wasDone := func(r Reminder) bool { return r.Repeats() && !r.DoneDue.IsZero() }

	return Flow[Reminder, ReminderStatus, ReminderChange]{
		State: func(r *Reminder) *ReminderStatus { return &r.Status },
		Check: func(r Reminder, _ ReminderChange) Problems { return r.Check() },
		Steps: []step{
			{Name: StepDone, From: states{ReminderOpen}, To: ReminderDone, For: once, Main: always[Reminder], Do: (*Reminder).done},
			{Name: StepDone, From: states{ReminderOpen}, For: Reminder.Repeats, Main: always[Reminder], Do: (*Reminder).repeat},
			{Name: StepReopen, From: states{ReminderOpen}, For: wasDone, Do: (*Reminder).reopen, Variant: func(Reminder) string { return "last" }},
			{Name: "dismiss", From: states{ReminderOpen}, To: ReminderDismissed},
			{Name: StepReopen, From: states{ReminderDone}, To: ReminderOpen, Do: (*Reminder).reopen},
			{Name: StepReopen, From: states{ReminderDismissed}, To: ReminderOpen},
		},
	}
}

func (r *Reminder) done(said ReminderChange) { r.DoneOn, r.DoneDue = said.Today, r.DueDate }

// repeat goes on to the next due day after today: weeks off leave one reminder, not one for each day that passed.
func (r *Reminder) repeat(said ReminderChange) {
	r.done(said)
	r.DueDate, _ = r.Next(said.Today)
}

// reopen takes back that a reminder was done last.
func (r *Reminder) reopen(ReminderChange) {
	if !r.DoneDue.IsZero() {
		r.DueDate = r.DoneDue
	}
	r.DoneOn, r.DoneDue = Date{}, Date{}
}
