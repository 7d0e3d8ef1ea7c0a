package typeset

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"  Jalan\nMelati\t 3 ": "Jalan Melati 3", "a\u00a0b": "a b", "x\u200by\u202e\ufeff": "xy", "\x00\x1e\x1f": "", "d\xffe": "d\uFFFDe",
		"\u2160\u0300": "\u00cc", "\uff1d\u0338": "\u2260", "\uff61": ".",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// What is clean stays as it is, so that a value may be cleaned wherever it passes.
func TestClean_Twice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := Clean(rapid.String().Draw(t, "text"))
		if twice := Clean(once); twice != once {
			t.Errorf("%q became %q", once, twice)
		}
		if strings.ContainsAny(once, valueMark+gapMark+barMark) {
			t.Errorf("a mark is left in %q", once)
		}
	})
}

func TestPlain_TakesMarksOutAndNamesGaps(t *testing.T) {
	for composed, want := range map[string]string{
		Literal("a | b **c** [[REF]]"):               "a | b **c** [[REF]]",
		"Nomor " + Gap("number"):                     "Nomor " + GapText,
		Gap("a") + " dan " + Literal("x") + "...":    GapText + " dan x...",
		"tanpa tanda":                                "tanpa tanda",
		Literal(""):                                  "",
		"PIHAK " + Literal(Clean("\x1e KEDUA \x1f")): "PIHAK KEDUA",
	} {
		if got, _ := Plain(composed); got != want {
			t.Errorf("Plain(%q) = %q, want %q", composed, got, want)
		}
	}
	if _, gaps := Plain(Gap("title") + " x " + Gap("parties[1].rep_name")); strings.Join(gaps, ",") != "title,parties[1].rep_name" {
		t.Errorf("gaps %q", gaps)
	}
}

func TestUpper_LeavesTheFieldOfAGap(t *testing.T) {
	text, gaps := Plain(Upper("antara " + Gap("clinic.name") + " dengan é"))
	if text != "ANTARA "+GapText+" DENGAN É" || len(gaps) != 1 || gaps[0] != "clinic.name" {
		t.Errorf("%q, gaps %q", text, gaps)
	}
}

func TestBare_IsTheValueForAPlaceInsideALine(t *testing.T) {
	if got := Bare(Literal("Klinik X")); got != "Klinik X" {
		t.Errorf("%q", got)
	}
	if got := Bare("# x"); got != "# x" {
		t.Errorf("%q", got)
	}
}

// Every sign that is written by another, by itself and with an accent behind it.
func TestClean_EverySignTwice(t *testing.T) {
	for r := rune(0x80); r < 0x20000; r++ {
		if instead(r, 0) == string(r) {
			continue
		}
		for _, text := range []string{string(r), string(r) + "\u0301"} {
			once := Clean(text)
			if twice := Clean(once); twice != once {
				t.Errorf("%+q became %+q, then %+q", text, once, twice)
			}
		}
	}
}
