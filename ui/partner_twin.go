package ui

import (
	"context"
	"strings"

	"jejaring/model"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// beforeSave asks about a partner who seems to be here already, and offers the old record. proceed is told whether to save.
func (p *partners) beforeSave(r model.Partner, proceed func(save bool)) {
	a := p.app
	a.lookForTwins(r, twinAnswers{save: func() { proceed(true) }, back: func() { proceed(false) },
		failed: func(err error) { proceed(false); a.report(err) },
		open:   "partner.twin_open", old: func(old model.Partner) { proceed(false); a.openRecord("partner", old.ID) }})
}

// twinAnswers are what can become of a partner who seems to be here already: saved all the same,
// changed, or left for the old record.
type twinAnswers struct {
	save, back func()
	open       string // a key of the translations
	old        func(model.Partner)
	failed     func(error)
}

// lookForTwins saves a partner whom nobody looks like, and asks about any other.
func (a *App) lookForTwins(r model.Partner, answers twinAnswers) {
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) ([]model.PartnerTwin, error) {
		return session.Cooperation.TwinPartners(ctx, r)
	},
		func(twins []model.PartnerTwin, err error) {
			switch {
			case err != nil:
				answers.failed(err)
			case len(twins) == 0:
				answers.save()
			default:
				a.askTwin(r, twins, answers)
			}
		})
}

func (a *App) askTwin(r model.Partner, twins []model.PartnerTwin, answers twinAnswers) {
	w := a.words
	var lines []string
	for _, t := range twins[:min(len(twins), 3)] {
		var fields []string
		for _, f := range t.Same {
			fields = append(fields, w.Field("partner."+f))
		}
		lines = append(lines, w.Say("partner.twin_line", joined(t.Partner.Name, t.Partner.City), strings.Join(fields, ", ")))
	}
	old := twins[0].Partner
	register.Ask(a.window, w.Say("partner.twin", short(oneLine(r.Name), 60)), strings.Join(lines, "\n"), nil,
		register.Answer{Label: w.Say(answers.open, short(old.Name, 28)), Main: true, Do: func() { answers.old(old) }},
		register.Answer{Label: w.Say("partner.twin_save"), Do: answers.save},
		register.Answer{Label: w.Say("action.back"), Do: answers.back})
}
