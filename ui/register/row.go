package register

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// row is one line of a list with its mark for the open record.
type row struct {
	widget.BaseWidget
	ground  *look.Ground
	bar     *look.Ground // at the left: the colour of the ground alone hardly stands out
	content fyne.CanvasObject
	at      int              // its place in the list
	held    fyne.KeyModifier // the keys that were held when the mouse went down
	clicked func(at int, held fyne.KeyModifier)
	menu    func(at int, place fyne.Position)
}

func newRow(content fyne.CanvasObject, clicked func(int, fyne.KeyModifier), menu func(int, fyne.Position)) *row {
	r := &row{ground: look.NewGround(""), bar: look.NewGround(""), content: content, clicked: clicked, menu: menu}
	r.ground.Radius = 4
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws mark and content.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.ground, container.NewBorder(nil, nil, look.Fixed(3, 0, r.bar), nil), r.content))
}

// MouseDown notes the keys that are held.
func (r *row) MouseDown(e *desktop.MouseEvent) { r.held = e.Modifier }

// MouseUp is needed beside MouseDown.
func (r *row) MouseUp(*desktop.MouseEvent) {}

// Tapped opens or marks the row.
func (r *row) Tapped(*fyne.PointEvent) {
	held := r.held
	r.held = 0
	r.clicked(r.at, held)
}

// TappedSecondary shows what can be done with the row.
func (r *row) TappedSecondary(e *fyne.PointEvent) {
	r.held = 0
	r.menu(r.at, e.AbsolutePosition)
}

// choose shows whether a row is the open one, and whether it is marked.
func (r *row) choose(open, marked bool) {
	ground, bar := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	if open || marked {
		ground = look.ColorRow
	}
	if open {
		bar = theme.ColorNamePrimary
	}

	if r.ground.Color != ground || r.bar.Color != bar {
		r.ground.Color, r.bar.Color = ground, bar
		r.ground.Refresh()
		r.bar.Refresh()
	}
}

// rowList is a list that opens rows by mouse and with Enter.
type rowList struct {
	widget.List
	open func(int)
	// resized is called when the list has another size.
	resized func()
	// typed takes a letter that was typed while a row is marked; escaped takes Esc.
	typed   func(rune)
	escaped func()
	// shortcut takes a shortcut and reports whether it was one of the list's; turned marks a row, or takes its mark off.
	shortcut func(fyne.Shortcut) bool
	turned   func(int)
	at       int // the row that the keyboard stands on
	height   float32
}

func newRowList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject), open func(int)) *rowList {
	l := &rowList{open: open}
	l.List = widget.List{Length: length, CreateItem: create, UpdateItem: update}
	l.OnSelected = func(i int) { l.UnselectAll(); l.open(i) }
	l.OnHighlighted = func(i int) { l.at = i }
	l.ExtendBaseWidget(l)
	return l
}

// Resize tells resized.
func (l *rowList) Resize(size fyne.Size) {
	other := size != l.Size()
	l.List.Resize(size)
	if other && l.resized != nil {
		l.resized()
	}
}

// step is the distance from one row to the next.
func (l *rowList) step() float32 {
	if l.height == 0 {
		l.height = l.CreateItem().MinSize().Height
	}
	return l.height + l.Theme().Size(theme.SizeNamePadding)
}

// Tapped opens the row above the line between two rows that was hit.
func (l *rowList) Tapped(e *fyne.PointEvent) {
	if i := int((e.Position.Y + l.GetScrollOffset()) / l.step()); i < l.Length() {
		l.open(i)
	}
}

// TypedKey opens the marked row with Enter as well as with the space bar, and goes far with Home, End and the page keys.
func (l *rowList) TypedKey(k *fyne.KeyEvent) {
	if look.HandOn(l, k) {
		return
	}

	inView := max(1, int(l.Size().Height/l.step())-1)
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		k = &fyne.KeyEvent{Name: fyne.KeySpace}
	case fyne.KeyHome:
		l.mark(0)
	case fyne.KeyEnd:
		l.mark(l.Length() - 1)
	case fyne.KeyPageUp:
		l.mark(l.at - inView)
	case fyne.KeyPageDown:
		l.mark(l.at + inView)
	case fyne.KeyInsert:
		l.turned(l.at)
		l.mark(l.at + 1)
	case fyne.KeyEscape:
		if l.escaped != nil {
			l.escaped()
		}
	}
	l.List.TypedKey(k)
}

// mark moves the keyboard to a row, the nearest one where there is none.
func (l *rowList) mark(i int) {
	if n := l.Length(); n > 0 {
		l.Highlight(min(max(i, 0), n-1))
	}
}

// TypedRune hands a letter on.
func (l *rowList) TypedRune(r rune) {
	if l.typed != nil && r != ' ' {
		l.typed(r)
	}
}

// TypedShortcut hands on what is not the list's own: the window saves with Ctrl+S.
func (l *rowList) TypedShortcut(s fyne.Shortcut) {
	if l.shortcut != nil && l.shortcut(s) {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(l).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
