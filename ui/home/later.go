package home

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// week is how many days a row is put off for a week.
const week = 7

// later is the button of a row by which it is put off or given to somebody. What keeps the register itself safe is everybody's and is
// not put off: it leaves its place free.
func (h *home) later(a model.Attention) fyne.CanvasObject {
	more := room.Low(look.NewIconButton(theme.MoreVerticalIcon(), h.desk.Words.Say("tip.put_off"), nil))
	if a.Entity == model.EntityRegister {
		return look.Gap(more.MinSize().Width, 1)
	}

	more.OnTapped = func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(more).AddXY(0, more.Size().Height)
		items := h.giveItems(a, at)
		if a.Puttable() {
			items = append(append(h.lateItems(a), fyne.NewMenuItemSeparator()), items...)
		}
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), h.desk.Window.Canvas(), at)
	}
	return more
}

// lateItems are the days until which a row can be put off.
func (h *home) lateItems(a model.Attention) []*fyne.MenuItem {
	w := h.desk.Words
	today := h.desk.Today()
	item := func(key string, days int) *fyne.MenuItem {
		day := today.AddDays(days)
		return fyne.NewMenuItem(w.Say(key, w.Weekday(day.Time())+", "+w.DayMonth(day.Time())), func() { h.putOff(a, day, nil) })
	}
	items := []*fyne.MenuItem{item("home.put_off_tomorrow", 1), item("home.put_off_week", week),
		fyne.NewMenuItem(w.Say("home.put_off_day"), func() { h.askLater(a) })}
	if a.Staged() {
		items = append([]*fyne.MenuItem{h.knownItem(a)}, items...)
	}
	return items
}

// knownItem lets a row rest that comes up in stages: until its next one, or for good once its end has passed.
func (h *home) knownItem(a model.Attention) *fyne.MenuItem {
	w := h.desk.Words
	again := a.Again(h.desk.Today())
	label := w.Say("home.known_last")
	if again != model.Never() {
		label = w.Say("home.known", w.DayMonth(again.Time()))
	}
	return fyne.NewMenuItem(label, func() { h.putOff(a, again, nil) })
}

// askLater asks for the day until which a row is put off.
func (h *home) askLater(a model.Attention) {
	w := h.desk.Words
	title := w.Say("home.put_off_day")
	room.Ask(h.desk.Desk, h.desk.Today().AddDays(2*week), room.Question[model.Date]{Entity: string(a.Entity), Title: title,
		Text: room.Sentence(w.Say("attention."+a.Kind, a.Title, a.Detail)), Do: w.Say("action.save"),
		Groups: []form.Group[model.Date]{{Lines: []form.Line[model.Date]{
			form.Day("until", func(day *model.Date) *model.Date { return day }).Must()}}},
		Submit: func(day model.Date, done func(error)) { h.putOff(a, day, done) }})
}

// putOff puts a row off until a day, or brings it back; what became of it is said, with a way back.
func (h *home) putOff(a model.Attention, until model.Date, done func(error)) {
	w := h.desk.Words
	today := h.desk.Today()
	task.Run(h.desk.Tasks, func(ctx context.Context) (bool, error) {
		return true, h.desk.Overview.PutOff(ctx, a, until, today)
	}, func(_ bool, err error) {
		if done != nil {
			done(err)
		} else if err != nil {
			h.desk.Report(err)
		}
		if err != nil || !h.desk.Current() {
			return
		}

		h.desk.Shown().Reload() // another screen by now, when it is taken back there
		said := w.Say("home.put_off_woken")
		switch until = a.Rest(until, today); {
		case until == model.Never():
			said = w.Say("home.known_done")
		case !until.IsZero():
			said = w.Say("home.put_off_done", w.Day(until.Time()))
		}
		h.desk.Notify(said, w.Say("action.undo"), func() { h.takeBack(a) })
	})
}

// takeBack makes a row stand as it stood before.
func (h *home) takeBack(a model.Attention) {
	today := h.desk.Today()
	task.Run(h.desk.Tasks, func(ctx context.Context) (bool, error) {
		return true, h.desk.Overview.PutOff(ctx, a, a.Until, today)
	}, func(_ bool, err error) {
		switch {
		case err != nil:
			h.desk.Report(err)
		case h.desk.Current():
			h.desk.Shown().Reload()
		}
	})
}

// showFoot says how many rows were put off, where any were, with a button that shows them.
func (h *home) showFoot() {
	w := h.desk.Words
	h.foot.Objects = nil
	if n := len(h.list.asleep); n > 0 {
		label := w.Say("home.put_off_show")
		if h.unfolded {
			label = w.Say("home.put_off_hide")
		}

		fold := room.Low(look.NewButton(label, func() {
			h.unfolded = !h.unfolded
			h.showAttention(h.list)
		}))
		many := w.Say("home.put_off_count", n)
		wide := fyne.MeasureText(many, theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width + 2*theme.InnerPadding() + 2
		h.foot.Objects = []fyne.CanvasObject{container.NewHBox(look.Fixed(wide, 0, look.Muted(many)), fold)}
	}
	h.foot.Refresh()
}

// asleepRow is a row that was put off: until when, and a button that brings it back.
func (h *home) asleepRow(a model.Attention) fyne.CanvasObject {
	w := h.desk.Words
	r := h.desk.Entry(a.Entity).Reminders[a.Kind]
	back := look.NewButton(w.Say("home.put_off_back"), func() { h.putOff(a, model.Date{}, nil) })
	return h.row(a, r, look.NewChip(w.Say("home.put_off_chip", w.DayMonth(a.Until.Time())), look.Plain), container.NewHBox(back))
}
