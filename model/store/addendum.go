package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Addenda is the register of what changes agreements. Filters: status, agreement_id, partner_id, open (yes). Sorts: ordinal,
// number_own, status, sign_date , effective_date (the newest first by default), new_end_date, updated_at. Save takes a new addendum as a draft, and an
// old one as signed or cancelled; afterwards the state changes only through Apply and Issue.
func (s *Store) Addenda() Addenda { return Addenda{addenda(s), s} }

// Addenda is a register whose records have a life.
type Addenda struct {
	model.Register[model.Addendum]
	store *Store
}

// Apply takes a step of model.AddendumFlow; the zero day means today. Signatures move the end of the agreement.
func (a Addenda) Apply(ctx context.Context, id model.ID, step model.StepName, said model.AddendumChange) (model.Addendum, error) {
	return addendumLife(a.store).take(ctx, id, step, said)
}

func addendumLife(s *Store) life[model.Addendum, model.AddendumStatus, model.AddendumChange] {
	return life[model.Addendum, model.AddendumStatus, model.AddendumChange]{flow: model.AddendumFlow(), table: addenda(s),
		complete: func(_ context.Context, _ *sql.Tx, said *model.AddendumChange) error {
			if said.Today.IsZero() {
				said.Today = s.Today()
			}
			return nil
		},
		follow: func(ctx context.Context, tx *sql.Tx, _ model.StepName, rec *model.Addendum, said model.AddendumChange) error {
			if rec.Status != model.AddendumCancelled {
				return amend(ctx, s, tx, *rec, said.Today)
			}
			papers := model.LetterData{Type: rec.Paper(), Number: rec.NumberOwn, Addendum: rec}
			papers.Agreement.ID = rec.AgreementID
			return s.AgreementChanges().annul(ctx, tx, rec.StatusReason, &papers)
		}}
}

// amend moves the end of the agreement as a signed addendum says.
func amend(ctx context.Context, s *Store, tx *sql.Tx, by model.Addendum, today model.Date) error {
	rec, err := agreements(s).living(ctx, tx, by.AgreementID)
	if err != nil || !model.Amend(&rec, by, today) {
		return err
	}
	return agreements(s).put(ctx, tx, &rec, "update")
}

func addenda(s *Store) *table[model.Addendum] {
	filters := equals(model.ByStatus, model.ByAgreement)
	filters[model.ByPartner] = condition(`? IN (SELECT y.partner_id FROM agreement_party y WHERE y.agreement_id = addendum.agreement_id)`)
	filters[model.ByOpen] = func(string, model.Filters) (string, []any, error) { return conditions.AddendumOpen, nil, nil }

	return &table[model.Addendum]{store: s, name: "addendum", columns: addendumColumns, words: addendumWords,
		base:  func(r *model.Addendum) *model.Base { return &r.Base },
		check: (*model.Addendum).Validate, order: "-effective_date", filters: filters, covered: []model.FilterName{model.ByStatus},
		sorts: []string{"ordinal", "number_own", "status", "sign_date", "effective_date", "new_end_date", "updated_at"},
		guard: func(ctx context.Context, tx *sql.Tx, before, rec *model.Addendum) error {
			return guardAddendum(ctx, s, tx, before, rec)
		},
		frozen: func(before, rec *model.Addendum) model.Problems { return before.Changed(*rec) },
		save: func(ctx context.Context, tx *sql.Tx, before, rec *model.Addendum) error {
			if before != nil || rec.Status != model.AddendumActive {
				return nil
			}
			return amend(ctx, s, tx, *rec, s.Today()) // an old one, which was signed elsewhere
		},
		used:  "EXISTS (SELECT 1 FROM addendum r WHERE r.id = :id AND r.number_own <> '')",
		parts: []part[model.Addendum]{loadMain}}
}

func addendumColumns(r *model.Addendum) []column {
	return []column{{"agreement_id", sqlite.Ref(&r.AgreementID)}, {"ordinal", &r.Ordinal}, {"status", &r.Status}, {"status_reason", &r.StatusReason},
		{"number_own", &r.NumberOwn}, {"number_partner", &r.NumberPartner}, {"sign_date", sqlite.Day(&r.SignDate)}, {"sign_place", &r.SignPlace},
		{"effective_date", sqlite.Day(&r.EffectiveDate)}, {"new_end_date", sqlite.Day(&r.NewEndDate)}, {"changes", sqlite.JSON(&r.Changes)}}
}

func addendumWords(r *model.Addendum) []string {
	words := []string{r.NumberOwn, r.NumberPartner, r.StatusReason, r.SignPlace}
	for _, ch := range r.Changes {
		words = append(words, ch.Clause.ID, ch.Clause.EN, ch.Text.ID, ch.Text.EN)
	}
	return words
}

// guardAddendum counts a new addendum, keeps the state of others, and their agreement.
func guardAddendum(ctx context.Context, s *Store, tx *sql.Tx, before, rec *model.Addendum) error {
	main, err := agreements(s).living(ctx, tx, rec.AgreementID)
	if err != nil {
		return err
	}
	rec.Main = model.MainOf(main)

	if before != nil {
		if rec.Status != before.Status {
			return fmt.Errorf("%s to %s by saving: %w", before.Status, rec.Status, model.ErrTransition)
		}
		rec.AgreementID, rec.StatusReason = before.AgreementID, before.StatusReason
	} else if err := rec.EnterPast(s.Today()); err != nil {
		return err
	}

	var last int
	var taken bool
	err = sqlite.One(ctx, tx, `SELECT coalesce(max(ordinal), 0), coalesce(sum(ordinal = ? AND id <> ?), 0) > 0 FROM addendum
		WHERE agreement_id = ? AND deleted_at IS NULL AND `+conditions.AddendumStands, []any{rec.Ordinal, rec.ID, rec.AgreementID}, &last, &taken)
	if err != nil {
		return err
	}
	if rec.Ordinal == 0 {
		rec.Ordinal = last + 1
	} else if taken {
		return model.Problems{{Field: "ordinal", Code: "addendum_ordinal"}}
	}

	return nil
}

// loadMain reads what an addendum has to fit of its agreement.
func loadMain(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Addendum) error {
	return sqlite.Each(ctx, q, `SELECT addendum.id, a.type, a.title, a.partner_names, a.number_own, a.language_mode, a.status, a.sign_date, a.start_date, a.end_date,
		a.expired_from, a.terminates_on FROM addendum JOIN agreement a ON a.id = addendum.agreement_id
		WHERE addendum.id IN (SELECT value FROM json_each(?))`, []any{ids},
		func(scan func(...any) error) error {
			var id model.ID
			var a model.Agreement
			var names string
			err := scan(&id, &a.Type, &a.Title, &names, &a.NumberOwn, &a.LanguageMode, &a.Status, sqlite.Day(&a.SignDate), sqlite.Day(&a.StartDate),
				sqlite.Day(&a.EndDate), &a.ExpiredFrom, sqlite.Day(&a.TerminatesOn))
			main := model.MainOf(a)
			main.PartnerNames = names
			byID[id].Main = main
			return err
		})
}

// sampleAddendum names its agreement by a code; the wording of the sample has no translation.
type sampleAddendum struct {
	ID        string `json:"id"`
	Agreement string `json:"agreement_id"`
	Kind      string `json:"kind"`
	Changes   []struct {
		Clause string `json:"clause_ref"`
		Text   string `json:"new_text"`
	} `json:"changes"`
	model.Addendum
}

func loadAddenda(ctx context.Context, l *sampleLoader) error {
	for _, raw := range l.file.Addenda {
		var x sampleAddendum
		if err := readSample(json.RawMessage(raw), &x); err != nil {
			return fmt.Errorf("addenda: %w", err)
		}

		id, err := l.id("agreement", x.Agreement)
		if err != nil {
			return fmt.Errorf("addendum %s: %w", x.ID, err)
		}
		x.AgreementID = id
		for _, ch := range x.Changes {
			x.Addendum.Changes = append(x.Addendum.Changes, model.ClauseChange{Clause: model.Text{ID: ch.Clause}, Text: model.Text{ID: ch.Text}})
		}
		if err := add(ctx, l, addenda(l.store), x.ID, &x.Addendum); err != nil {
			return err
		}
	}

	return nil
}

// addendumTitle names an addendum by the agreement that it changes.
const addendumTitle = "coalesce((SELECT a.title FROM agreement a WHERE a.id = addendum.agreement_id), '')"

func addendumEntry(s *Store) entry {
	e := entryOf(model.EntityAddendum, addenda(s), func(r model.Addendum) []string {
		return []string{fmt.Sprint(r.Ordinal), r.Main.Title, r.NumberOwn, r.EffectiveDate.String(), r.NewEndDate.String(), string(r.Status)}
	}, "addenda", "addendum")
	e.title, e.detail, e.order, e.rank, e.sample = addendumTitle, "number_own", "-effective_date", 3, loadAddenda
	e.refers = map[model.Entity]string{model.EntityAgreement: "agreement_id"}
	e.life = func() Life { return addendumLife(s) }
	e.asks = []attentionQuery{{kind: model.AttentionAddendum, rank: rankObligation + 3,
		query: "SELECT id, " + addendumTitle + ", number_own, effective_date FROM addendum WHERE deleted_at IS NULL AND " + conditions.AddendumUnsigned}}
	return e
}

// addendumDrafts gathers the data of the paper of an addendum.
func addendumDrafts(ctx context.Context, s *Store, q sqlite.Querier, i model.Issue) ([]model.LetterData, error) {
	rec, err := addenda(s).living(ctx, q, i.About.Of(model.EntityAddendum))
	if err != nil {
		return nil, err
	}
	data, err := addendumData(ctx, s, q, i, rec)
	return []model.LetterData{data}, err
}

func addendumData(ctx context.Context, s *Store, q sqlite.Querier, i model.Issue, rec model.Addendum) (data model.LetterData, err error) {
	main, err := agreements(s).living(ctx, q, rec.AgreementID)
	if err != nil {
		return data, err
	}
	if i.Date.IsZero() {
		i.Date = rec.SignDate
	}
	if data, err = s.Papers().letterData(ctx, q, i, main); err != nil {
		return data, err
	}

	data.Addendum, data.Number = &rec, rec.NumberOwn
	data.Earlier = slices.DeleteFunc(data.Earlier, func(o model.Addendum) bool { return o.Ordinal >= rec.Ordinal })
	return data, nil
}

// issueAddendum makes the originals of an addendum, which then waits for its signatures.
func issueAddendum(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue, make render) ([]model.Document, error) {
	rec, err := addenda(s).living(ctx, tx, i.About.Of(model.EntityAddendum))
	if err != nil {
		return nil, err
	}
	if err := model.AddendumFlow().Take(&rec, model.StepIssue, model.AddendumChange{Today: i.Today}); err != nil {
		return nil, err
	}

	data, err := addendumData(ctx, s, tx, i, rec)
	if err != nil {
		return nil, err
	}
	issued, err := s.Papers().issuePapers(ctx, tx, &data, i.Today, make)
	if err != nil {
		return nil, err
	}

	rec.NumberOwn = data.Number
	return issued, addenda(s).put(ctx, tx, &rec, "issue")
}
