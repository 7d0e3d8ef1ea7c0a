package typeset

import (
	"fmt"
	"strings"
	"testing"
)

func TestTableColumns(t *testing.T) {
	for text, want := range map[string]string{
		"10c 55 20r 20-":  "0.0+20.0c 20.0+110.0 130.0+40.0r 170.0+40.0-", // 105 mm asked for, 210 there
		"1 1":             "0.0+105.0 105.0+105.0",
		"x 30 -5 0 60cr-": "0.0+70.0 70.0+140.0cr-", // what is no width is no column
		"":                "",
	} {
		var got []string
		for _, c := range tableColumns(text, 210) {
			s := fmt.Sprintf("%.1f+%.1f", c.x, c.width)
			if c.centred {
				s += "c"
			}
			if c.right {
				s += "r"
			}
			if c.open {
				s += "-"
			}

			got = append(got, s)
		}

		if strings.Join(got, " ") != want {
			t.Errorf("%q: %s, want %s", text, strings.Join(got, " "), want)
		}
	}
}

// tableStyle is a style with rows of 8 mm in which a line of 10 points takes 4.05 mm.
func tableStyle(t testing.TB) style { return faces(t).style(Style{Size: 10, Spacing: 1, Cell: 8}) }

func cells(texts ...string) [][]Run {
	var all [][]Run
	for _, s := range texts {
		all = append(all, []Run{{s, false}})
	}
	return all
}

func TestTableRow_CellsStandWhereTheColumnSays(t *testing.T) {
	s := tableStyle(t)
	columns := tableColumns("20 20c 20r", 60)
	r := s.tableRow(Block{Shape: TableRow, Cells: cells("1", "1", "1")}, columns)
	width := s.face.width("1", false)
	want := []float64{1.5, 20 + 1.5 + (17-width)/2, 60 - 1.5 - width}

	for i, c := range r.cells {
		if got := c.ops(0, 0, 0, s.face)[0].X; !near(got, want[i]) {
			t.Errorf("cell %d begins at %.2f, want %.2f", i, got, want[i])
		}
	}

	if fmt.Sprint(r.grid) != "[0 20 40 60]" || r.keep || r.heads {
		t.Errorf("grid %v", r.grid)
	}
	if !near(r.size(1), 8) {
		t.Errorf("the row is %.2f high", r.size(1))
	}
}

// A head reaches over the columns without a line at their left, stands in the middle and is bold.
func TestTableRow_Heads(t *testing.T) {
	s := tableStyle(t)
	columns := tableColumns("20 20r 20-", 60)
	r := s.tableRow(Block{Shape: TableHead, Cells: cells("No", "Tanda tangan")}, columns)
	if !r.heads || !r.keep || fmt.Sprint(r.grid) != "[0 20 60]" {
		t.Errorf("heads %v, keep %v, grid %v", r.heads, r.keep, r.grid)
	}
	if c := r.cells[1]; c.centre != 37 || !c.lines[0].spans[0].bold {
		t.Errorf("%+v", c)
	}
}

func TestTableRow_ALongRowMayBreak(t *testing.T) {
	s := tableStyle(t)
	for n, want := range map[int]bool{1: true, 11: true, 12: false} {
		text := strings.TrimSpace(strings.Repeat("1234567890 ", n))
		r := s.tableRow(Block{Shape: TableRow, Cells: cells(text)}, tableColumns("1", s.face.width("1234567890", false)+3.5))
		if r.slots() != n || r.whole != want {
			t.Errorf("%d lines, whole %v, want %d and %v", r.slots(), r.whole, n, want)
		}
	}
}

func TestTableRow_Bar(t *testing.T) {
	s := tableStyle(t)
	columns := tableColumns("20 40-", 60)
	for mark, want := range map[string]float64{"0.500": 18.5, "1.000": 37, "0.000": 0, "": 0} {
		r := s.tableRow(Block{Shape: TableRow, Mark: mark, Cells: cells("x")}, columns)
		if want == 0 {
			if r.extra != nil {
				t.Errorf("%q draws %+v", mark, r.extra)
			}
			continue
		}

		if len(r.extra) != 1 || !near(r.extra[0].Width, want) || r.extra[0].X != 21.5 {
			t.Errorf("%q draws %+v", mark, r.extra)
		}
	}
}

// A table over three pages has its heads on each of them; what follows has none.
func TestTable_HeadsOnEveryPage(t *testing.T) {
	head := kept(lined("H", 1))
	head.heads = true
	head.grid = []float64{0, 80}
	rows := []row{head}
	for i := range 20 {
		r := whole(lined(fmt.Sprint("r", i, "."), 1))
		r.grid = []float64{0, 80}
		rows = append(rows, r)
	}

	pages := strings.Split(laid(append(rows, lined("z", 9))...), " / ")
	if len(pages) != 4 {
		t.Fatalf("%d pages: %q", len(pages), pages)
	}

	for n, page := range pages {
		if strings.Contains(page, "H1") != (n < 3) {
			t.Errorf("page %d: %s", n+1, page)
		}
	}

	if !strings.HasPrefix(pages[1], "H1 r9.1") || !strings.HasPrefix(pages[3], "z8") {
		t.Errorf("%q", pages)
	}
}

func TestTable_ShortCellsStandInTheMiddle(t *testing.T) {
	s := tableStyle(t)
	r := s.tableRow(Block{Shape: TableRow, Cells: cells("1", "11111 22222 33333")}, tableColumns("1 1", 2*(s.face.width("11111", false)+4)))
	if r.slots() != 3 || !near(r.down(r.cells[0]), r.height) || r.down(r.cells[1]) != 0 {
		t.Errorf("%d lines, %.2f down", r.slots(), r.down(r.cells[0]))
	}
}
