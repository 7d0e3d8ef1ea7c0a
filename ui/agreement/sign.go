package agreement

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// signing is what the form for signatures edits: when and where, how each party signed, and the scan of the paper.
type signing struct {
	number  string
	date    model.Date
	place   string
	parties []model.Signature
	scan    *model.File
}

// askSigned asks how an agreement was signed, and makes it active.
func (g *Agreements) askSigned(r model.Agreement) {
	w := g.desk.Words
	s := signing{date: g.desk.Today(), place: r.SignPlace, scan: new(model.File)}
	if s.place == "" {
		s.place = g.desk.Clinic().City
	}

	for _, p := range r.Parties {
		s.parties = append(s.parties, model.Signature{Role: p.Role, Number: p.OwnNumber, By: p.RepName})
	}

	var curtain func(shown bool)
	groups := []form.Group[signing]{{Lines: append(signingLines(r), form.Note(func(x *signing) fyne.CanvasObject {
		return g.desk.FileLine("agreement.scan_later", "agreement.pick_scan", x.scan, func(shown bool) { curtain(shown) }, g.pickScan)
	}))}}
	for i, p := range r.Parties {
		groups = append(groups, form.Group[signing]{Lines: g.partyLines(i, p)})
	}

	step, err := model.AgreementFlow().Way(r, stepSign)
	if err != nil {
		g.desk.Report(err)
		return
	}

	title := g.steps().Label(r, step)
	curtain = room.Ask(g.desk.Desk, s, room.Question[signing]{Entity: "agreement", Title: title, Text: w.Say("agreement.signed_text"), Do: title, Groups: groups,
		Check:  func(s signing) model.Problems { return r.SignedLate(s.date) },
		Submit: func(s signing, done func(error)) { g.signed(r, s, done) }})
}

func signingLines(r model.Agreement) []form.Line[signing] {
	var lines []form.Line[signing]
	if r.NumberOwn == "" {
		lines = append(lines, form.Text("number_own", func(x *signing) *string { return &x.number }).Must())
	}
	return append(lines, form.Day("sign_date", func(x *signing) *model.Date { return &x.date }).Must(),
		form.Text("sign_place", func(x *signing) *string { return &x.place }))
}

// partyLines ask for one party; the clinic's number is the agreement's own.
func (g *Agreements) partyLines(i int, p model.Party) []form.Line[signing] {
	w := g.desk.Words
	name := p.PartnerName
	if p.PartnerID == 0 {
		name = g.desk.Clinic().Name
	}

	field := func(tail string) string { return fmt.Sprintf("parties.%s.%s", p.Role, tail) }
	lines := []form.Line[signing]{form.Note(func(*signing) fyne.CanvasObject {
		return look.Heading(room.Joined(w.Label("party", p.Role), name))
	})}
	if p.PartnerID != 0 {
		lines = append(lines, form.Text(field("own_number"), func(x *signing) *string { return &x.parties[i].Number }).Hint("hint.own_number"))
	}

	return append(lines, form.Text(field("signed_by"), func(x *signing) *string { return &x.parties[i].By }),
		form.Day(field("signed_on"), func(x *signing) *model.Date { return &x.parties[i].On }).Hint("hint.signed_on"))
}

// signed makes the agreement active and keeps the scan with it.
func (g *Agreements) signed(r model.Agreement, s signing, done func(error)) {
	ch := model.Change{Today: g.desk.Today(), Number: s.number, SignDate: s.date, SignPlace: s.place, Signatures: s.parties}
	task.Run(g.desk.Tasks, func(ctx context.Context) (model.Agreement, error) {
		changed, err := g.desk.Changes.Apply(ctx, r.ID, stepSign, ch)
		if err != nil || s.scan.Name == "" {
			return changed, err
		}
		_, err = g.desk.Changes.AttachFile(ctx, r.ID, *s.scan)
		return changed, err
	}, func(changed model.Agreement, err error) {
		done(err)
		if changed.ID == 0 {
			return
		}
		g.desk.Notify(g.desk.Words.Say("agreement.now", g.desk.standing(changed)), "", nil)
		g.paperDone(changed.ID)
		g.welcome(changed)
	})
}
