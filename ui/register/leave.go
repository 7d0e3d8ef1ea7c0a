package register

// Leave calls then at once, or after asking what shall become of unsaved changes.
func (s *Screen[T]) Leave(then func()) {
	if !s.state.Dirty {
		then()
		return
	}
	s.ask(func() { s.save(then) }, func() { s.drop(); then() })
}

// discard throws the changes away and shows the record as it is stored.
func (s *Screen[T]) discard() {
	id := s.spec.Base(s.state.Draft).ID
	s.drop()
	if id != 0 {
		s.fetch(id, s.set) // at the page that was open
	}
}

// shut closes the open record, after asking about unsaved changes.
func (s *Screen[T]) shut() {
	if s.state.Draft != nil {
		s.Leave(s.drop)
	}
}

// Close closes a record that is no longer there.
func (s *Screen[T]) Close() { s.drop() }

// drop throws the changes away and closes the record.
func (s *Screen[T]) drop() {
	s.opens.Stop()
	s.state.Draft, s.state.Dirty, s.state.Typed, s.state.Unlocked = nil, false, nil, false
	s.list.Unchoose()
	showNothing(s)
	showPane(s, false)
}

// Settled calls do with the open record once its changes are saved or thrown away.
func (s *Screen[T]) Settled(do func(T)) {
	if s.state.Draft == nil {
		return
	}

	if !s.state.Dirty {
		do(*s.state.Draft)
		return
	}

	id := s.spec.Base(s.state.Draft).ID
	s.ask(func() {
		s.save(func() {
			if s.state.Draft != nil && s.spec.Base(s.state.Draft).ID == id { // another one may have been opened meanwhile
				do(*s.state.Draft)
			}
		})
	}, func() {
		s.drop()
		s.fetch(id, func(rec T) {
			s.set(rec)
			do(rec)
		})
	})
}

// ask asks what shall become of unsaved changes.
func (s *Screen[T]) ask(save, discard func()) {
	w := s.env.Words
	s.question("ask.unsaved",
		Answer{Label: w.Say("action.save"), Main: true, Do: save},
		Answer{Label: w.Say("action.discard"), Danger: true, Do: discard},
		Answer{Label: w.Say("action.keep_editing")})
}

// question asks in place of a question that is still open: the record is there for one answer only.
func (s *Screen[T]) question(key string, answers ...Answer) {
	if s.unask != nil {
		s.unask()
	}
	s.unask = Ask(s.env.Window, s.env.Words.Say(key), s.env.Words.Say(key+"_text"), nil, answers...)
}
