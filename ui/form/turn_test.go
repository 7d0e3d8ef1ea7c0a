package form_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

// turning is a form in which a row has an amount only once it has a name, the risk is explained, and a line counts the rows.
func turning() []form.Group[letter] {
	people := form.NewRows("contacts", "contact.add", func(r *letter) *[]person { return &r.people }, func() person { return person{} },
		func() []*form.Field[person] {
			return []*form.Field[person]{
				form.Text("name", func(p *person) *string { return &p.name }).Label("field.contact.name"),
				form.Text("role", func(p *person) *string { return &p.role }).Label("field.position").When(func(p *person) bool { return p.name != "" }),
			}
		})
	return []form.Group[letter]{{Lines: []form.Line[letter]{
		form.Live(func(r *letter) fyne.CanvasObject {
			names := ""
			for _, p := range r.people {
				names += "<" + p.name + ">"
			}
			return look.Muted("ada " + names)
		}),
		form.Choice("risk_level", "confidentiality", model.Confidentialities, func(r *letter) *string { return &r.risk }).Explain("confidentiality"),
		people,
	}}}
}

// TestForm_InputsComeAndGoWithWhatIsTyped: once an input was left, what depends on it comes or goes; what was typed there stays.
func TestForm_InputsComeAndGoWithWhatIsTyped(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	f := form.New(words(t, "id"), "agreement", turning(), form.Events{})
	d.window.SetContent(f.Object())
	f.Load(letter{people: []person{{name: "Sari", role: "Bidan"}, {}}}, nil)
	d.Sees("ada <Sari><>")
	if n := len(d.Fields("Jabatan")); n != 1 {
		t.Fatalf("%d positions are asked for", n)
	}

	d.Fields("Nama narahubung")[1].Enter("Budi")
	d.Sees("ada <Sari><Budi>")
	if n := len(d.Fields("Jabatan")); n != 2 {
		t.Errorf("%d positions are asked for once the other has a name", n)
	}

	d.Fields("Nama narahubung")[0].Enter("")
	if got, _ := f.Record(); len(d.Fields("Jabatan")) != 1 || got.people[0].role != "Bidan" {
		t.Errorf("%d positions are asked for, and the record has %+v", len(d.Fields("Jabatan")), got.people)
	}

	d.Choose("Tingkat risiko", "Terbuka")
	d.Sees("Boleh diketahui siapa saja, misalnya untuk promosi kesehatan.")
	d.Choose("Tingkat risiko", "—")
	d.SeesNoMore("Boleh diketahui siapa saja, misalnya untuk promosi kesehatan.")
	d.Tap("Tambah narahubung")
	d.Sees("ada <><Budi><>")
}
