package form_test

import (
	"testing"

	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

func TestForm_EverythingTypedSurvivesInANewWindow(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	d.Enter("Tentang", "Rujukan", "Catatan", "baris\nlain", "Domain surel", "rs.example.org,, rsud")
	for _, w := range wrongs() {
		d.Enter(w[0], w[1])
	}

	d.Choose("Sektor", "Pemerintah")
	d.Choose("Jenis organisasi", "Pemerintah daerah/kelurahan")
	d.Field("Perpanjangan otomatis").Tick()
	d.Tap("Tambah narahubung")
	d.Enter("Nama narahubung", "dr. Sari", "Jumlah", "seribu")
	rec, _ := d.form.Record()
	typed := d.form.Typed()

	e := sitDown(t, "en", rec, typed)
	for label, want := range map[string]string{"Subject": "Rujukan", "Notes": "baris\nlain", "E-mail domains": "rs.example.org,, rsud",
		"Renewal notice (days)": "enam puluh", "Distance (km)": "3,5 km", "Value": "1,250,000", "Start date": "31-02-2026",
		"Sector": "Government", "Organisation type": "Local government", "Automatic renewal": "true", "Amount": "seribu"} {
		if got := e.Field(label).Text(); got != want {
			t.Errorf("%s shows %q, want %q", label, got, want)
		}
	}

	again, problems := e.form.Record()
	compare(t, again, rec)
	if len(problems.Errors().(model.Problems)) != 5 {
		t.Errorf("problems: %v", problems)
	}
}

func TestRows_AreAddedRemovedAndMovedWithWhatWasTyped(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil)
	for _, name := range []string{"Ani", "Budi", "Citra"} {
		d.Tap("Tambah narahubung")
		all := d.Fields("Nama narahubung")
		if !all[len(all)-1].Focused() {
			t.Fatal("the cursor is not in the new row")
		}
		all[len(all)-1].Enter(name)
	}

	d.Fields("Jumlah")[2].Enter("banyak")
	d.TapIcon(theme.MoveUpIcon(), 1)
	d.TapIcon(theme.DeleteIcon(), 0)
	names := d.Fields("Nama narahubung")
	amounts := d.Fields("Jumlah")
	if len(names) != 2 || names[0].Text() != "Citra" || names[1].Text() != "Budi" || amounts[0].Text() != "banyak" {
		t.Fatalf("the rows are %q", d.Texts())
	}

	rec, problems := d.form.Record()
	compare(t, rec.people, []person{{"Citra", 0, "pic_agreement"}, {"Budi", 0, "pic_agreement"}})
	compare(t, problems, model.Problems{{Field: "contacts[0].amount", Code: "money"}})
}

func TestRows_TheFirstRowCannotMoveUp(t *testing.T) {
	d := sitDown(t, "id", filled(), nil)
	d.TapIcon(theme.MoveUpIcon(), 0)
	rec, _ := d.form.Record()
	if rec.people[0].name != "Budi" {
		t.Errorf("the only arrow that works moved %q", rec.people[0].name)
	}
}

func TestRows_RemovingTheLastRowLeavesAnEmptyList(t *testing.T) {
	d := sitDown(t, "id", letter{people: []person{{name: "Ani", role: "emergency"}}}, nil)
	d.TapIcon(theme.DeleteIcon(), 0)
	if rec, _ := d.form.Record(); rec.people != nil {
		t.Errorf("people: %v", rec.people)
	}
	if d.changes == 0 {
		t.Error("the screen was not told")
	}
}

func TestTicks_WhatIsNotOfferedIsKept(t *testing.T) {
	d := sitDown(t, "id", letter{bases: []model.ID{9, 2}}, nil)
	rec, _ := d.form.Record()
	if len(rec.bases) != 2 {
		t.Errorf("bases: %v", rec.bases)
	}

	d.Field("Dasar hukum").Tick()
	rec, _ = d.form.Record()
	if len(rec.bases) != 3 {
		t.Errorf("after ticking one more: %v", rec.bases)
	}
}
