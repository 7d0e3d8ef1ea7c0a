package training

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// certificates shows who earned one, and why somebody did not.
func (g *trainings) certificates(r model.Training) fyne.CanvasObject {
	w := g.desk.Words
	r.Realign()
	earned, issued := 0, 0
	for _, p := range r.Participants {
		if ok, _ := r.Earned(p); ok {
			earned++
		}
		if p.CertificateNo != "" {
			issued++
		}
	}

	all := look.NewMainButton(w.Say("training.issue_all"), theme.ConfirmIcon(), func() { g.paper(model.DocumentCertificate, model.Issue{}, false) })
	if r.Pending() == 0 {
		all.Disable()
	}

	rule := w.Say("training.rule", r.MinAttendancePct)
	if r.UsesTests {
		rule = w.Say("training.rule_tests", r.MinAttendancePct, r.PassingScore)
	}

	head := container.NewVBox(container.NewBorder(nil, nil, nil, all, look.Heading(w.Say("training.earned", earned, issued))), look.Hint(rule+" "+w.Say("training.one_hint")))
	if r.Status != model.TrainingFinished && r.Status != model.TrainingReported {
		head.Add(look.Hint(w.Say("training.not_finished")))
	}
	if issued > 0 {
		head.Add(g.together(r))
	}

	list := widget.NewList(func() int { return len(r.Participants) }, room.NewPersonRow, func(i int, o fyne.CanvasObject) {
		g.showCertificate(o, i, r)
	})
	list.OnSelected = func(i int) { list.UnselectAll(); g.oneCertificate(r, r.Participants[i]) }

	return look.PadXY(10, 8, container.NewBorder(head, nil, nil, nil, list))
}

// oneCertificate opens the certificate of a participant, or the room where it is made, or says why there is none.
func (g *trainings) oneCertificate(r model.Training, p model.Participant) {
	ok, reason := r.Earned(p)
	switch {
	case p.CertificateNo != "":
		g.openCertificate(r.ID, p.CertificateNo)
	case !ok:
		g.desk.Notify(g.desk.Words.Say("problem."+reason), "", nil)
	case r.Pending() == 0:
		g.desk.Notify(g.desk.Words.Say("training.not_finished"), "", nil)
	default:
		g.paper(model.DocumentCertificate, model.Issue{People: []model.ID{p.RecordID}}, false)
	}
}

func (g *trainings) openCertificate(training model.ID, number string) {
	a := g.desk
	task.Run(a.Tasks, func(ctx context.Context) (model.ID, error) {
		docs, err := g.desk.Documents.Find(ctx, model.Query{Filter: model.Filters{model.ByTraining: room.IDText(training), model.ByType: string(model.DocumentCertificate)}})
		at := slices.IndexFunc(docs, func(d model.Document) bool { return d.Number == number })
		if err == nil && at < 0 {
			err = model.ErrNotFound
		}
		if err != nil {
			return 0, err
		}

		return docs[at].ID, nil
	}, func(id model.ID, err error) {
		if err != nil {
			a.Report(err)
			return
		}
		a.Open("document", id)
	})
}

// showCertificate is one line: the person, and number or reason.
func (g *trainings) showCertificate(o fyne.CanvasObject, i int, r model.Training) {
	w := g.desk.Words
	p := r.Participants[i]
	ok, reason := r.Earned(p)
	chip := w.Say("training.earned_one")
	tone := look.Busy

	switch {
	case p.CertificateNo != "":
		chip, tone = p.CertificateNo, look.Good
	case !ok:
		chip = w.Say("training.why." + reason)
		tone = look.Plain
		if reason == "attendance_low" || reason == "score_low" {
			tone = look.Soon
		}
	}

	name, _, _ := g.person(p)
	detail := ""
	if p.Role != "peserta" {
		detail = w.Label("training_role", p.Role)
	}
	if n := p.Attended(len(r.Sessions)); n >= 0 {
		detail = room.Joined(detail, w.Say("training.attended", n))
	}
	if p.PostTest != nil {
		detail = room.Joined(detail, w.Say("training.post", *p.PostTest))
	}

	room.ShowPersonRow(o, i, name, detail, chip, tone)
}

// awaiting are those who get a certificate with the next issue; where each has one, all who earned one.
func awaiting(r model.Training) []model.ID {
	var due, earned []model.ID
	for _, p := range r.Participants {
		if ok, _ := r.Earned(p); ok {
			earned = append(earned, p.RecordID)
			if p.CertificateNo == "" {
				due = append(due, p.RecordID)
			}
		}
	}

	if len(due) > 0 {
		return due
	}
	return earned
}
