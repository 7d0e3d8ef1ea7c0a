package form_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
)

// wrongs are typed texts that are no values, with the sentence that the user reads about each.
func wrongs() [][3]string {
	return [][3]string{
		{"Pemberitahuan perpanjangan (hari)", "enam puluh", "Isi dengan angka."},
		{"Jarak (km)", "3,5 km", "Isi dengan angka."},
		{"Nilai", "1,250,000", "Jumlah uang tidak dikenali. Tulis misalnya 1.250.000 atau Rp1.250.000,00."},
		{"Tanggal mulai", "31-02-2026", "Tanggal ini tidak ada: bulan tersebut tidak mempunyai hari itu. Periksa hari dan bulannya."},
	}
}

func TestForm_ATextThatIsNoValueStaysAndIsExplainedUnderIt(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	for _, w := range wrongs() {
		d.Enter(w[0], w[1])
	}

	rec, problems := d.form.Record()
	compare(t, rec, filled())
	if homeless := d.form.Show(problems, "", false); homeless != nil {
		t.Errorf("problems without a field: %v", homeless)
	}

	for _, w := range wrongs() {
		if f := d.Field(w[0]); f.Text() != w[1] || f.Note() != w[2] {
			t.Errorf("%s shows %q with the note %q", w[0], f.Text(), f.Note())
		}
	}
}

func TestForm_ANoteGoesWhenTheTextIsPutRight(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	show := func() { _, ps := d.form.Record(); d.form.Show(ps, "", false) }
	d.Enter("Jarak (km)", "jauh", "Nilai", "banyak")
	show()
	d.Enter("Jarak (km)", "3,5")
	show()
	if note := d.Field("Jarak (km)").Note(); note != "" {
		t.Errorf("the note still says %q", note)
	}
	if d.Field("Nilai").Note() == "" {
		t.Error("the other note went too")
	}
}

// A page that is opened because something on it is wrong was never drawn when its first wrong input is looked for.
func TestForm_TheFirstWrongInputComesIntoViewBeforeThePageIsDrawn(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	d.window.SetContent(widget.NewLabel("another page"))
	page := d.form.Object().(*container.Scroll)
	page.Resize(fyne.NewSize(700, 300))
	d.form.Show(model.Problems{{Field: "contacts[1].name", Code: "required"}}, "", true)
	d.window.SetContent(container.NewWithoutLayout(page))
	if y := d.Place("Nama narahubung wajib diisi.").Y; y < 0 || y > 300 {
		t.Errorf("the note stands at %v of a page that is 300 high", y)
	}
}

func TestForm_LeavingOneFieldTouchesOnlyItsNote(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	problems := model.Problems{{Field: "title", Code: "required"}, {Field: "sector", Code: "required"}}
	d.form.Show(problems, "title", false)
	if d.Field("Tentang").Note() == "" || d.Field("Sektor").Note() != "" {
		t.Errorf("notes %q and %q", d.Field("Tentang").Note(), d.Field("Sektor").Note())
	}
}

func TestForm_TheCursorGoesToTheFirstWrongInputFromTheTop(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.form.Show(model.Problems{{Field: "start_date", Code: "date"}, {Field: "notes", Code: "too_long", Args: []string{"4000"}, Warning: true},
		{Field: "distance_km", Code: "number"}}, "", true)
	if !d.Field("Jarak (km)").Focused() {
		t.Error("the cursor is not in the first wrong input")
	}
}

func TestForm_AProblemOfAnotherPageComesBack(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	homeless := d.form.Show(model.Problems{{Field: "nib", Code: "nib"}, {Field: "title", Code: "required"}}, "", false)
	compare(t, homeless, model.Problems{{Field: "nib", Code: "nib"}})
	if d.form.Has("nib") || !d.form.Has("contacts[3].name") {
		t.Error("the form does not know its own fields")
	}
}

func TestForm_ANoteStandsUnderTheRowItIsAbout(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	d.form.Show(model.Problems{{Field: "contacts[1].name", Code: "required"}}, "", true)
	names := d.Fields("Nama narahubung")
	if names[0].Note() != "" || names[1].Note() != "Nama narahubung wajib diisi." && names[1].Note() == "" {
		t.Errorf("notes %q and %q", names[0].Note(), names[1].Note())
	}
	if !names[1].Focused() {
		t.Error("the cursor is not in the second row")
	}

	d.form.Show(nil, "contacts[1].name", false)
	if note := names[1].Note(); note != "" {
		t.Errorf("the note still says %q", note)
	}
}

func TestForm_AProblemOfAWholeListIsToldBelowIt(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	if homeless := d.form.Show(model.Problems{{Field: "contacts", Code: "pic_of", Args: []string{"p2"}}}, "", true); homeless != nil {
		t.Errorf("problems without a place: %v", homeless)
	}

	d.Sees("belum mempunyai narahubung.")
	d.form.Load(letter{}, nil)
	if d.Shows("belum mempunyai narahubung.") {
		t.Error("the sentence stays for another record")
	}
}

func TestForm_LoadingAnotherRecordTakesTheNotesAway(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.form.Show(model.Problems{{Field: "title", Code: "required"}}, "", false)
	d.form.Load(filled(), nil)
	if note := d.Field("Tentang").Note(); note != "" {
		t.Errorf("the note of the other record stays: %q", note)
	}
}

func TestForm_ANoteCallsItsFieldByTheNameThatStandsBesideIt(t *testing.T) {
	for language, want := range map[string][2]string{
		"id": {"Nama narahubung", "Nama narahubung wajib diisi."}, "en": {"Contact name", "Contact name is required."}} {
		d := sitDown(t, language, filled(), nil)
		d.form.Show(model.Problems{{Field: "contacts[1].name", Code: "required"}}, "", false)
		if note := d.Fields(want[0])[1].Note(); note != want[1] {
			t.Errorf("under the input %s stands %q", want[0], note)
		}
	}
}

func TestForm_ShowingTheSameRecordAgainLeavesTheCursorInItsRow(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	name := d.Fields("Nama narahubung")[1]
	name.Write("Budi Raharjo")
	d.Press(fyne.KeyLeft)
	rec, _ := d.form.Record()
	d.form.Load(rec, nil)
	d.Write("d")
	if got := d.Fields("Nama narahubung")[1]; !got.Focused() || got.Text() != "Budi Raharjdo" {
		t.Errorf("the text became %q", got.Text())
	}
}

func TestShow_TheFirstWrongInputIsInViewWithTheCursor(t *testing.T) {
	for field, label := range map[string]string{"parent_id": "Naskah induk", "org_type": "Jenis organisasi", "title": "Tentang",
		"legal_bases": "Dasar hukum", "contacts": "Tambah narahubung"} {
		d := sitDown(t, "id", letter{}, nil)
		d.window.Resize(fyne.NewSize(700, 240))
		if field == "title" {
			d.form.Show(model.Problems{{Field: "parent_id", Code: model.CodeRequired}}, "", true)
		}

		d.form.Show(model.Problems{{Field: field, Code: model.CodeRequired}}, "", true)
		if at := d.Place(label); at.Y < 0 || at.Y > 240-30 {
			t.Errorf("%s stands at %v of 240", label, at.Y)
		}
		if field != "legal_bases" && field != "contacts" && !d.Field(label).Focused() {
			t.Errorf("%s has no cursor", label)
		}
	}
}
