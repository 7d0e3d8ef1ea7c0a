package typeset

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// In the sans face every digit takes 556 thousandths of the size, a blank 278, as in the metrics that it shares with Arial.
const (
	digit = 0.556
	blank = 0.278
)

// at12 is the sans face at 12 points, and the width of an em in millimetres.
func at12(t testing.TB) (face typeface, em float64) {
	return typeface{faces(t).sans, 12}, 12 * 25.4 / 72
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

func texts(lines []line) []string {
	var all []string
	for _, l := range lines {
		var s string
		for _, span := range l.spans {
			s += span.text
		}
		all = append(all, s)
	}

	return all
}

func TestWidth_IsThatOfTheMetrics(t *testing.T) {
	face, em := at12(t)
	for text, want := range map[string]float64{"1234": 4 * digit, " ": blank, "Hallo": 0.722 + 0.556 + 0.222 + 0.222 + 0.556, "": 0} {
		if got := face.width(text, false); !near(got, want*em) {
			t.Errorf("%q is %.3f wide, want %.3f", text, got, want*em)
		}
	}

	if got := face.width("Hallo", true); !near(got, (0.722+0.556+0.278+0.278+0.611)*em) {
		t.Errorf("bold: %.3f", got)
	}
}

// Filling each line as far as it goes would leave a short one in the middle: 111 22 / 33 / 44444.
func TestSet_LinesAreAsEvenAsTheyCanBe(t *testing.T) {
	face, em := at12(t)
	lines := face.set([]Run{{"111 22 33 44444", false}}, 5.6*digit*em, false)
	if got := strings.Join(texts(lines), "/"); got != "111/22 33/44444" {
		t.Errorf("%s", got)
	}
}

// Centred text is parted into halves instead of a full line and a word.
func TestBalance_TheLastLineCounts(t *testing.T) {
	face, em := at12(t)
	runs := []Run{{"11 22 33 44", false}}
	measure := 3*(2*digit+blank)*em + 0.1
	if got := strings.Join(texts(face.set(runs, measure, false)), "/"); got != "11 22 33/44" {
		t.Errorf("set: %s", got)
	}
	if got := strings.Join(texts(face.balance(runs, measure)), "/"); got != "11 22/33 44" {
		t.Errorf("balanced: %s", got)
	}
}

func TestSet_AFullLineReachesTheMargin(t *testing.T) {
	face, em := at12(t)
	measure := 7 * digit * em
	lines := face.set([]Run{{"111 222 333 444 5", false}}, measure, true)
	if len(lines) != 3 || !near(lines[0].width, measure) || !near(lines[1].width, measure) {
		t.Fatalf("%q: %+v", texts(lines), lines)
	}
	if last := lines[2]; !near(last.width, digit*em) {
		t.Errorf("the last line is %.2f wide", last.width)
	}
}

// A gap of more than one and a half of the size of the type would be a hole: such a line stays ragged.
func TestSet_NoLineIsTornApart(t *testing.T) {
	face, em := at12(t)
	lines := face.set([]Run{{"1 2 " + strings.Repeat("3", 20), false}}, 21*digit*em, true)
	if len(lines) != 2 || !near(lines[0].width, (2*digit+blank)*em) {
		t.Errorf("%q: %.2f", texts(lines), lines[0].width)
	}
}

func TestSet_WeightsOfOneWordStayTogether(t *testing.T) {
	face, _ := at12(t)
	lines := face.set([]Run{{"(", false}, {"satu", true}, {") dua ", false}, {"tiga", true}}, 100, false)
	if len(lines) != 1 {
		t.Fatalf("%q", texts(lines))
	}

	var got []string
	end := 0.0
	for _, s := range lines[0].spans {
		got = append(got, s.text)
		if s.x < end-0.001 {
			t.Errorf("%q begins inside of what stands before", s.text)
		}
		end = s.x + s.width
	}

	if strings.Join(got, "|") != "(|satu|) dua|tiga" {
		t.Errorf("%q", got)
	}
}

func TestSet_NothingIsLostAndNothingStandsOut(t *testing.T) {
	face, _ := at12(t)
	rapid.Check(t, func(t *rapid.T) {
		text := Clean(rapid.StringOfN(rapid.SampledFrom([]rune("aiMW1 .-/@_é≤%")), 1, 300, -1).Draw(t, "text"))
		measure := rapid.Float64Range(8, 160).Draw(t, "measure")
		justify := rapid.Bool().Draw(t, "justify")
		lines := face.set([]Run{{text, false}}, measure, justify)
		for _, l := range lines {
			if l.width > measure+0.01 {
				t.Errorf("%q is %.2f wide in %.2f", texts([]line{l}), l.width, measure)
			}
		}

		got := strings.ReplaceAll(strings.Join(texts(lines), ""), " ", "")
		if want := strings.ReplaceAll(text, " ", ""); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}
