package agreement

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// sharedGoal is how the choice of a party calls the goals of all.
const sharedGoal = "shared"

// goal are the inputs of a goal. What only one party is after is weighed against what the others are after.
func goal(g *Agreements) []*form.Field[model.Goal] {
	type G = model.Goal
	one := func(x *G) bool { return !x.Shared() || x.Differs != "" }
	differs := func(x *G) bool { return x.Differs != "" }
	fields := []*form.Field[G]{form.Choice("party", "goal_party", func() []string { return append([]string{sharedGoal}, parties(g)...) },
		func(x *G) *string { return &x.Party }).Must().Through(
		func(role string) string {
			if role == "" {
				return sharedGoal
			}
			return role
		}, func(_, chosen string) string {
			if chosen == sharedGoal {
				return ""
			}
			return chosen
		})}

	fields = append(fields, texts(g, "goals", func(x *G) *model.Text { return &x.Text })...)
	return append(fields,
		form.Choice("benefit", "benefit", model.Benefits, func(x *G) *string { return &x.Benefit }).Explain("benefit"),
		form.Choice("beneficiary", "beneficiary", model.Beneficiaries, func(x *G) *string { return &x.Beneficiary }),
		form.Choice("orientation", "goal_orientation", model.GoalOrientations, func(x *G) *string { return &x.Orientation }).Hint("hint.goal_orientation").When(one),
		form.Text("indicator", func(x *G) *string { return &x.Indicator }).MustWhen(func(x *G) bool { return x.Shared() }),
		form.Text("baseline", func(x *G) *string { return &x.Baseline }).Short().Hint("hint.baseline"),
		following(g, form.Text("target", func(x *G) *string { return &x.Target }).Short()),
		form.LongText("differs", func(x *G) *string { return &x.Differs }).Hint("hint.differs").When(one),
		form.LongText("agreed", func(x *G) *string { return &x.Agreed }).Hint("hint.agreed").When(differs),
		form.Day("agreed_on", func(x *G) *model.Date { return &x.AgreedOn }).When(differs))
}

// parties are the roles of the parties of the open agreement.
func parties(g *Agreements) (roles []string) {
	if r := g.desk.state.agreements.Draft; r != nil {
		for _, p := range r.Parties {
			roles = append(roles, p.Role)
		}
	}
	return roles
}

// abreast stands objects beside each other, each as wide as the others.
type abreast struct{ gap float32 }

func (l *abreast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(180, height)
}

func (l *abreast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := float32(int((size.Width - l.gap*float32(len(objects)-1)) / float32(max(1, len(objects)))))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(width+l.gap), 0))
		look.Settle(o, width)
	}
}

// beside shows the goals of the parties: what all want, and below it what each is after, with what is weighed against what.
func beside(g *Agreements, r *agreement) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: 4})
	for _, x := range model.GoalsOf(*r, "") {
		box.Add(look.Paragraph(w.Say("ready.shared", room.Sentence(x.Text.ID)), theme.ColorNameForeground, theme.SizeNameText, false))
	}

	own := map[string][]model.Goal{}
	rows := 0
	for _, p := range r.Parties {
		own[p.Role] = model.GoalsOf(*r, p.Role)
		rows = max(rows, len(own[p.Role]))
	}

	if rows == 0 && len(r.Expectations) == 0 {
		box.Add(look.Hint(w.Say("ready.no_party_goals")))
		return box
	}

	box.Add(acrossOf(r, func(p model.Party) fyne.CanvasObject { return aims(g, p, own[p.Role]) }))
	for i := range rows {
		box.Add(acrossOf(r, func(p model.Party) fyne.CanvasObject {
			if i >= len(own[p.Role]) {
				return container.NewWithoutLayout()
			}
			return cell(g, r, own[p.Role][i])
		}))
	}
	box.Add(acrossOf(r, func(p model.Party) fyne.CanvasObject { return expected(g, r, p.Role) }))
	return box
}

// acrossOf is a row of the table: a cell of each party.
func acrossOf(r *agreement, cell func(model.Party) fyne.CanvasObject) fyne.CanvasObject {
	row := container.New(&abreast{gap: 14})
	for _, p := range r.Parties {
		row.Add(cell(p))
	}
	return row
}

// aims heads a column: who it is, and what the party's goals are after.
func aims(g *Agreements, p model.Party, goals []model.Goal) fyne.CanvasObject {
	w := g.desk.Words
	name := p.PartnerName
	if p.PartnerID == 0 {
		name = g.desk.Clinic().Name
	}

	chips := container.New(&look.Flow{Gap: 4})
	var shown []string
	for _, x := range goals {
		if x.Orientation != "" && !slices.Contains(shown, x.Orientation) {
			shown = append(shown, x.Orientation)
			chips.Add(look.NewChip(w.Label("goal_orientation", x.Orientation), look.Plain))
		}
	}

	return container.New(&look.Lines{Gap: 2}, look.Paragraph(room.Joined(w.Label("party", p.Role), name), theme.ColorNameForeground, theme.SizeNameText, true), chips)
}

// cell is a goal of one party, with how far it is settled where it differs.
func cell(g *Agreements, r *agreement, x model.Goal) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: -8}, look.Paragraph(room.Sentence(x.Text.ID), theme.ColorNameForeground, theme.SizeNameText, false))
	if said := room.Joined(named(w, "beneficiary", x.Beneficiary), g.desk.measured(x.Indicator, x.Baseline, r.Terms.Shown(x.Target))); said != "" {
		box.Add(look.Hint(said))
	}

	switch {
	case x.Unsettled():
		box.Add(look.Paragraph(w.Say("ready.differs", x.Differs), theme.ColorNameWarning, theme.SizeNameText, false))
	case x.Differs != "":
		box.Add(look.Hint(w.Say("ready.settled", x.Differs, w.ShortDay(x.AgreedOn.Time()), x.Agreed)))
	}
	return box
}

// expected is what a party expects of the cooperation.
func expected(g *Agreements, r *agreement, role string) fyne.CanvasObject {
	box := container.New(&look.Lines{Gap: -8})
	for _, x := range r.Expectations {
		if x.Party == role {
			box.Add(look.Hint(g.desk.Words.Say("ready.expects", room.Sentence(x.Text))))
		}
	}
	return box
}
