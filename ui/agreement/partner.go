package agreement

import (
	"context"

	"jejaring/model"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// welcome offers to make the partners of a signed agreement active that are on record as prospects.
func (g *Agreements) welcome(r model.Agreement) {
	w := g.desk.Words
	task.Run(g.desk.Tasks, func(ctx context.Context) ([]model.Partner, error) {
		var prospects []model.Partner
		for _, party := range r.Parties {
			if party.PartnerID == 0 {
				continue
			}

			p, err := g.desk.Partners.Get(ctx, party.PartnerID)
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
			g.desk.Report(err)
		case len(prospects) > 0:
			g.desk.Notify(w.Say("agreement.now_prospect", g.desk.standing(r), room.Short(prospects[0].Name, 28)), w.Say("partner.make_active"),
				func() { g.activate(prospects) })
		}
	})
}

// activate makes prospects active partners.
func (g *Agreements) activate(prospects []model.Partner) {
	task.Run(g.desk.Tasks, func(ctx context.Context) (int, error) {
		for i := range prospects {
			prospects[i].Status = "active"
			if err := g.desk.Partners.Save(ctx, &prospects[i]); err != nil {
				return i, err
			}
		}
		return len(prospects), nil
	}, func(_ int, err error) {
		if err != nil {
			g.desk.Report(err)
			return
		}
		g.desk.Notify(g.desk.Words.Say("partner.now_active", room.Short(prospects[0].Name, 60)), "", nil)
	})
}
