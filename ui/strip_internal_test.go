package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/translations"
	"jejaring/ui/look"
)

func TestStrip_ALongSentenceGoesOnBelowAndWidensNoWindow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	button := widget.NewButton("Tutup", nil)
	short := sentenceLine("002/PKS/KLN-ML/XI/2026 terbit.", 640, button)
	long := sentenceLine(strings.Repeat("Register sebelumnya disimpan di samping. ", 5), 640, button)
	if w := long.MinSize().Width; w > 340 {
		t.Errorf("a long sentence wants %v of the window's width", w)
	}
	if h, one := long.MinSize().Height, short.MinSize().Height; h <= one || h > 4*one {
		t.Errorf("a long sentence is %v high, a short one %v", h, one)
	}

	for _, line := range []*fyne.Container{short, long} {
		line.Resize(fyne.NewSize(640, line.MinSize().Height))
		text := line.Objects[0]
		behind := line.Objects[1]
		if end := behind.Position().X + behind.Size().Width; end > 640 || behind.Position().X != text.Size().Width {
			t.Errorf("the sentence ends at %v, the buttons stand from %v to %v of 640", text.Size().Width, behind.Position().X, end)
		}
		if text.MinSize().Height > text.Size().Height+1 {
			t.Errorf("the sentence needs %v of %v", text.MinSize().Height, text.Size().Height)
		}
	}
}

func TestCopies_AFolderWithALongNameIsNamedWholeInANarrowWindow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	words, err := translations.In("en")
	if err != nil {
		t.Fatal(err)
	}

	l := newCopyList(&App{words: words}, false)
	l.object.Resize(fyne.NewSize(420, 600))
	one := l.head.MinSize().Height
	look.SetText(l.head, words.Say("copies.from", "/media/klinik/FLASHDISK/Arsip/Salinan register/2026"), theme.ColorNameForeground, theme.SizeNameSubHeadingText, true)
	if h := l.head.MinSize().Height; l.head.Truncation != fyne.TextTruncateOff || h <= one {
		t.Errorf("the heading is %v high, with the folder %v", one, h)
	}
}
