package partner

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

// partners is the screen of the partners.
type partners struct {
	*register.Screen[model.Partner]
	desk   *desk
	object fyne.CanvasObject
}

func newPartners(d *desk) *partners {
	p := &partners{desk: d}
	w := d.Words
	spec := register.Spec[model.Partner]{
		Entity: "partner",
		List: register.ListSpec[model.Partner]{Records: d.Partners, ID: func(r model.Partner) model.ID { return r.ID },
			Search: "partner.search", Empty: "partner.empty", Columns: p.columns(), Filters: p.filters(), Menus: p.menus()},
		Base: func(r *model.Partner) *model.Base { return &r.Base }, Check: (*model.Partner).Check, New: model.NewPartner,
		Title:    func(r model.Partner) string { return r.Name },
		Subtitle: func(r model.Partner) string { return room.Joined(r.City, model.ShowPhone(r.Phone), r.Email) },
		Chips: func(r model.Partner) []*look.Chip {
			chips := []*look.Chip{look.NewChip(w.Label("partner_status", r.Status), partnerTone(r.Status)),
				look.NewChip(w.Label("org_type", r.OrgType), look.Plain)}
			if near, tone := p.licence(r); near != "" {
				chips = append(chips, look.NewChip(w.Say("partner.licence", near), tone))
			}
			return chips
		},
		Actions: p.actions,
		Before:  p.beforeSave,
		Saved:   func(model.Partner) { d.Recount() }, Removed: d.Recount,
		Changed: p.proposeDomain,
		Tabs: []register.Tab[model.Partner]{
			{Title: "tab.summary", View: p.read},
			{Title: "tab.profile", Groups: p.profile},
			{Title: "tab.contacts", Groups: p.contacts},
			{Title: "tab.identity", Groups: p.identity},
		},
	}
	spec.Tabs = append(spec.Tabs, room.RelatedTabs(d.Desk, model.EntityPartner, func(r model.Partner) model.ID { return r.ID })...)
	spec.Tabs = append(spec.Tabs, register.Tab[model.Partner]{Title: "tab.history", View: func(r model.Partner) fyne.CanvasObject { return d.HistoryOf("partner", r.ID) }})
	p.Screen = register.New(d.Env, spec, &d.state.partners)
	p.object = look.Border(room.Heading(w.Say("nav.partners"), nil, p.Tools()...), nil, nil, nil, p.Screen.Object())

	return p
}

func (p *partners) Object() fyne.CanvasObject { return p.object }

func partnerTone(status string) look.Tone {
	switch status {
	case "active":
		return look.Good
	case "prospect":
		return look.Busy
	case "blacklisted":
		return look.Late
	}
	return look.Plain
}

func (p *partners) columns() []register.Column[model.Partner] {
	w := p.desk.Words
	return []register.Column[model.Partner]{
		{Title: "field.partner.name", Sort: "name", Width: 4, Show: func(r model.Partner) register.Cell { return register.Cell{Text: r.Name} }},
		{Title: "field.sector", Sort: "sector", Width: 2.6, Show: func(r model.Partner) register.Cell {
			return register.Cell{Text: w.Label("sector", r.Sector), Soft: true}
		}},
		{Title: "field.city", Sort: "city", Width: 2, Spare: true, Show: func(r model.Partner) register.Cell { return register.Cell{Text: r.City, Soft: true} }},
		{Title: "field.license_expiry", Width: 1.9, Spare: true, Show: func(r model.Partner) register.Cell {
			chip, tone := p.licence(r)
			text := ""
			if chip == "" && !r.LicenseExpiry.IsZero() {
				text = w.ShortDay(r.LicenseExpiry.Time())
			}
			return register.Cell{Text: text, Chip: chip, Tone: tone, Soft: true}
		}},
		{Title: "field.status", Sort: "status", Width: 1.7, Show: func(r model.Partner) register.Cell {
			return register.Cell{Chip: w.Label("partner_status", r.Status), Tone: partnerTone(r.Status)}
		}},
	}
}

// licence says of a partner's licence that it has ended, or ends soon; of one that is valid for long there is nothing to say.
func (p *partners) licence(r model.Partner) (string, look.Tone) {
	w := p.desk.Words
	if r.LicenseExpiry.IsZero() || !r.Known() {
		return "", look.Plain
	}

	switch days := p.desk.Today().DaysUntil(r.LicenseExpiry); {
	case days < 0:
		return w.Say("chip.late", -days), look.Late
	case days <= model.LicenceWindow:
		return w.Say("chip.left", days), look.Soon
	}
	return "", look.Plain
}

func (p *partners) filters() []register.Filter {
	var all []register.Filter
	for _, s := range []string{"active", "prospect", "inactive", "blacklisted"} {
		all = append(all, register.Filter{Label: p.desk.Words.Label("partner_status", s), Tone: partnerTone(s), Set: model.Filters{model.ByStatus: s}})
	}
	return all
}

func (p *partners) menus() []register.Menu {
	var types []string
	for _, s := range model.Sectors() {
		types = append(types, model.OrgTypes(s)...)
	}
	return []register.Menu{p.desk.Menu("sector", "sector", model.Sectors()), p.desk.Menu("org_type", "org_type", types)}
}

func (p *partners) actions(r model.Partner) []register.Action {
	return []register.Action{
		{Label: p.desk.Words.Say("partner.make_agreement"), Icon: theme.ContentAddIcon(), Main: true, Do: func() { p.desk.AgreementWith(r) }},
		{Icon: theme.MoreVerticalIcon(), Do: func() { p.desk.ShowMenu(model.About(model.EntityPartner, r.ID), nil) }},
	}
}

// proposeDomain derives the mail domain from the address when it was typed.
func (p *partners) proposeDomain(r *model.Partner, field string) bool {
	if field != "email" || len(r.EmailDomains) > 0 {
		return false
	}

	first, _, _ := strings.Cut(r.Email, ";")
	_, domain, ok := strings.Cut(strings.TrimSpace(first), "@")
	if !ok || !model.Domain(domain) || model.FreeMail(domain) {
		return false
	}

	r.EmailDomains = []string{strings.ToLower(domain)}
	return true
}

func (p *partners) profile() []form.Group[model.Partner] {
	type P = model.Partner
	return []form.Group[P]{
		{Title: "group.partner", Lines: []form.Line[P]{
			form.Text("name", func(r *P) *string { return &r.Name }).Must(),
			form.Choice("sector", "sector", model.Sectors, func(r *P) *string { return &r.Sector }).Must(),
			form.ChoiceOf("org_type", "org_type", func(r *P) []string { return model.OrgTypes(r.Sector) }, func(r *P) *string { return &r.OrgType }).Must(),
			form.Choice("status", "partner_status", model.PartnerStatuses, func(r *P) *string { return &r.Status }).Must(),
			form.Text("short_code", func(r *P) *string { return &r.ShortCode }).Hint("hint.short_code"),
		}},
		{Title: "group.address", Lines: []form.Line[P]{
			form.LongText("address", func(r *P) *string { return &r.Address }),
			form.Text("city", func(r *P) *string { return &r.City }).Must(),
			form.Text("postal_code", func(r *P) *string { return &r.PostalCode }),
		}},
		{Title: "group.reach", Lines: []form.Line[P]{
			form.Phone("phone", func(r *P) *string { return &r.Phone }).Hint("hint.phone_or_email"),
			form.Text("email", func(r *P) *string { return &r.Email }),
			form.Words("email_domains", func(r *P) *[]string { return &r.EmailDomains }).Hint("hint.email_domains"),
			form.Phone("emergency_phone", func(r *P) *string { return &r.EmergencyPhone }),
		}},
		{Title: "group.services", Lines: []form.Line[P]{
			form.Words("capabilities", func(r *P) *[]string { return &r.Capabilities }).Hint("hint.comma"),
			form.Text("operating_hours", func(r *P) *string { return &r.OperatingHours }),
			form.Decimal("distance_km", func(r *P) *float64 { return &r.DistanceKM }),
			form.Number("travel_minutes", func(r *P) *int { return &r.TravelMinutes }),
			form.LongText("notes", func(r *P) *string { return &r.Notes }),
		}},
	}
}

func (p *partners) contacts() []form.Group[model.Partner] {
	type P = model.Partner
	type C = model.Contact
	rows := form.NewRows("contacts", "contact.add", func(r *P) *[]C { return &r.Contacts },
		func() C { return C{Role: "pic_agreement"} }, func() []*form.Field[C] {
			return []*form.Field[C]{
				form.Text("name", func(c *C) *string { return &c.Name }).Must().Label("field.contact.name"),
				form.Text("position", func(c *C) *string { return &c.Position }),
				form.Choice("role", "contact_role", model.ContactRoles, func(c *C) *string { return &c.Role }).Must(),
				form.Phone("phone", func(c *C) *string { return &c.Phone }),
				form.Text("email", func(c *C) *string { return &c.Email }),
				form.Check("is_primary", func(c *C) *bool { return &c.IsPrimary }),
			}
		})

	return []form.Group[P]{{Title: "group.contacts", Lines: []form.Line[P]{rows}}}
}

func needsLicence(r *model.Partner) bool { return r.NeedsLicence() }

func (p *partners) identity() []form.Group[model.Partner] {
	type P = model.Partner
	return []form.Group[P]{
		{Title: "group.legal", Lines: []form.Line[P]{
			form.Choice("legal_form", "legal_form", model.LegalForms, func(r *P) *string { return &r.LegalForm }),
			form.Text("legal_doc_no", func(r *P) *string { return &r.LegalDocNo }),
			form.Text("nib", func(r *P) *string { return &r.NIB }),
			form.Text("npwp", func(r *P) *string { return &r.NPWP }),
			form.Text("license_no", func(r *P) *string { return &r.LicenseNo }).Hint("hint.license_required").MustWhen(needsLicence),
			form.Day("license_expiry", func(r *P) *model.Date { return &r.LicenseExpiry }).MustWhen(needsLicence),
			form.Choice("accreditation", "accreditation", model.Accreditations, func(r *P) *string { return &r.Accreditation }),
		}},
		{Title: "group.codes", Lines: []form.Line[P]{
			form.Text("facility_code_kemenkes", func(r *P) *string { return &r.FacilityCodeKemenkes }),
			form.Text("bpjs_code", func(r *P) *string { return &r.BPJSCode }),
			form.Text("satusehat_org_id", func(r *P) *string { return &r.SatusehatOrgID }),
			form.Text("country", func(r *P) *string { return &r.Country }).Hint("hint.country"),
			form.Text("website", func(r *P) *string { return &r.Website }),
		}},
	}
}
