package form

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
)

// Ticks edits a set of references: every option has a box to tick.
func Ticks[T any](name string, options func() []Option, at func(*T) *[]model.ID) *Field[T] {
	return &Field[T]{name: name,
		make: func(c *context) input { return newTicksInput(c, options()) },
		get: func(rec *T) string {
			var ids []string
			for _, id := range *at(rec) {
				ids = append(ids, strconv.FormatInt(int64(id), 10))
			}
			return strings.Join(ids, ",")
		},
		set: func(rec *T, text string) string {
			*at(rec) = nil
			for part := range strings.SplitSeq(text, ",") {
				if n, err := strconv.ParseInt(part, 10, 64); err == nil {
					*at(rec) = append(*at(rec), model.ID(n))
				}
			}
			return ""
		}}
}

type ticksInput struct {
	box     *fyne.Container
	options []Option
	checks  []*widget.Check
	others  []string
}

func newTicksInput(c *context, options []Option) *ticksInput {
	in := &ticksInput{box: container.New(&column{gap: -4}), options: options}
	for _, o := range options {
		check, line := newTick(o.Title, c.changed)
		in.checks = append(in.checks, check)
		in.box.Add(line)
	}
	return in
}

// newTick is a box to tick with a title that wraps.
func newTick(title string, changed func()) (*widget.Check, fyne.CanvasObject) {
	check := widget.NewCheck("", func(bool) { changed() })
	text := look.NewTap(look.Paragraph(title, theme.ColorNameForeground, theme.SizeNameText, false), func() { check.SetChecked(!check.Checked) })
	return check, container.NewBorder(nil, nil, container.NewVBox(check), nil, text)
}

func (in *ticksInput) object() fyne.CanvasObject { return in.box }

func (in *ticksInput) text() string {
	ids := slices.Clone(in.others)
	for i, check := range in.checks {
		if check.Checked {
			ids = append(ids, strconv.FormatInt(int64(in.options[i].ID), 10))
		}
	}
	return strings.Join(ids, ",")
}

// setText ticks the options; references that are not offered are kept.
func (in *ticksInput) setText(s string) {
	in.others = nil
	left := strings.Split(s, ",")
	for i, check := range in.checks {
		id := strconv.FormatInt(int64(in.options[i].ID), 10)
		at := slices.Index(left, id)
		check.SetChecked(at >= 0)
		if at >= 0 {
			left = slices.Delete(left, at, at+1)
		}
	}

	for _, id := range left {
		if id != "" {
			in.others = append(in.others, id)
		}
	}
}

func (in *ticksInput) focusable() fyne.Focusable {
	if len(in.checks) == 0 {
		return nil
	}
	return in.checks[0]
}

func (in *ticksInput) mark(bool) {}
