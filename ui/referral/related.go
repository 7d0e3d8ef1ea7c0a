package referral

import (
	"context"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/room"
)

// referralsOf lists the referrals of a partner or an agreement, newest first.
func (d *desk) referralsOf(field model.FilterName, id model.ID) fyne.CanvasObject {
	return room.ListOf(d.Desk, func(ctx context.Context) ([]model.Referral, error) {
		return d.Referrals.Find(ctx, model.Query{Filter: model.Filters{field: room.IDText(id)}, Sort: "referral_at", Desc: true, Limit: 300})
	}, "referral.none_here", func(r model.Referral) fyne.CanvasObject {
		l := d.line(r)
		return d.LinkRow(l.Text, l.Detail, l.Chip, l.Tone, "referral", l.ID)
	})
}

// line is a referral in a list beside another record.
func (d *desk) line(r model.Referral) room.Line {
	text, tone := d.waiting(r)
	if text == "" {
		text = d.referralStatus(r)
		tone = referralTone(r.Status)
	}
	detail := room.Joined(r.ReferralNo, d.Words.Label("referral_direction", r.Direction), d.Words.Label("service_type", r.ServiceType))
	return room.Line{Text: room.Joined(d.Words.ShortDay(d.At(r.ReferralAt)), r.Initials, r.MRNo), Detail: detail, Chip: text, Tone: tone, ID: r.ID}
}
