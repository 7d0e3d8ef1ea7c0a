package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// TrainingChanges is what becomes of trainings beyond a save: their steps and files.
type TrainingChanges struct{ s *Store }

// TrainingChanges are those of the register.
func (s *Store) TrainingChanges() TrainingChanges { return TrainingChanges{s} }

// Trainings is the register of trainings with their sessions and participants. Filters: status, type, organizer,
// partner_id, staff_id, year (of the start), agreement_id, pending (yes: certificates to be issued), and figure: finished
// or tested, those that ended on the days from and to or between. Sorts: start (the
// newest first by default), number, title, type, organizer, status, updated_at. Two living trainings cannot have one code.
//
// Save takes a new training in any state; afterwards the state changes only through ApplyTraining. Certificates come only
// by Issue: Save neither gives nor takes one, a participant who has one stays, and goes on to meet the rule for it. What
// stands on an invitation or a certificate changes by Correct alone. Save adds files but never takes one away.
func (s *Store) Trainings() model.Register[model.Training] { return trainings(s) }

func trainings(s *Store) *table[model.Training] {
	filters := equals(model.ByStatus, model.ByType, model.ByOrganizer, model.ByAgreement)
	filters[model.ByPartner] = condition("id IN (SELECT training_id FROM training_partner WHERE partner_id = ?)")
	filters[model.ByStaff] = condition("id IN (SELECT training_id FROM participant WHERE staff_id = ?)")
	filters[model.ByYear] = condition("substr(start, 1, 4) = ?")
	filters[model.ByFigure], filters[model.ByFrom], filters[model.ByTo] = filterTrainings, beside, beside
	filters[model.ByPending] = func(string, model.Filters) (string, []any, error) { return conditions.Certificates, nil, nil }

	return &table[model.Training]{store: s, name: "training", columns: trainingColumns, words: trainingWords,
		base:  func(r *model.Training) *model.Base { return &r.Base },
		check: (*model.Training).Validate, unique: "training_code", order: "-start", filters: filters,
		named: []string{"title"},
		sorts: []string{"start", "number", "title", "type", "organizer", "status", "updated_at"},
		guard: s.TrainingChanges().guard, frozen: func(before, rec *model.Training) model.Problems { return before.Changed(*rec) }, save: s.TrainingChanges().saveParts,
		parts: []part[model.Training]{loadTrainingPartners, loadSessions, s.TrainingChanges().loadParticipants,
			trainingFiles(s).load, loadInvited},
		used: `EXISTS (SELECT 1 FROM participant WHERE training_id = :id AND certificate_no <> '')
			OR EXISTS (SELECT 1 FROM document WHERE training_id = :id AND number <> '')`}
}

func trainingColumns(r *model.Training) []column {
	return []column{{"number", &r.Number}, {"title", &r.Title}, {"title_en", &r.TitleEN}, {"type", &r.Type},
		{"organizer", &r.Organizer}, {"agreement_id", sqlite.Ref(&r.AgreementID)}, {"accredited_institution", &r.Accredited},
		{"method", &r.Method}, {"place", &r.Place}, {"link", &r.Link}, {"start", sqlite.Day(&r.Start)}, {"end", sqlite.Day(&r.End)},
		{"purpose", sqlite.JSON(&r.Purpose)}, {"target", sqlite.JSON(&r.Target)}, {"quota", &r.Quota}, {"fee", &r.Fee}, {"jpl", &r.JPL},
		{"uses_tests", &r.UsesTests}, {"passing_score", &r.PassingScore}, {"min_attendance_pct", &r.MinAttendancePct},
		{"skp_status", &r.SKPStatus}, {"skp_value", &r.SKPValue}, {"skp_reference", &r.SKPReference}, {"skp_domain", &r.SKPDomain},
		{"status", &r.Status}, {"status_reason", &r.StatusReason}, {"rsvp_date", sqlite.Day(&r.RSVPDate)}, {"notes", &r.Notes},
		{"budget", &r.Budget}, {"evaluation", &r.Evaluation}}
}

func trainingWords(r *model.Training) []string {
	words := []string{r.Number, r.Title, r.TitleEN, r.Place, r.Accredited, r.SKPReference}
	for _, x := range r.Sessions {
		words = append(words, x.Topic)
	}
	for _, p := range r.Participants {
		words = append(words, p.Name, p.Institution, p.CertificateNo)
	}
	return words
}

// guard keeps what a plain save must not touch.
func (tc TrainingChanges) guard(ctx context.Context, tx *sql.Tx, before, rec *model.Training) error {
	if before == nil {
		now, zone, err := tc.s.present(ctx, tx)
		if err != nil {
			return err
		}
		return rec.EnterPast(model.DateOf(now.In(zone)))
	}

	if rec.Status != before.Status {
		return fmt.Errorf("%s to %s by saving: %w", before.Status, rec.Status, model.ErrTransition)
	}

	rec.StatusReason = before.StatusReason
	certified := map[model.ID]model.Participant{}
	for _, p := range before.Participants {
		if p.CertificateNo != "" {
			certified[p.RecordID] = p
		}
	}

	var found model.Problems
	for i := range rec.Participants {
		p := &rec.Participants[i]
		old, has := certified[p.RecordID]
		p.CertificateNo, p.CertificateDate = old.CertificateNo, old.CertificateDate
		delete(certified, p.RecordID)
		if !has {
			continue
		}

		before, _ := before.Earned(old)
		if after, _ := rec.Earned(*p); before && !after {
			found = append(found, model.Problem{Field: fmt.Sprintf("participants[%d].certificate_no", i), Code: "certified_unearned"})
		}
	}

	if len(certified) > 0 {
		found = append(found, model.Problem{Field: "participants", Code: "certified_removed"})
	}
	return found.Errors()
}

// uninvite annuls the invitations of a training that does not take place.
func (tc TrainingChanges) uninvite(ctx context.Context, tx *sql.Tx, rec *model.Training, reason string) error {
	sent, err := documents(tc.s).fetch(ctx, tx, false, "training_id = ? AND type = ? AND "+conditions.ValidPaper+" ORDER BY id", rec.ID, model.DocumentInvitation)
	for _, d := range sent {
		papers := model.LetterData{Type: model.DocumentInvitation, Number: d.Number, Training: rec}
		if err := tc.s.AgreementChanges().annul(ctx, tx, reason, &papers); err != nil {
			return err
		}
	}
	return err
}

// Apply lets a training take a step of its flow; the zero day means today. Cancelling annuls its invitations.
func (tc TrainingChanges) Apply(ctx context.Context, id model.ID, step model.StepName, ch model.TrainingChange) (model.Training, error) {
	return tc.life().take(ctx, id, step, ch)
}

func (tc TrainingChanges) life() life[model.Training, model.TrainingStatus, model.TrainingChange] {
	return life[model.Training, model.TrainingStatus, model.TrainingChange]{flow: model.TrainingFlow(), table: trainings(tc.s),
		complete: func(_ context.Context, _ *sql.Tx, ch *model.TrainingChange) error {
			if ch.Today.IsZero() {
				ch.Today = tc.s.Today()
			}
			return nil
		},
		follow: func(ctx context.Context, tx *sql.Tx, _ model.StepName, rec *model.Training, ch model.TrainingChange) error {
			if rec.Status != model.TrainingCancelled {
				return nil
			}
			return tc.uninvite(ctx, tx, rec, ch.Reason)
		}}
}

// loadInvited tells which trainings have an invitation that stands.
func loadInvited(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Training) error {
	return sqlite.Each(ctx, q, `SELECT DISTINCT training_id FROM document WHERE type = ? AND `+conditions.ValidPaper+`
		AND training_id IN (SELECT value FROM json_each(?))`, []any{model.DocumentInvitation, ids}, func(scan func(...any) error) error {
		var id model.ID
		err := scan(&id)
		if r := byID[id]; r != nil {
			r.Invited = true
		}
		return err
	})
}

func trainingEntry(s *Store) entry {
	e := entryOf(model.EntityTraining, trainings(s), func(r model.Training) []string {
		return []string{r.Number, r.Title, r.Start.String(), fmt.Sprint(len(r.Participants)), string(r.Status)}
	}, "trainings", "training")
	e.also, e.title, e.detail, e.order, e.rank = "number", "title", "number", "-start", 4
	e.refers = map[model.Entity]string{model.EntityAgreement: "agreement_id"}
	e.life = func() Life { return s.TrainingChanges().life() }
	e.asks = trainingAsks()
	e.dates = trainingDates()
	e.counts = trainingCounts
	e.figures = trainingFigures
	e.sample = func(ctx context.Context, l *sampleLoader) error { return l.trainings(ctx) }

	return e
}

// trainingAsks are the rows of the trainings.
func trainingAsks() []attentionQuery {
	row := func(kind, due, condition string) attentionQuery {
		return attentionQuery{kind: kind, rank: rankTraining,
			query: "SELECT id, title, number, " + due + " FROM training WHERE deleted_at IS NULL AND " + condition}
	}
	return []attentionQuery{
		row(model.AttentionTraining, "start", conditions.Announced),
		row(model.AttentionTrainingPassed, conditions.LastDay, conditions.Passed),
		row(model.AttentionCertificate, `"end"`, conditions.Certificates),
	}
}

// trainingDates are the days on which trainings begin.
func trainingDates() []upcomingQuery {
	return []upcomingQuery{{"training_starts", "start", "id", "title", "training WHERE deleted_at IS NULL AND " + conditions.Ahead}}
}

func trainingCounts(c *model.Counts) []countQuery {
	return []countQuery{{living("training", ""), &c.Trainings}, {living("training", conditions.Certificates), &c.Certificates}}
}
