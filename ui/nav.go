package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// navigation is the column at the left; it can shrink to icons.
type navigation struct {
	app    *App
	object *fyne.Container
	items  map[string]*navItem
	small  bool
}

func newNavigation(a *App) *navigation {
	n := &navigation{app: a, items: map[string]*navItem{}, small: a.App.Preferences().Bool("nav_small"), object: container.NewStack()}
	n.draw()
	return n
}

func (n *navigation) draw() {
	width := look.Scaled(190)
	if n.small {
		width = 56
	}

	brand := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.Icon))
	brand.FillMode = canvas.ImageFillContain
	brand.SetMinSize(fyne.NewSize(26, 26))
	head := container.NewHBox(look.PadXY(4, 0, brand))
	if !n.small {
		head.Add(look.Fixed(look.Scaled(100), 0, look.Text("Jejaring", theme.ColorNamePrimary, theme.SizeNameSubHeadingText, true)))
	}

	list := container.NewVBox(look.PadXY(6, 6, head))
	for _, place := range n.app.rooms.listed() {
		item := newNavItem(n, place)
		n.items[place.Name] = item
		if place.Name == "settings" {
			continue
		}
		list.Add(item.tap)
	}

	fold := look.NewIconButton(theme.MenuIcon(), n.app.words.Say("tip.fold"), func() {
		n.small = !n.small
		n.app.App.Preferences().SetBool("nav_small", n.small)
		n.draw()
		n.choose(n.app.place)
		n.count(n.app.counts)
	})
	fold.Importance = widget.LowImportance
	help := look.NewIconButton(theme.HelpIcon(), n.app.words.Say("tip.help"), func() { n.app.showHelp(n.app.place) })
	help.Importance = widget.LowImportance
	foot := container.NewVBox(n.items["settings"].tap, container.NewHBox(fold, n.otherLanguage(), help))
	if n.small {
		foot = container.NewVBox(n.items["settings"].tap, n.otherLanguage(), help, fold)
	}

	column := container.NewBorder(nil, foot, nil, nil, container.NewVScroll(list)) // large text in a low window
	edge := look.Fixed(1, 0, look.NewGround(look.ColorLine))
	n.object.Objects = []fyne.CanvasObject{look.Fixed(width, 0, container.NewBorder(nil, nil, nil, edge,
		container.NewStack(look.NewGround(look.ColorNav), look.Pad(7, column))))}
	n.object.Refresh()
}

// otherLanguage is the button that changes the language from anywhere, in the middle of work.
func (n *navigation) otherLanguage() fyne.CanvasObject {
	other := "en"
	if n.app.words.Language() == other {
		other = "id"
	}
	b := look.NewButton(strings.ToUpper(other), func() { n.app.SetLanguage(other) })
	b.Importance = widget.LowImportance
	return b
}

func (n *navigation) choose(place string) {
	if under := n.app.rooms.place(place).Under; under != "" {
		place = under
	}
	for name, item := range n.items {
		item.choose(name == place)
	}
}

// count shows how much waits behind each place.
func (n *navigation) count(c model.Counts) {
	for _, place := range n.app.rooms.listed() {
		if place.Waiting == nil {
			continue
		}

		text := ""
		if waiting := place.Waiting(c); waiting > 0 {
			text = n.app.words.Count(waiting)
		}

		item := n.items[place.Name]
		item.badge.Set(text, look.Plain)
		item.content.Refresh() // a badge that comes or goes takes room
	}
}

type navItem struct {
	tap   *look.Tap
	text  *widget.RichText
	icon  *widget.Icon
	badge *look.Chip
	// content is what the badge takes its room from.
	content fyne.CanvasObject
	place   room.Place
	label   string
}

func newNavItem(n *navigation, place room.Place) *navItem {
	item := &navItem{place: place, label: n.app.words.Say("nav." + place.Name), badge: look.NewChip("", look.Plain)}
	item.badge.Hide()
	item.text = look.Text(item.label, theme.ColorNameForeground, theme.SizeNameText, false)
	item.icon = widget.NewIcon(place.Icon)
	icon := look.Fixed(22, 22, item.icon)
	var content fyne.CanvasObject = container.NewHBox(layout.NewSpacer(), icon, layout.NewSpacer())
	if !n.small {
		content = container.NewBorder(nil, nil, container.NewCenter(icon), container.NewCenter(item.badge), item.text)
	}

	item.content = content
	item.tap = look.NewTap(look.PadXY(8, 1, content), func() { n.app.Go(place.Name) })
	return item
}

func (i *navItem) choose(chosen bool) {
	ground := fyne.ThemeColorName("")
	colour := theme.ColorNameForeground
	icon := i.place.Icon
	if chosen {
		ground, colour = look.ColorNavChosen, theme.ColorNamePrimary
		icon = theme.NewPrimaryThemedResource(icon)
	}

	i.icon.SetResource(icon)
	i.tap.SetResting(ground)
	look.SetText(i.text, i.label, colour, theme.SizeNameText, chosen)
}
