package addendum

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

type (
	steps = room.Steps[model.Addendum, model.AddendumStatus, model.AddendumChange]
	step  = model.Step[model.Addendum, model.AddendumStatus, model.AddendumChange]
)

// screen shows the addenda of all agreements.
type screen struct {
	*register.Screen[model.Addendum]
	desk   *desk
	object fyne.CanvasObject
}

func newScreen(d *desk) *screen {
	type A = model.Addendum
	g := &screen{desk: d}
	w := d.Words
	g.Screen = register.New(d.Env, register.Spec[A]{
		Entity: string(model.EntityAddendum),
		List: register.ListSpec[A]{Records: d.Addenda, ID: func(r A) model.ID { return r.ID },
			Search: "addendum.search", Empty: "addendum.empty", Columns: g.columns(), Filters: g.filters()},
		Base: func(r *A) *model.Base { return &r.Base }, Check: (*A).Check,
		New:   func() A { return A{Status: model.AddendumDraft, EffectiveDate: d.Today()} },
		Title: d.title, Subtitle: func(r A) string { return room.Joined(r.NumberOwn, r.NumberPartner, r.Main.Title, r.Main.PartnerNames) },
		Chips: func(r A) []*look.Chip {
			return []*look.Chip{look.NewChip(w.Label("addendum_status", string(r.Status)), tone(r))}
		},
		Actions: g.actions, Changed: g.changed,
		Lock: register.Lock[A]{Locked: func(r A) string { return d.LockedBy("locked.addendum", r.NumberOwn) },
			Frozen: func(r A) func(string) bool {
				if !r.Standing() {
					return nil
				}
				return r.Frozen
			}},
		Saved: func(A) { d.Recount() }, Removed: d.Recount, Roomy: true,
		Tabs: []register.Tab[A]{
			{Title: "tab.summary", View: g.read},
			{Title: "tab.addendum", Groups: g.groups},
			{Title: "tab.issued", View: func(r A) fyne.CanvasObject { return d.Related(model.EntityDocument, model.ByAddendum, r.ID) }},
			{Title: "tab.history", View: func(r A) fyne.CanvasObject { return d.HistoryOf(model.EntityAddendum, r.ID) }},
		},
	}, d.state)
	g.object = look.Border(room.Heading(w.Say("nav.addenda"), nil, g.Tools()...), nil, nil, nil, g.Screen.Object())

	return g
}

// Object is the screen.
func (g *screen) Object() fyne.CanvasObject { return g.object }

// Amend begins an addendum to an agreement.
func (g *screen) Amend(agreement model.ID) { g.desk.begin(agreement) }

// steps are what the window makes of the flow of addenda. One is signed today, unless somebody says otherwise.
func (g *screen) steps() steps {
	d := g.desk
	return steps{Desk: d.Desk, Entity: model.EntityAddendum, Flow: model.AddendumFlow(), Take: g.take,
		Now: func() model.AddendumChange { return model.AddendumChange{Today: d.Today()} },
		Begin: func(r model.Addendum, _ model.StepName, said *model.AddendumChange) {
			said.SignDate, said.SignPlace = d.Today(), r.SignPlace
		},
		Text:    func(r model.Addendum, name model.StepName) string { return g.explained(r, name) },
		With:    func(then func(model.Addendum)) { g.Stored(func() { then(*g.Draft()) }) },
		Screens: map[model.StepName]func(model.Addendum){model.StepIssue: func(r model.Addendum) { g.paper(r, false) }}}
}

// explained says what the signatures, or the end of an addendum, bring about.
func (g *screen) explained(r model.Addendum, name model.StepName) string {
	w := g.desk.Words
	switch {
	case name == "sign" && r.Extends():
		return w.Say("addendum.sign_extends", w.Day(r.NewEndDate.Time()))
	case name == "cancel" && r.NumberOwn != "":
		return w.Say("agreement.annul", r.NumberOwn)
	}
	return ""
}

// paper shows the addendum as it will be printed; look does no more than that.
func (g *screen) paper(r model.Addendum, lookOnly bool) {
	g.desk.ShowPaper(room.PaperJob{DocType: r.Paper(), Look: lookOnly, Title: room.Joined(g.desk.title(r), r.Main.Title), Number: r.NumberOwn,
		Issue: model.Issue{About: model.About(model.EntityAddendum, r.ID), Date: r.SignDate, Language: r.Main.LanguageMode}, Fix: g.ShowProblems},
		func(id model.ID) {
			g.ReloadAt(id)
			g.desk.Recount()
		})
}

// take takes a step; done, if any, is told instead of the record.
func (g *screen) take(r model.Addendum, name model.StepName, said model.AddendumChange, done func(error)) {
	d := g.desk
	task.Run(d.Tasks, func(ctx context.Context) (model.Addendum, error) { return d.Addenda.Apply(ctx, r.ID, name, said) },
		func(r model.Addendum, err error) {
			switch ps := model.AsProblems(err); {
			case done != nil:
				done(err)
			case ps != nil:
				g.ShowProblems(ps)
			case err != nil:
				d.Report(err)
			}
			if err == nil {
				d.Notify(d.Words.Say("addendum.now", d.Words.Label("addendum_status", string(r.Status))), "", nil)
				g.Open(r)
				g.Reload()
				d.Recount()
			}
		})
}

func (g *screen) actions(r model.Addendum) []register.Action {
	st := g.steps()
	var list []register.Action
	shown := model.StepName("")
	if next := st.Next(r); next != nil {
		list = append(list, st.Button(r, *next))
		shown = next.Name
	}

	return append(list, register.Action{Icon: theme.MoreVerticalIcon(), Do: func() {
		items := st.Items(r, func(s step) bool { return s.Name == shown })
		if r.Main.Paper != "" {
			items = append([]*fyne.MenuItem{fyne.NewMenuItem(g.desk.Words.Say("agreement.preview"), func() { g.Stored(func() { g.paper(*g.Draft(), true) }) })}, items...)
		}
		g.desk.ShowMenu(model.About(model.EntityAgreement, r.AgreementID), items)
	}})
}

// changed reads what an addendum has to fit when its agreement was chosen.
func (g *screen) changed(r *model.Addendum, field string) bool {
	if field != "agreement_id" {
		return false
	}

	id := r.AgreementID
	task.Run(g.desk.Tasks, func(ctx context.Context) (model.Agreement, error) { return g.desk.Agreements.Get(ctx, id) },
		func(a model.Agreement, err error) {
			if err != nil || g.Draft() == nil || g.Draft().AgreementID != id {
				return
			}
			g.Edit(func(r *model.Addendum) { r.Main = model.MainOf(a) })
			g.Redraw() // a bilingual paper has inputs in English
		})
	return false
}

func (g *screen) columns() []register.Column[model.Addendum] {
	type A = model.Addendum
	w := g.desk.Words
	soft := func(text string) register.Cell { return register.Cell{Text: text, Soft: true} }
	day := func(d model.Date) register.Cell {
		return register.Cell{Text: w.ShortDay(d.Time()), Soft: true, Whole: true}
	}

	return []register.Column[A]{
		{Title: "field.addendum.title", Sort: "ordinal", Width: 3.2, Show: func(r A) register.Cell { return register.Cell{Text: g.desk.title(r), Under: r.Main.Title} }},
		{Title: "list.partner", Width: 2.2, Spare: true, Show: func(r A) register.Cell { return soft(r.Main.PartnerNames) }},
		{Title: "field.number_own", Sort: "number_own", Width: 2.2, Spare: true, Show: func(r A) register.Cell { return soft(r.NumberOwn) }},
		{Title: "field.effective_date", Sort: "effective_date", Width: 1.7, Show: func(r A) register.Cell { return day(r.EffectiveDate) }},
		{Title: "field.new_end_date", Sort: "new_end_date", Width: 1.7, Spare: true, Show: func(r A) register.Cell { return day(r.NewEndDate) }},
		{Title: "field.status", Sort: "status", Width: 2, Show: func(r A) register.Cell {
			return register.Cell{Chip: w.Label("addendum_status", string(r.Status)), Tone: tone(r)}
		}},
	}
}

func (g *screen) filters() []register.Filter {
	w := g.desk.Words
	all := []register.Filter{{Label: w.Say("addendum.open"), Tone: look.Soon, Set: model.Filters{model.ByOpen: "yes"}}}
	for _, s := range model.AddendumStatuses() {
		all = append(all, register.Filter{Label: w.Label("addendum_status", string(s)), Tone: tone(model.Addendum{Status: s}), Set: model.Filters{model.ByStatus: string(s)}})
	}
	return all
}

// groups are the form. A new addendum can be signed already; of a stored one the state changes by steps.
func (g *screen) groups() []form.Group[model.Addendum] {
	type A = model.Addendum
	past := func(r *A) bool { return r.ID == 0 && r.Status != model.AddendumDraft }
	states := func() []model.AddendumStatus {
		return []model.AddendumStatus{model.AddendumDraft, model.AddendumActive, model.AddendumCancelled}
	}

	return []form.Group[A]{
		{Title: "group.addendum", Lines: []form.Line[A]{
			form.Pick("agreement_id", func(r *A) *model.ID { return &r.AgreementID }, g.desk.Finder(model.EntityAgreement, nil)).Must(),
			form.Beside(form.Day("new_end_date", func(r *A) *model.Date { return &r.NewEndDate }).Hint("hint.new_end_date"),
				form.Day("effective_date", func(r *A) *model.Date { return &r.EffectiveDate }).Must()),
			form.Beside(form.Text("number_partner", func(r *A) *string { return &r.NumberPartner }).Hint("hint.addendum_number"),
				form.Text("sign_place", func(r *A) *string { return &r.SignPlace })),
		}},
		{Title: "group.addendum_changes", Lines: []form.Line[A]{g.rows()}},
		{Title: "group.existing_addendum", When: func(r *A) bool { return r.ID == 0 }, Lines: []form.Line[A]{
			form.Choice("status", "addendum_status", states, func(r *A) *model.AddendumStatus { return &r.Status }).Must().Hint("hint.existing_addendum")}},
		{When: past, Lines: []form.Line[A]{
			form.Beside(form.Text("number_own", func(r *A) *string { return &r.NumberOwn }), form.Number("ordinal", func(r *A) *int { return &r.Ordinal }).Hint("hint.ordinal")),
			form.Day("sign_date", func(r *A) *model.Date { return &r.SignDate }),
			form.LongText("status_reason", func(r *A) *string { return &r.StatusReason }),
		}},
	}
}

// rows are the articles that change, in English too where the agreement is.
func (g *screen) rows() form.Line[model.Addendum] {
	type C = model.ClauseChange
	return form.NewRows("changes", "addendum.add_change", func(r *model.Addendum) *[]C { return &r.Changes }, func() C { return C{} },
		func() []*form.Field[C] {
			fields := []*form.Field[C]{
				form.Text("clause_ref.text_id", func(c *C) *string { return &c.Clause.ID }).Must().Hint("hint.changed_clause"),
				form.LongText("new_text.text_id", func(c *C) *string { return &c.Text.ID }).Must(),
			}
			if d := g.desk.state.Draft; d == nil || d.Main.LanguageMode != "bilingual" {
				return fields
			}
			return append(fields, form.Text("clause_ref.text_en", func(c *C) *string { return &c.Clause.EN }),
				form.LongText("new_text.text_en", func(c *C) *string { return &c.Text.EN }))
		})
}
