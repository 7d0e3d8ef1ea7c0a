package partner

import (
	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/room"
)

// shownLast is how many agreements, referrals and letters a summary names.
const shownLast = 4

// read is the page of a partner that is read: what there is with it, whom one calls, and what was written last.
func (p *partners) read(r model.Partner) fyne.CanvasObject {
	d := p.desk
	w := d.Words
	left := []room.Section{
		{Title: w.Say("tab.agreements"), Content: d.Latest(model.EntityAgreement, model.ByPartner, r.ID, shownLast, w.Say("partner.no_agreements"))},
		{Title: w.Say("summary.referrals"), Content: d.Latest(model.EntityReferral, model.ByPartner, r.ID, shownLast, w.Say("referral.none_here"))},
	}

	var people []room.Reached
	for _, c := range r.Contacts {
		if !c.Active(d.Today()) {
			continue
		}
		people = append(people, room.Reached{Name: c.Name, Role: room.Joined(c.Position, w.Label("contact_role", c.Role)), Phone: c.Phone, Email: c.Email})
	}

	right := []room.Section{
		{Title: w.Say("summary.contacts"), Content: d.People(people)},
		{Title: w.Say("summary.reach"), Content: p.reach(r)},
		{Title: w.Say("summary.letters"), Content: d.Latest(model.EntityMessage, model.ByPartner, r.ID, shownLast, w.Say("letters.none_linked"))},
	}

	return room.Summary(left, right)
}

func (p *partners) reach(r model.Partner) fyne.CanvasObject {
	w := p.desk.Words
	distance := ""
	if r.DistanceKM > 0 {
		distance = w.Say("summary.km", w.Decimal(r.DistanceKM, 1))
	}
	if r.TravelMinutes > 0 {
		distance = room.Joined(distance, w.Say("summary.minutes", r.TravelMinutes))
	}

	return p.desk.Facts(w.Say("summary.no_reach"),
		room.Fact{Label: w.Field("phone"), Text: model.ShowPhone(r.Phone), Copy: true},
		room.Fact{Label: w.Field("emergency_phone"), Text: model.ShowPhone(r.EmergencyPhone), Copy: true},
		room.Fact{Label: w.Field("email"), Text: r.Email, Copy: true},
		room.Fact{Label: w.Field("address"), Text: room.Joined(r.Address, r.City, r.PostalCode)},
		room.Fact{Label: w.Field("operating_hours"), Text: r.OperatingHours},
		room.Fact{Label: w.Field("distance_km"), Text: distance})
}
