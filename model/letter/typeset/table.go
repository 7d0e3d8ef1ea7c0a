package typeset

import (
	"strconv"
	"strings"
)

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

// cellInset is the air beside the text of a cell of a table.
const cellInset = 1.5

// longRow is the number of lines from which on a row of a table may break over pages.
const longRow = 12

// tableRow sets a row of a table, or its heads.
func (s style) tableRow(b Block, columns []tableColumn) row {
	r := row{face: s.face, height: s.lineHeight(s.face.size), heads: b.Shape == TableHead, grid: []float64{}}
	r.keep = r.heads || b.Keep

	end := 0.0
	for i, c := range columns {
		if !c.open {
			r.grid = append(r.grid, c.x)
		}

		for k := i + 1; r.heads && k < len(columns) && columns[k].open; k++ {
			c.width += columns[k].width // a head reaches over the columns without a line
			c.right = false
		}

		end = c.x + c.width
		if i < len(b.Cells) {
			r.cells = append(r.cells, s.tableCell(b.Cells[i], c, r.heads))
		}
	}

	r.grid = append(r.grid, end)

	n := r.slots()
	r.whole = n < longRow
	r.pad = max(1, (s.Cell-float64(n)*r.height)/2)
	if share, err := strconv.ParseFloat(b.Mark, 64); err == nil && share > 0 {
		r.extra = append(r.extra, r.bar(share, columns[len(columns)-1]))
	}

	return r
}

// tableCell sets a cell at the side of its column that the numbers or words in it ask for.
func (s style) tableCell(runs []Run, c tableColumn, head bool) cell {
	at := cell{x: c.x + cellInset}
	width := c.width - 2*cellInset
	if head {
		runs = []Run{{runText(runs), true}}
	}

	switch {
	case c.right:
		at.right = width
		at.lines = s.face.set(runs, width, false)
	case c.centred || head:
		at.centre = width
		at.lines = s.face.balance(runs, width)
	default:
		at.lines = s.face.set(runs, width, false)
	}

	return at
}

// bar is the part of the largest value, from 0 to 1, drawn in the last column.
func (r row) bar(share float64, c tableColumn) Op {
	return Op{X: c.x + cellInset, Y: r.pad + 0.4, Width: share * (c.width - 2*cellInset), Height: r.height - 0.8, Solid: true, Accent: true}
}
