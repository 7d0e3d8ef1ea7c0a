package task

// batch is the work that was begun by one act of the user, and all that it led to.
type batch struct {
	open  int
	ended func()
}

// During calls do and reports whether it began work. Then ended is called on the window's goroutine when the last of it has
// come back, with the work that its results began. It must be called on the window's goroutine.
func (r *Runner) During(do, ended func()) bool {
	b := &batch{ended: ended}
	r.within(b, do)
	return b.open > 0
}

func (r *Runner) within(b *batch, do func()) {
	before := r.batch
	r.batch = b
	defer func() { r.batch = before }()
	do()
}

// begin counts a work to the act that begins it; the returned function tells its end.
func (r *Runner) begin() (end func(done func())) {
	b := r.batch
	if b == nil {
		return func(done func()) { done() }
	}

	b.open++
	return func(done func()) {
		r.within(b, done)
		if b.open--; b.open == 0 {
			b.ended()
		}
	}
}
