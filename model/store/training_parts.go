package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// saveParts writes partners, sessions, participants and new files, and how many certificates are still to be issued.
func (tc TrainingChanges) saveParts(ctx context.Context, tx *sql.Tx, before, rec *model.Training) error {
	for _, part := range []func() error{
		func() error { return saveTrainingPartners(ctx, tx, rec) },
		func() error { return saveSessions(ctx, tx, rec) },
		func() error { return tc.saveParticipants(ctx, tx, before, rec) },
		func() error { return trainingFiles(tc.s).addNew(ctx, tx, before, rec) },
	} {
		if err := part(); err != nil {
			return err
		}
	}

	if _, err := tx.ExecContext(ctx, "UPDATE training SET pending = ? WHERE id = ?", rec.Pending(), rec.ID); err != nil {
		return err
	}
	return documents(tc.s).reindex(ctx, tx, "training_id = ? AND type = ?", rec.ID, model.DocumentCertificate)
}

func saveTrainingPartners(ctx context.Context, tx *sql.Tx, rec *model.Training) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM training_partner WHERE training_id = ?", rec.ID); err != nil {
		return err
	}
	if len(rec.PartnerIDs) == 0 {
		return nil
	}

	_, err := tx.ExecContext(ctx, `INSERT INTO training_partner (training_id, position, partner_id)
		SELECT ?, key, value FROM json_each(?)`, rec.ID, sqlite.JSON(&rec.PartnerIDs))
	if sqlite.Missing(err) {
		return sqlite.Joined(model.ErrNotFound, err)
	}

	return err
}

func saveSessions(ctx context.Context, tx *sql.Tx, rec *model.Training) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM session WHERE training_id = ?", rec.ID); err != nil {
		return err
	}

	for i := range rec.Sessions {
		x := &rec.Sessions[i]
		_, err := tx.ExecContext(ctx, `INSERT INTO session (training_id, position, date, start, "end", topic, jpl, speakers, room)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, rec.ID, i, sqlite.Day(&x.Date), x.Start, x.End, x.Topic, x.JPL, sqlite.JSON(&x.Speakers), x.Room)
		if err != nil {
			return err
		}
	}

	return nil
}

// saveParticipants keeps the identifiers and the masked NIKs of participants who stay.
func (tc TrainingChanges) saveParticipants(ctx context.Context, tx *sql.Tx, before, rec *model.Training) error {
	gone := map[model.ID]string{} // their NIKs
	if before != nil {
		for _, p := range before.Participants {
			gone[p.RecordID] = p.NIK
		}
	}

	for i := range rec.Participants {
		p := &rec.Participants[i]
		stored, stays := gone[p.RecordID]
		if !stays {
			p.RecordID = 0
		}

		delete(gone, p.RecordID)
		if err := saveParticipant(ctx, tx, rec.ID, i, p); err != nil {
			return err
		}

		err := tc.s.niks().saveNIK(ctx, tx, "participant", p.RecordID, stored, p.NIK)
		if ps := model.AsProblems(err); ps != nil {
			return ps.Within(fmt.Sprintf("participants[%d]", i))
		}
		if err != nil {
			return err
		}
	}

	for id := range gone {
		if _, err := tx.ExecContext(ctx, "DELETE FROM participant WHERE id = ?", id); err != nil {
			return err
		}
	}

	return nil
}

func saveParticipant(ctx context.Context, tx *sql.Tx, training model.ID, position int, p *model.Participant) error {
	err := sqlite.One(ctx, tx, `INSERT INTO participant (id, training_id, position, staff_id, name, profession, institution, phone, email,
		role, registration, attendance_pct, pre_test, post_test, result, certificate_no, certificate_date, skp_awarded)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET position = excluded.position, staff_id = excluded.staff_id, name = excluded.name,
		profession = excluded.profession, institution = excluded.institution, phone = excluded.phone, email = excluded.email,
		role = excluded.role, registration = excluded.registration, attendance_pct = excluded.attendance_pct,
		pre_test = excluded.pre_test, post_test = excluded.post_test, result = excluded.result,
		certificate_no = excluded.certificate_no, certificate_date = excluded.certificate_date,
		skp_awarded = excluded.skp_awarded RETURNING id`,
		[]any{sqlite.Ref(&p.RecordID), training, position, sqlite.Ref(&p.StaffID), p.Name, p.Profession, p.Institution, p.Phone, p.Email,
			p.Role, p.Registration, p.AttendancePct, p.PreTest, p.PostTest, p.Result, p.CertificateNo, sqlite.Day(&p.CertificateDate),
			p.SKPAwarded}, &p.RecordID)
	if sqlite.Missing(err) {
		return sqlite.Joined(model.ErrNotFound, err)
	}
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM attendance WHERE participant_id = ?", p.RecordID); err != nil {
		return err
	}
	if len(p.Attendance) == 0 {
		return nil
	}

	_, err = tx.ExecContext(ctx, "INSERT INTO attendance (participant_id, position, mark) SELECT ?, key, value FROM json_each(?)",
		p.RecordID, sqlite.JSON(&p.Attendance))
	return err
}

func loadTrainingPartners(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Training) error {
	return sqlite.Each(ctx, q, `SELECT training_id, partner_id FROM training_partner
		WHERE training_id IN (SELECT value FROM json_each(?)) ORDER BY training_id, position`, []any{ids},
		func(scan func(...any) error) error {
			var id, partner model.ID
			err := scan(&id, &partner)
			byID[id].PartnerIDs = append(byID[id].PartnerIDs, partner)
			return err
		})
}

func loadSessions(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Training) error {
	return sqlite.Each(ctx, q, `SELECT training_id, date, start, "end", topic, jpl, speakers, room FROM session
		WHERE training_id IN (SELECT value FROM json_each(?)) ORDER BY training_id, position`, []any{ids},
		func(scan func(...any) error) error {
			var id model.ID
			var x model.Session
			err := scan(&id, sqlite.Day(&x.Date), &x.Start, &x.End, &x.Topic, &x.JPL, sqlite.JSON(&x.Speakers), &x.Room)
			if err == nil {
				x.Was = len(byID[id].Sessions) + 1
				byID[id].Sessions = append(byID[id].Sessions, x)
			}
			return err
		})
}

func (tc TrainingChanges) loadParticipants(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Training) error {
	return sqlite.Each(ctx, q, `SELECT training_id, id, staff_id, name, profession, institution, phone, email, role, registration,
		attendance_pct, pre_test, post_test, result, certificate_no, certificate_date, skp_awarded, nik,
		(SELECT json_group_array(mark) FROM (SELECT mark FROM attendance a WHERE a.participant_id = p.id ORDER BY a.position))
		FROM participant p WHERE training_id IN (SELECT value FROM json_each(?)) ORDER BY training_id, position`, []any{ids},
		func(scan func(...any) error) error {
			var id model.ID
			var p model.Participant
			var sealed sql.RawBytes
			err := scan(&id, &p.RecordID, sqlite.Ref(&p.StaffID), &p.Name, &p.Profession, &p.Institution, &p.Phone, &p.Email, &p.Role,
				&p.Registration, &p.AttendancePct, &p.PreTest, &p.PostTest, &p.Result, &p.CertificateNo, sqlite.Day(&p.CertificateDate),
				&p.SKPAwarded, &sealed, sqlite.JSON(&p.Attendance))
			if len(p.Attendance) == 0 {
				p.Attendance = nil
			}

			if err == nil {
				p.NIK = tc.s.niks().maskedNIK("participant", p.RecordID, sealed)
				byID[id].Participants = append(byID[id].Participants, p)
			}

			return err
		})
}

// AttachFile keeps a file with a training, as AttachFile does with an agreement.
func (tc TrainingChanges) AttachFile(ctx context.Context, training model.ID, f model.File) (model.Training, error) {
	return trainingFiles(tc.s).attach(ctx, training, f)
}

// DetachFile removes a file of a training for good.
func (tc TrainingChanges) DetachFile(ctx context.Context, training model.ID, name string) (model.Training, error) {
	return trainingFiles(tc.s).detach(ctx, training, name)
}

// FileBytes returns the bytes of a file of a training.
func (tc TrainingChanges) FileBytes(ctx context.Context, training model.ID, name string) ([]byte, error) {
	return trainingFiles(tc.s).bytes(ctx, training, name)
}
