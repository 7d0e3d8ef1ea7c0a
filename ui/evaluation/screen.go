package evaluation

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// evaluations is the screen of what both sides judged.
type evaluations struct {
	*register.Screen[model.Evaluation]
	desk   *desk
	object fyne.CanvasObject
}

func newEvaluations(d *desk) *evaluations {
	type E = model.Evaluation
	g := &evaluations{desk: d}
	w := d.Words
	g.Screen = register.New(d.Env, register.Spec[E]{
		Entity: string(model.EntityEvaluation),
		List: register.ListSpec[E]{Records: d.Evaluations, ID: func(r E) model.ID { return r.ID },
			Search: "evaluation.search", Empty: "evaluation.empty", Columns: g.columns(), Filters: g.filters(), Menus: []register.Menu{
				d.Menu(model.ByRecommendation, "recommendation", model.Recommendations()), d.Years()}},
		Base: func(r *E) *model.Base { return &r.Base }, Check: (*E).Check,
		Title: func(r E) string { return r.About }, Subtitle: g.subtitle, Chips: g.chips, Actions: g.actions,
		Saved: func(E) { d.Recount() }, Removed: d.Recount,
		Lock: register.Lock[E]{Locked: func(E) string { return w.Say("evaluation.locked") }, Frozen: func(r E) func(string) bool {
			if !r.Held() {
				return nil
			}
			return r.Frozen
		}},
		Extra: []fyne.CanvasObject{look.NewMainButton(w.Say("evaluation.new"), theme.ContentAddIcon(), g.Create)},
		Tabs: []register.Tab[E]{
			{Title: "tab.summary", View: g.read},
			{Title: "tab.evaluation", Groups: g.groups},
			{Title: scoresTab, Groups: func() []form.Group[E] {
				return []form.Group[E]{{Lines: []form.Line[E]{form.Whole("items", func(changed func()) form.Part[E] { return newScoresPart(g, changed) })}}}
			}},
			{Title: "tab.evaluation_result", Groups: g.result},
			{Title: "tab.history", View: func(r E) fyne.CanvasObject { return d.HistoryOf(model.EntityEvaluation, r.ID) }},
		},
	}, d.state)
	g.object = look.Border(room.Heading(w.Say("nav.evaluations"), nil, g.Tools()...), nil, nil, nil, g.Screen.Object())

	return g
}

// scoresTab is the page where both sides' scores are entered.
const scoresTab = "tab.evaluation_scores"

// Object is the screen.
func (g *evaluations) Object() fyne.CanvasObject { return g.object }

// Create asks which agreement is evaluated.
func (g *evaluations) Create() {
	w := g.desk.Words
	room.Ask(g.desk.Desk, model.ID(0), room.Question[model.ID]{Entity: string(model.EntityEvaluation), Title: w.Say("evaluation.new"), Do: w.Say("evaluation.new"),
		Groups: []form.Group[model.ID]{{Lines: []form.Line[model.ID]{
			form.Pick("agreement_id", func(id *model.ID) *model.ID { return id }, g.desk.Finder(model.EntityAgreement, nil)).Must()}}},
		Submit: func(agreement model.ID, done func(error)) {
			if agreement == 0 {
				done(model.Problems{{Field: "agreement_id", Code: model.CodeRequired}})
				return
			}
			done(nil)
			g.Begin(agreement)
		}})
}

// Begin opens the evaluation of an agreement that is being prepared, at its scores. Without one it is proposed and kept at once, so that
// nothing is lost that is typed into it.
func (g *evaluations) Begin(agreement model.ID) {
	d := g.desk
	today := d.Today()
	task.Run(d.Tasks, func(ctx context.Context) (model.Evaluation, error) {
		r, err := d.Evaluations.Propose(ctx, agreement, today)
		if err != nil || r.ID != 0 {
			return r, err
		}
		return r, d.Evaluations.Save(ctx, &r)
	}, func(r model.Evaluation, err error) {
		switch ps := model.AsProblems(err); {
		case !d.Current():
		case ps != nil && r.AgreementID == 0:
			d.Notify(room.MissingText(d.Words, ps[0]), "", nil)
		case ps != nil: // an agreement that began today has no period yet
			g.CreateFrom(r)
			g.ShowProblems(ps)
		case err != nil:
			d.Report(err)
		default:
			g.Screen.Reload()
			g.OpenAt(r.ID, scoresTab, "")
			d.Recount()
		}
	})
}

// steps are what the window makes of the flow of evaluations.
func (g *evaluations) steps() room.Steps[model.Evaluation, model.EvaluationStatus, model.EvaluationChange] {
	return room.Steps[model.Evaluation, model.EvaluationStatus, model.EvaluationChange]{Desk: g.desk.Desk, Entity: model.EntityEvaluation,
		Flow: model.EvaluationFlow(), Now: func() model.EvaluationChange { return model.EvaluationChange{Today: g.desk.Today()} }, Take: g.take,
		Text: func(r model.Evaluation, _ model.StepName) string { return r.About },
		With: func(then func(model.Evaluation)) { g.Stored(func() { then(*g.Draft()) }) },
		Screens: map[model.StepName]func(model.Evaluation){
			model.StepIssue: func(r model.Evaluation) { g.paper(r) },
		}}
}

// paper shows the minutes before they are issued.
func (g *evaluations) paper(r model.Evaluation) {
	job := room.PaperJob{DocType: model.DocumentEvaluation, Title: r.About, Number: r.RecordNo, Fix: func(ps model.Problems) { g.ShowProblems(ps) },
		Issue: model.Issue{About: model.About(model.EntityEvaluation, r.ID), Date: r.Date}}
	g.desk.ShowPaper(job, func(model.ID) { g.ReloadAt(r.ID); g.desk.Recount() })
}

// take takes a step; done, if any, is told instead of the record.
func (g *evaluations) take(r model.Evaluation, step model.StepName, said model.EvaluationChange, done func(error)) {
	d := g.desk
	task.Run(d.Tasks, func(ctx context.Context) (model.Evaluation, error) { return d.Evaluations.Apply(ctx, r.ID, step, said) },
		func(r model.Evaluation, err error) {
			switch ps := model.AsProblems(err); {
			case done != nil:
				done(err)
			case ps != nil:
				g.ShowProblems(ps)
				d.Notify(d.Words.Say("evaluation.incomplete", len(ps)), "", nil)
			case err != nil:
				d.Report(err)
			}
			if err == nil {
				d.Notify(d.Words.Say("evaluation.now", d.Words.Label("evaluation_status", string(r.Status))), "", nil)
				g.Open(r)
				g.Reload()
				d.Recount()
			}
		})
}

func (g *evaluations) actions(r model.Evaluation) []register.Action {
	w := g.desk.Words
	steps := g.steps()
	var list []register.Action
	shown := model.StepName("")
	if next := steps.Next(r); next != nil {
		list = append(list, steps.Button(r, *next))
		shown = next.Name
	}

	return append(list, register.Action{Icon: theme.MoreVerticalIcon(), Do: func() {
		items := steps.Items(r, func(s model.Step[model.Evaluation, model.EvaluationStatus, model.EvaluationChange]) bool {
			return s.Name == shown
		})
		items = append(items, g.formItems(r)...)
		items = append(items, fyne.NewMenuItem(w.Say("evaluation.open_agreement"), func() { g.desk.Open(model.EntityAgreement, r.AgreementID) }))
		g.desk.ShowMenu(model.About(model.EntityAgreement, r.AgreementID), items)
	}})
}

func (g *evaluations) subtitle(r model.Evaluation) string {
	text := room.Joined(r.Partners, g.desk.Days(r.PeriodStart, r.PeriodEnd), r.RecordNo)
	if r.StatusReason != "" {
		text += "\n" + g.desk.Words.Say("evaluation.reopened", r.StatusReason)
	}
	return text
}

func (g *evaluations) chips(r model.Evaluation) []*look.Chip {
	w := g.desk.Words
	chips := []*look.Chip{look.NewChip(w.Label("evaluation_status", string(r.Status)), tone(r))}
	if text := g.desk.average(r); text != "" {
		chips = append(chips, look.NewChip(text, graded(r.ScoreAvg)))
	}
	if text := g.desk.recommended(r); text != "" {
		chips = append(chips, look.NewChip(text, look.Plain))
	}
	return chips
}

func (g *evaluations) columns() []register.Column[model.Evaluation] {
	type E = model.Evaluation
	d := g.desk
	day := func(on model.Date) register.Cell {
		if on.IsZero() {
			return register.Cell{}
		}
		return register.Cell{Text: d.Words.ShortDay(on.Time()), Soft: true, Whole: true}
	}

	return []register.Column[E]{
		{Title: "field.evaluation.agreement_id", Width: 3.2, Show: func(r E) register.Cell { return register.Cell{Text: r.About, Under: r.Partners} }},
		{Title: "field.date", Sort: "date", Width: 1.8, Show: func(r E) register.Cell { return day(r.Date) }},
		{Title: "field.score", Sort: "score_avg", Width: 1.3, Show: func(r E) register.Cell {
			if r.ScoreAvg == 0 {
				return register.Cell{}
			}
			return register.Cell{Chip: d.Words.Decimal(r.ScoreAvg, 2), Tone: graded(r.ScoreAvg)}
		}},
		{Title: "field.recommendation", Sort: "recommendation", Width: 2.2, Spare: true, Show: func(r E) register.Cell {
			return register.Cell{Text: d.recommended(r), Soft: true}
		}},
		{Title: "field.next_evaluation_date", Sort: "next_evaluation_date", Width: 1.7, Spare: true, Show: func(r E) register.Cell { return day(r.NextDate) }},
		{Title: "field.status", Sort: "status", Width: 1.6, Show: func(r E) register.Cell {
			return register.Cell{Chip: d.Words.Label("evaluation_status", string(r.Status)), Tone: tone(r)}
		}},
	}
}

func (g *evaluations) filters() []register.Filter {
	var all []register.Filter
	for _, s := range model.EvaluationStatuses() {
		all = append(all, register.Filter{Label: g.desk.Words.Label("evaluation_status", string(s)), Tone: tone(model.Evaluation{Status: s}),
			Set: model.Filters{model.ByStatus: string(s)}})
	}
	return all
}
