package store

import (
	"context"
	"database/sql"
	"testing"

	"jejaring/model"
)

// BenchmarkPrepare is what the paper room asks of the register for one preview, beside the way it was asked before: one thing after the
// other, each in a transaction of its own, and for a referral twice in one that writes and waits for the disk.
func BenchmarkPrepare(b *testing.B) {
	s := hospital(b)
	clinic := model.NewClinic()
	clinic.Name, clinic.ShortCode, clinic.Address, clinic.City = "Klinik", "KLN-SM", "Jalan", "Kota"
	clinic.Phone, clinic.Email, clinic.HeadName = "119", "a@example.com", "dr. R"
	if err := s.SaveClinic(b.Context(), &clinic); err != nil {
		b.Fatal(err)
	}

	day := model.Date{Year: 2026, Month: 11, Day: 21}
	i := model.Issue{Type: "RJK", About: model.About(model.EntityReferral, 2), Language: "id", Date: day, Today: day}
	b.Run("floor: the record", func(b *testing.B) {
		measure(b, func() error { _, err := s.Referrals().Get(b.Context(), i.About.ID); return err })
	})
	b.Run("one after the other", func(b *testing.B) { measure(b, func() error { return oneAfterTheOther(b.Context(), s, i) }) })
	b.Run("one reading", func(b *testing.B) {
		measure(b, func() error {
			return s.view(b.Context(), func(tx *sql.Tx) error { _, err := prepare(b.Context(), s, tx, i); return err })
		})
	})
	b.Run("one reading and the look", func(b *testing.B) {
		measure(b, func() error { _, err := s.Papers().Prepare(b.Context(), i); return err })
	})
}

// oneAfterTheOther asks as the paper room did: the draft, what is missing, what its date contradicts, the next number, the last date.
func oneAfterTheOther(ctx context.Context, s *Store, i model.Issue) error {
	var data model.LetterData
	for range 2 {
		err := s.change(ctx, func(tx *sql.Tx) error {
			drafts, err := paperKindOf(i.Type).drafts(ctx, s, tx, i)
			if err != nil {
				return err
			}
			data = drafts[0]
			return s.note(ctx, tx, "view", "patient", data.Patient.ID, nil, nil)
		})
		if err != nil {
			return err
		}
	}

	err := s.view(ctx, func(tx *sql.Tx) error { _, _, err := numbersBefore(ctx, s, tx, data); return err })
	if err != nil {
		return err
	}
	if _, err := s.Papers().NextNumbers(ctx, i.Type, i.Date, 1); err != nil {
		return err
	}

	return s.view(ctx, func(tx *sql.Tx) error { _, err := lastNumber(ctx, s, tx, i.Type, i.Date.Year); return err })
}
