package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Documents is the register of issued papers; they arise only by Issue. Filters: type, agreement_id, referral_id,
// training_id, addendum_id, obstacle_id, evaluation_id, partner_id, status, year. Sorts: date (newest first by default), number, subject, type, status. Get adds the snapshot,
// of a patient's paper only while the register is not locked.
func (s *Store) Documents() model.Register[model.Document] { return documents(s) }

func documents(s *Store) *table[model.Document] {
	return &table[model.Document]{store: s, name: "document", columns: documentColumns, fixed: true,
		base:    func(r *model.Document) *model.Base { return &r.Base },
		order:   "-date",
		sorts:   []string{"date", "number", "subject", "type", "status"},
		filters: documentFilters(), load: s.Papers().loadDocuments,
		words: func(r *model.Document) []string {
			return []string{r.Number, r.Subject, r.PartnerName, r.Person, string(r.Type)}
		}}
}

func documentColumns(r *model.Document) []column {
	return []column{{"type", &r.Type}, {"number", &r.Number}, {"number_id", sqlite.Ref(&r.NumberID)}, {"date", sqlite.Day(&r.Date)},
		{"subject", &r.Subject}, {"partner_id", sqlite.Ref(&r.PartnerID)}, {"agreement_id", sqlite.Ref(&r.AgreementID)},
		{"subject_entity", &r.About.Entity}, {"subject_id", sqlite.Ref(&r.About.ID)},
		{"referral_id", sqlite.SubjectRef(&r.About, model.EntityReferral)}, {"training_id", sqlite.SubjectRef(&r.About, model.EntityTraining)},
		{"language", &r.Language}, {"status", &r.Status}, {"revision", &r.Revision}, {"copy_no", &r.CopyNo},
		{"copies", &r.Copies}, {"file_name", &r.FileName}, {"mime", &r.MIME}, {"size", &r.Size}, {"sha256", &r.SHA256},
		{"issued_at", sqlite.Instant(&r.IssuedAt)}, {"issued_by", &r.IssuedBy}}
}

func (pp Papers) loadDocuments(ctx context.Context, q sqlite.Querier, recs []*model.Document, whole bool) error {
	names, err := partnerNames(ctx, q, recs, func(r *model.Document) model.ID { return r.PartnerID })
	if err != nil {
		return err
	}

	for _, r := range recs {
		r.PartnerName = names[r.PartnerID]
	}

	if err := certified(ctx, q, recs); err != nil {
		return err
	}
	if !whole || len(recs) != 1 {
		return nil
	}

	return sqlite.Each(ctx, q, "SELECT snapshot, sealed_snapshot FROM document_body WHERE document_id = ?", []any{recs[0].ID},
		func(scan func(...any) error) error {
			var text string
			var sealed []byte
			if err := scan(&text, &sealed); err != nil {
				return err
			}

			recs[0].Snapshot = json.RawMessage(text)
			if len(sealed) == 0 || pp.s.Seal().key() == nil {
				return nil
			}

			plain, err := pp.s.Seal().key().Open(sealed, place("document.snapshot", recs[0].ID))
			recs[0].Snapshot = plain
			return err
		})
}

// certified names those whom certificates are for.
func certified(ctx context.Context, q sqlite.Querier, recs []*model.Document) error {
	of := map[model.ID]*model.Document{}
	var ids []model.ID
	for _, r := range recs {
		if r.Type.Kind().Numbered == model.NumberedPerPerson {
			of[r.ID] = r
			ids = append(ids, r.ID)
		}
	}

	if len(ids) == 0 {
		return nil
	}

	return sqlite.Each(ctx, q, `SELECT d.id, p.name, coalesce(s.title_prefix, ''), coalesce(s.name, ''), coalesce(s.title_suffix, '')
		FROM document d JOIN participant p ON p.training_id = d.training_id AND p.certificate_no = d.number
		LEFT JOIN staff s ON s.id = p.staff_id
		WHERE d.number <> '' AND d.id IN (SELECT value FROM json_each(?))`, []any{sqlite.JSON(&ids)},
		func(scan func(...any) error) error {
			var id model.ID
			var name string
			var own model.Staff
			if err := scan(&id, &name, &own.TitlePrefix, &own.Name, &own.TitleSuffix); err != nil {
				return err
			}
			of[id].Person = cmp.Or(own.FullName(), name)
			return nil
		})
}

// partnerNames returns the names of the partners that some records belong to.
func partnerNames[T any](ctx context.Context, q sqlite.Querier, recs []*T, partner func(*T) model.ID) (map[model.ID]string, error) {
	names := map[model.ID]string{}
	var ids []model.ID
	for _, r := range recs {
		if id := partner(r); id != 0 {
			ids = append(ids, id)
		}
	}

	if len(ids) == 0 {
		return names, nil
	}

	return names, sqlite.Each(ctx, q, "SELECT id, name FROM partner WHERE id IN (SELECT value FROM json_each(?))", []any{sqlite.JSON(&ids)},
		func(scan func(...any) error) error {
			var id model.ID
			var name string
			err := scan(&id, &name)
			names[id] = name
			return err
		})
}

// DocumentBytes returns the bytes of an issued document, exactly as they were issued. A patient's paper is opened, which
// the history notes; it is ErrKeyLost while the register is locked.
func (pp Papers) DocumentBytes(ctx context.Context, id model.ID) (body []byte, err error) {
	var sealed bool
	err = pp.s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.One(ctx, tx, "SELECT body, sealed_snapshot IS NOT NULL FROM document_body WHERE document_id = ?", []any{id}, &body, &sealed)
	})
	if err != nil || !sealed {
		return body, err
	}
	if pp.s.Seal().key() == nil {
		return nil, model.ErrKeyLost
	}
	if body, err = pp.s.Seal().key().Open(body, place("document.body", id)); err != nil {
		return nil, err
	}

	return body, pp.s.change(ctx, func(tx *sql.Tx) error { return pp.s.note(ctx, tx, "view", "document", id, nil, nil) })
}

func documentFilters() map[model.FilterName]filter {
	filters := equals(model.ByType, model.ByAgreement, model.ByReferral, model.ByTraining, model.ByPartner, model.ByStatus)
	filters[model.ByYear] = condition("substr(date, 1, 4) = ?")
	filters[model.ByAddendum] = condition("subject_entity = 'addendum' AND subject_id = ?")
	filters[model.ByObstacle] = condition("subject_entity = 'obstacle' AND subject_id = ?")
	filters[model.ByEvaluation] = condition("subject_entity = 'evaluation' AND subject_id = ?")
	return filters
}

func documentEntry(s *Store) entry {
	e := entryOf(model.EntityDocument, documents(s), func(r model.Document) []string {
		return []string{r.Number, fmt.Sprintf("%d/%d", r.CopyNo, r.Copies), r.Date.String(), r.Subject, r.Status}
	}, "documents", "document")
	e.also, e.title, e.detail, e.order, e.rank, e.kept = "number", "subject", "number", "-date", 5, true
	e.counts = func(c *model.Counts) []countQuery {
		return []countQuery{{living("document", ""), &c.Documents}}
	}
	e.sample = func(ctx context.Context, l *sampleLoader) error { return l.letters(ctx) }

	return e
}
