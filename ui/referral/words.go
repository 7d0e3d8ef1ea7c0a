package referral

import (
	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// title names a referral by what lists may show.
func (g *referrals) title(r Sheet) string {
	return room.Joined(r.Initials, r.MRNo, r.PartnerName)
}

func (g *referrals) subtitle(r Sheet) string {
	return room.Joined(r.ReferralNo, g.desk.Words.Label("referral_direction", r.Direction), g.desk.Stamp(r.ReferralAt))
}

func (g *referrals) chips(r Sheet) []*look.Chip {
	w := g.desk.Words
	chips := []*look.Chip{look.NewChip(g.desk.referralStatus(r.Referral), referralTone(r.Status))}
	if text, tone := g.desk.waiting(r.Referral); text != "" {
		chips = append(chips, look.NewChip(text, tone))
	}
	if due := r.DueDay(); !due.IsZero() {
		chips = append(chips, look.NewChip(w.Say("referral.due", w.ShortDay(due.Time())), look.Plain))
	}

	return append(chips, look.NewChip(w.Label("service_type", r.ServiceType), look.Plain))
}

// referralStatus is the word for a state; a request that came in is not "sent".
func (d *desk) referralStatus(r model.Referral) string {
	if r.Direction == "in" && d.Words.Has("enum.referral_status_in."+string(r.Status)) {
		return d.Words.Label("referral_status_in", string(r.Status))
	}
	return d.Words.Label("referral_status", string(r.Status))
}

func referralTone(status model.ReferralStatus) look.Tone {
	switch status {
	case model.ReferralAccepted, model.ReferralReplied, model.ReferralBackReferred:
		return look.Good
	case model.ReferralIssued, model.ReferralSent, model.ReferralInTransit, model.ReferralArrived, model.ReferralInCare:
		return look.Busy
	case model.ReferralRejected, model.ReferralRedirected, model.ReferralNoShow:
		return look.Soon
	}
	return look.Plain
}

// waiting says who waits for what and since when; it is red when it is overdue.
func (d *desk) waiting(r model.Referral) (string, look.Tone) {
	what, since := r.Waiting()
	if what == "" {
		return "", look.Plain
	}

	now := d.Now()
	tone := look.Busy
	switch {
	case r.Overdue(now):
		tone = look.Late
	case what == model.WaitOurDecision || what == model.WaitNext || what == model.WaitOurReply:
		tone = look.Soon
	}

	return room.Joined(d.Since(since, now), d.Words.Say("waiting."+what)), tone
}
