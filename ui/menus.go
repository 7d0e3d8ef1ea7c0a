package ui

import (
	"strconv"

	"jejaring/ui/register"
)

// menu offers the codes of a list as filters of a field.
func (a *App) menu(field, group string, codes []string) register.Menu {
	m := register.Menu{Label: a.words.Field(field)}
	for _, code := range codes {
		m.Filters = append(m.Filters, register.Filter{Label: a.words.Label(group, code), Set: map[string]string{field: code}})
	}
	return m
}

// years offers the years around today, the latest first.
func (a *App) years() register.Menu {
	m := register.Menu{Label: a.words.Field("year")}
	today := a.session.Today().Year
	for year := today + 10; year > today-20; year-- {
		text := strconv.Itoa(year)
		m.Filters = append(m.Filters, register.Filter{Label: text, Set: map[string]string{"year": text}})
	}
	return m
}
