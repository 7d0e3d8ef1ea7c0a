package typeset

// sideGap is the room between two columns that stand side by side.
const sideGap = 10.0

// blankLine is a value that is a line to write on.
const blankLine = "_"

// writingHeight is the least height of a line with a line to write on.
const writingHeight = 6.2

// pairsRow sets "Nama : Budi" once or twice on a line. A value "_" is a line to write on.
func (s style) pairsRow(cells [][]Run, c column) row {
	r := row{face: s.face, height: s.lineHeight(s.face.size), before: s.Gap / 3}
	for _, value := range cells {
		if runText(value) == blankLine {
			r.height = max(r.height, writingHeight)
		}
	}

	left := c.width
	if len(cells) > 2 {
		left = 0.6 * c.width
	}

	for i := 0; i < len(cells); i += 2 {
		x := c.x
		label := s.Label
		right := c.x + left - 3
		if i > 0 {
			x = c.x + left
			label = 0.7 * s.Label
		}

		if i+2 >= len(cells) {
			right = c.x + c.width
		}

		r.cells = append(r.cells, cell{x: x, lines: s.face.set(cells[i], label-1, false)})
		if i+1 < len(cells) {
			r = s.pairValue(r, cells[i], cells[i+1], x+label, right)
		}
	}

	return r
}

// pairValue adds the value of a pair, which begins at its colon and may reach to the right.
func (s style) pairValue(r row, label, runs []Run, colon, right float64) row {
	value := cell{x: colon + 2.5, markX: colon, mark: ":"}
	if len(label) == 0 {
		value.mark = "" // the value above goes on
	}

	if runText(runs) == blankLine {
		y := 0.5*r.height + 0.45*s.face.size*pt
		r.extra = append(r.extra, Op{X: value.x, Y: y, Width: right - value.x, Thick: 0.4, Grey: true})
	} else {
		value.lines = s.face.set(runs, right-value.x, false)
	}

	r.cells = append(r.cells, value)
	return r
}

// sideRow sets columns of equal width beside one another.
func (s style) sideRow(cells [][]Run, c column) row {
	r := row{face: s.face, height: s.lineHeight(s.face.size), keep: true}
	width := (c.width - sideGap*float64(len(cells)-1)) / float64(len(cells))
	for i, runs := range cells {
		at := cell{x: c.x + float64(i)*(width+sideGap)}
		if s.Middle {
			at.centre = width
			at.lines = s.face.balance(runs, width)
		} else {
			at.lines = s.face.set(runs, width, false)
		}
		r.cells = append(r.cells, at)
	}

	return r
}

// fieldRow sets "Nomor : 001/…" with place and date at the right end of the line.
func (s style) fieldRow(b Block, width float64) row {
	const label, value = 26.0, 29.0
	r := row{face: s.face, height: s.lineHeight(s.face.size)}
	r.cells = []cell{{lines: s.face.set(b.Cells[0], label, false)}}

	measure := width - value
	if len(b.Cells) > 2 {
		lines := s.face.set(b.Cells[2], 0.55*width, false)
		widest := 0.0
		for _, l := range lines {
			widest = max(widest, l.width)
		}
		measure -= widest + 5
		r.cells = append(r.cells, cell{x: width - widest, lines: lines})
	}

	if len(b.Cells) > 1 {
		r.cells = append(r.cells, cell{x: value, markX: label, mark: ":", lines: s.face.set(b.Cells[1], measure, false)})
	}
	return r
}
