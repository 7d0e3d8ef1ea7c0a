package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Evaluations is the register of how both sides judge their cooperation. Filters: status, recommendation, agreement_id, partner_id, year
// (of the meeting). Sorts: date (the newest first by default), period_end, status, recommendation, score_avg, next_evaluation_date,
// updated_at. The state changes only through Apply and through the issue of the minutes.
func (s *Store) Evaluations() Evaluations { return Evaluations{evaluations(s), s} }

// Evaluations is a register whose records have a life.
type Evaluations struct {
	model.Register[model.Evaluation]
	store *Store
}

// Apply takes a step of model.EvaluationFlow; the zero day means today.
func (e Evaluations) Apply(ctx context.Context, id model.ID, step model.StepName, said model.EvaluationChange) (model.Evaluation, error) {
	return evaluationLife(e.store).take(ctx, id, step, said)
}

func evaluationLife(s *Store) life[model.Evaluation, model.EvaluationStatus, model.EvaluationChange] {
	return life[model.Evaluation, model.EvaluationStatus, model.EvaluationChange]{flow: model.EvaluationFlow(), table: evaluations(s),
		complete: func(_ context.Context, _ *sql.Tx, said *model.EvaluationChange) error {
			if said.Today.IsZero() {
				said.Today = s.Today()
			}
			return nil
		}}
}

func evaluations(s *Store) *table[model.Evaluation] {
	filters := equals(model.ByStatus, model.ByRecommendation, model.ByAgreement)
	filters[model.ByPartner] = condition("? IN (SELECT y.partner_id FROM agreement_party y WHERE y.agreement_id = evaluation.agreement_id)")
	filters[model.ByYear] = condition("substr(date, 1, 4) = ?")

	return &table[model.Evaluation]{store: s, name: "evaluation", columns: evaluationColumns, words: evaluationWords,
		base:  func(r *model.Evaluation) *model.Base { return &r.Base },
		check: (*model.Evaluation).Validate, order: "-date", filters: filters,
		sorts:  []string{"date", "period_end", "status", "recommendation", "score_avg", "next_evaluation_date", "updated_at"},
		frozen: func(before, rec *model.Evaluation) model.Problems { return before.Changed(*rec) },
		used:   "EXISTS (SELECT 1 FROM evaluation WHERE id = :id AND record_no <> '')",
		guard:  guardEvaluation, parts: []part[model.Evaluation]{loadEvaluated}}
}

func evaluationColumns(r *model.Evaluation) []column {
	return []column{{"agreement_id", sqlite.Ref(&r.AgreementID)}, {"period_start", sqlite.Day(&r.PeriodStart)}, {"period_end", sqlite.Day(&r.PeriodEnd)},
		{"date", sqlite.Day(&r.Date)}, {"place", &r.Place}, {"status", &r.Status}, {"status_reason", &r.StatusReason},
		{"attendees", sqlite.JSON(&r.Attendees)}, {"items", sqlite.JSON(&r.Items)}, {"benefit_scores", sqlite.JSON(&r.BenefitScores)},
		{"feedback_score", &r.FeedbackScore}, {"partner_feedback", &r.PartnerFeedback}, {"strengths", &r.Strengths}, {"weaknesses", &r.Weaknesses},
		{"lessons", &r.Lessons}, {"follow_ups", sqlite.JSON(&r.FollowUps)}, {"recommendation", &r.Recommendation}, {"score_avg", &r.ScoreAvg},
		{"next_evaluation_date", sqlite.Day(&r.NextDate)}, {"record_no", &r.RecordNo}}
}

// evaluationWords are those of the record, and the agreement that it is about.
func evaluationWords(r *model.Evaluation) []string {
	words := []string{r.About, r.Partners, r.RecordNo, r.Place, r.PartnerFeedback, r.Strengths, r.Weaknesses, r.Lessons}
	for _, item := range r.Items {
		words = append(words, item.Text.ID, item.Text.EN, item.Indicator, item.Note, item.PartnerNote)
	}
	for _, f := range r.FollowUps {
		words = append(words, f.Text, f.Owner)
	}
	return words
}

// guardEvaluation keeps the state, the number and the agreement, which change otherwise or never; a new evaluation is a draft.
func guardEvaluation(_ context.Context, _ *sql.Tx, before, rec *model.Evaluation) error {
	if before == nil {
		before = &model.Evaluation{Status: model.EvaluationDraft, AgreementID: rec.AgreementID}
	}
	if rec.Status != before.Status || rec.RecordNo != before.RecordNo || rec.AgreementID != before.AgreementID {
		return fmt.Errorf("%s to %s by saving: %w", before.Status, rec.Status, model.ErrTransition)
	}
	return nil
}

// evaluatedAgreement and evaluatedPartners name what an evaluation is about.
const (
	evaluatedAgreement = "coalesce((SELECT a.title FROM agreement a WHERE a.id = evaluation.agreement_id), '')"
	evaluatedPartners  = "coalesce((SELECT a.partner_names FROM agreement a WHERE a.id = evaluation.agreement_id), '')"
)

func loadEvaluated(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Evaluation) error {
	return sqlite.Each(ctx, q, "SELECT id, "+evaluatedAgreement+", "+evaluatedPartners+" FROM evaluation WHERE id IN (SELECT value FROM json_each(?))",
		[]any{ids}, func(scan func(...any) error) error {
			var id model.ID
			var title, partners string
			err := scan(&id, &title, &partners)
			byID[id].About, byID[id].Partners = title, partners
			return err
		})
}

// evaluationKPIs are K27: the latest average of each agreement up to the end of the period, with the one before it.
func evaluationKPIs(ctx context.Context, q sqlite.Querier, k *model.KPIs, _ period) error {
	const query = `SELECT evaluation.id, a.id, a.code, a.title, a.partner_names, evaluation.date, evaluation.score_avg, evaluation.recommendation
		FROM evaluation JOIN agreement a ON a.id = evaluation.agreement_id
		WHERE evaluation.deleted_at IS NULL AND a.deleted_at IS NULL AND ` + conditions.HeldThen + ` ORDER BY a.id, ` + conditions.LastOf
	k.Scores = map[string]float64{}
	var last model.ID
	err := sqlite.Each(ctx, q, query, conditions.Moment{Last: k.AsOf}.Named(), func(scan func(...any) error) error {
		var x model.EvaluationScore
		var agreement model.ID
		err := scan(&x.EvaluationID, &agreement, &x.Code, &x.Title, &x.Partner, sqlite.Day(&x.Date), &x.Average, &x.Recommendation)
		x.Code = codeOr(x.Code, agreement)
		switch n := len(k.ScoreList); {
		case agreement != last:
			k.Scores[x.Code] = x.Average
			k.ScoreList = append(k.ScoreList, x)
		case k.ScoreList[n-1].Before == nil:
			k.ScoreList[n-1].Before = &x.Average
		}
		last = agreement
		return err
	})
	slices.SortStableFunc(k.ScoreList, func(a, b model.EvaluationScore) int { return cmp.Compare(a.Average, b.Average) })

	return err
}

// sampleEvaluation has one score for each item. Where it has more scores than the agreement has goals, the others are criteria that hold for
// every cooperation.
type sampleEvaluation struct {
	ID        string `json:"id"`
	Agreement string `json:"agreement_id"`
	Scores    []int  `json:"scores"`
	model.Evaluation
}

func loadEvaluations(ctx context.Context, l *sampleLoader) error {
	for _, raw := range l.file.Evaluations {
		var x sampleEvaluation
		if err := readSample(raw, &x); err != nil {
			return fmt.Errorf("evaluations: %w", err)
		}

		var err error
		r := &x.Evaluation
		if r.AgreementID, err = l.id("agreement", x.Agreement); err != nil {
			return fmt.Errorf("evaluation %s: %w", x.ID, err)
		}

		about, err := agreements(l.store).get(ctx, l.tx, r.AgreementID)
		if err != nil {
			return err
		}

		r.Status = model.EvaluationHeld
		r.Items = sampleItems(about, x.Scores)
		if err := add(ctx, l, evaluations(l.store), x.ID, r); err != nil {
			return err
		}
	}
	return nil
}

func sampleItems(a model.Agreement, scores []int) []model.EvaluationItem {
	items := model.ProposeEvaluation(a, nil, "", a.StartDate).Items
	items = append(items, model.EvaluationItem{Text: model.Text{ID: "pemenuhan kewajiban", EN: "fulfilment of duties"}},
		model.EvaluationItem{Text: model.Text{ID: "komunikasi dan koordinasi", EN: "communication and coordination"}},
		model.EvaluationItem{Text: model.Text{ID: "mutu pelayanan", EN: "quality of service"}})
	items = items[:min(len(scores), len(items))]
	for i := range items {
		items[i].Score = scores[i]
	}
	return items
}

func evaluationEntry(s *Store) entry {
	e := entryOf(model.EntityEvaluation, evaluations(s), func(r model.Evaluation) []string {
		return []string{r.Date.String(), r.About, fmt.Sprintf("%.2f", r.ScoreAvg), r.Recommendation, string(r.Status), r.RecordNo}
	}, "evaluations", "evaluation")
	e.title, e.detail, e.order, e.rank, e.sample = evaluatedAgreement, "coalesce(date, period_end)", "-date", 9, loadEvaluations
	e.whose = evaluatedPartners
	e.refers = map[model.Entity]string{model.EntityAgreement: "agreement_id"}
	e.waits, e.figures = conditions.Unheld, evaluationKPIs
	e.life = func() Life { return evaluationLife(s) }

	return e
}
