package letter

import (
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
