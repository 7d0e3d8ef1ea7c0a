package store

import (
	"database/sql"
	"fmt"
	"testing"

	"jejaring/model"
)

// The clinic of the bench has ten years of agreements, and of each five duties of a year.
const (
	manyAgreements = 20_000
	dutiesEach     = 5
)

// BenchmarkHome is what the home screen asks of the register each time it is shown: within 50 ms together.
func BenchmarkHome(b *testing.B) {
	today := model.Date{Year: 2026, Month: 11, Day: 21}
	s := prepared(b, "contracts", func(s *Store) error { return contract(b, s, today) })
	o := s.Overview()

	attention := func() error { _, _, err := o.Waiting(b.Context(), today, 41); return err }
	counts := func() error { _, err := o.Counts(b.Context(), today); return err }
	upcoming := func() error { _, err := o.Upcoming(b.Context(), today, 30, 40); return err }
	charts := func() error { _, err := o.Charts(b.Context(), today.AddMonths(-11), today); return err }
	for name, call := range map[string]func() error{"what needs attention": attention, "figures": counts, "next dates": upcoming, "charts": charts} {
		b.Run(name, func(b *testing.B) { measure(b, call) })
	}
	b.Run("all of it", func(b *testing.B) {
		measure(b, func() error {
			for _, call := range []func() error{attention, counts, upcoming, charts} {
				if err := call(); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// contract enters the agreements, the oldest first. One duty in fifty that was due is open still.
func contract(b *testing.B, s *Store, today model.Date) error {
	for n := range 12 {
		p := somebody(n, "")
		if err := s.Partners().Save(b.Context(), &p); err != nil {
			return err
		}
	}

	return s.change(b.Context(), func(tx *sql.Tx) error {
		for n := range manyAgreements {
			a := manyAgreement(n, today)
			if err := agreements(s).write(b.Context(), tx, nil, &a); err != nil {
				return err
			}
		}
		return nil
	})
}

// manyAgreement is the nth of ten years of agreements of three years, with a duty for each half-year.
func manyAgreement(n int, today model.Date) model.Agreement {
	start := today.AddDays(-3650 + n*3650/manyAgreements)
	a := model.NewAgreement(start)
	a.Title, a.Type, a.Status = fmt.Sprintf("Kerja Sama %05d", n), "PKS", model.StatusActive
	a.NumberOwn = fmt.Sprintf("%05d/PKS/KLN-SM/%d", n, start.Year)
	a.StartDate, a.EndDate, a.SignDate, a.StatusSince = start, start.AddMonths(36).AddDays(-1), start, start
	a.CooperationField, a.CooperationModel = "referral", "institutional"
	a.Documents = []model.File{{Kind: "signed_scan", Name: "pindaian.pdf", Body: []byte("%PDF-1.4")}}
	a.Parties = []model.Party{{Role: "p1"}, {Role: "p2", PartnerID: model.ID(n%12 + 1), OwnNumber: "1/X"}}
	if a.EndDate.Before(today) {
		a.Status, a.ExpiredFrom = model.StatusExpired, model.StatusActive
	}

	duty := model.Obligation{Party: "p2", Text: model.Text{ID: "menyerahkan laporan"}, Kind: "report", Recurrence: "semester", Status: "open"}
	for i := range dutiesEach {
		x := model.Occurrence{Due: start.AddMonths(6 * (i + 1))}
		if x.Due.Before(today) && (n+i)%50 != 0 {
			x.Done = x.Due
		}
		duty.Occurrences = append(duty.Occurrences, x)
	}
	a.Obligations = []model.Obligation{duty}

	return a
}
