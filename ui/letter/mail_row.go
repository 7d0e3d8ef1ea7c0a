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

// newMailRow has three lines: sender and date, subject, the text's beginning and a chip.
func newMailRow() fyne.CanvasObject {
	return container.New(mailRow{},
		look.Text("", theme.ColorNameForeground, theme.SizeNameText, true), widget.NewRichText(),
		look.Text("", theme.ColorNameForeground, theme.SizeNameText, false),
		look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false), look.NewChip("x", look.Plain))
}

// mailRow places the five parts of a mail's row.
type mailRow struct{}

func lineHeight() float32 { return theme.Size(theme.SizeNameText)*1.36 + 1 }

func (mailRow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 3*lineHeight()+18) }

func (mailRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const date, bar, inset = 104, 12, 7
	line := lineHeight()
	put := func(o fyne.CanvasObject, x, y, w float32) {
		o.Move(fyne.NewPos(x, y-inset))
		o.Resize(fyne.NewSize(max(w, 0), line+2*inset))
	}
	room := size.Width - bar
	put(o[0], 0, 8, room-date)
	put(o[1], room-date, 8, date)
	put(o[2], 0, 8+line, room)
	chip := o[4].MinSize()
	chip.Width = min(chip.Width, room/2)
	put(o[3], 0, 9+2*line, room-chip.Width-inset)
	o[4].Move(fyne.NewPos(room-chip.Width-2, 8+2*line+(line-chip.Height)/2))
	o[4].Resize(chip)
}

func (m *mailScreen) showRow(o fyne.CanvasObject, r model.Message, _ bool) {
	w := m.desk.Words
	row := o.(*fyne.Container)
	lines := row.Objects
	look.SetText(lines[0].(*widget.RichText), m.desk.trusted(r), theme.ColorNameForeground, theme.SizeNameText, r.Status == "unregistered")
	date := lines[1].(*widget.RichText)
	text := ""

	if !r.Date.IsZero() {
		text = w.ShortDay(m.desk.At(r.Date))
		if model.DateOf(m.desk.At(r.Date)) == m.desk.Today() {
			text = w.Clock(m.desk.At(r.Date))
		}
	}

	date.Segments = []widget.RichTextSegment{&widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: look.ColorMuted,
		SizeName: theme.SizeNameCaptionText, Alignment: fyne.TextAlignTrailing}}}
	date.Refresh()
	look.SetText(lines[2].(*widget.RichText), m.desk.subject(r), theme.ColorNameForeground, theme.SizeNameText, false)
	look.SetText(lines[3].(*widget.RichText), excerpt(r.Body), look.ColorMuted, theme.SizeNameCaptionText, false)
	chip := lines[4].(*look.Chip)

	switch {
	case dangerous(r):
		chip.Set(w.Say("chip.danger"), look.Late)
	case r.PartnerName != "":
		chip.Set(room.Short(r.PartnerName, 24), look.Good)
	case r.Status == "ignored":
		chip.Set(w.Label("message_status", r.Status), look.Plain)
	default:
		chip.Set(w.Say("chip.unlinked"), look.Plain)
	}

	row.Layout.Layout(lines, row.Size())
}

// excerpt is the beginning of a text on one line.
func excerpt(body string) string { return room.Short(strings.Join(strings.Fields(body), " "), 120) }
