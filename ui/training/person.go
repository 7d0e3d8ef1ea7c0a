package training

import (
	"slices"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
)

// askPerson edits one participant; take puts the answer into the list. Who is on the list already can be removed.
func (p *peoplePart) askPerson(x model.Participant, title string, take func(model.Participant), listed bool) {
	type P = model.Participant
	w := p.app.desk.Words
	var lines []form.Line[P]
	if x.StaffID == 0 {
		lines = append(lines, form.Text("name", func(r *P) *string { return &r.Name }).Must().Label("field.participant.name"),
			form.Text("profession", func(r *P) *string { return &r.Profession }), form.Text("institution", func(r *P) *string { return &r.Institution }),
			form.Beside(form.Phone("phone", func(r *P) *string { return &r.Phone }), form.Text("email", func(r *P) *string { return &r.Email })))
		lines = append(lines, room.NikLines(p.app.desk.Desk, "participant", func(r *P) model.ID { return r.RecordID }, func(r *P) *string { return &r.NIK })...)
	}

	lines = append(lines, form.Beside(form.Choice("role", "training_role", model.ParticipantRoles, func(r *P) *string { return &r.Role }).Must(),
		form.Choice("registration", "registration", model.Registrations, func(r *P) *string { return &r.Registration })))
	name, _, _ := p.app.person(x)
	q := room.Question[P]{Entity: "participant", Title: title, Text: name, Do: w.Say("people.take"), Groups: []form.Group[P]{{Lines: lines}}, Frozen: p.certified(x),
		Submit: func(r P, done func(error)) { done(p.takePerson(r, take)) }}
	if listed {
		q.Aside, q.AsideDo = w.Say("people.remove"), func() { p.removePerson(x) }
	}

	room.Ask(p.app.desk.Desk, x, q)
}

// certified is what stands of a participant on the certificate, or nil while the training is corrected.
func (p *peoplePart) certified(x model.Participant) func(string) bool {
	if x.CertificateNo == "" || p.app.Unlocked() {
		return nil
	}
	of := model.Training{Participants: []model.Participant{x}}
	return func(field string) bool { return of.Frozen("participants[0]." + field) }
}

// takePerson puts an answer into the list, unless a rule of the training forbids it.
func (p *peoplePart) takePerson(r model.Participant, take func(model.Participant)) error {
	kept := slices.Clone(p.rec.Participants)
	take(r)
	probe := p.rec
	probe.Participants = slices.Clone(p.rec.Participants)
	if ps := personProblems(probe.Check()); ps != nil {
		p.rec.Participants = kept
		return ps
	}

	p.rec.Participants = waitingLast(probe.Participants, kept)
	name, _, _ := p.app.person(r)
	key := "people.changed"
	if len(p.rec.Participants) > len(kept) {
		key = "people.added_one"
	}
	p.edited(p.app.desk.Words.Say(key, name), kept)
	return nil
}

// removePerson takes somebody off the list. Who has a certificate stays.
func (p *peoplePart) removePerson(gone model.Participant) {
	w := p.app.desk.Words
	if gone.CertificateNo != "" {
		p.app.desk.Notify(w.Say("problem.certified_removed"), "", nil)
		return
	}

	name, _, _ := p.app.person(gone)
	kept := slices.Clone(p.rec.Participants)
	p.rec.Participants = slices.DeleteFunc(slices.Clone(kept), func(x model.Participant) bool {
		return x.RecordID == gone.RecordID && x.StaffID == gone.StaffID && x.Name == gone.Name && x.Role == gone.Role
	})
	p.edited(w.Say("people.removed", name), kept)
}

// waitingLast moves whoever joined the waiting list just now behind those who wait already.
func waitingLast(people, before []model.Participant) []model.Participant {
	for i, p := range people {
		if p.Registration == "waitlist" && i < len(before) && before[i].Registration != "waitlist" {
			return append(slices.Delete(slices.Clone(people), i, i+1), p)
		}
	}
	return people
}

// personProblems keeps the errors about participants, at the fields of one person. A full training is a matter of the
// registration.
func personProblems(all model.Problems) model.Problems {
	var found model.Problems
	for _, x := range all {
		_, field, ok := participantAt(x.Field)
		if x.Field == "quota" && x.Code == "quota_full" {
			field, x.Code, ok = "registration", "no_place", true
		}
		if ok && !x.Warning {
			x.Field = field
			found = append(found, x)
		}
	}

	return found
}
