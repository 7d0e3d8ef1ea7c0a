package form_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestTyping_WhatIsTypedStandsThereAtEveryWidth(t *testing.T) {
	for seed := range int64(60) {
		w := newWriter(t, seed)
		for range 40 {
			w.act()
		}
	}
}

// The fault that was reported, letter by letter: nothing but letters and blanks, one after the other.
func TestTyping_NoBlankIsLostWhereALineIsWrapped(t *testing.T) {
	w := newWriter(t, 0)
	text := "Para pihak sepakat bekerja sama dalam pelayanan rujukan pasien antara klinik dan rumah sakit. "
	for width := float32(150); width < 500; width++ {
		w.window.Resize(fyne.NewSize(width, 300))
		w.entry.SetText("")
		for _, r := range text {
			w.entry.TypedRune(r)
		}
		if w.entry.Text != text {
			t.Errorf("at %v stands %q", width, w.entry.Text)
		}
	}
}

func TestTyping_ALineThatEndsWithABlankIsContinuedBehindIt(t *testing.T) {
	keys := map[string]func(w *writer){
		"End":       func(w *writer) { w.press(fyne.KeyHome); w.press(fyne.KeyEnd) },
		"Down":      func(w *writer) { w.press(fyne.KeyHome); w.press(fyne.KeyDown) },
		"Page Down": func(w *writer) { w.press(fyne.KeyPageUp); w.press(fyne.KeyPageDown) },
		"Right":     func(w *writer) { w.press(fyne.KeyLeft); w.press(fyne.KeyRight) },
		"a click": func(w *writer) {
			w.press(fyne.KeyHome)
			w.entry.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(w.entry.Size().Width-2, 12)}})
		},
		"another width": func(w *writer) { w.window.Resize(fyne.NewSize(160, 300)) },
		"a mark":        func(w *writer) { w.entry.TypedShortcut(&fyne.ShortcutSelectAll{}); w.press(fyne.KeyRight) },
	}
	for key, do := range keys {
		hidden := 0
		for width := float32(150); width < 240; width++ {
			w := newWriter(t, 0)
			w.window.Resize(fyne.NewSize(width, 300))
			w.write("Klinik Utama Sehat Mandiri ")
			if w.entry.Entry.CursorTextOffset() == w.at || w.entry.CursorRow > 0 {
				continue // the blank fits, or the words do not
			}

			hidden++
			do(w)
			w.write("Sejahtera")
		}

		if hidden == 0 {
			t.Errorf("%s: no width hides the blank", key)
		}
	}
}

func TestTyping_EverythingIsTakenBackAndComesAgain(t *testing.T) {
	for seed := range int64(30) {
		w := newWriter(t, seed)
		for range 12 {
			w.write(w.sentence())
			for range w.rnd.Intn(4) {
				w.press(fyne.KeyBackspace)
			}
			w.word(fyne.KeyBackspace)
			w.text = []rune(w.entry.Text)
			w.at = w.entry.CursorTextOffset()
		}

		whole := w.entry.Text
		for range 2000 {
			w.entry.TypedShortcut(&fyne.ShortcutUndo{})
		}

		if w.entry.Text != "" {
			t.Fatalf("seed %d: all taken back, there stands %q", seed, w.entry.Text)
		}

		for range 2000 {
			w.entry.TypedShortcut(&fyne.ShortcutRedo{})
		}

		if w.entry.Text != whole {
			t.Fatalf("seed %d: done again, there stands\n%q, want\n%q", seed, w.entry.Text, whole)
		}

		w.text, w.at = []rune(whole), w.entry.CursorTextOffset()
		w.write("akhir ")
	}
}

func TestTyping_AFormKeepsEveryBlankOfALongText(t *testing.T) {
	text := "Para pihak sepakat bekerja sama dalam pelayanan rujukan, \ndan menjaga kerahasiaan data pasien sesuai dengan ketentuan yang berlaku"
	for width := float32(420); width < 900; width += 13 {
		d := sitDown(t, "id", letter{}, nil)
		d.window.Resize(fyne.NewSize(width, 700))
		d.Field("Catatan").Focus()
		for _, r := range text {
			if r == '\n' {
				d.Press(fyne.KeyReturn)
				continue
			}
			d.Write(string(r))
		}

		if got := d.Field("Catatan").Text(); got != text {
			t.Errorf("at %v stands %q", width, got)
		}
	}
}

func TestTyping_AWordThatIsMarkedByTwoClicksIsWrittenOver(t *testing.T) {
	for width := float32(150); width < 300; width += 3 {
		w := newWriter(t, 0)
		w.window.Resize(fyne.NewSize(width, 300))
		w.write("Klinik Utama Sehat Mandiri Jaya")
		at := fyne.PointEvent{Position: w.entry.CursorPosition().SubtractXY(4, -4)}
		w.entry.MouseDown(&desktop.MouseEvent{PointEvent: at, Button: desktop.MouseButtonPrimary})
		w.entry.DoubleTapped(&at)
		for _, r := range "Abadi." {
			w.entry.TypedRune(r)
		}

		if w.entry.Text != "Klinik Utama Sehat Mandiri Abadi." {
			t.Errorf("at %v stands %q", width, w.entry.Text)
		}
	}
}

func TestTyping_ThePlaceOfTheCursorIsNotThatOfAnotherWidth(t *testing.T) {
	w := newWriter(t, 0)
	w.window.Resize(fyne.NewSize(160, 300))
	w.write("Klinik Utama Sehat Mandiri\nx\ny")
	w.press(fyne.KeyLeft)
	w.press(fyne.KeyLeft)
	w.press(fyne.KeyLeft) // before the x: the third row, because the first line has two
	if w.entry.CursorRow != 2 || w.entry.CursorColumn != 0 {
		t.Fatalf("the cursor is in row %d, column %d", w.entry.CursorRow, w.entry.CursorColumn)
	}

	w.window.Resize(fyne.NewSize(490, 300))
	w.press(fyne.KeyDown) // before the y, which is in the third row now
	w.entry.TypedRune('!')
	if want := "Klinik Utama Sehat Mandiri\nx\n!y"; w.entry.Text != want {
		t.Errorf("there stands %q, want %q", w.entry.Text, want)
	}
}
