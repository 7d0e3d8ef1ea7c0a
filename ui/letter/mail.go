package letter

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// mailScreen lists the partners' mail and shows one.
type mailScreen struct {
	*register.Screen[model.Message]
	desk *desk
	link func() // opens the search for the partner of the mail that is shown
}

func newMailScreen(d *desk) *mailScreen {
	m := &mailScreen{desk: d}
	w := d.Words
	refresh := look.NewMainButton(w.Say("mail.sync"), theme.ViewRefreshIcon(), d.Sync)
	spec := register.Spec[model.Message]{Entity: "message",
		List: register.ListSpec[model.Message]{Records: d.Messages, ID: func(r model.Message) model.ID { return r.ID },
			First:  &register.Action{Label: w.Say("mail.connect"), Icon: theme.MailComposeIcon(), Do: func() { d.OpenSection("mailboxes") }},
			Search: "mail.search", Empty: "mail.empty", NewRow: newMailRow, ShowRow: m.showRow, Cells: m.cells, Many: m.many(),
			Filters: []register.Filter{
				{Label: w.Say("mail.unlinked"), Tone: look.Busy, Set: model.Filters{model.ByLinked: "no", model.ByDirection: "in", model.ByStatus: "unregistered", model.ByAutoSubmitted: "0"}},
				{Label: w.Say("chip.answer"), Tone: look.Busy, Set: model.Filters{model.ByWaiting: "yes"}},
				{Label: w.Say("mail.in"), Set: model.Filters{model.ByDirection: "in"}},
				{Label: w.Say("mail.out"), Set: model.Filters{model.ByDirection: "out"}},
				{Label: w.Label("message_status", "filed"), Tone: look.Good, Set: model.Filters{model.ByStatus: "filed"}},
				{Label: w.Label("message_status", "ignored"), Set: model.Filters{model.ByStatus: "ignored"}},
			}, Menus: []register.Menu{d.Menu("category", "category", model.Categories())}},
		Base: func(r *model.Message) *model.Base { return &r.Base }, Check: func(*model.Message) model.Problems { return nil },
		Title:    d.subject,
		Subtitle: m.subtitle,
		Chips:    m.chips,
		Actions:  m.actions,
		Extra:    []fyne.CanvasObject{refresh},
		Tabs:     []register.Tab[model.Message]{{Title: "tab.profile", View: m.view}},
	}
	m.Screen = register.New(d.Env, spec, &d.state.mail)

	return m
}

// subtitle is who sent a mail, and when. It has a line of its own: a sender that is cut could be anybody.
func (m *mailScreen) subtitle(r model.Message) string {
	from := m.desk.sender(r)
	if r.SenderName != "" && r.SenderEmail != "" {
		from += " <" + r.SenderEmail + ">"
	}
	return "\n" + room.Joined(from, m.when(r))
}

// when is the date of a mail; one that the mail does not say itself is named as what it is.
func (m *mailScreen) when(r model.Message) string {
	w := m.desk.Words
	if r.Date.IsZero() {
		return w.Say("mail.no_date")
	}

	date := w.Day(m.desk.At(r.Date)) + " " + w.Clock(m.desk.At(r.Date))
	switch r.DateSource {
	case "internaldate":
		return w.Say("mail.date_server", date)
	case "unknown":
		return w.Say("mail.date_unknown", date)
	}

	return date
}

func (m *mailScreen) chips(r model.Message) []*look.Chip {
	w := m.desk.Words
	var chips []*look.Chip
	if r.PartnerName != "" {
		chips = append(chips, look.NewChip(r.PartnerName, look.Good))
	}

	for _, n := range r.NumberHits {
		chips = append(chips, look.NewChip(n, look.Good))
	}

	if dangerous(r) {
		chips = append(chips, look.NewChip(w.Say("chip.danger"), look.Late))
	}
	if !r.Linked() && r.Status != "ignored" {
		chips = append(chips, look.NewChip(w.Say("chip.unlinked"), look.Plain))
	}

	return append(chips, look.NewChip(w.Label("category", r.Category), look.Plain), look.NewChip(w.Label("message_status", r.Status), messageTone(r.Status)))
}

func messageTone(status string) look.Tone {
	switch status {
	case "filed", "answered":
		return look.Good
	case "routed", "in_progress", "registered":
		return look.Busy
	}
	return look.Plain
}

// dangerous reports whether a mail deceives about its sender or brings a program.
func dangerous(r model.Message) bool { return slices.ContainsFunc(r.Warnings, harmful) }

func harmful(x model.Warning) bool {
	return x.Code == model.WarnSpoof || x.Code == model.WarnExecutable || x.Code == model.WarnSenderOther
}

func (m *mailScreen) actions(r model.Message) []register.Action {
	w := m.desk.Words
	var all []register.Action
	if m.filable(r) {
		all = append(all, register.Action{Label: w.Say("mail.file"), Main: !dangerous(r), Icon: theme.ConfirmIcon(), Do: func() { m.setStatus(r, "filed") }})
	}
	if m.answerable(r) {
		all = append(all, register.Action{Label: w.Say("mail.answered"), Do: func() { m.setStatus(r, "answered") }})
	}
	if r.Status == "unregistered" {
		all = append(all, register.Action{Label: w.Say("mail.ignore"), Main: dangerous(r), Do: func() { m.setStatus(r, "ignored") }})
	}

	return all
}

func (m *mailScreen) filable(r model.Message) bool {
	return r.Status == "unregistered" || r.Status == "ignored"
}

func (m *mailScreen) answerable(r model.Message) bool {
	return r.Direction == "in" && r.Linked() && r.Status == "unregistered" && !dangerous(r)
}

// setStatus changes the state of a mail, with a way back, and opens the next one.
func (m *mailScreen) setStatus(r model.Message, status string) {
	before := r.Status
	next := m.Next(r.ID)
	if next == 0 {
		next = r.ID
	}

	m.changeAt(r, next, func(x *model.Message) { x.Status = status }, func() {
		m.desk.Notify(m.desk.Words.Say("mail.now_of", room.Short(m.desk.subject(r), 40), m.desk.Words.Label("message_status", status)),
			m.desk.Words.Say("action.undo"), func() {
				m.change(r, func(x *model.Message) { x.Status = before }, nil)
			})
	})
}

// change saves a mail's own fields: its state and its links.
func (m *mailScreen) change(r model.Message, edit func(*model.Message), then func()) {
	m.changeAt(r, r.ID, edit, then)
}

// changeAt does so, and opens a mail.
func (m *mailScreen) changeAt(r model.Message, open model.ID, edit func(*model.Message), then func()) {
	task.Run(m.desk.Tasks, func(ctx context.Context) (model.Message, error) {
		fresh, err := m.desk.Messages.Get(ctx, r.ID)
		if err != nil {
			return fresh, err
		}
		edit(&fresh)
		err = m.desk.Messages.Save(ctx, &fresh)
		return fresh, err
	}, func(_ model.Message, err error) {
		if err != nil {
			m.desk.Report(err)
			return
		}

		m.ReloadAt(open)
		m.desk.Recount()
		if then != nil {
			then()
		}
	})
}

// view shows a mail: why it is linked, what to be careful about, its text and its attachments.
func (m *mailScreen) view(r model.Message) fyne.CanvasObject {
	w := m.desk.Words
	box := container.New(&look.Lines{Gap: 2})
	box.Add(m.linkLine(r))
	for _, x := range r.Warnings {
		box.Add(warningLine(w, x))
	}

	if r.ReadProblem != "" {
		box.Add(look.Paragraph("! "+w.Label("read_problem", r.ReadProblem), theme.ColorNameWarning, theme.SizeNameCaptionText, false))
	}

	box.Add(m.suggestions(r))
	if len(r.Attachments) > 0 {
		box.Add(m.attachments(r))
	}

	box.Add(widget.NewSeparator())
	m.addText(box, r)
	return container.NewVScroll(look.PadXY(4, 6, box))
}

// addText shows what a mail says and what it carries; one that says nothing does so in words.
func (m *mailScreen) addText(box *fyne.Container, r model.Message) {
	w := m.desk.Words
	fresh, quoted := m.desk.Mail.Quoted(r.Body)
	if strings.TrimSpace(fresh) != "" {
		box.Add(m.desk.longText(fresh, theme.ColorNameForeground))
	} else if strings.TrimSpace(r.Body+r.Enclosed) == "" && r.ReadProblem == "" {
		box.Add(look.Paragraph(w.Say("mail.no_text"), look.ColorMuted, theme.SizeNameText, false))
	}

	if strings.TrimSpace(quoted) != "" {
		box.Add(m.fold(quoted))
	}

	if r.Enclosed != "" {
		box.Add(widget.NewSeparator())
		box.Add(look.Paragraph(w.Say("mail.enclosed"), look.ColorMuted, theme.SizeNameCaptionText, false))
		box.Add(m.desk.longText(r.Enclosed, theme.ColorNameForeground))
	}
}

// warningLine is a warning; what can do harm stands out from what is merely good to know.
func warningLine(w translations.Words, x model.Warning) fyne.CanvasObject {
	if harmful(x) {
		return look.Paragraph("! "+warningText(w, x), theme.ColorNameError, theme.SizeNameText, true)
	}
	return look.Paragraph("! "+warningText(w, x), theme.ColorNameWarning, theme.SizeNameCaptionText, false)
}

// warningText says a warning; where it names what it is about, the sentence does so.
func warningText(w translations.Words, x model.Warning) string {
	key := "warning." + x.Code
	args := make([]any, len(x.Args))
	for i, a := range x.Args {
		args[i] = a
	}

	if len(args) > 0 && w.Has(key+".named") {
		key += ".named"
	}
	return w.Say(key, args...)
}

func (m *mailScreen) fold(quoted string) fyne.CanvasObject {
	lines := strings.Count(strings.TrimSpace(quoted), "\n") + 1
	holder := container.NewVBox()
	open := look.NewButtonWithIcon(m.desk.Words.Say("mail.quoted", lines), theme.MenuExpandIcon(), func() {
		if len(holder.Objects) > 1 {
			holder.Objects = holder.Objects[:1]
		} else {
			holder.Add(m.desk.longText(quoted, look.ColorMuted))
		}
		holder.Refresh()
	})
	open.Importance, open.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	holder.Add(container.NewHBox(open))

	return holder
}
