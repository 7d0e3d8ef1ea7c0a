package referral

import (
	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

func (g *referrals) columns() []register.Column[Sheet] {
	d, w := g.desk, g.desk.Words
	return []register.Column[Sheet]{
		{Title: "field.date", Sort: "referral_at", Width: 1.9, Show: func(r Sheet) register.Cell {
			return register.Cell{Text: w.ShortDay(d.At(r.ReferralAt)), Soft: true, Whole: true}
		}},
		{Title: "list.patient", Width: 2.3, Show: func(r Sheet) register.Cell {
			return register.Cell{Text: room.Joined(r.Initials, r.MRNo), Whole: true, Under: g.partner(r)}
		}},
		{Title: "list.partner", Sort: "partner_name", Width: 2.1, Spare: true, Show: func(r Sheet) register.Cell {
			return register.Cell{Text: g.partner(r), Soft: true}
		}},
		{Title: "list.service", Sort: "service_type", Width: 1.6, Spare: true, Show: func(r Sheet) register.Cell {
			return register.Cell{Text: w.Label("service_type", r.ServiceType), Soft: true}
		}},
		{Title: "field.status", Sort: "status", Width: 3.6, Show: func(r Sheet) register.Cell {
			text, tone := d.waiting(r.Referral)
			if text == "" {
				text = d.referralStatus(r.Referral)
				tone = referralTone(r.Status)
			}
			return register.Cell{Chip: text, Tone: tone}
		}},
	}
}

// partner is where a patient is sent, or who sent one.
func (g *referrals) partner(r Sheet) string {
	if r.Direction == "in" {
		return g.desk.Words.Say("referral.from", r.PartnerName)
	}
	return r.PartnerName
}

func (g *referrals) filters() []register.Filter {
	w := g.desk.Words
	chip := func(label string, tone look.Tone, field model.FilterName, value string) register.Filter {
		return register.Filter{Label: label, Tone: tone, Set: model.Filters{field: value}}
	}

	return []register.Filter{
		chip(w.Say("referral.open"), look.Plain, model.ByWaiting, "yes"),
		chip(w.Say("referral.waits_decision"), look.Soon, model.ByWaiting, model.WaitDecision+","+model.WaitOurDecision),
		chip(w.Say("referral.waits_reply"), look.Busy, model.ByWaiting, model.WaitReply),
		chip(w.Label("referral_status", string(model.ReferralBackReferred)), look.Good, model.ByStatus, string(model.ReferralBackReferred)),
		chip(w.Label("referral_direction", "out"), look.Plain, model.ByDirection, "out"),
		chip(w.Label("referral_direction", "in"), look.Plain, model.ByDirection, "in"),
	}
}
