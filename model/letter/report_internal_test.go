package letter

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jejaring/assets"
	"jejaring/model"
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
		width, err := strconv.ParseFloat(strings.TrimRight(word, "c-"), 64)
		sum += width
		for text := range strings.FieldsSeq(p.Heads[i]) {
			if err != nil || width < face.width(text, true)+3 {
				t.Errorf("%q has %.1f mm in a column of %s", text, face.width(text, true), word)
			}
		}
		if i > 2 && !strings.HasSuffix(word, "c") {
			t.Errorf("the numbers under %s are not centred", p.Heads[i])
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
