package letter

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/translations"
)

func reportFaces(t *testing.T) faces {
	t.Helper()
	f, err := New(assets.Letters).faces()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// staffTable is the widest table of the report.
func staffTable() model.ReportPart {
	return model.ReportPart{Title: "Staf", Heads: []string{"Nama staf", "STR", "SIP s.d.", "Pembelajaran", "Pelayanan", "Pengabdian", "Jumlah", "Target"},
		Rows: [][]string{{"Ns. Dewi Anggraini Kusumawardhani, S.Kep., M.Kep.", "Seumur hidup", "20 Des 2026", "7", "0", "2", "9", "50"}}}
}

func TestReport_NoWordOfATableBreaks(t *testing.T) {
	face := formStyles(plainReport, reportFaces(t))[0].face
	p := staffTable()
	var sum float64
	for i, word := range strings.Fields(reportColumns(p, face)) {
		width, err := strconv.ParseFloat(strings.TrimRight(word, "cr-"), 64)
		sum += width
		for text := range strings.FieldsSeq(p.Heads[i]) {
			if err != nil || width < face.width(text, true)+3 {
				t.Errorf("%q has %.1f mm in a column of %s", text, face.width(text, true), word)
			}
		}
		if right := strings.HasSuffix(word, "r"); right != (i > 2) {
			t.Errorf("%s stands at the right: %v", p.Heads[i], right)
		}
	}
	if sum < 184.9 || sum > 185.1 {
		t.Errorf("the table is %.1f mm wide", sum)
	}
}

func TestReport_ATitleStaysWithItsTable(t *testing.T) {
	f := reportFaces(t)
	r := model.Report{Language: "id", Title: "Laporan"}
	for n := range 40 {
		r.Parts = append(r.Parts, model.ReportPart{Title: fmt.Sprintf("Bagian %d", n), Heads: []string{"Nama", "Jumlah"},
			Rows: [][]string{{"A", "1"}, {"B", "2"}, {"C", "0"}}, Bars: []float64{0.5, 1, 0}})
	}
	d := model.LetterData{Type: plainReport, Language: "id", Clinic: model.NewClinic()}
	doc := text{documents: []document{{language: "id", sections: []section{{"DH", reportBlocks(r, f)}}}}}
	titles, bars := 0, 0
	for n, page := range layOut(d, &doc, f) {
		var lines []string
		for _, o := range page.ops {
			if o.text != "" && !strings.HasPrefix(o.text, "Halaman") {
				lines = append(lines, o.text)
			}
			if o.solid {
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
	doc := text{}
	d := model.LetterData{Type: plainReport, Language: "id", Clinic: c}
	end := (&facts{d: d, words: indonesian(t), text: &doc}).reportEnd(r.Signed)
	doc.documents = []document{{language: "id", sections: []section{{"DH", append(reportBlocks(r, f), end...)}}}}
	var all []string
	for n, page := range layOut(d, &doc, f) {
		months := 0
		for _, o := range page.ops {
			if all = append(all, o.text); strings.HasPrefix(o.text, "Bulan ") {
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

func indonesian(t *testing.T) translations.Words {
	t.Helper()
	w, err := translations.In("id")
	if err != nil {
		t.Fatal(err)
	}
	return w
}
