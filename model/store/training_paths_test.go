package store_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
	"jejaring/model/store"
)

// path is one training on a random way, and what a person who watches knows of it.
type path struct {
	t     *testing.T
	rt    *rapid.T
	s     *store.Store
	rec   model.Training
	named int                          // participants so far: the first one is called Orang 0001
	marks map[string]map[string]string // name, topic of the session: the mark
	taken map[string]bool              // numbers of certificates, also of the trainings before
}

// TestTraining_RandomPaths lets a person do anything at any time: nobody sits without a place or passes those who wait,
// certificates go to those who earned them under a number of their own, marks stay with their sessions, and no state is
// reached that the rules do not lead to.
func TestTraining_RandomPaths(t *testing.T) {
	s := sampleStore(t)
	taken := map[string]bool{}
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		p := &path{t: t, rt: rt, s: s, rec: newTraining(fmt.Sprintf("TR-2026-%04d", 1000+n)), marks: map[string]map[string]string{}, taken: taken}
		p.rec.Quota = rapid.IntRange(0, 4).Draw(rt, "quota")
		p.rec.UsesTests = rapid.Bool().Draw(rt, "tests")
		if err := s.Trainings().Save(t.Context(), &p.rec); err != nil {
			rt.Fatal(err)
		}
		if rapid.Bool().Draw(rt, "held") {
			p.hold()
		}

		for range rapid.IntRange(15, 40).Draw(rt, "steps") {
			p.step()
		}
	})
	if len(taken) < n/4 {
		t.Errorf("%d certificates on %d paths", len(taken), n)
	}
	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Error(report.Findings)
	}
}

// hold lets the training take place with some people who attend everything.
func (p *path) hold() {
	for _, change := range []func(*model.Training) error{p.register, p.attend} {
		if err := change(&p.rec); err != nil {
			p.rt.Fatal(err)
		}
	}

	for _, step := range []model.StepName{"open", "begin", "finish"} {
		if _, err := p.s.TrainingChanges().Apply(p.t.Context(), p.rec.ID, step, model.TrainingChange{Today: asOf()}); err != nil {
			p.rt.Fatal(err)
		}
	}

	p.rec = must(p.s.Trainings().Get(p.t.Context(), p.rec.ID))(p.t)
}

// step does something and looks at what is stored then.
func (p *path) step() {
	before := p.rec
	change := rapid.SampledFrom([]func(*model.Training) error{p.register, p.withdraw, p.regrade, p.requota, p.promote, p.arrange,
		p.mark, p.mark, p.attend, p.score, p.move, p.move, p.move, p.move, p.move, p.certify, p.certify}).Draw(p.rt, "what")
	next := must(p.s.Trainings().Get(p.t.Context(), before.ID))(p.t)
	if len(next.Participants) == 0 {
		change = p.register
	}

	err := change(&next)
	p.rec = must(p.s.Trainings().Get(p.t.Context(), before.ID))(p.t)
	if err != nil && p.rec.Version != before.Version {
		p.rt.Fatalf("refused and changed: %v", err)
	}

	p.examine(before)
}

func (p *path) save(r *model.Training) error { return p.s.Trainings().Save(p.t.Context(), r) }

func (p *path) register(r *model.Training) error {
	for range rapid.IntRange(1, 3).Draw(p.rt, "people") {
		p.named++
		r.Register(outside(fmt.Sprintf("Orang %04d", p.named)))
		last := &r.Participants[len(r.Participants)-1]
		if r.Quota == 0 && last.Registration == "waitlist" {
			p.rt.Fatal("somebody waits without a quota")
		}
	}
	return p.save(r)
}

// anybody is the position of a participant.
func (p *path) anybody(r *model.Training) int {
	return rapid.IntRange(0, len(r.Participants)-1).Draw(p.rt, "who")
}

func (p *path) withdraw(r *model.Training) error {
	i := p.anybody(r)
	if rapid.Bool().Draw(p.rt, "removed") {
		r.Participants = slices.Delete(r.Participants, i, i+1)
	} else {
		r.Participants[i].Registration = "cancelled"
	}
	return p.save(r)
}

// regrade lets somebody confirm, also from the waiting list.
func (p *path) regrade(r *model.Training) error {
	if i := p.anybody(r); r.Participants[i].Registration != "cancelled" {
		r.Participants[i].Registration = "confirmed"
	}
	return p.save(r)
}

func (p *path) requota(r *model.Training) error {
	r.Quota = rapid.IntRange(0, 6).Draw(p.rt, "quota")
	return p.save(r)
}

func (p *path) promote(r *model.Training) error {
	up := r.Promote()
	if len(up) == 0 {
		return nil
	}

	last := r.Participants[up[len(up)-1]].Name
	for _, x := range r.Participants {
		if x.Registration == "waitlist" && x.Role == "peserta" && x.Name < last {
			p.rt.Fatalf("%s came before %s and still waits", x.Name, last)
		}
	}

	return p.save(r)
}

// arrange adds a session, takes one out or moves one.
func (p *path) arrange(r *model.Training) error {
	i := rapid.IntRange(0, len(r.Sessions)).Draw(p.rt, "session")
	switch {
	case i == len(r.Sessions):
		r.Sessions = append(r.Sessions, model.Session{Date: r.Start, Start: "13:00", End: "14:30", Topic: fmt.Sprintf("Materi %d", r.Version), Was: model.NoMarks})
	case i > 0 && rapid.Bool().Draw(p.rt, "moved"):
		r.Sessions[i-1], r.Sessions[i] = r.Sessions[i], r.Sessions[i-1]
	default:
		r.Sessions = slices.Delete(slices.Clone(r.Sessions), i, i+1)
	}

	return p.save(r)
}

func (p *path) mark(r *model.Training) error {
	if len(r.Sessions) == 0 {
		return nil
	}

	i := p.anybody(r)
	col := rapid.IntRange(0, len(r.Sessions)-1).Draw(p.rt, "session")
	x := &r.Participants[i]
	for len(x.Attendance) < len(r.Sessions) {
		x.Attendance = append(x.Attendance, "")
	}

	x.Attendance[col] = rapid.SampledFrom(append(model.AttendanceMarks(), "present", "present")).Draw(p.rt, "mark")
	err := p.save(r)
	if err == nil {
		if p.marks[x.Name] == nil {
			p.marks[x.Name] = map[string]string{}
		}
		p.marks[x.Name][r.Sessions[col].Topic] = x.Attendance[col]
	}

	return err
}

// attend marks everybody present and lets them pass.
func (p *path) attend(r *model.Training) error {
	for i := range r.Participants {
		x := &r.Participants[i]
		x.Attendance = nil
		x.PostTest = score(80)
		for range r.Sessions {
			x.Attendance = append(x.Attendance, "present")
		}
	}

	if err := p.save(r); err != nil {
		return err
	}

	for _, x := range r.Participants {
		p.marks[x.Name] = map[string]string{}
		for _, s := range r.Sessions {
			p.marks[x.Name][s.Topic] = "present"
		}
	}

	return nil
}

func (p *path) score(r *model.Training) error {
	r.Participants[p.anybody(r)].PostTest = score(rapid.IntRange(-5, 105).Draw(p.rt, "score"))
	return p.save(r)
}

func (p *path) move(r *model.Training) error {
	flow := model.TrainingFlow()
	step := rapid.SampledFrom(flow.Steps).Draw(p.rt, "anything").Name
	if next := flow.Ways(*r); len(next) > 0 && rapid.IntRange(0, 3).Draw(p.rt, "way") > 0 {
		step = next[0].Name
	}
	today := asOf().AddDays(rapid.SampledFrom([]int{0, 1, -1}).Draw(p.rt, "day"))
	_, err := p.s.TrainingChanges().Apply(p.t.Context(), r.ID, step, model.TrainingChange{Reason: "uji", Today: today})
	return err
}

func (p *path) certify(r *model.Training) error {
	var people []model.ID
	if rapid.Bool().Draw(p.rt, "one") && len(r.Participants) > 0 {
		people = []model.ID{r.Participants[p.anybody(r)].RecordID}
	}
	_, err := p.s.Papers().Issue(p.t.Context(), model.Issue{Type: "SRT", About: model.About(model.EntityTraining, r.ID), People: people, Today: asOf()}, letter)
	return err
}
