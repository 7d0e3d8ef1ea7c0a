package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Staff is the register of the clinic's own people. Filters: profession, active, signs (1 or 0), licence_due (by the day). Sorts: name (the default),
// position, profession, sip_expiry, updated_at.
func (s *Store) Staff() model.Register[model.Staff] { return staff(s) }

func staff(s *Store) *table[model.Staff] {
	filters := equals(model.ByProfession, model.ByActive, model.BySigns)
	filters[model.ByLicence] = func(day string, _ model.Filters) (string, []any, error) {
		var at conditions.Moment
		if (sqlite.Day(&at.Today)).Scan(day) != nil || at.Today.IsZero() {
			return "", nil, fmt.Errorf("day %q is no date", day)
		}
		condition, args := at.Placed("(" + conditions.LicencesDue + ")")
		return condition, args, nil
	}

	return &table[model.Staff]{store: s, name: "staff", columns: staffColumns,
		base:  func(r *model.Staff) *model.Base { return &r.Base },
		check: (*model.Staff).Validate, order: "name", save: s.niks().saveStaffNIK, load: s.niks().loadStaffNIKs,
		named:   []string{"name", "position"},
		sorts:   []string{"name", "position", "profession", "sip_expiry", "updated_at"},
		filters: filters, covered: []model.FilterName{model.ByActive},
		words: func(r *model.Staff) []string {
			return []string{r.FullName(), r.Position, r.Email, r.Phone, r.SIPNo, r.STRNo}
		},
		used: `EXISTS (SELECT 1 FROM agreement
			WHERE json_extract(terms, '$.proposal_signatory') = :id AND deleted_at IS NULL)
			OR EXISTS (SELECT 1 FROM referral WHERE :id IN (doctor_staff_id, escort_staff_id) AND deleted_at IS NULL)
			OR EXISTS (SELECT 1 FROM participant p JOIN training t ON t.id = p.training_id
				WHERE p.staff_id = :id AND t.deleted_at IS NULL)`}
}

func staffColumns(r *model.Staff) []column {
	return []column{{"title_prefix", &r.TitlePrefix}, {"name", &r.Name}, {"title_suffix", &r.TitleSuffix},
		{"profession", &r.Profession}, {"position", &r.Position}, {"str_no", &r.STRNo}, {"str_lifetime", &r.STRLifetime},
		{"str_expiry", sqlite.Day(&r.STRExpiry)}, {"sip_no", &r.SIPNo}, {"sip_expiry", sqlite.Day(&r.SIPExpiry)}, {"phone", &r.Phone},
		{"email", &r.Email}, {"skp_period_start", sqlite.Day(&r.SKPPeriodStart)}, {"skp_period_end", sqlite.Day(&r.SKPPeriodEnd)},
		{"skp_target", &r.SKPTarget}, {"active", &r.Active}, {"signs", &r.Signs},
		{"sign_authority", &r.SignAuthority}}
}

func (n niks) saveStaffNIK(ctx context.Context, tx *sql.Tx, before, rec *model.Staff) error {
	stored := ""
	if before != nil {
		stored = before.NIK
	}
	return n.saveNIK(ctx, tx, "staff", rec.ID, stored, rec.NIK)
}

func (n niks) loadStaffNIKs(ctx context.Context, q sqlite.Querier, recs []*model.Staff, _ bool) error {
	byID := map[model.ID]*model.Staff{}
	ids := []model.ID{}
	for _, r := range recs {
		byID[r.ID] = r
		ids = append(ids, r.ID)
	}

	return sqlite.Each(ctx, q, "SELECT id, nik FROM staff WHERE nik IS NOT NULL AND id IN (SELECT value FROM json_each(?))", []any{sqlite.JSON(&ids)},
		func(scan func(...any) error) error {
			var id model.ID
			var sealed sql.RawBytes
			err := scan(&id, &sealed)
			if err == nil {
				byID[id].NIK = n.maskedNIK("staff", id, sealed)
			}
			return err
		})
}

func staffEntry(s *Store) entry {
	e := entryOf(model.EntityStaff, staff(s), func(r model.Staff) []string { return []string{r.FullName(), r.Profession} }, "staff")
	e.title, e.detail, e.order, e.rank = "trim(title_prefix || ' ' || name)", "position", "name", 6
	e.asks = staffAsks()
	e.dates = staffDates()
	e.counts = func(c *model.Counts) []countQuery {
		return []countQuery{{living("staff", ""), &c.Staff}, {living("staff", "("+conditions.LicencesDue+")"), &c.Licences}}
	}
	e.sample = func(ctx context.Context, l *sampleLoader) error { return l.staff(ctx) }

	return e
}

// staffAsks are the licences and registrations that end.
func staffAsks() []attentionQuery {
	const from = " FROM staff WHERE deleted_at IS NULL AND "
	return []attentionQuery{
		{kind: model.AttentionSIP, rank: rankStaff, query: "SELECT id, name, sip_no, sip_expiry" + from + conditions.SipDue},
		{kind: model.AttentionSTR, rank: rankStaff, query: "SELECT id, name, str_no, str_expiry" + from + conditions.StrDue},
	}
}

func staffDates() []upcomingQuery {
	const from = "staff WHERE deleted_at IS NULL AND active = 1"
	return []upcomingQuery{{"sip_expiry", "sip_expiry", "id", "name", from}, {"str_expiry", "str_expiry", "id", "name", from + " AND str_lifetime = 0"}}
}

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
