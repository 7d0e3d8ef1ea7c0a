package training

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
)

// showOffer says who of the waiting list has a place now, and what was done just now with the way to undo it.
func (p *peoplePart) showOffer(done string, before []model.Participant) {
	w := p.app.desk.Words
	p.offer.Objects = nil
	if done != "" {
		undo := func() {
			p.rec.Participants = before
			p.edited("", nil)
		}
		mine := p.app.Draft()
		p.app.desk.Undoable(func() {
			if p.app.Draft() != mine || !look.Shown(p.seats) { // it was saved or left meanwhile
				p.app.desk.Notify(w.Say("list.row_gone"), "", nil)
				return
			}
			undo()
		})
		p.offer.Add(notice(done, w.Say("action.undo"), widget.LowImportance, undo))
	}

	if next := p.rec.Offer(); len(next) > 0 {
		p.offer.Add(notice(w.Say("people.offer", len(next), p.names(next)), w.Say("people.give_place"), widget.HighImportance, p.promote))
	}

	p.offer.Refresh()
}

// promote gives the free places to the first of the waiting list.
func (p *peoplePart) promote() {
	before := slices.Clone(p.rec.Participants)
	up := p.rec.Promote()
	p.edited(p.app.desk.Words.Say("people.promoted", len(up), p.names(up)), before)
}

// names are those at these positions, the first three of many.
func (p *peoplePart) names(at []int) string {
	var names []string
	for _, i := range at[:min(len(at), 3)] {
		name, _, _ := p.app.person(p.rec.Participants[i])
		names = append(names, name)
	}

	if len(at) > 3 {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// notice is a sentence with a button on a quiet ground.
func notice(sentence, action string, importance widget.Importance, do func()) fyne.CanvasObject {
	ground := look.NewGround(look.ColorRow)
	ground.Radius = 6
	button := look.NewButton(action, do)
	button.Importance = importance
	text := look.Paragraph(sentence, theme.ColorNameForeground, theme.SizeNameText, false)
	return container.NewStack(ground, look.PadXY(4, 2, container.NewBorder(nil, nil, nil, container.NewCenter(button), text)))
}

// offered tells after a save that somebody who waits has a place now, and leads there.
func (g *trainings) offered(r model.Training) {
	next := r.Offer()
	if len(next) == 0 || r.Status == model.TrainingCancelled {
		return
	}
	d := g.desk
	d.Notify(d.Words.Say("training.offer", len(next)), d.Words.Say("training.show_offer"), func() { g.ShowTab(participantsTab) })
}

// participantsTab is the page of participants.
const participantsTab = "tab.participants"
