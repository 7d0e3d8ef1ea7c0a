package form_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task/tasktest"
	"jejaring/ui/uitest"
)

func TestForm_ShowsAtOnceWhatADateAndANumberWereTakenFor(t *testing.T) {
	d := sitDown(t, "id", letter{}, nil) // on 9 March 2031
	for typed, want := range map[string]string{"25/10/25": "25 Okt 2025", "9-3-81": "9 Mar 2081", "10-3-81": "10 Mar 1981", "Minggu, 18 Mar 2018": "18 Mar 2018",
		"1 Pebruari 2026": "1 Feb 2026", "17–8–2026": "17 Agu 2026", "17 Agst 2026": "17 Agu 2026", "Senin, 18 Mar 2018": "Senin, 18 Mar 2018"} {
		d.Enter("Tanggal mulai", typed)
		d.Field("Tentang").Focus()
		if got := d.Field("Tanggal mulai").Text(); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}

	d.Enter("Tanggal mulai", "Senin, 18 Mar 2018")
	if _, problems := d.form.Record(); len(problems) != 1 || problems[0].Code != model.CodeWeekday {
		t.Error(problems)
	}

	d.Enter("Jarak (km)", "1.250", "Tanggal mulai", "")
	d.Field("Tentang").Focus()
	if rec, problems := d.form.Record(); rec.distance != 1250 || d.Field("Jarak (km)").Text() != "1250" || problems != nil {
		t.Errorf("%v %q %v", rec.distance, d.Field("Jarak (km)").Text(), problems)
	}
}

type caller struct {
	phone string
	born  model.Date
}

func TestForm_APhoneComesBackAsThePapersPrintIt(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	w := test.NewTempWindow(t, nil)
	f := form.New(words(t, "id"), "partner", []form.Group[caller]{{Lines: []form.Line[caller]{
		form.Phone("phone", func(c *caller) *string { return &c.phone }), form.PastDay("license_expiry", func(c *caller) *model.Date { return &c.born })}}}, form.Events{Left: func(string) {}, Changed: func() {},
		Today: func() model.Date { return model.Date{Year: 2026, Month: 11, Day: 21} }})
	w.SetContent(f.Object())
	w.Resize(fyne.NewSize(500, 300))
	p := uitest.New(t, w, tasktest.NewLoop())
	f.Load(caller{phone: "+62999000201 ext. 12"}, nil)
	if got := p.Field("Telepon").Text(); got != "(0999) 000201 ext. 12" {
		t.Errorf("shown is %q", got)
	}
	if rec, _ := f.Record(); rec.phone != "+62999000201 ext. 12" {
		t.Errorf("what nobody changed became %q", rec.phone)
	}

	p.Enter("Telepon", "0274-512345 pes. 3 / 0812-3456-7890 (WA)", "Izin berlaku sampai", "12-03-61")
	p.Field("Telepon").Focus()
	if rec, _ := f.Record(); rec.phone != "0274-512345 pes. 3 / 0812-3456-7890 (WA)" && rec.phone != "(0274) 512345 ext. 3 / 0812-3456-7890 (WA)" ||
		rec.born != (model.Date{Year: 1961, Month: 3, Day: 12}) {
		t.Errorf("%+v", rec)
	}

	p.Field("Izin berlaku sampai").Focus()
	if got := p.Field("Telepon").Text(); got != "(0274) 512345 ext. 3 / 0812-3456-7890 (WA)" {
		t.Errorf("shown is %q", got)
	}

	p.Enter("Telepon", "bukan telepon")
	p.Field("Izin berlaku sampai").Focus()
	if rec, _ := f.Record(); rec.phone != "bukan telepon" || p.Field("Telepon").Text() != "bukan telepon" {
		t.Errorf("what is no number became %+v", rec)
	}
}

func TestMomentsAsTheyAreTyped(t *testing.T) {
	zone := time.FixedZone("WIB", 7*60*60)
	now := time.Date(2026, 11, 21, 10, 0, 0, 0, zone)
	for text, want := range map[string]string{
		"21-11-2026 09:20": "21 09:20", "21 Nov 2026 09.20": "21 09:20", "9:20": "21 09:20", "09.20": "21 09:20", "20-11-26 9.05": "20 09:05",
		"Jumat, 20 Nov 2026 pukul 09.20 WIB": "20 09:20", "Jum’at, 20 Nov 2026, 09.20": "20 09:20", "20 Nov 2026 jam 9.20": "20 09:20",
		"20–11–2026\u00a009.20": "20 09:20", "20-11-2026\u202f09:20": "20 09:20", "2026-11-20T09:20": "20 09:20", "2026-11-20 09:20": "20 09:20",
		"20-11-2026 09.20 WITA": "20 08:20", "21-11-2026 00.30 WIT": "20 22:30", "pukul 9.20": "21 09:20", "20 Nop 2026 pkl. 09.20": "20 09:20",
	} {
		if got, ok := form.ParseMoment(text, now); !ok || got.Format("2 15:04") != want {
			t.Errorf("%q: %s %v, want %s", text, got, ok, want)
		}
	}

	for _, text := range []string{"21-11-2026", "21.11.20", "24.00", "9", "21-11-2026 9.60", "kemarin 09.20", "Senin, 20 Nov 2026 09.20", "9.20 XYZ", "31-02-2026 09.20"} {
		if got, ok := form.ParseMoment(text, now); ok {
			t.Errorf("%q was read as %s", text, got)
		}
	}

	if got, ok := form.ParseMoment("  ", now); !ok || !got.IsZero() {
		t.Error(got, ok)
	}
}
