package register_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/secret"
	"jejaring/model/store"
	"jejaring/model/testclock"
	"jejaring/translations"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/task"
	"jejaring/ui/task/tasktest"
	"jejaring/ui/uitest"
)

// office is the screen of the sample's partners in a window, with somebody before it.
type office struct {
	*uitest.Person
	t       *testing.T
	window  fyne.Window
	loop    *tasktest.Loop
	tasks   *task.Runner
	store   *store.Store
	records model.Register[model.Partner]
	state   *register.State[model.Partner]
	screen  *register.Screen[model.Partner]
	errors  []error
	notice  string
	act     func()
	saved   []model.Partner
}

// open shows the partners of the sample; through, if any, stands between the screen and the store.
func open(t *testing.T, through func(model.Register[model.Partner]) model.Register[model.Partner]) *office {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	path := filepath.Join(t.TempDir(), "register.db")
	if err := os.WriteFile(path, sample(t), 0o600); err != nil {
		t.Fatal(err)
	}

	s, err := store.Open(t.Context(), path, store.Options{Actor: "Sari", Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	t.Cleanup(func() { _ = s.Close() })
	o := &office{t: t, store: s, records: s.Partners(), loop: tasktest.NewLoop(), window: test.NewTempWindow(t, nil)}
	if through != nil {
		o.records = through(o.records)
	}

	o.tasks = task.New(context.Background(), o.loop.Post)
	o.loop.Watch(o.tasks)
	t.Cleanup(func() { o.tasks.Close(10 * time.Second) })
	o.window.Resize(fyne.NewSize(1180, 740))
	o.state = &register.State[model.Partner]{List: register.ListState{Sort: "name"}}
	o.Person = uitest.New(t, o.window, o.loop)
	o.build("id")

	return o
}

// filled is a register file with the sample; it is made once for all tests.
var filled []byte

func sample(t *testing.T) []byte {
	t.Helper()
	if filled != nil {
		return filled
	}

	path := filepath.Join(t.TempDir(), "sample.db")
	key, err := secret.FromRecovery(secret.Recovery(bytes.Repeat([]byte{7}, 32)))
	if err != nil {
		t.Fatal(err)
	}

	s, err := store.Open(t.Context(), path, store.Options{Actor: "Sari", Sealer: key, Now: testclock.New()})
	if err == nil {
		err = errors.Join(s.LoadSample(t.Context(), bytes.NewReader(assets.Sample)), s.Close())
	}
	if err == nil {
		filled, err = os.ReadFile(path)
	}
	if err != nil {
		t.Fatal(err)
	}

	return filled
}

// build makes the screen anew, as the window does when its language changes.
func (o *office) build(language string) {
	o.t.Helper()
	words, err := translations.In(language)
	if err != nil {
		o.t.Fatal(err)
	}

	env := register.Env{Window: o.window, Words: words, Tasks: o.tasks, Report: func(err error) { o.errors = append(o.errors, err) },
		Notify: func(sentence, action string, act func()) { o.notice, o.act = sentence, act }}
	if o.screen != nil {
		o.screen.Keep()
	}

	o.screen = register.New(env, o.spec(words), o.state)
	o.window.SetContent(container.NewBorder(container.NewHBox(o.screen.Tools()...), nil, nil, nil, o.screen.Object()))
	o.screen.Reload()
}

func (o *office) spec(w translations.Words) register.Spec[model.Partner] {
	type P = model.Partner
	status := func(s string) register.Filter {
		return register.Filter{Label: w.Label("partner_status", s), Set: model.Filters{model.ByStatus: s}}
	}

	return register.Spec[P]{Entity: "partner", Base: func(r *P) *model.Base { return &r.Base }, Check: (*P).Check, New: model.NewPartner,
		Title: func(r P) string { return r.Name }, Saved: func(r P) { o.saved = append(o.saved, r) },
		List: register.ListSpec[P]{Records: o.records, ID: func(r P) model.ID { return r.ID }, Search: "partner.search", Empty: "partner.empty",
			Filters: []register.Filter{status("active"), status("prospect"), status("inactive"), status("blacklisted")},
			Columns: []register.Column[P]{
				{Title: "field.partner.name", Sort: "name", Width: 4, Show: func(r P) register.Cell { return register.Cell{Text: r.Name} }},
				{Title: "field.city", Sort: "city", Width: 2, Show: func(r P) register.Cell { return register.Cell{Text: r.City, Soft: true} }},
			}},
		Tabs: []register.Tab[P]{
			{Title: "tab.profile", Groups: o.profile},
			{Title: "tab.contacts", Groups: contacts},
			{Title: "tab.history", View: func(r P) fyne.CanvasObject { return look.Muted("Riwayat " + r.Name) }},
		}}
}

func (o *office) profile() []form.Group[model.Partner] {
	type P = model.Partner
	return []form.Group[P]{{Lines: []form.Line[P]{
		form.Text("name", func(r *P) *string { return &r.Name }).Must(),
		form.Choice("sector", "sector", model.Sectors, func(r *P) *string { return &r.Sector }).Must(),
		form.ChoiceOf("org_type", "org_type", func(r *P) []string { return model.OrgTypes(r.Sector) }, func(r *P) *string { return &r.OrgType }).Must(),
		form.Text("city", func(r *P) *string { return &r.City }).Must(),
		form.Text("phone", func(r *P) *string { return &r.Phone }),
		form.Decimal("distance_km", func(r *P) *float64 { return &r.DistanceKM }),
	}}}
}

func contacts() []form.Group[model.Partner] {
	type (
		P = model.Partner
		C = model.Contact
	)
	rows := form.NewRows("contacts", "contact.add", func(r *P) *[]C { return &r.Contacts }, func() C { return C{Role: "pic_agreement"} },
		func() []*form.Field[C] {
			return []*form.Field[C]{form.Text("name", func(c *C) *string { return &c.Name }).Must().Label("field.contact.name"),
				form.Text("email", func(c *C) *string { return &c.Email })}
		})

	return []form.Group[P]{{Lines: []form.Line[P]{rows}}}
}

// stored reads the partner of a name out of the store.
func (o *office) stored(name string) model.Partner {
	o.t.Helper()
	list, err := o.store.Partners().Find(o.t.Context(), model.Query{Text: name})
	if err != nil || len(list) == 0 {
		o.t.Fatalf("no partner %q in the store: %v", name, err)
	}
	return list[0]
}

// everybody lists the partners that the store holds.
func (o *office) everybody() []model.ID {
	o.t.Helper()
	ids, err := o.store.Partners().IDs(o.t.Context(), model.Query{})
	if err != nil {
		o.t.Fatal(err)
	}
	return ids
}
