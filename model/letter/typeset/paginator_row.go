package typeset

// row puts one row, over several pages if it must be.
func (p *paginator) row(r row) {
	total := r.slots()
	for done := 0; done < total; {
		fit := min(int((p.left()-2*r.pad)/r.height+1e-6), total-done)
		if rest := total - done - fit; rest == 1 && fit > 2 {
			fit-- // no line stands alone at the top of a page
		}
		if fit < 1 && p.empty {
			fit = 1 // what is higher than a page is drawn all the same
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

	p.draw(r.drawn(p.sheet.Left, p.y, from, to)...)
	p.y += r.pad
	p.rooms(r)

	for _, c := range r.cells {
		down := r.down(c)
		for n := from; n < min(to, max(len(c.lines), 1)); n++ {
			baseline := p.y + down + (float64(n-from)+0.5)*r.height + 0.33*r.face.size*pt
			p.draw(c.ops(n, p.sheet.Left, baseline, r.face)...)
		}
	}

	p.y += r.height*float64(to-from) + r.pad
	p.empty = p.empty && to == from
}

// rooms puts the rooms to sign of a row, with the grey text in them.
func (p *paginator) rooms(r row) {
	now := &p.pages[len(p.pages)-1]
	for _, room := range r.rooms {
		room.X += p.sheet.Left
		room.Y = p.y
		now.Rooms = append(now.Rooms, room)
	}

	for _, h := range r.hints {
		p.draw(h.op(p.sheet.Left, p.y+r.height*0.6, r.face.family))
	}
}
