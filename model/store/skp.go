package store

import "jejaring/model"

// SKPRecords is the register of credits that staff earned elsewhere. Filters: staff_id, domain. Sorts: date (the newest
// first by default), title, domain, updated_at.
func (s *Store) SKPRecords() model.Register[model.SKPRecord] { return s.skpRecords() }

func (s *Store) skpRecords() *table[model.SKPRecord] {
	return &table[model.SKPRecord]{store: s, name: "skp_record", order: "-date",
		base:    func(r *model.SKPRecord) *model.Base { return &r.Base },
		columns: skpColumns, check: (*model.SKPRecord).Validate,
		sorts: []string{"date", "title", "domain", "updated_at"}, filters: equals("staff_id", "domain"),
		words: func(r *model.SKPRecord) []string { return []string{r.Title, r.Organizer} }}
}

func skpColumns(r *model.SKPRecord) []column {
	return []column{{"staff_id", ref{&r.StaffID}}, {"date", day{&r.Date}}, {"title", &r.Title}, {"organizer", &r.Organizer},
		{"domain", &r.Domain}, {"value", &r.Value}, {"evidence", &r.Evidence}}
}
