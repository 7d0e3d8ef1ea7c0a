package form

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"jejaring/model"
)

// shownWhole is how many options a list may have that opens whole. A longer one opens with a search above it, sorted by its
// words: nobody reads thirty lines for one.
const shownWhole = 8

// long reports whether the list is searched.
func (in *choiceInput) long() bool { return len(in.codes) > shownWhole }

// Tapped opens the list, or its search.
func (in *choiceInput) Tapped(e *fyne.PointEvent) {
	if !in.long() {
		in.Select.Tapped(e)
		return
	}
	if !in.Disabled() {
		in.search(0)
	}
}

// TypedRune goes to the next option that begins with a letter; a long list is searched for it.
func (in *choiceInput) TypedRune(r rune) {
	switch {
	case in.Disabled() || unicode.IsSpace(r): // the space bar opens the list
	case in.long():
		in.search(r)
	default:
		in.leap(r)
	}
}

// leap chooses the next option that begins with a letter, after the one that is chosen.
func (in *choiceInput) leap(letter rune) {
	at := in.SelectedIndex()
	for i := range in.Options {
		n := (at + 1 + i) % len(in.Options)
		if strings.HasPrefix(strings.ToLower(in.Options[n]), string(unicode.ToLower(letter))) {
			in.SetSelectedIndex(n)
			return
		}
	}
}

// search opens the search below the input, with the first letter of it when one was typed.
func (in *choiceInput) search(first rune) {
	c := canvasOf(in)
	if c == nil {
		return
	}

	c.Focus(in) // it comes back when the search is closed
	ShowPicker(in.c.words, in.c.words.Say("form.search"), in, options{in}, func(o Option) { in.SetSelectedIndex(int(o.ID) - 1) })
	if target := c.Focused(); first != 0 && target != nil {
		target.TypedRune(first)
	}
}

// options finds what can be chosen by its words. The ID of an option is its place in the list, from 1.
type options struct{ in *choiceInput }

// Find looks for the options in which every word is found, what begins with the first of them before the rest.
func (f options) Find(text string, show func([]Option)) {
	wanted := strings.Fields(strings.ToLower(text))
	var begins, holds []Option
	for i, label := range f.in.Options {
		low := strings.ToLower(label)
		if i < f.in.first() && len(wanted) > 0 || slices.ContainsFunc(wanted, func(word string) bool { return !strings.Contains(low, word) }) {
			continue
		}

		o := Option{ID: model.ID(i + 1), Title: label}
		if len(wanted) > 0 && strings.HasPrefix(low, wanted[0]) {
			begins = append(begins, o)
		} else {
			holds = append(holds, o)
		}
	}

	if !strings.HasSuffix(f.in.group, "_status") { // states stand in the order of a record's life
		f.sort(begins)
		f.sort(holds)
	}
	show(append(begins, holds...))
}

// sort orders options by their words; "none" stays first, "other" last.
func (f options) sort(all []Option) {
	place := func(o Option) int {
		switch i := int(o.ID) - 1 - f.in.first(); {
		case i < 0:
			return -1
		case slices.Contains([]string{"other", "lainnya"}, f.in.codes[i]):
			return 1
		}
		return 0
	}
	slices.SortStableFunc(all, func(a, b Option) int {
		if pa, pb := place(a), place(b); pa != pb {
			return pa - pb
		}
		return model.CompareNames(a.Title, b.Title)
	})
}

// Name is the label of an option.
func (f options) Name(id model.ID, show func(string)) { show(f.in.Options[int(id)-1]) }
