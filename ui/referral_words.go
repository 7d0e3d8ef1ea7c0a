package ui

import (
	"time"

	"jejaring/model"
	"jejaring/ui/look"
)

// title names a referral by what lists may show.
func (g *referrals) title(r sheet) string {
	return joined(r.Initials, r.MRNo, r.PartnerName)
}

func (g *referrals) subtitle(r sheet) string {
	return joined(r.ReferralNo, g.app.words.Label("referral_direction", r.Direction), g.app.stamp(r.ReferralAt))
}

// stamp writes a time as day and clock.
func (a *App) stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return a.words.ShortDay(a.at(t)) + " " + a.words.Clock(a.at(t))
}

func (g *referrals) chips(r sheet) []*look.Chip {
	w := g.app.words
	chips := []*look.Chip{look.NewChip(g.app.referralStatus(r.Referral), referralTone(r.Status))}
	if text, tone := g.app.waiting(r.Referral); text != "" {
		chips = append(chips, look.NewChip(text, tone))
	}
	if due := r.DueDay(); !due.IsZero() {
		chips = append(chips, look.NewChip(w.Say("referral.due", w.ShortDay(due.Time())), look.Plain))
	}
	return append(chips, look.NewChip(w.Label("service_type", r.ServiceType), look.Plain))
}

// referralStatus is the word for a state; a request that came in is not "sent".
func (a *App) referralStatus(r model.Referral) string {
	if r.Direction == "in" && a.words.Has("enum.referral_status_in."+r.Status) {
		return a.words.Label("referral_status_in", r.Status)
	}
	return a.words.Label("referral_status", r.Status)
}

func referralTone(status string) look.Tone {
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
func (a *App) waiting(r model.Referral) (string, look.Tone) {
	what, since := r.Waiting()
	if what == "" {
		return "", look.Plain
	}
	now := a.now()
	tone := look.Busy
	switch {
	case r.Overdue(now):
		tone = look.Late
	case what == model.WaitOurDecision || what == model.WaitNext || what == model.WaitOurReply:
		tone = look.Soon
	}
	return joined(a.since(since, now), a.words.Say("waiting."+what)), tone
}

// since writes how long ago something was, in the unit that fits.
func (a *App) since(t, now time.Time) string {
	d := now.Sub(t)
	switch {
	case t.IsZero() || d < 0:
		return ""
	case d < time.Hour:
		return a.words.Say("since.minutes", int(d.Minutes()))
	case d < 48*time.Hour:
		return a.words.Say("since.hours", int(d.Hours()))
	}
	return a.words.Say("since.days", model.DateOf(t.In(now.Location())).DaysUntil(model.DateOf(now)))
}

// lasting writes how long something took; up to two hours its minutes count.
func (a *App) lasting(d time.Duration) string {
	switch {
	case d < 2*time.Hour:
		return a.words.Say("since.minutes", int(d.Minutes()))
	case d < 48*time.Hour:
		return a.words.Say("since.hours", int(d.Hours()))
	}
	return a.words.Say("since.days", int(d.Hours())/24)
}
