package letter

import (
	"strconv"
	"strings"
)

// sideGap is the room between two columns that stand side by side.
const sideGap = 10.0

// pairsRow sets "Nama : Budi" once or twice on a line. A value "_" is a line to write on.
func (s style) pairsRow(cells [][]run, c column) row {
	r := row{face: s.face, height: s.lineHeight(s.face.size), before: s.gap / 3}
	for _, value := range cells {
		if runText(value) == "_" {
			r.height = max(r.height, 6.2)
		}
	}
	left := c.width
	if len(cells) > 2 {
		left = 0.6 * c.width
	}
	for i := 0; i < len(cells); i += 2 {
		x, label, right := c.x, s.label, c.x+left-3
		if i > 0 {
			x, label = c.x+left, 0.7*s.label
		}
		if i+2 >= len(cells) {
			right = c.x + c.width
		}
		r.cells = append(r.cells, cell{x: x, lines: s.face.set(cells[i], label-1, false)})
		if i+1 == len(cells) {
			break
		}
		value := cell{x: x + label + 2.5, markX: x + label, mark: ":"}
		if len(cells[i]) == 0 {
			value.mark = ""
		}
		if runText(cells[i+1]) == "_" {
			r.extra = append(r.extra, op{x: value.x, y: 0.5*r.height + 0.45*s.face.size*pt, width: right - value.x, thick: 0.4, grey: true})
		} else {
			value.lines = s.face.set(cells[i+1], right-value.x, false)
		}
		r.cells = append(r.cells, value)
	}
	return r
}

// sideRow sets columns of equal width beside one another.
func (s style) sideRow(cells [][]run, c column) row {
	r := row{face: s.face, height: s.lineHeight(s.face.size), keep: true}
	width := (c.width - sideGap*float64(len(cells)-1)) / float64(len(cells))
	for i, runs := range cells {
		at := cell{x: c.x + float64(i)*(width+sideGap)}
		if s.middle {
			at.centre, at.lines = width, s.face.balance(runs, width)
		} else {
			at.lines = s.face.set(runs, width, false)
		}
		r.cells = append(r.cells, at)
	}
	return r
}

// tableColumn is a column of a table.
type tableColumn struct {
	x, width float64
	centred  bool
	right    bool
	open     bool // no line at the left
}

// tableColumns reads "10c 55 20r 20-" and fits the columns to the width.
func tableColumns(text string, width float64) []tableColumn {
	var columns []tableColumn
	var sum float64
	for _, word := range strings.Fields(text) {
		n, err := strconv.ParseFloat(strings.TrimRight(word, "cr-"), 64)
		if err != nil || n <= 0 {
			continue
		}
		columns = append(columns, tableColumn{x: sum, width: n, centred: strings.Contains(word, "c"),
			right: strings.Contains(word, "r"), open: strings.Contains(word, "-")})
		sum += n
	}
	for i := range columns {
		columns[i].x *= width / sum
		columns[i].width *= width / sum
	}
	return columns
}

// tableRow sets a row of a table, or its heads.
func (s style) tableRow(b block, columns []tableColumn) row {
	const inset = 1.5
	r := row{face: s.face, height: s.lineHeight(s.face.size), heads: b.kind == tableHead, grid: []float64{}}
	r.keep = r.heads || b.keep
	end := 0.0
	for i, c := range columns {
		if !c.open {
			r.grid = append(r.grid, c.x)
		}
		for k := i + 1; r.heads && k < len(columns) && columns[k].open; k++ {
			c.width, c.right = c.width+columns[k].width, false
		}
		end = c.x + c.width
		if i >= len(b.cells) {
			continue
		}
		runs, at := b.cells[i], cell{x: c.x + inset}
		if r.heads {
			runs = []run{{runText(runs), true}}
		}
		switch {
		case c.right:
			at.right, at.lines = c.width-2*inset, s.face.set(runs, c.width-2*inset, false)
		case c.centred || r.heads:
			at.centre, at.lines = c.width-2*inset, s.face.balance(runs, c.width-2*inset)
		default:
			at.lines = s.face.set(runs, c.width-2*inset, false)
		}
		r.cells = append(r.cells, at)
	}
	r.grid = append(r.grid, end)
	n := r.slots()
	r.whole = n < 12
	r.pad = max(1, (s.cell-float64(n)*r.height)/2)
	if share, err := strconv.ParseFloat(b.mark, 64); err == nil && share > 0 {
		c := columns[len(columns)-1]
		r.extra = append(r.extra, op{x: c.x + inset, y: r.pad + 0.4, width: share * (c.width - 2*inset), height: r.height - 0.8, solid: true, accent: true})
	}
	return r
}
