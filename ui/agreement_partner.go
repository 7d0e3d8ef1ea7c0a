package ui

import (
	"context"

	"jejaring/model"
	"jejaring/ui/task"
)

// welcome offers to make the partners of a signed agreement active that are on record as prospects.
func (g *agreements) welcome(r model.Agreement) {
	session, w := g.app.session, g.app.words
	task.Run(g.app.Tasks, func(ctx context.Context) ([]model.Partner, error) {
		var prospects []model.Partner
		for _, party := range r.Parties {
			if party.PartnerID == 0 {
				continue
			}
			p, err := session.Partners.Get(ctx, party.PartnerID)
			if err != nil {
				return nil, err
			}
			if p.Status == "prospect" {
				prospects = append(prospects, p)
			}
		}
		return prospects, nil
	}, func(prospects []model.Partner, err error) {
		switch {
		case err != nil:
			g.app.report(err)
		case len(prospects) > 0:
			g.app.notify(w.Say("agreement.now_prospect", g.app.standing(r), short(prospects[0].Name, 28)), w.Say("partner.make_active"),
				func() { g.activate(prospects) })
		}
	})
}

// activate makes prospects active partners.
func (g *agreements) activate(prospects []model.Partner) {
	session := g.app.session
	task.Run(g.app.Tasks, func(ctx context.Context) (int, error) {
		for i := range prospects {
			prospects[i].Status = "active"
			if err := session.Partners.Save(ctx, &prospects[i]); err != nil {
				return i, err
			}
		}
		return len(prospects), nil
	}, func(_ int, err error) {
		if err != nil {
			g.app.report(err)
			return
		}
		g.app.notify(g.app.words.Say("partner.now_active", short(prospects[0].Name, 60)), "", nil)
	})
}
