package referral

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// shownLast is how many papers and points of the journey a summary names.
const shownLast = 4

// labelWidth is the room for the time of a point.
const labelWidth = 128

// read is the page of a referral that is read: who waits for what, how the other facility is reached, where the patient is,
// and what the letter says. Of the patient it says no more than lists do, until the identity is asked for.
func (g *referrals) read(s Sheet) fyne.CanvasObject {
	d, r := g.desk, s.Referral
	w := d.Words
	left := []room.Section{
		{Title: w.Say("summary.waits"), Content: g.waited(r)},
		{Title: w.Say("group.patient"), Content: g.patientOf(s)},
		{Title: w.Say("tab.journey"), Content: g.passed(r)},
		{Title: w.Say("summary.papers"), Content: d.Latest(model.EntityDocument, model.ByReferral, r.ID, shownLast, w.Say("papers.none"))},
	}

	right := []room.Section{
		{Title: w.Say("referral.reach", r.PartnerName), Content: g.reach(r)},
		{Title: w.Say("tab.referral"), Content: g.facts(r)},
	}
	if r.Reply.Number != "" || !r.Reply.Date.IsZero() {
		right = append(right, room.Section{Title: w.Say("tab.reply"), Content: d.replied(r.Reply)})
	}

	return room.Summary(left, right)
}

// waited is who waits for what, or how a referral stands, and what the other side said last.
func (g *referrals) waited(r model.Referral) fyne.CanvasObject {
	w := g.desk.Words
	said := r.StatusReason
	if r.Status == model.ReferralDraft {
		said = w.Say("referral.unissued")
	}
	status := room.WaitRow(g.desk.referralStatus(r), referralTone(r.Status), said)
	box := container.New(&look.Lines{Gap: 2})
	text, tone := g.desk.waiting(r)
	if text == "" {
		box.Add(status)
		return box
	}

	day := ""
	if due := r.DueDay(); !due.IsZero() {
		day = w.Say("referral.due", w.ShortDay(due.Time()))
	}
	box.Add(room.WaitRow(g.desk.referralStatus(r), tone, room.Joined(text, day)))
	last := look.Paragraph(g.desk.lastSaid(r), look.ColorMuted, theme.SizeNameText, false)
	box.Add(container.NewBorder(nil, nil, nil, room.Low(look.NewButton(w.Say("step.contact"), g.contact)), last))

	return box
}

// patientOf is the patient as lists show one, or by name once the identity was opened.
func (g *referrals) patientOf(s Sheet) fyne.CanvasObject {
	w, p := g.desk.Words, s.Patient
	if !s.Shown {
		return g.covered(&s, true)
	}

	age := ""
	if years, ok := p.Age(g.desk.Today()); ok {
		age = w.Say("patient.years", years)
	}
	return g.desk.Facts("",
		room.Fact{Label: w.Field("patient.name"), Text: p.Name, Copy: true},
		room.Fact{Label: w.Field("patient.birth_date"), Text: room.Joined(g.desk.day(p.BirthDate), age, w.Label("sex", p.Sex))},
		room.Fact{Label: w.Field("patient.mr_no"), Text: p.MRNo, Copy: true},
		room.Fact{Label: w.Field("patient.phone"), Text: model.ShowPhone(p.Phone), Copy: true},
		room.Fact{Label: w.Field("insurance_no"), Text: s.InsuranceNo, Copy: true},
		room.Fact{Label: w.Field("consent.person"), Text: s.Consent.Person})
}

// passed are the last points of the journey.
func (g *referrals) passed(r model.Referral) fyne.CanvasObject {
	points := slices.DeleteFunc(journeyPoints(r), func(p journeyPoint) bool { return p.at.IsZero() })
	box := container.New(&look.Lines{Gap: -12})
	for _, p := range points[max(0, len(points)-shownLast):] {
		what := g.desk.Words.Say("journey." + p.key)
		if p.text != r.ReferralNo { // which stands among the numbers
			what = room.Joined(what, p.detail(g.desk.Words.Label))
		}
		when := look.Fixed(look.Scaled(labelWidth), 0, look.Muted(g.desk.Stamp(p.at)))
		box.Add(container.NewBorder(nil, nil, when, nil, look.Paragraph(what, theme.ColorNameForeground, theme.SizeNameText, false)))
	}
	return box
}

// reach is how the other facility is reached, which is looked up beside the window.
func (g *referrals) reach(r model.Referral) fyne.CanvasObject {
	d := g.desk
	box := container.New(&look.Lines{})
	task.Run(d.Tasks, func(ctx context.Context) (model.Partner, error) { return d.Partners.Get(ctx, r.PartnerID) },
		func(p model.Partner, err error) {
			if err != nil && !errors.Is(err, model.ErrNotFound) {
				d.Report(err)
				return
			}
			box.Add(d.People(d.whom(p)))
			box.Refresh()
		})

	return box
}

// whom are the people of a partner who are asked about referrals, and the facility itself.
func (d *desk) whom(p model.Partner) (all []room.Reached) {
	for _, c := range people(p, d.Today()) {
		all = append(all, room.Reached{Name: c.Name, Role: room.Joined(c.Position, d.Words.Label("contact_role", c.Role)), Phone: c.Phone, Email: c.Email})
	}

	email, _, _ := strings.Cut(p.Email, ";")
	if p.EmergencyPhone != "" {
		all = append(all, room.Reached{Name: d.Words.Field("emergency_phone"), Phone: p.EmergencyPhone})
	}
	if p.Phone != "" || email != "" {
		all = append(all, room.Reached{Name: p.Name, Phone: p.Phone, Email: strings.TrimSpace(email)})
	}

	return all
}

// facts are what the letter says, and its numbers.
func (g *referrals) facts(r model.Referral) fyne.CanvasObject {
	w := g.desk.Words
	return g.desk.Facts(w.Say("summary.no_number"),
		room.Fact{Label: w.Say("summary.number"), Text: r.ReferralNo, Copy: true},
		room.Fact{Label: w.Say("summary.insurer_number"), Text: r.InsurerReferralNo, Copy: true},
		room.Fact{Label: w.Field("dest_unit"), Text: room.Joined(r.DestUnit, r.DestDoctor)},
		room.Fact{Label: w.Say("list.service"), Text: room.Joined(w.Label("service_type", r.ServiceType), w.Label("urgency", r.Urgency))},
		room.Fact{Label: w.Field("dx_primary.text_id"), Text: room.Joined(r.DxPrimary.Code, r.DxPrimary.ID)},
		room.Fact{Label: w.Say("summary.reason"), Text: r.ReasonText},
		room.Fact{Label: w.Field("insurance"), Text: w.Label("insurance", r.Insurance)},
		room.Fact{Label: w.Field("doctor_name"), Text: r.DoctorName},
		room.Fact{Label: w.Say("summary.visit"), Text: g.desk.day(r.PlannedVisit)})
}

// replied is what the reply says.
func (d *desk) replied(y model.Reply) fyne.CanvasObject {
	w := d.Words
	return d.Facts(w.Say("summary.no_number"),
		room.Fact{Label: w.Field("reply_no"), Text: y.Number, Copy: true},
		room.Fact{Label: w.Field("date"), Text: d.day(y.Date)},
		room.Fact{Label: w.Field("final_dx"), Text: room.Joined(y.FinalDx.Code, y.FinalDx.ID)},
		room.Fact{Label: w.Field("reply.summary"), Text: y.Summary},
		room.Fact{Label: w.Field("follow_up"), Text: w.Label("follow_up", y.FollowUp)},
		room.Fact{Label: w.Field("control_date"), Text: d.day(y.ControlDate)})
}

func (d *desk) day(on model.Date) string {
	if on.IsZero() {
		return ""
	}
	return d.Words.ShortDay(on.Time())
}
