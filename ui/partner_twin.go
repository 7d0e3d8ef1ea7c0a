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
	task.Run(a.Tasks, func(ctx context.Context) ([]model.PartnerTwin, error) {
		return a.session.Cooperation.TwinPartners(ctx, r)
	},
		func(twins []model.PartnerTwin, err error) {
			switch {
			case err != nil:
				proceed(false)
				a.report(err)
			case len(twins) == 0:
				proceed(true)
			default:
				p.askTwin(r, twins, proceed)
			}
		})
}

func (p *partners) askTwin(r model.Partner, twins []model.PartnerTwin, proceed func(save bool)) {
	a, w := p.app, p.app.words
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
		register.Answer{Label: w.Say("partner.twin_open", short(old.Name, 28)), Main: true, Do: func() {
			proceed(false)
			a.openRecord("partner", old.ID)
		}},
		register.Answer{Label: w.Say("partner.twin_save"), Do: func() { proceed(true) }},
		register.Answer{Label: w.Say("action.back"), Do: func() { proceed(false) }})
}
