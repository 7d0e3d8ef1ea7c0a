package letter

// sheet is the paper and the text area on it, in millimetres (brief section 2.2).
type sheet struct {
	width, height            float64
	top, bottom, left, right float64
}

func sheetOf(paper string) sheet {
	if paper == "F4" {
		return sheet{215, 330, 25, 30, 30, 25}
	}
	return sheet{210, 297, 25, 30, 30, 25}
}

func (s sheet) textWidth() float64  { return s.width - s.left - s.right }
func (s sheet) textHeight() float64 { return s.height - s.top - s.bottom }

// op is a piece of text at the left end of its baseline; or a line, when thick is set; or the logo.
type op struct {
	x, y, width float64
	text        string
	family      string
	size        float64
	bold, grey  bool
	stretch     bool
	thick       float64 // a rule of this thickness in points
	logo        float64 // the clinic's logo, this high
}

// page is a set page.
type page struct {
	ops    []op
	spaces []space
}

// paginator puts rows on pages.
type paginator struct {
	sheet sheet
	pages []page
	y     float64
	empty bool
	head  func() ([]op, float64) // what stands on the first page, and where the text begins
}

func (p *paginator) turn(first bool) {
	next := page{}
	p.y = p.sheet.top
	if first && p.head != nil {
		next.ops, p.y = p.head()
	}
	p.pages, p.empty = append(p.pages, next), true
	if p.left() < 50 {
		p.pages, p.y = append(p.pages, page{}), p.sheet.top
	}
}

func (p *paginator) left() float64 { return p.sheet.height - p.sheet.bottom - p.y }

// put sets all rows. Rows that are kept stay with the next one; two lines of a paragraph at least stand on a page.
func (p *paginator) put(rows []row) {
	for i, r := range rows {
		if len(p.pages) == 0 {
			p.turn(true)
		}
		if need := p.need(rows[i:]); !p.empty && need > p.left() && need <= p.sheet.textHeight() {
			p.turn(false)
		}
		if !p.empty {
			p.y += r.before
		}
		p.row(r)
	}
}

// need is the height that must be free for the first row: with it stand the rows it is kept with and two lines more.
func (p *paginator) need(rows []row) float64 {
	var need float64
	for _, r := range rows {
		need += r.before
		if !r.keep {
			return need + r.height*float64(r.head())
		}
		need += r.height * float64(r.slots())
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
		fit := min(int(p.left()/r.height+1e-6), total-done)
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
	now := &p.pages[len(p.pages)-1]
	for _, s := range r.spaces {
		s.x, s.y = s.x+p.sheet.left, p.y
		now.spaces = append(now.spaces, s)
	}
	if r.hint != nil {
		now.ops = append(now.ops, op{x: p.sheet.left + r.hint.x, y: p.y + r.height*0.6, text: r.hint.text,
			family: r.face.family.name, size: 9, grey: true})
	}
	for _, c := range r.cells {
		for n := from; n < min(to, max(len(c.lines), 1)); n++ {
			baseline := p.y + (float64(n-from)+0.5)*r.height + 0.33*r.face.size*pt
			now.ops = append(now.ops, c.ops(n, p.sheet.left, baseline, r.face)...)
		}
	}
	p.y += r.height * float64(to-from)
	p.empty = p.empty && to == from
}

// ops are line n of a cell, and its mark beside the first.
func (c cell) ops(n int, left, baseline float64, face typeface) []op {
	var ops []op
	add := func(o op) {
		o.y, o.family, o.size = baseline, face.family.name, face.size
		ops = append(ops, o)
	}
	if n == 0 && c.mark != "" {
		add(op{x: left + c.markX, text: c.mark})
	}
	if n >= len(c.lines) {
		return ops
	}
	x := left + c.x
	if c.centre > 0 {
		x += (c.centre - c.lines[n].width) / 2
	}
	for _, s := range c.lines[n].spans {
		add(op{x: x + s.x, width: s.width, text: s.text, bold: s.bold, stretch: true})
	}
	return ops
}
