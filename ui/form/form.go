// Package form edits a record: labelled inputs with a note under each. A form edits a copy of the record and keeps
// every typed text, also one that is not yet a value. It knows no register and no screen.
package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
)

// Group is a heading with its fields.
type Group[T any] struct {
	// Title is a key of the translations, or "" for none.
	Title string
	Lines []Line[T]
	// When says whether a record has this group at all; nil is always. What was typed stays when it closes.
	When func(rec *T) bool
	// Right puts the group into a second column where there is room for one.
	Right bool
	// Rare closes the group: its heading says what it holds, and opens it. It needs a title.
	Rare bool
}

// Line is a field or a list of rows in a form. Its methods are for Form only.
type Line[T any] interface {
	build(c *context) fyne.CanvasObject
	load(rec *T)
	store(rec *T) model.Problems
	// show says a problem under the input of its field, by the name that stands beside it, and reports whether the field
	// is here.
	show(p model.Problem) bool
	clear(field string)
	focus(field string) bool
	// focused returns the field and the input that the cursor is in, or nil.
	focused() (string, fyne.Focusable)
	has(field string) bool
	typed(into map[string]string, prefix string)
	retype(from map[string]string, prefix string)
}

// Form shows the groups of one page of a record.
type Form[T any] struct {
	words  translations.Words
	groups []Group[T]
	rec    T
	boxes  []*fyne.Container // of the groups
	folds  map[int]*fold     // of the groups that are rarely needed
	ctx    *context
	scroll *container.Scroll
	whole  fyne.CanvasObject // an editor that takes all the room, or nil
	loaded bool
	noted  map[string]bool // the fields with a note
	last   Cursor
}

// Events are what a form tells its screen.
type Events struct {
	// Changed is called after every change by the user.
	Changed func()
	// Left is called when the user leaves the input of a field.
	Left func(field string)
	// Escaped is called when the user presses Esc in an input, Submitted for Enter in an input of one line.
	Escaped   func()
	Submitted func()
	// Today is the day at which the month of an empty date opens. It must be there in a form with dates.
	Today func() model.Date
	// Frozen reports whether a field, or a list as a whole, stands on a paper: it is shown as text. Nil freezes nothing.
	Frozen func(field string) bool
	// Removed is called when a row was taken out of a list, with the way to put it back; nil offers none.
	Removed func(back func())
}

// New builds the inputs of a form. Load must be called before it is shown.
func New[T any](words translations.Words, entity string, groups []Group[T], events Events) *Form[T] {
	f := &Form[T]{words: words, groups: groups, noted: map[string]bool{}, folds: map[int]*fold{}}
	f.ctx = &context{words: words, entity: entity, changed: func() {
		if f.loaded && events.Changed != nil {
			events.Changed()
		}
		f.reopen()
	}, left: func(field string) {
		f.last = Cursor{field: field, atEnd: true}
		if f.loaded && !*f.ctx.halfway && events.Left != nil {
			events.Left(field)
		}
		f.turn()
	}, escaped: events.Escaped, submitted: events.Submitted, reveal: f.reveal, turned: new(bool), halfway: new(bool), tab: &tab{}, mouse: &press{}, today: events.Today, frozen: events.Frozen, removed: events.Removed, rowed: f.turn}
	f.build()

	return f
}

func (f *Form[T]) build() {
	left := container.New(&column{})
	right := container.New(&column{})
	for i, g := range f.groups {
		box := container.New(&flow{gap: 10})
		side := left
		if g.Right {
			side = right
		}

		if g.Title != "" {
			if len(side.Objects) > 0 {
				box.Add(look.Gap(1, 4))
			}
			if !g.Rare {
				box.Add(container.New(heading{}, look.Heading(f.words.Say(g.Title))))
			}
		}

		lines := box
		if g.Rare {
			lines = container.New(&flow{gap: 10})
			f.folds[i] = newFold(f.words.Say(g.Title), lines, f.settle)
			box.Add(f.folds[i].head)
			box.Add(lines)
		}

		for _, line := range g.Lines {
			lines.Add(line.build(f.ctx))
			if w, ok := line.(interface{ whole() fyne.CanvasObject }); ok {
				f.whole = w.whole()
			}
		}

		f.boxes = append(f.boxes, box)
		side.Add(box)
	}

	inputs := container.New(&look.Columns{Share: 0.5, Gap: columnsGap, From: roomy()}, left, right)
	f.scroll = container.NewVScroll(container.NewStack(look.PadXY(12, 10, container.New(&column{}, inputs, look.Gap(1, 24))),
		newWheel(func(e *fyne.ScrollEvent) { f.scroll.Scrolled(e) })))
}

// Object is what to show.
func (f *Form[T]) Object() fyne.CanvasObject {
	if f.whole != nil {
		return f.whole
	}
	return f.scroll
}

// Load shows a record; typed texts, if any, replace the values of their fields.
func (f *Form[T]) Load(rec T, typed map[string]string) {
	f.loaded = false
	f.rec = rec
	for _, line := range f.lines() {
		line.load(&f.rec)
		line.retype(typed, "")
		line.clear("")
	}

	f.loaded = true
	f.open()
}

func (f *Form[T]) lines() []Line[T] {
	var all []Line[T]
	for _, g := range f.groups {
		all = append(all, g.Lines...)
	}
	return all
}

// Record returns the record with what was typed, and a problem for every text that is not a value of its field.
func (f *Form[T]) Record() (T, model.Problems) {
	var problems model.Problems
	for _, line := range f.lines() {
		problems = append(problems, line.store(&f.rec)...)
	}
	return f.rec, problems
}

// Typed returns the texts of all inputs as typed, by field.
func (f *Form[T]) Typed() map[string]string {
	all := map[string]string{}
	for _, line := range f.lines() {
		line.typed(all, "")
	}
	return all
}

// Show puts each problem under its field, and returns those without a field in this form. With only != "" it touches
// just that field, and takes away notes of other fields without a problem. The first error gets the focus when focus is
// true.
func (f *Form[T]) Show(problems model.Problems, only string, focus bool) model.Problems {
	f.clear(problems, only)
	var homeless model.Problems
	for _, p := range problems {
		if only != "" && p.Field != only {
			continue
		}

		found := false
		for _, line := range f.visible() {
			if line.show(p) {
				found, f.noted[p.Field] = true, true
				f.unfold(p.Field)
				break
			}
		}

		if !found {
			homeless = append(homeless, p)
		}
	}

	if focus {
		f.settle()
		f.focusError(problems)
	}

	return homeless
}

// clear takes notes away: all of them, or that of one field and those that another input has put right.
func (f *Form[T]) clear(problems model.Problems, only string) {
	for field := range f.noted {
		if only != "" && slices.ContainsFunc(problems, func(p model.Problem) bool { return p.Field == field }) {
			continue
		}
		for _, line := range f.lines() {
			line.clear(field)
		}
		delete(f.noted, field)
	}
	for _, line := range f.lines() {
		line.clear(only)
	}
}

// focusError puts the cursor into the first wrong input, from the top of the form; where nothing is wrong, into the first
// one with a warning.
func (f *Form[T]) focusError(problems model.Problems) {
	wrong := problems.Errors() != nil
	for _, line := range f.visible() {
		for _, p := range problems {
			if p.Warning != wrong && line.has(p.Field) && f.enter(line, p.Field) {
				return
			}
		}
	}
}

// Has reports whether a field is edited in this form.
func (f *Form[T]) Has(field string) bool { return Holds(f.groups, field) }

// Holds reports whether a field is edited in some of the groups, which need not have been built.
func Holds[T any](groups []Group[T], field string) bool {
	return slices.ContainsFunc(groups, func(g Group[T]) bool {
		return slices.ContainsFunc(g.Lines, func(l Line[T]) bool { return l.has(field) })
	})
}

// FocusOn puts the cursor into the input of a field, and reports whether it is here.
func (f *Form[T]) FocusOn(field string) bool {
	for _, line := range f.visible() {
		if line.has(field) && f.enter(line, field) {
			return true
		}
	}
	return false
}

// FocusFirst puts the cursor into the first input.
func (f *Form[T]) FocusFirst() {
	for _, line := range f.unfolded() {
		if line.focus("") {
			return
		}
	}
}

// Sentence says a problem in the user's language.
func Sentence(words translations.Words, p model.Problem) string {
	return words.Problem(p.Field, p.Code, p.Args...)
}

// FocusWhole puts the cursor into an editor that takes all the room, if there is one.
func (f *Form[T]) FocusWhole() {
	if f.whole != nil {
		f.FocusFirst()
	}
}

// settle gives notes and groups that came or went their room at once.
func (f *Form[T]) settle() {
	f.scroll.Content.Refresh()
	f.scroll.Refresh()
}

// reveal scrolls until an input is in view, also on a page that was not drawn yet.
func (f *Form[T]) reveal(o fyne.CanvasObject) {
	at, ok := placeIn(f.scroll.Content, o)
	if !ok {
		return
	}

	top := at.Y - f.scroll.Offset.Y
	bottom := top + o.Size().Height
	switch height := f.scroll.Size().Height; {
	case height <= 0:
	case top < 8:
		f.scroll.ScrollToOffset(fyne.NewPos(0, max(0, f.scroll.Offset.Y+top-24)))
	case bottom > height-8:
		f.scroll.ScrollToOffset(fyne.NewPos(0, f.scroll.Offset.Y+bottom-height+24))
	}
}

// placeIn finds where an object stands inside a container. The driver would know only what was drawn.
func placeIn(outer, o fyne.CanvasObject) (fyne.Position, bool) {
	if outer == o {
		return fyne.Position{}, true
	}

	if c, ok := outer.(*fyne.Container); ok {
		for _, child := range c.Objects {
			if at, ok := placeIn(child, o); ok {
				return at.Add(child.Position()), true
			}
		}
	}

	return fyne.Position{}, false
}

// context is what the inputs of a form share.
type context struct {
	words   translations.Words
	entity  string
	changed func()
	left    func(field string)
	escaped func()
	// submitted may be nil
	submitted func()
	reveal    func(fyne.CanvasObject)
	turned    *bool // something came or went since the form was settled
	halfway   *bool // a list is drawn anew, and has not all its inputs yet
	tab       *tab
	mouse     *press
	today     func() model.Date
	// frozen may be nil; path is where the fields of a row are in the record.
	frozen  func(field string) bool
	removed func(back func()) // may be nil
	// rowed is called when a row came, went or moved.
	rowed func()
	path  string
}

// sub is the context of a row of a list: its fields may have labels of their own there.
func (c *context) sub(list, prefix string) *context {
	sub := *c
	sub.entity = c.entity + "." + list
	sub.path = c.path + prefix
	sub.left = func(field string) { c.left(prefix + field) }
	return &sub
}

func (c *context) label(name string) string { return c.words.Field(c.entity + "." + name) }

// column stacks objects over each other at their own height and full width.
type column struct{ gap float32 }

func (l *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			size.Width = max(size.Width, m.Width)
			size.Height += m.Height + l.gap
		}
	}

	return size
}

func (l *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if o.Visible() {
			h := o.MinSize().Height
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(size.Width, h))
			if m := o.MinSize().Height; m != h {
				h = m
				o.Resize(fyne.NewSize(size.Width, h))
			}
			y += h + l.gap
		}
	}
}
