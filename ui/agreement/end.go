package agreement

import (
	"jejaring/model"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

// Steps that end an agreement before its term, or keep it from that.
const (
	stepTerminate model.StepName = "terminate"
	stepWithdraw  model.StepName = "withdraw"
)

// Steps that tell of the way of an agreement that does not bind yet.
const (
	stepWait  model.StepName = "wait"
	stepPause model.StepName = "pause"
	stepGoOn  model.StepName = "go_on"
)

// begin proposes what a step usually says: notice of today, which ends the agreement as soon as it may.
func (g *Agreements) begin(r model.Agreement, step model.StepName, ch *model.Change) {
	if stage, known := r.Stage(); step == stepWait && known {
		ch.WaitsOn, ch.WaitsName = model.WaitedFor(r, stage)
		ch.WaitsSince = g.desk.Today()
	}
	if step == stepTerminate {
		ch.NoticeOn = g.desk.Today()
		ch.TerminatesOn = model.EarliestEnd(r, ch.NoticeOn, "")
	}
}

// askNow asks before a notice ends an agreement at once, and reports whether it did. The form of the step stays open behind the question.
func (g *Agreements) askNow(r model.Agreement, ch model.Change, done func(error)) bool {
	w := g.desk.Words
	if ch.TerminatesOn.IsZero() || ch.TerminatesOn.After(g.desk.Today()) || model.AgreementFlow().Refused(r, stepTerminate, ch).Errors() != nil {
		return false
	}

	register.Ask(g.desk.Window, w.Say("step.agreement.terminate"), w.Say("agreement.ends_now", w.Day(ch.TerminatesOn.Time())), nil,
		register.Answer{Label: w.Say("agreement.end_now"), Danger: true, Do: func() { g.takeStep(r, stepTerminate, ch, done) }},
		register.Answer{Label: w.Say("action.back"), Do: func() { done(room.ErrUndecided) }})
	return true
}

// askWithdraw asks before a notice is taken back: what was sent stays sent.
func (g *Agreements) askWithdraw(r model.Agreement) {
	w := g.desk.Words
	label := w.Say("step.agreement.withdraw")
	register.Ask(g.desk.Window, label, w.Say("agreement.withdraw_text", w.Day(r.EndDate.Time())), nil,
		register.Answer{Label: label, Main: true, Do: func() { g.takeStep(r, stepWithdraw, model.Change{Today: g.desk.Today()}, nil) }},
		register.Answer{Label: w.Say("action.back")})
}

// explained says when a step is the right one.
func (g *Agreements) explained(r model.Agreement, step model.StepName) string {
	switch step {
	case stepTerminate:
		return g.desk.Words.Say("agreement.terminate_text")
	case stepPause:
		return g.desk.Words.Say("agreement.pause_text")
	case stepWait:
		return g.desk.parties(r)
	}
	return ""
}

// giveNotice opens the letter that ends an agreement before its term, with the notice that is noted already.
func (g *Agreements) giveNotice(r model.Agreement) {
	said := model.Said{TerminatesOn: model.EarliestEnd(r, g.desk.Today(), "")}
	if r.Terminating() {
		said.TerminatesOn, said.Cause, said.Reason = r.TerminatesOn, r.TerminationCause, r.TerminationReason
	}

	g.desk.ShowPaper(room.PaperJob{Agreement: r, Fix: g.ShowProblems, DocType: model.DocumentTermination, Issue: model.Issue{Said: said}}, g.paperDone)
}

// became says what a step has made of an agreement.
func (g *Agreements) became(r model.Agreement, step model.StepName) string {
	w := g.desk.Words
	switch {
	case step == stepTerminate && r.Terminating():
		return w.Say("agreement.notice_given", w.Day(r.TerminatesOn.Time()))
	case step == stepWait || step == stepPause || step == stepGoOn:
		return w.Say("agreement." + string(step) + "_done")
	case step == stepWithdraw:
		return w.Say("agreement.notice_withdrawn", w.Day(r.EndDate.Time()))
	}
	return w.Say("agreement.now", g.desk.standing(r))
}
