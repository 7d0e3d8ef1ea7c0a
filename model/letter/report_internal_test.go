package letter

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/letter/typeset"
)

func reportFaces(t *testing.T) typeset.Faces {
	t.Helper()
	f, err := New(assets.Letters).faces()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestReport_ATitleStaysWithItsTable(t *testing.T) {
	f := reportFaces(t)
	r := model.Report{Language: "id", Title: "Laporan"}
	for n := range 40 {
		r.Parts = append(r.Parts, model.ReportPart{Title: fmt.Sprintf("Bagian %d", n), Heads: []string{"Nama", "Jumlah"},
			Rows: [][]string{{"A", "1"}, {"B", "2"}, {"C", "0"}}, Bars: []float64{0.5, 1, 0}})
	}

	composed, err := New(assets.Letters).report(model.NewClinic(), r, f)
	if err != nil {
		t.Fatal(err)
	}

	titles, bars := 0, 0
	for n, page := range composed.pages(f) {
		var lines []string
		for _, o := range page.Ops {
			if o.Text != "" && !strings.HasPrefix(o.Text, "Halaman") {
				lines = append(lines, o.Text)
			}
			if o.Solid {
				bars++
			}
		}

		titles += len(slices.DeleteFunc(slices.Clone(lines), func(s string) bool { return s != "Bagian" && !strings.HasPrefix(s, "Bagian ") }))
		if last := lines[len(lines)-1]; last != "0" && last != "2" && last != "1" {
			t.Errorf("page %d ends with %q", n+1, last)
		}
	}

	if titles != 40 || bars != 80 {
		t.Errorf("%d titles and %d bars", titles, bars)
	}
}

// TestReport_EndsWithPlaceDateAndSignature has a table of months that would begin at the foot of the first page.
func TestReport_EndsWithPlaceDateAndSignature(t *testing.T) {
	var months [][]string
	for n := range 12 {
		months = append(months, []string{fmt.Sprintf("Bulan %d", n+1), fmt.Sprint(n)})
	}

	r := model.Report{Language: "id", Title: "Laporan", Signed: model.Date{Year: 2026, Month: 11, Day: 21}}
	for range 4 {
		r.Parts = append(r.Parts, model.ReportPart{Title: "Rujukan keluar", Heads: []string{"Bulan", "Jumlah"}, Rows: months})
	}

	c := model.NewClinic()
	c.Name, c.City, c.HeadName, c.HeadPosition = "Klinik X", "Kota Y", "dr. Z", "Penanggung Jawab Klinik"
	pdf, err := New(assets.Letters).Report(c, r)
	if err != nil || len(pdf) == 0 {
		t.Fatal(err)
	}

	f := reportFaces(t)
	composed, err := New(assets.Letters).report(c, r, f)
	if err != nil {
		t.Fatal(err)
	}

	var all []string
	for n, page := range composed.pages(f) {
		months := 0
		for _, o := range page.Ops {
			if all = append(all, o.Text); strings.HasPrefix(o.Text, "Bulan ") {
				months++
			}
		}

		if months%12 != 0 {
			t.Errorf("page %d has %d months: a table is split", n+1, months)
		}
	}

	shown := strings.Join(all, " ")
	at := 0
	for _, want := range []string{"Kota Y, 21 November 2026", "Penanggung Jawab Klinik,", "dr. Z"} {
		next := strings.Index(shown[at:], want)
		if next < 0 {
			t.Fatalf("%q is missing at the end: %.200s", want, shown[max(len(shown)-200, 0):])
		}
		at += next
	}
}

// A report is a kind of its own: what its file says is its title, and it has neither a number nor versions.
func TestReport_IsAKindOfItsOwn(t *testing.T) {
	clinic := model.NewClinic()
	clinic.Name = "Klinik X"
	r := model.Report{Language: "en", Title: "Figures 2026", Subtitle: "January to June", Parts: []model.ReportPart{{Title: "Text", Text: "Nothing happened."}}}
	c, err := New(nil).report(clinic, r, reportFaces(t))
	if err != nil {
		t.Fatal(err)
	}
	if file := c.file(); !strings.HasSuffix(file.Title, "Figures 2026") || file.Author != "Klinik X" || file.Watermark != "" || file.Foot != "" || !file.Day.Equal(noDay()) {
		t.Errorf("%+v", file)
	}
	if c.d.Training != nil || c.d.Type != "" || len(c.originals()) != 1 {
		t.Errorf("a report out of a %q", c.d.Type)
	}
	if got := strings.TrimSpace(c.manuscripts[0].Text()); got != "kop \nFigures 2026\nJanuary to June\ngap 3 \nText\nNothing happened." {
		t.Errorf("%q", got)
	}
}

func TestReport_Refusals(t *testing.T) {
	w := New(nil)
	for _, language := range []string{"", "fr", "bilingual"} {
		if _, err := w.Report(model.NewClinic(), model.Report{Language: language, Title: "x"}); !errors.Is(err, model.ErrNoTemplate) {
			t.Errorf("%q: %v", language, err)
		}
	}

	_, err := w.Report(model.NewClinic(), model.Report{Language: "id", Title: "Laporan 漢"})
	if ps := model.AsProblems(err); len(ps) != 1 || ps[0].Code != "glyph" || !slices.Equal(ps[0].Args, []string{"漢"}) {
		t.Errorf("%v", err)
	}
}

// A table of up to sixteen rows stands on one page, a longer one goes on with its heads repeated.
func TestReport_LongTablesGoOn(t *testing.T) {
	for rows, want := range map[int]int{10: 1, 16: 1, 90: 3} {
		p := model.ReportPart{Heads: []string{"Nama", "Jumlah"}}
		for n := range rows {
			p.Rows = append(p.Rows, []string{fmt.Sprint("Baris ", n), fmt.Sprint(n)})
		}

		c, err := New(nil).report(model.NewClinic(), model.Report{Language: "id", Title: "Laporan", Parts: []model.ReportPart{p}}, reportFaces(t))
		if err != nil {
			t.Fatal(err)
		}

		pages := c.pages(reportFaces(t))
		if len(pages) != want {
			t.Errorf("%d rows: %d pages, want %d", rows, len(pages), want)
		}

		for n, page := range pages {
			if heads := slices.ContainsFunc(page.Ops, func(o typeset.Op) bool { return o.Text == "Jumlah" }); !heads {
				t.Errorf("%d rows: page %d has no heads", rows, n+1)
			}
			numbered := slices.ContainsFunc(page.Ops, func(o typeset.Op) bool { return o.Text == fmt.Sprintf("Halaman %d dari %d", n+1, len(pages)) })
			if numbered != (len(pages) > 1) {
				t.Errorf("%d rows: page %d has a number: %v", rows, n+1, numbered)
			}
		}
	}
}
