package ui

import (
	"maps"
	"strconv"
	"time"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
	"jejaring/ui/register"
)

// listChip is a list behind a figure: its name in the language of the window, and what it shows.
type listChip struct {
	name func(translations.Words) string
	tone look.Tone
	set  map[string]string
}

// behind leads to a place with chips for the lists behind a figure, the first of them chosen.
func (a *App) behind(place string, chips ...listChip) func() {
	offer := func(w translations.Words) []register.Filter {
		var all []register.Filter
		for _, c := range chips {
			all = append(all, register.Filter{Label: c.name(w), Tone: c.tone, Set: c.set})
		}
		return all
	}
	return func() {
		a.leave(func() {
			a.show(place).(interface {
				Show(func(translations.Words) []register.Filter)
			}).Show(offer)
		})
	}
}

// referralChip is a part of the outgoing referrals of a period, as the store names it, perhaps narrowed further.
func (a *App) referralChip(set string, p model.Period, narrow map[string]string) listChip {
	midnight := func(d model.Date) string {
		return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, a.zone).Format(time.RFC3339)
	}
	all := map[string]string{"figure": set, "from": midnight(p.From), "to": midnight(p.To.AddDays(1))}
	maps.Copy(all, narrow)
	return listChip{name: saying("report.list."+set, p), tone: chipTone(set), set: all}
}

// chipTone marks the lists of what should not be.
func chipTone(set string) look.Tone {
	switch set {
	case "refused", "unreplied", "uncovered", "rrns", "no_scan":
		return look.Soon
	}
	return look.Plain
}

func trainingChip(set string, p model.Period, narrow map[string]string) listChip {
	all := map[string]string{"figure": set, "from": p.From.String(), "to": p.To.String()}
	maps.Copy(all, narrow)
	return listChip{name: saying("report.list."+set, p), set: all}
}

// agreementChip is a part of the agreements in force on a day.
func agreementChip(name string, day model.Date, narrow map[string]string) listChip {
	all := map[string]string{"badge": "in_force", "today": day.String()}
	maps.Copy(all, narrow)
	return listChip{name: func(w translations.Words) string { return w.Say("report.list."+name, w.ShortDay(day.Time())) },
		tone: chipTone(name), set: all}
}

func saying(key string, p model.Period) func(translations.Words) string {
	return func(w translations.Words) string { return w.Say(key, periodName(w, p)) }
}

// named replaces the name of a chip.
func (c listChip) named(name func(translations.Words) string) listChip {
	c.name = name
	return c
}

// periodName is a period in few words: 2026, November 2026.
func periodName(w translations.Words, p model.Period) string {
	year := strconv.Itoa(p.To.Year)
	switch p.Span {
	case "month":
		return w.Month(p.To.Time()) + " " + year
	case "quarter":
		return w.Say("report.quarter", model.Roman((int(p.From.Month)+2)/3), year)
	case "semester":
		return w.Say("report.semester", model.Roman((int(p.From.Month)+5)/6), year)
	}
	return year
}
