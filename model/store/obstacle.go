package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Obstacles is the register of what stands in the way. Filters: status, category, severity, agreement_id, referral_id,
// training_id, partner_id (also by way of an agreement, a referral or a training), open (yes), year (raised), and figure:
// obstacles_open or obstacles_resolved, by the days from and to. Sorts: raised_on (the newest first by default), title, category, status, due_date,
// resolved_on, updated_at. Save takes a new obstacle in any state; afterwards the state changes only through Apply.
func (s *Store) Obstacles() Obstacles { return Obstacles{obstacles(s), s} }

// Obstacles is a register whose records have a life.
type Obstacles struct {
	model.Register[model.Obstacle]
	store *Store
}

// Apply takes a step of model.ObstacleFlow; the zero day means today.
func (o Obstacles) Apply(ctx context.Context, id model.ID, step model.StepName, said model.ObstacleChange) (model.Obstacle, error) {
	return obstacleLife(o.store).take(ctx, id, step, said)
}

func obstacleLife(s *Store) life[model.Obstacle, model.ObstacleStatus, model.ObstacleChange] {
	return life[model.Obstacle, model.ObstacleStatus, model.ObstacleChange]{flow: model.ObstacleFlow(), table: obstacles(s),
		complete: func(_ context.Context, _ *sql.Tx, said *model.ObstacleChange) error {
			if said.Today.IsZero() {
				said.Today = s.Today()
			}
			return nil
		}}
}

func obstacles(s *Store) *table[model.Obstacle] {
	filters := equals(model.ByStatus, model.ByCategory, model.BySeverity, model.ByAgreement, model.ByReferral, model.ByTraining)
	filters[model.ByPartner] = condition(`? IN (SELECT obstacle.partner_id
		UNION ALL SELECT r.partner_id FROM referral r WHERE r.id = obstacle.referral_id
		UNION ALL SELECT y.partner_id FROM agreement_party y WHERE y.agreement_id = obstacle.agreement_id
		UNION ALL SELECT y.partner_id FROM training_partner y WHERE y.training_id = obstacle.training_id)`)
	filters[model.ByYear] = condition("substr(raised_on, 1, 4) = ?")
	filters[model.ByOpen] = func(string, model.Filters) (string, []any, error) { return conditions.Unsettled, nil, nil }
	filters[model.ByFigure], filters[model.ByFrom], filters[model.ByTo] = filterObstacles, beside, beside

	return &table[model.Obstacle]{store: s, name: "obstacle", columns: obstacleColumns, words: obstacleWords,
		base:  func(r *model.Obstacle) *model.Base { return &r.Base },
		check: (*model.Obstacle).Validate, order: "-raised_on", last: "NOT (" + conditions.Unsettled + ")", filters: filters, named: []string{"title"},
		sorts: []string{"raised_on", "title", "category", "status", "due_date", "resolved_on", "updated_at"},
		guard: guardObstacle, parts: []part[model.Obstacle]{loadAbout}}
}

func obstacleColumns(r *model.Obstacle) []column {
	return []column{{"agreement_id", sqlite.Ref(&r.AgreementID)}, {"partner_id", sqlite.Ref(&r.PartnerID)}, {"referral_id", sqlite.Ref(&r.ReferralID)},
		{"training_id", sqlite.Ref(&r.TrainingID)}, {"title", &r.Title}, {"category", &r.Category}, {"description", &r.Description},
		{"severity", &r.Severity}, {"raised_on", sqlite.Day(&r.RaisedOn)}, {"raised_by", &r.RaisedBy}, {"owner_staff_id", sqlite.Ref(&r.OwnerStaffID)},
		{"status", &r.Status}, {"actions", sqlite.JSON(&r.Actions)}, {"due_date", sqlite.Day(&r.DueDate)}, {"resolved_on", sqlite.Day(&r.ResolvedOn)},
		{"resolution", &r.Resolution}, {"root_cause", &r.RootCause}, {"escalated_to", &r.EscalatedTo}, {"meetings", sqlite.JSON(&r.Meetings)}}
}

func obstacleWords(r *model.Obstacle) []string {
	words := []string{r.Title, r.Description, r.RaisedBy, r.Resolution, r.RootCause, r.EscalatedTo}
	for _, a := range r.Actions {
		words = append(words, a.Text, a.By)
	}
	for _, m := range r.Meetings {
		words = append(words, m.Agreed, m.Discussed, m.Mediator)
	}
	return words
}

// guardObstacle keeps the state, which changes by steps alone.
func guardObstacle(_ context.Context, _ *sql.Tx, before, rec *model.Obstacle) error {
	if before != nil && rec.Status != before.Status {
		return fmt.Errorf("%s to %s by saving: %w", before.Status, rec.Status, model.ErrTransition)
	}
	return nil
}

// obstacleAbout names what an obstacle is about: the partner, or what stands for it.
const obstacleAbout = `coalesce((SELECT p.name FROM partner p WHERE p.id = obstacle.partner_id),
	(SELECT coalesce(nullif(a.partner_names, ''), a.title) FROM agreement a WHERE a.id = obstacle.agreement_id),
	(SELECT t.title FROM training t WHERE t.id = obstacle.training_id),
	(SELECT coalesce(nullif(r.partner_name, ''), r.referral_no) FROM referral r WHERE r.id = obstacle.referral_id), '')`

func loadAbout(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Obstacle) error {
	return sqlite.Each(ctx, q, "SELECT id, "+obstacleAbout+" FROM obstacle WHERE id IN (SELECT value FROM json_each(?))", []any{ids},
		func(scan func(...any) error) error {
			var id model.ID
			var about string
			err := scan(&id, &about)
			byID[id].About = about
			return err
		})
}

// filterObstacles shows the obstacles behind a figure, by the days in the filters "from" and "to".
func filterObstacles(set string, all model.Filters) (string, []any, error) {
	var days conditions.Moment
	if (sqlite.Day(&days.First)).Scan(all[model.ByFrom]) != nil || (sqlite.Day(&days.Last)).Scan(all[model.ByTo]) != nil {
		return "", nil, fmt.Errorf("no obstacles from %q to %q", all[model.ByFrom], all[model.ByTo])
	}

	sets := map[string]string{"obstacles_open": conditions.StoodThen, "obstacles_resolved": conditions.ResolvedThen}
	if sets[set] == "" {
		return "", nil, fmt.Errorf("no obstacles %q", set)
	}

	condition, args := days.Placed(sets[set])
	return "(" + condition + ")", args, nil
}

// obstacleKPIs are K19 and K20.
func obstacleKPIs(ctx context.Context, q sqlite.Querier, k *model.KPIs, _ period) error {
	of := conditions.Moment{First: k.From, Last: k.AsOf}.Named()
	var err error
	k.Obstacles, err = tally(ctx, q, `SELECT category || '/open', count(*) FROM obstacle WHERE deleted_at IS NULL AND `+conditions.StoodThen+` GROUP BY 1
		UNION ALL SELECT category || '/resolved', count(*) FROM obstacle WHERE deleted_at IS NULL AND `+conditions.ResolvedThen+` GROUP BY 1`, of...)
	if err != nil {
		return err
	}

	var all []float64
	days := map[string][]float64{}
	err = sqlite.Each(ctx, q, `SELECT category, julianday(resolved_on) - julianday(raised_on) FROM obstacle
		WHERE deleted_at IS NULL AND `+conditions.ResolvedThen, of, func(scan func(...any) error) error {
		var category string
		var took float64
		err := scan(&category, &took)
		all = append(all, took)
		days[category] = append(days[category], took)
		return err
	})
	k.ObstacleDays = median(all)
	k.DaysByCategory = map[string]*float64{}
	for category, took := range days {
		k.DaysByCategory[category] = median(took)
	}

	return err
}

// sampleObstacle names the records that it refers to by their codes.
type sampleObstacle struct {
	ID        string `json:"id"`
	Agreement string `json:"agreement_id"`
	Partner   string `json:"partner_id"`
	Referral  string `json:"referral_id"`
	Training  string `json:"training_id"`
	Owner     string `json:"owner"`
	model.Obstacle
}

func loadObstacles(ctx context.Context, l *sampleLoader) error {
	var all []sampleObstacle
	if err := readSample(l.file.Obstacles, &all); err != nil {
		return fmt.Errorf("obstacles: %w", err)
	}

	for i := range all {
		x := &all[i]
		r := &x.Obstacle
		for _, link := range []struct {
			entity, code string
			at           *model.ID
		}{{"agreement", x.Agreement, &r.AgreementID}, {"partner", x.Partner, &r.PartnerID}, {"referral", x.Referral, &r.ReferralID},
			{"training", x.Training, &r.TrainingID}, {"staff", x.Owner, &r.OwnerStaffID}} {
			id, err := l.id(link.entity, link.code)
			if err != nil {
				return fmt.Errorf("obstacle %s: %w", x.ID, err)
			}
			*link.at = id
		}

		if err := add(ctx, l, obstacles(l.store), x.ID, r); err != nil {
			return err
		}
	}

	return nil
}

func obstacleEntry(s *Store) entry {
	const row = " FROM obstacle WHERE deleted_at IS NULL AND "
	e := entryOf(model.EntityObstacle, obstacles(s), func(r model.Obstacle) []string {
		return []string{r.RaisedOn.String(), r.Category, r.Title, r.Severity, string(r.Status), r.ResolvedOn.String()}
	}, "obstacles", "obstacle")
	e.life = func() Life { return obstacleLife(s) }
	e.title, e.detail, e.order, e.rank, e.sample = "title", obstacleAbout, "-raised_on", 8, loadObstacles
	e.refers = map[model.Entity]string{model.EntityAgreement: "agreement_id", model.EntityPartner: "partner_id",
		model.EntityReferral: "referral_id", model.EntityTraining: "training_id", model.EntityStaff: "owner_staff_id"}
	e.asks = []attentionQuery{
		{kind: model.AttentionObstacle, rank: rankObligation + 1, query: "SELECT id, title, " + obstacleAbout + ", due_date" + row + conditions.ObstacleDue},
		{kind: model.AttentionObstacleGrave, rank: rankObligation + 2, undated: true,
			query: "SELECT id, title, " + obstacleAbout + ", raised_on" + row + conditions.Grave + " AND NOT coalesce(" + conditions.ObstacleDue + ", FALSE)"},
	}
	e.dates = []upcomingQuery{{"obstacle_due", "due_date", "id", "title", "obstacle WHERE deleted_at IS NULL AND " + conditions.Unsettled}}
	e.waits, e.figures = conditions.Unsettled, obstacleKPIs
	e.life = func() Life { return obstacleLife(s) }

	return e
}

// obstacleDrafts gathers the data of the minutes of an obstacle.
func obstacleDrafts(ctx context.Context, s *Store, q sqlite.Querier, i model.Issue) ([]model.LetterData, error) {
	rec, err := obstacles(s).living(ctx, q, i.About.Of(model.EntityObstacle))
	if err != nil {
		return nil, err
	}
	if err := plainLetter(&i); err != nil {
		return nil, err
	}

	data := model.LetterData{Type: i.Type, Language: i.Language, Date: i.Date, Obstacle: &rec, Draft: true}
	if data.Clinic, err = clinics(s).get(ctx, q, 1); err != nil {
		return nil, err
	}
	if rec.AgreementID != 0 {
		if data.Agreement, err = agreements(s).get(ctx, q, rec.AgreementID); err != nil {
			return nil, err
		}
	}

	about := []model.ID{rec.PartnerID}
	if others := data.Agreement.Partners(); rec.PartnerID == 0 && len(others) > 0 {
		about = []model.ID{others[0].PartnerID}
	}
	data.Partners, err = partners(s).rows(ctx, q, about)
	return []model.LetterData{data}, err
}

// issueMinutes makes the minutes of the last talk about an obstacle.
func issueMinutes(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue, make render) ([]model.Document, error) {
	drafts, err := obstacleDrafts(ctx, s, tx, i)
	if err != nil {
		return nil, err
	}
	return s.Papers().issuePapers(ctx, tx, &drafts[0], i.Today, make)
}

// sameMeeting reports whether minutes are of the talk that is the last one still: they are made again under their number.
func sameMeeting(ctx context.Context, s *Store, q sqlite.Querier, data *model.LetterData, d model.Document, _ []model.Document) bool {
	made, err := s.Papers().madeFrom(ctx, q, d.ID)
	if err != nil || made.Obstacle == nil {
		return false
	}
	then, _ := made.Obstacle.LastMeeting()
	now, _ := data.Obstacle.LastMeeting()
	return then.Date == now.Date && then.Way == now.Way
}
