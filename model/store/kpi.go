package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// KPIs returns the key figures of brief section 5.2: agreements as they stand on the last day of a period, and
// the flows of the period up to the end of that day. What happened later does not count, but states are those of now. K12
// is nil while the register is locked, because it looks into what is sealed.
func (o Overview) KPIs(ctx context.Context, of model.Period) (k model.KPIs, err error) {
	k = model.KPIs{From: of.From, AsOf: of.To, Year: of.To.Year}
	err = o.s.view(ctx, func(tx *sql.Tx) error {
		zone, err := disk.ClinicZone(ctx, tx)
		if err != nil {
			return err
		}

		p := period{from: midnight(of.From, zone), to: midnight(of.To.AddDays(1), zone), zone: zone}
		for _, e := range entries(o.s) {
			if e.figures == nil {
				continue
			}
			if err := e.figures(ctx, tx, &k, p); err != nil {
				return err
			}
		}

		return nil
	})

	return k, err
}

// OutgoingByMonth counts the outgoing referrals of each month from a day to the end of another one, by "2026-01". Months
// without any are left out.
func (o Overview) OutgoingByMonth(ctx context.Context, from, to model.Date) (months map[string]int, err error) {
	err = o.s.view(ctx, func(tx *sql.Tx) error {
		zone, err := disk.ClinicZone(ctx, tx)
		if err != nil {
			return err
		}
		months, err = outgoingByMonth(ctx, tx, period{from: midnight(from, zone), to: midnight(to.AddDays(1), zone), zone: zone})
		return err
	})
	return months, err
}

// Charts returns what the home screen draws on a day, of referrals since another one.
func (o Overview) Charts(ctx context.Context, from, today model.Date) (c model.Charts, err error) {
	if c.Referrals, err = o.OutgoingByMonth(ctx, from, today); err != nil {
		return c, err
	}

	now := conditions.Moment{Today: today}.Named()
	err = o.s.view(ctx, func(tx *sql.Tx) error {
		if c.Sectors, err = tally(ctx, tx, "SELECT "+firstSector+", count(*) FROM agreement WHERE deleted_at IS NULL AND "+conditions.InForce+" GROUP BY 1", now...); err != nil {
			return err
		}
		delete(c.Sectors, "")
		if c.Obstacles, err = tally(ctx, tx, "SELECT category, count(*) FROM obstacle WHERE deleted_at IS NULL AND "+conditions.Unsettled+" GROUP BY 1"); err != nil {
			return err
		}

		return sqlite.Each(ctx, tx, "SELECT id, subject, CASE WHEN "+conditions.Dangerous+" THEN sender_email ELSE coalesce(nullif(sender, ''), sender_email) END FROM message WHERE deleted_at IS NULL AND "+
			conditions.Unlinked+" ORDER BY date DESC, id DESC LIMIT 5", nil, func(scan func(...any) error) error {
			h := model.Hit{Entity: model.EntityMessage}
			err := scan(&h.Record, &h.Title, &h.Detail)
			c.Unlinked = append(c.Unlinked, h)
			return err
		})
	})
	return c, err
}

// period is the time that figures speak of, with the instant after its end.
type period struct {
	from, to time.Time
	zone     *time.Location
}

// named are the values of the period for a query, and more beside them.
func (p period) named(more ...any) []any {
	return conditions.Moment{From: p.from, To: p.to}.Named(more...)
}

func midnight(d model.Date, zone *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone).UTC()
}

// codeOr names a record by its code, else by its identifier.
func codeOr(code string, id model.ID) string {
	if code == "" {
		return fmt.Sprint(id)
	}
	return code
}

// tally counts what a query of names and numbers returns.
func tally(ctx context.Context, q sqlite.Querier, query string, args ...any) (map[string]int, error) {
	counts := map[string]int{}
	return counts, sqlite.Each(ctx, q, query, args, func(scan func(...any) error) error {
		var name string
		var n int
		err := scan(&name, &n)
		counts[name] = n
		return err
	})
}
