package agreement

import (
	"jejaring/model"
	"jejaring/ui/room"
)

// Steps that end an agreement before its term, or keep it from that.
const (
	stepTerminate model.StepName = "terminate"
	stepWithdraw  model.StepName = "withdraw"
)

// begin proposes what a step usually says: notice of today, which ends the agreement as soon as it may.
func (g *Agreements) begin(r model.Agreement, step model.StepName, ch *model.Change) {
	if step == stepTerminate {
		ch.NoticeOn = g.desk.Today()
		ch.TerminatesOn = model.EarliestEnd(r, ch.NoticeOn, "")
	}
}

// explained says when a step is the right one.
func (g *Agreements) explained(_ model.Agreement, step model.StepName) string {
	if step == stepTerminate {
		return g.desk.Words.Say("agreement.terminate_text")
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
	case step == stepWithdraw:
		return w.Say("agreement.notice_withdrawn", w.Day(r.EndDate.Time()))
	}
	return w.Say("agreement.now", g.desk.standing(r))
}
