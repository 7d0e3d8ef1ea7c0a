package typeset

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"
)

// square is a logo of one colour.
func square(t testing.TB) *Logo {
	t.Helper()
	l := NewLogo(image.NewRGBA(image.Rect(0, 0, 40, 40)))
	if l == nil {
		t.Fatal("no logo")
	}
	return l
}

// The sizes are those of brief section 2.2: the owner in 11 points, the name in 16 bold, the rest in 9, with a double rule below.
func TestLetterhead_Sizes(t *testing.T) {
	l := office(t)
	l.Head.Owner = "Yayasan Y"
	ops, below := l.letterhead()
	page := []Page{{Ops: ops}}
	for text, want := range map[string]float64{"Yayasan Y": 11, "KLINIK X": 16, "Jalan 1": 9} {
		o, _ := find(t, page, text)
		if o.Size != want || o.Bold != (want == 16) || !near(o.X+l.Faces.sans.width(text, want, o.Bold)/2, 30+155.0/2) {
			t.Errorf("%s: %+v", text, o)
		}
	}

	rules := some(page[0], func(o Op) bool { return o.Thick > 0 })
	if len(rules) != 2 || rules[0].Thick != 2 || rules[1].Thick != 0.5 || rules[0].X != 30 || rules[0].Width != 155 {
		t.Errorf("%+v", rules)
	}
	if below < rules[1].Y+5 {
		t.Errorf("the text begins %.1f mm below the rule", below-rules[1].Y)
	}
}

func TestLetterhead_ALongNameGetsSmaller(t *testing.T) {
	l := office(t)
	l.Head.Name = strings.Repeat("KLINIK ", 8) // 169 mm at 16 points: more than the text has room for
	ops, _ := l.letterhead()
	size := ops[0].Size
	if size >= 16 || size < 11 {
		t.Errorf("set at %.1f points", size)
	}

	l.Head.Name = strings.TrimSpace(strings.Repeat("KLINIK ", 14))
	ops, _ = l.letterhead()
	lines := some(Page{Ops: ops}, func(o Op) bool { return o.Bold })
	if len(lines) != 2 || lines[0].Size != 11 {
		t.Errorf("%d lines at %.1f points", len(lines), lines[0].Size)
	}
}

// Small type takes 1.2 of its size a line: with the name of 16 points, 38 mm have room for 12 lines of 6 points.
func TestLetterhead_TooMuchOfIt(t *testing.T) {
	l := office(t)
	for n, want := range map[int]struct {
		size float64
		fits bool
	}{1: {9, true}, 7: {9, true}, 8: {8.5, true}, 11: {6, true}, 12: {6, true}, 13: {6, false}} {
		l.Head.Small = slices.Repeat([]string{"baris"}, n)
		ops, _ := l.letterhead()
		o, _ := find(t, []Page{{Ops: ops}}, "baris")
		if o.Size != want.size || l.HeadFits() != want.fits {
			t.Errorf("%d lines: set at %.1f points, fits %v", n, o.Size, l.HeadFits())
		}
	}
}

func TestLetterhead_BesideTheLogo(t *testing.T) {
	l := office(t)
	l.Logo = square(t)
	page := []Page{l.HeadAlone()}
	logo := some(page[0], func(o Op) bool { return o.Logo > 0 })
	if len(logo) != 1 || logo[0].X != 30 || logo[0].Width != 22 || logo[0].Logo != 22 {
		t.Fatalf("%+v", logo)
	}
	if name, _ := find(t, page, "KLINIK X"); name.X < 30+25 {
		t.Errorf("the name begins at %.1f", name.X)
	}
	if rule := some(page[0], func(o Op) bool { return o.Thick == 2 })[0]; rule.Y < headTop+22 {
		t.Errorf("the rule at %.1f crosses the logo", rule.Y)
	}
}

func TestShrink_NoMorePixelsThanAreNeededAndNoTransparency(t *testing.T) {
	for side, want := range map[int]int{40: 40, 600: 600, 601: 300, 1200: 600, 1201: 400} {
		if got := Shrink(image.NewNRGBA(image.Rect(0, 0, side, side))).Rect.Dx(); got != want {
			t.Errorf("%d pixels become %d, want %d", side, got, want)
		}
	}

	src := image.NewNRGBA(image.Rect(5, 5, 1205, 6)) // two pixels become one: black and nothing are grey
	src.SetNRGBA(5, 5, color.NRGBA{0, 0, 0, 255})
	dst := Shrink(src)
	if dst.Rect != image.Rect(0, 0, 600, 1) || dst.RGBAAt(0, 0) != (color.RGBA{127, 127, 127, 255}) || dst.RGBAAt(1, 0) != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("%v: %v, %v", dst.Rect, dst.RGBAAt(0, 0), dst.RGBAAt(1, 0))
	}
}

func TestLogo_FitsASquare(t *testing.T) {
	for size, want := range map[image.Point][2]float64{{300, 300}: {22, 22}, {600, 300}: {22, 11}, {150, 300}: {11, 22}} {
		l := NewLogo(image.NewRGBA(image.Rectangle{Max: size}))
		if w, h := l.fit(22); w != want[0] || h != want[1] {
			t.Errorf("%v: %.1f by %.1f", size, w, h)
		}
		if m, err := png.Decode(bytes.NewReader(l.png)); err != nil || m.Bounds().Size() != size {
			t.Errorf("%v: %v", size, err)
		}
	}
}
