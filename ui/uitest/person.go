package uitest

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
	"jejaring/ui/task/tasktest"
)

// Person reads a window and acts on it. Everything that is looked for is waited for; what never comes fails the test,
// which then tells what the window showed.
type Person struct {
	t       testing.TB
	window  fyne.Window
	loop    *tasktest.Loop
	waiting string
}

// New puts a person before a window whose work comes back through loop.
func New(t testing.TB, w fyne.Window, loop *tasktest.Loop) *Person {
	p := &Person{t: t, window: w, loop: loop}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("last looked for: %s\nthe window shows:\n%s", p.waiting, strings.Join(p.Texts(), "\n"))
		}
	})
	return p
}

// layers are the window's content and what lies over it.
func (p *Person) layers() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{p.window.Content()}, p.window.Canvas().Overlays().List()...)
}

// top is the layer that can be acted on.
func (p *Person) top() fyne.CanvasObject {
	if over := p.window.Canvas().Overlays().Top(); over != nil {
		return over
	}
	return p.window.Content()
}

// Texts returns every visible text of the window.
func (p *Person) Texts() []string {
	var all []string
	for _, layer := range p.layers() {
		all = append(all, Texts(layer)...)
	}
	return all
}

// Over returns every text of what lies over the window, or of the window itself.
func (p *Person) Over() []string { return Texts(p.top()) }

// Shows reports whether a text is visible now, as a part of what stands there.
func (p *Person) Shows(text string) bool {
	for _, s := range p.Texts() {
		if strings.Contains(s, text) {
			return true
		}
	}
	return false
}

// Until waits for something. A text without words in the translations, which shows as ⟦its.key⟧, fails the test.
func (p *Person) Until(what string, holds func() bool) {
	p.t.Helper()
	p.waiting = what
	p.loop.Until(p.t, holds)
	for _, text := range p.Texts() {
		if strings.Contains(text, "⟦") {
			p.t.Errorf("no words for %s", text)
		}
	}
}

// Sees waits until all these texts are visible.
func (p *Person) Sees(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		p.Until(text, func() bool { return p.Shows(text) })
	}
}

// Whole waits for a text and returns the whole of what it is a part of.
func (p *Person) Whole(part string) string {
	p.t.Helper()
	whole := ""
	p.Until(part, func() bool {
		for _, s := range p.Texts() {
			if strings.Contains(s, part) {
				whole = s
				break
			}
		}
		return whole != ""
	})

	return whole
}

// SeesNoMore waits until a text is gone.
func (p *Person) SeesNoMore(text string) {
	p.t.Helper()
	p.Until("the end of "+text, func() bool { return !p.Shows(text) })
}

// Order reports whether these texts stand in the window one below the other.
func (p *Person) Order(texts ...string) bool {
	for _, s := range p.Texts() {
		if len(texts) > 0 && s == texts[0] {
			texts = texts[1:]
		}
	}
	return len(texts) == 0
}

// Place waits for a text and returns where it stands in the window.
func (p *Person) Place(text string) fyne.Position {
	p.t.Helper()
	var at fyne.CanvasObject
	p.Until(text, func() bool {
		walk(p.top(), nil, func(o fyne.CanvasObject, _ path) bool {
			if shown, ok := textOf(o); ok && shown == text {
				at = o
			}
			return true
		})
		return at != nil
	})

	return fyne.CurrentApp().Driver().AbsolutePositionForObject(at)
}

// PlaceIn returns where a text stands that is a part of what a click on it would act on.
func (p *Person) PlaceIn(o fyne.CanvasObject, text string) fyne.Position {
	p.t.Helper()
	var at fyne.CanvasObject
	walk(o, nil, func(o fyne.CanvasObject, _ path) bool {
		if shown, ok := textOf(o); ok && shown == text && at == nil {
			at = o
		}
		return true
	})

	return fyne.CurrentApp().Driver().AbsolutePositionForObject(at)
}

// Text waits for a text and returns what shows it, to see how it is drawn.
func (p *Person) Text(text string) *widget.RichText {
	p.t.Helper()
	var found *widget.RichText
	p.Until(text, func() bool {
		walk(p.top(), nil, func(o fyne.CanvasObject, _ path) bool {
			if shown, ok := o.(*widget.RichText); ok && written(shown.Segments) == text {
				found = shown
			}
			return true
		})
		return found != nil
	})

	return found
}

// WholeRows counts the rows of the list below a heading that are seen whole: neither the end of the list nor that of the window
// cuts them.
func (p *Person) WholeRows(heading string) (n int) {
	p.t.Helper()
	var list *container.Scroll
	p.Until("a list below "+heading, func() bool {
		list = p.listBelow(heading)
		return list != nil
	})

	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	top := place(list).Y
	end := min(top+list.Size().Height, p.window.Canvas().Size().Height)
	for _, row := range list.Content.(*fyne.Container).Objects {
		if y := place(row).Y; row.Visible() && y >= top && y+row.Size().Height <= end {
			n++
		}
	}

	return n
}

// listBelow is the list in the smallest object that has a heading which begins so, too.
func (p *Person) listBelow(heading string) (found *container.Scroll) {
	walk(p.top(), nil, func(o fyne.CanvasObject, around path) bool {
		text, ok := textOf(o)
		if found != nil || !ok || !strings.HasPrefix(text, heading) {
			return !ok
		}

		for _, outer := range slices.Backward(around) {
			walk(outer, nil, func(o fyne.CanvasObject, _ path) bool {
				if list, ok := o.(*container.Scroll); ok && found == nil {
					found = list
				}
				return found == nil
			})
			if found != nil {
				break
			}
		}

		return false
	})

	return found
}

// Wheel turns the mouse wheel over a text; dy below 0 goes down.
func (p *Person) Wheel(over string, dy float32) {
	p.t.Helper()
	test.Scroll(p.window.Canvas(), p.Place(over).AddXY(2, 2), 0, dy)
}

// Click clicks a point of the window, whatever stands there.
func (p *Person) Click(at fyne.Position) { test.TapCanvas(p.window.Canvas(), at) }

// Find returns what a click on a label would act on now, or nil. Only the uppermost layer can be clicked.
func (p *Person) Find(label string) fyne.Tappable { return find(p.top(), label) }

func find(in fyne.CanvasObject, label string) fyne.Tappable {
	var found fyne.Tappable
	walk(in, nil, func(o fyne.CanvasObject, around path) bool {
		text, ok := textOf(o)
		if found == nil && ok && text == label {
			found = tappable(append(around, o))
		}
		return !ok && !isInput(o)
	})

	return found
}

// Tap waits for a label that can be clicked, and clicks it. What found no room on its line is looked for in the menu at the
// end of the line.
func (p *Person) Tap(labels ...string) {
	p.t.Helper()
	for _, label := range labels {
		var target fyne.Tappable
		p.Until("a click on "+label, func() bool {
			if target = p.Find(label); target == nil && p.unroll("", label) {
				target = p.Find(label)
			}
			return target != nil
		})
		test.Tap(target)
	}
}

// TapHolding clicks rows of a list while keys are held.
func (p *Person) TapHolding(held fyne.KeyModifier, labels ...string) {
	p.t.Helper()
	for _, label := range labels {
		p.Until("a click on "+label, func() bool { return p.Find(label) != nil })
		row := p.Find(label)
		if m, ok := row.(desktop.Mouseable); ok {
			m.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: held})
		}
		test.Tap(row)
	}
}

// TapSecondary clicks a row of a list with the right button.
func (p *Person) TapSecondary(label string) {
	p.t.Helper()
	p.Until("a click on "+label, func() bool { return p.Find(label) != nil })
	row, ok := p.Find(label).(fyne.SecondaryTappable)
	if !ok {
		p.t.Fatalf("%q has no menu", label)
	}
	test.TapSecondary(row)
}

// Shortcut sends a shortcut of the toolkit's own, such as copy, to what has the cursor.
func (p *Person) Shortcut(s fyne.Shortcut) {
	p.t.Helper()
	target, ok := p.window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		p.t.Fatalf("nothing has the cursor to take %s", s.ShortcutName())
	}
	target.TypedShortcut(s)
}

// unroll opens the menu at the end of a line in which a label is hidden, and in which another text stands if that is given.
func (p *Person) unroll(beside, label string) bool {
	opened := false
	walk(p.top(), nil, func(o fyne.CanvasObject, _ path) bool {
		line, ok := o.(*fyne.Container)
		if !ok || opened {
			return !opened
		}
		if l, ok := line.Layout.(*look.OneLine); ok && (beside == "" || slices.Contains(Texts(line), beside)) {
			for _, i := range l.Hidden(line.Objects) {
				if slices.Contains(hiddenTexts(line.Objects[i]), label) {
					test.Tap(line.Objects[len(line.Objects)-1].(fyne.Tappable))
					opened = true
					return false
				}
			}
		}
		return true
	})

	return opened
}

// TapNear clicks a label in the same row as a text: in the smallest surrounding object that has the label too.
func (p *Person) TapNear(text, label string) {
	p.t.Helper()
	var target fyne.Tappable
	p.Until("a click on "+label+" beside "+text, func() bool {
		if p.unroll(text, label) {
			target = p.Find(label)
		} else {
			target = p.near(text, label)
		}
		return target != nil
	})
	test.Tap(target)
}

func (p *Person) near(text, label string) fyne.Tappable {
	var found fyne.Tappable
	walk(p.top(), nil, func(o fyne.CanvasObject, around path) bool {
		shown, ok := textOf(o)
		if found == nil && ok && strings.Contains(shown, text) {
			for _, row := range slices.Backward(around) {
				if found = find(row, label); found != nil {
					break
				}
			}
		}

		return !ok
	})

	return found
}

// TapIcon clicks the n-th button, from 0, that shows only this icon.
func (p *Person) TapIcon(icon fyne.Resource, n int) {
	p.t.Helper()
	var found []fyne.Tappable
	p.Until("a button with "+icon.Name(), func() bool {
		found = nil
		walk(p.top(), nil, func(o fyne.CanvasObject, _ path) bool {
			shows := func(b *widget.Button) bool {
				return b.Text == "" && b.Icon != nil && b.Icon.Name() == icon.Name() && !b.Disabled()
			}
			if b, ok := o.(*widget.Button); ok && shows(b) {
				found = append(found, b)
			}
			if b, ok := o.(*look.Button); ok && shows(&b.Button) {
				found = append(found, b)
			}
			if i, ok := o.(*look.IconTap); ok && i.Icon.Name() == icon.Name() {
				found = append(found, i)
			}
			return true
		})

		return len(found) > n
	})
	test.Tap(found[n])
}

// SilentIcons are the buttons that show an icon alone, and do not say what it does.
func (p *Person) SilentIcons() (silent []string) {
	walk(p.top(), nil, func(o fyne.CanvasObject, _ path) bool {
		if b, ok := o.(*look.Button); ok && b.Text == "" && b.Icon != nil && b.Tip() == "" {
			silent = append(silent, b.Icon.Name())
		}
		return true
	})
	return silent
}

// Hover rests with the mouse on the first button that shows only this icon.
func (p *Person) Hover(icon fyne.Resource) {
	p.t.Helper()
	walk(p.top(), nil, func(o fyne.CanvasObject, _ path) bool {
		if b, ok := o.(*look.Button); ok && b.Text == "" && b.Icon != nil && b.Icon.Name() == icon.Name() {
			b.MouseIn(&desktop.MouseEvent{})
			return false
		}
		return true
	})
}

// Press presses a key where the cursor is; without a cursor the window gets it.
func (p *Person) Press(key fyne.KeyName) {
	p.t.Helper()
	typed := p.window.Canvas().OnTypedKey()
	if target := p.window.Canvas().Focused(); target != nil {
		typed = target.TypedKey
	}
	if typed == nil {
		p.t.Fatalf("nothing has the cursor to press %s", key)
	}

	typed(&fyne.KeyEvent{Name: key})
}

// Write types a text where the cursor is.
func (p *Person) Write(text string) {
	p.t.Helper()
	target := p.window.Canvas().Focused()
	if target == nil {
		p.t.Fatalf("nothing has the cursor to write %q", text)
	}
	for _, r := range text {
		target.TypedRune(r)
	}
}

// Ctrl presses a key together with Ctrl, as a shortcut of the window. Fyne's test canvas hides that it takes shortcuts.
func (p *Person) Ctrl(key fyne.KeyName) {
	hidden := reflect.ValueOf(p.window.Canvas()).Elem().FieldByName("WindowlessCanvas").Interface()
	var shortcut fyne.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	if key == fyne.KeyZ { // which the toolkit knows by its meaning
		shortcut = &fyne.ShortcutUndo{}
	}
	hidden.(fyne.Shortcutable).TypedShortcut(shortcut)
}

// Astray reports whether what has the cursor cannot be seen.
func (p *Person) Astray() bool {
	target := p.window.Canvas().Focused()
	return target != nil && !p.visible(target)
}

func (p *Person) visible(target fyne.Focusable) bool {
	found := false
	for _, layer := range p.layers() {
		walk(layer, nil, func(o fyne.CanvasObject, _ path) bool {
			f, ok := o.(fyne.Focusable)
			found = found || ok && f == target
			return !found
		})
	}

	return found
}

// Inputs returns the visible inputs of the uppermost layer that take text, from top to bottom.
func (p *Person) Inputs() []*Field {
	var all []*Field
	walk(p.top(), nil, func(o fyne.CanvasObject, _ path) bool {
		e := entryOf(o)
		if e != nil && !e.Disabled() {
			all = append(all, &Field{p: p, label: hintOf(o), input: o.(fyne.Focusable)})
		}
		return e == nil
	})

	return all
}

// Visible reports whether the input can be seen.
func (f *Field) Visible() bool { return f.p.visible(f.input) }
