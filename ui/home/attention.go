package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// showAttention lists what a person should do. All rows are laid out together: one by one takes the window's time.
func (h *home) showAttention(all waiting) {
	h.list, h.read = all, true
	w := h.desk.Words
	list := all.awake
	n := w.Count(len(list))
	more := len(list) > attentionShown
	if more {
		list = list[:attentionShown]
		n = w.Count(attentionShown) + "+"
	}

	title := w.Say("home.attention")
	if len(list) > 0 {
		title = w.Say("home.attention_count", n)
	}
	look.SetText(h.title, title, theme.ColorNameForeground, theme.SizeNameText, true)

	rows := make([]fyne.CanvasObject, 0, len(list)+1)
	for _, a := range list {
		rows = append(rows, h.attentionRow(a))
	}

	switch {
	case more:
		rows = append(rows, look.Paragraph(w.Say("home.attention_more", attentionShown), look.ColorMuted, theme.SizeNameText, false))
	case len(list) == 0:
		rows = append(rows, h.quietHome())
	}

	if h.unfolded {
		for _, a := range all.asleep {
			rows = append(rows, h.asleepRow(a))
		}
	}
	h.rows.Objects = rows
	h.rows.Refresh()
	h.showOwners()
	h.showFoot()
}

// quietHome is what stands here when nothing waits: in an empty register the first steps. Until it is known whether there is
// anything in the register, it says so.
func (h *home) quietHome() fyne.CanvasObject {
	w := h.desk.Words
	switch {
	case !h.counted:
		return h.reading()
	case h.owner != 0:
		return look.Paragraph(w.Say("home.nothing_owned"), look.ColorMuted, theme.SizeNameText, false)
	case len(h.list.asleep) > 0:
		return look.Paragraph(w.Say("home.put_off_only"), look.ColorMuted, theme.SizeNameText, false)
	case h.counts.Partners > 0:
		return look.Paragraph(w.Say("home.nothing"), look.ColorMuted, theme.SizeNameText, false)
	}

	partner := look.NewButtonWithIcon(w.Say("partner.new"), theme.ContentAddIcon(), func() { h.desk.Show("partners").Create() })
	box := look.NewButtonWithIcon(w.Say("mailbox.new"), theme.ContentAddIcon(), func() { h.desk.OpenSection("mailboxes") })
	return container.NewVBox(look.Paragraph(w.Say("home.empty"), look.ColorMuted, theme.SizeNameText, false), container.NewHBox(partner, box))
}

// reading says that the rows are not known yet.
func (h *home) reading() fyne.CanvasObject {
	return look.Paragraph(h.desk.Words.Say("home.reading"), look.ColorMuted, theme.SizeNameText, false)
}

// attentionRow is a row as the entry of its record type has it.
func (h *home) attentionRow(a model.Attention) fyne.CanvasObject {
	d, w := h.desk.Desk, h.desk.Words
	r := d.Entry(a.Entity).Reminders[a.Kind]
	text, tone := r.Urgency(w, a)

	buttons := container.NewHBox()
	if r.Also != nil {
		buttons.Add(d.Busy(look.NewButton(w.Say(r.Also.Label), func() { r.Also.Do(d, a) })))
	}

	act := look.NewButton(w.Say("attention."+a.Kind+".do"), func() { r.Attend(d, a) })
	buttons.Add(look.Fixed(look.Scaled(88), 0, act))
	buttons.Add(h.later(a))

	return h.row(a, r, look.NewChip(text, tone), buttons)
}

// second is the second line of a row, with whose it is.
func (h *home) second(r room.Reminder, a model.Attention) string {
	if a.Owner == "" {
		return r.Second(h.desk.Words, a)
	}
	return room.Joined(h.desk.Words.Say("home.owner", a.Owner), r.Second(h.desk.Words, a))
}

// row places a chip, what a row says in two lines, and its buttons.
func (h *home) row(a model.Attention, r room.Reminder, chip *look.Chip, buttons *fyne.Container) fyne.CanvasObject {
	d, w := h.desk.Desk, h.desk.Words
	left := container.NewCenter(look.Fixed(look.Scaled(118), 0, container.NewHBox(chip)))
	what := container.New(&look.Lines{Gap: -14},
		look.Text(room.Sentence(w.Say("attention."+a.Kind, a.Title, a.Detail)), theme.ColorNameForeground, theme.SizeNameText, false),
		look.Text(h.second(r, a), look.ColorMuted, theme.SizeNameCaptionText, false))

	buttons.Add(look.Gap(8, 1))
	right := container.NewCenter(buttons)
	line := container.NewBorder(nil, nil, left, right, look.NewTap(what, func() { r.Show(d, a) }))
	return container.NewVBox(look.PadXY(0, -4, line), widget.NewSeparator())
}
