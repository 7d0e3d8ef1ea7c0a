package room

import (
	"strconv"
	"time"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
	"jejaring/ui/register"
)

// Chip is a list behind a figure: its name in the language of the window, and what it shows.
type Chip struct {
	name func(translations.Words) string
	tone look.Tone
	set  model.Filters
}

// Behind leads to a place with chips for the lists behind a figure, the first of them chosen.
func (d Desk) Behind(place string, chips ...Chip) func() {
	offer := func(w translations.Words) []register.Filter {
		var all []register.Filter
		for _, c := range chips {
			all = append(all, register.Filter{Label: c.name(w), Tone: c.tone, Set: c.set})
		}
		return all
	}
	return func() {
		d.Leave(func() {
			d.Show(place).(interface {
				Show(func(translations.Words) []register.Filter)
			}).Show(offer)
		})
	}
}

// ReferralChip is a part of the outgoing referrals of a period, as the store names it, perhaps narrowed further.
func (a Desk) ReferralChip(set string, p model.Period, narrow model.Filters) Chip {
	midnight := func(d model.Date) string {
		return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, a.Zone()).Format(time.RFC3339)
	}
	all := model.Filters{model.ByFigure: set, model.ByFrom: midnight(p.From), model.ByTo: midnight(p.To.AddDays(1))}
	return Chip{name: saying("report.list."+set, p), tone: chipTone(set), set: all.And(narrow)}
}

// chipTone marks the lists of what should not be.
func chipTone(set string) look.Tone {
	switch set {
	case "refused", "unreplied", "uncovered", "rrns", "no_scan":
		return look.Soon
	}
	return look.Plain
}

// FigureChip is a part of the records of a period, as the store names it, perhaps narrowed further.
func FigureChip(set string, p model.Period, narrow model.Filters) Chip {
	all := model.Filters{model.ByFigure: set, model.ByFrom: p.From.String(), model.ByTo: p.To.String()}
	return Chip{name: saying("report.list."+set, p), set: all.And(narrow)}
}

// AgreementChip is a part of the agreements in force on a day.
func AgreementChip(name string, day model.Date, narrow model.Filters) Chip {
	all := model.Filters{model.ByBadge: "in_force", model.ByToday: day.String()}
	return Chip{name: func(w translations.Words) string { return w.Say("report.list."+name, w.ShortDay(day.Time())) },
		tone: chipTone(name), set: all.And(narrow)}
}

func saying(key string, p model.Period) func(translations.Words) string {
	return func(w translations.Words) string { return w.Say(key, PeriodName(w, p)) }
}

// Named replaces the name of a chip.
func (c Chip) Named(name func(translations.Words) string) Chip {
	c.name = name
	return c
}

// PeriodName is a period in few words: 2026, November 2026.
func PeriodName(w translations.Words, p model.Period) string {
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

// MonthBehind leads to the outgoing referrals of a month.
func (d Desk) MonthBehind(month model.Period) func() {
	return d.Behind("referrals", d.ReferralChip("outgoing", month, nil))
}
