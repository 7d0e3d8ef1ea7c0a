package model

import "slices"

// Seats divides the participants into those who have a place and those who wait: speakers and committee need none.
func (r *Training) Seats() (taken, waiting int) {
	for i := range r.Participants {
		p := &r.Participants[i]
		switch {
		case p.Role != "peserta" || p.Registration == "cancelled" || p.Registration == "invited":
		case p.Registration == "waitlist":
			waiting++
		default:
			taken++
		}
	}
	return taken, waiting
}

// Register adds participants. Those for whom the quota leaves no place wait, and so do those who come while others wait.
func (r *Training) Register(people ...Participant) {
	taken, waiting := r.Seats()
	for _, p := range people {
		if p.Registration == "" {
			p.Registration = "registered"
		}

		if p.Role == "peserta" && (p.Registration == "registered" || p.Registration == "confirmed") {
			if r.Quota > 0 && (taken >= r.Quota || waiting > 0) {
				p.Registration = "waitlist"
				waiting++
			} else {
				taken++
			}
		}

		r.Participants = append(r.Participants, p)
	}
}

// Offer returns the positions of those of the waiting list for whom there is a place now, the first one first.
func (r *Training) Offer() []int {
	taken, _ := r.Seats()
	var next []int
	for i := range r.Participants {
		p := &r.Participants[i]
		if r.Quota > 0 && taken+len(next) >= r.Quota {
			break
		}
		if p.Role == "peserta" && p.Registration == "waitlist" {
			next = append(next, i)
		}
	}

	return next
}

// Promote gives the free places to the first of the waiting list and returns their positions.
func (r *Training) Promote() []int {
	next := r.Offer()
	r.Participants = slices.Clone(r.Participants)
	for _, i := range next {
		r.Participants[i].Registration = "registered"
	}
	return next
}

// Realign moves the marks of attendance along with their sessions: those of a session that was taken out go with it.
func (r *Training) Realign() {
	moved := false
	for i, s := range r.Sessions {
		moved = moved || s.Was != 0 && s.Was != i+1
	}

	if !moved && !slices.ContainsFunc(r.Participants, func(p Participant) bool { return len(p.Attendance) > len(r.Sessions) }) {
		return
	}

	sessions := r.Sessions
	r.Sessions, r.Participants = slices.Clone(r.Sessions), slices.Clone(r.Participants)
	for i := range r.Participants {
		r.Participants[i].Attendance = realigned(r.Participants[i].Attendance, sessions)
	}

	for i := range r.Sessions {
		r.Sessions[i].Was = i + 1
	}
}

// realigned are the marks in the order of the sessions, without empty ones at the end.
func realigned(marks []string, sessions []Session) []string {
	var next []string
	for i, s := range sessions {
		was := s.Was
		if was == 0 {
			was = i + 1
		}

		mark := ""
		if was > 0 && was <= len(marks) {
			mark = marks[was-1]
		}

		next = append(next, mark)
	}

	for len(next) > 0 && next[len(next)-1] == "" {
		next = next[:len(next)-1]
	}

	return next
}
