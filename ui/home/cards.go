package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/chart"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// figure is what it says: what it counts, what is to be said about it, and the list behind it.
type figure struct {
	label, value, note string
	colour             fyne.ThemeColorName
	tapped             func()
}

// behind opens the list behind a figure, with one of its chips chosen.
func (h *home) behind(place string, filter int) func() {
	return func() {
		if f, ok := h.desk.Show(place).(interface{ Filter(int) }); ok {
			f.Filter(filter)
		}
	}
}

// showCards are the figures; each opens the list behind it. The four that tell how things go are there twice: as cards, and folded
// into a line. Those that wait for somebody are a line below.
func (h *home) showCards(c model.Counts) {
	line := container.New(spread{})
	var cards []fyne.CanvasObject
	for _, f := range h.mainFigures(c) {
		cards = append(cards, f.card())
		line.Add(f.part())
	}

	more := container.New(spread{})
	for _, f := range h.moreFigures(c) {
		more.Add(f.part())
	}

	h.cards.Objects = append(cards, strip(line), strip(more))
	h.cards.Refresh()
	h.lay()
}

// strip is a line of figures.
func strip(line fyne.CanvasObject) fyne.CanvasObject {
	ground := look.NewGround(look.ColorSurface)
	ground.Radius, ground.Line = 8, true
	return container.NewStack(ground, look.PadXY(8, 0, line))
}

// moreFigures are what waits: signatures, replies, what is owed, and licences of the staff.
func (h *home) moreFigures(c model.Counts) []figure {
	w := h.desk.Words
	owed := room.AgreementChip("in_force", h.desk.Today(), model.Filters{model.ByBadge: "obligation_overdue"}).Named(
		func(w translations.Words) string { return w.Say("home.overdue") })
	return []figure{
		{label: w.Say("home.awaiting"), value: w.Count(c.Awaiting), tapped: h.behind("agreements", 3)},
		{label: w.Say("home.replies"), value: w.Count(c.Replies), tapped: h.behind("referrals", 3)},
		{label: w.Say("home.overdue"), value: w.Count(c.Overdue), tapped: h.desk.Behind("agreements", owed)},
		{label: w.Say("home.licences"), value: w.Count(c.Licences), tapped: func() { h.desk.OpenFiltered("staff", 1) }},
	}
}

func (h *home) mainFigures(c model.Counts) []figure {
	w := h.desk.Words
	trend, soon, replies, mail := "", "", "", ""
	if d := c.Active - c.ActiveYear; d != 0 {
		trend = w.Say("home.trend", room.Signed(w.Count(d), d))
	}
	if c.Expiring > 0 {
		soon = w.Say("home.nearest", c.NextExpiry)
	}
	if c.Replies > 0 {
		replies = w.Say("home.replies_waiting", c.Replies)
	}
	if c.Unlinked > 0 {
		mail = w.Say("home.oldest", c.OldestSince)
	}

	return []figure{
		{w.Say("home.active"), w.Count(c.Active), trend, look.ColorMuted, h.behind("agreements", 1)},
		{w.Say("home.expiring"), w.Count(c.Expiring), soon, theme.ColorNameWarning, h.behind("agreements", 2)},
		{w.Say("home.referrals_waiting"), w.Count(c.Waiting), replies, theme.ColorNameWarning, h.behind("referrals", 1)},
		{w.Say("home.unlinked"), w.Count(c.Unlinked), mail, theme.ColorNameWarning, h.behind("letters", 1)},
	}
}

func (f figure) card() fyne.CanvasObject {
	note := look.Text(f.note, f.colour, theme.SizeNameCaptionText, false)
	return look.Card(look.NewTap(chart.FigureBox(f.label, f.value, note), f.tapped))
}

// part is a figure on the line: its name, and the number behind it in bold.
func (f figure) part() fyne.CanvasObject {
	text := look.Text(f.label, look.ColorMuted, theme.SizeNameText, false)
	number := widget.NewRichText(&widget.TextSegment{Text: f.value, Style: widget.RichTextStyle{
		SizeName: theme.SizeNameText, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNameForeground}})
	wide := fyne.MeasureText(f.label, theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width + 2*theme.InnerPadding() + 2
	return look.NewTap(container.New(&labelled{wide}, text, number), f.tapped)
}

// labelled puts a number close behind its name, which is as wide as it says; where there is less room, the name gives way.
type labelled struct{ wide float32 }

// MinSize is what both ask for.
func (l *labelled) MinSize(o []fyne.CanvasObject) fyne.Size {
	number := o[1].MinSize()
	return fyne.NewSize(l.wide+number.Width-theme.InnerPadding(), max(number.Height, lineOfFigures))
}

// Layout places both in the middle of the height.
func (l *labelled) Layout(o []fyne.CanvasObject, size fyne.Size) {
	number := o[1].MinSize()
	name := max(0, min(l.wide, size.Width-number.Width+theme.InnerPadding()))
	y := (size.Height - number.Height) / 2
	o[0].Move(fyne.NewPos(0, y))
	o[0].Resize(fyne.NewSize(name, number.Height))
	o[1].Move(fyne.NewPos(name-theme.InnerPadding(), y))
	o[1].Resize(number)
}
