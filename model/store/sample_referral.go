package store

import (
	"context"
	"fmt"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
)

type samplePatient struct {
	ID         string `json:"id"`
	NIKWarning string `json:"nik_warning"`
	model.Patient
}

// sampleTime is an instant without seconds: 2026-01-07T09:20+07:00.
type sampleTime struct{ time.Time }

// UnmarshalJSON implements json.Unmarshaler.
func (t *sampleTime) UnmarshalJSON(b []byte) (err error) {
	if string(b) == "null" {
		return nil
	}
	t.Time, err = time.Parse(`"2006-01-02T15:04Z07:00"`, string(b))
	t.Time = t.UTC()
	return err
}

type sampleReferral struct {
	ID           string     `json:"id"`
	At           sampleTime `json:"referral_datetime"`
	Partner      string     `json:"partner_id"`
	Patient      string     `json:"patient_id"`
	Agreement    string     `json:"agreement_id"`
	Doctor       string     `json:"doctor_staff_id"`
	Escort       string     `json:"escort_staff_id"`
	Next         string     `json:"next_referral_id"`
	Origin       string     `json:"origin_referral_id"`
	Redirected   string     `json:"redirected_to_partner_id"`
	Issued       sampleTime `json:"issued_at"`
	Sent         sampleTime `json:"sent_at"`
	Decided      sampleTime `json:"decided_at"`
	Departed     sampleTime `json:"departed_at"`
	Arrived      sampleTime `json:"arrived_at"`
	Replied      sampleTime `json:"replied_at"`
	BackReferred sampleTime `json:"back_referred_at"`
	Closed       sampleTime `json:"closed_at"`
	model.Referral
}

func (l *sampleLoader) patients(ctx context.Context) error {
	for i := range l.file.Patients {
		p := &l.file.Patients[i]
		p.AgeYears = -1
		if err := p.Check(l.file.Meta.AsOf).Errors(); err != nil {
			return fmt.Errorf("patient %s: %w", p.ID, err)
		}
		if err := add(ctx, l, patients(l.store), p.ID, &p.Patient); err != nil {
			return err
		}
	}
	return nil
}

func (l *sampleLoader) referrals(ctx context.Context) error {
	zone, err := disk.ClinicZone(ctx, l.tx)
	if err != nil {
		return err
	}

	end := midnight(l.file.Meta.AsOf.AddDays(1), zone)
	for i := range l.file.Referrals {
		x := &l.file.Referrals[i]
		r := &x.Referral
		for _, link := range []struct {
			at           *model.ID
			entity, code string
		}{{&r.PartnerID, "partner", x.Partner}, {&r.PatientID, "patient", x.Patient}, {&r.AgreementID, "agreement", x.Agreement},
			{&r.DoctorStaffID, "staff", x.Doctor}, {&r.EscortStaffID, "staff", x.Escort}, {&r.RedirectedTo, "partner", x.Redirected}} {
			if *link.at, err = l.id(link.entity, link.code); err != nil {
				return fmt.Errorf("referral %s: %w", x.ID, err)
			}
		}

		r.ReferralAt, r.IssuedAt, r.SentAt, r.DecidedAt, r.DepartedAt = x.At.Time, x.Issued.Time, x.Sent.Time, x.Decided.Time, x.Departed.Time
		r.ArrivedAt, r.RepliedAt, r.BackReferredAt, r.ClosedAt = x.Arrived.Time, x.Replied.Time, x.BackReferred.Time, x.Closed.Time
		if err := checkReferral(r, end); err != nil {
			return fmt.Errorf("referral %s: %w", x.ID, err)
		}
		if err := add(ctx, l, referrals(l.store), x.ID, r); err != nil {
			return err
		}
	}

	return nil
}

// referralLinks ties referrals to the ones that follow them, once all are there.
func (l *sampleLoader) referralLinks(ctx context.Context) error {
	for i := range l.file.Referrals {
		x := &l.file.Referrals[i]
		if x.Next == "" && x.Origin == "" {
			continue
		}

		var err error
		if x.NextReferralID, err = l.id("referral", x.Next); err != nil {
			return fmt.Errorf("referral %s: %w", x.ID, err)
		}
		if x.OriginReferralID, err = l.id("referral", x.Origin); err != nil {
			return fmt.Errorf("referral %s: %w", x.ID, err)
		}
		if err := referrals(l.store).put(ctx, l.tx, &x.Referral, "update"); err != nil {
			return err
		}
	}
	return nil
}
