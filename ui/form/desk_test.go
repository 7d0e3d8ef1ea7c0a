package form_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task/tasktest"
	"jejaring/ui/uitest"
)

// letter is a record with a field of every kind.
type letter struct {
	title    string
	notes    string
	domains  []string
	notice   int
	distance float64
	value    model.Money
	start    model.Date
	sector   string
	orgType  string
	risk     string
	renew    bool
	parent   model.ID
	bases    []model.ID
	people   []person
}

type person struct {
	name   string
	amount model.Money
	role   string
}

// desk is a form in a window with somebody before it.
type desk struct {
	*uitest.Person
	form    *form.Form[letter]
	window  fyne.Window
	changes int
	left    []string
	escaped int
}

func words(t *testing.T, language string) translations.Words {
	t.Helper()
	w, err := translations.In(language)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func sitDown(t *testing.T, language string, rec letter, typed map[string]string) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	d := &desk{window: test.NewTempWindow(t, nil)}
	d.form = form.New(words(t, language), "agreement", groups(), form.Events{Changed: func() { d.changes++ },
		Left: d.leave, Escaped: func() { d.escaped++ },
		Today: func() model.Date { return model.Date{Year: 2031, Month: 3, Day: 9} }})
	d.window.SetContent(d.form.Object())
	d.window.Resize(fyne.NewSize(700, 900))
	d.form.Load(rec, typed)
	d.Person = uitest.New(t, d.window, tasktest.NewLoop())

	return d
}

// leave does what a screen does when an input is left: it reads the form.
func (d *desk) leave(field string) {
	d.left = append(d.left, field)
	d.form.Record()
}

func groups() []form.Group[letter] {
	people := form.NewRows("contacts", "contact.add", func(r *letter) *[]person { return &r.people },
		func() person { return person{role: "pic_agreement"} }, func() []*form.Field[person] {
			return []*form.Field[person]{
				form.Text("name", func(p *person) *string { return &p.name }).Must().Label("field.contact.name"),
				form.Money("amount", func(p *person) *model.Money { return &p.amount }),
				form.Choice("role", "contact_role", model.ContactRoles, func(p *person) *string { return &p.role }).Must(),
			}
		})
	return []form.Group[letter]{
		{Title: "group.agreement", Lines: []form.Line[letter]{
			form.Text("title", func(r *letter) *string { return &r.title }).Must().Hint("hint.agreement_title"),
			form.LongText("notes", func(r *letter) *string { return &r.notes }),
			form.Words("email_domains", func(r *letter) *[]string { return &r.domains }),
			form.Number("renewal_notice_days", func(r *letter) *int { return &r.notice }),
			form.Decimal("distance_km", func(r *letter) *float64 { return &r.distance }),
			form.Money("value_amount", func(r *letter) *model.Money { return &r.value }),
			form.Day("start_date", func(r *letter) *model.Date { return &r.start }),
		}},
		{Title: "group.partner", Lines: []form.Line[letter]{
			form.Choice("sector", "sector", model.Sectors, func(r *letter) *string { return &r.sector }).Must(),
			form.ChoiceOf("org_type", "org_type", func(r *letter) []string { return model.OrgTypes(r.sector) }, func(r *letter) *string { return &r.orgType }).Must(),
			form.Choice("risk_level", "risk_level", model.RiskLevels, func(r *letter) *string { return &r.risk }),
			form.Check("auto_renew", func(r *letter) *bool { return &r.renew }),
			form.Pick("parent_id", func(r *letter) *model.ID { return &r.parent }, shelf{}),
			form.Ticks("legal_bases", lawBooks, func(r *letter) *[]model.ID { return &r.bases }),
		}},
		{Title: "group.contacts", Lines: []form.Line[letter]{people}},
	}
}

func lawBooks() []form.Option {
	return []form.Option{{ID: 1, Title: "UU 17/2023"}, {ID: 2, Title: "UU 27/2022"}}
}

// shelf finds two agreements at once.
type shelf struct{}

func (shelf) Find(text string, show func([]form.Option)) {
	found := []form.Option{{ID: 41, Title: "Rujukan Pasien", Detail: "RSUD Tirtasana"}}
	if text == "" {
		found = append(found, form.Option{ID: 42, Title: "Limbah B3", Detail: "PT Bersih"})
	}
	show(found)
}

func (shelf) Name(id model.ID, show func(string)) {
	show(map[model.ID]string{41: "Rujukan Pasien", 42: "Limbah B3"}[id])
}

// filled is a record with a value in every field.
func filled() letter {
	return letter{title: "Rujukan Pasien", notes: "Baris satu\nBaris dua", domains: []string{"rsud.example.org", "rs.example.org"}, notice: 60,
		distance: 3.5, value: 125000000, start: model.Date{Year: 2026, Month: 11, Day: 21}, sector: "government", orgType: "local_gov",
		risk: "low", renew: true, parent: 41, bases: []model.ID{2},
		people: []person{{"dr. Sari", 5000000, "decision_maker"}, {"Budi", 0, "emergency"}}}
}
