package letter

// paginator puts rows on pages.
type paginator struct {
	sheet sheet
	pages []page
	y     float64
	empty bool
	head  func() ([]op, float64) // what stands on the first page, and where the text begins
	heads []row                  // the heads of the table that is being set
	box   float64                // where the open frame begins, 0 for none
}

func (p *paginator) turn(first bool) {
	open := p.box > 0
	p.closeBox()
	next := page{}
	p.y = p.sheet.top
	if first && p.head != nil {
		next.ops, p.y = p.head()
	}
	p.pages, p.empty = append(p.pages, next), true
	if p.left() < 50 {
		p.pages, p.y = append(p.pages, page{}), p.sheet.top
	}
	if open {
		p.openBox()
	}
	for _, r := range p.heads {
		p.lines(r, 0, r.slots())
	}
	p.empty = true
}

func (p *paginator) openBox() {
	p.box = p.y
	p.y += boxPad
}

// closeBox draws the frame around what stands since it was opened.
func (p *paginator) closeBox() {
	if p.box == 0 {
		return
	}
	now := &p.pages[len(p.pages)-1]
	p.y += boxPad
	now.ops = append(now.ops, op{x: p.sheet.left, y: p.box, width: p.sheet.textWidth(), height: p.y - p.box, thick: 0.7})
	p.box = 0
}

// boxPad is the room between a frame and what stands in it.
const boxPad = 1.6

func (p *paginator) left() float64 { return p.sheet.height - p.sheet.bottom - p.y }

// put sets all rows. Rows that are kept stay with the next one; two lines of a paragraph at least stand on a page.
func (p *paginator) put(rows []row) {
	for i, r := range rows {
		if r.grid == nil {
			p.heads = nil
		}
		switch {
		case len(p.pages) == 0:
			p.turn(true)
		case r.fresh:
			p.turn(r.kop)
		}
		if need := p.need(rows[i:]); !p.empty && need > p.left() && need <= p.sheet.textHeight() {
			p.turn(false)
		}
		if !p.empty {
			p.y += r.before
		}
		if r.boxed && p.box == 0 {
			p.openBox()
		}
		p.row(r)
		if r.boxEnd {
			p.closeBox()
		}
		if r.heads {
			p.heads = append(p.heads, r)
		}
	}
}

// need is the height that must be free for the first row: with it stand the rows it is kept with and two lines more.
func (p *paginator) need(rows []row) float64 {
	var need float64
	for _, r := range rows {
		need += r.before
		if !r.keep {
			return need + r.size(r.head())
		}
		need += r.size(r.slots())
	}
	return need
}

// head is the number of lines of a row that must stand together at its beginning.
func (r row) head() int {
	if n := r.slots(); r.whole || n <= 3 {
		return n
	}
	return 2
}

// row puts one row, over several pages if it must be.
func (p *paginator) row(r row) {
	total := r.slots()
	for done := 0; done < total; {
		fit := min(int((p.left()-2*r.pad)/r.height+1e-6), total-done)
		if rest := total - done - fit; rest == 1 && fit > 2 {
			fit--
		}
		if fit < 1 && p.empty {
			fit = 1
		}
		p.lines(r, done, done+fit)
		if done += fit; done < total {
			p.turn(false)
		}
	}
}

// lines puts some lines of a row, one column after the other, as they are read.
func (p *paginator) lines(r row, from, to int) {
	if from == to {
		return
	}
	now := &p.pages[len(p.pages)-1]
	now.ops = append(now.ops, r.drawn(p.sheet.left, p.y, from, to)...)
	p.y += r.pad
	for _, s := range r.spaces {
		s.x, s.y = s.x+p.sheet.left, p.y
		now.spaces = append(now.spaces, s)
	}
	for _, h := range r.hints {
		now.ops = append(now.ops, h.op(p.sheet.left, p.y+r.height*0.6, r.face.family))
	}
	for _, c := range r.cells {
		down := r.down(c)
		for n := from; n < min(to, max(len(c.lines), 1)); n++ {
			baseline := p.y + down + (float64(n-from)+0.5)*r.height + 0.33*r.face.size*pt
			now.ops = append(now.ops, c.ops(n, p.sheet.left, baseline, r.face)...)
		}
	}
	p.y += r.height*float64(to-from) + r.pad
	p.empty = p.empty && to == from
}

// drawn is what belongs to some lines of a row and is no text of its cells: the cells of a table, rules, badges.
func (r row) drawn(left, top float64, from, to int) []op {
	var ops []op
	for i := 0; i+1 < len(r.grid); i++ {
		ops = append(ops, op{x: left + r.grid[i], y: top, width: r.grid[i+1] - r.grid[i], height: r.size(to - from), thick: 0.5})
	}
	if from == 0 {
		for _, o := range r.extra {
			o.x, o.y = o.x+left, o.y+top
			ops = append(ops, o)
		}
	}
	return ops
}

// ops are line n of a cell, and its mark beside the first.
func (c cell) ops(n int, left, baseline float64, face typeface) []op {
	var ops []op
	add := func(o op) {
		o.y, o.family, o.size = baseline, face.family.name, face.size
		ops = append(ops, o)
	}
	if n == 0 && c.mark != "" {
		add(op{x: left + c.markX, text: c.mark, bold: c.bold})
	}
	if n >= len(c.lines) {
		return ops
	}
	x := left + c.x
	if c.centre > 0 {
		x += (c.centre - c.lines[n].width) / 2
	} else if c.right > 0 {
		x += c.right - c.lines[n].width
	}
	for _, s := range c.lines[n].spans {
		add(op{x: x + s.x, width: s.width, text: s.text, bold: s.bold, stretch: true})
	}
	return ops
}
