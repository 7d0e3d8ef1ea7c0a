package form

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
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

// pickButton opens the search; Esc goes to the form, which Fyne's own button keeps from it.
type pickButton struct {
	look.Button
	escaped func()
	title   string // of what is picked, whole; the button shows what it has room for
}

// name shows the title of what is picked.
func (b *pickButton) name(title string) {
	b.title = title
	b.fit()
}

// Resize shows as much of the title as there is room for: a button of the toolkit would write over its neighbour.
func (b *pickButton) Resize(size fyne.Size) {
	b.Button.Resize(size)
	b.fit()
}

func (b *pickButton) fit() {
	text := b.title
	if width := b.Size().Width; width > 0 {
		room := width - theme.IconInlineSize() - 3*theme.InnerPadding()
		text = look.Fitted(text, room, theme.Size(theme.SizeNameText))
	}

	if text != b.Text {
		b.SetText(text)
	}
}

// TypedKey leaves with Esc.
func (b *pickButton) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && b.escaped != nil {
		b.escaped()
		return
	}
	b.Button.TypedKey(k)
}

// Chosen is the title of the record that is picked, or what stands there while none is.
func (b *pickButton) Chosen() string { return b.title }

type pickInput struct {
	*pickButton
	c       *context
	id      model.ID
	finder  Finder
	nothing string
	// shown is told when the title of what is picked has come; it may be nil.
	shown func()
}

func newPickInput(c *context, name, nothing string, finder Finder) *pickInput {
	in := &pickInput{c: c, finder: finder, nothing: c.words.Say(nothing)}
	in.pickButton = &pickButton{escaped: c.escaped}
	in.title, in.Text, in.Icon, in.Alignment = in.nothing, in.nothing, theme.SearchIcon(), widget.ButtonAlignLeading
	in.ExtendBaseWidget(in.pickButton)
	in.OnTapped = func() {
		if c := canvasOf(in.pickButton); c != nil {
			c.Focus(in.pickButton) // a pressed button loses the cursor, which comes back when the search is closed
		}
		ShowPicker(c.words, c.words.Say("form.search"), in.pickButton, finder, func(o Option) {
			in.id = o.ID
			in.name(o.Title)
			c.changed()
			c.left(name)
		})
	}

	return in
}

func (in *pickInput) object() fyne.CanvasObject { return in.pickButton }
func (in *pickInput) text() string              { return strconv.FormatInt(int64(in.id), 10) }

func (in *pickInput) setText(s string) {
	n, _ := strconv.ParseInt(s, 10, 64)
	in.id = model.ID(n)
	in.name(in.nothing)
	if in.id != 0 {
		in.finder.Name(in.id, func(title string) {
			if in.id == model.ID(n) {
				in.name(title)
				if in.shown != nil {
					in.shown()
				}
			}
		})
	}
}

func (in *pickInput) focusable() fyne.Focusable { return in.pickButton }

func (in *pickInput) mark(wrong bool) {
	in.Importance = widget.MediumImportance
	if wrong {
		in.Importance = widget.DangerImportance
	}
	in.Refresh()
}

// ShowPicker shows a search below an object; arrow keys and Enter choose, Esc closes.
func ShowPicker(words translations.Words, placeholder string, below fyne.CanvasObject, finder Finder, picked func(Option)) {
	c := canvasOf(below)
	if c == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2)
	ShowPickerAt(c, at, fyne.NewSize(max(below.Size().Width, 380), 300), words, placeholder, finder, picked)
}

// ShowPickerAt shows the search at a place of the window.
func ShowPickerAt(c fyne.Canvas, at fyne.Position, size fyne.Size, words translations.Words, placeholder string, finder Finder, picked func(Option)) {
	var popup *widget.PopUp
	list := newPickList(finder, words.Say("list.nothing_found"))
	list.escape = func() { look.Close(popup) }
	list.OnSelected = func(i int) {
		if i < len(list.options) {
			look.Close(popup)
			picked(list.options[i])
		}
	}
	search := NewEntry(false)
	search.SetPlaceHolder(placeholder)
	search.OnEscape = func() { list.enter = false; look.Close(popup) }
	search.OnDown = func() { c.Focus(list) }
	search.OnChanged = list.find
	search.OnSubmitted = func(string) { list.submit() }
	var foot fyne.CanvasObject
	if b := belongs(list, func() string { return search.Text }, func() { look.Close(popup) }, picked); b != nil {
		foot = b
	}

	body := container.NewBorder(search, foot, nil, nil, container.NewStack(list, container.NewVBox(list.nothing)))
	popup = widget.NewPopUp(look.Pad(6, body), c)
	at.X = max(8, min(at.X, c.Size().Width-size.Width-8))
	at.Y = max(8, min(at.Y, c.Size().Height-size.Height-8))
	popup.Resize(size)
	popup.ShowAtPosition(at)
	c.Focus(search)
	list.find("")
}
