package form

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
)

// Rows edits a list inside a record: every row is a small form; rows can be added, removed and moved.
type Rows[T, R any] struct {
	name string
	at   func(*T) *[]R
	// fields makes the fields of one row anew.
	fields func() []*Field[R]
	fresh  func() R
	add    string // key of the button that adds a row

	c    *context
	box  *fyne.Container
	note *widget.RichText
	more *look.Button // adds a row
	rows []*row[R]
}

type row[R any] struct {
	rec    R
	fields []*Field[R]
}

// NewRows returns the editor of a list; fields makes the fields of one row, fresh an empty row.
func NewRows[T, R any](name, add string, at func(*T) *[]R, fresh func() R, fields func() []*Field[R]) *Rows[T, R] {
	return &Rows[T, R]{name: name, add: add, at: at, fresh: fresh, fields: fields}
}

func (l *Rows[T, R]) build(c *context) fyne.CanvasObject {
	l.c = c
	l.box = container.New(&column{gap: 8})
	l.note = look.Paragraph("", theme.ColorNameError, theme.SizeNameCaptionText, false)
	l.note.Hide()
	l.more = look.NewButtonWithIcon(c.words.Say(l.add), theme.ContentAddIcon(), func() {
		l.append(l.fresh())
		l.redraw()
		l.c.changed()
		l.c.rowed()
		last := l.rows[len(l.rows)-1]
		last.fields[0].focus("")
	})
	l.more.Importance = widget.LowImportance
	if c.holds(l.name) {
		l.more.Hide()
	}

	return container.New(&column{gap: 4}, l.box, l.note, container.NewHBox(l.more))
}

func (l *Rows[T, R]) append(rec R) {
	r := &row[R]{rec: rec, fields: l.fields()}
	l.rows = append(l.rows, r)
}

func (l *Rows[T, R]) redraw() {
	l.box.Objects = nil
	*l.c.halfway = true
	defer func() { *l.c.halfway = false }()
	for i, r := range l.rows {
		prefix := fmt.Sprintf("%s[%d].", l.name, i)
		keep := map[string]string{}
		if r.fields[0].in != nil {
			for _, f := range r.fields {
				f.typed(keep, "")
			}
		}

		inputs := container.New(&flow{gap: 6})
		for _, f := range r.fields {
			sub := l.c.sub(l.name, prefix)
			inputs.Add(f.build(sub))
			f.load(&r.rec)
			f.retype(keep, "")
		}

		l.box.Add(l.card(i, inputs))
	}

	l.box.Refresh()
}

func (l *Rows[T, R]) card(i int, inputs fyne.CanvasObject) fyne.CanvasObject {
	remove := look.NewIconButton(theme.DeleteIcon(), l.c.words.Say("tip.remove"), func() {
		gone := l.rows[i]
		l.rows = append(l.rows[:i:i], l.rows[i+1:]...)
		l.redraw()
		l.c.changed()
		l.c.rowed()
		if l.c.removed != nil {
			l.c.removed(func() {
				l.rows = slices.Insert(l.rows, min(i, len(l.rows)), gone)
				l.redraw()
				l.c.changed()
				l.c.rowed()
			})
		}
	})
	remove.Importance = widget.LowImportance
	up := look.NewIconButton(theme.MoveUpIcon(), l.c.words.Say("tip.up"), func() {
		l.rows[i-1], l.rows[i] = l.rows[i], l.rows[i-1]
		l.redraw()
		l.c.changed()
		l.c.rowed()
	})
	up.Importance = widget.LowImportance
	if i == 0 {
		up.Disable()
	}

	if l.c.holds(l.name) {
		remove.Hide()
		up.Hide()
	}

	ground := look.NewGround(theme.ColorNameBackground)
	ground.Radius = 6
	number := look.Fixed(26, 0, look.Muted(fmt.Sprint(i+1)))
	body := look.Border(nil, nil, container.NewVBox(number), container.NewVBox(remove, up), inputs)

	return container.NewStack(ground, look.Pad(6, body))
}

// load shows the list. Rows that stand there already keep their inputs, and with them the cursor.
func (l *Rows[T, R]) load(rec *T) {
	list := *l.at(rec)
	if len(list) == len(l.rows) {
		for i, r := range l.rows {
			r.rec = list[i]
			for _, f := range r.fields {
				f.load(&r.rec)
			}
		}
		return
	}

	l.rows = nil
	for _, r := range list {
		l.append(r)
	}

	l.redraw()
}

func (l *Rows[T, R]) store(rec *T) model.Problems {
	var problems model.Problems
	list := make([]R, 0, len(l.rows))
	for i, r := range l.rows {
		for _, f := range r.fields {
			for _, p := range f.store(&r.rec) {
				p.Field = fmt.Sprintf("%s[%d].%s", l.name, i, p.Field)
				problems = append(problems, p)
			}
		}
		list = append(list, r.rec)
	}

	if len(list) == 0 {
		list = nil
	}

	*l.at(rec) = list
	return problems
}

// find returns the field of a path such as goals[1].text_id.
func (l *Rows[T, R]) find(path string) (*Field[R], bool) {
	for i, r := range l.rows {
		rest, ok := strings.CutPrefix(path, fmt.Sprintf("%s[%d].", l.name, i))
		if !ok {
			continue
		}

		for _, f := range r.fields {
			if f.name == rest {
				return f, true
			}
		}
	}
	return nil, false
}

func (l *Rows[T, R]) show(p model.Problem) bool {
	if f, ok := l.find(p.Field); ok {
		p.Field = f.name
		return f.show(p)
	}

	if !l.has(p.Field) {
		return false
	}

	look.SetText(l.note, l.c.words.ProblemOf(l.c.label(p.Field), p.Code, p.Args...), theme.ColorNameError, theme.SizeNameCaptionText, false)
	l.note.Show()
	return true
}

func (l *Rows[T, R]) clear(field string) {
	if field == "" || field == l.name {
		l.note.Hide()
	}
	if f, ok := l.find(field); ok {
		f.clear("")
	}

	for _, r := range l.rows {
		if field == "" {
			for _, f := range r.fields {
				f.clear("")
			}
		}
	}
}

func (l *Rows[T, R]) focus(field string) bool {
	if f, ok := l.find(field); ok {
		return f.focus("")
	}
	if field == "" || !l.has(field) {
		return false
	}
	if len(l.rows) > 0 || l.more.Hidden {
		return len(l.rows) > 0 && l.rows[0].fields[0].focus("")
	}
	if c := canvasOf(l.more); c != nil {
		c.Focus(l.more)
	}

	l.c.reveal(l.more)
	return true
}

func (l *Rows[T, R]) has(field string) bool {
	return field == l.name || strings.HasPrefix(field, l.name+"[")
}

func (l *Rows[T, R]) typed(into map[string]string, prefix string) {
	into[prefix+l.name] = fmt.Sprint(len(l.rows))
	for i, r := range l.rows {
		for _, f := range r.fields {
			f.typed(into, fmt.Sprintf("%s%s[%d].", prefix, l.name, i))
		}
	}
}

func (l *Rows[T, R]) retype(from map[string]string, prefix string) {
	for i, r := range l.rows {
		for _, f := range r.fields {
			f.retype(from, fmt.Sprintf("%s%s[%d].", prefix, l.name, i))
		}
	}
}
