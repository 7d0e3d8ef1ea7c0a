package form

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
)

// Option is a record that can be picked.
type Option struct {
	ID     model.ID
	Title  string
	Detail string
}

// Finder looks records up beside the window; both methods call show later, on the window's goroutine.
type Finder interface {
	// Find looks for records with these words, at most some fifty.
	Find(text string, show func([]Option))
	// Name looks for the title of one record.
	Name(id model.ID, show func(string))
}

// Pick edits a reference to another record: people search it by words.
func Pick[T any](name string, at func(*T) *model.ID, finder Finder) *Field[T] {
	return PickOr(name, "form.choose", at, finder)
}

// PickOr is a Pick that shows another text of the translations while nothing is picked.
func PickOr[T any](name, nothing string, at func(*T) *model.ID, finder Finder) *Field[T] {
	return &Field[T]{name: name,
		make: func(c *context) input { return newPickInput(c, name, nothing, finder) },
		get:  func(rec *T) string { return strconv.FormatInt(int64(*at(rec)), 10) },
		set: func(rec *T, text string) string {
			n, _ := strconv.ParseInt(text, 10, 64)
			*at(rec) = model.ID(n)
			return ""
		}}
}

type pickInput struct {
	*widget.Button
	c       *context
	id      model.ID
	finder  Finder
	nothing string
}

func newPickInput(c *context, name, nothing string, finder Finder) *pickInput {
	in := &pickInput{c: c, finder: finder, nothing: c.words.Say(nothing)}
	in.Button = widget.NewButtonWithIcon(in.nothing, theme.SearchIcon(), func() {
		if c := canvasOf(in.Button); c != nil {
			c.Focus(in.Button) // a pressed button loses the cursor, which comes back when the search is closed
		}
		ShowPicker(c.words.Say("form.search"), in.Button, finder, func(o Option) {
			in.id = o.ID
			in.SetText(o.Title)
			c.changed()
			c.left(name)
		})
	})
	in.Alignment = widget.ButtonAlignLeading
	return in
}

func (in *pickInput) object() fyne.CanvasObject { return in.Button }
func (in *pickInput) text() string              { return strconv.FormatInt(int64(in.id), 10) }

func (in *pickInput) setText(s string) {
	n, _ := strconv.ParseInt(s, 10, 64)
	in.id = model.ID(n)
	in.Button.SetText(in.nothing)
	if in.id != 0 {
		in.finder.Name(in.id, func(title string) {
			if in.id == model.ID(n) {
				in.Button.SetText(title)
			}
		})
	}
}

func (in *pickInput) focusable() fyne.Focusable { return in.Button }

func (in *pickInput) mark(wrong bool) {
	in.Importance = widget.MediumImportance
	if wrong {
		in.Importance = widget.DangerImportance
	}
	in.Refresh()
}

// ShowPicker shows a search below an object; arrow keys and Enter choose, Esc closes.
func ShowPicker(placeholder string, below fyne.CanvasObject, finder Finder, picked func(Option)) {
	c := canvasOf(below)
	if c == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2)
	ShowPickerAt(c, at, fyne.NewSize(max(below.Size().Width, 380), 300), placeholder, finder, picked)
}

// ShowPickerAt shows the search at a place of the window.
func ShowPickerAt(c fyne.Canvas, at fyne.Position, size fyne.Size, placeholder string, finder Finder, picked func(Option)) {
	var popup *widget.PopUp
	list := newPickList(finder)
	list.escape = func() { popup.Hide() }
	list.OnSelected = func(i int) {
		if i < len(list.options) {
			popup.Hide()
			picked(list.options[i])
		}
	}
	search := NewEntry(false)
	search.SetPlaceHolder(placeholder)
	search.OnEscape = func() { list.enter = false; popup.Hide() }
	search.OnDown = func() { c.Focus(list) }
	search.OnChanged = list.find
	search.OnSubmitted = func(string) { list.submit() }
	body := container.NewBorder(search, nil, nil, nil, list)
	popup = widget.NewPopUp(look.Pad(6, body), c)
	at.X = max(8, min(at.X, c.Size().Width-size.Width-8))
	at.Y = max(8, min(at.Y, c.Size().Height-size.Height-8))
	popup.Resize(size)
	popup.ShowAtPosition(at)
	c.Focus(search)
	list.find("")
}

// pickList shows what the newest search found.
type pickList struct {
	widget.List
	finder  Finder
	options []Option
	// asked counts the searches; shown is the one whose options are shown.
	asked, shown int
	// enter says that Enter was pressed before the options came.
	enter  bool
	escape func()
}

func newPickList(finder Finder) *pickList {
	l := &pickList{finder: finder}
	l.List = widget.List{Length: func() int { return len(l.options) }, CreateItem: newOption,
		UpdateItem: func(i int, o fyne.CanvasObject) { showOption(o, l.options[i]) }}
	l.ExtendBaseWidget(l)
	return l
}

func (l *pickList) find(text string) {
	l.asked++
	turn := l.asked
	l.enter = false
	l.finder.Find(text, func(found []Option) {
		if turn != l.asked {
			return
		}
		l.options, l.shown = found, turn
		l.Refresh()
		if l.enter {
			l.OnSelected(0)
		}
	})
}

// submit picks the first option, once the search for what was typed has ended.
func (l *pickList) submit() {
	if l.enter = l.shown != l.asked; !l.enter {
		l.OnSelected(0)
	}
}

// TypedKey chooses with Enter as well as with the space bar.
func (l *pickList) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		k = &fyne.KeyEvent{Name: fyne.KeySpace}
	case fyne.KeyEscape:
		l.escape()
		return
	}
	l.List.TypedKey(k)
}

func newOption() fyne.CanvasObject {
	return container.New(&column{gap: -12},
		look.Text("", theme.ColorNameForeground, theme.SizeNameText, true), look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false), look.Gap(1, 16))
}

func showOption(o fyne.CanvasObject, option Option) {
	lines := o.(*fyne.Container).Objects
	look.SetText(lines[0].(*widget.RichText), option.Title, theme.ColorNameForeground, theme.SizeNameText, true)
	look.SetText(lines[1].(*widget.RichText), option.Detail, look.ColorMuted, theme.SizeNameCaptionText, false)
}
