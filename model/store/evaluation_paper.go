package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Propose begins the evaluation of an agreement, not saved yet, or returns the one that is being prepared. One that
// binds nobody yet is not evaluated: a problem of agreement_id.
func (e Evaluations) Propose(ctx context.Context, agreement model.ID, today model.Date) (r model.Evaluation, err error) {
	err = e.store.view(ctx, func(tx *sql.Tx) error {
		begun, err := evaluations(e.store).fetch(ctx, tx, true, "agreement_id = ? AND deleted_at IS NULL AND "+conditions.Unheld+" ORDER BY id DESC LIMIT 1", agreement)
		if err != nil || len(begun) > 0 {
			if len(begun) > 0 {
				r = begun[0]
			}
			return err
		}

		a, err := agreements(e.store).living(ctx, tx, agreement)
		if err != nil {
			return err
		}
		if !a.Binds() {
			return model.Problems{{Field: "agreement_id", Code: "unbound"}}
		}

		last, err := lastEvaluation(ctx, e.store, tx, agreement)
		if err != nil {
			return err
		}

		clinic, err := clinics(e.store).get(ctx, tx, 1)
		r = model.ProposeEvaluation(a, last, clinic.City, today)
		r.About, r.Partners = a.Title, a.PartnerNames()
		return err
	})
	return r, err
}

// lastEvaluation is the last one of an agreement that was held, or nil.
func lastEvaluation(ctx context.Context, s *Store, q sqlite.Querier, agreement model.ID) (*model.Evaluation, error) {
	held, err := evaluations(s).fetch(ctx, q, true, "agreement_id = ? AND deleted_at IS NULL AND "+conditions.Held+" ORDER BY "+conditions.LastOf+" LIMIT 1", agreement)
	if err != nil || len(held) == 0 {
		return nil, err
	}
	return &held[0], nil
}

// renewable asks for a reason where the evaluation of an agreement speaks against its renewal, or there is none.
func renewable(ctx context.Context, s *Store, q sqlite.Querier, agreement model.ID, reason string) error {
	last, err := lastEvaluation(ctx, s, q, agreement)
	if err != nil {
		return err
	}
	if why := model.RenewalUnasked(last); why != "" && strings.TrimSpace(reason) == "" {
		return model.Problems{{Field: "renewal_reason", Code: why}}
	}
	return nil
}

// Lessons are the evaluations that were held of agreements like another one, of its field or with one of its partners, and that say what was
// learnt; the newest first.
func (e Evaluations) Lessons(ctx context.Context, like model.Agreement) (found []model.Evaluation, err error) {
	var partners []model.ID
	for _, p := range like.Partners() {
		partners = append(partners, p.PartnerID)
	}

	err = e.store.view(ctx, func(tx *sql.Tx) error {
		found, err = evaluations(e.store).fetch(ctx, tx, true, `deleted_at IS NULL AND lessons <> '' AND `+conditions.Held+` AND agreement_id <> ? AND agreement_id IN (
			SELECT a.id FROM agreement a WHERE a.deleted_at IS NULL AND a.cooperation_field = ? AND a.cooperation_field <> ''
			UNION SELECT y.agreement_id FROM agreement_party y WHERE y.partner_id IN (SELECT value FROM json_each(?)))
			ORDER BY `+conditions.LastOf+" LIMIT 20", like.ID, like.CooperationField, sqlite.JSON(&partners))
		return err
	})
	return found, err
}

// Facts is what the register knows of the period of an evaluation, stored or not.
func (e Evaluations) Facts(ctx context.Context, r model.Evaluation) (f model.EvaluationFacts, err error) {
	err = e.store.view(ctx, func(tx *sql.Tx) error {
		f, err = evaluationFacts(ctx, e.store, tx, r)
		return err
	})
	return f, err
}

func evaluationFacts(ctx context.Context, s *Store, q sqlite.Querier, r model.Evaluation) (f model.EvaluationFacts, err error) {
	a, err := agreements(s).get(ctx, q, r.AgreementID)
	if err != nil {
		return f, err
	}

	f.Settled(a, r.PeriodStart, r.PeriodEnd)
	all, err := obstacles(s).fetch(ctx, q, true, "agreement_id = ? AND deleted_at IS NULL ORDER BY raised_on, id", r.AgreementID)
	if err != nil {
		return f, err
	}

	// One that was resolved before the period, or not pursued, stood in nobody's way.
	f.Obstacles = slices.DeleteFunc(all, func(o model.Obstacle) bool {
		return !o.StoodOn(r.PeriodEnd) && !o.ResolvedBetween(r.PeriodStart, r.PeriodEnd)
	})
	for _, o := range f.Obstacles {
		if o.OwnerStaffID == 0 {
			continue
		}
		owner, err := staff(s).get(ctx, q, o.OwnerStaffID)
		if err != nil {
			return f, err
		}
		if f.Owners == nil {
			f.Owners = map[model.ID]string{}
		}
		f.Owners[o.OwnerStaffID] = owner.FullName()
	}

	return f, nil
}

// issueEvaluation makes the minutes of an evaluation, which records it.
func issueEvaluation(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue, make render) ([]model.Document, error) {
	rec, err := evaluations(s).living(ctx, tx, i.About.Of(model.EntityEvaluation))
	if err != nil {
		return nil, err
	}
	if err := model.EvaluationFlow().Take(&rec, model.StepIssue, model.EvaluationChange{Today: i.Today}); err != nil {
		return nil, err
	}

	data, err := s.Papers().evaluationData(ctx, tx, i, rec)
	if err != nil {
		return nil, err
	}

	issued, err := s.Papers().issuePapers(ctx, tx, &data, i.Today, make)
	if err != nil {
		return nil, err
	}

	rec.RecordNo = data.Number
	return issued, evaluations(s).put(ctx, tx, &rec, "issue")
}

// evaluationDrafts gathers the data of the minutes.
func evaluationDrafts(ctx context.Context, s *Store, q sqlite.Querier, i model.Issue) ([]model.LetterData, error) {
	rec, err := evaluations(s).living(ctx, q, i.About.Of(model.EntityEvaluation))
	if err != nil {
		return nil, err
	}
	data, err := s.Papers().evaluationData(ctx, q, i, rec)
	return []model.LetterData{data}, err
}

func (pp Papers) evaluationData(ctx context.Context, q sqlite.Querier, i model.Issue, rec model.Evaluation) (data model.LetterData, err error) {
	if i.Date.IsZero() {
		i.Date = rec.Date
	}
	if err := plainLetter(&i); err != nil {
		return data, err
	}

	data = model.LetterData{Type: i.Type, Language: i.Language, Date: i.Date, Evaluation: &rec, Number: rec.RecordNo, Draft: true}
	if data.Clinic, err = clinics(pp.s).get(ctx, q, 1); err != nil {
		return data, err
	}
	if data.Agreement, err = agreements(pp.s).get(ctx, q, rec.AgreementID); err != nil {
		return data, err
	}
	if data.Partners, err = pp.partnersOf(ctx, q, data.Agreement); err != nil {
		return data, err
	}

	facts, err := evaluationFacts(ctx, pp.s, q, rec)
	data.EvaluationFacts = &facts
	return data, err
}
