package store

import (
	"context"
	"fmt"
	"strings"

	"jejaring/model"
)

type sampleTraining struct {
	ID           string              `json:"id"`
	Number       string              `json:"code"`
	Partners     []string            `json:"partner_ids"`
	JPL          float64             `json:"jpl"`
	Participants []sampleParticipant `json:"participants"`
	model.Training
}

// sampleParticipant is a person of the staff ("S02") or from outside ("ext:…").
type sampleParticipant struct {
	Person string `json:"person"`
	model.Participant
}

type sampleSKP struct {
	Staff string `json:"staff_id"`
	model.SKPRecord
}

func (l *sampleLoader) trainings(ctx context.Context) error {
	for i := range l.file.Trainings {
		x := &l.file.Trainings[i]
		r := &x.Training
		r.Number, r.JPL, r.MinAttendancePct = x.Number, x.JPL, 80
		for _, code := range x.Partners {
			id, err := l.id("partner", code)
			if err != nil {
				return fmt.Errorf("training %s: %w", x.ID, err)
			}
			r.PartnerIDs = append(r.PartnerIDs, id)
		}

		for _, p := range x.Participants {
			if err := l.participant(&p); err != nil {
				return fmt.Errorf("training %s: %w", x.ID, err)
			}
			if p.CertificateNo != "" {
				p.CertificateDate = l.numberDate(p.CertificateNo)
			}
			r.Participants = append(r.Participants, p.Participant)
		}

		if err := add(ctx, l, trainings(l.store), x.ID, r); err != nil {
			return err
		}
	}
	return nil
}

// participant finds the person.
func (l *sampleLoader) participant(p *sampleParticipant) (err error) {
	p.Registration = "registered"
	if name, outside := strings.CutPrefix(p.Person, "ext:"); outside {
		p.Name = name
		return nil
	}
	p.StaffID, err = l.id("staff", p.Person)
	return err
}

// numberDate is the date of a number in the ledger.
func (l *sampleLoader) numberDate(number string) model.Date {
	for _, n := range l.file.Ledger {
		if n.Formatted == number {
			return n.LetterDate
		}
	}
	return model.Date{}
}

func (l *sampleLoader) externalSKP(ctx context.Context) error {
	for i := range l.file.ExternalSKP {
		x := &l.file.ExternalSKP[i]
		var err error
		if x.StaffID, err = l.id("staff", x.Staff); err != nil {
			return fmt.Errorf("external_skp: %w", err)
		}
		if err := add(ctx, l, skpRecords(l.store), "", &x.SKPRecord); err != nil {
			return err
		}

		delete(l.ids, "skp_record ")
	}
	return nil
}
