package form

// press holds back what moves a page while the mouse button is down on one of its inputs: the page's scrolling to that
// input, the notes under the one that was left. Moved at once, the release of the button would fall beside the input, the
// window would take the cursor away, and what is typed then would go nowhere.
type press struct {
	down bool
	held []func()
}

// do moves the page now, or when the button is released.
func (p *press) do(move func()) {
	if p != nil && p.down {
		p.held = append(p.held, move)
		return
	}
	move()
}

func (p *press) begin() {
	if p != nil {
		p.down = true
	}
}

// end also comes with a key, where the release went to another window.
func (p *press) end() {
	if p == nil || !p.down {
		return
	}
	held := p.held
	p.down, p.held = false, nil
	for _, move := range held {
		move()
	}
}
