package typeset

import "testing"

func TestDirective_Gap(t *testing.T) {
	l := office(t)
	at := func(lines ...string) float64 {
		o, _ := find(t, l.Form(manuscript(lines...), []Style{usualStyle()}), "dua")
		return o.Y
	}
	if near := at("satu", "dua"); at("satu", "@gap 4", "dua") != near+4 || at("satu", "@gap 4", "@gap 1.5", "dua") != near+5.5 {
		t.Errorf("%.2f, %.2f", near, at("satu", "@gap 4", "dua"))
	}
}

func TestDirective_PageAndLetterhead(t *testing.T) {
	pages := office(t).Form(manuscript("satu", "@page", "dua", "@kop", "tiga"), []Style{usualStyle()})
	for text, want := range map[string]int{"satu": 0, "dua": 1, "tiga": 2} {
		if _, n := find(t, pages, text); n != want {
			t.Errorf("%s stands on page %d", text, n+1)
		}
	}

	for n, want := range []int{1, 0, 1} {
		if heads := some(pages[n], func(o Op) bool { return o.Text == "KLINIK X" }); len(heads) != want {
			t.Errorf("page %d has %d letterheads", n+1, len(heads))
		}
	}
}

func TestDirective_Box(t *testing.T) {
	l := office(t)
	pages := l.Form(manuscript("luar", "@box", "dalam", "satu lagi", "@end", "lagi", "@end"), []Style{usualStyle()})
	frames := some(pages[0], func(o Op) bool { return o.Height > 0 })
	if len(frames) != 1 || frames[0].X != 30 || frames[0].Width != 155 {
		t.Fatalf("%+v", frames)
	}

	top := frames[0].Y
	bottom := frames[0].Y + frames[0].Height
	for text, want := range map[string]bool{"luar": false, "dalam": true, "satu lagi": true, "lagi": false} {
		o, _ := find(t, pages, text)
		if within := o.Y > top && o.Y < bottom; within != want {
			t.Errorf("%q at %.1f, the frame from %.1f to %.1f", text, o.Y, top, bottom)
		}
		if inset := o.X == 32.5; inset != want {
			t.Errorf("%q begins at %.1f", text, o.X)
		}
	}
}

// A frame that is longer than a page is closed at its foot and opened again on the next one.
func TestDirective_BoxOverPages(t *testing.T) {
	l := office(t)
	lines := append([]string{"@box"}, paragraphs(14)...)
	pages := l.Form(manuscript(append(lines, "@end")...), []Style{usualStyle()})
	if len(pages) < 2 {
		t.Fatalf("%d pages", len(pages))
	}

	for n, page := range pages {
		frames := some(page, func(o Op) bool { return o.Height > 0 })
		if len(frames) != 1 || frames[0].Y+frames[0].Height > 297-30+2*boxPad+0.01 {
			t.Errorf("page %d: %+v", n+1, frames)
		}
	}
}

// The room to sign is 20 mm high from 10.5 points on, and in proportion below.
func TestDirective_Room(t *testing.T) {
	l := office(t)
	for size, want := range map[float64]float64{12: 20, 10.5: 20, 8.4: 16} {
		s := usualStyle()
		s.Size = size
		pages := l.Form(manuscript("@ Yang menyetujui, | Salam sejawat,", "@room 20", "@ Budi | dr. Z"), []Style{s})
		above, _ := find(t, pages, "Salam sejawat,")
		below, _ := find(t, pages, "dr. Z")
		room := pages[0].Rooms[0]
		if !near(room.Height, want) || room.Y < above.Y || room.Y+room.Height > below.Y {
			t.Errorf("%.1f points: %+v between %.1f and %.1f", size, room, above.Y, below.Y)
		}
		// The hint stands in the right column: half of the width and half of the gap of 10 mm from the left margin.
		if hint, _ := find(t, pages, "cap"); !hint.DraftOnly || !near(hint.X, 30+155.0/2+5) {
			t.Errorf("the hint stands at %.2f", hint.X)
		}
	}
}

func TestDirective_Badge(t *testing.T) {
	l := office(t)
	for urgency, dark := range map[string]bool{"emergency": true, "elective": false} {
		pages := l.Form(manuscript("@badge "+urgency+" | SEGERA", "^^ SURAT RUJUKAN"), []Style{usualStyle()})
		word, _ := find(t, pages, "SEGERA")
		frame := some(pages[0], func(o Op) bool { return o.Height > 0 })[0]
		if word.Light != dark || frame.Solid != dark || !near(frame.X+frame.Width, 185) || word.X < frame.X {
			t.Errorf("%s: %+v in %+v", urgency, word, frame)
		}
	}

	if pages := l.Form(manuscript("@badge", "teks"), []Style{usualStyle()}); len(some(pages[0], func(o Op) bool { return o.Height > 0 })) != 0 {
		t.Error("a badge without a word")
	}
}

func TestDirective_WhatIsUnknownIsNotPrinted(t *testing.T) {
	pages := office(t).Form(manuscript("@lain 3", "@end", "@logo", "@columns x", "@space", "teks"), []Style{usualStyle()})
	if got := told(pages); got != "KLINIK X Jalan 1 teks" {
		t.Errorf("%q", got)
	}
}
