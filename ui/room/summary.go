package room

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

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
	columns := container.New(&look.Columns{Share: 0.5, Gap: 24, From: look.Scaled(560)}, sections(left), sections(right))
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

// Fact is a line of a summary: what it is, and what it says.
type Fact struct {
	Label, Text string
	// Copy offers to copy the text.
	Copy bool
}

// labelWidth is the room for what a fact is; a long word for it goes on below.
const labelWidth = 98

// Facts shows those that say something; empty is said when none does.
func (d Desk) Facts(empty string, facts ...Fact) fyne.CanvasObject {
	box := container.New(&look.Lines{Gap: -12})
	for _, f := range facts {
		if f.Text == "" {
			continue
		}
		label := look.Fixed(look.Scaled(labelWidth), 0, look.Paragraph(f.Label, look.ColorMuted, theme.SizeNameText, false))
		if f.Copy { // a number is one word, and broken where it has to be
			number := look.Paragraph(f.Text, theme.ColorNameForeground, theme.SizeNameText, false)
			number.Wrapping = fyne.TextWrapBreak
			box.Add(container.NewBorder(nil, nil, label, d.CopyButton("", f.Text), number))
			continue
		}
		box.Add(container.NewBorder(nil, nil, label, nil, look.Paragraph(f.Text, theme.ColorNameForeground, theme.SizeNameText, false)))
	}

	if len(box.Objects) == 0 {
		return look.Paragraph(empty, look.ColorMuted, theme.SizeNameText, false)
	}
	return box
}

// ChipWidth is the room for the state of what is waited for, in pixels of the text size 100 %.
const ChipWidth = 108

// WaitRow is something that a record waits for, or how it stands: a chip, and what there is to say about it.
func WaitRow(chip string, tone look.Tone, text string) fyne.CanvasObject {
	state := look.NewChip(chip, tone)
	width := max(look.Scaled(ChipWidth), state.MinSize().Width+6)
	mark := container.NewCenter(look.Fixed(width, 0, container.NewHBox(state)))
	return container.NewBorder(nil, nil, mark, nil, look.Paragraph(text, theme.ColorNameForeground, theme.SizeNameText, false))
}

// Reached is a person whom one calls or writes to.
type Reached struct {
	Name, Role, Phone, Email string
	Routine                  string // how one speaks with the person, and how often
}

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
				box.Add(container.NewBorder(nil, nil, nil, d.CopyButton("", way), look.Muted(way)))
			}
		}
		if p.Routine != "" {
			box.Add(look.Muted(p.Routine))
		}
	}

	return box
}

// CopyButton copies a text, and says so; label may be empty.
func (d Desk) CopyButton(label, text string) fyne.CanvasObject {
	copied := func() {
		fyne.CurrentApp().Clipboard().SetContent(text)
		d.Notify(d.Words.Say("action.copied", text), "", nil)
	}
	if label == "" {
		return Low(look.NewIconButton(theme.ContentCopyIcon(), d.Words.Say("action.copy"), copied))
	}
	return Low(look.NewButtonWithIcon(label, theme.ContentCopyIcon(), copied))
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
