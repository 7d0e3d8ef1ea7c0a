package room

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/register"
)

// ShowMenu drops a menu below the actions of a record. Of one that a reminder can be about, it ends with that.
func (d Desk) ShowMenu(of model.Subject, items []*fyne.MenuItem) {
	if model.Remindable(of.Entity) {
		if len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		items = append(items, fyne.NewMenuItem(d.Words.Say("reminder.ask"), func() { d.Remind(of) }))
	}

	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), d.Window.Canvas())
	size := d.Window.Canvas().Size()
	menu.ShowAtPosition(fyne.NewPos(size.Width-menu.MinSize().Width-72, 112))
}

// Menu offers the codes of a list as filters of a field.
func (d Desk) Menu(field model.FilterName, group string, codes []string) register.Menu {
	m := register.Menu{Label: d.Words.Field(string(field))}
	for _, code := range codes {
		m.Filters = append(m.Filters, register.Filter{Label: d.Words.Label(group, code), Set: model.Filters{field: code}})
	}
	return m
}

// Years offers the years around today, the latest first.
func (d Desk) Years() register.Menu {
	m := register.Menu{Label: d.Words.Field("year")}
	today := d.Today().Year
	for year := today + 10; year > today-20; year-- {
		text := strconv.Itoa(year)
		m.Filters = append(m.Filters, register.Filter{Label: text, Set: model.Filters{model.ByYear: text}})
	}
	return m
}
