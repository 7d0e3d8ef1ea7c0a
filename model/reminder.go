package model

import "strings"

// EntityReminder is the record type of the reminders that people write themselves.
const EntityReminder Entity = "reminder"

// AttentionReminder is the row of the home screen for such a reminder (brief section 4.14).
const AttentionReminder = "custom"

// The least and the most days before its due day on which a reminder can appear, and those of a new one.
const (
	LeadLeast = 0
	LeadMost  = 90
	LeadUsual = 7
)

// Reminder is what somebody wants to be reminded of: on its own, or about one record. Filters of its register: status, priority,
// assignee_staff_id, agreement_id, partner_id, referral_id, training_id, obstacle_id, open.
type Reminder struct {
	Base
	Title           string         `json:"title"`
	DueDate         Date           `json:"due_date"`
	LeadDays        int            `json:"lead_days"`
	Recurrence      string         `json:"recurrence"`
	Priority        string         `json:"priority"`
	AssigneeStaffID ID             `json:"assignee_staff_id,omitempty"`
	AgreementID     ID             `json:"agreement_id,omitempty"`
	PartnerID       ID             `json:"partner_id,omitempty"`
	ReferralID      ID             `json:"referral_id,omitempty"`
	TrainingID      ID             `json:"training_id,omitempty"`
	ObstacleID      ID             `json:"obstacle_id,omitempty"`
	Note            string         `json:"note,omitempty"`
	Status          ReminderStatus `json:"status"`
	// DoneOn is when it was done last, DoneDue the due day that this was for: by it the last time is taken back.
	DoneOn  Date `json:"done_on"`
	DoneDue Date `json:"done_due"`
	// DueDay is the day of the month that a reminder which repeats goes back to after a shorter month.
	DueDay int `json:"due_day,omitempty"`
	// About and Assignee are names. Read only.
	About    string `json:"-"`
	Assignee string `json:"-"`
}

// ReminderStatus is the state of a reminder.
type ReminderStatus string

// The states of a reminder.
const (
	ReminderOpen      ReminderStatus = "open"
	ReminderDone      ReminderStatus = "done"
	ReminderDismissed ReminderStatus = "dismissed"
)

// ReminderStatuses lists the states in the order of a reminder's life.
func ReminderStatuses() []ReminderStatus {
	return []ReminderStatus{ReminderOpen, ReminderDone, ReminderDismissed}
}

// The priorities that change where a row of the home screen stands.
const (
	PriorityLow  = "low"
	PriorityHigh = "high"
)

// Priorities lists how much a reminder matters.
func Priorities() []string { return []string{PriorityLow, "normal", PriorityHigh} }

// NewReminder is a reminder about a record, or about none, that is due in a week.
func NewReminder(today Date, about Subject) Reminder {
	r := Reminder{Status: ReminderOpen, Priority: "normal", Recurrence: "once", LeadDays: LeadUsual, DueDate: today.AddDays(LeadUsual)}
	for of, at := range r.subjects() {
		*at = about.Of(of)
	}
	return r
}

// subjects are the places of the records that a reminder can be about.
func (r *Reminder) subjects() map[Entity]*ID {
	return map[Entity]*ID{EntityAgreement: &r.AgreementID, EntityPartner: &r.PartnerID, EntityReferral: &r.ReferralID,
		EntityTraining: &r.TrainingID, EntityObstacle: &r.ObstacleID}
}

// Remindable reports whether reminders can be about records of a type.
func Remindable(of Entity) bool { return (&Reminder{}).subjects()[of] != nil }

// Subject is the record that a reminder is about, or none.
func (r Reminder) Subject() Subject {
	for of, at := range r.subjects() {
		if *at != 0 {
			return About(of, *at)
		}
	}
	return Subject{}
}

// Check returns every broken rule.
func (r *Reminder) Check() Problems {
	var c checker
	r.Title = strings.TrimSpace(r.Title)
	c.text("title", r.Title, 200)
	c.oneOf("priority", r.Priority, Priorities())
	c.oneOf("recurrence", r.Recurrence, Recurrences())
	c.oneOf("status", string(r.Status), texts(ReminderStatuses()))
	c.between("lead_days", r.LeadDays, LeadLeast, LeadMost)
	if r.DueDate.IsZero() {
		c.add("due_date", CodeRequired)
	}
	if r.Status == ReminderDone && r.DoneOn.IsZero() {
		c.add("done_on", CodeRequired)
	}

	named := 0
	for _, at := range r.subjects() {
		if *at != 0 {
			named++
		}
	}
	if named > 1 {
		c.add("partner_id", "reminder_link")
	}

	r.keepDay()
	c.limits(r)
	return c.found
}

// keepDay takes over the day of the month that somebody chose; the last day of a short month leaves the one that there was.
func (r *Reminder) keepDay() {
	switch {
	case r.months() == 0 || r.DueDate.IsZero():
		r.DueDay = 0
	case r.DueDate.Day > r.DueDay || r.DueDate.AddDays(1).Month == r.DueDate.Month:
		r.DueDay = r.DueDate.Day
	}
}

// Validate returns the rules that forbid saving, or nil.
func (r *Reminder) Validate() error { return r.Check().Errors() }

// months is the length of a period, 0 for what is due once.
func (r Reminder) months() int { return Obligation{Recurrence: r.Recurrence}.months() }

// Repeats reports whether a reminder that was done comes again.
func (r Reminder) Repeats() bool { return r.months() > 0 }

// Shows reports whether the home screen has a reminder on a day: from its lead on, until it is done.
func (r Reminder) Shows(day Date) bool {
	return r.Status == ReminderOpen && !r.DueDate.After(day.AddDays(r.LeadDays))
}

// Next is the due day of a reminder that repeats after it was done on a day: the first after both. Passed are the due days
// between, which nobody has to make up for.
func (r Reminder) Next(day Date) (next Date, passed int) {
	by := r.DueDate
	by.Day = max(r.DueDay, by.Day) // a short month does not shorten those that follow
	for n := 1; ; n++ {
		if next = by.AddMonths(n * r.months()); next.After(day) {
			return next, n - 1
		}
	}
}

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
