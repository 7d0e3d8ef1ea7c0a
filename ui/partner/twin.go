package partner

import (
	"context"
	"strings"

	"jejaring/model"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// beforeSave asks about a partner who seems to be here already, and offers the old record. proceed is told whether to save.
func (p *partners) beforeSave(r model.Partner, proceed func(save bool)) {
	d := p.desk
	d.lookForTwins(r, twinAnswers{save: func() { proceed(true) }, back: func() { proceed(false) },
		failed: func(err error) { proceed(false); d.Report(err) },
		open:   "partner.twin_open", old: func(old model.Partner) { proceed(false); d.Open("partner", old.ID) }})
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
func (d *desk) lookForTwins(r model.Partner, answers twinAnswers) {
	task.Run(d.Tasks, func(ctx context.Context) ([]model.PartnerTwin, error) {
		return d.Twins.TwinPartners(ctx, r)
	},
		func(twins []model.PartnerTwin, err error) {
			switch {
			case err != nil:
				answers.failed(err)
			case len(twins) == 0:
				answers.save()
			default:
				d.askTwin(r, twins, answers)
			}
		})
}

func (d *desk) askTwin(r model.Partner, twins []model.PartnerTwin, answers twinAnswers) {
	w := d.Words
	var lines []string
	for _, t := range twins[:min(len(twins), 3)] {
		var fields []string
		for _, f := range t.Same {
			fields = append(fields, w.Field("partner."+f))
		}
		lines = append(lines, w.Say("partner.twin_line", room.Joined(t.Partner.Name, t.Partner.City), strings.Join(fields, ", ")))
	}

	old := twins[0].Partner
	register.Ask(d.Window, w.Say("partner.twin", room.Short(room.OneLine(r.Name), 60)), strings.Join(lines, "\n"), nil,
		register.Answer{Label: w.Say(answers.open, room.Short(old.Name, 28)), Main: true, Do: func() { answers.old(old) }},
		register.Answer{Label: w.Say("partner.twin_save"), Do: answers.save},
		register.Answer{Label: w.Say("action.back"), Do: answers.back})
}
