package sheet_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jejaring/model/sheet"
)

// quoted writes a cell as spreadsheets do: in marks where it holds a separator or a mark, which is doubled.
func quoted(cell string, separator rune) string {
	if !strings.ContainsAny(cell, string(separator)+`"`) {
		return cell
	}
	return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
}

// TestSheetCells_ATableIsReadBackAsSpreadsheetsWriteIt (RFC 4180), whatever stands in its cells.
func TestSheetCells_ATableIsReadBackAsSpreadsheetsWriteIt(t *testing.T) {
	cell := rapid.SampledFrom([]string{"Siti", "dr. Ani, Sp.PD", `Siti "Ani" Contoh`, "RSUD; IGD", "0812", "a|b", "Jum'at", "kolom\tdua", "é ß", "-"})
	rapid.Check(t, func(t *rapid.T) {
		separator := rapid.SampledFrom([]rune{'\t', ';', '|', ','}).Draw(t, "separator")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "line end")
		width := rapid.IntRange(2, 5).Draw(t, "columns")
		want := rapid.SliceOfN(rapid.SliceOfN(cell, width, width), 1, 6).Draw(t, "cells")

		var lines []string
		for _, row := range want {
			var cells []string
			for _, c := range row {
				cells = append(cells, quoted(c, separator))
			}
			lines = append(lines, strings.Join(cells, string(separator)))
		}

		text := rapid.SampledFrom([]string{"", "\ufeff"}).Draw(t, "mark") + strings.Join(lines, end) +
			rapid.SampledFrom([]string{"", end, end + end}).Draw(t, "tail")
		if diff := cmp.Diff(want, sheet.Cells(text, separator)); diff != "" {
			t.Fatalf("%q\n%s", text, diff)
		}
	})
}

func TestPeople_EveryColumnThatCanBeTakenIsOfferedOnce(t *testing.T) {
	columns := sheet.Columns()
	sorted := slices.Clone(columns)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(columns) || columns[0] != sheet.ColumnName {
		t.Errorf("%v", columns)
	}

	s := sheet.ReadPeople("Siti,Bidan\nBudi,Perawat")
	for _, what := range columns {
		s.Take(1, what)
		if s.Columns[1] != what || s.Columns[0] == what {
			t.Errorf("%s is taken in %v", what, s.Columns)
		}
	}
}

func TestDegree_IsWhatStandsBehindNames(t *testing.T) {
	for text, want := range map[string]bool{"Sp.PD": true, "S.Kep.": true, "Ns": true, "M.K.M.": true, "MARS": true, "A.Md.Keb.": true, "Sp.OG": true,
		"S.Kep., Ners": false, "RSUD Tirtasana": false, "Perawat": false, "Bantul": false, "0812": false, "S.Farm": true, "Apt.": true} {
		if got := sheet.Degree(text); got != want {
			t.Errorf("%q is a degree: %v", text, got)
		}
	}
}

// TestWorkbook_CellsAsSpreadsheetsStoreThem: long numbers, texts in place, formulas, and cells without an address.
func TestWorkbook_CellsAsSpreadsheetsStoreThem(t *testing.T) {
	const head = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	for cells, want := range map[string]string{
		`<c t="inlineStr"><is><t>Siti</t></is></c><c><v>81200000001</v></c>`:   "Siti\t81200000001",
		`<c r="A1"><v>3.374010101850001E15</v></c>`:                            "3374010101850001",
		`<c r="B1"><v>2.5</v></c>`:                                             "\t2.5",
		`<c r="A1" t="str"><v>007</v></c>`:                                     "007",
		`<c r="A1" t="s"><v>9</v></c><c r="C1"><v>1</v></c>`:                   "\t\t1",
		`<c r="A1" t="inlineStr"><is><t>dua&#10;baris "x"</t></is></c>`:        "\"dua\nbaris \"\"x\"\"\"",
		`<c r="A1"><v>1</v></c><c r="ZZZ1"><v>2</v></c><c r="B1"><v>3</v></c>`: "1\t3",
		`<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>`:                         "\t1",
		`<c r="A1" t="b"><v>1</v></c>`:                                         "1",
	} {
		parts := map[string]string{"xl/worksheets/sheet1.xml": head + `<row r="1">` + cells + `</row></sheetData></worksheet>`}
		if got, err := sheet.Workbook(workbook(t, parts)); err != nil || got != want {
			t.Errorf("%s is read as %q: %v", cells, got, err)
		}
	}
}

// TestWorkbook_ABrokenOneIsRefusedAndNotGuessedAt.
func TestWorkbook_ABrokenOneIsRefusedAndNotGuessedAt(t *testing.T) {
	const whole = `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>`
	for name, parts := range map[string]map[string]string{
		"texts cut off":   {"xl/worksheets/sheet1.xml": whole, "xl/sharedStrings.xml": "<sst><si><t>Nama"},
		"sheet cut off":   {"xl/worksheets/sheet1.xml": whole[:30]},
		"no sheet":        {"xl/workbook.xml": "<workbook/>"},
		"another archive": {"word/document.xml": "<w:document/>"},
	} {
		if text, err := sheet.Workbook(workbook(t, parts)); err == nil {
			t.Errorf("%s: %q", name, text)
		}
	}
}
