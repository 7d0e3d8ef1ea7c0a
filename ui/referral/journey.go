package referral

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// journey shows what happened to a referral and when, with the times that matter, and the contact log.
func (g *referrals) journey(s Sheet) fyne.CanvasObject {
	w, r := g.desk.Words, s.Referral
	box := container.NewVBox(g.durations(r))
	for _, p := range journeyPoints(r) {
		if p.at.IsZero() {
			continue
		}
		box.Add(g.moment(p.at, room.Joined(w.Say("journey."+p.key), p.detail(w.Label))))
	}

	if r.DecisionReason != "" {
		box.Add(look.Hint(w.Field("decision_reason") + ": " + w.Label("decision_reason", r.DecisionReason)))
	}
	if r.StatusReason != "" {
		box.Add(look.Hint(w.Field("status_reason") + ": " + r.StatusReason))
	}

	box.Add(g.linked(r))
	box.Add(look.Gap(1, 8))
	add := look.NewButtonWithIcon(w.Say("step.contact"), theme.ContentAddIcon(), g.contact)
	box.Add(container.NewBorder(nil, nil, nil, add, look.Heading(w.Say("referral.contacts"))))
	for _, c := range r.ContactLog {
		box.Add(g.moment(c.At, room.Joined(w.Label("channel", c.Channel), c.Person, c.Outcome)))
	}

	if len(r.ContactLog) == 0 {
		box.Add(look.Hint(w.Say("referral.no_contacts")))
	}
	return container.NewVScroll(look.PadXY(12, 10, box))
}

// moment is what happened, whole, beside its time.
func (g *referrals) moment(at time.Time, what string) fyne.CanvasObject {
	when := look.Fixed(150, 0, look.Muted(g.desk.Stamp(at)))
	return container.NewBorder(nil, nil, when, nil, look.Paragraph(what, theme.ColorNameForeground, theme.SizeNameText, false))
}

type journeyPoint struct {
	key         string
	at          time.Time
	group, code string
	text        string
}

// detail is what is known beside the time.
func (p journeyPoint) detail(label func(group, code string) string) string {
	if p.group == "" || p.code == "" {
		return p.text
	}
	return room.Joined(label(p.group, p.code), p.text)
}

func journeyPoints(r model.Referral) []journeyPoint {
	return []journeyPoint{
		{key: "written", at: r.ReferralAt}, {key: "issued", at: r.IssuedAt, text: r.ReferralNo}, {key: "sent", at: r.SentAt},
		{key: "decided", at: r.DecidedAt, group: "referral_status", code: string(r.Decision), text: r.DecisionBy},
		{key: "departed", at: r.DepartedAt, group: "transport", code: r.Transport},
		{key: "arrived", at: r.ArrivedAt, text: r.ArrivalCondition}, {key: "handed_over", at: r.HandedOverAt, text: r.ReceivedBy},
		{key: "replied", at: r.RepliedAt, group: "follow_up", code: r.Reply.FollowUp},
		{key: "back_referred", at: r.BackReferredAt, group: "prb_group", code: r.PRBGroup},
		{key: "closed", at: r.ClosedAt, group: "outcome", code: r.Outcome},
	}
}

// durations are the three times that the figures are made of.
func (g *referrals) durations(r model.Referral) fyne.CanvasObject {
	w := g.desk.Words
	row := container.New(&look.Flow{Gap: 8})
	if n, ok := r.ResponseMinutes(); ok {
		row.Add(look.NewChip(w.Say("journey.response", g.desk.Lasting(time.Duration(n)*time.Minute)), look.Plain))
	}
	if n, ok := r.TransferMinutes(); ok {
		row.Add(look.NewChip(w.Say("journey.transfer", g.desk.Lasting(time.Duration(n)*time.Minute)), look.Plain))
	}
	if n, ok := r.ReplyDays(g.desk.Now().Location()); ok {
		row.Add(look.NewChip(w.Say("journey.reply", n), look.Plain))
	}

	return row
}

// linked leads to the referral before or after this one.
func (g *referrals) linked(r model.Referral) fyne.CanvasObject {
	row := container.NewHBox()
	link := func(key string, icon fyne.Resource, id model.ID) {
		if id != 0 {
			row.Add(look.NewButtonWithIcon(g.desk.Words.Say(key), icon, func() { g.OpenID(id) }))
		}
	}
	link("referral.show_origin", theme.NavigateBackIcon(), r.OriginReferralID)
	link("referral.show_next", theme.NavigateNextIcon(), r.NextReferralID)

	return row
}
