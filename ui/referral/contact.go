package referral

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// contacting is what the form of the contact log says beside its inputs: its title, and how the other facility is reached.
type contacting struct {
	title, text string
	facts       func() fyne.CanvasObject
}

// askContact adds a line to the contact log, in the record or from the home screen. The curtain hides the form.
func (d *desk) askContact(r model.Referral, say contacting) (curtain func(shown bool)) {
	type C = model.ContactAttempt
	var lines []form.Line[C]
	if say.facts != nil {
		lines = append(lines, form.Note(func(*C) fyne.CanvasObject { return say.facts() }))
	}

	lines = append(lines,
		form.Moment("at", d.Now, func(c *C) *time.Time { return &c.At }).Must(),
		form.Choice("contact.channel", "channel", model.Channels, func(c *C) *string { return &c.Channel }),
		form.Text("contact.person", func(c *C) *string { return &c.Person }),
		form.Text("contact.outcome", func(c *C) *string { return &c.Outcome }),
	)
	if say.title == "" {
		say.title = d.Words.Say("step.contact")
	}

	return room.Ask(d.Desk, C{At: d.Now(), Channel: "telepon"}, room.Question[C]{Entity: "referral", Title: say.title, Text: say.text,
		Do: d.Words.Say("action.save"), Groups: []form.Group[C]{{Lines: lines}},
		Submit: func(try C, done func(error)) {
			task.Run(d.Tasks, func(ctx context.Context) (bool, error) {
				rec, err := d.Referrals.Get(ctx, r.ID)
				if err != nil {
					return false, err
				}
				rec.ContactLog = append(rec.ContactLog, try)
				return true, d.Referrals.Save(ctx, &rec)
			}, func(_ bool, err error) {
				done(atStep(err))
				if err == nil && d.Current() {
					d.contacted(r.ID)
				}
			})
		}})
}

// contacted shows a referral with its new line where it is shown, or says that the line is kept.
func (d *desk) contacted(id model.ID) {
	if g, ok := d.Shown().(*referrals); ok {
		g.changed(id)
		return
	}
	d.Shown().Reload()
	d.Notify(d.Words.Say("referral.contact_kept"), "", nil)
}

// reached is a referral with the partner who is to be asked about it.
type reached struct {
	referral model.Referral
	partner  model.Partner
}

// contactRow shows for a row of the home screen how the other facility is reached, what was said last, and the form for what
// it says now.
func (d *desk) contactRow(row model.Attention) {
	task.Run(d.Tasks, func(ctx context.Context) (x reached, err error) {
		if x.referral, err = d.Referrals.Get(ctx, row.Record); err != nil {
			return x, err
		}

		x.partner, err = d.Partners.Get(ctx, x.referral.PartnerID)
		if errors.Is(err, model.ErrNotFound) {
			x.partner, err = model.Partner{Name: x.referral.PartnerName}, nil
		}
		return x, err
	}, func(x reached, err error) {
		switch {
		case err != nil:
			d.Report(err)
		case d.Current():
			d.askReached(x)
		}
	})
}

func (d *desk) askReached(x reached) {
	w := d.Words
	var curtain func(shown bool)
	leave := func(open func()) func() {
		return func() { curtain(false); open() }
	}
	curtain = d.askContact(x.referral, contacting{title: w.Say("referral.reach", x.partner.Name),
		text: room.Joined(x.referral.ReferralNo, x.referral.DestUnit, w.Say("referral.written", w.Day(d.At(x.referral.ReferralAt)))),
		facts: func() fyne.CanvasObject {
			box := container.New(&look.Lines{Gap: -4})
			for _, way := range ways(x.partner, d.Today()) {
				box.Add(d.wayRow(way))
			}
			if len(box.Objects) == 0 {
				box.Add(look.Paragraph(w.Say("referral.no_ways"), theme.ColorNameWarning, theme.SizeNameText, false))
			}

			box.Add(look.Paragraph(d.lastSaid(x.referral), look.ColorMuted, theme.SizeNameText, false))
			box.Add(container.NewHBox(
				room.Low(look.NewButtonWithIcon(w.Say("referral.reach_open"), theme.NavigateNextIcon(), leave(func() { d.OpenAt(model.EntityReferral, x.referral.ID, "tab.journey", "") }))),
				room.Low(look.NewButtonWithIcon(w.Say("partner.open"), theme.AccountIcon(), leave(func() { d.OpenAt(model.EntityPartner, x.partner.ID, "tab.contacts", "") })))))
			return box
		}})
}

// lastSaid is the last line of the contact log.
func (d *desk) lastSaid(r model.Referral) string {
	if len(r.ContactLog) == 0 {
		return d.Words.Say("referral.no_contacts")
	}
	last := r.ContactLog[len(r.ContactLog)-1]
	return d.Words.Say("referral.last_contact", room.Joined(d.Stamp(last.At), d.Words.Label("channel", last.Channel), last.Person, last.Outcome))
}

// way is a telephone number or an address by which somebody is reached: its field, whose it is, and what is called or written to.
type way struct{ field, who, to string }

// ways are how a partner is reached: the person for referrals and the one for emergencies first, then the facility itself.
func ways(p model.Partner, today model.Date) (all []way) {
	add := func(field, who, to string) {
		if to != "" {
			all = append(all, way{field, who, to})
		}
	}

	for _, c := range people(p, today) {
		who := room.Joined(c.Name, c.Position)
		add("phone", who, model.ShowPhone(c.Phone))
		if c.WhatsApp != c.Phone {
			add("whatsapp", who, model.ShowPhone(c.WhatsApp))
		}
		add("email", who, c.Email)
	}

	add("emergency_phone", "", model.ShowPhone(p.EmergencyPhone))
	add("phone", "", model.ShowPhone(p.Phone))
	for address := range strings.SplitSeq(p.Email, ";") {
		add("email", "", strings.TrimSpace(address))
	}

	return all
}

// people are the persons of a partner who are asked about referrals, at most two; where none is named for them, the first one.
func people(p model.Partner, today model.Date) []model.Contact {
	there := slices.DeleteFunc(slices.Clone(p.Contacts), func(c model.Contact) bool {
		return !c.Active(today)
	})
	slices.SortStableFunc(there, func(a, b model.Contact) int { return turn(a) - turn(b) })

	n := 0
	for n < len(there) && n < 2 && turn(there[n]) < 2 {
		n++
	}
	return there[:min(len(there), max(1, n))]
}

// turn is when a person is asked: the one for referrals, the one for emergencies, the main one, any other.
func turn(c model.Contact) int {
	switch {
	case c.Role == "pic_referral":
		return 0
	case c.Role == "emergency":
		return 1
	case c.IsPrimary:
		return 2
	}
	return 3
}

// wayRow is a number or an address with what it is, and a button that copies it.
func (d *desk) wayRow(x way) fyne.CanvasObject {
	w := d.Words
	what := look.Fixed(look.Scaled(120), 0, look.Muted(w.Field(x.field)))
	number := look.Text(room.Joined(x.to, x.who), theme.ColorNameForeground, theme.SizeNameText, false)
	return container.NewBorder(nil, nil, what, d.CopyButton(w.Say("action.copy"), x.to), number)
}
