package agreement

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/task"
)

// copyFrom is the input of a new agreement that asks for an earlier one whose contents it begins with.
const copyFrom = "copy_from"

// copying lets a new agreement begin with the contents of an earlier one. What was picked is no part of the record.
func (g *Agreements) copying() []form.Line[agreement] {
	d := g.desk.state.agreements.Draft
	if d == nil || d.ID != 0 {
		return nil
	}
	return []form.Line[agreement]{form.PickOr(copyFrom, "agreement.copy_none", func(*agreement) *model.ID { return &g.desk.state.source },
		g.desk.Finder("agreement", nil)).Hint("hint.copy_from")}
}

// take fills the open draft with what the picked agreement says, with a way back.
func (g *Agreements) take() {
	d := g.desk
	id := d.state.source
	if id == 0 {
		return
	}

	task.Run(d.Tasks, func(ctx context.Context) (agreement, error) { return d.Agreements.Get(ctx, id) }, func(from agreement, err error) {
		if err != nil {
			d.Report(err)
			return
		}
		if open := g.Draft(); open == nil || open.ID != 0 || d.state.source != id {
			return // it was saved or left meanwhile
		}

		mine := g.Draft()
		var before agreement
		g.Edit(func(r *agreement) {
			before = *r
			r.Parties = append([]model.Party(nil), r.Parties...)
			r.Take(from)
		})
		g.Redraw() // a bilingual paper has inputs in English
		d.Notify(d.Words.Say("agreement.copied", from.Title), d.Words.Say("action.undo"), func() {
			if open := g.Draft(); open == nil || open != mine || open.ID != 0 {
				d.Notify(d.Words.Say("agreement.copy_kept"), "", nil)
			} else {
				d.state.source = 0
				g.Edit(func(r *agreement) { *r = before })
				g.Redraw()
			}
		})
	})
}
