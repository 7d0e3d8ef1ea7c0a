package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// SKPRecords is the register of credits that staff earned elsewhere. Filters: staff_id, domain. Sorts: date (the newest
// first by default), title, domain, updated_at.
func (s *Store) SKPRecords() model.Register[model.SKPRecord] { return skpRecords(s) }

func skpRecords(s *Store) *table[model.SKPRecord] {
	return &table[model.SKPRecord]{store: s, name: "skp_record", order: "-date",
		base:    func(r *model.SKPRecord) *model.Base { return &r.Base },
		columns: skpColumns, check: (*model.SKPRecord).Validate,
		sorts: []string{"date", "title", "domain", "updated_at"}, filters: equals(model.ByStaff, model.ByDomain),
		words: func(r *model.SKPRecord) []string { return []string{r.Title, r.Organizer} }}
}

func skpColumns(r *model.SKPRecord) []column {
	return []column{{"staff_id", sqlite.Ref(&r.StaffID)}, {"date", sqlite.Day(&r.Date)}, {"title", &r.Title}, {"organizer", &r.Organizer},
		{"domain", &r.Domain}, {"value", &r.Value}, {"evidence", &r.Evidence}}
}

// Credits lists the credits of a person of the staff, the newest first: from trainings that are over, and elsewhere.
func (s *Store) Credits(ctx context.Context, staff model.ID) (list []model.Credit, err error) {
	err = s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.Each(ctx, tx, `SELECT "end" AS at, title, skp_domain, p.skp_awarded, training.id, NULL
			FROM participant p JOIN training ON training.id = p.training_id
			WHERE p.staff_id = :staff AND p.skp_awarded > 0 AND training.deleted_at IS NULL AND `+conditions.TookPlace+`
			UNION ALL SELECT date, title, domain, value, NULL, id FROM skp_record WHERE staff_id = :staff AND deleted_at IS NULL
			ORDER BY at DESC, 2`, []any{sql.Named("staff", staff)}, func(scan func(...any) error) error {
			var c model.Credit
			err := scan(sqlite.Day(&c.Date), &c.Title, &c.Domain, &c.Value, sqlite.Ref(&c.TrainingID), sqlite.Ref(&c.RecordID))
			list = append(list, c)
			return err
		})
	})
	return list, err
}

func skpEntry(s *Store) entry {
	e := entryOf(model.EntitySKPRecord, skpRecords(s), func(r model.SKPRecord) []string {
		return []string{r.Date.String(), r.Title, r.Domain, fmt.Sprint(r.Value)}
	}, "skp")
	e.title = "title"
	e.refers = map[model.Entity]string{model.EntityStaff: "staff_id"}
	e.sample = func(ctx context.Context, l *sampleLoader) error { return l.externalSKP(ctx) }
	return e
}
