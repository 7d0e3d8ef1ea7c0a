package store_test

import (
	"slices"

	"jejaring/model"
)

// leads reports whether a step of a training leads to a state.
func leads(r model.Training, to model.TrainingStatus) bool {
	for _, way := range model.TrainingFlow().Ways(r) {
		if way.To == to {
			return true
		}
	}
	return false
}

// examine compares what is stored with what must hold always.
func (p *path) examine(before model.Training) {
	r := p.rec
	if r.Status != before.Status && !leads(before, r.Status) {
		p.rt.Fatalf("%s led to %s", before.Status, r.Status)
	}
	if taken, _ := r.Seats(); r.Quota > 0 && taken > r.Quota {
		p.rt.Fatalf("%d people on %d places", taken, r.Quota)
	}

	var jpl float64
	for _, x := range r.Sessions {
		jpl += x.JPL
	}

	if len(r.Sessions) > 0 && r.JPL != jpl {
		p.rt.Fatalf("%v JPL in all, %v in the sessions", r.JPL, jpl)
	}

	pending, waits := 0, ""
	for _, x := range r.Participants {
		if x.Registration == "waitlist" && x.Role == "peserta" {
			if x.Name < waits {
				p.rt.Fatalf("%s waits behind %s", x.Name, waits)
			}
			waits = x.Name
		}

		p.examineMarks(x)
		p.examineCertificate(before, x)
		if ok, _ := r.Earned(x); ok && x.CertificateNo == "" && (r.Status == model.TrainingFinished || r.Status == model.TrainingReported) {
			pending++
		}
	}

	listed := must(p.s.Trainings().IDs(p.t.Context(), model.Query{Filter: model.Filters{model.ByPending: "yes"}}))(p.t)
	if slices.Contains(listed, r.ID) != (pending > 0) {
		p.rt.Fatalf("%d certificates are due, listed: %v", pending, slices.Contains(listed, r.ID))
	}
}

func (p *path) examineMarks(x model.Participant) {
	if len(x.Attendance) > len(p.rec.Sessions) {
		p.rt.Fatalf("%s was marked in %d sessions of %d", x.Name, len(x.Attendance), len(p.rec.Sessions))
	}
	for i, s := range p.rec.Sessions {
		mark := ""
		if i < len(x.Attendance) {
			mark = x.Attendance[i]
		}
		if mark != p.marks[x.Name][s.Topic] {
			p.rt.Fatalf("%s in %s: %q, was marked %q", x.Name, s.Topic, mark, p.marks[x.Name][s.Topic])
		}
	}
}

func (p *path) examineCertificate(before model.Training, x model.Participant) {
	had := ""
	for _, old := range before.Participants {
		if old.RecordID == x.RecordID {
			had = old.CertificateNo
		}
	}

	switch {
	case had != "" && x.CertificateNo != had:
		p.rt.Fatalf("the certificate of %s was %s, is %q", x.Name, had, x.CertificateNo)
	case x.CertificateNo == "":
		return
	case had == "" && p.taken[x.CertificateNo]:
		p.rt.Fatalf("the number %s twice", x.CertificateNo)
	}

	p.taken[x.CertificateNo] = true
	if ok, why := p.rec.Earned(x); !ok {
		p.rt.Fatalf("%s has a certificate: %s", x.Name, why)
	}
}
