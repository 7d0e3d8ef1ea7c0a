package typeset

// paginator puts rows on pages.
type paginator struct {
	sheet Sheet
	pages []Page
	y     float64
	empty bool                   // nothing stands on the page yet
	head  func() ([]Op, float64) // what stands on the first page, and where the text begins
	heads []row                  // the heads of the table that is being set
	box   float64                // where the open frame begins, 0 for none
}

// leastText is the height that a letterhead must leave for text; below a higher one the text begins on the next page.
const leastText = 50

// turn begins a page: with the letterhead or without, with the frame and the heads of the table that go on.
func (p *paginator) turn(headed bool) {
	open := p.box > 0
	p.closeBox()

	next := Page{}
	p.y = p.sheet.Top
	if headed && p.head != nil {
		next.Ops, p.y = p.head()
	}

	p.pages = append(p.pages, next)
	p.empty = true
	if p.left() < leastText {
		p.pages = append(p.pages, Page{})
		p.y = p.sheet.Top
	}

	if open {
		p.openBox()
	}

	for _, r := range p.heads {
		p.lines(r, 0, r.slots())
	}

	p.empty = true
}

// boxPad is the room between a frame and what stands in it.
const boxPad = 1.6

func (p *paginator) openBox() {
	p.box = p.y
	p.y += boxPad
}

// closeBox draws the frame around what stands since it was opened.
func (p *paginator) closeBox() {
	if p.box == 0 {
		return
	}

	p.y += boxPad
	p.draw(Op{X: p.sheet.Left, Y: p.box, Width: p.sheet.TextWidth(), Height: p.y - p.box, Thick: 0.7})
	p.box = 0
}

// draw adds to the page that is being set.
func (p *paginator) draw(ops ...Op) {
	now := &p.pages[len(p.pages)-1]
	now.Ops = append(now.Ops, ops...)
}

// left is the height that is left for text on the page.
func (p *paginator) left() float64 { return p.sheet.Height - p.sheet.Bottom - p.y }

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
			p.turn(r.headed)
		}

		if need := p.need(rows[i:]); !p.empty && need > p.left() && need <= p.sheet.TextHeight() {
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
			return need + r.size(r.first())
		}
		need += r.size(r.slots())
	}

	return need
}
