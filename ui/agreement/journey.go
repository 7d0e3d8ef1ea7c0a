package agreement

import (
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

// journey is the part of the summary that tells where an agreement stands on its way, for how long and on whom it waits; of one that was
// signed it tells in one line how long the way was.
func (d *desk) journey(r agreement) fyne.CanvasObject {
	box := container.New(&look.Lines{Gap: 2})
	task.Run(d.Tasks, d.Calendar.Settings, func(s model.Settings, err error) {
		if err != nil {
			d.Report(err)
			return
		}

		for _, row := range d.stages(r, s.WorkWeek) {
			box.Add(row)
		}
		box.Refresh()
	})
	return box
}

// stages are the lines of a way, the present stage first.
func (d *desk) stages(r agreement, week model.WorkWeek) []fyne.CanvasObject {
	w := d.Words
	if r.Binds() {
		text := w.Say("journey.unknown")
		if days, working, known := r.SignedWithin(week); known {
			text = w.Say("journey.signed", days, working)
		}
		return []fyne.CanvasObject{look.Paragraph(text, look.ColorMuted, theme.SizeNameText, false)}
	}

	var rows []fyne.CanvasObject
	for _, s := range slices.Backward(r.Stages) {
		tone, took, since := look.Plain, w.Say("journey.days", s.WorkingDays(d.Today(), week)), w.ShortDay(s.Since.Time())
		if s.Since.IsZero() {
			took, since = "", ""
		}

		text := room.Joined(took, w.Say("journey.between", since, w.ShortDay(s.Until.Time())))
		if s.Until.IsZero() {
			tone = look.Busy
			text = room.Joined(took, w.Say("journey.since", room.Dash(since)), d.waits(r, s))
		}
		if s.Paused() {
			tone = look.Soon
			p := s.Pauses[len(s.Pauses)-1]
			text += "\n" + w.Say("journey.paused", w.ShortDay(p.From.Time()), room.Short(p.Reason, shownReason))
		}
		rows = append(rows, room.WaitRow(w.Label("agreement_status", string(s.Status)), tone, text))
	}

	return rows
}

// waits says on whom a stage waits, and since when where somebody noted it.
func (d *desk) waits(r agreement, s model.Stage) string {
	role, name := model.WaitedFor(r, s)
	who := room.Joined(d.partyName(r, role), name)
	switch {
	case who == "":
		return ""
	case s.WaitsSince.IsZero():
		return d.Words.Say("journey.waits", who)
	}
	return d.Words.Say("journey.waits_since", who, d.Words.ShortDay(s.WaitsSince.Time()))
}

// partyName is the clinic or the partner behind a role.
func (d *desk) partyName(r agreement, role string) string {
	p := r.Party(role)
	switch {
	case p == nil:
		return ""
	case p.PartnerID == 0:
		return d.Clinic().Name
	}
	return p.PartnerName
}

// parties says who stands behind each role.
func (d *desk) parties(r agreement) string {
	var all []string
	for _, p := range r.Parties {
		all = append(all, d.Words.Label("party", p.Role)+": "+d.partyName(r, p.Role))
	}
	return strings.Join(all, "\n")
}
