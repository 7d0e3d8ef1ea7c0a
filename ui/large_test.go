package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// large is the sample in text of 150 per cent.
func large(t *testing.T, width, height float32) *clinic {
	t.Helper()
	c := sampleOpen(t)
	c.window.Resize(fyne.NewSize(width, height))
	c.app.SetLook("light", 1.5)
	c.Sees("Lewat 52 hari")
	return c
}

// TestHome_WhatNeedsAttentionHasRoom counts the rows that are seen whole: on a small screen, and in large text.
func TestHome_WhatNeedsAttentionHasRoom(t *testing.T) {
	for _, x := range []struct {
		width, height float32
		scale         float64
		least         int
		folded        bool
	}{{1366, 768, 1, 8, false}, {1024, 640, 1, 6, true}, {1366, 768, 1.5, 5, true}, {1024, 700, 1.25, 5, true}} {
		c := sampleOpen(t)
		c.window.Resize(fyne.NewSize(x.width, x.height))
		c.app.SetLook("light", x.scale)
		c.Sees("Lewat 52 hari", "Perjanjian berlaku")
		if n := c.WholeRows("Perlu perhatian · 24"); n < x.least {
			t.Errorf("at %v×%v, text %v, %d rows are seen whole", x.width, x.height, x.scale, n)
		}

		// Folded figures say the number alone, on two lines; each leads to its list as the cards do.
		if c.Shows("terdekat 23 hari lagi") == x.folded {
			t.Errorf("at %v×%v, text %v, the figures are folded: %v", x.width, x.height, x.scale, !x.folded)
		}
		y := c.Place("Perjanjian berlaku").Y
		below := c.Place("Perlu perhatian · 24").Y - y
		if c.Place("Surel belum tertaut").Y != y || x.folded && below > 115 || !x.folded && below < 90 {
			t.Errorf("at %v×%v, text %v, the figures take %v", x.width, x.height, x.scale, below)
		}
		c.Tap("Berakhir dalam 90 hari")
		c.Sees("3 baris")
	}
}

// TestHome_TheLowerCardsGoFirst where there is little room, and come back with it.
func TestHome_TheLowerCardsGoFirst(t *testing.T) {
	c := sampleOpen(t)
	c.Sees("30 hari ke depan", "Rujukan keluar per bulan")
	c.window.Resize(fyne.NewSize(1366, 560))
	c.Sees("30 hari ke depan", "Lewat 52 hari")
	c.SeesNoMore("Rujukan keluar per bulan")
	c.window.Resize(fyne.NewSize(1024, 640))
	c.SeesNoMore("30 hari ke depan")
	c.window.Resize(fyne.NewSize(1366, 768))
	c.Sees("30 hari ke depan", "Rujukan keluar per bulan", "terdekat 23 hari lagi")
}

func TestLargeText_TheChipLeavesTheSentenceFree(t *testing.T) {
	c := large(t, 1366, 768)
	const late = "Lewat 44 hari"
	chip := c.Place(late).X + fyne.MeasureText(late, theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{Bold: true}).Width + 18
	for _, text := range c.Texts() {
		if strings.Contains(text, "027/RJK") {
			if at := c.Place(text).X + theme.InnerPadding(); at < chip {
				t.Errorf("the sentence begins at %v, the chip ends at %v", at, chip)
			}
			return
		}
	}

	t.Error("the referral without an answer is not shown")
}

func TestLargeText_MonthsOfTheChartDoNotTouch(t *testing.T) {
	for _, width := range []float32{1024, 1366} {
		c := large(t, width, 1400)
		var labels []*canvas.Text
		c.Until("the chart", func() bool { labels = monthLabels(c.window.Content()); return len(labels) > 0 })
		var end float32
		for _, label := range labels {
			w := label.MinSize().Width
			middle := fyne.CurrentApp().Driver().AbsolutePositionForObject(label).X + label.Size().Width/2
			if middle-w/2 < end {
				t.Errorf("at %v %s begins at %v, the one before ends at %v", width, label.Text, middle-w/2, end)
			}
			end = middle + w/2
		}

		if len(labels) < 4 || labels[len(labels)-1].Text != "Nov" {
			t.Errorf("at %v the chart names %d months", width, len(labels))
		}
	}
}

// monthLabels are the names of months that stand below bars.
func monthLabels(o fyne.CanvasObject) []*canvas.Text {
	if !o.Visible() {
		return nil
	}

	var found []*canvas.Text
	switch x := o.(type) {
	case *canvas.Text:
		if slices.Contains([]string{"Des", "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov"}, x.Text) {
			return []*canvas.Text{x}
		}
	case *fyne.Container:
		for _, child := range x.Objects {
			found = append(found, monthLabels(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(x).Objects() {
			found = append(found, monthLabels(child)...)
		}
	}

	return found
}

func TestLargeText_ARecordHasTheWholeWidth(t *testing.T) {
	c := large(t, 1366, 768)
	c.Tap("Perjanjian", "Rujukan Pasien")
	c.Sees("Ringkasan")
	c.SeesNoMore("18 baris")
	c.TapIcon(theme.NavigateBackIcon(), 0)
	c.Sees("18 baris", "23 hari lagi", "14 Des 2026")
}
