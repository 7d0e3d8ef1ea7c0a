package agreement

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// Agreements is the screen of the cooperation documents.
type Agreements struct {
	*register.Screen[model.Agreement]
	desk   *desk
	object fyne.CanvasObject
}

func newAgreements(d *desk) *Agreements {
	g := &Agreements{desk: d}
	w := d.Words
	spec := register.Spec[model.Agreement]{
		Entity: "agreement",
		List: register.ListSpec[model.Agreement]{Records: d.Agreements, ID: func(r model.Agreement) model.ID { return r.ID },
			Search: "agreement.search", Empty: "agreement.empty", Columns: g.columns(), Filters: g.filters(), Menus: g.menus()},
		Base: func(r *model.Agreement) *model.Base { return &r.Base }, Check: (*model.Agreement).Check,
		New:      g.blank,
		Title:    func(r model.Agreement) string { return r.Title },
		Subtitle: g.subtitle,
		Chips: func(r model.Agreement) []*look.Chip {
			text, tone := d.statusChip(r)
			chips := []*look.Chip{look.NewChip(text, tone)}
			if label := w.Label("agreement_status", string(r.Status)); label != text && r.Badge(d.Today()) != model.BadgeNotYetEffective {
				chips = append([]*look.Chip{look.NewChip(label, agreementTone(r.Status))}, chips...)
			}
			if r.Confidentiality != "" && r.Confidentiality != model.NewAgreement(d.Today()).Confidentiality {
				chips = append(chips, look.NewChip(w.Label("confidentiality", r.Confidentiality), secrecyTone(r.Confidentiality)))
			}
			return append(chips, look.NewChip(w.Label("cooperation_field", r.CooperationField), look.Plain))
		},
		Actions: g.actions, Changed: g.fill,
		Lock: register.Lock[model.Agreement]{Frozen: frozenAgreement, Correct: g.correct, Locked: func(r model.Agreement) string {
			if r.Status == model.StatusAwaiting {
				return d.LockedBy("locked.agreement_awaiting", r.NumberOwn)
			}
			return d.LockedBy("locked.agreement", r.NumberOwn)
		}},
		Saved: func(model.Agreement) { d.Recount() }, Removed: d.Recount, Roomy: true,
		Gaps: &register.Gaps[model.Agreement]{Say: func(p model.Problem) string { return room.MissingText(w, p) },
			Find: func(ctx context.Context, r model.Agreement) (model.Problems, error) {
				return d.Papers.Gaps(ctx, model.Typed{Agreement: &r})
			},
			Of: func(r model.Agreement) bool {
				return r.Paper() != "" && (r.Status == model.StatusDraft || r.Status == model.StatusReview)
			}},
		Tabs: []register.Tab[model.Agreement]{
			{Title: "tab.summary", View: g.read},
			{Title: "tab.basics", Groups: g.basics},
			{Title: "tab.parties", Groups: g.parties},
			{Title: "tab.content", Groups: g.content},
			{Title: readyTab, Groups: func() []form.Group[agreement] { return readiness(g) }},
			{Title: "tab.obligations", Groups: g.obligations},
			{Title: "tab.terms", Groups: g.terms},
			{Title: "tab.files", View: g.files, Files: true},
		},
	}
	spec.Tabs = append(spec.Tabs, room.RelatedTabs(d.Desk, model.EntityAgreement, func(r model.Agreement) model.ID { return r.ID })...)
	spec.Tabs = append(spec.Tabs, register.Tab[model.Agreement]{Title: "tab.history", View: func(r model.Agreement) fyne.CanvasObject { return d.HistoryOf("agreement", r.ID) }})
	g.Screen = register.New(d.Env, spec, &d.state.agreements)
	g.object = look.Border(room.Heading(w.Say("nav.agreements"), nil, g.Tools()...), nil, nil, nil, g.Screen.Object())

	return g
}

func (g *Agreements) Object() fyne.CanvasObject { return g.object }

// Reload fetches the list and the legal bases that can be ticked.
func (g *Agreements) Reload() {
	g.loadBases()
	g.Screen.Reload()
}

// termsTab is the page that offers the legal bases.
const termsTab = "tab.terms"

func (g *Agreements) loadBases() {
	task.Run(g.desk.Tasks, func(ctx context.Context) ([]model.LegalBasis, error) {
		return g.desk.LegalBases.Find(ctx, model.Query{})
	}, func(list []model.LegalBasis, err error) {
		if !g.desk.Current() {
			return
		}

		if err != nil {
			g.desk.Report(err)
			return
		}

		laws := make([]form.Option, len(list))
		for i, b := range list {
			laws[i] = form.Option{ID: b.ID, Title: b.Citation}
		}

		if !slices.Equal(laws, g.desk.state.laws) {
			g.desk.state.laws = laws
			if g.desk.state.agreements.Tab == termsTab {
				g.Redraw()
			}
		}
	})
}

func (g *Agreements) subtitle(r model.Agreement) string {
	number := r.NumberOwn
	for _, p := range r.Partners() {
		number = room.Joined(number, p.OwnNumber)
	}

	text := room.Joined(number, r.PartnerNames(), g.desk.period(r))
	if unwritten(r) {
		text += "\n" + g.desk.Words.Say("agreement.unwritten", g.desk.Words.Label("agreement_type", r.Type))
	}
	if r.Status == model.StatusAwaiting {
		text += "\n" + g.desk.Words.Say("agreement.printed")
	}
	if said := g.passed(r); said != "" {
		text += "\n" + said
	}

	return text
}

func (g *Agreements) columns() []register.Column[model.Agreement] {
	w := g.desk.Words
	return []register.Column[model.Agreement]{
		{Title: "field.agreement.title", Sort: "title", Width: 3, Show: func(r model.Agreement) register.Cell { return register.Cell{Text: r.Title, Under: r.PartnerNames()} }},
		{Title: "list.partner", Sort: "partner_names", Width: 2.4, Spare: true, Show: func(r model.Agreement) register.Cell {
			return register.Cell{Text: r.PartnerNames(), Soft: true}
		}},
		{Title: "list.ends", Sort: "end_date", Width: 1.9, Show: func(r model.Agreement) register.Cell {
			if r.EndDate.IsZero() {
				return register.Cell{}
			}
			return register.Cell{Text: w.ShortDay(r.LastDay().Time()), Soft: true, Whole: true}
		}},
		{Title: "field.status", Sort: "status", Width: 2, Show: func(r model.Agreement) register.Cell {
			text, tone := g.desk.statusChip(r)
			return register.Cell{Chip: text, Tone: tone}
		}},
	}
}

func (g *Agreements) filters() []register.Filter {
	w := g.desk.Words
	today := g.desk.Today().String()
	return []register.Filter{
		{Label: w.Label("agreement_status", string(model.StatusActive)), Tone: look.Good, Set: model.Filters{model.ByBadge: "in_force", model.ByToday: today}},
		{Label: w.Label("badge", model.BadgeExpiring), Tone: look.Soon, Set: model.Filters{model.ByBadge: model.BadgeExpiring, model.ByToday: today}},
		{Label: w.Label("agreement_status", string(model.StatusAwaiting)), Tone: look.Busy, Set: model.Filters{model.ByStatus: string(model.StatusAwaiting)}},
		{Label: w.Label("agreement_status", string(model.StatusReview)), Tone: look.Busy, Set: model.Filters{model.ByStatus: string(model.StatusReview)}},
		{Label: w.Label("agreement_status", string(model.StatusDraft)), Set: model.Filters{model.ByStatus: string(model.StatusDraft)}},
	}
}

func (g *Agreements) menus() []register.Menu {
	d := g.desk
	rest := d.Menu("status", "agreement_status", []string{string(model.StatusSuspended), string(model.StatusExpired),
		string(model.StatusRenewed), string(model.StatusEnded), string(model.StatusCancelled)})
	rest.Label = d.Words.Say("list.others")
	rest.Instead = true
	fields := d.Menu("cooperation_field", "cooperation_field", model.CooperationFields())
	fields.Label = d.Words.Say("list.field")
	return []register.Menu{rest, d.Menu("type", "agreement_type", model.AgreementTypes()), fields, d.Menu("sector", "sector", model.Sectors()), d.Years()}
}

// blank is a new agreement with the clinic as its first party.
func (g *Agreements) blank() model.Agreement {
	g.desk.state.source = 0
	r := model.NewAgreement(g.desk.Today())
	c := g.desk.Clinic()
	r.SignPlace = c.City
	r.Parties[0].RepName, r.Parties[0].RepPosition, r.Parties[0].Authority = c.HeadName, c.HeadPosition, c.HeadAuthority
	r.PICs = []model.PIC{{Party: "p1", Name: c.HeadName, Position: c.HeadPosition, Phone: c.Phone, Email: c.Email}}
	return r
}

// CreateWith begins an agreement with a partner.
func (g *Agreements) CreateWith(p model.Partner) {
	r := g.blank()
	r.Parties[1].PartnerID = p.ID
	fillPartner(&r, "p2", p)
	g.CreateFrom(r)
}

// fillPartner takes over what the partner's record knows: who may sign, and whom to call. Nothing stays of another partner
// that was chosen before.
func fillPartner(r *model.Agreement, role string, p model.Partner) {
	party := r.Party(role)
	if party.PartnerName != "" && party.PartnerName != p.Name {
		party.RepName, party.RepPosition, party.Authority, party.OwnNumber = "", "", "", ""
	}

	party.PartnerName = p.Name
	if head := p.Signer(); head.Name != "" {
		party.RepName, party.RepPosition = head.Name, head.Position
	}

	r.PICs = slices.DeleteFunc(r.PICs, func(x model.PIC) bool { return x.Party == role })
	if pic, ok := p.Primary("pic_agreement"); ok {
		r.PICs = append(r.PICs, model.PIC{Party: role, Name: pic.Name, Position: pic.Position, Phone: pic.Phone, Email: pic.Email})
	}
}

// fill completes an agreement when its partner or its field of cooperation was chosen.
func (g *Agreements) fill(r *model.Agreement, field string) bool {
	switch field {
	case "cooperation_field":
		preset, ok := g.desk.Papers.Preset(r.CooperationField)
		if ok {
			preset.Fill(r)
		}
		return ok
	case fastTrack:
		return true // the tick proposes a day
	case "type":
		slow := slowed(r)
		return r.Terms.StampAsUsual(r.Paper()) || slow
	case copyFrom:
		g.take()
	case "language_mode":
		g.Redraw() // a bilingual paper has inputs in English
	case "parties[1].partner_id":
		id := r.Parties[1].PartnerID
		task.Run(g.desk.Tasks, func(ctx context.Context) (model.Partner, error) { return g.desk.Partners.Get(ctx, id) },
			func(p model.Partner, err error) {
				if err == nil {
					g.Edit(func(r *model.Agreement) {
						if r.Parties[1].PartnerID == id {
							fillPartner(r, r.Parties[1].Role, p)
						}
					})
				}
			})
	}
	return false
}
