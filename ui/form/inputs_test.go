package form_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
)

func TestMoney_IsGroupedWhenTheInputIsLeft(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	for typed, want := range map[string]string{"1250000": "Rp1.250.000,00", "Rp 1.250.000,-": "Rp1.250.000,00", "500": "Rp500,00",
		"1.250.000,75": "Rp1.250.000,75", "0": "Rp0,00", "": "", "1,250,000": "1,250,000", "-5": "-5"} {
		d.Field("Nilai").Write(typed)
		if got := d.Field("Nilai").Text(); got != typed {
			t.Errorf("%q became %q while the cursor was in it", typed, got)
		}
		d.window.Canvas().Unfocus()
		if got := d.Field("Nilai").Text(); got != want {
			t.Errorf("%q became %q, want %q", typed, got, want)
		}
	}
}

func TestText_WhatNobodySeesIsNotKept(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.Enter("Tentang", " Surat\x00 \u202eterbalik\u202c\u200f <b>=1+1 😀\x1b ", "Catatan", "satu\tdua\ntiga\u2066\x07")
	rec, problems := d.form.Record()
	if rec.title != "Surat terbalik <b>=1+1 😀" || rec.notes != "satu dua\ntiga" || problems != nil {
		t.Errorf("kept are %q and %q, %v", rec.title, rec.notes, problems)
	}
}

func TestDay_TheDayComesFirstInBothLanguages(t *testing.T) {
	for language, shown := range map[string]string{"id": "2 Agu 2026", "en": "2 Aug 2026"} {
		d := sitDown(t, language, letter{}, nil)
		label := map[string]string{"id": "Tanggal mulai", "en": "Start date"}[language]
		for _, typed := range []string{"2-8-2026", "02/08/2026", "02.08.2026", "2 Agustus 2026", "2 August 2026", "2 agu 2026", "2026-08-02"} {
			d.Enter(label, typed)
			rec, problems := d.form.Record()
			if rec.start != (model.Date{Year: 2026, Month: 8, Day: 2}) || problems != nil {
				t.Errorf("%s: %q was read as %s %v", language, typed, rec.start, problems)
			}
			if got := d.Field(label).Text(); got != shown {
				t.Errorf("%s: %q became %q, want %q", language, typed, got, shown)
			}
		}

		d.Enter(label, "")
		if rec, _ := d.form.Record(); !rec.start.IsZero() {
			t.Errorf("an emptied date is %s", rec.start)
		}
	}
}

func TestDay_IsPickedFromACalendar(t *testing.T) {
	d := sitDown(t, "id", letter{start: model.Date{Year: 2026, Month: 12, Day: 31}}, nil)
	d.TapIcon(theme.CalendarIcon(), 0)
	d.Sees("Desember 2026", "Sen", "Min")
	d.TapIcon(theme.NavigateNextIcon(), 0)
	d.Sees("Januari 2027")
	d.Tap("15")
	if got := d.Field("Tanggal mulai").Text(); got != "15 Jan 2027" {
		t.Errorf("picked was %q", got)
	}

	rec, _ := d.form.Record()
	if rec.start != (model.Date{Year: 2027, Month: 1, Day: 15}) {
		t.Errorf("the record has %s", rec.start)
	}
}

func TestPick_ByKeyboard(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.Field("Naskah induk").Focus()
	d.Press(fyne.KeySpace)
	d.Sees("Limbah B3", "PT Bersih")
	d.Write("ruj")
	d.SeesNoMore("Limbah B3")
	d.Press(fyne.KeyReturn)
	if rec, _ := d.form.Record(); rec.parent != 41 || d.Field("Naskah induk").Text() != "Rujukan Pasien" {
		t.Errorf("picked was %d, %q", rec.parent, d.Field("Naskah induk").Text())
	}
}

func TestPick_ByArrowKeysInTheList(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.Field("Naskah induk").Focus()
	d.Press(fyne.KeySpace)
	d.Press(fyne.KeyDown)
	d.Press(fyne.KeyDown)
	d.Press(fyne.KeyReturn)
	if rec, _ := d.form.Record(); rec.parent != 42 {
		t.Errorf("picked was %d", rec.parent)
	}
}

func TestPick_EscapeChangesNothing(t *testing.T) {
	d := sitDown(t, "id", letter{parent: 42}, nil)
	d.Field("Naskah induk").Focus()
	d.Press(fyne.KeySpace)
	d.Press(fyne.KeyEscape)
	d.SeesNoMore("PT Bersih")
	if rec, _ := d.form.Record(); rec.parent != 42 {
		t.Errorf("after Esc the record has %d", rec.parent)
	}
}

// slow answers only when it is told to.
type slow struct{ answers []func() }

func (s *slow) Find(text string, show func([]form.Option)) {
	s.answers = append(s.answers, func() { show([]form.Option{{ID: model.ID(len(text)), Title: "hasil " + text}}) })
}

func (s *slow) Name(id model.ID, show func(string)) {
	s.answers = append(s.answers, func() { show(map[model.ID]string{1: "RSUD", 2: "Puskesmas"}[id]) })
}

// slowly is a desk with a form whose only input finds slowly.
func slowly(t *testing.T) (*desk, *form.Form[letter], *slow) {
	t.Helper()
	finder := &slow{}
	d := sitDown(t, "id", letter{}, nil)
	f := form.New(words(t, "id"), "agreement", []form.Group[letter]{{Lines: []form.Line[letter]{
		form.Pick("parent_id", func(r *letter) *model.ID { return &r.parent }, finder)}}}, form.Events{})
	d.window.SetContent(f.Object())
	f.Load(letter{}, nil)
	return d, f, finder
}

func TestPick_EnterWaitsForWhatWasTyped(t *testing.T) {
	d, f, finder := slowly(t)
	d.Field("Naskah induk").Focus()
	d.Press(fyne.KeySpace)
	finder.answers[0]()
	d.Write("abc")
	d.Press(fyne.KeyReturn)
	if rec, _ := f.Record(); rec.parent != 0 {
		t.Fatalf("picked was %d, which belongs to an older search", rec.parent)
	}

	for _, answer := range finder.answers[1:] {
		answer()
	}

	if rec, _ := f.Record(); rec.parent != 3 {
		t.Errorf("picked was %d", rec.parent)
	}
}

func TestPick_AnOlderSearchThatEndsLaterIsNotShown(t *testing.T) {
	d, _, finder := slowly(t)
	d.Field("Naskah induk").Focus()
	d.Press(fyne.KeySpace)
	d.Write("ab")
	finder.answers[2]()
	finder.answers[1]()
	d.Sees("hasil ab")
	if slices.Contains(d.Texts(), "hasil a") {
		t.Error("the older search is shown")
	}
}

func TestPick_ANameThatComesLateDoesNotHideTheNewOne(t *testing.T) {
	d, f, finder := slowly(t)
	f.Load(letter{parent: 1}, nil)
	f.Load(letter{parent: 2}, nil)
	finder.answers[1]()
	finder.answers[0]()
	if got := d.Field("Naskah induk").Text(); got != "Puskesmas" {
		t.Errorf("shown is %q", got)
	}
}

// nowhere finds nothing.
type nowhere struct{}

func (nowhere) Find(_ string, show func([]form.Option)) { show(nil) }
func (nowhere) Name(model.ID, func(string))             {}

func TestPick_NothingFoundIsSaid(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	f := form.New(words(t, "id"), "agreement", []form.Group[letter]{{Lines: []form.Line[letter]{
		form.Pick("parent_id", func(r *letter) *model.ID { return &r.parent }, nowhere{})}}}, form.Events{})
	d.window.SetContent(f.Object())
	f.Load(letter{}, nil)
	d.Field("Naskah induk").Focus()
	d.Press(fyne.KeySpace)
	d.Write("entah apa")
	d.Sees("Tidak ada yang cocok.")
}
