package room

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// Section is a part of a summary: a heading with what stands below it.
type Section struct {
	Title   string // in words
	Content fyne.CanvasObject
}

// Summary is a record that is read: its sections in two columns, or in one where the place is narrow.
func Summary(left, right []Section) fyne.CanvasObject {
	columns := container.New(&summaryColumns{share: 0.5, gap: 24, narrow: look.Scaled(560)}, sections(left), sections(right))
	return container.NewVScroll(look.PadXY(6, 4, columns))
}

func sections(all []Section) fyne.CanvasObject {
	box := container.New(&look.Lines{})
	for i, s := range all {
		if i > 0 {
			box.Add(look.Gap(1, 8))
		}
		box.Add(look.Text(s.Title, theme.ColorNameForeground, theme.SizeNameText, true))
		box.Add(s.Content)
	}
	return box
}

// summaryColumns places two columns at their own height, side by side or below each other.
type summaryColumns struct {
	share, gap, narrow float32
	width              float32
}

// MinSize is the height that the last width needed.
func (l *summaryColumns) MinSize(o []fyne.CanvasObject) fyne.Size {
	left := o[0].MinSize().Height
	right := o[1].MinSize().Height
	if l.width < l.narrow {
		return fyne.NewSize(200, left+right+8)
	}
	return fyne.NewSize(200, max(left, right))
}

// Layout places the columns.
func (l *summaryColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if size.Width < l.narrow {
		o[0].Resize(fyne.NewSize(size.Width, o[0].MinSize().Height))
		h := o[0].MinSize().Height
		o[0].Resize(fyne.NewSize(size.Width, h))
		o[0].Move(fyne.NewPos(0, 0))
		o[1].Move(fyne.NewPos(0, h+8))
		o[1].Resize(fyne.NewSize(size.Width, o[1].MinSize().Height))
		return
	}

	w := float32(int((size.Width - l.gap) * l.share)) // letters between two pixels are blurred
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(w+l.gap, 0))
	o[1].Resize(fyne.NewSize(size.Width-w-l.gap, size.Height))
}

// Fact is a line of a summary: what it is, and what it says.
type Fact struct {
	Label, Text string
	// Copy offers to copy the text.
	Copy bool
}

// Facts shows those that say something; empty is said when none does.
func (d Desk) Facts(empty string, facts ...Fact) fyne.CanvasObject {
	box := container.New(&look.Lines{Gap: -12})
	for _, f := range facts {
		if f.Text == "" {
			continue
		}
		label := look.Fixed(look.Scaled(98), 0, look.Muted(f.Label))
		if f.Copy { // a number is one word
			box.Add(container.NewBorder(nil, nil, label, d.copyButton(f.Text), look.Text(f.Text, theme.ColorNameForeground, theme.SizeNameText, false)))
			continue
		}
		box.Add(container.NewBorder(nil, nil, label, nil, look.Paragraph(f.Text, theme.ColorNameForeground, theme.SizeNameText, false)))
	}

	if len(box.Objects) == 0 {
		return look.Paragraph(empty, look.ColorMuted, theme.SizeNameText, false)
	}
	return box
}

// Reached is a person whom one calls or writes to.
type Reached struct{ Name, Role, Phone, Email string }

// People shows whom one reaches how; telephone and mail can be copied.
func (d Desk) People(people []Reached) fyne.CanvasObject {
	if len(people) == 0 {
		return look.Paragraph(d.Words.Say("summary.no_contact"), look.ColorMuted, theme.SizeNameText, false)
	}

	box := container.New(&look.Lines{Gap: -12})
	for i, p := range people {
		if i > 0 {
			box.Add(look.Gap(1, 18))
		}
		box.Add(look.Text(Joined(p.Name, p.Role), theme.ColorNameForeground, theme.SizeNameText, false))
		for _, way := range []string{model.ShowPhone(p.Phone), p.Email} {
			if way != "" {
				box.Add(container.NewBorder(nil, nil, nil, d.copyButton(way), look.Muted(way)))
			}
		}
	}

	return box
}

// copyButton copies a text, and says so.
func (d Desk) copyButton(text string) fyne.CanvasObject {
	b := look.NewButtonWithIcon("", theme.ContentCopyIcon(), func() {
		fyne.CurrentApp().Clipboard().SetContent(text)
		d.Notify(d.Words.Say("summary.copied", text), "", nil)
	})
	b.Importance = widget.LowImportance
	return b
}

// Line is one record in a list beside another one.
type Line struct {
	Text, Detail string
	Chip         string
	Tone         look.Tone
	ID           model.ID
}

// Latest shows the last records of a type that belong to another one; empty is said when there are none.
func (d Desk) Latest(entity model.Entity, field model.FilterName, id model.ID, most int, empty string) fyne.CanvasObject {
	box := container.New(&look.Lines{Gap: -2})
	latest := d.Entry(entity).Latest
	if latest == nil {
		return box
	}

	task.Run(d.Tasks, func(ctx context.Context) ([]Line, error) { return latest(ctx, d, field, id, most) }, func(lines []Line, err error) {
		if err != nil {
			d.Report(err)
			return
		}
		for _, l := range lines {
			box.Add(d.LinkRow(l.Text, l.Detail, l.Chip, l.Tone, entity, l.ID))
		}
		if len(lines) == 0 {
			box.Add(look.Paragraph(empty, look.ColorMuted, theme.SizeNameText, false))
		}
		box.Refresh()
	})

	return box
}
