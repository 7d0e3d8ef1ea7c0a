package form_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

func compare(t *testing.T, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got, cmp.AllowUnexported(letter{}, person{})); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestForm_ShowsWhatTheRecordHolds(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	for label, want := range map[string]string{"Tentang": "Rujukan Pasien", "Catatan": "Baris satu\nBaris dua",
		"Domain surel": "rsud.example.org, rs.example.org", "Pemberitahuan perpanjangan (hari)": "60", "Jarak (km)": "3,5",
		"Nilai": "Rp1.250.000,00", "Tanggal mulai": "21 Nov 2026", "Sektor": "Pemerintah", "Perpanjangan otomatis": "true",
		"Naskah induk": "Rujukan Pasien", "Nama narahubung": "dr. Sari"} {
		if got := d.Field(label).Text(); got != want {
			t.Errorf("%s shows %q, want %q", label, got, want)
		}
	}

	if d.changes > 0 {
		t.Errorf("showing a record counted as %d changes by the user", d.changes)
	}
}

func TestForm_GivesBackAnUntouchedRecordAsItWas(t *testing.T) {
	for _, rec := range []letter{filled(), {}} {
		got, problems := sitDown(t, "id", rec, nil).form.Record()
		compare(t, got, rec)
		if problems != nil {
			t.Errorf("problems: %v", problems)
		}
	}
}

func TestForm_TakesWhatIsTypedAndChosen(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.Enter("Tentang", "  Rujukan Pasien ", "Catatan", "perlu ditelaah", "Domain surel", "rsud.example.org; rs.example.org,",
		"Pemberitahuan perpanjangan (hari)", "60", "Jarak (km)", "3,5", "Nilai", "1250000", "Tanggal mulai", "21-11-2026")
	d.Choose("Sektor", "Pemerintah")
	d.Choose("Jenis organisasi", "Pemerintah daerah/kelurahan")
	d.Choose("Tingkat risiko", "Rendah")
	d.Field("Perpanjangan otomatis").Tick()
	d.Choose("Naskah induk", "Rujukan Pasien")
	d.Field("Dasar hukum").Tick()
	got, problems := d.form.Record()
	want := filled()
	want.notes = "perlu ditelaah"
	want.bases = []model.ID{1}
	want.people = nil
	compare(t, got, want)
	if problems != nil {
		t.Errorf("problems: %v", problems)
	}
	if d.changes == 0 {
		t.Error("the screen was not told of the changes")
	}
}

func TestForm_ALongTextKeepsItsLinesAndAShortOneHasNone(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.Field("Catatan").Write("satu")
	d.Press(fyne.KeyReturn)
	d.Write("dua")
	d.Field("Tentang").Write("Rujukan\r\nPasien")
	got, _ := d.form.Record()
	if got.notes != "satu\ndua" || strings.ContainsAny(got.title, "\r\n") {
		t.Errorf("notes %q, title %q", got.notes, got.title)
	}
}

func TestForm_AnOptionalListCanBeEmptied(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	d.Choose("Tingkat risiko", "—")
	if got, _ := d.form.Record(); got.risk != "" {
		t.Errorf("the risk is still %q", got.risk)
	}
}

func TestForm_TheKindsOfOrganisationFollowTheSector(t *testing.T) {
	d := sitDown(t, "id", letter{sector: "government", orgType: "local_gov"}, nil)
	d.Choose("Sektor", "Organisasi nonpemerintah (LSM)")
	got, _ := d.form.Record()
	if got.sector != "ngo" || got.orgType != "" {
		t.Errorf("sector %q with the kind %q", got.sector, got.orgType)
	}
	if text := d.Field("Jenis organisasi").Text(); text != "" {
		t.Errorf("the kind still shows %q", text)
	}

	d.Choose("Jenis organisasi", "Yayasan")
	if got, _ := d.form.Record(); got.orgType != "foundation" {
		t.Errorf("the kind is %q", got.orgType)
	}
}

func TestForm_TellsTheScreenWhichFieldWasLeft(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.Enter("Tentang", "x")
	d.Choose("Sektor", "Pemerintah")
	if want := []string{"title", "sector"}; !cmp.Equal(d.left, want) {
		t.Errorf("left were %q, want %q", d.left, want)
	}
}

func TestForm_EscapeIsForTheScreen(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	d.Field("Tentang").Focus()
	d.Press(fyne.KeyEscape)
	if d.escaped != 1 || d.Field("Tentang").Text() != "Rujukan Pasien" {
		t.Errorf("escaped %d times, the text is %q", d.escaped, d.Field("Tentang").Text())
	}
}

func TestForm_ATextTakesAtMostItsLimit(t *testing.T) {
	d := sitDown(t, "id", letter{notes: strings.Repeat("é", form.MaxText)}, nil)
	d.Field("Catatan").Focus()
	d.Press(fyne.KeyEnd)
	d.Write("xyz")
	got, _ := d.form.Record()
	if n := len([]rune(got.notes)); n != form.MaxText {
		t.Errorf("the text has %d letters", n)
	}
}

func TestForm_EveryWordIsThereInBothLanguages(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		d := sitDown(t, language, filled(), nil)
		for _, text := range d.Texts() {
			if strings.ContainsAny(text, "⟦⟧") {
				t.Errorf("%s: %s", language, text)
			}
		}
	}
}

func TestForm_MarksWhatIsRequired(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.Sees("Tentang *", "Sektor *", "Tingkat risiko")
	for _, text := range d.Texts() {
		if text == "Tingkat risiko *" {
			t.Error("an optional field is marked as required")
		}
	}
}

func TestForm_TheStarStandsBesideTheLabel(t *testing.T) {
	for _, scale := range []float32{1, 1.5} {
		d := sitDown(t, "id", letter{}, nil)
		fyne.CurrentApp().Settings().SetTheme(look.Theme{Mode: "light", Scale: scale})
		f := form.New(words(t, "id"), "agreement", []form.Group[letter]{{Lines: []form.Line[letter]{
			form.Text("start_date", func(r *letter) *string { return &r.title }).Must(),
			form.Text("sign_date", func(r *letter) *string { return &r.title }).Must(),
			form.Text("end_date", func(r *letter) *string { return &r.title }).Must(),
		}}}, form.Events{})
		d.window.SetContent(f.Object())
		f.Load(letter{}, nil)
		short := d.Place("Tanggal tanda tangan *").Y - d.Place("Tanggal mulai *").Y
		long := d.Place("Tanggal berakhir *").Y - d.Place("Tanggal tanda tangan *").Y
		if long > short {
			t.Errorf("at %v the label takes two lines: its input is %v high, others %v", scale, long, short)
		}
	}
}

// rare is a form with a group that is closed.
func rare() []form.Group[letter] {
	return []form.Group[letter]{
		{Title: "group.agreement", Lines: []form.Line[letter]{form.Text("title", func(r *letter) *string { return &r.title }).Must()}},
		{Title: "group.existing", Rare: true, Lines: []form.Line[letter]{
			form.Day("start_date", func(r *letter) *model.Date { return &r.start }),
			form.Text("notes", func(r *letter) *string { return &r.notes })}},
	}
}

// A group that is rarely needed says what it holds, opens by its heading, and by what is wrong in it.
func TestForm_ARareGroupSaysWhatItHoldsAndOpens(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	f := form.New(words(t, "id"), "agreement", rare(), form.Events{Today: func() model.Date { return model.Date{Year: 2026, Month: 11, Day: 21} }})
	d.window.SetContent(f.Object())
	f.Load(letter{}, nil)
	d.Sees("Perjanjian yang sudah ada", "belum diisi")
	if d.Shows("Tanggal mulai") {
		t.Fatal("the group is open")
	}

	f.Load(letter{start: model.Date{Year: 2026, Month: 12, Day: 1}, notes: "arsip lama"}, nil)
	d.Sees("1 Des 2026 · arsip lama")
	f.Show(model.Problems{{Field: "start_date", Code: model.CodeRequired}}, "", false)
	d.Sees("Tanggal mulai", "Tanggal mulai wajib diisi.")
	if d.Shows("arsip lama · ") || d.Shows("1 Des 2026 · ") {
		t.Error("an open group still says beside its heading what it holds")
	}

	d.Tap("Perjanjian yang sudah ada")
	if d.Shows("Tanggal mulai") {
		t.Error("the group does not close")
	}
	if !f.FocusOn("notes") || !d.Shows("Tanggal mulai") {
		t.Error("the cursor cannot enter a closed group")
	}
}
