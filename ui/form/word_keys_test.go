package form_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejaring/ui/form"
	"jejaring/ui/look"
)

// words of a text: where the cursor stands is written as a bar.
func withCursor(e *form.Entry) string {
	text := []rune(e.Text)
	at := e.CursorTextOffset()
	return string(text[:at]) + "|" + string(text[at:])
}

// standing is an input with a text and the cursor in it.
func standing(t *testing.T, lines bool, text string) *form.Entry {
	t.Helper()
	e := form.NewEntry(lines)
	window := test.NewTempWindow(t, e)
	window.Resize(fyne.NewSize(200, 200))
	window.Canvas().Focus(e)
	var before, behind []rune

	for i, r := range []rune(text) {
		if r == '|' {
			before = []rune(text)[:i]
			behind = []rune(text)[i+1:]
		}
	}

	e.SetText(string(before) + string(behind))
	press(e, fyne.KeyEnd, fyne.KeyModifierShortcutDefault)
	for range behind {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}

	if got := withCursor(e); got != text {
		t.Fatalf("the cursor is at %q, want %q", got, text)
	}
	return e
}

func press(e *form.Entry, key fyne.KeyName, with fyne.KeyModifier) {
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: with})
}

func TestWordKeys_CtrlWithBackspaceAndDeleteDeletesAWordAndUndoBringsItBack(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	for _, c := range []struct {
		key         fyne.KeyName
		text, after string
		lines       bool // only in a text of several lines
	}{
		{fyne.KeyBackspace, "Klinik Satu Dua|", "Klinik Satu |", false},
		{fyne.KeyBackspace, "Klinik Satu   |", "Klinik |", false},
		{fyne.KeyBackspace, "Klinik Satu| Dua", "Klinik | Dua", false},
		{fyne.KeyBackspace, "Klinik Sa|tu", "Klinik |tu", false},
		{fyne.KeyBackspace, "|Klinik", "|Klinik", false},
		{fyne.KeyBackspace, "  |Klinik", "|Klinik", false},
		{fyne.KeyBackspace, "Forum Ma'arif|", "Forum |", false},
		{fyne.KeyBackspace, "002/PKS/|", "002/PKS|", false},
		{fyne.KeyBackspace, "002/PKS|", "002/|", false},
		{fyne.KeyBackspace, "Café é|", "Café |", false},
		{fyne.KeyBackspace, "satu\n|dua", "satu|dua", true},
		{fyne.KeyBackspace, "satu\n  |dua", "satu\n|dua", true},
		{fyne.KeyBackspace, "satu dua tiga empat lima enam tujuh delapan |", "satu dua tiga empat lima enam tujuh |", true},
		{fyne.KeyDelete, "|rsud tirtasana", "|tirtasana", false},
		{fyne.KeyDelete, "rsud |tirtasana", "rsud |", false},
		{fyne.KeyDelete, "rs|ud   tirtasana", "rs|tirtasana", false},
		{fyne.KeyDelete, "rsud|", "rsud|", false},
		{fyne.KeyDelete, "|Ma'arif Sehat", "|Sehat", false},
		{fyne.KeyDelete, "rsud| tirtasana", "rsud|tirtasana", false},
		{fyne.KeyDelete, "satu|\ndua", "satu|dua", true},
		{fyne.KeyDelete, "satu|   \ndua", "satu|\ndua", true},
		{fyne.KeyDelete, "|satu dua tiga empat lima enam tujuh", "|dua tiga empat lima enam tujuh", true},
	} {
		for _, lines := range []bool{false, true} {
			if c.lines && !lines {
				continue
			}

			e := standing(t, lines, c.text)
			before := e.Text
			press(e, c.key, fyne.KeyModifierShortcutDefault)
			if got := withCursor(e); got != c.after {
				t.Errorf("Ctrl+%s made %q of %q, want %q", c.key, got, c.text, c.after)
			}
			if e.Text == before {
				continue
			}

			e.TypedShortcut(&fyne.ShortcutUndo{})
			if e.Text != before {
				t.Errorf("Ctrl+%s in %q: undo made %q", c.key, c.text, e.Text)
			}

			e.TypedShortcut(&fyne.ShortcutRedo{})
			if got := withCursor(e); got != c.after {
				t.Errorf("Ctrl+%s in %q: redo made %q", c.key, c.text, got)
			}
		}
	}
}

func TestWordKeys_CtrlWithTheArrowsGoesByWords(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	e := standing(t, true, "|satu dua, tiga\nempat")
	for _, step := range []struct {
		key   fyne.KeyName
		after string
	}{{fyne.KeyRight, "satu |dua, tiga\nempat"}, {fyne.KeyRight, "satu dua|, tiga\nempat"}, {fyne.KeyRight, "satu dua, |tiga\nempat"},
		{fyne.KeyRight, "satu dua, tiga|\nempat"}, {fyne.KeyRight, "satu dua, tiga\n|empat"}, {fyne.KeyEnd, "satu dua, tiga\nempat|"},
		{fyne.KeyLeft, "satu dua, tiga\n|empat"}, {fyne.KeyLeft, "satu dua, tiga|\nempat"}, {fyne.KeyLeft, "satu dua, |tiga\nempat"},
		{fyne.KeyHome, "|satu dua, tiga\nempat"}, {fyne.KeyLeft, "|satu dua, tiga\nempat"}} {
		press(e, step.key, fyne.KeyModifierShortcutDefault)
		if got := withCursor(e); got != step.after {
			t.Fatalf("Ctrl+%s leads to %q, want %q", step.key, got, step.after)
		}
	}
}

func TestWordKeys_WithShiftTheyMark(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	with := fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
	e := standing(t, true, "satu |dua tiga\nempat")
	press(e, fyne.KeyRight, with)
	press(e, fyne.KeyRight, with)
	if got := e.SelectedText(); got != "dua tiga" {
		t.Errorf("marked is %q", got)
	}

	press(e, fyne.KeyBackspace, fyne.KeyModifierShortcutDefault)
	if got := withCursor(e); got != "satu |\nempat" {
		t.Errorf("what is marked was deleted: %q", got)
	}

	press(e, fyne.KeyHome, with)
	e.TypedRune('X')
	if got := withCursor(e); got != "X|\nempat" {
		t.Errorf("what is marked was written over: %q", got)
	}
}

func TestWordKeys_APasswordIsOneWord(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	e := standing(t, false, "dua kata rahasia|")
	e.Password = true
	press(e, fyne.KeyBackspace, fyne.KeyModifierShortcutDefault)
	if e.Text != "" {
		t.Errorf("%q stays and tells where its words end", e.Text)
	}
}
