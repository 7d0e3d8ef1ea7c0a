package agreement

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// readyTab is the page of what makes two sides ready to work together.
const readyTab = "tab.ready"

// readiness is the page of what makes an agreement ready beyond its paper: the goals side by side, what each party expects, what could
// stand in the way, who must know, what information flows.
func readiness(g *Agreements) []form.Group[agreement] {
	type (
		E = model.Expectation
		R = model.Risk
	)
	roles := func() []string { return parties(g) }
	expectations := form.NewRows("expectations", "expectation.add", func(r *agreement) *[]E { return &r.Expectations }, func() E { return E{Party: "p1"} },
		func() []*form.Field[E] {
			return []*form.Field[E]{
				form.Choice("party", "party", roles, func(x *E) *string { return &x.Party }).Must().Label("list.party"),
				form.LongText("text", func(x *E) *string { return &x.Text }).Must(),
			}
		})
	risks := form.NewRows("risks", "risk.add", func(r *agreement) *[]R { return &r.Risks }, func() R { return R{} },
		func() []*form.Field[R] {
			return []*form.Field[R]{
				form.Choice("category", "risk_category", model.RiskCategories, func(x *R) *string { return &x.Category }).Must().Explain("risk"),
				form.LongText("mitigation", func(x *R) *string { return &x.Mitigation }).Must().Hint("hint.mitigation"),
			}
		})
	draft := func(r *agreement) bool { return r.Status == model.StatusDraft }
	return []form.Group[agreement]{
		{Title: "group.ready", When: draft, Lines: []form.Line[agreement]{form.Live(func(r *agreement) fyne.CanvasObject { return checklist(g, r) })}},
		{Title: "group.beside_goals", Lines: []form.Line[agreement]{form.Live(func(r *agreement) fyne.CanvasObject { return beside(g, r) })}},
		{Title: "group.expectations", Lines: []form.Line[agreement]{expectations}},
		{Title: "group.risks", Lines: []form.Line[agreement]{
			form.Live(func(r *agreement) fyne.CanvasObject { return offered(g, r) }), risks}},
		{When: func(r *agreement) bool { return len(r.Risks) == 0 }, Lines: []form.Line[agreement]{
			form.Check("no_risks", func(r *agreement) *bool { return &r.NoRisks })}},
		{Title: "group.must_know", Lines: []form.Line[agreement]{knowing(), form.Note(func(*agreement) fyne.CanvasObject { return known(g) })}},
		{Title: "group.exchanges", Lines: []form.Line[agreement]{exchanges(roles)}},
		{Title: "group.manner", Lines: []form.Line[agreement]{
			form.Choice("confidentiality", "confidentiality", model.Confidentialities, func(r *agreement) *string { return &r.Confidentiality }).Must().Explain("confidentiality"),
			form.LongText("culture_note", func(r *agreement) *string { return &r.CultureNote }).Hint("hint.culture_note"),
		}},
	}
}

// knowing are the inputs of who must know.
func knowing() form.Line[agreement] {
	type M = model.MustKnow
	return form.NewRows("must_know", "must_know.add", func(r *agreement) *[]M { return &r.MustKnow }, func() M { return M{} },
		func() []*form.Field[M] {
			return []*form.Field[M]{
				form.Text("name", func(x *M) *string { return &x.Name }).Must().Hint("hint.must_know"),
				form.Day("told_on", func(x *M) *model.Date { return &x.ToldOn }).Short(),
				form.Choice("how", "contact_channel", model.ContactChannels, func(x *M) *string { return &x.How }),
			}
		})
}

// exchanges are the inputs of the information that flows between the parties with these roles.
func exchanges(roles func() []string) form.Line[agreement] {
	type X = model.Exchange
	return form.NewRows("exchanges", "exchange.add", func(r *agreement) *[]X { return &r.Exchanges }, func() X { return X{Party: "p1", Rhythm: "monthly"} },
		func() []*form.Field[X] {
			return []*form.Field[X]{
				form.Text("what", func(x *X) *string { return &x.What }).Must().Hint("hint.exchange"),
				form.Choice("party", "party", roles, func(x *X) *string { return &x.Party }).Must(),
				form.Choice("rhythm", "rhythm", model.Rhythms, func(x *X) *string { return &x.Rhythm }).Must(),
				form.Choice("channel", "contact_channel", model.ContactChannels, func(x *X) *string { return &x.Channel }),
				form.Day("last_sent", func(x *X) *model.Date { return &x.LastSent }).Short(),
			}
		})
}

// checklist says what makes the draft ready, and leads to what is missing. It only advises.
func checklist(g *Agreements, r *agreement) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: 0})
	for _, p := range model.ReadyPoints(*r) {
		label := w.Say("ready.point." + p.Name)
		if p.Done {
			box.Add(room.WaitRow(w.Say("ready.done"), look.Good, label))
			continue
		}
		box.Add(look.NewTap(room.WaitRow(w.Say("ready.missing"), look.Soon, label), func() { lead(g, p.Field) }))
	}
	return box
}

// lead opens the input of a field that the checklist misses.
func lead(g *Agreements, field string) {
	list, _, _ := strings.Cut(field, "[")
	page, ok := map[string]string{"pics": "tab.parties", "goals": "tab.content"}[list]
	if !ok {
		page = readyTab
	}

	if g.ShowTab(page); g.desk.state.agreements.Tab == page { // a text that is no value keeps its page open
		g.ShowProblems(model.Problems{{Field: field, Code: "not_ready", Warning: true}})
	}
}

// offered lists the risks that were not chosen yet, each with what it means, and takes one over by a click.
func offered(g *Agreements, r *agreement) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: -4}, container.NewHBox(helpButton(g.desk, "ready.guide", "ready")))
	if r.Standing() || r.NoRisks {
		return box
	}

	for _, code := range model.RiskCategories() {
		if code == "other" || slices.ContainsFunc(r.Risks, func(x model.Risk) bool { return x.Category == code }) {
			continue
		}
		add := look.NewButtonWithIcon(w.Label("risk_category", code), theme.ContentAddIcon(), func() {
			g.Edit(func(r *agreement) { r.Risks = append(slices.Clone(r.Risks), model.Risk{Category: code}) })
		})
		add.Importance = widget.LowImportance
		box.Add(container.NewHBox(add))
		box.Add(look.PadXY(30, 0, look.Hint(w.Say("explain.risk."+code))))
	}
	return box
}

// helpButton opens the help at a topic.
func helpButton(d *desk, label, topic string) fyne.CanvasObject {
	b := look.NewButtonWithIcon(d.Words.Say(label), theme.HelpIcon(), func() { d.ShowHelp(topic) })
	b.Importance = widget.LowImportance
	return b
}

// known offers the contact persons and the staff as those who must know.
func known(g *Agreements) fyne.CanvasObject {
	w := g.desk.Words
	contacts := look.NewButtonWithIcon(w.Say("must_know.contacts"), theme.AccountIcon(), func() {
		g.Edit(func(r *agreement) {
			for _, p := range r.PICs {
				addKnowing(r, room.Joined(p.Name, p.Position))
			}
		})
	})

	var staff *look.Button
	staff = look.NewButtonWithIcon(w.Say("must_know.staff"), theme.AccountIcon(), func() {
		form.ShowPicker(w, w.Say("form.search"), staff, g.desk.Finder("staff", nil), func(o form.Option) {
			g.Edit(func(r *agreement) { addKnowing(r, o.Title) })
		})
	})
	return container.NewHBox(contacts, staff)
}

// addKnowing adds somebody who must know, unless the name is there.
func addKnowing(r *agreement, name string) {
	if !slices.ContainsFunc(r.MustKnow, func(x model.MustKnow) bool { return x.Name == name }) {
		r.MustKnow = append(slices.Clone(r.MustKnow), model.MustKnow{Name: name})
	}
}
