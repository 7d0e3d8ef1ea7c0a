package ui

import (
	"context"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// home is the first screen: what needs attention, the figures, the next dates.
type home struct {
	app      *App
	object   fyne.CanvasObject
	cards    *fyne.Container
	rows     *fyne.Container
	upcoming *fyne.Container
	months   *fyne.Container
	counts   model.Counts
	list     []model.Attention
}

// attentionShown is the number of rows; more would hide what is urgent.
const attentionShown = 40

func newHome(a *App) *home {
	h := &home{app: a, cards: container.NewGridWithColumns(4), rows: container.New(&plain{}), upcoming: container.New(&plain{}), months: container.NewStack()}
	w := a.words
	today := a.session.Today()
	search := widget.NewButtonWithIcon(w.Say("search.anything")+"   Ctrl+K", theme.SearchIcon(), a.showSearch)
	search.Alignment = widget.ButtonAlignLeading
	create := widget.NewButtonWithIcon(w.Say("agreement.new"), theme.ContentAddIcon(), h.Create)
	create.Importance = widget.HighImportance
	date := look.Muted(w.Weekday(today.Time()) + ", " + w.Day(today.Time()))
	name := a.clinic.Name
	if name == "" {
		name = "Jejaring"
	}
	title := container.NewVBox(look.Title(name), container.New(pull{14}, date))
	top := container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(look.Fixed(250, 0, search), create)), title)
	attention := look.Card(container.NewBorder(look.Heading(w.Say("home.attention")), nil, nil, nil, container.NewVScroll(h.rows)))
	next := look.Card(container.NewBorder(look.Heading(w.Say("home.upcoming")), nil, nil, nil, container.NewVScroll(h.upcoming)))
	right := container.New(&above{gap: 12, least: 340, below: 200}, next, h.months)
	split := container.New(&wide{share: 0.68, gap: 16, narrow: 900}, attention, right)
	h.showMonths()
	h.object = container.NewBorder(container.NewVBox(top, look.PadXY(0, 4, h.cards)), nil, nil, nil, split)
	return h
}

func (h *home) Object() fyne.CanvasObject { return h.object }
func (h *home) Leave(then func())         { then() }
func (h *home) Keep()                     {}
func (h *home) Save()                     {}
func (h *home) FocusSearch()              { h.app.showSearch() }

// Create begins a new agreement.
func (h *home) Create() { h.app.show("agreements").Create() }

// Reload fetches figures, rows and dates.
func (h *home) Reload() {
	session := h.app.session
	today := session.Today()
	task.Run(h.app.Tasks, func(ctx context.Context) (model.Counts, error) { return session.Overview.Counts(ctx, today) },
		func(c model.Counts, err error) {
			if err != nil {
				h.app.report(err)
				return
			}
			h.counts = c
			h.showCards(c)
			h.showAttention(h.list)
		})
	task.Run(h.app.Tasks, func(ctx context.Context) ([]model.Attention, error) {
		return session.Overview.Attention(ctx, today, attentionShown)
	}, func(list []model.Attention, err error) {
		if err == nil {
			h.showAttention(list)
		}
	})
	task.Run(h.app.Tasks, func(ctx context.Context) ([]model.Upcoming, error) {
		return session.Overview.Upcoming(ctx, today, 30, 30)
	}, func(list []model.Upcoming, err error) {
		if err == nil {
			h.showUpcoming(list)
		}
	})
}

func (h *home) showCards(c model.Counts) {
	w := h.app.words
	open := func(place string, filter int) func() {
		return func() {
			s := h.app.show(place)
			if f, ok := s.(interface{ Filter(int) }); ok {
				f.Filter(filter)
			}
		}
	}
	trend, soon, replies, mail := "", "", "", ""
	if d := c.Active - c.ActiveYear; d != 0 {
		trend = w.Say("home.trend", signed(w.Count(d), d))
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
	h.cards.Objects = []fyne.CanvasObject{
		h.card(w.Say("home.active"), w.Count(c.Active), trend, look.ColorMuted, open("agreements", 1)),
		h.card(w.Say("home.expiring"), w.Count(c.Expiring), soon, theme.ColorNameWarning, open("agreements", 2)),
		h.card(w.Say("home.referrals_waiting"), w.Count(c.Waiting), replies, theme.ColorNameWarning, open("referrals", 1)),
		h.card(w.Say("home.unlinked"), w.Count(c.Unlinked), mail, theme.ColorNameWarning, open("letters", 1)),
	}
	h.cards.Refresh()
}

func signed(s string, n int) string {
	if n > 0 {
		return "+" + s
	}
	return s
}

func (h *home) card(label, figure, note string, colour fyne.ThemeColorName, tapped func()) fyne.CanvasObject {
	number := widget.NewRichText(&widget.TextSegment{Text: figure, Style: widget.RichTextStyle{
		SizeName: theme.SizeNameHeadingText, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNameForeground}})
	box := container.New(&plain{gap: -10}, look.Muted(label), number, look.Text(note, colour, theme.SizeNameCaptionText, false))
	return look.Card(look.NewTap(container.New(plainBottom{}, box), tapped))
}

func (h *home) showAttention(list []model.Attention) {
	h.list = list
	h.rows.Objects = nil
	for _, a := range list {
		h.rows.Add(h.attentionRow(a))
	}
	if len(list) == 0 {
		h.rows.Add(h.quietHome())
	}
	h.rows.Refresh()
}

// quietHome is what stands here when nothing waits: in an empty register the first steps.
func (h *home) quietHome() fyne.CanvasObject {
	w := h.app.words
	if h.counts.Partners > 0 {
		return look.Paragraph(w.Say("home.nothing"), look.ColorMuted, theme.SizeNameText, false)
	}
	partner := widget.NewButtonWithIcon(w.Say("partner.new"), theme.ContentAddIcon(), func() { h.app.show("partners").Create() })
	box := widget.NewButtonWithIcon(w.Say("mailbox.new"), theme.ContentAddIcon(), func() { h.app.show("settings").(*settings).section("mailboxes") })
	return container.NewVBox(look.Paragraph(w.Say("home.empty"), look.ColorMuted, theme.SizeNameText, false), container.NewHBox(partner, box))
}

func (h *home) attentionRow(a model.Attention) fyne.CanvasObject {
	w := h.app.words
	text, tone := h.urgency(a)
	chip := look.Fixed(118, 0, container.NewHBox(look.NewChip(text, tone)))
	what := look.Text(sentence(w.Say("attention."+a.Kind, a.Title, a.Detail)), theme.ColorNameForeground, theme.SizeNameText, false)
	date := look.Text("", look.ColorMuted, theme.SizeNameText, false)
	if !a.Due.IsZero() {
		look.SetText(date, w.ShortDay(a.Due.Time()), look.ColorMuted, theme.SizeNameText, false)
	}
	act := widget.NewButton(w.Say("attention."+a.Kind+".do"), func() { h.app.openRecord(a.Entity, a.Record) })
	right := container.NewHBox(look.Fixed(102, 0, date), look.Fixed(88, 0, act), look.Gap(8, 1))
	return container.NewVBox(container.NewBorder(nil, nil, chip, right, what), widget.NewSeparator())
}

// sentence begins a text with a capital: obligations are kept as verb phrases.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// urgency is the chip of a row: how late, how soon, or what it waits for.
func (h *home) urgency(a model.Attention) (string, look.Tone) {
	w := h.app.words
	switch {
	case a.Kind == model.AttentionUnlinked:
		return w.Say("chip.unlinked"), look.Plain
	case a.Kind == model.AttentionSignature && a.Days >= 0:
		return w.Say("chip.signature"), look.Busy
	case a.Kind == model.AttentionSignedScan || a.Kind == model.AttentionPartnerNumber:
		return w.Say("chip.incomplete"), look.Busy
	case a.Kind == model.AttentionMailboxFailing:
		return w.Say("chip.mail"), look.Late
	case a.Days < 0:
		return w.Say("chip.late", -a.Days), look.Late
	case a.Days == 0:
		return w.Say("chip.today"), look.Soon
	}
	return w.Say("chip.left", a.Days), look.Soon
}

func (h *home) showUpcoming(list []model.Upcoming) {
	w := h.app.words
	h.upcoming.Objects = nil
	for _, u := range list {
		date := look.Fixed(98, 0, look.Muted(w.ShortDay(u.Date.Time())))
		text := look.Text(w.Say("upcoming."+u.Kind, u.Title), theme.ColorNameForeground, theme.SizeNameText, false)
		h.upcoming.Add(look.NewTap(container.NewBorder(nil, nil, date, nil, text), func() { h.app.openRecord(u.Entity, u.Record) }))
	}
	if len(list) == 0 {
		h.upcoming.Add(look.Paragraph(w.Say("home.no_dates"), look.ColorMuted, theme.SizeNameText, false))
	}
	h.upcoming.Refresh()
}

// plain stacks objects with a gap of its own.
type plain struct{ gap float32 }

func (l *plain) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		size = fyne.NewSize(40, size.Height+m.Height+l.gap)
	}
	return size
}

func (l *plain) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + l.gap
	}
}

// plainBottom leaves a little air below.
type plainBottom struct{}

func (plainBottom) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(0, 14)
}

func (plainBottom) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// pull draws a line closer to the one above it.
type pull struct{ by float32 }

func (l pull) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, o[0].MinSize().Height-l.by)
}

func (l pull) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, -l.by))
	o[0].Resize(fyne.NewSize(size.Width, size.Height+l.by))
}

// wide puts two panes side by side by a share of the width, or over each other where the width is less than narrow.
type wide struct{ share, gap, narrow float32 }

func (l *wide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 120) }

func (l *wide) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	if size.Width < l.narrow {
		h := (size.Height - l.gap) * l.share
		o[0].Resize(fyne.NewSize(size.Width, h))
		o[1].Move(fyne.NewPos(0, h+l.gap))
		o[1].Resize(fyne.NewSize(size.Width, size.Height-h-l.gap))
		return
	}
	w := (size.Width - l.gap) * l.share
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(w+l.gap, 0))
	o[1].Resize(fyne.NewSize(size.Width-w-l.gap, size.Height))
}
