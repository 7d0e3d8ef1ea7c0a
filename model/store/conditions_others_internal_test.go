package store

import (
	"database/sql"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

func TestConditions_OfMailAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	x := newTrial(t, s, "message WHERE message.id = :id", conditions.MessageRules())
	tell(t, func(rt *rapid.T, pivot model.Date, _ int) {
		rec := model.Message{MailboxID: 1, Direction: chance(rt, "direction", "in", "in", "out"), Status: chance(rt, "status", model.MessageStatuses()...),
			Category: chance(rt, "category", model.Categories()...), Urgent: chance(rt, "urgent", false, true),
			AutoSubmitted: chance(rt, "auto_submitted", false, false, true), PartnerID: chance(rt, "partner_id", model.ID(0), 1)}
		if chance(rt, "agreement", false, true) {
			rec.AgreementIDs = []model.ID{1}
		}

		for _, warning := range []string{model.WarnSpoof, model.WarnExecutable, model.WarnSenderOther, model.WarnUrgent} {
			if chance(rt, warning, false, false, true) {
				rec.Warnings = append(rec.Warnings, model.Warning{Code: warning, Args: []string{"a"}})
			}
		}

		put(t.Context(), rt, messages(s), &rec)
		x.compare(rt, rec, rec.ID, asked(rt, pivot))
	})
	x.both()
}

func TestConditions_OfMailboxesAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	x := newTrial(t, s, "mailbox WHERE mailbox.id = :id", conditions.MailboxRules())
	tell(t, func(rt *rapid.T, pivot model.Date, _ int) {
		rec := model.Mailbox{Name: "a", Host: "localhost", Active: chance(rt, "active", false, true), LastSync: model.SyncResult{
			Error: chance(rt, "error", "", "mail_login", "mail_incomplete"), Fetched: chance(rt, "fetched", 0, 1), Known: chance(rt, "known", 0, 1)}}
		put(t.Context(), rt, mailboxes(s), &rec)
		x.compare(rt, rec, rec.ID, asked(rt, pivot))
	})
	x.both()
}

func TestConditions_OfLicencesAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	partnersTrial := newTrial(t, s, "partner WHERE partner.id = :id", conditions.PartnerRules())
	staffTrial := newTrial(t, s, "staff WHERE staff.id = :id", conditions.StaffRules())
	tell(t, func(rt *rapid.T, pivot model.Date, n int) {
		p := somebody(n+100, "")
		p.Status = chance(rt, "status", model.PartnerStatuses()...)
		p.LicenseExpiry = near(rt, "license_expiry", pivot)
		put(t.Context(), rt, partners(s), &p)
		person := model.Staff{Name: code("Perawat", n), Active: chance(rt, "active", false, true), STRLifetime: chance(rt, "str_lifetime", false, true),
			SIPExpiry: near(rt, "sip_expiry", pivot), STRExpiry: near(rt, "str_expiry", pivot)}
		put(t.Context(), rt, staff(s), &person)

		for range moments {
			at := asked(rt, pivot)
			partnersTrial.compare(rt, p, p.ID, at)
			staffTrial.compare(rt, person, person.ID, at)
		}
	})
	partnersTrial.both()
	staffTrial.both()
}

func TestConditions_OfObstaclesAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	x := newTrial(t, s, "obstacle WHERE obstacle.id = :id", conditions.ObstacleRules())
	tell(t, func(rt *rapid.T, pivot model.Date, _ int) {
		rec := model.Obstacle{PartnerID: 1, Title: "a", Category: "finance", Severity: chance(rt, "severity", model.Severities()...),
			Status: chance(rt, "status", model.ObstacleStatuses()...), RaisedOn: known(rt, "raised_on", pivot), DueDate: near(rt, "due_date", pivot),
			ResolvedOn: near(rt, "resolved_on", pivot)}
		put(t.Context(), rt, obstacles(s), &rec)
		for range moments {
			x.compare(rt, rec, rec.ID, asked(rt, pivot))
		}
	})
	x.both()
}

func TestConditions_OfRemindersAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	x := newTrial(t, s, "reminder WHERE reminder.id = :id", conditions.ReminderRules())
	tell(t, func(rt *rapid.T, pivot model.Date, _ int) {
		rec := model.Reminder{Title: "a", Priority: "normal", Recurrence: "once", LeadDays: chance(rt, "lead", 0, 1, 7, 90), DoneOn: pivot,
			DueDate: known(rt, "due_date", pivot), Status: chance(rt, "status", model.ReminderStatuses()...)}
		put(t.Context(), rt, reminders(s), &rec)
		for range moments {
			x.compare(rt, rec, rec.ID, asked(rt, pivot))
		}
	})
	x.both()
}

func TestConditions_OfAddendaAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	x := newTrial(t, s, "addendum WHERE addendum.id = :id", conditions.AddendumRules())
	tell(t, func(rt *rapid.T, pivot model.Date, n int) {
		rec := model.Addendum{AgreementID: 1, Ordinal: n, Status: chance(rt, "status", model.AddendumStatuses()...), EffectiveDate: pivot}
		put(t.Context(), rt, addenda(s), &rec)
		x.compare(rt, rec, rec.ID, asked(rt, pivot))
	})
	x.both()
}

func TestConditions_OfPapersAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	documentsTrial := newTrial(t, s, "document WHERE document.id = :id", conditions.DocumentRules())
	numbersTrial := newTrial(t, s, "number_entry WHERE number_entry.id = :id", conditions.NumberRules())
	tell(t, func(rt *rapid.T, pivot model.Date, n int) {
		d := model.Document{Type: "PKS", Status: chance(rt, "status", "issued", "superseded", "annulled"), Number: chance(rt, "number", "", "1/PKS"),
			Size: chance(rt, "size", int64(0), 12), Language: "id", AgreementID: 1}
		put(t.Context(), rt, documents(s), &d)
		documentsTrial.compare(rt, d, d.ID, asked(rt, pivot))
		e := model.NumberEntry{SequenceKey: "PKS", Year: 2026, Seq: n, Formatted: code("PKS", n), LetterDate: pivot,
			Status: chance(rt, "entry", "issued", "annulled")}
		put(t.Context(), rt, numbers(s), &e)
		numbersTrial.compare(rt, e, e.ID, asked(rt, pivot))
	})
	documentsTrial.both()
	numbersTrial.both()
}

func TestConditions_OfEvaluationsAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	x := newTrial(t, s, "evaluation WHERE evaluation.id = :id", conditions.EvaluationRules())
	tell(t, func(rt *rapid.T, pivot model.Date, _ int) {
		rec := model.Evaluation{AgreementID: 1, Status: chance(rt, "status", model.EvaluationStatuses()...), PeriodStart: pivot, PeriodEnd: pivot,
			Date: near(rt, "date", pivot)}
		put(t.Context(), rt, evaluations(s), &rec)
		for range moments {
			x.compare(rt, rec, rec.ID, asked(rt, pivot))
		}
	})
	x.both()
}

// What SQL says of the day on which an agreement is to be evaluated is what the model says of its last evaluation.
func TestConditions_AnEvaluationIsDueOnTheSameDayInGoAndSQL(t *testing.T) {
	s := openInternal(t)
	x := newTrial(t, s, "agreement WHERE agreement.id = :id", conditions.EvaluatedRules())
	for _, at := range pivots() {
		for _, next := range []model.Date{{}, at, at.AddDays(400)} {
			a := model.NewAgreement(at)
			a.Status, a.StartDate, a.EndDate = model.StatusActive, at, at.AddDays(3000)
			put(t.Context(), t, agreements(s), &a)
			var last *model.Evaluation
			for _, held := range []model.Evaluation{{Date: at.AddDays(9), NextDate: at.AddDays(20)}, {Date: at.AddDays(30), NextDate: next},
				{Date: at.AddDays(40), NextDate: at.AddDays(50), Status: model.EvaluationDraft}} {
				due := model.EvaluationDueOn(a, last)
				var said string
				query := "SELECT coalesce(" + conditions.EvaluationDay + ", '') FROM agreement WHERE agreement.id = :id"
				if err := sqlite.One(t.Context(), s.read, query, []any{sql.Named("id", a.ID)}, &said); err != nil || said != due.String() {
					t.Errorf("from %s, last held %v: due on %q, want %q, %v", at, last, said, due, err)
				}
				for _, today := range []model.Date{due.AddDays(-1), due, at.AddDays(3001)} {
					x.compare(t, conditions.Evaluated{Agreement: a, Last: last}, a.ID, conditions.Moment{Today: today})
				}

				held.AgreementID, held.PeriodStart, held.PeriodEnd = a.ID, at, at.AddDays(5)
				if held.Status == "" {
					held.Status = model.EvaluationHeld
					last = &held
				}
				put(t.Context(), t, evaluations(s), &held)
			}
		}
	}
	x.both()
}
