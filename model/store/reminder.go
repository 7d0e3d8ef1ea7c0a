package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Reminders is the register of what people want to be reminded of. Filters: status, priority, assignee_staff_id, agreement_id,
// partner_id, referral_id, training_id, obstacle_id, open (yes). Sorts: due_date (the soonest first by default), title, status,
// priority, updated_at. Save takes a new reminder in any state; afterwards the state changes only through Apply.
func (s *Store) Reminders() Reminders { return Reminders{reminders(s), s} }

// Reminders is a register whose records have a life.
type Reminders struct {
	model.Register[model.Reminder]
	store *Store
}

// Apply takes a step of model.ReminderFlow; the zero day means today.
func (r Reminders) Apply(ctx context.Context, id model.ID, step model.StepName, said model.ReminderChange) (model.Reminder, error) {
	return reminderLife(r.store).take(ctx, id, step, said)
}

func reminderLife(s *Store) life[model.Reminder, model.ReminderStatus, model.ReminderChange] {
	return life[model.Reminder, model.ReminderStatus, model.ReminderChange]{flow: model.ReminderFlow(), table: reminders(s),
		complete: func(_ context.Context, _ *sql.Tx, said *model.ReminderChange) error {
			if said.Today.IsZero() {
				said.Today = s.Today()
			}
			return nil
		}}
}

func reminders(s *Store) *table[model.Reminder] {
	filters := equals(model.ByStatus, model.ByPriority, model.ByAssignee, model.ByAgreement, model.ByPartner, model.ByReferral, model.ByTraining,
		model.ByObstacle)
	filters[model.ByOpen] = func(string, model.Filters) (string, []any, error) { return conditions.ReminderOpen, nil, nil }

	return &table[model.Reminder]{store: s, name: "reminder", columns: reminderColumns,
		words: func(r *model.Reminder) []string { return []string{r.Title, r.Note} },
		base:  func(r *model.Reminder) *model.Base { return &r.Base },
		check: (*model.Reminder).Validate, order: "due_date", last: "NOT (" + conditions.ReminderOpen + ")", filters: filters, named: []string{"title"},
		covered: []model.FilterName{model.ByStatus, model.ByPriority, model.ByAssignee},
		sorts:   []string{"due_date", "title", "status", "priority", "updated_at"}, guard: guardReminder, parts: []part[model.Reminder]{loadReminded}}
}

func reminderColumns(r *model.Reminder) []column {
	return []column{{"title", &r.Title}, {"due_date", sqlite.Day(&r.DueDate)}, {"lead_days", &r.LeadDays}, {"recurrence", &r.Recurrence},
		{"priority", &r.Priority}, {"assignee_staff_id", sqlite.Ref(&r.AssigneeStaffID)}, {"agreement_id", sqlite.Ref(&r.AgreementID)},
		{"partner_id", sqlite.Ref(&r.PartnerID)}, {"referral_id", sqlite.Ref(&r.ReferralID)}, {"training_id", sqlite.Ref(&r.TrainingID)},
		{"obstacle_id", sqlite.Ref(&r.ObstacleID)}, {"note", &r.Note}, {"status", &r.Status}, {"done_on", sqlite.Day(&r.DoneOn)},
		{"done_due", sqlite.Day(&r.DoneDue)}, {"due_day", &r.DueDay}}
}

// guardReminder keeps the state, which changes by steps alone.
func guardReminder(_ context.Context, _ *sql.Tx, before, rec *model.Reminder) error {
	if before != nil && rec.Status != before.Status {
		return fmt.Errorf("%s to %s by saving: %w", before.Status, rec.Status, model.ErrTransition)
	}
	return nil
}

// remindedOf names what a reminder is about: of a referral the partner or its number, never the patient.
const remindedOf = `coalesce((SELECT p.name FROM partner p WHERE p.id = reminder.partner_id),
	(SELECT a.title FROM agreement a WHERE a.id = reminder.agreement_id),
	(SELECT t.title FROM training t WHERE t.id = reminder.training_id),
	(SELECT o.title FROM obstacle o WHERE o.id = reminder.obstacle_id),
	(SELECT coalesce(nullif(r.referral_no, ''), r.partner_name) FROM referral r WHERE r.id = reminder.referral_id), '')`

func loadReminded(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Reminder) error {
	return sqlite.Each(ctx, q, "SELECT id, "+remindedOf+", coalesce((SELECT s.name FROM staff s WHERE s.id = assignee_staff_id), '') FROM reminder WHERE id IN (SELECT value FROM json_each(?))",
		[]any{ids}, func(scan func(...any) error) error {
			var id model.ID
			var about, assignee string
			err := scan(&id, &about, &assignee)
			byID[id].About, byID[id].Assignee = about, assignee
			return err
		})
}

func reminderEntry(s *Store) entry {
	e := entryOf(model.EntityReminder, reminders(s), func(r model.Reminder) []string {
		return []string{r.DueDate.String(), r.Title, r.Priority, r.Recurrence, string(r.Status), r.DoneOn.String()}
	}, "reminders", "reminder")
	e.life = func() Life { return reminderLife(s) }
	e.title, e.detail, e.order, e.rank = "title", remindedOf, "due_date", 9
	e.asks = []attentionQuery{{kind: model.AttentionReminder, rank: rankReminder, own: true,
		query: "SELECT id, title, " + remindedOf + ", due_date, priority, coalesce(assignee_staff_id, 0) FROM reminder WHERE deleted_at IS NULL AND " + conditions.ReminderShows}}
	e.dates = []upcomingQuery{{"reminder_due", "due_date", "id", "title", "reminder WHERE deleted_at IS NULL AND " + conditions.ReminderOpen}}

	return e
}

// owners say whose rows of the home screen are: by what somebody gave them, and the names of the staff.
type owners struct {
	rows  map[rowKey]model.ID
	names map[model.ID]string
}

// matterOf is what a row is given to somebody by: it stays the same when the row becomes late.
func matterOf(a model.Attention) rowKey { return rowKey{a.Matter(), a.Entity, a.Record, a.Part, a.Due} }

// of is whose a row is, with the name: a reminder says so itself, unless it was given to somebody else.
func (o owners) of(a model.Attention) (model.ID, string) {
	id := a.Assignee
	if given := o.rows[matterOf(a)]; given != 0 {
		id = given
	}
	return id, o.names[id]
}

// given reads what was given to whom.
func given(ctx context.Context, q sqlite.Querier) (owners, error) {
	o := owners{map[rowKey]model.ID{}, map[model.ID]string{}}
	err := sqlite.Each(ctx, q, "SELECT id, name FROM staff WHERE deleted_at IS NULL", nil, func(scan func(...any) error) error {
		var id model.ID
		var name string
		err := scan(&id, &name)
		o.names[id] = name
		return err
	})
	if err != nil {
		return o, err
	}

	err = sqlite.Each(ctx, q, "SELECT matter, entity, record, part, due, staff_id FROM assigned", nil, func(scan func(...any) error) error {
		var k rowKey
		var id model.ID
		err := scan(&k.kind, &k.entity, &k.record, &k.part, sqlite.Day(&k.due), &id)
		if o.names[id] != "" { // one in the trash takes care of nothing
			o.rows[k] = id
		}
		return err
	})
	return o, err
}

// Assign gives a row of the home screen to a person of the staff, or takes it back with 0. What was given and is settled meanwhile
// is forgotten: a matter that comes again is everybody's.
func (o Overview) Assign(ctx context.Context, row model.Attention, staff model.ID, today model.Date) error {
	if row.Kind == model.AttentionReminder { // which keeps it itself, also when it repeats
		r, err := o.s.Reminders().Get(ctx, row.Record)
		if err != nil {
			return err
		}
		r.AssigneeStaffID = staff
		return o.s.Reminders().Save(ctx, &r)
	}

	awake, asleep, err := o.Waiting(ctx, today, 0)
	if err != nil {
		return err
	}

	keep := map[rowKey]model.ID{}
	for _, a := range append(awake, asleep...) {
		if a.Assignee != 0 && a.Kind != model.AttentionReminder {
			keep[matterOf(a)] = a.Assignee
		}
	}

	delete(keep, matterOf(row))
	if staff != 0 {
		keep[matterOf(row)] = staff
	}
	return o.s.change(ctx, func(tx *sql.Tx) error { return writeGiven(ctx, tx, keep) })
}

func writeGiven(ctx context.Context, tx *sql.Tx, rows map[rowKey]model.ID) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM assigned"); err != nil {
		return err
	}
	for k, staff := range rows {
		if _, err := tx.ExecContext(ctx, "INSERT INTO assigned (matter, entity, record, part, due, staff_id) VALUES (?, ?, ?, ?, ?, ?)",
			k.kind, k.entity, k.record, k.part, k.due.String(), staff); err != nil {
			return err
		}
	}
	return nil
}

// Owners are those of the staff whom something on the home screen was given to, by name; somebody of whom all is done is not among them
// once something else is given.
func (o Overview) Owners(ctx context.Context, today model.Date) ([]model.Hit, error) {
	found := []model.Hit{}
	query := `SELECT id, name FROM staff WHERE deleted_at IS NULL AND (id IN (SELECT staff_id FROM assigned)
		OR id IN (SELECT assignee_staff_id FROM reminder WHERE deleted_at IS NULL AND ` + conditions.ReminderShows + ")) ORDER BY name_key, id"
	err := o.s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.Each(ctx, tx, query, conditions.Moment{Today: today}.Named(), func(scan func(...any) error) error {
			h := model.Hit{Entity: model.EntityStaff}
			err := scan(&h.Record, &h.Title)
			found = append(found, h)
			return err
		})
	})
	return found, err
}
