package letter

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// The parts of a mail's row, by their positions in it.
const (
	rowSender = iota
	rowDate
	rowSubject
	rowExcerpt
	rowChip
	rowClip
)

// newMailRow has two lines: sender, the sign of an attachment and date; subject with the text's beginning, and a chip.
func newMailRow() fyne.CanvasObject {
	return container.New(mailRow{},
		look.Text("", theme.ColorNameForeground, theme.SizeNameText, true), widget.NewRichText(),
		look.Text("", theme.ColorNameForeground, theme.SizeNameText, false), look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false),
		look.NewChip("x", look.Plain),
		widget.NewIcon(theme.MailAttachmentIcon()))
}

// leastExcerpt is the width below which the beginning of a text says nothing.
const leastExcerpt = 48

// mailRow places the parts of a mail's row.
type mailRow struct{}

func lineHeight() float32 { return theme.Size(theme.SizeNameText)*1.36 + 1 }

func (mailRow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 2*lineHeight()+6) }

func (mailRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const bar, inset, clip = 12, 7, 14
	line := lineHeight()
	date := look.Scaled(96)
	put := func(o fyne.CanvasObject, x, y, w float32) {
		o.Move(fyne.NewPos(x, y-inset))
		o.Resize(fyne.NewSize(max(w, 0), line+2*inset))
	}

	room := size.Width - bar
	put(o[rowSender], 0, 3, room-date-clip-4)
	o[rowClip].Move(fyne.NewPos(room-date-clip, 3+(line-clip)/2))
	o[rowClip].Resize(fyne.NewSquareSize(clip))
	put(o[rowDate], room-date, 3, date)

	chip := o[rowChip].MinSize()
	chip.Width = min(chip.Width, room/3)
	second := room - chip.Width - inset
	subject := min(second, subjectWidth(o[rowSubject].(*widget.RichText)))
	put(o[rowSubject], 0, 2+line, subject)
	if rest := second - subject; rest > look.Scaled(leastExcerpt) {
		o[rowExcerpt].Show()
		put(o[rowExcerpt], subject-inset, 3+line, rest+inset)
	} else {
		o[rowExcerpt].Hide()
	}
	o[rowChip].Move(fyne.NewPos(room-chip.Width-2, 2+line+(line-chip.Height)/2))
	o[rowChip].Resize(chip)
}

// subjectWidth is what a subject takes when nothing of it is cut.
func subjectWidth(t *widget.RichText) float32 {
	if len(t.Segments) == 0 {
		return 0
	}
	text := t.Segments[0].(*widget.TextSegment)
	return fyne.MeasureText(text.Text, theme.Size(theme.SizeNameText), text.Style.TextStyle).Width + 2*theme.InnerPadding() + 2
}

func (m *mailScreen) showRow(o fyne.CanvasObject, r model.Message, _ bool) {
	w := m.desk.Words
	row := o.(*fyne.Container)
	parts := row.Objects
	unread := r.Status == "unregistered"
	look.SetText(parts[rowSender].(*widget.RichText), m.desk.trusted(r), theme.ColorNameForeground, theme.SizeNameText, unread)
	date := parts[rowDate].(*widget.RichText)
	date.Segments = []widget.RichTextSegment{&widget.TextSegment{Text: m.shortDate(r), Style: widget.RichTextStyle{ColorName: look.ColorMuted,
		SizeName: theme.SizeNameCaptionText, Alignment: fyne.TextAlignTrailing}}}
	date.Refresh()

	look.SetText(parts[rowSubject].(*widget.RichText), m.desk.subject(r), theme.ColorNameForeground, theme.SizeNameText, unread)
	look.SetText(parts[rowExcerpt].(*widget.RichText), excerpt(r.Body), look.ColorMuted, theme.SizeNameCaptionText, false)
	if len(r.Attachments) > 0 {
		parts[rowClip].Show()
	} else {
		parts[rowClip].Hide()
	}

	chip := parts[rowChip].(*look.Chip)
	switch {
	case dangerous(r):
		chip.Set(w.Say("chip.danger"), look.Late)
	case r.WaitsForAnswer():
		chip.Set(w.Say("chip.answer"), look.Busy)
	case r.PartnerName != "":
		chip.Set(room.Short(r.PartnerName, 24), look.Good)
	case r.Status == "ignored":
		chip.Set(w.Label("message_status", r.Status), look.Plain)
	default:
		chip.Set(w.Say("chip.unlinked"), look.Plain)
	}

	row.Layout.Layout(parts, row.Size())
}

// shortDate is the day of a mail, or its hour when it is of today.
func (m *mailScreen) shortDate(r model.Message) string {
	if r.Date.IsZero() {
		return ""
	}
	at := m.desk.At(r.Date)
	if model.DateOf(at) == m.desk.Today() {
		return m.desk.Words.Clock(at)
	}
	return m.desk.Words.ShortDay(at)
}

// excerpt is the beginning of a text on one line.
func excerpt(body string) string { return room.Short(strings.Join(strings.Fields(body), " "), 120) }
