package agreement

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejaring/model"
	"jejaring/ui/form"
)

type agreement = model.Agreement

// basics is the page that a new agreement needs: with a field of cooperation that has a model text, the other pages
// are filled already.
func (g *Agreements) basics() []form.Group[agreement] {
	second := func(r *agreement) *model.Party {
		for len(r.Parties) < 2 {
			r.Parties = append(r.Parties, model.Party{Role: model.PartyRoles()[len(r.Parties)]})
		}
		return &r.Parties[1]
	}
	title := []form.Line[agreement]{form.Text("title", func(r *agreement) *string { return &r.Title }).Must().Hint("hint.agreement_title")}
	if g.bilingual() {
		title = append(title, form.Text("title_en", func(r *agreement) *string { return &r.TitleEN }))
	}

	return []form.Group[agreement]{
		{Title: "group.agreement", Lines: append(append(append([]form.Line[agreement]{
			form.Pick("parties[1].partner_id", func(r *agreement) *model.ID { return &second(r).PartnerID }, g.desk.Finder("partner", nil)).Must().Label("list.partner"),
			form.Choice("cooperation_field", "cooperation_field", model.CooperationFields, func(r *agreement) *string { return &r.CooperationField }).Must().Hint("hint.cooperation_field"),
		}, g.copying()...), title...),
			form.Choice("type", "agreement_type", model.AgreementTypes, func(r *agreement) *string { return &r.Type }).Must(),
			form.Choice("cooperation_model", "cooperation_model", model.CooperationModels, func(r *agreement) *string { return &r.CooperationModel }).Must(),
			form.Note(func(*agreement) fyne.CanvasObject { return guide(g.desk) }))},
		{Title: "group.term", Right: true, Lines: []form.Line[agreement]{
			form.Day("start_date", func(r *agreement) *model.Date { return &r.StartDate }).Must(),
			form.Day("end_date", func(r *agreement) *model.Date { return &r.EndDate }).Must(),
			form.Number("renewal_notice_days", func(r *agreement) *int { return &r.RenewalNoticeDays }).Must(),
			form.Number("termination_notice_days", func(r *agreement) *int { return &r.TerminationNotice }).Must(),
			form.Check("auto_renew", func(r *agreement) *bool { return &r.AutoRenew }),
		}},
		fast(),
		{When: func(r *agreement) bool { return model.CanBeFast(r.Type) && !r.FullDue.IsZero() }, Right: true, Lines: []form.Line[agreement]{fullDue()}},
		{Title: "group.signer", Right: true, Lines: []form.Line[agreement]{
			form.Text("parties[1].rep_name", func(r *agreement) *string { return &second(r).RepName }).Must().Label("agreement.partner_rep"),
			form.Text("parties[1].rep_position", func(r *agreement) *string { return &second(r).RepPosition }).Must().Label("field.rep_position"),
			form.Text("parties[1].authority", func(r *agreement) *string { return &second(r).Authority }).Must().Label("field.authority").Hint("hint.authority"),
			form.Text("parties[0].rep_name", func(r *agreement) *string { return &r.Parties[0].RepName }).Must().Label("agreement.clinic_rep"),
			form.Note(g.pickSigner),
			form.Text("parties[0].authority", func(r *agreement) *string { return &r.Parties[0].Authority }).Must().Label("agreement.clinic_authority"),
		}},
		{Title: "group.document", Lines: []form.Line[agreement]{
			form.Choice("language_mode", "language_mode", model.LanguageModes, func(r *agreement) *string { return &r.LanguageMode }).Must(),
			form.Choice("financing_mode", "financing_mode", model.FinancingModes, func(r *agreement) *string { return &r.FinancingMode }).Must(),
			form.Money("value_amount", func(r *agreement) *model.Money { return &r.ValueAmount }),
			form.Choice("data_sharing", "data_sharing", model.DataSharings, func(r *agreement) *string { return &r.DataSharing }).Must(),
			form.Check("dpia_done", func(r *agreement) *bool { return &r.DPIADone }),
			form.Choice("risk_level", "risk_level", model.RiskLevels, func(r *agreement) *string { return &r.RiskLevel }),
		}},
		g.existing(second),
		g.ended(),
	}
}

// existing lets a new record be an agreement that is in force already: it has a number and was signed on paper.
func (g *Agreements) existing(second func(*agreement) *model.Party) form.Group[agreement] {
	d := g.desk.state.agreements.Draft
	if d == nil || d.ID != 0 {
		return form.Group[agreement]{}
	}

	return form.Group[agreement]{Title: "group.existing", Rare: true, Lines: []form.Line[agreement]{
		form.Choice("status", "agreement_status", model.Statuses, func(r *agreement) *model.AgreementStatus { return &r.Status }).Must().Hint("hint.existing"),
		form.Text("number_own", func(r *agreement) *string { return &r.NumberOwn }),
		form.Text("parties[1].own_number", func(r *agreement) *string { return &second(r).OwnNumber }).Label("field.number_partner"),
		form.Day("sign_date", func(r *agreement) *model.Date { return &r.SignDate }),
	}}
}

// ended asks when and why a new record that was entered as suspended, ended or cancelled came to that.
func (g *Agreements) ended() form.Group[agreement] {
	return form.Group[agreement]{When: func(r *agreement) bool {
		return r.ID == 0 && slices.Contains([]model.AgreementStatus{model.StatusSuspended, model.StatusEnded, model.StatusCancelled}, r.Status)
	}, Lines: []form.Line[agreement]{
		form.Day("status_date", func(r *agreement) *model.Date { return &r.StatusDate }).Must(),
		form.LongText("status_reason", func(r *agreement) *string { return &r.StatusReason }).Must(),
	}}
}

func (g *Agreements) bilingual() bool {
	d := g.desk.state.agreements.Draft
	return d != nil && d.LanguageMode == "bilingual"
}

// texts are the inputs of a passage in a list: where the paper has English, one for each language.
func texts[R any](g *Agreements, list string, at func(*R) *model.Text) []*form.Field[R] {
	own := following(g, form.LongText("text_id", func(r *R) *string { return &at(r).ID }).Must())
	if !g.bilingual() {
		return []*form.Field[R]{own.Label("field." + list + ".text")}
	}
	return []*form.Field[R]{own, following(g, form.LongText("text_en", func(r *R) *string { return &at(r).EN }))}
}

// following shows the numbers of the terms in a text that names them; they go on following the terms.
func following[R any](g *Agreements, f *form.Field[R]) *form.Field[R] {
	terms := func() model.Terms {
		if d := g.desk.state.agreements.Draft; d != nil {
			return d.Terms
		}
		return model.Terms{}
	}
	return f.Through(func(s string) string { return terms().Shown(s) },
		func(before, typed string) string { return terms().Kept(before, typed) })
}

func (g *Agreements) parties() []form.Group[agreement] {
	type (
		P = model.Party
		C = model.PIC
	)
	role := func() []string { return model.PartyRoles() }
	rows := form.NewRows("parties", "party.add", func(r *agreement) *[]P { return &r.Parties },
		func() P { return P{Role: "p3"} }, func() []*form.Field[P] {
			fields := []*form.Field[P]{
				form.Choice("role", "party", role, func(p *P) *string { return &p.Role }).Must().Label("list.party"),
				form.PickOr("partner_id", "party.own", func(p *P) *model.ID { return &p.PartnerID }, g.desk.Finder("partner", nil)).Label("list.partner"),
				form.Text("rep_name", func(p *P) *string { return &p.RepName }),
				form.Text("rep_position", func(p *P) *string { return &p.RepPosition }),
				form.Text("authority", func(p *P) *string { return &p.Authority }).Hint("hint.authority"),
				form.LongText("undertaking.text_id", func(p *P) *string { return &p.Undertaking.ID }).Hint("hint.undertaking"),
			}
			if g.bilingual() {
				fields = append(fields, form.LongText("undertaking.text_en", func(p *P) *string { return &p.Undertaking.EN }))
			}

			return append(fields, form.Text("own_number", func(p *P) *string { return &p.OwnNumber }).Hint("hint.own_number"))
		})
	pics := form.NewRows("pics", "pic.add", func(r *agreement) *[]C { return &r.PICs }, func() C { return C{Party: "p2"} },
		func() []*form.Field[C] {
			return []*form.Field[C]{
				form.Choice("party", "party", role, func(c *C) *string { return &c.Party }).Must().Label("list.party"),
				form.Text("name", func(c *C) *string { return &c.Name }).Must().Label("field.contact.name"),
				form.Text("position", func(c *C) *string { return &c.Position }),
				form.Phone("phone", func(c *C) *string { return &c.Phone }),
				form.Text("email", func(c *C) *string { return &c.Email }),
				form.Choice("channel", "contact_channel", model.ContactChannels, func(c *C) *string { return &c.Channel }),
				form.Choice("rhythm", "rhythm", model.Rhythms, func(c *C) *string { return &c.Rhythm }),
			}
		})

	witnesses := form.NewRows("witnesses", "witness.add", func(r *agreement) *[]model.Witness { return &r.Witnesses }, func() model.Witness { return model.Witness{} },
		func() []*form.Field[model.Witness] {
			return []*form.Field[model.Witness]{
				form.Text("name", func(w *model.Witness) *string { return &w.Name }).Must().Label("field.witness.name"),
				form.Text("position", func(w *model.Witness) *string { return &w.Position }),
			}
		})

	return []form.Group[agreement]{{Title: "group.parties", Lines: []form.Line[agreement]{rows}},
		{Title: "group.pics", Lines: []form.Line[agreement]{pics}},
		{Title: "group.beside", Lines: []form.Line[agreement]{
			form.Pick("facilitator_partner_id", func(r *agreement) *model.ID { return &r.FacilitatorPartnerID }, g.desk.Finder("partner", nil)).Hint("hint.facilitator"),
			witnesses}}}
}

func (g *Agreements) content() []form.Group[agreement] {
	type (
		G = model.Goal
		S = model.Text
		K = model.KPI
	)
	purpose := []form.Line[agreement]{form.LongText("common_purpose.text_id", func(r *agreement) *string { return &r.Purpose.ID }).Hint("hint.common_purpose")}
	if g.bilingual() {
		purpose = append(purpose, form.LongText("common_purpose.text_en", func(r *agreement) *string { return &r.Purpose.EN }))
	}

	goals := form.NewRows("goals", "goal.add", func(r *agreement) *[]G { return &r.Goals }, func() G { return G{} },
		func() []*form.Field[G] { return goal(g) })
	scope := form.NewRows("scope_items", "scope.add", func(r *agreement) *[]S { return &r.ScopeItems }, func() S { return S{} },
		func() []*form.Field[S] { return texts(g, "scope_items", func(x *S) *model.Text { return x }) })
	kpis := form.NewRows("kpis", "kpi.add", func(r *agreement) *[]K { return &r.KPIs }, func() K { return K{} },
		func() []*form.Field[K] {
			fields := []*form.Field[K]{form.Text("name", func(x *K) *string { return &x.Name }).Must().Label("field.kpi.name")}
			if g.bilingual() {
				fields = append(fields, form.Text("name_en", func(x *K) *string { return &x.NameEN }))
			}
			return append(fields, form.Text("baseline", func(x *K) *string { return &x.Baseline }).Short().Hint("hint.baseline"),
				following(g, form.Text("target", func(x *K) *string { return &x.Target }).Short()))
		})

	return []form.Group[agreement]{
		{Title: "group.purpose", Lines: purpose},
		{Title: "group.goals", Lines: []form.Line[agreement]{goals}},
		{Title: "group.scope", Lines: []form.Line[agreement]{scope}},
		{Title: "group.kpis", Lines: []form.Line[agreement]{kpis}},
		{Title: "group.contributions", Lines: []form.Line[agreement]{contributions(g.bilingual())}},
	}
}

func (g *Agreements) obligations() []form.Group[agreement] {
	type (
		O = model.Obligation
		R = model.Right
	)
	rows := form.NewRows("obligations", "obligation.add", func(r *agreement) *[]O { return &r.Obligations },
		func() O { return O{Party: "p2", Kind: "service", Recurrence: "once", Status: "open"} }, func() []*form.Field[O] {
			fields := []*form.Field[O]{form.Choice("party", "party", model.PartyRoles, func(x *O) *string { return &x.Party }).Must().Label("list.party")}
			fields = append(fields, texts(g, "obligations", func(x *O) *model.Text { return &x.Text })...)
			return append(fields,
				form.Choice("recurrence", "recurrence", model.Recurrences, func(x *O) *string { return &x.Recurrence }).Must(),
				form.Day("due_date", func(x *O) *model.Date { return &x.DueDate }).Hint("hint.due_date"),
				form.Text("due_text", func(x *O) *string { return &x.DueText }).Hint("hint.due_text"),
				form.Text("owner", func(x *O) *string { return &x.Owner }).Hint("hint.owner"),
				form.Text("clause", func(x *O) *string { return &x.Clause }).Hint("hint.clause"))
		})
	rights := form.NewRows("rights", "right.add", func(r *agreement) *[]R { return &r.Rights }, func() R { return R{Party: "p1"} },
		func() []*form.Field[R] {
			fields := []*form.Field[R]{form.Choice("party", "party", model.PartyRoles, func(x *R) *string { return &x.Party }).Must().Label("list.party")}
			return append(fields, texts(g, "rights", func(x *R) *model.Text { return &x.Text })...)
		})

	return []form.Group[agreement]{{Title: "group.due", Lines: []form.Line[agreement]{form.Note(g.dueList)}},
		{Title: "group.obligations", Lines: []form.Line[agreement]{rows}},
		{Title: "group.rights", Lines: []form.Line[agreement]{rights}}}
}

func (g *Agreements) annex() []*form.Field[model.Annex] {
	type A = model.Annex
	fields := append(texts(g, "annexes", func(x *A) *model.Text { return &x.Text }),
		form.Choice("content", "annex_content", model.AnnexContents, func(x *A) *string { return &x.Content }),
		form.LongText("body.text_id", func(x *A) *string { return &x.Body.ID }).Hint("hint.annex_body"))
	if g.bilingual() {
		fields = append(fields, form.LongText("body.text_en", func(x *A) *string { return &x.Body.EN }))
	}
	return fields
}

// guide leads to what speaks for and against each model, beside the choice.
func guide(d *desk) fyne.CanvasObject {
	return container.NewHBox(helpButton(d, "agreement.models", "models"))
}

func (g *Agreements) terms() []form.Group[agreement] {
	type A = model.Annex
	number := func(name string, at func(*model.Terms) *int) form.Line[agreement] {
		return form.Number("terms."+name, func(r *agreement) *int { return at(&r.Terms) })
	}
	annexes := form.NewRows("annexes", "annex.add", func(r *agreement) *[]A { return &r.Annexes }, func() A { return A{} },
		func() []*form.Field[A] { return g.annex() })

	return []form.Group[agreement]{
		{Title: "group.clauses", Lines: []form.Line[agreement]{
			number("response_minutes", func(t *model.Terms) *int { return &t.ResponseMinutes }),
			number("reply_days", func(t *model.Terms) *int { return &t.ReplyDays }),
			number("eval_interval_n", func(t *model.Terms) *int { return &t.EvalIntervalN }),
			number("secrecy_years", func(t *model.Terms) *int { return &t.SecrecyYears }),
			number("fm_days", func(t *model.Terms) *int { return &t.FMDays }),
			number("fm_limit_days", func(t *model.Terms) *int { return &t.FMLimitDays }),
			number("cure_days", func(t *model.Terms) *int { return &t.CureDays }),
			number("settle_days", func(t *model.Terms) *int { return &t.SettleDays }),
			number("workplan_days", func(t *model.Terms) *int { return &t.WorkplanDays }),
			form.Text("terms.court", func(r *agreement) *string { return &r.Terms.Court }).Hint("hint.court"),
			form.Check("terms.no_inducement", func(r *agreement) *bool { return &r.Terms.NoInducement }),
		}},
		{Title: "group.payment", Lines: []form.Line[agreement]{
			form.Choice("terms.payee", "party", model.PartyRoles, func(r *agreement) *string { return &r.Terms.Payee }),
			form.Choice("terms.payer", "party", model.PartyRoles, func(r *agreement) *string { return &r.Terms.Payer }),
			form.Text("terms.bank_account", func(r *agreement) *string { return &r.Terms.BankAccount }),
			number("invoice_day", func(t *model.Terms) *int { return &t.InvoiceDay }),
			number("payment_days", func(t *model.Terms) *int { return &t.PaymentDays }),
			number("tariff_notice_days", func(t *model.Terms) *int { return &t.TariffNoticeDays }),
			number("installments_n", func(t *model.Terms) *int { return &t.InstallmentsN }),
		}},
		{Title: "group.renewal", Lines: []form.Line[agreement]{
			form.Number("renew_term_n", func(r *agreement) *int { return &r.RenewTermN }),
			form.Choice("renew_term_unit", "unit", func() []string { return []string{"year", "month"} }, func(r *agreement) *string { return &r.RenewTermUnit }),
			form.Number("renew_max", func(r *agreement) *int { return &r.RenewMax }),
			form.Pick("parent_id", func(r *agreement) *model.ID { return &r.ParentID }, agreementFinder{desk: g.desk}),
		}},
		{Title: "group.paper", Lines: []form.Line[agreement]{
			form.Choice("terms.meterai_mode", "meterai_mode", model.MeteraiModes, func(r *agreement) *string { return &r.Terms.MeteraiMode }),
			form.Text("sign_place", func(r *agreement) *string { return &r.SignPlace }),
			form.Ticks("legal_bases", func() []form.Option { return g.desk.state.laws }, func(r *agreement) *[]model.ID { return &r.LegalBasisIDs }).Hint("hint.legal_bases"),
		}},
		{Title: "group.annexes", Lines: []form.Line[agreement]{annexes}},
	}
}
